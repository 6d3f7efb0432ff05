package torgau.matters.missions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import torgau.catalogue.value.Value;
import torgau.journal.Entry;
import torgau.journal.Reference;
import torgau.matters.Awaited;
import torgau.matters.Book;
import torgau.matters.Matter;
import torgau.matters.Outcome;
import torgau.matters.Quotas;
import torgau.matters.Scene;
import torgau.matters.Turn;

class MissionTest {
    private static final long DURING = 1_800_000_000_000L; // January 2027, within the example's passes
    private final Scene scene = new Scene();

    private Entry by(int station, String code, Map<String, Value> changed, Entry matter, Entry... refs) {
        scene.tell(Scene.BLUE, Scene.RED);
        scene.tell(Scene.RED, Scene.BLUE);
        Entry of = refs.length == 0 ? matter : refs[0];
        return scene.file(station, "AC", code, changed, matter.reference(), of.reference());
    }

    private Matter matter(Entry opening) {
        return scene.fold(opening.reference());
    }

    private Mission mission(Entry opening) {
        return Mission.of(matter(opening), DURING).orElseThrow();
    }

    private static Value passes(String... answers) {
        var rows = new java.util.ArrayList<TreeMap<String, Value>>();
        long[] numbers = {1, 9};
        for (int i = 0; i < answers.length; i++) {
            rows.add(new TreeMap<>(Map.of(
                    "number", new Value.Count(numbers[i], numbers[i]),
                    "answer", new Value.Code(answers[i]),
                    "credential", new Value.Name("MC-" + numbers[i]))));
        }
        return new Value.Rows(List.copyOf(rows));
    }

    /// Requirement 35; row 5: a quota and what is left of it are seen alike by both.
    @Test
    void passes_take_places_until_they_end_and_more_than_the_quota_is_shown_and_not_refused() {
        Entry asked = scene.file(Scene.BLUE, "AC", "AC", Map.of("quota", new Value.Count(1, 1)), null);
        Quotas.Count none = mission(asked).quotas().getFirst();
        assertThat(none.most()).contains(1L);
        assertThat(none.left()).contains(1L);

        Entry issued = by(Scene.RED, "ACP", Map.of("passes", passes("issued", "with_limits")), asked);
        assertThat(matter(asked).outcome(issued.reference())).isInstanceOf(Outcome.Moved.class);
        Quotas.Count over = mission(asked).quotas().getFirst();
        assertThat(over.used()).isEqualTo(2);
        assertThat(over.exceeded()).isTrue();
        assertThat(over.left()).contains(0L);

        by(Scene.BLUE, "ACN", Map.of(), asked, issued);
        by(
                Scene.BLUE,
                "ACV",
                Map.of("credential", new Value.Name("MC-9"), "effective", new Value.Instant(DURING - 1)),
                asked,
                issued);
        assertThat(mission(asked).quotas().getFirst().used()).isEqualTo(1);
        assertThat(Mission.of(matter(asked), Long.MAX_VALUE)
                        .orElseThrow()
                        .quotas()
                        .getFirst()
                        .used())
                .as("the passes have lapsed")
                .isZero();
    }

    /// Requirement 36; row 5.
    @Test
    void each_of_the_staff_has_the_pass_that_was_last_answered() {
        Entry asked = scene.file(Scene.BLUE, "AC", "AC", null);
        assertThat(mission(asked).awaited())
                .anyMatch(item -> item.clock().name().equals("passes"));
        Entry issued = by(Scene.RED, "ACP", Map.of("passes", passes("issued", "later")), asked);
        by(Scene.RED, "ACP", Map.of("passes", passes("issued", "refused")), asked);
        by(Scene.RED, "ACV", Map.of("credential", new Value.Name("MC-1")), asked, issued);

        List<Mission.Staff> staff = mission(asked).staff();
        assertThat(staff).extracting(Mission.Staff::number).containsExactly(1L, 9L);
        assertThat(staff.getFirst().pass()).hasValueSatisfying(pass -> {
            assertThat(pass.credential()).contains("MC-1");
            assertThat(pass.ended()).isPresent();
            assertThat(pass.inForce(DURING)).isFalse();
        });
        assertThat(staff.getLast().pass())
                .hasValueSatisfying(pass -> assertThat(pass.answer()).isEqualTo("refused"));
    }

    /// Row 5: the alarm of a party that is late back is that of the clock of its trip.
    @Test
    void a_party_is_awaited_back_and_its_word_ends_that() {
        Entry notice = scene.file(Scene.BLUE, "AC", "ACT", null);
        Trip trip = Trip.of(matter(notice)).orElseThrow();
        long back = trip.back().orElseThrow();
        assertThat(trip.standing(back - 1)).isEqualTo(Trip.Standing.UNDER_WAY);
        assertThat(trip.standing(trip.out().orElseThrow() - 1)).isEqualTo(Trip.Standing.PLANNED);
        assertThat(trip.standing(back)).isEqualTo(Trip.Standing.NO_WORD);
        Awaited item = trip.awaited().stream()
                .filter(each -> each.clock().name().equals("back"))
                .findFirst()
                .orElseThrow();
        assertThat(item.due(_ -> 0)).isEqualTo(back + 7_200_000);
        assertThat(item.party()).isEqualTo(1);

        by(Scene.BLUE, "ACB", Map.of(), notice);
        Trip late = Trip.of(matter(notice)).orElseThrow();
        assertThat(late.standing(back)).isEqualTo(Trip.Standing.LATE);
        assertThat(late.back()).hasValueSatisfying(time -> assertThat(time).isGreaterThan(back));
        assertThat(awaitedBack(late)).containsExactly(late.back().orElseThrow() + 7_200_000);
        Value later = new Value.Instant(late.back().orElseThrow() + 3_600_000);
        by(Scene.BLUE, "ACB", Map.of("back", later), notice);
        assertThat(awaitedBack(Trip.of(matter(notice)).orElseThrow()))
                .containsExactly(late.back().orElseThrow() + 10_800_000);
        by(Scene.BLUE, "ACB", Map.of("status", new Value.Code("back")), notice);
        Trip over = Trip.of(matter(notice)).orElseThrow();
        assertThat(over.standing(Long.MAX_VALUE)).isEqualTo(Trip.Standing.BACK);
        assertThat(awaitedBack(over)).isEmpty();
    }

    private static List<Long> awaitedBack(Trip trip) {
        return trip.awaited().stream()
                .filter(each -> each.clock().name().startsWith("back"))
                .map(each -> each.due(_ -> 0))
                .toList();
    }

    /// Row 5: what each side says of a stop, and the protest connected with it, stay linked.
    @Test
    void of_a_stop_both_accounts_stand_beside_each_other() {
        Entry report = scene.file(Scene.BLUE, "AC", "ACO", null);
        assertThat(Stop.of(matter(report)).getFirst().sameStatement()).isEmpty();
        by(Scene.RED, "ACR", Map.of("protest", new Value.Message(report.reference())), report);

        Stop stop = Stop.of(matter(report)).getFirst();
        assertThat(stop.statement()).contains("refused");
        assertThat(stop.answers().getFirst().statement()).contains("with_reservation");
        assertThat(stop.sameStatement()).contains(false);
        assertThat(stop.answers().getFirst().protest()).contains(report.reference());
    }

    private Entry outside(int station, String procedure, String code, Entry... refs) {
        scene.tell(Scene.BLUE, Scene.RED);
        scene.tell(Scene.RED, Scene.BLUE);
        return scene.file(
                station,
                procedure,
                code,
                null,
                Arrays.stream(refs).map(Entry::reference).toArray(Reference[]::new));
    }

    private Entry answered(int station, String code, Entry protest) {
        scene.tell(Scene.BLUE, Scene.RED);
        scene.tell(Scene.RED, Scene.BLUE);
        return scene.file(station, "PR", code, protest.reference(), protest.reference());
    }

    private List<Protest> protests(Entry report) {
        var journal = new TreeMap<Reference, Entry>();
        scene.all.forEach(entry -> journal.put(entry.reference(), entry));
        var book = new Book(Scene.EDITIONS, scene.roster(), place -> Optional.ofNullable(journal.get(place)), 1);
        scene.all.stream().sorted().forEach(book::add);
        return Protest.about(
                book, Stop.of(book.matter(report.reference()).orElseThrow()).getFirst());
    }

    /// Row 5: whoever protests, and whatever of the stop that refers to, the protest and its answer stand
    /// beside the stop.
    @Test
    void a_protest_of_either_side_stands_with_its_answer_beside_the_stop_that_it_cites() {
        Entry report = scene.file(Scene.BLUE, "AC", "ACO", null);
        Entry other = scene.file(Scene.BLUE, "AC", "ACO", null);
        Entry view = by(Scene.RED, "ACR", Map.of(), report);
        Entry ours = outside(Scene.BLUE, "PR", "PRP", report);
        Entry theirs = outside(Scene.RED, "PR", "PR", view);
        outside(Scene.RED, "PR", "PRP", other);
        Entry incident = outside(Scene.BLUE, "IN", "IN", report);
        Entry third = outside(Scene.RED, "PR", "PRP", incident);
        Entry answer = answered(Scene.RED, "PRR", ours);

        List<Protest> all = protests(report);
        assertThat(all)
                .extracting(each -> each.act().place())
                .containsExactlyInAnyOrder(ours.reference(), theirs.reference(), third.reference());
        assertThat(all)
                .filteredOn(each -> each.act().place().equals(ours.reference()))
                .allSatisfy(each ->
                        assertThat(each.replies()).extracting(Turn::place).containsExactly(answer.reference()));
        assertThat(all)
                .filteredOn(each -> !each.act().place().equals(ours.reference()))
                .allSatisfy(each -> assertThat(each.replies()).isEmpty());
    }

    /// Row 5: a reply on the stop may name the protest, and however many refer to it, so many are looked
    /// at.
    @Test
    void a_protest_that_a_reply_names_is_joined_too_and_of_very_many_the_first() {
        Entry report = scene.file(Scene.BLUE, "AC", "ACO", null);
        Entry protest = outside(Scene.BLUE, "PR", "PRP");
        by(Scene.RED, "ACR", Map.of("protest", new Value.Message(protest.reference())), report);
        assertThat(protests(report)).extracting(each -> each.act().place()).containsExactly(protest.reference());

        for (int i = 0; i < 2 * Protest.MOST; i++) {
            outside(Scene.RED, "PR", "PRP", report);
        }
        assertThat(protests(report)).hasSize(Protest.MOST);
    }

    /// Requirement 36; row 5.
    @Test
    void an_area_is_noted_until_it_is_changed() {
        Entry area = scene.file(Scene.RED, "RA", "RA", null);
        scene.tell(Scene.RED, Scene.BLUE);
        scene.file(
                Scene.BLUE,
                "RA",
                "RAN",
                Map.of("answer", new Value.Code("reserved"), "reservation", new Value.Words("Not by the road.")),
                area.reference(),
                area.reference());
        Area noted = Area.of(matter(area)).orElseThrow();
        assertThat(noted.answer()).contains("reserved");
        assertThat(noted.reservation()).contains("Not by the road.");

        scene.tell(Scene.BLUE, Scene.RED);
        scene.file(Scene.RED, "RA", "RAM", area.reference(), area.reference());
        assertThat(Area.of(matter(area)).orElseThrow().answer()).isEqualTo(Optional.empty());
    }
}
