package torgau.station.translation;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import torgau.journal.Reference;
import torgau.journal.Text;
import torgau.station.heart.Notice;
import torgau.station.shell.StationProcess;
import torgau.store.Arrived;
import torgau.store.Filter;
import torgau.store.JournalStore;
import torgau.store.StoreFault;
import torgau.store.desk.Translation;

/// The queue and the memory of the translation desk, kept up with the journal and the desk as they are
/// on disk: read in the background when the station starts, and before each question what has come
/// since.
public final class TranslationRoom implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger("torgau.translation");
    private static final int PAGE = 256;
    private static final int PAGES_A_QUESTION = 8;
    private static final long LOOK_AGAIN_MILLIS = 5_000;

    private final StationProcess process;
    private final String language;
    private final int ownParty;
    private final ReentrantLock turn = new ReentrantLock(true);
    private final Condition news = turn.newCondition();
    private final Thread reader;
    private Shelves shelves;
    private long cursor;
    private long number;
    private boolean complete;
    private volatile boolean closed;

    /// Begins to read.
    ///
    /// @param language of this station's watch
    public TranslationRoom(StationProcess process, String language) {
        this.process = process;
        this.language = language;
        this.ownParty = process.setup().identity().station() >>> 8;
        this.shelves = begun();
        this.reader = Thread.ofVirtual()
                .name("translations " + process.setup().name())
                .start(this::read);
        process.listen(notice -> {
            if (notice instanceof Notice.Admitted) {
                wake();
            }
        });
    }

    private Shelves begun() {
        return new Shelves(language, ownParty, process.journal()::entry);
    }

    /// What waits for a translation, the most urgent first.
    ///
    /// @param total how many entries there are of it
    /// @param complete whether the whole journal has been read
    public record Queue(List<Waits> waits, int total, boolean complete) {}

    /// An entry with the names of the texts in it that wait.
    public record Waits(Reference entry, List<String> parts) {}

    public Queue queue(int limit) {
        return asked(() -> new Queue(
                shelves.waiting().first(limit).stream()
                        .map(each -> new Waits(each.entry(), each.parts()))
                        .toList(),
                shelves.waiting().size(),
                complete));
    }

    /// What is like the first `most` sentences of a text in another language, as [Memory] remembers it.
    ///
    /// @param except the entry that has the text
    List<Memory.Remembered> like(Text text, String to, Reference except, int most) {
        return most <= 0 ? List.of() : asked(() -> shelves.memory().like(text, to, except, most));
    }

    private <T> T asked(Supplier<T> question) {
        turn.lock();
        try {
            for (int page = 0; page < PAGES_A_QUESTION && !follow(); page++) {}
            return question.get();
        } finally {
            turn.unlock();
        }
    }

    /// Reads the next page of each; whether those were the last.
    private boolean follow() {
        Optional<List<Arrived>> next = process.journal().read(this::next);
        List<Translation> kept = process.desk().use(desk -> desk.translationsAfter(Math.max(0, number - 1), PAGE));
        boolean sameDesk = number == 0 || (!kept.isEmpty() && kept.getFirst().number() == number);
        if (next.isEmpty() || !sameDesk) {
            shelves = begun();
            cursor = 0;
            number = 0;
            complete = false;
            return false;
        }
        for (Arrived arrived : next.get()) {
            shelves.take(arrived);
            cursor = arrived.cursor();
        }
        kept.stream().filter(state -> state.number() > number).forEach(shelves::take);
        number = kept.isEmpty() ? 0 : kept.getLast().number();
        complete = next.get().size() < PAGE && kept.size() < PAGE;
        return complete;
    }

    /// The next page; nothing if the journal is another one than was read so far.
    private Optional<List<Arrived>> next(JournalStore store) {
        return store.newest() < cursor ? Optional.empty() : Optional.of(store.arrivedAfter(cursor, PAGE, Filter.ALL));
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
                        news.await(LOOK_AGAIN_MILLIS, TimeUnit.MILLISECONDS);
                    }
                } finally {
                    turn.unlock();
                }
            } catch (StoreFault fault) {
                LOG.atWarn().addKeyValue("code", fault.code().code()).log("the translations could not be read");
                pause();
            } catch (InterruptedException _) {
                return;
            } catch (RuntimeException bug) {
                LOG.atError().setCause(bug).log("the translations could not be kept");
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
