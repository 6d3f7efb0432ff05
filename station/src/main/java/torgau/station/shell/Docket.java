package torgau.station.shell;

import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import torgau.journal.Act;
import torgau.journal.Entry;
import torgau.journal.agreement.Roster;
import torgau.matters.Book;
import torgau.matters.Proposal;
import torgau.station.formats.Library;
import torgau.station.heart.Notice;
import torgau.store.Arrived;
import torgau.store.Blob;
import torgau.store.StoreFault;

/// The matters of the line, kept up with the journal as it is on disk: read in the background when the
/// station starts, and before each question what has come since.
public final class Docket implements AutoCloseable {
    private static final int PAGES_A_QUESTION = 8;
    private static final int HELD_WHOLE = 2_000;
    private static final long LOOK_AGAIN_MILLIS = 5_000;
    private static final long LOOK_NO_OFTENER_MILLIS = 200;

    private final StationProcess process;
    private final Library library;
    private final Reminders reminders;
    private final ReentrantLock turn = new ReentrantLock(true);
    private final Condition news = turn.newCondition();
    private final Thread reader;
    private Roster roster;
    private Book book;
    private long cursor;
    private boolean amended;
    private boolean complete;
    private volatile NavigableMap<Integer, Long> withheld = new TreeMap<>();
    private volatile boolean closed;

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
        this.reader = Thread.ofPlatform()
                .daemon()
                .name("docket " + process.setup().name())
                .start(this::read);
        process.listen(notice -> {
            if (notice instanceof Notice.Admitted || notice instanceof Notice.BlobKept) {
                wake();
            }
        });
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
        turn.lock();
        try {
            for (int page = 0; page < PAGES_A_QUESTION && !follow(); page++) {}
            if (!complete) {
                news.signal();
            }
            return new Told<>(question.apply(book), complete);
        } finally {
            turn.unlock();
        }
    }

    /// Whether the whole journal has been read.
    public boolean complete() {
        turn.lock();
        try {
            return complete;
        } finally {
            turn.unlock();
        }
    }

    /// Reads the next page; whether that was the last.
    private boolean follow() {
        return take(process.journal().read(store -> PagesAhead.read(store, cursor)));
    }

    /// Takes a page; whether it was the last. A journal that was set aside, and an amendment, which may
    /// end a feed, begin a new book.
    private boolean take(PagesAhead.Page page) {
        if (page.entries().isEmpty()) {
            anew();
            return false;
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
                anew();
                return false;
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

    private void anew() {
        book = begun();
        cursor = 0;
        complete = false;
    }

    private void wake() {
        // The heart must not wait: who holds the turn will see what has come.
        if (turn.tryLock()) {
            try {
                news.signal();
            } finally {
                turn.unlock();
            }
        }
    }

    private void read() {
        while (!closed) {
            try {
                if (!upToDate()) {
                    catchUp();
                }
                if (editions()) {
                    remind();
                    rest();
                }
            } catch (StoreFault fault) {
                Log.SHELL.atWarn().addKeyValue("code", fault.code().code()).log("the matters could not be read");
                pause();
            } catch (InterruptedException _) {
                return;
            } catch (RuntimeException bug) {
                if (!closed) {
                    Log.SHELL.atError().setCause(bug).log("the matters could not be kept");
                    pause();
                }
            }
        }
    }

    /// Reads what has come up to a page that is the last. The next pages are read meanwhile; if somebody
    /// who asked has read some of them, reading begins again after those.
    private void catchUp() throws InterruptedException {
        boolean done = false;
        while (!done) {
            try (var ahead =
                    new PagesAhead(process.journal(), cursor(), process.setup().name())) {
                boolean more;
                do {
                    PagesAhead.Page page = ahead.next();
                    turn.lock();
                    try {
                        boolean ours = page.after() == cursor;
                        done = ours && take(page);
                        more = ours && page.entries().isPresent() && !page.last();
                    } finally {
                        turn.unlock();
                    }
                } while (more);
            }
        }
    }

    /// Reads texts of editions that have come, and tells which editions are in use; whether the matters
    /// stand as they are. A text that they have asked for in vain folds them anew.
    private boolean editions() {
        List<Proposal> proposals = ask(Book::proposals).answer();
        boolean learnt = library.learn(
                proposals,
                blob -> process.journal().read(store -> store.blob(blob)).map(Blob::bytes));
        library.use(proposals, process.clocks().wallMillis().getAsLong());
        if (learnt) {
            foldAnew();
        }
        return !learnt;
    }

    private void foldAnew() {
        turn.lock();
        try {
            anew();
        } finally {
            turn.unlock();
        }
    }

    private long cursor() {
        turn.lock();
        try {
            return cursor;
        } finally {
            turn.unlock();
        }
    }

    private boolean upToDate() {
        turn.lock();
        try {
            return follow();
        } finally {
            turn.unlock();
        }
    }

    /// Since when each party withholds receipt, as it was when the watch was last reminded: milliseconds
    /// UTC by party.
    public NavigableMap<Integer, Long> withheld() {
        return withheld;
    }

    private void remind() {
        withheld = ask(Book::withheld).answer();
        reminders.look(
                ask(book -> Reminders.Outstanding.of(book, reminders.now())).answer());
    }

    /// Waits for what comes next, and a little in any case: reminders are not wanted oftener.
    @SuppressWarnings("WaitNotInLoop") // whatever wakes it, it looks what has come
    private void rest() throws InterruptedException {
        Thread.sleep(LOOK_NO_OFTENER_MILLIS);
        turn.lock();
        try {
            tell();
            long before = cursor;
            if (follow() && cursor == before && !news.await(LOOK_AGAIN_MILLIS, TimeUnit.MILLISECONDS)) {
                book.again();
            }
        } finally {
            turn.unlock();
        }
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

    private void pause() {
        try {
            Thread.sleep(LOOK_AGAIN_MILLIS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closed = true;
        reader.interrupt();
    }
}
