package torgau.store.sqlite;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import torgau.journal.Act;
import torgau.journal.Digest;
import torgau.journal.Entry;
import torgau.journal.Feed;
import torgau.journal.Office;
import torgau.journal.Payload;
import torgau.journal.PayloadCodec;
import torgau.journal.Precedence;
import torgau.journal.Reference;
import torgau.journal.SeenMark;
import torgau.journal.SignedEntry;
import torgau.journal.Text;
import torgau.journal.TrafficClass;
import torgau.store.Among;
import torgau.store.Batch;
import torgau.store.Filter;
import torgau.store.Write;

/// Measures the store alone, by hand: `StoreBench FILE [ENTRIES]`. Two feeds that see each other, two thirds
/// messages of some hundred bytes, a third Cyrillic, 20 entries a matter. Appends to what FILE has.
final class StoreBench {
    private static final int BATCH = 500;
    private static final Feed[] FEEDS = {new Feed(257, 7), new Feed(513, -9)};

    private final SqliteStore store;
    private final long[] sequences = new long[2];
    private long height;
    private Reference matter = new Reference(FEEDS[0], 1);

    private StoreBench(SqliteStore store) {
        this.store = store;
        for (int i = 0; i < 2; i++) {
            sequences[i] = store.head(FEEDS[i]).map(head -> head.sequence()).orElse(0L);
        }
        height = sequences[0] + sequences[1];
    }

    static void main(String[] arguments) throws IOException {
        var path = Path.of(arguments[0]);
        int entries = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 0;
        if (entries > 0) {
            try (var store = SqliteStore.open(path)) {
                new StoreBench(store).append(entries);
            }
        }
        System.out.printf(Locale.ROOT, "file %,d bytes%n", Files.size(path));
        var start = new Watch();
        try (var store = SqliteStore.open(path)) {
            start.took("open", 1);
            new StoreBench(store).read();
            new StoreBench(store).single();
        }
    }

    /// Time that passed, and time that this thread had a core to itself: on a busy machine they differ.
    private static final class Watch {
        private final long wall = System.nanoTime();
        private final long cpu = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();

        private double cpuMillis() {
            return (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - cpu) / 1e6;
        }

        private void took(String what, long times) {
            double millis = (System.nanoTime() - wall) / 1e6;
            System.out.printf(
                    Locale.ROOT,
                    "%-36s %10.1f ms, %,10.0f a second; on the core %10.1f ms, %,10.0f a second%n",
                    what,
                    millis,
                    times / millis * 1000,
                    cpuMillis(),
                    times / cpuMillis() * 1000);
        }
    }

    private void append(int entries) {
        long nanos = 0;
        double cpuMillis = 0;
        for (int done = 0; done < entries; done += BATCH) {
            var writes = new ArrayList<Write>();
            for (int i = 0; i < BATCH; i++) {
                writes.add(new Write.Append(next(), 1_700_000_000_000L + height));
            }
            var batch = new Batch(writes);
            var start = new Watch();
            store.commit(batch);
            nanos += System.nanoTime() - start.wall;
            cpuMillis += start.cpuMillis();
        }
        System.out.printf(
                Locale.ROOT,
                "append in batches of %d: %,.0f entries a second, on the core %,.0f a second%n",
                BATCH,
                entries / (nanos / 1e9),
                entries / cpuMillis * 1000);
    }

    private void single() {
        long[] nanos = new long[2_000];
        for (int i = 0; i < nanos.length; i++) {
            var batch = Batch.of(new Write.Append(next(), height), new Write.Remember("link/257", new byte[400]));
            long start = System.nanoTime();
            store.commit(batch);
            nanos[i] = System.nanoTime() - start;
        }
        Arrays.sort(nanos);
        System.out.printf(
                Locale.ROOT, "one entry a commit: p50 %.3f ms, p99 %.3f ms%n", nanos[1_000] / 1e6, nanos[1_980] / 1e6);
    }

    private void read() {
        var start = new Watch();
        int n = 20_000;
        int looked = 0;
        for (int i = 0; i < n; i++) {
            looked += store.standing(new Reference(FEEDS[i & 1], 1 + (i * 7_919L) % sequences[0]))
                            .isPresent()
                    ? 1
                    : 0;
        }
        start.took("standing, anywhere", n);
        start = new Watch();
        for (int i = 0; i < n; i++) {
            looked += store.standing(new Reference(FEEDS[0], sequences[0] - i % 100))
                            .isPresent()
                    ? 1
                    : 0;
        }
        start.took("standing, near the head", n);
        System.out.println(looked + " found");
        start = new Watch();
        for (int i = 0; i < 200; i++) {
            store.range(FEEDS[0], 1 + (i * 7_919L) % sequences[0], 100);
        }
        start.took("range of 100", 200 * 100);
        start = new Watch();
        store.arrivedBefore(Long.MAX_VALUE, 500, Filter.ALL.ofTypes(Among.only(1)));
        start.took("newest 500 messages", 500);
        start = new Watch();
        store.arrivedBefore(
                Long.MAX_VALUE,
                500,
                Filter.ALL.ofClasses(EnumSet.of(TrafficClass.PRINCIPAL)).ofParties(Among.only(2)));
        start.took("newest 500 of a class that is rare", 1);
        start = new Watch();
        store.ofTypes(new TreeSet<>(List.of(6, 8, 9, 10)));
        start.took("entries of rare types", 1);
        start = new Watch();
        store.ofMatter(new Reference(FEEDS[0], 1), 4_096);
        start.took("one matter", 1);
        start = new Watch();
        for (int i = 0; i < 2_000; i++) {
            store.firstToSee(FEEDS[1], new Reference(FEEDS[0], 1 + (i * 7_919L) % sequences[0]));
        }
        start.took("receipts", 2_000);
        start = new Watch();
        long count = 0;
        for (Iterator<Entry> all = store.inOrder(); all.hasNext() && count < 200_000; all.next()) {
            count++;
        }
        start.took("in total order", count);
        start = new Watch();
        store.fileDamages();
        start.took("quick check", 1);
    }

    private Entry next() {
        int at = (int) (height % 2);
        long other = sequences[1 - at];
        List<SeenMark> seen = other > 0 ? List.of(new SeenMark(FEEDS[1 - at], other)) : List.of();
        height++;
        sequences[at]++;
        var place = new Reference(FEEDS[at], sequences[at]);
        if (height % 20 == 1) {
            matter = place;
        }
        Act act = height % 3 == 0 ? new Act.Seen() : message();
        var payload = new Payload(
                FEEDS[at],
                sequences[at],
                seen,
                1_700_000_000_000L + height,
                height % 100_003 == 0 ? TrafficClass.PRINCIPAL : TrafficClass.FORMAL,
                Precedence.ROUTINE,
                List.of(),
                height % 3 == 0 || matter.equals(place) ? null : matter,
                List.of(),
                act);
        byte[] bytes = PayloadCodec.encode(payload);
        return new Entry(new SignedEntry(bytes, new byte[64]), payload, Digest.over(bytes), height);
    }

    private Act message() {
        String words =
                height % 3 == 1 ? "Колонна прошла рубеж без задержки. " : "The column passed the line without delay. ";
        return new Act.Message(
                new Office("Duty officer", "Operations"),
                "Subject " + height,
                new Text("ru", words.repeat(4 + (int) (height % 12))),
                List.of());
    }
}
