package torgau.station.shell;

import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.slf4j.Logger;
import torgau.journal.Act;
import torgau.journal.Entry;
import torgau.journal.agreement.Roster;
import torgau.matters.Book;
import torgau.matters.Proposal;
import torgau.station.formats.Library;
import torgau.station.heart.Notice;
import torgau.store.Arrived;
import torgau.store.Blob;

/// The matters of the line, kept up with the journal as it is on disk: read in the background when the
/// station starts, and before each question what has come since.
public final class Docket implements AutoCloseable {
    private static final int PAGES_A_QUESTION = 8;
    private static final int HELD_WHOLE = 2_000;
    private static final long LOOK_NO_OFTENER_MILLIS = 200;

    private final StationProcess process;
    private final Library library;
    private final Reminders reminders;
    private final Follower follower;
    private Roster roster;
    private Book book;
    private long cursor;
    private boolean amended;
    private boolean complete;
    private volatile NavigableMap<Integer, Long> withheld = new TreeMap<>();

    /// Begins to read.
    public Docket(StationProcess process, Library library) {
        this.process = process;
        this.library = library;
        this.roster = process.picture().roster();
        this.book = begun();
        this.reminders = new Reminders(
                process.alarms(),
                process.setup().identity().station() >>> 8,
                process.clocks().wallMillis());
        this.follower = new Follower(process, new Reading());
        follower.start();
    }

    private Book begun() {
        return new Book(library, roster, process.journal()::entry, HELD_WHOLE);
    }

    /// The answer to a question, and whether the whole journal was read when it was given.
    public record Told<T>(T answer, boolean complete) {}

    /// One question, with all that is on disk by now, unless so much has come that the answer is not
    /// complete. Only what the question itself takes is done while others wait: what it gives does not
    /// change afterwards.
    public <T> Told<T> ask(Function<Book, T> question) {
        return follower.asked(PAGES_A_QUESTION, () -> new Told<>(question.apply(book), complete));
    }

    /// Whether the whole journal has been read.
    public boolean complete() {
        return follower.inTurn(() -> complete);
    }

    /// Reads the next page; whether that was the last.
    private boolean follow() {
        return take(process.journal().read(store -> PagesAhead.read(store, cursor)));
    }

    /// Takes a page; whether it was the last. A journal that was set aside, and an amendment, which may
    /// end a feed, begin a new book.
    private boolean take(PagesAhead.Page page) {
        if (page.entries().isEmpty()) {
            return anew();
        }
        for (Arrived arrived : page.entries().get()) {
            amended |= arrived.entry().payload().act() instanceof Act.Amendment;
            add(arrived.entry());
            cursor = arrived.cursor();
        }
        complete = page.last();
        if (complete && amended) {
            Roster now = process.picture().roster();
            if (!now.equals(roster)) {
                amended = false;
                roster = now;
                return anew();
            }
        }
        return complete;
    }

    /// What one entry does wrong stops no other: a bug of ours is told, and the matters go on without
    /// it.
    private void add(Entry entry) {
        try {
            book.add(entry);
        } catch (RuntimeException bug) {
            Log.SHELL
                    .atError()
                    .setCause(bug)
                    .addKeyValue("entry", entry.reference())
                    .log("an entry could not be taken into its matter");
        }
    }

    /// Begins again; what was read was not the last.
    private boolean anew() {
        book = begun();
        cursor = 0;
        complete = false;
        return false;
    }

    /// Reads what has come up to a page that is the last. The next pages are read meanwhile; if somebody
    /// who asked has read some of them, reading begins again after those.
    private void catchUp() throws InterruptedException {
        Took took = Took.AMISS;
        while (took != Took.ALL) {
            try (var ahead = new PagesAhead(
                    process.journal(),
                    follower.inTurn(() -> cursor),
                    process.setup().name())) {
                do {
                    PagesAhead.Page page = ahead.next();
                    took = follower.inTurn(() -> took(page));
                } while (took == Took.SOME);
            }
        }
    }

    /// What became of a page that was read ahead.
    private enum Took {
        ALL,
        SOME,
        /// Reading ahead begins again.
        AMISS
    }

    private Took took(PagesAhead.Page page) {
        if (page.after() != cursor) {
            return Took.AMISS;
        }
        if (take(page)) {
            return Took.ALL;
        }
        return page.entries().isPresent() && !page.last() ? Took.SOME : Took.AMISS;
    }

    /// Reads texts of editions that have come, and tells which editions are in use; whether the matters
    /// stand as they are. A text that they have asked for in vain folds them anew.
    private boolean editions() {
        Told<List<Proposal>> proposals = ask(Book::proposals);
        boolean learnt = library.learn(
                proposals.answer(),
                blob -> process.journal().read(store -> store.blob(blob)).map(Blob::bytes));
        if (proposals.complete()) {
            library.use(proposals.answer(), process.clocks().wallMillis().getAsLong());
        }
        if (learnt) {
            follower.inTurn(this::anew);
        }
        return !learnt;
    }

    /// Since when each party withholds receipt, as it was when the watch was last reminded: milliseconds
    /// UTC by party.
    public NavigableMap<Integer, Long> withheld() {
        return withheld;
    }

    private void remind() {
        withheld = ask(Book::withheld).answer();
        Reminders.Outstanding outstanding = ask(reminders::outstanding).answer();
        process.listeners(Listeners.at(reminders.now(), outstanding.standing()));
        reminders.look(outstanding);
    }

    private void tell() {
        for (Book.Failure failure : book.failures()) {
            Log.SHELL
                    .atError()
                    .setCause(failure.why())
                    .addKeyValue("entry", failure.matter())
                    .log("a matter could not be kept up with");
        }
    }

    /// As the follower sees it.
    private final class Reading implements Follower.Following {
        @Override
        public String name() {
            return "matters";
        }

        @Override
        public Logger log() {
            return Log.SHELL;
        }

        @Override
        public boolean wakes(Notice notice) {
            return notice instanceof Notice.Admitted || notice instanceof Notice.BlobKept;
        }

        @Override
        public boolean follow() {
            return Docket.this.follow();
        }

        /// Before it rests it waits a little in any case: reminders are not wanted oftener.
        @Override
        public boolean round(Follower with) throws InterruptedException {
            if (!with.inTurn(this::follow)) {
                catchUp();
            }
            if (!editions()) {
                return false;
            }
            remind();
            Thread.sleep(LOOK_NO_OFTENER_MILLIS);
            return with.inTurn(() -> {
                tell();
                long before = cursor;
                return follow() && cursor == before;
            });
        }

        @Override
        public void idle() {
            book.again();
        }
    }

    @Override
    public void close() {
        follower.close();
    }
}
