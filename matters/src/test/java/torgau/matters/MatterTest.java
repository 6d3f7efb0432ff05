package torgau.matters;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import torgau.catalogue.value.Value;
import torgau.journal.Act;
import torgau.journal.Code;
import torgau.journal.Entry;
import torgau.journal.Reference;
import torgau.journal.TrafficClass;

class MatterTest {
    private static final Awaited.Stopped NEVER = _ -> 0;
    private final Scene scene = new Scene();

    private Entry asked() {
        return scene.file(Scene.BLUE, "UA", "UA", null);
    }

    private Matter of(Entry opening) {
        return scene.fold(opening.reference());
    }

    private static Awaited clock(Matter matter, String name) {
        return matter.awaited().stream()
                .filter(item -> item.clock().name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static String barred(Matter matter, Entry entry) {
        return matter.outcome(entry.reference()) instanceof Outcome.Voided(Code code, String _) ? code.name() : "";
    }

    @Test
    void a_request_is_awaited_from_proof_of_receipt_and_a_reply_ends_the_waiting() {
        Entry asked = asked();
        assertThat(clock(of(asked), "reply").due(NEVER))
                .as("not yet received is not yet due")
                .isNull();

        scene.tellAll();
        Entry seen = scene.seen(Scene.RED);
        Awaited running = clock(of(asked), "reply");
        assertThat(running.due(NEVER))
                .isEqualTo(seen.payload().time() + Duration.ofDays(2).toMillis());
        assertThat(running.party()).isEqualTo(2);
        assertThat(running.open()).isTrue();

        Entry reply = scene.file(Scene.RED, "UA", "UR", asked.reference(), asked.reference());
        Matter answered = of(asked);
        assertThat(answered.state()).isEqualTo("answered");
        assertThat(clock(answered, "reply").fate()).isEqualTo(new Awaited.Fate.Done(Turn.of(reply)));
        assertThat(clock(answered, "ack").open()).as("a reply acknowledges too").isFalse();
    }

    @Test
    void an_interim_reply_moves_nothing_and_leaves_the_reply_awaited() {
        Entry asked = asked();
        scene.tellAll();
        scene.file(Scene.RED, "UA", "UI", asked.reference(), asked.reference());

        Matter matter = of(asked);
        assertThat(matter.state()).isEqualTo("asked");
        assertThat(clock(matter, "reply").open()).isTrue();
        assertThat(clock(matter, "ack").open()).isFalse();
    }

    @Test
    void either_side_proposes_a_line_and_only_the_other_one_agrees_to_it() {
        Entry notice = scene.file(Scene.BLUE, "AF", "AF", null);
        scene.tellAll();
        Entry proposal = scene.file(Scene.RED, "AF", "AFL", notice.reference(), notice.reference());
        Entry own = scene.file(Scene.RED, "AF", "AFA", notice.reference(), proposal.reference());
        scene.tellAll();

        assertThat(barred(of(notice), own)).isEqualTo("MUST_FOLLOW");
        assertThat(of(notice).next(2).stream().map(next -> next.format().code()))
                .contains("WD")
                .doesNotContain("AFA", "AFD");
        assertThat(clock(of(notice), "proposal").party()).isEqualTo(1);

        scene.file(Scene.BLUE, "AF", "AFA", notice.reference(), proposal.reference());
        assertThat(of(notice).state()).isEqualTo("agreed");
    }

    @Test
    void of_two_proposals_made_at_once_only_the_first_stands() {
        Entry notice = scene.file(Scene.BLUE, "AF", "AF", null);
        scene.tellAll();
        scene.seen(Scene.RED);
        Entry later = scene.file(Scene.RED, "AF", "AFL", notice.reference(), notice.reference());
        Entry first = scene.file(Scene.BLUE, "AF", "AFL", notice.reference(), notice.reference());
        scene.tellAll();

        assertThat(first).isLessThan(later);
        assertThat(of(notice).outcome(first.reference())).isInstanceOf(Outcome.Moved.class);
        assertThat(of(notice).outcome(later.reference())).isEqualTo(new Outcome.Crossed(first.reference()));
    }

    @Test
    void who_may_file_what_next_follows_from_state_and_role() {
        Entry asked = asked();
        scene.tellAll();

        assertThat(of(asked).next(2).stream().map(next -> next.format().code()))
                .containsExactlyInAnyOrder("UI", "UR", "UM", "RF");
        assertThat(of(asked).next(1).stream().map(next -> next.format().code()))
                .containsExactlyInAnyOrder("EX", "RM", "UM", "UC", "WD", "CR");
        assertThat(of(asked).next(3)).isEmpty();
    }

    @Test
    void a_reply_that_crossed_a_withdrawal_is_kept_and_has_no_effect() {
        Entry asked = asked();
        scene.tellAll();
        Entry withdrawal = scene.file(Scene.BLUE, "UA", "WD", asked.reference(), asked.reference());
        Entry reply = scene.file(Scene.RED, "UA", "UR", asked.reference(), asked.reference());
        scene.tellAll();

        Matter matter = of(asked);
        assertThat(matter.state()).isEqualTo("closed");
        assertThat(matter.outcome(reply.reference())).isEqualTo(new Outcome.Crossed(withdrawal.reference()));
        assertThat(clock(matter, "reply").fate()).isInstanceOf(Awaited.Fate.Ended.class);
    }

    @Test
    void what_prevails_does_so_even_if_it_comes_later_in_the_total_order() {
        Entry asked = asked();
        scene.tellAll();
        Entry reply = scene.file(Scene.RED, "UA", "UR", asked.reference(), asked.reference());
        scene.seen(Scene.BLUE);
        scene.seen(Scene.BLUE);
        Entry closing = scene.file(Scene.BLUE, "UA", "UC", asked.reference(), asked.reference());
        assertThat(closing.height()).isGreaterThan(reply.height());

        Matter matter = of(asked);
        assertThat(matter.state()).isEqualTo("closed");
        assertThat(matter.outcome(reply.reference())).isEqualTo(new Outcome.Crossed(closing.reference()));
    }

    @Test
    void a_party_is_bound_by_its_first_act_where_its_stations_contradict_each_other() {
        Entry asked = asked();
        scene.tellAll();
        scene.file(Scene.RED, "UA", "UR", asked.reference(), asked.reference());
        scene.tellAll();
        Entry closing = scene.file(Scene.BLUE, "UA", "UC", asked.reference(), asked.reference());
        Entry withdrawal = scene.file(Scene.BLUE_TOO, "UA", "WD", asked.reference(), asked.reference());

        Matter matter = of(asked);
        assertThat(closing.compareTo(withdrawal)).isNegative();
        assertThat(matter.outcome(closing.reference())).isInstanceOf(Outcome.Moved.class);
        assertThat(matter.outcome(withdrawal.reference())).isEqualTo(new Outcome.Crossed(closing.reference()));
    }

    @Test
    void what_is_not_permitted_is_kept_as_void_with_its_reason() {
        Entry asked = asked();
        scene.tellAll();
        Reference id = asked.reference();
        Entry role = scene.file(Scene.BLUE, "UA", "UR", id, id);
        Entry early = scene.file(Scene.RED, "UA", "UR", id);
        Entry closed = scene.file(Scene.BLUE, "UA", "UC", id, id);
        scene.tellAll();
        Entry late = scene.file(Scene.RED, "UA", "UR", id, id);
        Entry other = scene.file(Scene.RED, "IQ", "IQ", id, id);

        Matter matter = of(asked);
        assertThat(barred(matter, role)).isEqualTo("NOT_ITS_ROLE");
        assertThat(barred(matter, early)).isEqualTo("MUST_FOLLOW");
        assertThat(barred(matter, late)).isEqualTo("NOT_IN_STATE");
        assertThat(barred(matter, other)).isEqualTo("ANOTHER_PROCEDURE");
        assertThat(matter.outcome(closed.reference())).isEqualTo(new Outcome.Moved("asked", "closed"));
    }

    @Test
    void what_refers_to_something_that_its_author_had_not_seen_is_void() {
        Entry asked = asked();
        scene.tellAll();
        Entry interim = scene.file(Scene.RED, "UA", "UI", asked.reference(), asked.reference());
        Entry answer = scene.file(Scene.BLUE, "UA", "UC", asked.reference(), asked.reference(), interim.reference());

        assertThat(barred(of(asked), answer)).isEqualTo("REFERS_TO_UNSEEN");
    }

    @Test
    void an_exercise_never_becomes_formal() {
        scene.trafficClass = TrafficClass.EXERCISE;
        Entry asked = asked();
        scene.tellAll();
        scene.trafficClass = TrafficClass.FORMAL;
        Entry reply = scene.file(Scene.RED, "UA", "UR", asked.reference(), asked.reference());

        assertThat(barred(of(asked), reply)).isEqualTo("ANOTHER_CLASS");
    }

    @Test
    void fields_that_do_not_fit_the_format_are_void_and_an_unknown_edition_is_not_judged() {
        Entry asked = asked();
        scene.tellAll();
        Reference id = asked.reference();
        var few = new LinkedHashMap<>(Scene.values("UA", "UR", id));
        few.remove("nature");
        Entry incomplete = scene.say(Scene.RED, Scene.notification("UA", 1, "UR", few), id, id);
        var torn = new Act.Notification(
                Scene.OFFICE, new Act.Form("UA", 1, "UR"), torgau.journal.Label.PARTIES_ONLY, "", "en", new byte[] {
                    (byte) 0xa0
                });
        Entry unreadable = scene.say(Scene.RED, torn, id, id);
        Entry newer = scene.say(Scene.RED, Scene.notification("UA", 2, "UR", few), id, id);

        Matter matter = of(asked);
        assertThat(barred(matter, incomplete)).isEqualTo("FIELDS_UNFIT");
        assertThat(barred(matter, unreadable)).isEqualTo("FIELDS_UNFIT");
        assertThat(matter.outcome(newer.reference())).isInstanceOf(Outcome.Foreign.class);
        assertThat(matter.state()).isEqualTo("asked");
    }

    @Test
    void a_correction_of_what_was_asked_starts_the_time_anew_and_a_cancellation_ends_it() {
        Entry asked = asked();
        scene.tellAll();
        scene.seen(Scene.RED);
        Long before = clock(of(asked), "reply").due(NEVER);
        Entry correction = correct(asked, "correct", "observed", "211830ZNOV26..");
        assertThat(clock(of(asked), "reply").due(NEVER))
                .as("the correction has not been received")
                .isNull();
        scene.tellAll();
        Entry seen = scene.seen(Scene.RED);
        assertThat(clock(of(asked), "reply").due(NEVER))
                .isGreaterThan(before)
                .isEqualTo(seen.payload().time() + Duration.ofDays(2).toMillis());
        assertThat(of(asked).outcome(correction.reference())).isInstanceOf(Outcome.Noted.class);

        Entry cancel = correct(asked, "cancel", "observed", "211830ZNOV26..");
        assertThat(clock(of(asked), "reply").fate()).isEqualTo(new Awaited.Fate.Ended(Turn.of(cancel)));
    }

    @Test
    void only_an_entry_of_ones_own_is_corrected() {
        Entry asked = asked();
        scene.tellAll();
        Entry foreign = scene.file(Scene.RED, "UA", "CR", asked.reference(), asked.reference());

        assertThat(barred(of(asked), foreign)).isEqualTo("NOT_CORRECTABLE");
    }

    private Entry correct(Entry of, String kind, String field, String now) {
        var row = new TreeMap<String, Value>();
        row.put("field", new Value.Name(field));
        row.put("was", new Value.Words("as it was"));
        row.put("now", new Value.Words(now));
        Map<String, Value> changed = new LinkedHashMap<>();
        changed.put("message", new Value.Message(of.reference()));
        changed.put("kind", new Value.Code(kind));
        changed.put("changes", new Value.Rows(List.of(row)));
        return scene.file(Scene.BLUE, "UA", "CR", changed, of.reference(), of.reference());
    }

    @Test
    void the_time_is_extended_by_who_awaits_and_only_for_what_it_names() {
        Entry asked = asked();
        scene.tellAll();
        scene.seen(Scene.RED);
        long until = Scene.START + Duration.ofDays(9).toMillis();
        extend(asked, "acknowledgement", until);
        assertThat(clock(of(asked), "reply").due(NEVER)).isNotEqualTo(until);
        extend(asked, "answer", until);
        assertThat(clock(of(asked), "reply").due(NEVER)).isEqualTo(until);
        assertThat(clock(of(asked), "ack").due(NEVER)).isNotEqualTo(until);
    }

    private void extend(Entry of, String what, long until) {
        Map<String, Value> changed = new LinkedHashMap<>();
        changed.put("message", new Value.Message(of.reference()));
        changed.put("awaited", new Value.Code(what));
        changed.put("until", new Value.Instant(until));
        changed.put("asked_in", new Value.Message(of.reference()));
        scene.file(Scene.BLUE, "UA", "EX", changed, of.reference(), of.reference());
    }

    @Test
    void the_receivers_clock_counts_only_between_what_the_other_side_itself_gave() {
        Entry asked = asked();
        scene.tellAll();
        scene.now = Scene.START - Duration.ofDays(3).toMillis();
        Entry early = scene.seen(Scene.RED);
        Receipt receipt = clock(of(asked), "reply").receipt();
        assertThat(receipt.claimed()).isEqualTo(early.payload().time());
        assertThat(receipt.time())
                .as("not before it was asked")
                .isEqualTo(asked.payload().time());

        var other = new Scene();
        Entry again = other.file(Scene.BLUE, "UA", "UA", null);
        other.tellAll();
        other.now = Scene.START + Duration.ofDays(30).toMillis();
        other.seen(Scene.RED);
        other.tellAll();
        other.now = Scene.START + Duration.ofMinutes(2).toMillis();
        Entry proof = other.seen(Scene.BLUE);
        assertThat(clock(other.fold(again.reference()), "reply").receipt().time())
                .as("not after the asker had proof of it")
                .isEqualTo(proof.payload().time());
    }

    @Test
    void free_words_await_an_acknowledgement_within_the_time_of_their_precedence() {
        Entry said = scene.message(Scene.BLUE, null);
        scene.tellAll();
        Entry seen = scene.seen(Scene.RED);
        Awaited item = clock(of(said), ByPrecedence.NAME);
        assertThat(item.due(NEVER))
                .isEqualTo(seen.payload().time() + Duration.ofMinutes(30).toMillis());

        scene.acknowledge(Scene.RED, said.reference(), said.reference());
        assertThat(clock(of(said), ByPrecedence.NAME).open()).isFalse();
        assertThat(of(said).procedure()).isEmpty();
    }

    @Test
    void a_suspended_counterpart_stops_the_formats_between_the_two_and_no_others() {
        for (String name : List.of("RED", Scene.OFFICE.title(), Scene.OFFICE.capacity())) {
            var scene = new Scene();
            Entry asked = scene.file(Scene.BLUE, "UA", "UA", null);
            scene.tellAll();
            var scope = new Act.Scope.Counterpart(name);
            scene.say(Scene.BLUE, new Act.Suspension(Scene.OFFICE, scope, "Decision 7", 0, null, List.of()), null);
            scene.tellAll();
            Entry after = scene.file(Scene.RED, "UA", "UR", asked.reference(), asked.reference());
            Entry own = scene.file(Scene.BLUE, "UA", "RM", asked.reference(), asked.reference());
            Matter matter = scene.fold(asked.reference());
            assertThat(barred(matter, after)).as(name).isEqualTo("MADE_WHILE_SUSPENDED");
            assertThat(matter.outcome(own.reference()).stands())
                    .as(name + ": what its party files in a matter that it opened itself")
                    .isEqualTo(!name.equals("RED"));
        }
    }

    /// Requirement 3.
    @Test
    void what_was_made_after_its_author_had_seen_a_suspension_is_void() {
        Entry asked = asked();
        scene.tellAll();
        var scope = new Act.Scope.Procedure("UA");
        scene.say(Scene.BLUE, new Act.Suspension(Scene.OFFICE, scope, "Decision 7", 0, null, List.of()), null);
        Entry before = scene.file(Scene.RED, "UA", "UI", asked.reference(), asked.reference());
        scene.tellAll();
        Entry after = scene.file(Scene.RED, "UA", "UR", asked.reference(), asked.reference());

        assertThat(of(asked).outcome(before.reference()).stands())
                .as("its author could not know")
                .isTrue();
        assertThat(barred(of(asked), after)).isEqualTo("MADE_WHILE_SUSPENDED");
        scene.neverSuspended = List.of("UR");
        assertThat(of(asked).outcome(after.reference()).stands()).isTrue();
    }

    @Test
    void a_matter_takes_so_many_entries_and_later_ones_are_void() {
        Entry said = scene.message(Scene.BLUE, null);
        Entry last = said;
        for (int i = 0; i < Matter.MOST; i++) {
            last = scene.message(Scene.BLUE, said.reference());
        }

        assertThat(of(said).steps()).hasSize(Matter.MOST);
        assertThat(barred(of(said), last)).isEqualTo("MATTER_FULL");
    }

    @Test
    void a_notice_is_measured_from_its_receipt_to_its_event_and_a_short_one_is_flagged() {
        Map<String, Value> soon = new LinkedHashMap<>();
        soon.put("window", new Value.Period(Scene.START + Duration.ofHours(3).toMillis(), null));
        soon.put(
                "valid_until",
                new Value.Instant(Scene.START + Duration.ofDays(2).toMillis()));
        Entry notified = scene.file(Scene.BLUE, "DF", "DF", soon, null);
        Terms.Lead unreceived = of(notified).leads().getFirst();
        assertThat(unreceived.given()).isNull();
        assertThat(unreceived.isShort(Scene.START)).isFalse();
        assertThat(unreceived.isShort(Scene.START + Duration.ofMinutes(61).toMillis()))
                .isTrue();

        scene.tellAll();
        scene.now = Scene.START + Duration.ofHours(2).toMillis();
        Entry seen = scene.seen(Scene.RED);
        Terms.Lead lead = of(notified).leads().getFirst();
        assertThat(lead.given())
                .isEqualTo(Duration.ofMillis(lead.event() - seen.payload().time()));
        assertThat(lead.wanted()).isEqualTo(Duration.ofHours(2));
        assertThat(lead.isShort(0)).isTrue();
    }

    @Test
    void what_was_notified_stands_until_its_time_unless_it_is_confirmed() {
        Map<String, Value> valid = new LinkedHashMap<>();
        valid.put(
                "valid",
                new Value.Period(Scene.START, Scene.START + Duration.ofDays(2).toMillis()));
        Entry first = scene.file(Scene.BLUE, "DC", "DC", valid, null);
        Terms.Standing alone = of(first).standing().getFirst();
        assertThat(alone.standsAt(Scene.START)).isTrue();
        assertThat(alone.standsAt(alone.until())).isFalse();

        scene.tellAll();
        Entry again = scene.file(Scene.BLUE, "DC", "DC", first.reference(), first.reference());
        assertThat(of(first).standing().getFirst().confirmedBy()).isEqualTo(Turn.of(again));
        assertThat(of(first).standing()).hasSize(2);
    }

    private Entry withdraw(Entry notified, String kind, long effective) {
        Map<String, Value> said = new LinkedHashMap<>();
        said.put("kind", new Value.Code(kind));
        said.put("effective", new Value.Instant(effective));
        Entry withdrawal = scene.file(Scene.BLUE, "DC", "WD", said, notified.reference(), notified.reference());
        scene.tellAll();
        return withdrawal;
    }

    @Test
    void what_was_taken_back_stands_no_longer_though_its_time_has_not_come() {
        Entry notified = scene.file(Scene.BLUE, "DC", "DC", null);
        scene.tellAll();
        Entry other = scene.file(Scene.BLUE, "DC", "DC", null);
        withdraw(other, "waived", Scene.START);
        assertThat(of(other).standing().getFirst().ended()).isNull();

        long effective = Scene.START + Duration.ofHours(5).toMillis();
        Entry withdrawn = withdraw(notified, "withdrawn", effective);
        Terms.Standing standing = of(notified).standing().getFirst();
        assertThat(standing.ended()).isEqualTo(new Terms.Ended(Turn.of(withdrawn), effective));
        assertThat(standing.standsAt(effective - 1)).isTrue();
        assertThat(standing.standsAt(effective)).isFalse();
    }

    @Test
    void what_each_side_is_to_confirm_is_awaited_of_its_author_too() {
        Entry asked = scene.file(Scene.BLUE, "CL", "CL", null);
        scene.tellAll();
        Entry answer = scene.file(Scene.RED, "CL", "CA", asked.reference(), asked.reference());
        scene.tellAll();
        Entry record = scene.file(Scene.BLUE, "CL", "CC", asked.reference(), answer.reference());

        List<Awaited> items = of(asked).awaited().stream()
                .filter(item -> item.clock().name().equals("confirm_record"))
                .toList();
        assertThat(items.stream().map(Awaited::party)).containsExactlyInAnyOrder(1, 2);
        Awaited own =
                items.stream().filter(item -> item.party() == 1).findFirst().orElseThrow();
        assertThat(own.receipt().time())
                .as("who says something has it")
                .isEqualTo(record.payload().time());
        assertThat(own.due(NEVER)).isNotNull();
    }

    @Test
    void what_is_not_known_here_or_came_too_late_is_to_be_read_all_the_same() {
        Entry asked = asked();
        scene.tellAll();
        Reference id = asked.reference();
        Entry withdrawal = scene.file(Scene.BLUE, "UA", "WD", id, id);
        Entry crossed = scene.file(Scene.RED, "UA", "UR", id, id);
        Entry newer = scene.say(Scene.RED, Scene.notification("UA", 2, "UR", Scene.values("UA", "UR", id)), id, id);
        scene.tellAll();

        for (Entry entry : List.of(withdrawal, crossed, newer)) {
            assertThat(of(asked).awaited().stream()
                            .filter(item -> item.demand().place().equals(entry.reference()))
                            .map(item -> item.clock().name()))
                    .containsExactly(ByPrecedence.NAME);
        }
    }

    @Test
    void nobody_extends_or_withdraws_what_is_awaited_of_itself() {
        Entry asked = scene.file(Scene.BLUE, "AF", "AF", null);
        scene.tellAll();
        Entry fire = scene.file(Scene.BLUE, "AF", "AFM", asked.reference(), asked.reference());
        scene.tellAll();
        scene.seen(Scene.RED);
        long far = Scene.START + Duration.ofDays(90).toMillis();
        Map<String, Value> changed = new LinkedHashMap<>();
        changed.put("message", new Value.Message(fire.reference()));
        changed.put("awaited", new Value.Code("answer"));
        changed.put("until", new Value.Instant(far));
        scene.file(Scene.RED, "AF", "EX", changed, asked.reference(), fire.reference());

        assertThat(of(asked).awaited().stream()
                        .filter(item -> item.party() == 2 && item.open())
                        .map(item -> item.due(NEVER)))
                .isNotEmpty()
                .doesNotContain(far);
    }
}
