package torgau.matters;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import torgau.catalogue.Procedure;
import torgau.catalogue.value.Value;
import torgau.journal.Code;
import torgau.journal.Entry;
import torgau.journal.Reference;
import torgau.matters.Proposal.Standing;

/// A new edition is used once every other party has accepted it, by what the author of an entry knew of
/// that.
final class EditionsTest {
    private final Scene scene = new Scene();
    private boolean here = true;
    private final Entry proposed = propose(0);

    private Entry propose(long after) {
        return scene.file(
                Scene.BLUE,
                "FV",
                "FV",
                Map.of(
                        "format", new Value.Name("UA"),
                        "new_edition", new Value.Count(2, 2),
                        "start", new Value.Instant(Scene.START + after)),
                null);
    }

    @Test
    void an_edition_accepted_by_all_is_used_by_those_who_have_seen_it() {
        Entry before = file(Scene.BLUE);
        scene.tellAll();
        Entry unanswered = file(Scene.RED);
        accept("FVA");
        Entry unseen = file(Scene.BLUE);
        scene.tellAll();
        Entry after = file(Scene.BLUE);
        assertThat(proposal().standing()).isEqualTo(Standing.ACCEPTED);
        assertThat(List.of(code(before), code(unanswered), code(unseen), code(after)))
                .containsExactly("TG-4047", "TG-4047", "TG-4047", "moved");
        here = false;
        assertThat(code(after)).isEqualTo("unknown");
    }

    @Test
    void it_is_not_used_before_its_time() {
        scene.tellAll();
        Entry accepted = accept("FVA", Map.of("start", new Value.Instant(Scene.START + 60_000)));
        scene.tellAll();
        Entry early = file(Scene.BLUE);
        scene.now += 60_000;
        Entry due = file(Scene.BLUE);
        assertThat(accepted.payload().matter()).isEqualTo(proposed.reference());
        assertThat(List.of(code(early), code(due))).containsExactly("TG-4047", "moved");
    }

    @Test
    void a_reservation_is_written_down_and_waits_for_the_proposers_position() {
        scene.tellAll();
        Entry reserved = accept("FVR");
        scene.tellAll();
        Entry waiting = file(Scene.BLUE);
        position(reserved, "noted");
        scene.tellAll();
        Entry after = file(Scene.RED);
        assertThat(List.of(code(waiting), code(after))).containsExactly("TG-4047", "moved");
        assertThat(proposal().standing()).isEqualTo(Standing.RESERVED);
        assertThat(proposal().reservations())
                .singleElement()
                .satisfies(each -> assertThat(each.text()).isNotBlank());
    }

    @Test
    void an_objection_keeps_it_out_of_use_until_the_reservation_is_given_up() {
        scene.tellAll();
        Entry reserved = accept("FVR");
        scene.tellAll();
        position(reserved, "objection");
        scene.tellAll();
        assertThat(code(file(Scene.RED))).isEqualTo("TG-4047");
        assertThat(proposal().standing().usable()).isFalse();
        accept("FVA");
        assertThat(code(file(Scene.RED))).isEqualTo("moved");
    }

    @Test
    void a_rejected_edition_is_void_and_one_that_nobody_proposed_is_unknown() {
        scene.tellAll();
        accept("FVJ");
        scene.tellAll();
        assertThat(code(file(Scene.RED))).isEqualTo("TG-4047");
        assertThat(proposal().standing()).isEqualTo(Standing.REJECTED);
        Entry foreign = scene.say(Scene.RED, Scene.notification("UA", 3, "UA", Scene.values("UA", "UA")), null);
        assertThat(code(foreign)).isEqualTo("unknown");
    }

    @Test
    void the_order_in_which_all_of_it_arrives_changes_nothing() {
        scene.tellAll();
        Entry reserved = accept("FVR");
        Entry early = file(Scene.RED);
        scene.tellAll();
        position(reserved, "objection_used");
        scene.tellAll();
        Entry after = file(Scene.RED);
        for (long seed = 0; seed < 40; seed++) {
            var random = new Random(seed);
            Book book = book();
            for (Entry next : AnyOrderTest.arrival(scene.all, random)) {
                book.add(next);
                if (random.nextBoolean()) {
                    book.matter(proposed.reference());
                    book.proposals();
                }
            }
            assertThat(code(book, early)).as("seed " + seed).isEqualTo("TG-4047");
            assertThat(code(book, after)).as("seed " + seed).isEqualTo("moved");
        }
    }

    @Test
    void an_answer_that_names_another_edition_accepts_nothing() {
        scene.tellAll();
        accept("FVA", Map.of("new_edition", new Value.Count(3, 3)));
        accept("FVA", Map.of("format", new Value.Name("IQ")));
        scene.tellAll();
        assertThat(code(file(Scene.RED))).isEqualTo("TG-4047");
        assertThat(proposal().standing()).isEqualTo(Standing.PROPOSED);
    }

    @Test
    void an_acceptance_that_was_corrected_is_given_anew() {
        scene.tellAll();
        Entry accepted = accept("FVA");
        scene.tellAll();
        correct(Scene.RED, accepted);
        scene.tellAll();
        assertThat(code(file(Scene.RED))).isEqualTo("TG-4047");
        assertThat(proposal().standing()).isEqualTo(Standing.PROPOSED);
        accept("FVA");
        assertThat(code(file(Scene.RED))).isEqualTo("moved");
    }

    @Test
    void a_proposal_that_was_corrected_is_made_anew() {
        scene.tellAll();
        accept("FVA");
        scene.tellAll();
        correct(Scene.BLUE, proposed);
        scene.tellAll();
        assertThat(code(file(Scene.RED))).isEqualTo("TG-4047");
        assertThat(proposal().standing()).isEqualTo(Standing.CORRECTED);
    }

    @Test
    void a_matter_stays_in_the_edition_in_which_it_was_opened() {
        Entry opened = scene.file(Scene.BLUE, "UA", "UA", null);
        scene.tellAll();
        accept("FVA");
        Entry other = scene.say(
                Scene.RED,
                Scene.notification("UA", 2, "UR", Scene.values("UA", "UR", opened.reference())),
                opened.reference(),
                opened.reference());
        Entry same = scene.file(Scene.RED, "UA", "UR", opened.reference(), opened.reference());
        Book book = read();
        Matter matter = book.matter(opened.reference()).orElseThrow();
        assertThat(matter.outcome(other.reference()))
                .isInstanceOfSatisfying(
                        Outcome.Voided.class,
                        barred -> assertThat(barred.code()).isEqualTo(Code.ANOTHER_PROCEDURE));
        assertThat(matter.outcome(same.reference())).isInstanceOf(Outcome.Moved.class);
    }

    @Test
    void the_procedure_that_changes_procedures_is_not_changed_by_itself() {
        Entry itself = scene.file(
                Scene.BLUE,
                "FV",
                "FV",
                Map.of("format", new Value.Name("FV"), "new_edition", new Value.Count(2, 2)),
                null);
        scene.tellAll();
        scene.file(
                Scene.RED,
                "FV",
                "FVA",
                Map.of("format", new Value.Name("FV"), "new_edition", new Value.Count(2, 2)),
                itself.reference(),
                itself.reference());
        Entry in = scene.say(Scene.RED, Scene.notification("FV", 2, "FV", Scene.values("FV", "FV")), null);
        assertThat(code(in)).isEqualTo("unknown");
    }

    @Test
    void of_a_feed_that_fills_the_matter_only_the_first_count() {
        scene.tellAll();
        for (int i = 0; i < ProposedEditions.OF_A_FEED; i++) {
            scene.message(Scene.RED, proposed.reference());
        }
        accept("FVA");
        assertThat(code(file(Scene.RED))).isEqualTo("TG-4047");
        assertThat(proposal().standing()).isEqualTo(Standing.PROPOSED);
    }

    private void correct(int station, Entry of) {
        scene.file(station, "FV", "CR", Map.of(), proposed.reference(), of.reference());
    }

    private Entry file(int station) {
        return scene.say(station, Scene.notification("UA", 2, "UA", Scene.values("UA", "UA")), null);
    }

    private Entry accept(String format) {
        return accept(format, Map.of());
    }

    private Entry accept(String format, Map<String, Value> more) {
        var values = new TreeMap<>(named());
        if (!format.equals("FVJ")) {
            values.put("start", new Value.Instant(Scene.START));
        }
        values.putAll(more);
        return scene.file(Scene.RED, "FV", format, values, proposed.reference(), proposed.reference());
    }

    private static Map<String, Value> named() {
        return Map.of("format", new Value.Name("UA"), "new_edition", new Value.Count(2, 2));
    }

    private void position(Entry reserved, String position) {
        scene.file(
                Scene.BLUE,
                "FV",
                "FVN",
                Map.of(
                        "position", new Value.Code(position),
                        "effective", new Value.Instant(Scene.START)),
                proposed.reference(),
                reserved.reference());
    }

    private Proposal proposal() {
        return read().proposals().getFirst();
    }

    private String code(Entry entry) {
        return code(read(), entry);
    }

    private Book read() {
        Book book = book();
        scene.all.stream().sorted().forEach(book::add);
        return book;
    }

    private static String code(Book book, Entry entry) {
        return switch (book.matter(entry.reference()).orElseThrow().outcome(entry.reference())) {
            case Outcome.Voided(Code code, String _) -> code.code();
            case Outcome.Moved _ -> "moved";
            case Outcome.Foreign _ -> "unknown";
            case Outcome.Noted _, Outcome.Crossed _ -> "other";
        };
    }

    private Book book() {
        var byPlace = new TreeMap<Reference, Entry>();
        scene.all.forEach(entry -> byPlace.put(entry.reference(), entry));
        return new Book(
                new Scene.Texts(this::adopted), scene.roster(), place -> Optional.ofNullable(byPlace.get(place)), 100);
    }

    /// The proposed edition as if its text had come, if it is here: the same procedure under its number.
    private Optional<Procedure> adopted(Proposal proposal) {
        return here ? Scene.READ.catalogue().procedure(Objects.requireNonNull(proposal.procedure())) : Optional.empty();
    }
}
