package torgau.station.translation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import torgau.journal.Feed;
import torgau.journal.Office;
import torgau.journal.Reference;
import torgau.store.desk.Translation;
import torgau.store.desk.Translation.State;

class ProgressTest {
    private static final Office LINGUIST = new Office("Linguist", "Translation section");
    private static final Office HEAD = new Office("Head of section", "Translation section");
    private static final Translation.Of OF = new Translation.Of(new Reference(new Feed(257, 1), 3), "", "ru");
    private static final Progress.Step MADE = new Progress.Step.Made("Паром опаздывает.", "engine");
    private static final Progress.Step WRITTEN = new Progress.Step.Written("Паром задерживается.");
    private static final Progress.Step REVIEWED = new Progress.Step.Reviewed();
    private static final Progress.Step CERTIFIED = new Progress.Step.Certified();

    private Optional<Translation> now = Optional.empty();

    /// Does a step and answers the state, or the code of the refusal.
    private String step(Progress.Step step, Office office) {
        return switch (Progress.after(OF, now, step, new Progress.By(office, 5, null))) {
            case Progress.Result.Refused refused -> refused.code().name();
            case Progress.Result.Next(Translation state) -> {
                now = Optional.of(state);
                yield state.state() + " " + state.revision();
            }
        };
    }

    @Test
    void a_draft_is_reviewed_and_then_certified_by_another_office() {
        assertThat(step(WRITTEN, LINGUIST)).isEqualTo("DRAFT 1");
        assertThat(step(REVIEWED, LINGUIST)).isEqualTo("REVIEWED 2");
        assertThat(step(CERTIFIED, LINGUIST)).isEqualTo("SAME_OFFICE_CERTIFIES");
        assertThat(step(CERTIFIED, HEAD)).isEqualTo("CERTIFIED 3");
        assertThat(now.orElseThrow().words()).isEqualTo("Паром задерживается.");
    }

    @Test
    void no_state_is_left_out() {
        assertThat(step(REVIEWED, LINGUIST)).isEqualTo("NOT_IN_THAT_STATE");
        assertThat(step(CERTIFIED, HEAD)).isEqualTo("NOT_IN_THAT_STATE");
        step(WRITTEN, LINGUIST);
        assertThat(step(CERTIFIED, HEAD)).isEqualTo("NOT_IN_THAT_STATE");
        step(REVIEWED, LINGUIST);
        assertThat(step(REVIEWED, LINGUIST)).isEqualTo("NOT_IN_THAT_STATE");
    }

    @Test
    void a_machines_text_is_reviewed_by_nobody_until_an_officer_takes_it_and_stays_marked_afterwards() {
        assertThat(step(MADE, LINGUIST)).isEqualTo("MACHINE 1");
        assertThat(step(REVIEWED, LINGUIST)).isEqualTo("NOT_IN_THAT_STATE");
        assertThat(step(MADE, LINGUIST)).as("it may be asked again").isEqualTo("MACHINE 2");
        assertThat(step(new Progress.Step.Written("Паром опаздывает."), LINGUIST))
                .isEqualTo("DRAFT 3");
        step(REVIEWED, LINGUIST);
        assertThat(now.orElseThrow().engine()).isEqualTo("engine");
        assertThat(step(MADE, LINGUIST)).isEqualTo("NOT_IN_THAT_STATE");
        assertThat(now.orElseThrow().state()).isEqualTo(State.REVIEWED);
    }

    @Test
    void who_changes_what_was_reviewed_or_certified_makes_a_draft_of_it() {
        step(WRITTEN, LINGUIST);
        step(REVIEWED, LINGUIST);
        step(CERTIFIED, HEAD);
        assertThat(step(WRITTEN, HEAD)).isEqualTo("DRAFT 4");
    }

    @Test
    void a_translation_is_not_saved_without_end() {
        now = Optional.of(
                new Translation(1, OF, Translation.MOST_REVISIONS, State.DRAFT, "Паром", LINGUIST, 5, null, null));
        assertThat(step(WRITTEN, LINGUIST)).isEqualTo("TOO_MANY_REVISIONS");
    }
}
