package torgau.journal;

import java.util.ArrayList;
import torgau.journal.cbor.CborReader;
import torgau.journal.cbor.CborWriter;

/// Explicit ids, where they have to be sent: `[previous id or null, [seen ids]]`.
public final class BindingCodec {
    private BindingCodec() {}

    public static void write(CborWriter out, Binding binding) {
        out.array(2);
        Digest previous = binding.previous();
        if (previous == null) {
            out.nil();
        } else {
            out.bytes(previous.bytes());
        }
        out.array(binding.seen().size());
        binding.seen().forEach(id -> out.bytes(id.bytes()));
    }

    public static Binding read(CborReader in) {
        in.array(2);
        Digest previous = null;
        if (in.nextIsNull()) {
            in.nil();
        } else {
            previous = Fields.digest(in);
        }
        var seen = new ArrayList<Digest>();
        for (int left = Fields.count(in, "explicit ids", Limits.SEEN_FEEDS); left > 0; left--) {
            seen.add(Fields.digest(in));
        }
        return new Binding(previous, seen);
    }
}
