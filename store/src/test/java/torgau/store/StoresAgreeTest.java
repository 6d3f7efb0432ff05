package torgau.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Random;
import java.util.TreeSet;
import java.util.function.Function;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import torgau.journal.Entry;
import torgau.journal.Feed;
import torgau.journal.Precedence;
import torgau.journal.Reference;
import torgau.journal.TrafficClass;
import torgau.store.memory.MemoryDisk;
import torgau.store.memory.MemoryStore;
import torgau.store.sqlite.SqliteStore;

/// Whatever is committed, both stores say the same.
class StoresAgreeTest {
    private static final int BATCHES = 16;

    @TempDir
    private Path home;

    private final MemoryDisk disk = new MemoryDisk();
    private final List<Write> undroppable = new ArrayList<>();
    private JournalStore sqlite;
    private JournalStore memory;
    private Random random;
    private Traffic traffic;

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void both_stores_answer_every_question_alike(long seed) {
        random = new Random(seed);
        traffic = new Traffic(seed, 2 + random.nextInt(5));
        open();
        for (int i = 0; i < BATCHES; i++) {
            Batch batch = batch();
            sqlite.commit(batch);
            memory.commit(batch);
            if (random.nextInt(6) == 0) {
                sqlite.close();
                memory.close();
                open();
            }
            if (i % 4 == 3) {
                compare();
            }
        }
        sqlite.close();
    }

    private void open() {
        sqlite = SqliteStore.open(home.resolve("journal.db"));
        memory = new MemoryStore(disk);
    }

    private Batch batch() {
        var writes = new ArrayList<Write>();
        for (Entry entry : traffic.next(random.nextInt(15))) {
            writes.add(Traffic.append(entry));
            if (random.nextInt(5) == 0) {
                byte[] signature = new byte[64];
                random.nextBytes(signature);
                writes.add(new Write.Resign(entry.reference(), signature));
            }
            if (random.nextInt(5) == 0) {
                writes.add(new Write.Reply(new Answer("key-" + entry.reference(), entry.id(), entry.reference())));
            }
        }
        for (int i = random.nextInt(6); i > 0; i--) {
            writes.add(other());
        }
        return new Batch(writes);
    }

    private Write other() {
        String key = List.of("link/257", "link/513", "heart", "Ключ").get(random.nextInt(4));
        Feed feed = traffic.feeds().get(random.nextInt(traffic.feeds().size()));
        byte[] bytes = new byte[random.nextInt(5_000)];
        random.nextBytes(bytes);
        return switch (random.nextInt(7)) {
            case 0, 1 -> new Write.Remember(key, bytes);
            case 2 -> new Write.Forget(key);
            case 3 -> undropped(new Write.Hold(traffic.candidate(feed, "words")));
            case 4 -> undropped(new Write.Keep(Blob.of(257 + random.nextInt(3), bytes)));
            case 5 -> new Write.Prove(traffic.fork(feed));
            default -> undroppable.isEmpty() ? new Write.Forget(key) : dropped();
        };
    }

    private Write undropped(Write write) {
        undroppable.add(write);
        return write;
    }

    private Write dropped() {
        return switch (undroppable.remove(random.nextInt(undroppable.size()))) {
            case Write.Hold(Pending pending) -> Write.Drop.of(pending);
            case Write.Keep(Blob blob) -> new Write.Erase(blob.hash());
            case Write write -> write;
        };
    }

    private <T> void alike(Function<JournalStore, T> question) {
        assertThat(question.apply(sqlite)).isEqualTo(question.apply(memory));
    }

    private void compare() {
        alike(JournalStore::heads);
        alike(store -> store.census().entries());
        alike(store -> Said.memories(store.memories("")));
        alike(store -> Said.memories(store.memories("link/")));
        alike(store -> Said.pending(store.pending()));
        alike(store -> Said.proofs(store.proofs()));
        alike(store -> List.of(store.blobBytes(257), store.blobBytes(258), store.blobBytes(259)));
        alike(store -> store.damages(Traffic.LINE, 20));
        alike(store -> Said.entries(store.ofTypes(new TreeSet<>(List.of(5, 10, 60, 80)))));
        for (int i = 0; i < 10; i++) {
            compareAt(place());
            compareArrivals();
        }
        var inOrder = new ArrayList<Entry>();
        memory.inOrder().forEachRemaining(inOrder::add);
        alike(store -> {
            var all = new ArrayList<Entry>();
            store.inOrder().forEachRemaining(all::add);
            return Said.entries(all);
        });
        assertThat(inOrder).isSorted();
    }

    /// A place somewhere before or just beyond a head.
    private Reference place() {
        Feed feed = traffic.feeds().get(random.nextInt(traffic.feeds().size()));
        long last = memory.head(feed).map(head -> head.sequence()).orElse(0L);
        return new Reference(feed, 1 + random.nextInt((int) last + 2));
    }

    private void compareAt(Reference place) {
        Feed observer = traffic.feeds().get(random.nextInt(traffic.feeds().size()));
        int limit = random.nextInt(20);
        alike(store -> store.entry(place).map(Said::of));
        alike(store -> store.arrived(place).map(Said::of));
        alike(store -> store.standing(place));
        alike(store -> Said.entries(store.range(place.feed(), place.sequence(), limit)));
        alike(store -> Said.entries(store.ofMatter(place, limit)));
        alike(store -> store.firstToSee(observer, place).map(Said::of));
        alike(store -> store.firstToSee(observer.station(), place).map(Said::of));
        alike(store -> store.answer("key-" + place));
    }

    private void compareArrivals() {
        long cursor = random.nextInt((int) memory.census().entries() + 2);
        int limit = random.nextInt(20);
        var filter = Filter.ALL
                .ofTypes(random.nextBoolean() ? Among.ALL : new Among(numbers(90), random.nextBoolean()))
                .ofParties(random.nextBoolean() ? Among.ALL : new Among(numbers(4), random.nextBoolean()))
                .ofClasses(random.nextBoolean() ? EnumSet.allOf(TrafficClass.class) : EnumSet.of(TrafficClass.FORMAL))
                .ofPrecedences(random.nextBoolean() ? EnumSet.allOf(Precedence.class) : EnumSet.of(Precedence.FLASH));
        Filter wanted = random.nextInt(4) == 0 ? filter.ofMatter(place()) : filter;
        alike(store -> Said.arrived(store.arrivedAfter(cursor, limit, wanted)));
        alike(store -> Said.arrived(store.arrivedBefore(cursor, limit, wanted)));
        alike(store -> Said.arrived(store.arrivedBefore(Long.MAX_VALUE, limit, wanted)));
    }

    private NavigableSet<Integer> numbers(int bound) {
        var numbers = new TreeSet<>(List.of(1, 80));
        for (int i = 0; i < 3; i++) {
            numbers.add(random.nextInt(bound));
        }
        return numbers;
    }
}
