package torgau.matters;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import torgau.catalogue.value.Value;
import torgau.journal.Act;
import torgau.journal.Digest;
import torgau.journal.Entry;
import torgau.journal.Feed;
import torgau.journal.Payload;
import torgau.journal.Precedence;
import torgau.journal.Reference;
import torgau.journal.SeenMark;
import torgau.journal.SignedEntry;
import torgau.journal.Text;

/// Somebody says as much as a matter takes, in as many incarnations, so that every entry may arrive in
/// any order and nobody knew of anybody.
class CrowdedMatterTest {
    private static final Duration ENOUGH = Duration.ofSeconds(2);

    private final Scene scene = new Scene();
    private final Entry opening = scene.file(Scene.BLUE, "UA", "UA", null);

    private Entry entry(int incarnation, Act act) {
        var payload = new Payload(
                new Feed(Scene.RED, incarnation),
                1,
                List.of(new SeenMark(opening.payload().feed(), 1)),
                scene.now + incarnation,
                scene.trafficClass,
                Precedence.ROUTINE,
                List.of(),
                opening.reference(),
                List.of(opening.reference()),
                act);
        return new Entry(
                new SignedEntry(new byte[1], new byte[64]),
                payload,
                new Digest(incarnation, 1, 0, 0),
                opening.height() + 1);
    }

    private List<Entry> crowd() {
        var words = new Act.Message(Scene.OFFICE, "", new Text("en", "words"), List.of());
        Act interim = Scene.notification("UA", 1, "UI", Scene.values("UA", "UI", opening.reference()));
        var entries = new ArrayList<Entry>();
        for (int incarnation = 1; incarnation <= Matter.MOST; incarnation++) {
            entries.add(entry(incarnation, incarnation % 8 == 0 ? interim : words));
        }
        return entries;
    }

    private Matter fold(List<Entry> entries) {
        var book = new Book(Scene.EDITIONS, scene.roster(), _ -> Optional.empty(), 1);
        book.add(opening);
        entries.forEach(book::add);
        return book.matter(opening.reference()).orElseThrow();
    }

    @Test
    void as_many_entries_as_a_matter_takes_are_folded_in_the_worst_order_within_two_seconds() {
        List<Entry> entries = crowd();
        Matter inOrder = fold(entries);
        ThreadMXBean own = ManagementFactory.getThreadMXBean();
        long began = own.getCurrentThreadCpuTime();
        Matter backwards = fold(entries.reversed());
        assertThat(Duration.ofNanos(own.getCurrentThreadCpuTime() - began)).isLessThan(ENOUGH);
        assertThat(AnyOrderTest.description(backwards)).isEqualTo(AnyOrderTest.description(inOrder));
        assertThat(backwards.steps()).hasSize(Matter.MOST);
        Reference last = entries.getLast().reference();
        assertThat(backwards.outcome(last)).isInstanceOf(Outcome.Voided.class);
    }

    private static Duration cpu(Runnable work) {
        ThreadMXBean own = ManagementFactory.getThreadMXBean();
        long began = own.getCurrentThreadCpuTime();
        work.run();
        return Duration.ofNanos(own.getCurrentThreadCpuTime() - began);
    }

    private Matter foldAll(Entry first) {
        var book = new Book(Scene.EDITIONS, scene.roster(), _ -> Optional.empty(), 1);
        scene.all.forEach(book::add);
        return book.matter(first.reference()).orElseThrow();
    }

    /// Every second entry takes back all answers that the one before it gave, each for sixty persons.
    @Test
    void sixty_rows_that_begin_anew_with_every_second_entry_take_little_time() {
        var listed = rows("part", "member");
        listed.forEach(row -> row.put("person", new Value.Annexed(Digest.over(), 1)));
        Entry request =
                scene.file(Scene.BLUE, "RV", "RV", Map.of("delegation", new Value.Rows(List.copyOf(listed))), null);
        scene.tell(Scene.BLUE, Scene.RED);
        Act later = answering("later", request);
        Act approved = answering("approved", request);
        for (int i = 1; i < Matter.MOST; i++) {
            scene.say(Scene.RED, i % 2 == 0 ? approved : later, request.reference(), request.reference());
        }
        var matter = new AtomicReference<Matter>();
        assertThat(cpu(() -> matter.set(foldAll(request)))).isLessThan(ENOUGH.multipliedBy(5));
        assertThat(matter.get().awaited().stream()
                        .filter(item -> item.open() && item.row() != null)
                        .count())
                .isEqualTo(60);
    }

    private static Act answering(String answer, Entry request) {
        var values = Scene.values("RV", "RVA", request.reference());
        values.put("persons", new Value.Rows(List.copyOf(rows("answer", answer))));
        return Scene.notification("RV", 1, "RVA", values);
    }

    private static List<NavigableMap<String, Value>> rows(String column, String item) {
        var rows = new ArrayList<NavigableMap<String, Value>>();
        for (int number = 1; number <= 60; number++) {
            rows.add(new TreeMap<>(Map.of("number", new Value.Count(number, number), column, new Value.Code(item))));
        }
        return rows;
    }
}
