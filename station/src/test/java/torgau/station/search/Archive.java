package torgau.station.search;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import torgau.catalogue.value.FilingCodec;
import torgau.catalogue.value.MadeUpNumbers;
import torgau.catalogue.value.Value;
import torgau.journal.Act;
import torgau.journal.Digest;
import torgau.journal.Entry;
import torgau.journal.Feed;
import torgau.journal.Label;
import torgau.journal.Office;
import torgau.journal.Payload;
import torgau.journal.PayloadCodec;
import torgau.journal.Precedence;
import torgau.journal.Reference;
import torgau.journal.SignedEntry;
import torgau.journal.Text;
import torgau.journal.TrafficClass;
import torgau.station.formats.Formats;
import torgau.station.http.Made;
import torgau.station.search.Narrowed.Span;
import torgau.station.shell.Kept;
import torgau.station.words.Slips;
import torgau.station.words.WordForms;
import torgau.store.Arrived;
import torgau.store.search.SearchFile;

/// A journal in memory and the index of it: what is said in it can be searched.
final class Archive implements AutoCloseable {
    static final long NOON = 1_795_089_600_000L; // 2026-11-19T12:00Z
    static final WordForms FORMS = new WordForms();
    private static final Feed BLUE = new Feed(257, 1);
    private static final Feed RED = new Feed(513, 1);

    final EntryWords words = new EntryWords(
            new EntryTexts(Formats.builtIn(), MadeUpNumbers.ANY, List.of("en", "ru", "uk")), FORMS, Made::roster);
    final Indexing indexing = new Indexing(words, "these rules");
    final Kept<SearchFile> file = new Kept<>(SearchFile::close);
    final List<Arrived> journal = new ArrayList<>();
    final Path path;
    private final Map<Feed, Long> sequences = new LinkedHashMap<>();

    Archive(Path folder) {
        path = folder.resolve("search.db");
        file.replace(() -> SearchFile.open(path));
    }

    /// How an entry is sent.
    record Sent(
            boolean red,
            TrafficClass trafficClass,
            Precedence precedence,
            long time,
            List<Integer> to,
            @Nullable Reference matter) {
        static final Sent BY_BLUE = new Sent(false, TrafficClass.FORMAL, Precedence.ROUTINE, NOON, List.of(), null);
        static final Sent BY_RED = new Sent(true, TrafficClass.FORMAL, Precedence.ROUTINE, NOON, List.of(), null);

        Sent at(long later) {
            return new Sent(red, trafficClass, precedence, later, to, matter);
        }
    }

    Payload payload(Sent sent, Act act) {
        Feed feed = sent.red ? RED : BLUE;
        long sequence = sequences.merge(feed, 1L, Long::sum);
        return new Payload(
                feed,
                sequence,
                List.of(),
                sent.time,
                sent.trafficClass,
                sent.precedence,
                sent.to,
                sent.matter,
                List.of(),
                act);
    }

    static Act.Message message(String language, String words) {
        return new Act.Message(new Office("Duty officer", ""), "", new Text(language, words), List.of());
    }

    static Act.Notification filed(String procedure, String format, Map<String, Value> values) {
        var ordered = new LinkedHashMap<>(values);
        return new Act.Notification(
                new Office("Duty officer", ""),
                new Act.Form(procedure, 1, format),
                Label.PARTIES_ONLY,
                "",
                "en",
                FilingCodec.encode(ordered));
    }

    /// Says something; gives its cursor.
    long say(Sent sent, Act act) {
        Payload payload = payload(sent, act);
        byte[] bytes = PayloadCodec.encode(payload);
        var signed = new SignedEntry(bytes, new byte[SignedEntry.SIGNATURE_BYTES]);
        long cursor = journal.size() + 1L;
        journal.add(new Arrived(cursor, sent.time, new Entry(signed, payload, Digest.over(bytes), cursor)));
        return cursor;
    }

    long say(String words) {
        return say(Sent.BY_BLUE, message("en", words));
    }

    List<Arrived> after(long cursor, int limit) {
        return journal.stream()
                .filter(arrived -> arrived.cursor() > cursor)
                .limit(limit)
                .toList();
    }

    Archive indexed() {
        while (indexing.next(file, this::after) == Indexing.Read.MORE) {}
        return this;
    }

    Optional<Arrived> arrived(long cursor) {
        return cursor < 1 || cursor > journal.size()
                ? Optional.empty()
                : Optional.of(Objects.requireNonNull(journal.get((int) cursor - 1)));
    }

    Finder.Found search(String question, Narrowed narrowed, boolean ukrainian) {
        return new Finder(FORMS, new Slips(ukrainian))
                .find(new Finder.Places(file, this::arrived), Asked.of(question), narrowed, Long.MAX_VALUE, 50);
    }

    List<Long> cursors(String question, Narrowed narrowed) {
        return search(question, narrowed, false).entries().stream()
                .map(Arrived::cursor)
                .toList();
    }

    List<Long> cursors(String question) {
        return cursors(question, Narrowed.NOT);
    }

    static Narrowed with(Narrowed narrowed, EnumSet<TrafficClass> classes, OptionalInt from) {
        return new Narrowed(
                classes, narrowed.precedences(), from, narrowed.to(), null, "", "", Span.ALWAYS, narrowed.also());
    }

    static Narrowed to(int party) {
        Narrowed not = Narrowed.NOT;
        return new Narrowed(
                not.classes(),
                not.precedences(),
                not.from(),
                OptionalInt.of(party),
                null,
                "",
                "",
                Span.ALWAYS,
                not.also());
    }

    static Narrowed of(@Nullable Reference matter, String format, Span span) {
        Narrowed not = Narrowed.NOT;
        return new Narrowed(
                not.classes(), not.precedences(), not.from(), not.to(), matter, "", format, span, not.also());
    }

    @Override
    public void close() {
        file.close();
    }
}
