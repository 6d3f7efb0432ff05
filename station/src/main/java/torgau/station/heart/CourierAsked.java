package torgau.station.heart;

import java.util.ArrayList;
import java.util.List;
import torgau.journal.Digest;
import torgau.journal.Fields;
import torgau.journal.cbor.CborReader;
import torgau.journal.cbor.CborWriter;
import torgau.link.courier.Load;
import torgau.link.engine.Frame;
import torgau.store.JournalStore;
import torgau.store.Write;

/// The blobs that another station asked for by the last courier who brought such a question. They go along with what
/// is packed for it next.
public final class CourierAsked {
    private static final String ASKED = "courier/asked/";

    private CourierAsked() {}

    /// What a station asked for last.
    public static List<Digest> of(JournalStore store, int station) {
        return store.memory(ASKED + station).map(CourierAsked::read).orElse(List.of());
    }

    private static List<Digest> read(byte[] kept) {
        var in = new CborReader(kept);
        var asked = new ArrayList<Digest>();
        for (int left = Fields.count(in, "blobs asked for", Load.MAX_FRAMES); left > 0; left--) {
            asked.add(Fields.digest(in));
        }
        return asked;
    }

    static Write.Remember remember(int station, List<Frame.BlobWanted> asked) {
        var out = new CborWriter().array(asked.size());
        asked.forEach(each -> out.bytes(each.hash().bytes()));
        return new Write.Remember(ASKED + station, out.toByteArray());
    }
}
