package torgau.station.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import torgau.catalogue.Field;
import torgau.catalogue.value.Annex;
import torgau.catalogue.value.Apart;
import torgau.catalogue.value.Value;
import torgau.journal.Code;
import torgau.journal.Digest;
import torgau.journal.crypto.RandomSource;
import torgau.station.formats.Annexes;

/// Puts the values of sensitive fields into annexes, each with its own salt.
final class Annexing {
    private final int party;
    private final RandomSource random;
    private final List<byte[]> blobs = new ArrayList<>();

    /// @param party that files them
    Annexing(int party, RandomSource random) {
        this.party = party;
        this.random = random;
    }

    int party() {
        return party;
    }

    /// The filing as it stands on the journal.
    SequencedMap<String, Value> of(List<Field> fields, Map<String, Value> values) {
        return Apart.annexed(fields, values, this::annexed);
    }

    /// The annexes that go with it.
    List<byte[]> blobs() {
        return List.copyOf(blobs);
    }

    private Value annexed(Value value) {
        byte[] blob = new Annex(random.bytes(Annex.SALT_BYTES), value).encode(party);
        if (blob.length > Value.Annexed.MAX_BYTES) {
            throw new Refusal(422, Code.OVER_LIMIT, "a value in the annex has " + blob.length + " bytes");
        }
        blobs.add(blob);
        return new Value.Annexed(Digest.over(blob), blob.length);
    }

    /// Fields as they are restated: of what is in an annex, only the keyed hash.
    ///
    /// @param said what the message has in its fields
    static SequencedMap<String, Value> restated(
            List<Field> fields, Map<String, Value> restated, Map<String, Value> said, Annexes annexes, String at) {
        List<Apart> apart = Apart.in(said);
        return Apart.changed(fields, restated, (field, path, value) -> {
            if (!Apart.sensitive(field, value)) {
                return value;
            }
            return apart.stream()
                    .filter(each -> each.path().equals(path) && each.value() instanceof Value.Annexed)
                    .findFirst()
                    .flatMap(each -> annexes.held((Value.Annexed) each.value()))
                    .map(annex -> annex.keyed(value))
                    .orElseThrow(() -> new Refusal(
                            422, Code.ANNEX_NOT_HERE, path + " cannot be restated: its annex is not here", at));
        });
    }
}
