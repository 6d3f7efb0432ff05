package torgau.station.translation;

import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import torgau.journal.Reference;
import torgau.journal.Text;
import torgau.station.shell.Follower;
import torgau.station.shell.StationProcess;
import torgau.store.Arrived;
import torgau.store.Filter;
import torgau.store.JournalStore;
import torgau.store.desk.Translation;

/// The queue and the memory of the translation desk, kept up with the journal and the desk as they are
/// on disk: read in the background when the station starts, and before each question what has come
/// since.
public final class TranslationRoom implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger("torgau.translation");
    private static final int PAGE = 256;
    private static final int PAGES_A_QUESTION = 8;

    private final StationProcess process;
    private final String language;
    private final int ownParty;
    private final Follower follower;
    private Shelves shelves;
    private long cursor;
    private long number;
    private boolean complete;

    /// Begins to read.
    ///
    /// @param language of this station's watch
    public TranslationRoom(StationProcess process, String language) {
        this.process = process;
        this.language = language;
        this.ownParty = process.setup().identity().station() >>> 8;
        this.shelves = begun();
        this.follower = new Follower(process, new Reading());
        follower.start();
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
        return follower.asked(
                PAGES_A_QUESTION,
                () -> new Queue(
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
        return most <= 0
                ? List.of()
                : follower.asked(PAGES_A_QUESTION, () -> shelves.memory().like(text, to, except, most));
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

    /// As the follower sees it.
    private final class Reading implements Follower.Following {
        @Override
        public String name() {
            return "translations";
        }

        @Override
        public Logger log() {
            return LOG;
        }

        @Override
        public boolean follow() {
            return TranslationRoom.this.follow();
        }
    }

    @Override
    public void close() {
        follower.close();
    }
}
