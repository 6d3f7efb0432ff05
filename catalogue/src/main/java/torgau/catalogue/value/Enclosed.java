package torgau.catalogue.value;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import torgau.journal.Act;
import torgau.journal.Decoded;
import torgau.journal.Digest;
import torgau.journal.Payload;

/// A blob that an entry names.
///
/// @param length in bytes
public record Enclosed(Digest blob, int length) {
    /// What an entry names, in its order, each blob once. Every station finds the same, whether it knows
    /// the format or not: each field says by itself what it is.
    public static List<Enclosed> in(Payload payload) {
        return payload.act() instanceof Act.Notification act ? in(payload.feed().party(), act) : List.of();
    }

    /// The same of an act that a party is to file.
    public static List<Enclosed> in(int maker, Act.Notification act) {
        return FilingCodec.decode(act.fields())
                        instanceof Decoded.Value<SequencedMap<String, Value>>(SequencedMap<String, Value> fields)
                ? in(maker, fields)
                : List.of();
    }

    private static List<Enclosed> in(int maker, Map<String, Value> fields) {
        var found = new LinkedHashMap<Digest, Enclosed>();
        fields.values().forEach(value -> add(found, maker, value));
        return new ArrayList<>(found.values());
    }

    private static void add(Map<Digest, Enclosed> found, int maker, Value value) {
        switch (value) {
            case Value.Attachment file ->
                found.putIfAbsent(file.blob(), new Enclosed(file.blob(), SealedFile.blobLength(maker, file)));
            case Value.Annexed(Digest blob, int length) -> found.putIfAbsent(blob, new Enclosed(blob, length));
            case Value.Rows(var rows) -> rows.forEach(row -> row.values().forEach(inner -> add(found, maker, inner)));
            case Value.Undisclosed _, Value.Words _, Value.Items _, Value.Code _, Value.Codes _, Value.YesNo _ -> {}
            case Value.Quantity _, Value.Count _, Value.Instant _, Value.Period _, Value.Position _, Value.Area _ -> {}
            case Value.Altitude _, Value.Route _, Value.Frequency _, Value.Heading _, Value.Name _ -> {}
            case Value.Office _, Value.Answers _, Value.Message _, Value.Person _, Value.Keyed _ -> {}
            case Value.NotHere _, Value.Foreign _ -> {}
        }
    }

    /// Whether a party may hold what an entry names: its author's, and those that it is addressed to.
    public static boolean mayHold(Payload payload, int party) {
        return payload.feed().party() == party
                || payload.to().isEmpty()
                || payload.to().contains(party);
    }
}
