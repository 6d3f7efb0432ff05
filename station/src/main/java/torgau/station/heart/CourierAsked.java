package torgau.station.heart;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import torgau.journal.Decoded;
import torgau.journal.Digest;
import torgau.journal.Fields;
import torgau.journal.Limits;
import torgau.journal.cbor.CborReader;
import torgau.journal.cbor.CborWriter;
import torgau.link.courier.Load;
import torgau.store.JournalStore;
import torgau.store.Write;

/// The blobs that another station asked for by the newest of its files that a courier brought. They go along with
/// what is packed for it next.
///
/// @param made wall milliseconds at which the asking file was made, by its sender's clock; never later than it was
/// taken here, so that a clock that was ahead does not silence what is asked for when it is right again
public record CourierAsked(long made, List<Digest> blobs) {
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
        in.array(2);
        long made = in.unsigned(Limits.TIME_MILLIS);
        var blobs = new ArrayList<Digest>();
        for (int left = Fields.count(in, "blobs asked for", Load.MAX_FRAMES); left > 0; left--) {
            blobs.add(Fields.digest(in));
        }
        in.end();
        return new CourierAsked(made, blobs);
    }

    Write remember(int station) {
        var out = new CborWriter().array(2).integer(made).array(blobs.size());
        blobs.forEach(each -> out.bytes(each.bytes()));
        return new Write.Remember(ASKED + station, out.toByteArray());
    }
}
