package torgau.matters.talks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import torgau.catalogue.value.Value;
import torgau.journal.Entry;
import torgau.journal.Reference;
import torgau.matters.Awaited;
import torgau.matters.Matter;
import torgau.matters.Scene;
import torgau.matters.talks.AgendaItem.State;
import torgau.matters.talks.Commitment.Stage;

class TalksTest {
    private static final long MINUTE = 60_000;
    private static final long DAY = 86_400_000L;
    /// From the examples: 160700ZDEC26, when the meeting is agreed for.
    private static final long AGREED = 1_797_404_400_000L;

    private final Scene scene = new Scene();

    private Entry file(int station, String procedure, String format, Entry matter, Entry... refs) {
        return file(station, procedure, format, Map.of(), matter, refs);
    }

    private Entry file(
            int station, String procedure, String format, Map<String, Value> changed, Entry matter, Entry... refs) {
        var places = new ArrayList<Reference>();
        for (Entry ref : refs) {
            places.add(ref.reference());
        }
        Entry made = scene.file(
                station,
                procedure,
                format,
                changed,
                matter == null ? null : matter.reference(),
                places.toArray(Reference[]::new));
        scene.tellAll();
        return made;
    }

    private Matter fold(Entry opening) {
        return scene.fold(opening.reference());
    }

    private Talk talk(Entry opening) {
        return talks(opening).all().getFirst();
    }

    private Talks talks(Entry... openings) {
        return Talks.of(java.util.Arrays.stream(openings)
                .map(this::fold)
                .map(matter -> new Talks.Source(matter, _ -> 0))
                .toList());
    }

    private static Value period(long from, long to) {
        return new Value.Period(from, to);
    }

    /// Requirement 39; row 14.
    @Test
    void each_item_of_an_agenda_has_its_answer_and_what_a_later_one_leaves_out_is_dropped() {
        Entry meeting = file(Scene.RED, "MT", "MT", null);
        assertThat(talk(meeting).agenda()).extracting(AgendaItem::state).containsOnly(State.PROPOSED);
        Entry accepted = file(Scene.BLUE, "MT", "MTA", meeting, meeting);
        Entry agenda = file(Scene.RED, "MT", "MTG", meeting, accepted);
        file(
                Scene.BLUE,
                "MT",
                "MTH",
                Map.of(
                        "items",
                        new Value.Answers(List.of(Optional.of("Agreed."), Optional.empty(), Optional.of("Agreed.")))),
                meeting,
                agenda);
        assertThat(talk(meeting).agenda())
                .extracting(AgendaItem::state)
                .containsExactly(State.AGREED, State.DECLINED, State.AGREED, State.PROPOSED);
        file(
                Scene.RED,
                "MT",
                "MTG",
                Map.of("items", new Value.Items(List.of("Дата следующей встречи", "Новый пункт"))),
                meeting,
                accepted);
        assertThat(talk(meeting).agenda())
                .extracting(AgendaItem::state)
                .containsExactly(State.PROPOSED, State.PROPOSED, State.DROPPED, State.DROPPED, State.DROPPED);
    }

    /// Requirement 39: an answer that asks for changes agrees to nothing.
    @Test
    void an_agenda_that_is_to_be_changed_has_no_item_agreed() {
        Entry meeting = file(Scene.RED, "MT", "MT", null);
        Entry accepted = file(Scene.BLUE, "MT", "MTA", meeting, meeting);
        Entry agenda = file(Scene.RED, "MT", "MTG", meeting, accepted);
        file(Scene.BLUE, "MT", "MTH", Map.of("agenda", new Value.Code("changed")), meeting, agenda);
        assertThat(talk(meeting).agenda())
                .extracting(AgendaItem::state)
                .doesNotContain(State.AGREED)
                .contains(State.ANSWERED);
    }

    private Entry held() {
        Entry meeting = file(Scene.RED, "MT", "MT", null);
        Entry accepted = file(Scene.BLUE, "MT", "MTA", meeting, meeting);
        file(Scene.BLUE, "MT", "MTR", meeting, accepted);
        return meeting;
    }

    private Entry record(Entry meeting) {
        return scene.all.stream()
                .filter(entry -> meeting.reference().equals(entry.payload().matter()))
                .reduce((_, last) -> last)
                .orElseThrow();
    }

    /// Requirement 39; row 14.
    @Test
    void the_record_is_no_longer_awaited_of_the_proposer_when_the_other_side_files_it() {
        Entry meeting = held();
        assertThat(awaited(meeting)).containsExactly("confirm_record 1", "confirm_record 2");
        Entry call = file(Scene.RED, "CL", "CL", null);
        Entry accepted = file(Scene.BLUE, "CL", "CA", call, call);
        file(Scene.BLUE, "CL", "CC", call, accepted);
        assertThat(awaited(call)).containsExactly("confirm_record 1", "confirm_record 2");
    }

    private List<String> awaited(Entry meeting) {
        return scene.fold(meeting.reference()).awaited().stream()
                .filter(Awaited::open)
                .filter(item -> !item.clock().name().equals("precedence"))
                .map(item -> item.clock().name() + " " + item.party())
                .toList();
    }

    /// Requirement 39; row 14.
    @Test
    void the_slip_is_the_minutes_between_the_time_agreed_and_the_actual_one() {
        Talk talk = talk(held());
        assertThat(talk.slip()).contains(20L);
        assertThat(talk.endSlip()).contains(-20L);
        assertThat(talk.minutes().effect()).isEqualTo("political");
        assertThat(talk.minutes().agreed()).extracting(Minutes.Agreed::language).containsExactly("en", "ru", "uk");
    }

    /// Requirement 39; row 14: two views stand, and neither replaces the other.
    @Test
    void what_each_side_says_of_a_record_stands_beside_it() {
        Entry meeting = held();
        Entry record = record(meeting);
        file(Scene.BLUE, "MT", "MTC", meeting, record);
        file(Scene.RED, "MT", "MTE", meeting, record);
        Minutes minutes = talk(meeting).minutes();
        assertThat(minutes.words()).extracting(Minutes.Word::confirms).containsExactly(true, false);
        assertThat(minutes.words().getLast().annotations()).hasSize(1);
        assertThat(minutes.effectsDiffer()).isFalse();
    }

    /// Requirement 39: a confirmation under another legal effect is not passed over.
    @Test
    void another_legal_effect_in_a_confirmation_is_shown() {
        Entry meeting = held();
        file(Scene.RED, "MT", "MTC", Map.of("effect", new Value.Code("binding")), meeting, record(meeting));
        assertThat(talk(meeting).minutes().effectsDiffer()).isTrue();
    }

    /// Requirement 25; row 14.
    @Test
    void a_call_names_the_number_of_its_phrase_and_who_did_not_answer() {
        Entry call = file(Scene.RED, "CL", "CL", Map.of("phrase", new Value.Name("12")), null);
        Entry accepted = file(Scene.BLUE, "CL", "CA", call, call);
        file(Scene.RED, "CL", "CLN", Map.of("fact", new Value.Code("not_authenticated")), call, accepted);
        Talk talk = talk(call);
        assertThat(talk.phrase()).isEqualTo("12");
        assertThat(talk.notHeld()).extracting(Talk.NotHeld::fact).containsExactly("not_authenticated");
        assertThat(talk.ahead()).isFalse();
    }

    /// Row 14.
    @Test
    void the_next_is_the_first_that_is_agreed_and_whose_time_is_not_over() {
        Entry later = file(Scene.RED, "MT", "MT", null);
        file(Scene.BLUE, "MT", "MTA", later, later);
        Entry sooner = file(Scene.RED, "CL", "CL", null);
        file(Scene.BLUE, "CL", "CA", Map.of("slot", period(AGREED - DAY, AGREED - DAY + MINUTE)), sooner, sooner);
        Entry asked = file(Scene.RED, "MT", "MT", null);
        Talks talks = talks(later, sooner, asked);
        assertThat(talks.next(1, 2, AGREED - 2 * DAY).map(Talk::id)).contains(sooner.reference());
        assertThat(talks.next(2, 1, AGREED).map(Talk::id)).contains(later.reference());
        assertThat(talks.next(1, 2, AGREED + DAY)).isEmpty();
        assertThat(talks.next(1, 3, 0)).isEmpty();
        assertThat(talks.all().getFirst().past(AGREED)).isTrue();
    }

    private Commitments commitments(Entry... openings) {
        var followed = new ArrayList<Matter>();
        var records = new ArrayList<Matter>();
        for (Entry opening : openings) {
            Matter matter = fold(opening);
            (matter.subject().code().equals("CM") ? followed : records).add(matter);
        }
        return Commitments.of(followed, records);
    }

    /// Row 14: what a record says is there even if nobody opens it; what is opened is not there twice.
    @Test
    void a_row_of_a_record_is_named_until_it_is_followed_as_a_commitment() {
        Entry meeting = held();
        assertThat(commitments(meeting).all())
                .extracting(Commitment::stage, Commitment::party)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(Stage.RECORDED, 1),
                        org.assertj.core.groups.Tuple.tuple(Stage.RECORDED, 2));
        Entry commitment = file(Scene.BLUE, "CM", "CM", Map.of(), null, record(meeting));
        Commitments all = commitments(meeting, commitment);
        assertThat(all.all())
                .extracting(Commitment::stage, Commitment::party)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple(Stage.STANDS, 1),
                        org.assertj.core.groups.Tuple.tuple(Stage.RECORDED, 2));
        assertThat(all.from(talk(meeting).minutes().by())).hasSize(2);
    }

    /// Row 14: one side cannot make the other undertake something by writing it down.
    @Test
    void what_a_record_says_of_the_other_side_is_not_taken_as_its_word() {
        Entry meeting = held();
        var accepted = new TreeMap<Integer, Boolean>();
        commitments(meeting).all().forEach(each -> accepted.put(each.party(), accepted(each)));
        assertThat(accepted).containsEntry(1, true).containsEntry(2, false);
        file(Scene.RED, "MT", "MTC", meeting, record(meeting));
        assertThat(commitments(meeting).all()).allMatch(TalksTest::accepted);
    }

    private static boolean accepted(Commitment each) {
        return each.source() instanceof Commitment.Source.Recorded recorded && recorded.acceptedByHolder();
    }

    /// Row 14.
    @Test
    void what_is_said_to_be_done_is_kept_once_the_other_side_sees_it_so() {
        Entry commitment = file(Scene.BLUE, "CM", "CM", null);
        Entry done = file(Scene.BLUE, "CM", "CMD", commitment, commitment);
        assertThat(commitments(commitment).all().getFirst().stage()).isEqualTo(Stage.SAID_DONE);
        file(Scene.RED, "CM", "CMV", commitment, done);
        Commitment differs = commitments(commitment).all().getFirst();
        assertThat(differs.stage()).isEqualTo(Stage.TWO_VIEWS);
        assertThat(differs.open()).isTrue();
        file(Scene.RED, "CM", "CMV", Map.of("extent", new Value.Code("full")), commitment, done);
        Commitment kept = commitments(commitment).all().getFirst();
        assertThat(kept.stage()).isEqualTo(Stage.KEPT);
        assertThat(commitments(commitment).open(1, 2)).isEmpty();
    }

    /// Row 14.
    @Test
    void another_date_is_shown_beside_the_first_one_and_a_release_ends_it() {
        Entry commitment = file(Scene.BLUE, "CM", "CM", null);
        file(Scene.BLUE, "CM", "CM", Map.of("until", new Value.Instant(AGREED + 90 * DAY)), commitment, commitment);
        Commitment changed = commitments(commitment).all().getFirst();
        assertThat(changed.changed()).isTrue();
        assertThat(changed.until()).isEqualTo(AGREED + 90 * DAY);
        assertThat(changed.firstUntil()).isNotEqualTo(changed.until());
        file(Scene.RED, "CM", "CMF", commitment, commitment);
        assertThat(commitments(commitment).all().getFirst().stage()).isEqualTo(Stage.RELEASED);
    }

    /// Row 14: a report is followed in the same way as a record.
    @Test
    void the_actions_of_a_joint_report_are_named_with_the_last_word_on_each() {
        Entry report = file(Scene.BLUE, "AR", "AR", null);
        assertThat(commitments(report).all()).isNotEmpty().allMatch(each -> each.stage() == Stage.RECORDED);
        file(Scene.RED, "AR", "ARC", report, report);
        assertThat(commitments(report).all()).allMatch(TalksTest::accepted);
        Entry word = file(Scene.BLUE, "AR", "ARS", report, report);
        assertThat(fold(report).outcome(word.reference())).isNotNull();
        assertThat(commitments(report).all()).extracting(Commitment::stage).isNotEmpty();
    }

    /// Rows 2 and 14.
    @Test
    void how_often_a_pair_of_offices_has_talked_is_counted_by_their_records() {
        Entry first = held();
        Entry second = held();
        Entry missed = file(Scene.RED, "MT", "MT", null);
        Entry accepted = file(Scene.BLUE, "MT", "MTA", missed, missed);
        file(Scene.RED, "MT", "MTX", missed, accepted);
        Talks.Cadence pair = talks(first, second, missed).cadence(1).getFirst();
        assertThat(pair.times()).hasSize(2);
        assertThat(pair.unheld()).isEqualTo(1);
        assertThat(pair.interval()).contains(0L);
        assertThat(pair.last()).contains(AGREED + 20 * MINUTE);
    }

    /// Row 14: an officer files it, nothing is sent by itself.
    @Test
    void an_agenda_is_drafted_with_what_is_to_come_up_by_who_may_file_it() {
        Entry commitment = file(Scene.BLUE, "CM", "CM", null);
        Entry meeting = file(Scene.RED, "MT", "MT", null);
        List<Commitment> open = commitments(commitment).open(1, 2);
        assertThat(AgendaDraft.of(fold(meeting), talk(meeting), open, 2)).isEmpty();
        file(Scene.BLUE, "MT", "MTA", meeting, meeting);
        AgendaDraft draft =
                AgendaDraft.of(fold(meeting), talk(meeting), open, 2).orElseThrow();
        assertThat(draft.format()).isEqualTo("MTG");
        assertThat(draft.items()).hasSize(2);
        assertThat(draft.commitments()).hasSize(1);
        assertThat(AgendaDraft.of(fold(meeting), talk(meeting), open, 1)).isEmpty();
    }
}
