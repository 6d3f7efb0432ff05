package torgau.journal;

import java.util.ArrayList;
import java.util.List;
import torgau.journal.cbor.CborReader;
import torgau.journal.cbor.CborWriter;

/// How far a feed is held: `[feed, sequence]`, or `[feed, sequence, [[sequence, id], …]]` with entries ahead of a gap.
public final class MarkCodec {
    private MarkCodec() {}

    public static void write(CborWriter out, SeenMark mark) {
        out.array(mark.ahead().isEmpty() ? 2 : 3);
        Fields.feed(out, mark.feed());
        out.integer(mark.sequence());
        if (!mark.ahead().isEmpty()) {
            out.array(mark.ahead().size());
            mark.ahead()
                    .forEach(ahead -> out.array(2)
                            .integer(ahead.sequence())
                            .bytes(ahead.id().bytes()));
        }
    }

    public static SeenMark read(CborReader in) {
        int items = in.array();
        Fields.shape(items == 2 || items == 3, "seen mark with " + items + " items");
        Feed feed = Fields.feed(in);
        long sequence = in.unsigned(Reference.MAX_SEQUENCE);
        List<SeenMark.Ahead> ahead = items == 3 ? ahead(in) : List.of();
        Fields.shape(items == 2 || !ahead.isEmpty(), "an empty list of entries ahead");
        return new SeenMark(feed, sequence, ahead);
    }

    private static List<SeenMark.Ahead> ahead(CborReader in) {
        var ahead = new ArrayList<SeenMark.Ahead>();
        for (int left = Fields.count(in, "entries ahead", Limits.AHEAD_PER_FEED); left > 0; left--) {
            in.array(2);
            ahead.add(new SeenMark.Ahead(in.unsigned(Reference.MAX_SEQUENCE), Fields.digest(in)));
        }
        return ahead;
    }
}
