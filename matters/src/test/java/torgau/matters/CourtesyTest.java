package torgau.matters;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import torgau.journal.Act;
import torgau.journal.Code;
import torgau.journal.Entry;
import torgau.journal.Precedence;
import torgau.journal.Reference;
import torgau.journal.Text;
import torgau.journal.TrafficClass;

class CourtesyTest {
    private final Scene scene = new Scene();
    private final Entry asked = scene.file(Scene.BLUE, "UA", "UA", null);
    private final Reference id = asked.reference();

    private String outcome(Entry entry) {
        return outcome(id, entry);
    }

    private String outcome(Reference matter, Entry entry) {
        Outcome outcome = scene.fold(matter).outcome(entry.reference());
        return outcome instanceof Outcome.Voided(Code code, String _)
                ? code.name()
                : outcome.getClass().getSimpleName();
    }

    @Test
    void a_sender_translates_each_free_text_of_its_own_and_moves_nothing_by_it() {
        String before = scene.fold(id).state();
        int awaited = scene.fold(id).awaited().size();

        assertThat(outcome(scene.translate(Scene.BLUE, id, "concern", id))).isEqualTo("Noted");
        assertThat(outcome(scene.translate(Scene.BLUE, id, "questions[2]", id))).isEqualTo("Noted");
        scene.tellAll();
        assertThat(outcome(scene.translate(Scene.BLUE_TOO, id, "concern", id)))
                .as("by another station of the party")
                .isEqualTo("Noted");

        assertThat(scene.fold(id).state()).isEqualTo(before);
        assertThat(scene.fold(id).awaited()).as("nothing is awaited after it").hasSize(awaited);
    }

    @Test
    void what_another_party_said_is_not_translated_on_the_journal() {
        scene.tellAll();
        assertThat(outcome(scene.translate(Scene.RED, id, "concern", id))).isEqualTo("NOT_OURS_TO_TRANSLATE");
    }

    @Test
    void one_entry_of_the_same_matter_is_translated_and_no_other() {
        Entry other = scene.file(Scene.BLUE, "UA", "UA", null);

        assertThat(outcome(scene.translate(Scene.BLUE, id, "concern"))).isEqualTo("NOT_OURS_TO_TRANSLATE");
        assertThat(outcome(scene.translate(Scene.BLUE, id, "concern", id, other.reference())))
                .isEqualTo("NOT_OURS_TO_TRANSLATE");
        assertThat(outcome(scene.translate(Scene.BLUE, id, "concern", other.reference())))
                .isEqualTo("NOT_OURS_TO_TRANSLATE");
    }

    @Test
    void what_is_no_free_text_is_not_translated() {
        for (String part : List.of("", "area", "activity", "questions", "questions[0]", "questions[9]", "concern ")) {
            assertThat(outcome(scene.translate(Scene.BLUE, id, part, id)))
                    .as(part)
                    .isEqualTo("NO_SUCH_TEXT");
        }
        Entry receipt = scene.acknowledge(Scene.BLUE, id, id);
        assertThat(outcome(scene.translate(Scene.BLUE, id, "", receipt.reference())))
                .isEqualTo("NO_SUCH_TEXT");
        Entry translation = scene.translate(Scene.BLUE, id, "concern", id);
        assertThat(outcome(scene.translate(Scene.BLUE, id, "concern", translation.reference())))
                .isEqualTo("NO_SUCH_TEXT");
    }

    @Test
    void the_text_of_a_message_has_no_name_and_its_subject_has_one_only_if_it_is_there() {
        Entry plain = scene.message(Scene.BLUE, null);
        Reference of = plain.reference();
        assertThat(outcome(of, scene.translate(Scene.BLUE, of, "", of))).isEqualTo("Noted");
        assertThat(outcome(of, scene.translate(Scene.BLUE, of, "subject", of))).isEqualTo("NO_SUCH_TEXT");

        var act = new Act.Message(Scene.OFFICE, "Ferry", new Text("en", "words"), List.of());
        Entry titled = scene.say(Scene.BLUE, act, null);
        assertThat(outcome(
                        titled.reference(),
                        scene.translate(Scene.BLUE, titled.reference(), "subject", titled.reference())))
                .isEqualTo("Noted");
    }

    @Test
    void nothing_is_translated_into_its_own_language() {
        var act = new Act.Translation(Scene.OFFICE, "concern", new Text("EN-gb", "words"));
        assertThat(outcome(scene.say(Scene.BLUE, act, id, id))).isEqualTo("SAME_LANGUAGE");
    }

    @Test
    void a_translation_has_the_class_and_at_most_the_precedence_of_its_original() {
        scene.precedence = Precedence.FLASH;
        assertThat(outcome(scene.translate(Scene.BLUE, id, "concern", id))).isEqualTo("TRANSLATION_TOO_URGENT");
        scene.precedence = Precedence.ROUTINE;
        assertThat(outcome(scene.translate(Scene.BLUE, id, "concern", id))).isEqualTo("Noted");
        scene.trafficClass = TrafficClass.EXERCISE;
        assertThat(outcome(scene.translate(Scene.BLUE, id, "concern", id))).isEqualTo("ANOTHER_CLASS");
    }

    /// What its author had seen suspended may not be said anew in another language, unless the original
    /// could have been.
    @Test
    void a_translation_passes_under_a_suspension_exactly_if_its_original_would() {
        scene.neverSuspended = List.of("IMMEDIATE");
        scene.precedence = Precedence.PRIORITY;
        Entry lesser = scene.file(Scene.BLUE, "UA", "UA", null);
        scene.precedence = Precedence.IMMEDIATE;
        scene.say(
                Scene.BLUE,
                new Act.Suspension(Scene.OFFICE, new Act.Scope.Procedure("UA"), "D", 0, null, List.of()),
                null);

        scene.precedence = Precedence.ROUTINE;
        assertThat(outcome(scene.translate(Scene.BLUE, id, "concern", id)))
                .as("the original is IMMEDIATE, which is never suspended")
                .isEqualTo("Noted");
        Reference of = lesser.reference();
        assertThat(outcome(of, scene.translate(Scene.BLUE, of, "concern", of))).isEqualTo("MADE_WHILE_SUSPENDED");
    }
}
