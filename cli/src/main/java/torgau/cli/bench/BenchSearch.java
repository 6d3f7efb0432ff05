package torgau.cli.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.LongSupplier;
import torgau.catalogue.value.FilingCodec;
import torgau.catalogue.value.Value;
import torgau.journal.Act;
import torgau.journal.Label;
import torgau.journal.Text;
import torgau.journal.agreement.Roster;
import torgau.station.formats.Formats;
import torgau.station.formats.MessageNumbers;
import torgau.station.search.Asked;
import torgau.station.search.EntryTexts;
import torgau.station.search.EntryWords;
import torgau.station.search.Finder;
import torgau.station.search.Indexing;
import torgau.station.search.Narrowed;
import torgau.station.search.Snippets;
import torgau.station.shell.Kept;
import torgau.station.words.Slips;
import torgau.station.words.WordForms;
import torgau.store.Arrived;
import torgau.store.Batch;
import torgau.store.Filter;
import torgau.store.Write;
import torgau.store.search.SearchFile;
import torgau.store.sqlite.SqliteStore;

/// The search in a large journal beside what is wanted of it: a question is asked as the interface asks
/// it, its newest entries are read from the journal, and the piece of each is found in which the words
/// stand.
final class BenchSearch {
    private static final int QUESTIONS = 1_000;
    private static final int SHOWN = 50;
    private static final int BATCH = 1_000;
    private static final int FILED_IN = 5;
    private static final long SEED = 1945;

    private final Roster roster;
    private final BenchCommand.Row row;
    private final LongSupplier nanos;
    private final Questions questions = new Questions(new Random(SEED + 1));

    BenchSearch(BenchLine line, BenchCommand.Row row, LongSupplier nanos) {
        this.roster = line.roster();
        this.row = row;
        this.nanos = nanos;
    }

    /// @param entries of the journal that is searched
    void measure(Path directory, int entries) {
        Path journal = directory.resolve("said.db");
        fill(journal, entries);
        try (SqliteStore store = SqliteStore.open(journal)) {
            var index = new Kept<>(SearchFile::close);
            index.replace(() -> SearchFile.open(directory.resolve("search.db")));
            try {
                EntryWords words = words(store);
                index(index, store, words, entries);
                ask(index, store, words);
            } finally {
                index.close();
            }
        }
    }

    private EntryWords words(SqliteStore store) {
        var numbers = new MessageNumbers(store, roster);
        return new EntryWords(
                new EntryTexts(Formats.builtIn(), numbers, List.of("en", "ru", "uk")), new WordForms(), () -> roster);
    }

    private void fill(Path path, int entries) {
        var corpus = new Corpus(new Random(SEED));
        var said = new Correspondence(roster.line(), 1);
        try (SqliteStore store = SqliteStore.open(path)) {
            var writes = new ArrayList<Write>();
            for (int i = 0; i < entries; i++) {
                String language = Corpus.language(i);
                List<String> text = corpus.text(language);
                if (i % Math.max(1, entries / QUESTIONS) == 0 && questions.all().size() < QUESTIONS) {
                    questions.draw(language, text);
                }
                var entry = said.said(i % 2, act(said, i, new Text(language, String.join(" ", text))));
                writes.add(new Write.Append(entry, entry.payload().time()));
                if (writes.size() == BATCH) {
                    store.commit(new Batch(List.copyOf(writes)));
                    writes.clear();
                }
            }
            store.commit(new Batch(List.copyOf(writes)));
        }
    }

    /// Free words, or a request whose note they are.
    private static Act act(Correspondence said, int number, Text text) {
        if (number % FILED_IN != 0) {
            return new Act.Message(Correspondence.OFFICE, "", text, List.of());
        }
        var values = new LinkedHashMap<>(said.values("UA"));
        values.replaceAll((_, value) -> value instanceof Value.Words ? new Value.Words(text.words()) : value);
        return new Act.Notification(
                Correspondence.OFFICE,
                new Act.Form("UA", 1, "UA"),
                Label.PARTIES_ONLY,
                "",
                text.language(),
                FilingCodec.encode(values));
    }

    private void index(Kept<SearchFile> index, SqliteStore store, EntryWords words, int entries) {
        var indexing = new Indexing(words, "bench");
        long began = nanos.getAsLong();
        while (indexing.next(index, (cursor, limit) -> store.arrivedAfter(cursor, limit, Filter.ALL))
                == Indexing.Read.MORE) {}
        double took = nanos.getAsLong() - began;
        row.add("entries indexed for the search", "%,.0f", entries);
        row.add("indexing them", "%,.1f s", took / 1e9);
        row.add("the same an entry", "%,.1f µs", took / 1e3 / Math.max(1, entries));
        row.add("search.db", "%,.0f MB", index.use(SearchFile::bytes) / 1e6);
    }

    private void ask(Kept<SearchFile> index, SqliteStore store, EntryWords words) {
        var places = new Finder.Places(index, cursor -> arrived(store, cursor));
        for (Questions.Question question : questions.all().reversed()) {
            asked(places, words, question.language(), question.typed()); // the compiler has its way first
        }
        var times = new ArrayList<Long>();
        long found = 0;
        int slips = 0;
        int equal = 0;
        for (Questions.Question question : questions.all()) {
            long began = nanos.getAsLong();
            List<Long> cursors = asked(places, words, question.language(), question.typed());
            times.add(nanos.getAsLong() - began);
            found += cursors.size();
            if (question.slip()) {
                slips++;
                equal += asked(places, words, question.language(), question.right())
                                .equals(cursors)
                        ? 1
                        : 0;
            }
        }
        times.sort(null);
        row.add("questions, one in five typed on the wrong keyboard", "%,.0f", times.size());
        row.add("entries found for one, of at most 50, mean", "%,.1f", (double) found / times.size());
        row.add("a question answered, median", "%,.2f ms", times.get(times.size() / 2) / 1e6);
        row.add(
                "a question answered, p99 (wanted for 1,000,000: ≤ 30)",
                "%,.2f ms",
                times.get(times.size() * 99 / 100) / 1e6);
        row.add("a question answered, slowest", "%,.2f ms", times.getLast() / 1e6);
        row.add("slips", "%,.0f", slips);
        row.add("slips that find what the right words find", "%,.0f", equal);
    }

    /// As an officer who writes that language asks.
    private static List<Long> asked(Finder.Places places, EntryWords words, String language, String typed) {
        var finder = new Finder(words.forms(), new Slips(language.equals("uk")));
        Finder.Found found = finder.find(places, Asked.of(typed), Narrowed.NOT, Long.MAX_VALUE, SHOWN);
        var snippets = new Snippets(words, found.meant());
        for (Arrived each : found.entries()) {
            snippets.of(each.entry().payload(), each.entry().height());
        }
        return found.entries().stream().map(Arrived::cursor).toList();
    }

    private static Optional<Arrived> arrived(SqliteStore store, long cursor) {
        return store.arrivedAfter(cursor - 1, 1, Filter.ALL).stream().findFirst();
    }
}
