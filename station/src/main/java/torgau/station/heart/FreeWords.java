package torgau.station.heart;

import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import torgau.catalogue.value.FilingCodec;
import torgau.catalogue.value.Value;
import torgau.journal.Act;
import torgau.journal.Decoded;

/// The free words in a filed format: what has to be translated by a person, while all else is said
/// exactly in every language.
final class FreeWords {
    private FreeWords() {}

    /// How many there are in all its texts; none in fields that cannot be read.
    static int in(Act.Notification filed) {
        return FilingCodec.decode(filed.fields()) instanceof Decoded.Value<? extends Map<String, Value>>(var fields)
                ? in(fields)
                : 0;
    }

    private static int in(Map<String, Value> fields) {
        return fields.values().stream().mapToInt(FreeWords::in).sum();
    }

    private static int in(Value value) {
        return switch (value) {
            case Value.Words(String text) -> Releases.words(text);
            case Value.Items(List<String> texts) ->
                texts.stream().mapToInt(Releases::words).sum();
            case Value.Answers(List<Optional<String>> answers) ->
                answers.stream()
                        .flatMap(Optional::stream)
                        .mapToInt(Releases::words)
                        .sum();
            case Value.Rows(List<NavigableMap<String, Value>> rows) ->
                rows.stream().mapToInt(FreeWords::in).sum();
            case Value.Undisclosed _, Value.Code _, Value.Codes _, Value.YesNo _, Value.Quantity _, Value.Count _ -> 0;
            case Value.Instant _, Value.Period _, Value.Position _, Value.Area _, Value.Altitude _ -> 0;
            case Value.Route _, Value.Frequency _, Value.Heading _, Value.Name _, Value.Office _ -> 0;
            case Value.Message _, Value.Attachment _, Value.Foreign _ -> 0;
        };
    }
}
