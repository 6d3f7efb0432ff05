package torgau.journal;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import torgau.journal.cbor.CborWriter;
import torgau.journal.cose.Sign1;

/// What an entry's signature covers beyond its payload: the line, its feed's previous entry and the content of all
/// that it had seen.
///
/// @param previous id of the feed's previous entry; null for its first
/// @param seen ids of the entries that `seen` names by sequence, in its order (marks with sequence 0 name none)
public record Binding(@Nullable Digest previous, List<Digest> seen) {
    private static final String TAG = "torgau-entry-1";

    public Binding {
        Checks.within("ids bound", seen.size(), 0, Limits.SEEN_FEEDS);
        seen = List.copyOf(seen);
    }

    /// The places whose ids `payload` binds, in order.
    public static List<Reference> seenPlaces(Payload payload) {
        return payload.seen().stream()
                .filter(mark -> mark.sequence() > 0)
                .map(mark -> new Reference(mark.feed(), mark.sequence()))
                .toList();
    }

    /// Whether these can be ids that `payload` is bound to: a first entry follows none, every other follows one, and
    /// each place seen has one id.
    public boolean fits(Payload payload) {
        return (previous == null) == (payload.sequence() == 1)
                && seen.size() == seenPlaces(payload).size();
    }

    /// The first place seen by `payload` for which `other`, which fits it too, has another id; empty if there is none.
    public Optional<Reference> differing(Binding other, Payload payload) {
        List<Reference> places = seenPlaces(payload);
        return IntStream.range(0, places.size())
                .filter(at -> !seen.get(at).equals(other.seen.get(at)))
                .mapToObj(places::get)
                .findFirst();
    }

    /// The bytes that are signed and whose SHA-256 is the id: the Sig_structure of RFC 9052 §4.4.
    public byte[] toBeSigned(Digest line, byte[] payload) {
        return Sign1.toBeSigned(externalAad(line), payload);
    }

    /// `["torgau-entry-1", line id, previous id or null, SHA-256(CBOR array of the seen ids)]`.
    public byte[] externalAad(Digest line) {
        var out = new CborWriter().array(4).text(TAG).bytes(line.bytes());
        if (previous == null) {
            out.nil();
        } else {
            out.bytes(previous.bytes());
        }
        return out.bytes(seenHash().bytes()).toByteArray();
    }

    private Digest seenHash() {
        var ids = new CborWriter().array(seen.size());
        seen.forEach(id -> ids.bytes(id.bytes()));
        return Digest.over(ids.toByteArray());
    }
}
