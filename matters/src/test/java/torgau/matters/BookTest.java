package torgau.matters;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import torgau.journal.Act;
import torgau.journal.Entry;
import torgau.journal.Reference;

class BookTest {
    private static final int PLENTY = 1_000;

    private final Scene scene = new Scene();

    private Book book(List<Entry> entries, int whole) {
        var held = new ArrayList<Entry>();
        var book = new Book(
                Scene.EDITIONS,
                scene.roster(),
                place -> held.stream()
                        .filter(entry -> entry.reference().equals(place))
                        .findFirst(),
                whole);
        for (Entry entry : entries) {
            held.add(entry);
            book.add(entry);
        }
        return book;
    }

    private static String description(Book book, long now) {
        var text = new StringBuilder();
        book.outlines().forEach(outline -> {
            text.append(outline).append('\n');
            text.append(AnyOrderTest.description(book.matter(outline.id()).orElseThrow()));
        });
        book.awaited(now)
                .forEach(item -> text.append(item.subject().id())
                        .append(item.awaited().clock().name())
                        .append(item.due())
                        .append('\n'));
        return text.toString();
    }

    private void traffic(Random random) {
        var matters = new ArrayList<Reference>();
        for (int i = 0; i < 60; i++) {
            int station = List.of(Scene.BLUE, Scene.BLUE_TOO, Scene.RED).get(random.nextInt(3));
            Reference matter = matters.isEmpty() ? null : matters.get(random.nextInt(matters.size()));
            scene.now += random.nextInt(600_000);
            switch (random.nextInt(6)) {
                case 0 -> matters.add(scene.file(station, "UA", "UA", null).reference());
                case 1 -> matters.add(scene.message(station, null).reference());
                case 2 -> scene.seen(station);
                case 3 -> {
                    if (matter != null) {
                        scene.acknowledge(station, matter, matter);
                    }
                }
                case 4 -> {
                    if (matter != null) {
                        scene.file(station, "UA", random.nextBoolean() ? "UR" : "WD", matter, matter);
                    }
                }
                default -> {
                    var scope = random.nextBoolean() ? new Act.Scope.WholeLine() : new Act.Scope.Procedure("UA");
                    scene.say(station, new Act.Suspension(Scene.OFFICE, scope, "D", 0, null, List.of()), null);
                }
            }
            scene.tell(List.of(Scene.BLUE, Scene.BLUE_TOO, Scene.RED).get(random.nextInt(3)), station);
        }
        scene.tellAll();
        scene.seen(Scene.RED);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void neither_the_order_of_arrival_nor_what_is_held_whole_decides(int seed) {
        var random = new Random(seed);
        traffic(random);
        String inOrder = description(book(scene.all.stream().sorted().toList(), PLENTY), scene.now);
        for (int order = 0; order < 5; order++) {
            List<Entry> arrival = AnyOrderTest.arrival(scene.all, random);
            assertThat(description(book(arrival, order % 2 == 0 ? 1 : PLENTY), scene.now))
                    .isEqualTo(inOrder);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void a_book_that_was_asked_after_every_entry_says_what_a_new_one_says(int seed) {
        var random = new Random(seed);
        traffic(random);
        var held = new ArrayList<Entry>();
        var asked = book(List.of(), PLENTY);
        for (Entry entry : AnyOrderTest.arrival(scene.all, random)) {
            held.add(entry);
            asked.add(entry);
            long now = scene.now + random.nextInt(600_000);
            assertThat(asked.awaited(now))
                    .as("after %s", entry.reference())
                    .isEqualTo(book(held, PLENTY).awaited(now));
        }
    }

    @Test
    void what_becomes_due_first_comes_first_and_what_was_not_received_last() {
        Entry first = scene.file(Scene.BLUE, "UA", "UA", null);
        scene.tellAll();
        scene.seen(Scene.RED);
        Entry second = scene.file(Scene.BLUE, "UA", "UA", null);

        List<Book.Item> items = book(scene.all, PLENTY).awaited(scene.now);
        assertThat(items.stream()
                        .map(item ->
                                item.awaited().clock().name() + item.subject().id()))
                .containsExactly(
                        "ack" + first.reference(),
                        "reply" + first.reference(),
                        "ack" + second.reference(),
                        "reply" + second.reference());
        assertThat(items.get(2).due()).isNull();
    }

    @Test
    void a_clock_stands_still_while_the_counterpart_that_opened_its_matter_is_suspended() {
        Entry opening = scene.file(Scene.BLUE, "IQ", "IQ", null);
        scene.tellAll();
        scene.seen(Scene.RED);
        Long before = due(opening);
        suspended(Scene.RED, "Another office");
        suspended(Scene.BLUE, Scene.OFFICE.title());
        scene.now += 5 * 3_600_000L;
        assertThat(due(opening))
                .as("not that office; and not of the other side")
                .isEqualTo(before);
        Entry suspension = suspended(Scene.RED, " " + Scene.OFFICE.title().toUpperCase(java.util.Locale.ROOT));
        scene.now += 5 * 3_600_000L;
        assertThat(due(opening) - before)
                .isEqualTo(scene.now - suspension.payload().time());
        Entry resumption = scene.say(Scene.RED, new Act.Resumption(Scene.OFFICE, "D", 0), null, suspension.reference());
        long stood = resumption.payload().time() - suspension.payload().time();
        scene.now += 9 * 3_600_000L;
        assertThat(due(opening) - before).isEqualTo(stood);
    }

    private Entry suspended(int station, String counterpart) {
        return scene.say(
                station,
                new Act.Suspension(Scene.OFFICE, new Act.Scope.Counterpart(counterpart), "D", 0, null, List.of()),
                null);
    }

    /// Requirement 3.
    @Test
    void a_clock_stands_still_while_its_procedure_is_suspended_if_its_procedure_says_so() {
        Entry opening = scene.file(Scene.BLUE, "IQ", "IQ", null);
        scene.tellAll();
        scene.seen(Scene.RED);
        Long before = due(opening);
        Entry suspension = scene.say(
                Scene.RED,
                new Act.Suspension(Scene.OFFICE, new Act.Scope.Procedure("IQ"), "D", 0, null, List.of()),
                null);
        scene.now += 5 * 3_600_000L;
        Long during = due(opening);
        Entry resumption = scene.say(Scene.RED, new Act.Resumption(Scene.OFFICE, "D", 0), null, suspension.reference());
        long stood = resumption.payload().time() - suspension.payload().time();
        scene.now += 9 * 3_600_000L;
        assertThat(during - before).isEqualTo(5 * 3_600_000L);
        assertThat(due(opening) - before).isEqualTo(stood);
    }

    @Test
    void nobody_drowns_a_matter_in_entries_that_had_not_seen_it() {
        Entry opening = scene.file(Scene.BLUE, "UA", "UA", null);
        for (int i = 0; i < 50; i++) {
            scene.message(Scene.RED, opening.reference());
        }
        scene.tellAll();
        Entry reply = scene.file(Scene.RED, "UA", "UR", opening.reference(), opening.reference());

        for (int whole : List.of(1, PLENTY)) {
            Matter matter = book(scene.all, whole).matter(opening.reference()).orElseThrow();
            assertThat(matter.steps()).hasSize(2);
            assertThat(matter.outcome(reply.reference()).stands()).isTrue();
        }
    }

    @Test
    void a_resumption_dated_far_ahead_stops_no_clock() {
        Entry opening = scene.file(Scene.BLUE, "IQ", "IQ", null);
        scene.tellAll();
        scene.seen(Scene.RED);
        Long before = due(opening);
        Entry suspension = scene.say(
                Scene.RED,
                new Act.Suspension(Scene.OFFICE, new Act.Scope.Procedure("IQ"), "D", 0, null, List.of()),
                null);
        Entry resumption = scene.say(
                Scene.RED,
                new Act.Resumption(Scene.OFFICE, "D", scene.now + 900L * 86_400_000),
                null,
                suspension.reference());
        scene.now += 20 * 86_400_000L;
        assertThat(due(opening) - before)
                .isEqualTo(resumption.payload().time() - suspension.payload().time());
    }

    @Test
    void one_matter_that_cannot_be_read_again_stops_no_other_and_is_there_once_it_can() {
        Entry first = scene.message(Scene.BLUE, null);
        scene.tellAll();
        scene.acknowledge(Scene.RED, first.reference(), first.reference());
        Entry second = scene.file(Scene.BLUE, "UA", "UA", null);
        scene.tellAll();
        Entry more = scene.message(Scene.RED, first.reference());
        var readable = new AtomicBoolean();
        var book = new Book(
                Scene.EDITIONS,
                scene.roster(),
                place -> readable.get()
                        ? scene.all.stream()
                                .filter(entry -> entry.reference().equals(place))
                                .findFirst()
                        : Optional.empty(),
                0);
        scene.all.stream().filter(entry -> !entry.equals(more)).forEach(book::add);
        book.outlines();
        book.add(more);

        assertThat(book.awaited(scene.now))
                .extracting(item -> item.subject().id())
                .containsOnly(second.reference());
        assertThat(book.failures()).extracting(Book.Failure::matter).containsExactly(first.reference());
        readable.set(true);
        book.again();
        assertThat(book.matter(first.reference()).orElseThrow().steps()).hasSize(3);
        assertThat(book.awaited(scene.now))
                .extracting(item -> item.subject().id())
                .contains(first.reference());
        assertThat(book.failures()).isEmpty();
    }

    private Long due(Entry opening) {
        return book(scene.all, PLENTY).awaited(scene.now).stream()
                .filter(item -> item.subject().id().equals(opening.reference()))
                .filter(item -> item.awaited().clock().kind() == torgau.catalogue.Clock.Kind.ANSWER)
                .map(Book.Item::due)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void matters_of_one_procedure_are_told_apart_also_when_few_are_held_whole() {
        var asked = new ArrayList<Reference>();
        for (int i = 0; i < 5; i++) {
            asked.add(scene.file(Scene.BLUE, "UA", "UA", null).reference());
            scene.message(Scene.RED, null);
        }

        Book book = book(scene.all, 1);

        assertThat(book.following("UA", Matter.MOST)).extracting(Matter::id).containsExactlyInAnyOrderElementsOf(asked);
        assertThat(book.following("WR", Matter.MOST)).isEmpty();
    }

    /// Rows 10 and 11: whoever opens very many takes the place of its own alone.
    @Test
    void of_the_matters_of_a_procedure_the_newest_of_each_opener_are_given_up_to_a_number_of_entries() {
        var asked = new ArrayList<Reference>();
        for (int i = 0; i < 4; i++) {
            asked.add(scene.file(Scene.RED, "UA", "UA", null).reference());
        }
        Reference ours = scene.file(Scene.BLUE, "UA", "UA", null).reference();
        scene.message(Scene.RED, asked.getLast(), asked.getLast());
        Book book = book(scene.all, 1);
        assertThat(book.following("UA", 3)).extracting(Matter::id).containsExactly(ours, asked.get(2), asked.get(3));
        assertThat(book.following("UA", 100)).hasSize(5);
    }

    /// Rows 10 and 11.
    @Test
    void the_offices_in_whose_name_each_party_has_spoken_are_the_same_in_any_order() {
        for (int i = 0; i < Voices.MOST_OF_ONE + 20; i++) {
            var office = new torgau.journal.Office("Duty officer", "Unit " + i);
            var words = new torgau.journal.Text("en", "words");
            scene.say(Scene.RED, new torgau.journal.Act.Message(office, "", words, List.of()), null);
        }
        scene.message(Scene.RED, null);
        scene.message(Scene.BLUE, null);
        List<Voice> voices = book(scene.all, PLENTY).voices();
        assertThat(voices).hasSize(1 + Voices.MOST_OF_ONE);
        assertThat(voices.getFirst().party()).isEqualTo(1);
        assertThat(voices.getFirst().office()).isEqualTo(Scene.OFFICE);
        assertThat(book(scene.all.reversed(), PLENTY).voices()).isEqualTo(voices);
    }
}
