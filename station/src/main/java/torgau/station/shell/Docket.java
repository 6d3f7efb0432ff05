package torgau.station.shell;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import torgau.journal.Act;
import torgau.journal.Entry;
import torgau.journal.Reference;
import torgau.journal.agreement.Roster;
import torgau.matters.Book;
import torgau.matters.Surroundings.Editions;
import torgau.station.heart.Notice;
import torgau.store.Arrived;
import torgau.store.Filter;
import torgau.store.JournalStore;
import torgau.store.StoreFault;

/// The matters of the line, kept up with the journal as it is on disk: read in the background when the
/// station starts, and before each question what has come since.
public final class Docket implements AutoCloseable {
    private static final int PAGE = 256;
    private static final int PAGES_A_QUESTION = 8;
    private static final int HELD_WHOLE = 2_000;
    private static final long LOOK_AGAIN_MILLIS = 5_000;

    private final StationProcess process;
    private final Editions editions;
    private final Reminders reminders;
    private final ReentrantLock turn = new ReentrantLock(true);
    private final Condition news = turn.newCondition();
    private final Thread reader;
    private Roster roster;
    private Book book;
    private long cursor;
    private @Nullable Reference failed;
    private boolean amended;
    private boolean complete;
    private volatile boolean closed;

    /// Begins to read.
    public Docket(StationProcess process, Editions editions) {
        this.process = process;
        this.editions = editions;
        this.roster = process.picture().roster();
        this.book = begun();
        this.reminders = new Reminders(
                process.alarms(),
                process.setup().identity().station() >>> 8,
                process.clocks().wallMillis());
        this.reader =
                Thread.ofVirtual().name("docket " + process.setup().name()).start(this::read);
        process.listen(notice -> {
            if (notice instanceof Notice.Admitted) {
                wake();
            }
        });
    }

    private Book begun() {
        return new Book(editions, roster, process.journal()::entry, HELD_WHOLE);
    }

    /// One question, with all that is on disk by now, unless so much has come that [#complete] says it
    /// is not.
    public <T> T ask(Function<Book, T> question) {
        turn.lock();
        try {
            for (int page = 0; page < PAGES_A_QUESTION && !follow(); page++) {}
            return question.apply(book);
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

    /// Reads the next page; whether that was the last. A journal that was set aside, and an amendment,
    /// which may end a feed, begin a new book.
    private boolean follow() {
        Optional<List<Arrived>> next = process.journal().read(this::next);
        if (next.isEmpty()) {
            anew();
            return false;
        }
        List<Arrived> page = next.get();
        for (Arrived arrived : page) {
            amended |= arrived.entry().payload().act() instanceof Act.Amendment;
            add(arrived.entry());
            cursor = arrived.cursor();
        }
        complete = page.size() < PAGE;
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
        } catch (StoreFault half) {
            boolean again = entry.reference().equals(failed);
            failed = entry.reference();
            if (!again) {
                anew(); // what was taken of it cannot be taken twice
                throw half;
            }
            Log.SHELL
                    .atError()
                    .addKeyValue("code", half.code().code())
                    .addKeyValue("entry", entry.reference())
                    .log("a matter could not be read again; it goes on without this entry");
        } catch (RuntimeException bug) {
            Log.SHELL
                    .atError()
                    .setCause(bug)
                    .addKeyValue("entry", entry.reference())
                    .log("an entry could not be taken into its matter");
        }
    }

    /// The next page; nothing if the journal is another one than was read so far.
    private Optional<List<Arrived>> next(JournalStore store) {
        long newest = store.arrivedBefore(Long.MAX_VALUE, 1, Filter.ALL).stream()
                .mapToLong(Arrived::cursor)
                .findFirst()
                .orElse(0);
        return newest < cursor ? Optional.empty() : Optional.of(store.arrivedAfter(cursor, PAGE, Filter.ALL));
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
                turn.lock();
                try {
                    if (follow()) {
                        reminders.look(book);
                        news.await(LOOK_AGAIN_MILLIS, TimeUnit.MILLISECONDS);
                    }
                } finally {
                    turn.unlock();
                }
            } catch (StoreFault fault) {
                Log.SHELL.atWarn().addKeyValue("code", fault.code().code()).log("the matters could not be read");
                pause();
            } catch (InterruptedException _) {
                return;
            } catch (RuntimeException bug) {
                Log.SHELL.atError().setCause(bug).log("the matters could not be kept");
                pause();
            }
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
