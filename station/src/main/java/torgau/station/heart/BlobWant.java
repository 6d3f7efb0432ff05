package torgau.station.heart;

import java.util.NavigableSet;
import java.util.TreeSet;
import torgau.catalogue.value.Enclosed;
import torgau.journal.Fields;
import torgau.journal.Limits;
import torgau.journal.Payload;
import torgau.journal.Reference;
import torgau.journal.cbor.CborReader;
import torgau.journal.cbor.CborWriter;
import torgau.store.Blob;

/// A blob that is to come: what an entry names, that this station may hold, and that is not here.
final class BlobWant {
    private static final long FIRST_PAUSE_MILLIS = 60_000;
    private static final long LONGEST_PAUSE_MILLIS = 3_600_000;
    private static final int MAX_DOUBLINGS = 6;

    final Enclosed what;
    final Reference by;
    final NavigableSet<Integer> makers = new TreeSet<>();
    /// Parties that may hold it; all if there is none.
    final NavigableSet<Integer> holders = new TreeSet<>();
    /// Stations that were asked in vain since the last pause.
    final NavigableSet<Integer> asked = new TreeSet<>();
    int wrong;
    long notBefore;
    private boolean everybody;
    private int rounds;

    private BlobWant(Enclosed what, Reference by) {
        this.what = what;
        this.by = by;
    }

    static BlobWant of(Enclosed enclosed, Payload by) {
        var want = new BlobWant(enclosed, by.reference());
        want.named(by);
        return want;
    }

    /// Another entry names it as well.
    void named(Payload alike) {
        makers.add(alike.feed().party());
        holders.add(alike.feed().party());
        holders.addAll(alike.to());
        everybody |= alike.to().isEmpty();
        notBefore = 0;
    }

    /// Number of the station whose entry named it first: it counts for that one.
    int owner() {
        return by.feed().station();
    }

    boolean heldBy(int party) {
        return everybody || holders.contains(party);
    }

    /// All who could have it were asked: they are asked again, later and later.
    void pause(Moment now) {
        asked.clear();
        notBefore =
                now.steady() + Math.min(LONGEST_PAUSE_MILLIS, FIRST_PAUSE_MILLIS << Math.min(rounds, MAX_DOUBLINGS));
        rounds++;
    }

    byte[] encode() {
        var out = new CborWriter().array(6).bytes(what.blob().bytes()).integer(what.length());
        Fields.reference(out, by);
        parties(out, makers);
        parties(out, holders);
        return out.bool(everybody).toByteArray();
    }

    private static void parties(CborWriter out, NavigableSet<Integer> parties) {
        out.array(parties.size());
        parties.forEach(out::integer);
    }

    /// What `encode` made.
    static BlobWant decode(byte[] bytes) {
        var in = new CborReader(bytes);
        in.array(6);
        var what = new Enclosed(Fields.digest(in), (int) in.unsigned(Blob.MAX_BYTES));
        var want = new BlobWant(what, Fields.reference(in));
        parties(in, want.makers);
        parties(in, want.holders);
        want.everybody = in.bool();
        return want;
    }

    private static void parties(CborReader in, NavigableSet<Integer> parties) {
        for (int left = Fields.count(in, "parties", Limits.PARTIES); left > 0; left--) {
            parties.add((int) in.unsigned(Limits.PARTIES));
        }
    }
}
