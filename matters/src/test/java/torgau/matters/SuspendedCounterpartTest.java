package torgau.matters;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import torgau.journal.Act;
import torgau.journal.Entry;
import torgau.journal.Reference;
import torgau.journal.agreement.PartyKind;
import torgau.matters.figures.Delay;
import torgau.matters.figures.Figures;
import torgau.matters.figures.Scope;

/// Of several parties two may suspend their contact; what is between the others goes on.
class SuspendedCounterpartTest {
    private static final long HOUR = 3_600_000;
    private static final int BLUE = 1;
    private static final int RED = 2;
    private static final int GREEN = 3;

    private final Scene scene = new Scene();

    @BeforeEach
    void three() {
        scene.kinds = List.of(PartyKind.STATE, PartyKind.STATE, PartyKind.STATE, PartyKind.OBSERVER);
    }

    private Book book() {
        var journal = new TreeMap<Reference, Entry>();
        scene.all.forEach(entry -> journal.put(entry.reference(), entry));
        var book = new Book(Scene.EDITIONS, scene.roster(), place -> Optional.ofNullable(journal.get(place)), 10);
        scene.all.stream().sorted().forEach(book::add);
        return book;
    }

    private long due(String clock, int party) {
        Book.Item found = book().awaited(scene.now).stream()
                .filter(item -> item.awaited().clock().name().equals(clock)
                        && item.awaited().party() == party)
                .findFirst()
                .orElseThrow();
        Matter matter = book().matter(found.subject().id()).orElseThrow();
        assertThat(found.awaited().due(book().stopped(matter.subject(), scene.now)))
                .as("the list and the matter say the same")
                .isEqualTo(found.due());
        return Objects.requireNonNull(found.due());
    }

    private Entry suspended(int station, String counterpart) {
        scene.tellAll();
        var scope = new Act.Scope.Counterpart(counterpart);
        return scene.say(station, new Act.Suspension(Scene.OFFICE, scope, "D", 0, null, List.of()), null);
    }

    private Entry asked() {
        Entry asked = scene.file(Scene.BLUE, "IQ", "IQ", null);
        scene.tellAll();
        scene.seen(Scene.RED);
        scene.seen(Scene.GREEN);
        scene.tellAll();
        return asked;
    }

    /// Requirement 3; row 11.
    @Test
    void what_is_awaited_between_the_two_stands_still_and_what_is_between_others_runs() {
        asked();
        long red = due("reply", RED);
        long green = due("reply", GREEN);
        Entry suspension = suspended(Scene.RED, "BLUE");
        scene.now += 5 * HOUR;

        assertThat(due("reply", RED) - red)
                .isEqualTo(scene.now - suspension.payload().time());
        assertThat(due("reply", GREEN)).isEqualTo(green);
    }

    @Test
    void what_others_suspend_between_themselves_is_nothing_to_the_third() {
        asked();
        long red = due("reply", RED);
        suspended(Scene.RED, "GREEN");
        suspended(Scene.GREEN, "RED");
        suspended(Scene.GREEN, Scene.OFFICE.title());
        scene.now += 5 * HOUR;
        assertThat(due("reply", RED)).isEqualTo(red);
    }

    @Test
    void an_office_that_opened_the_matter_may_be_suspended_by_one_of_them() {
        asked();
        long red = due("reply", RED);
        long green = due("reply", GREEN);
        suspended(Scene.GREEN, Scene.OFFICE.title());
        scene.now += 5 * HOUR;
        assertThat(due("reply", GREEN)).isGreaterThan(green + 4 * HOUR);
        assertThat(due("reply", RED)).isEqualTo(red);
    }

    /// Row 18: figures leave out what clocks leave out, between the same two.
    @Test
    void figures_leave_out_the_time_between_the_two_alone() {
        Entry asked = asked();
        suspended(Scene.RED, "BLUE");
        scene.now += 5 * HOUR;
        scene.file(Scene.GREEN, "IQ", "IQR", asked.reference(), asked.reference());
        Entry lift = scene.all.stream()
                .filter(entry -> entry.payload().act() instanceof Act.Suspension)
                .findFirst()
                .orElseThrow();
        scene.say(Scene.RED, new Act.Resumption(Scene.OFFICE, "D", 0, null), null, lift.reference());
        scene.file(Scene.RED, "IQ", "IQR", asked.reference(), asked.reference());
        scene.tellAll();

        assertThat(took(RED)).isLessThan(HOUR);
        assertThat(took(GREEN)).isBetween(5 * HOUR, 6 * HOUR);
    }

    private long took(int party) {
        Book book = book();
        while (!book.tally(1_000)) {}
        return Figures.of(book.tallies(), new Scope(0, scene.now + HOUR, "")).delays().stream()
                .filter(delay -> delay.key().equals(new Delay.Key(Delay.Kind.ANSWER, party, Delay.By.ALL, "")))
                .findFirst()
                .orElseThrow()
                .spread()
                .cases()
                .getFirst()
                .millis();
    }

    /// What a party awaits of itself it awaits for all: one that suspends another stops nothing of it.
    @Test
    void between_a_party_and_several_others_no_suspension_of_one_counts() {
        var opener = new Opener(BLUE, "", "");
        assertThat(Between.of(RED, RED, 0, opener)).isEmpty();
        assertThat(Between.of(RED, RED, BLUE << 8 | RED, opener)).contains(new Between(RED, BLUE, opener));
        assertThat(Between.of(GREEN, GREEN, BLUE << 8 | RED, opener)).isEmpty();
        assertThat(Between.of(RED, GREEN, 0, opener)).contains(new Between(RED, GREEN, opener));
    }
}
