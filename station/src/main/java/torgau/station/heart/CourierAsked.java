package torgau.station.heart;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import torgau.journal.Decoded;
import torgau.journal.Digest;
import torgau.journal.Feed;
import torgau.journal.Fields;
import torgau.journal.JournalView;
import torgau.journal.cbor.CborReader;
import torgau.journal.cbor.CborWriter;
import torgau.link.courier.Load;
import torgau.store.JournalStore;
import torgau.store.Write;

/// The blobs that another station asked for by the newest of its files that a courier brought. They go along with
/// what is packed for it next.
///
/// @param sender in which the asking station signed
/// @param held entries on its journal then
/// @param lacking blobs that it lacked then, asked for or not
public record CourierAsked(Feed sender, long held, long lacking, List<Digest> blobs) {
    private static final String ASKED = "courier/asked/";

    public CourierAsked {
        blobs = List.copyOf(blobs);
    }

    /// What a station asked for last.
    public static List<Digest> of(JournalStore store, int station) {
        return last(store, station).map(CourierAsked::blobs).orElse(List.of());
    }

    static Optional<CourierAsked> last(JournalStore store, int station) {
        return store.memory(ASKED + station)
                .flatMap(kept -> Decoded.reading("blobs asked for", () -> read(kept))
                                instanceof Decoded.Value<CourierAsked>(CourierAsked asked)
                        ? Optional.of(asked)
                        : Optional.empty());
    }

    private static CourierAsked read(byte[] kept) {
        var in = new CborReader(kept);
        in.array(4);
        Feed sender = Fields.feed(in);
        long held = in.unsigned(Load.MAX_COUNT);
        long lacking = in.unsigned(Load.MAX_COUNT);
        var blobs = new ArrayList<Digest>();
        for (int left = Fields.count(in, "blobs asked for", Load.MAX_FRAMES); left > 0; left--) {
            blobs.add(Fields.digest(in));
        }
        in.end();
        return new CourierAsked(sender, held, lacking, blobs);
    }

    /// Whether it was asked before the other, by what its station has signed and no clock: a journal only grows, and
    /// with the same entries a station lacks ever less. Of two incarnations the later names the earlier in `seen`.
    boolean before(CourierAsked other, JournalView journal) {
        if (!sender.equals(other.sender)) {
            return journal.head(other.sender)
                    .filter(head -> head.seen().of(sender) > 0)
                    .isPresent();
        }
        return held < other.held || (held == other.held && lacking > other.lacking);
    }

    Write remember() {
        var out = new CborWriter().array(4);
        Fields.feed(out, sender);
        out.integer(held).integer(lacking).array(blobs.size());
        blobs.forEach(each -> out.bytes(each.bytes()));
        return new Write.Remember(ASKED + sender.station(), out.toByteArray());
    }
}
