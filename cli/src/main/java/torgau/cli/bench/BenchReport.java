package torgau.cli.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import torgau.journal.Entry;
import torgau.matters.Book;
import torgau.matters.Tallies;
import torgau.matters.Tally;
import torgau.matters.figures.Figures;
import torgau.matters.figures.Listing;
import torgau.matters.figures.Scope;
import torgau.station.formats.Formats;
import torgau.station.formats.Library;
import torgau.station.shell.Docket;
import torgau.station.shell.StationProcess;
import torgau.store.Arrived;
import torgau.store.Batch;
import torgau.store.Filter;
import torgau.store.Write;
import torgau.store.sqlite.SqliteStore;

/// The yearly report of a station that runs, beside a plain scan of the same entries.
final class BenchReport {
    private static final int TURNS = 20;
    private static final int BATCH = 1_000;
    private static final int AT_A_TIME = 4_000;
    private static final int POLL_MILLIS = 20;
    private static final int LONGS = 3;

    private final BenchLine line;
    private final BenchCommand.Row row;
    private final LongSupplier nanos;

    BenchReport(BenchLine line, BenchCommand.Row row, LongSupplier nanos) {
        this.line = line;
        this.row = row;
        this.nanos = nanos;
    }

    /// @param entries of the journal
    void measure(Path directory, int entries) throws InterruptedException {
        Path file = directory.resolve("report.db");
        var correspondence = new Correspondence(line.roster().line(), TURNS);
        write(file, correspondence, entries);
        line.start(0, file, Optional.empty()).close(); // the journal has been a station's before
        try (StationProcess process = line.start(0, file, Optional.empty())) {
            double scan = scan(process, entries);
            long began = nanos.getAsLong();
            try (var docket = new Docket(process, new Library(Formats.builtIn()))) {
                while (!docket.complete()) {
                    Thread.sleep(POLL_MILLIS);
                }
                double rebuilt = since(began);
                report(docket, correspondence.now(), scan, rebuilt);
            }
        }
    }

    private double since(long began) {
        return (nanos.getAsLong() - began) / 1e9;
    }

    private static void write(Path file, Correspondence correspondence, int entries) {
        try (SqliteStore store = SqliteStore.open(file)) {
            var writes = new ArrayList<Write>();
            correspondence.matters(entries / TURNS, entry -> {
                writes.add(new Write.Append(entry, entry.payload().time()));
                if (writes.size() == BATCH) {
                    store.commit(new Batch(List.copyOf(writes)));
                    writes.clear();
                }
            });
            store.commit(new Batch(List.copyOf(writes)));
        }
    }

    /// Every entry read from the disk and decoded, and nothing done with it but to count the classes.
    private double scan(StationProcess process, int entries) {
        long began = nanos.getAsLong();
        long cursor = 0;
        int read = 0;
        while (true) {
            long after = cursor;
            List<Arrived> page = process.journal().read(store -> store.arrivedAfter(after, BATCH, Filter.ALL));
            if (page.isEmpty()) {
                break;
            }
            for (Arrived arrived : page) {
                Entry entry = arrived.entry();
                read += entry.payload().time() >= 0 ? 1 : 0;
                cursor = arrived.cursor();
            }
        }
        if (read < entries) {
            throw new IllegalStateException(read + " entries of " + entries + " were read");
        }
        double took = since(began);
        row.add("plain scan of all entries from the disk", "%,.2f s", took);
        return took;
    }

    private void report(Docket docket, long end, double scan, double rebuilt) {
        row.add("rebuilding the matters of all", "%,.1f s", rebuilt);
        long began = nanos.getAsLong();
        long longest = 0;
        boolean counted = false;
        while (!counted) {
            long slice = nanos.getAsLong();
            counted = docket.ask(book -> book.tally(AT_A_TIME)).answer();
            longest = Math.max(longest, nanos.getAsLong() - slice);
        }
        double counting = since(began);
        row.add("counting after a start, once", "%,.2f s", counting);
        row.add("of that the longest that others wait", "%,.1f ms", longest / 1e6);
        began = nanos.getAsLong();
        while (!docket.ask(book -> book.tally(AT_A_TIME)).answer()) {
            longest++;
        }
        Tallies tallies = docket.ask(Book::tallies).answer();
        Figures figures = Figures.of(tallies, new Scope(0, end + 1, ""));
        int rows = Listing.of(figures).size();
        double took = since(began);
        row.add("figures of the report", "%,.0f", rows);
        row.add("the yearly report (wanted for 1,000,000: ≤ 5)", "%,.2f s", took);
        row.add("the same with the first counting", "%,.2f s", took + counting);
        row.add("report ÷ plain scan", "%,.2f", took / scan);
        row.add("report with the first counting ÷ plain scan", "%,.2f", (took + counting) / scan);
        row.add("bytes of counts a matter", "%,.0f", bytes(tallies));
    }

    private static double bytes(Tallies tallies) {
        long longs = 0;
        for (Tally tally : tallies.matters()) {
            longs += (long) LONGS * (tally.entries() + tally.waits());
        }
        return 8.0 * longs / Math.max(1, tallies.matters().size());
    }
}
