package torgau.cli.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.LongSupplier;
import torgau.catalogue.render.Sentences;
import torgau.catalogue.value.MadeUpNumbers;
import torgau.journal.Entry;
import torgau.journal.Reference;
import torgau.journal.TrafficClass;
import torgau.journal.agreement.Roster;
import torgau.matters.Book;
import torgau.station.formats.Formats;
import torgau.station.formats.Library;
import torgau.station.shell.Docket;
import torgau.station.shell.StationProcess;
import torgau.store.Batch;
import torgau.store.Write;
import torgau.store.sqlite.SqliteStore;

/// The fold of matters beside what is wanted of it.
final class BenchMatters {
    private static final int TURNS = 20;
    private static final int MATTERS = 2_000;
    private static final int ROUNDS = 8;
    private static final int BATCH = 1_000;
    private static final int OPEN_MATTERS = 10_000;
    private static final int POLL_MILLIS = 20;
    private static final int RENDERED = 2_000;

    private final BenchLine line;
    private final Roster roster;
    private final Library editions = new Library(Formats.builtIn());
    private final BenchCommand.Row row;
    private final LongSupplier nanos;

    BenchMatters(BenchLine line, BenchCommand.Row row, LongSupplier nanos) {
        this.line = line;
        this.roster = line.roster();
        this.row = row;
        this.nanos = nanos;
    }

    private Book book() {
        return new Book(editions, roster, _ -> Optional.empty(), Integer.MAX_VALUE);
    }

    /// @param entries of the large journal
    void measure(Path directory, int entries) throws InterruptedException {
        one();
        awaited();
        rendered();
        rebuilt(directory.resolve("journal.db"), entries);
    }

    /// One entry arriving in a matter that has 19, at a station that has folded others before.
    private void one() {
        var correspondence = new Correspondence(roster.line(), TURNS);
        var entries = new ArrayList<Entry>();
        correspondence.matters(MATTERS, entries::add);
        List<Long> last = List.of();
        for (int round = 0; round < ROUNDS; round++) {
            last = folded(entries, correspondence);
        }
        row.add("fold of the last entry of a matter of 20, median (wanted: ≤ 50)", "%,.1f µs", Median.of(last) / 1e3);
    }

    /// How long the last entry of each matter took, with the question what has become of the matter.
    private List<Long> folded(List<Entry> entries, Correspondence correspondence) {
        var book = book();
        var last = new ArrayList<Long>();
        for (Entry entry : entries) {
            long began = nanos.getAsLong();
            book.add(entry);
            if (book.matter(matterOf(entry)).isEmpty()) {
                throw new IllegalStateException(entry.reference() + " is in no matter");
            }
            long took = nanos.getAsLong() - began;
            if (correspondence.lastOfItsMatter(entry)) {
                last.add(took);
            }
        }
        return last;
    }

    private static Reference matterOf(Entry entry) {
        Reference matter = entry.payload().matter();
        return matter == null ? entry.reference() : matter;
    }

    private void awaited() {
        var correspondence = new Correspondence(roster.line(), 2);
        var book = book();
        correspondence.matters(OPEN_MATTERS, book::add);
        var times = new ArrayList<Long>();
        int items = 0;
        for (int round = 0; round < 200; round++) {
            correspondence.matters(1, book::add); // who may have seen what is looked at anew
            long began = nanos.getAsLong();
            items = book.awaited(correspondence.now()).size();
            times.add(nanos.getAsLong() - began);
        }
        row.add("things awaited", "%,.0f", items);
        row.add("listing all that is awaited, median (wanted for 10,000: ≤ 5)", "%,.2f ms", Median.of(times) / 1e6);
    }

    private void rendered() {
        var correspondence = new Correspondence(roster.line(), TURNS);
        var common = correspondence.catalogue().catalogue().common();
        var sentences = new Sentences(common, correspondence.procedure(), MadeUpNumbers.ANY);
        var values = new TreeMap<>(correspondence.values("UA"));
        var format = correspondence.procedure().format("UA").orElseThrow();
        var envelope = new Sentences.Envelope("BLUE-OPS-2026-7", "BLUE", "RED", 0, TrafficClass.FORMAL);
        var times = new ArrayList<Long>();
        for (int round = 0; round < RENDERED; round++) {
            long began = nanos.getAsLong();
            sentences.of(
                    format,
                    envelope,
                    values,
                    common.languages().get(round % common.languages().size()));
            times.add(nanos.getAsLong() - began);
        }
        row.add("a format as a sentence, median (wanted: ≤ 2)", "%,.3f ms", Median.of(times) / 1e6);
    }

    /// A journal on disk, read by a station that starts on it.
    private void rebuilt(Path file, int entries) throws InterruptedException {
        try (SqliteStore store = SqliteStore.open(file)) {
            var correspondence = new Correspondence(roster.line(), TURNS);
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
        line.start(0, file, Optional.empty()).close(); // the journal has been a station's before
        try (StationProcess process = line.start(0, file, Optional.empty())) {
            long began = nanos.getAsLong();
            try (var docket = new Docket(process, editions)) {
                while (!docket.complete()) {
                    Thread.sleep(POLL_MILLIS);
                }
                int matters = docket.ask(Book::outlines).answer().size();
                double took = (nanos.getAsLong() - began) / 1e9;
                row.add("matters", "%,.0f", matters);
                row.add("rebuilding all matters from the disk (wanted for 1,000,000: ≤ 20)", "%,.1f s", took);
                row.add("the same an entry", "%,.1f µs", took * 1e6 / entries);
            }
        }
    }
}
