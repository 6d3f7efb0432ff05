package torgau.matters;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;
import torgau.catalogue.value.Value;
import torgau.journal.Act;
import torgau.journal.Entry;
import torgau.journal.Limits;
import torgau.journal.Reference;
import torgau.matters.plan.Source;
import torgau.matters.plan.Sources;

/// Peers open as many matters as they like, let each refer to as many others as an entry can, in chains
/// and in rings, and ask for nothing that is forbidden: every question is answered in time, and on a
/// stack that no depth of references can use up.
class AbsurdMattersTest {
    private static final int MATTERS = 20_000;
    private static final int ASKED = 200;
    private static final int STACK_BYTES = 256 * 1_024;
    private static final Duration ENOUGH = Duration.ofSeconds(30);

    private final Scene scene = new Scene();
    private final Map<Reference, Entry> journal = new TreeMap<>();

    private Act opening(String procedure) {
        return Scene.notification(procedure, 1, procedure, Scene.values(procedure, procedure));
    }

    /// Runs where little stack is left, and says how long its own thread worked.
    private static <T> T small(Callable<T> work) throws Exception {
        var task = new FutureTask<T>(() -> {
            long began = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            T answer = work.call();
            long took = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - began;
            assertThat(Duration.ofNanos(took)).isLessThan(ENOUGH);
            return answer;
        });
        new Thread(null, task, "little stack", STACK_BYTES).start();
        return task.get();
    }

    private Book book(List<Entry> entries) {
        var book = new Book(Scene.EDITIONS, scene.roster(), place -> Optional.ofNullable(journal.get(place)), 100);
        for (Entry entry : entries) {
            journal.put(entry.reference(), entry);
            book.add(entry);
        }
        return book;
    }

    /// All that is asked of a book as a whole, and of single matters among the first and the last.
    private static void ask(Book book, List<Reference> ids, long now) {
        assertThat(book.failures()).isEmpty();
        book.awaited(now);
        book.calendar(1, now);
        book.standing();
        book.outlines();
        book.following("WP", Matter.MOST);
        book.following("RV", Matter.MOST);
        while (!book.tally(1_000)) {}
        var sources = new Sources();
        for (int i = 0; i < ASKED; i++) {
            Reference id = ids.get(i % 2 == 0 ? i : ids.size() - i);
            assertThat(book.matter(id)).isPresent();
            sources.of(book, id)
                    .map(Source::matter)
                    .ifPresent(event -> assertThat(event.id()).isEqualTo(id));
        }
        assertThat(book.failures()).isEmpty();
    }

    /// Each matter refers to the one before it, and to as many more as an entry can; the first to the
    /// last, by a later entry.
    @Test
    void twenty_thousand_matters_in_a_ring_are_read_and_asked() throws Exception {
        var ids = new ArrayList<Reference>();
        Act event = opening("WP");
        for (int i = 0; i < MATTERS; i++) {
            int station = i % 2 == 0 ? Scene.BLUE : Scene.RED;
            scene.tell(Scene.BLUE, Scene.RED);
            scene.tell(Scene.RED, Scene.BLUE);
            int from = Math.max(0, ids.size() - Limits.REFERENCES);
            Reference[] refs = ids.subList(from, ids.size()).toArray(Reference[]::new);
            ids.add(scene.say(station, event, null, refs).reference());
        }
        scene.tellAll();
        scene.message(Scene.BLUE, ids.getFirst(), ids.getLast());

        small(() -> {
            Book book = book(scene.all);
            ask(book, ids, scene.now);
            assertThat(book.outlines()).hasSize(MATTERS);
            return book;
        });
    }

    /// One act calls for a report, and everybody opens one.
    @Test
    void twenty_thousand_matters_opened_by_one_act_are_read_and_asked() throws Exception {
        Entry visit = scene.say(Scene.BLUE, opening("RV"), null);
        Entry approved = step(Scene.RED, "RVA", visit, visit);
        Entry arrived = step(Scene.RED, "RVB", visit, approved);
        Entry departed = step(Scene.RED, "RVL", visit, arrived);
        scene.tell(Scene.RED, Scene.BLUE);
        var ids = new ArrayList<Reference>();
        Act report = opening("AR");
        for (int i = 0; i < MATTERS; i++) {
            ids.add(scene.say(Scene.BLUE, report, null, departed.reference()).reference());
        }
        scene.tellAll();

        Matter hub = small(() -> {
            Book book = book(scene.all);
            ask(book, ids, scene.now);
            return book.matter(visit.reference()).orElseThrow();
        });
        assertThat(hub.links().opens()).hasSize(1);
        assertThat(hub.links().opens().getFirst().matters()).hasSize(MATTERS);
    }

    private Entry step(int station, String format, Entry matter, Entry of) {
        scene.tell(Scene.BLUE, Scene.RED);
        Map<String, Value> asExample = Map.of();
        return scene.file(station, "RV", format, asExample, matter.reference(), of.reference());
    }

    /// Two sides refer to each other's entries before they are made: such an entry has no effect, and the
    /// ring ends nowhere.
    @Test
    void twenty_thousand_matters_that_refer_to_what_is_yet_to_come_are_void_and_done_with() throws Exception {
        var ids = new ArrayList<Reference>();
        Act report = opening("AR");
        for (int i = 1; i <= MATTERS / 2; i++) {
            var theirs = new Reference(Scene.feed(Scene.RED), i);
            ids.add(scene.say(Scene.BLUE, report, null, theirs).reference());
            var ours = new Reference(Scene.feed(Scene.BLUE), i + 1);
            ids.add(scene.say(Scene.RED, report, null, ours).reference());
        }

        Book book = small(() -> {
            Book read = book(scene.all);
            ask(read, ids, scene.now);
            return read;
        });
        assertThat(book.awaited(scene.now)).isEmpty();
        assertThat(book.outlines())
                .allSatisfy(outline -> assertThat(outline.state()).isEmpty());
    }
}
