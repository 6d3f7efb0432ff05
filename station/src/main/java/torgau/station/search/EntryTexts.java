package torgau.station.search;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import torgau.catalogue.Field;
import torgau.catalogue.FieldType;
import torgau.catalogue.Words;
import torgau.catalogue.value.FilingCodec;
import torgau.catalogue.value.Numbers;
import torgau.catalogue.value.Value;
import torgau.journal.Act;
import torgau.journal.Decoded;
import torgau.journal.Digest;
import torgau.journal.Office;
import torgau.journal.Payload;
import torgau.journal.Text;
import torgau.station.formats.Annexes;
import torgau.station.formats.Filed;
import torgau.station.formats.Formats;

/// What of an entry is found: everything that an officer wrote, and what a filed format shows in every
/// language of the line. What the station says by itself (tests of the line, receipts, keys) is not, nor
/// what belongs into the erasable annex.
///
/// @param languages in which formats are shown
public record EntryTexts(Formats formats, Numbers numbers, List<String> languages) {
    public EntryTexts {
        languages = List.copyOf(languages);
    }

    /// The texts of an entry, each once and made only when it comes to it: what an officer wrote first,
    /// what is shown of it and its message number last.
    public Stream<String> of(Payload payload, String number) {
        Stream<String> texts = switch (payload.act()) {
            case Act.Message message -> message(message);
            case Act.Notification filed -> filed(filed);
            case Act.Translation(Office office, String _, Text text) -> all(words(text), office(office));
            case Act.Acknowledgement acknowledgement -> acknowledgement(acknowledgement);
            case Act.Suspension suspension -> suspension(suspension);
            case Act.Resumption(Office office, String authority, long _, Text reason) ->
                all(words(reason), Stream.of(authority), office(office));
            case Act.Amendment _, Act.Unknown _, Act.LinkTest _, Act.KeyOffer _, Act.Seen _ -> Stream.of();
        };
        return Stream.concat(texts, Stream.of(number))
                .filter(text -> !text.isEmpty())
                .distinct();
    }

    /// Whether the edition that an entry names is here. A format that it does not have never comes to be
    /// known.
    boolean knows(Act.Form form) {
        return formats.edition(form.procedure(), form.edition()).isPresent();
    }

    @SafeVarargs
    private static Stream<String> all(Stream<String>... parts) {
        Stream<String> all = Stream.of();
        for (Stream<String> part : parts) {
            all = Stream.concat(all, part);
        }
        return all;
    }

    private static Stream<String> office(Office office) {
        return Stream.of(office.title(), office.capacity());
    }

    private static Stream<String> words(@Nullable Text text) {
        return text == null ? Stream.of() : Stream.of(text.words());
    }

    private static Stream<String> message(Act.Message message) {
        return all(
                Stream.of(message.subject(), message.text().words()),
                message.courtesy().stream().map(Text::words),
                office(message.office()));
    }

    private static Stream<String> acknowledgement(Act.Acknowledgement act) {
        Stream<String> said = switch (act.stage()) {
            case Act.Stage.Understood(Text readBack, byte[] restated) ->
                Stream.concat(
                        words(readBack), values(restated).values().stream().flatMap(EntryTexts::written));
            case Act.Stage.NotUnderstood not -> words(not.about());
            case Act.Stage.Read _, Act.Stage.PassedOn _ -> Stream.of();
        };
        return all(said, office(act.office()));
    }

    private static Stream<String> suspension(Act.Suspension suspension) {
        Stream<String> scope = switch (suspension.scope()) {
            case Act.Scope.WholeLine _ -> Stream.of();
            case Act.Scope.Track(String name) -> Stream.of(name);
            case Act.Scope.Procedure(String code) -> Stream.of(code);
            case Act.Scope.Counterpart(String office) -> Stream.of(office);
        };
        return all(
                words(suspension.reason()),
                Stream.of(suspension.authority()),
                scope,
                suspension.staysOpen().stream(),
                office(suspension.office()));
    }

    private static SequencedMap<String, Value> values(byte[] fields) {
        return switch (FilingCodec.decode(fields)) {
            case Decoded.Value<SequencedMap<String, Value>>(SequencedMap<String, Value> values) -> values;
            case Decoded.Refusal<SequencedMap<String, Value>> _ -> new LinkedHashMap<>();
        };
    }

    private Stream<String> filed(Act.Notification act) {
        Filed filed = Filed.of(formats, numbers, Annexes.NONE, act);
        SequencedMap<String, Value> values = filed.values();
        values.keySet()
                .removeIf(name -> filed.field(name).filter(EntryTexts::erasable).isPresent());
        return all(
                values.values().stream().filter(EntryTexts::isText).flatMap(EntryTexts::written),
                filed.title().stream().flatMap(this::shown),
                values.keySet().stream()
                        .flatMap(name -> filed.field(name).stream())
                        .flatMap(field -> shown(field.label())),
                Stream.of(act.form().procedure() + " " + act.form().format(), act.track()),
                office(act.office()),
                values.entrySet().stream()
                        .filter(each -> !isText(each.getValue()))
                        .flatMap(each -> shown(filed, each.getKey(), each.getValue())));
    }

    private static boolean isText(Value value) {
        return value instanceof Value.Words || value instanceof Value.Name;
    }

    private Stream<String> shown(Words words) {
        return languages.stream().flatMap(language -> words.in(language).stream());
    }

    /// A value in the words of each language; as it was written if its field is not known here.
    private Stream<String> shown(Filed filed, String name, Value value) {
        return filed.field(name).isEmpty()
                ? written(value)
                : languages.stream().flatMap(language -> filed.words(name, value, language).stream());
    }

    private static boolean erasable(Field field) {
        return field.sensitive()
                || switch (field.type()) {
                    case FieldType.Person _ -> true;
                    case FieldType.Table(List<Field> columns, FieldType.Range _) ->
                        columns.stream().anyMatch(EntryTexts::erasable);
                    case FieldType.Text _, FieldType.Numbered _, FieldType.OneCode _, FieldType.SomeCodes _ -> false;
                    case FieldType.YesNo _, FieldType.Quantity _, FieldType.Count _, FieldType.Instant _ -> false;
                    case FieldType.Period _, FieldType.Position _, FieldType.Area _, FieldType.Altitude _ -> false;
                    case FieldType.Route _, FieldType.Frequency _, FieldType.Heading _, FieldType.Name _ -> false;
                    case FieldType.Office _, FieldType.PerItem _, FieldType.ReferenceTo _ -> false;
                    case FieldType.Attachment _ -> false;
                };
    }

    /// The words in a value of which no more is known.
    private static Stream<String> written(Value value) {
        return switch (value) {
            case Value.Words(String text) -> Stream.of(text);
            case Value.Name(String text) -> Stream.of(text);
            case Value.Items(List<String> items) -> items.stream();
            case Value.Answers(List<Optional<String>> answers) ->
                answers.stream().flatMap(Optional::stream);
            case Value.Office(String title, String capacity) -> Stream.of(title, capacity);
            case Value.Rows(List<NavigableMap<String, Value>> rows) ->
                rows.stream().flatMap(row -> row.values().stream()).flatMap(EntryTexts::written);
            case Value.Area.Quadrant(String of, String part) -> Stream.of(of, part);
            case Value.Attachment(String name, Digest _, Digest _, long _) -> Stream.of(name);
            case Value.Code(String code) -> Stream.of(code);
            case Value.Codes(List<String> codes) -> codes.stream();
            case Value.Undisclosed _, Value.YesNo _, Value.Quantity _, Value.Count _, Value.Instant _ -> Stream.of();
            case Value.Period _, Value.Position _, Value.Area _, Value.Altitude _, Value.Route _ -> Stream.of();
            case Value.Frequency _, Value.Heading _, Value.Message _, Value.Foreign _ -> Stream.of();
            case Value.Annexed _, Value.Person _, Value.Keyed _, Value.NotHere _ -> Stream.of();
        };
    }
}
