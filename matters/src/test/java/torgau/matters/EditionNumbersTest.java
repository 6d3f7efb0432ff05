package torgau.matters;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import torgau.journal.Entry;
import torgau.matters.Proposal.Standing;

/// The number of an edition belongs to one text.
final class EditionNumbersTest {
    private final EditionScene line = new EditionScene();

    @Test
    void a_number_that_another_text_has_is_taken_for_those_who_know_of_it() {
        Entry first = line.propose(Scene.BLUE, 1);
        line.scene.tellAll();
        Entry same = line.propose(Scene.RED, 1);
        Entry other = line.propose(Scene.RED, 2);
        line.scene.tellAll();
        line.answer(Scene.BLUE, "FVA", other);
        line.scene.tellAll();
        Entry filed = line.file(Scene.RED);
        assertThat(line.standings(first, same, other))
                .containsExactly(Standing.PROPOSED, Standing.PROPOSED, Standing.TAKEN);
        assertThat(EditionScene.used(line.read(), filed))
                .as("nobody accepted the first")
                .isEqualTo("TG-4047");
        line.answer(Scene.RED, "FVA", first);
        Entry after = line.file(Scene.RED);
        assertThat(EditionScene.used(line.read(), after))
                .isEqualTo(first.reference().toString());
    }

    @Test
    void a_number_is_free_again_once_what_had_it_is_rejected_withdrawn_or_corrected() {
        for (String end : List.of("FVJ", "WD", "CR")) {
            Entry first = line.propose(Scene.BLUE, 1);
            line.scene.tellAll();
            line.answer(end.equals("FVJ") ? Scene.RED : Scene.BLUE, end, first);
            Entry unaware = line.propose(end.equals("FVJ") ? Scene.BLUE : Scene.RED, 2);
            line.scene.tellAll();
            Entry aware = line.propose(Scene.RED, 3);
            assertThat(line.standings(unaware)).as(end).containsExactly(Standing.TAKEN);
            assertThat(line.standings(aware)).as(end).containsExactly(Standing.PROPOSED);
            line.scene.tellAll();
            line.answer(Scene.RED, "WD", aware);
            line.scene.tellAll();
        }
    }

    @Test
    void a_number_that_was_in_use_is_never_given_to_another_text() {
        Entry first = line.propose(Scene.BLUE, 1);
        line.scene.tellAll();
        line.answer(Scene.RED, "FVA", first);
        line.scene.tellAll();
        line.answer(Scene.BLUE, "CR", first);
        Entry mended = line.propose(Scene.BLUE, 2);
        Entry again = line.propose(Scene.BLUE, 1);
        assertThat(line.standings(first, mended, again))
                .containsExactly(Standing.CORRECTED, Standing.TAKEN, Standing.PROPOSED);
    }

    @Test
    void of_two_that_did_not_know_of_each_other_the_first_in_total_order_counts_in_whatever_order_they_arrive() {
        Entry blue = line.propose(Scene.BLUE, 1);
        line.scene.seen(Scene.RED);
        Entry red = line.propose(Scene.RED, 2); // later in the total order: its feed is longer
        line.scene.tellAll();
        line.answer(Scene.BLUE, "FVA", red);
        line.answer(Scene.RED, "FVA", blue);
        Entry byRed = line.file(Scene.RED);
        Entry byBlue = line.file(Scene.BLUE);
        line.scene.tellAll();
        List<Entry> both = List.of(line.file(Scene.RED), line.file(Scene.BLUE));
        for (long seed = 0; seed < 40; seed++) {
            var random = new Random(seed);
            Book book = line.book();
            for (Entry next : AnyOrderTest.arrival(line.scene.all, random)) {
                book.add(next);
                if (random.nextBoolean()) {
                    book.outlines();
                    book.proposals();
                }
            }
            assertThat(EditionScene.used(book, byRed))
                    .as("seed " + seed)
                    .isEqualTo(blue.reference().toString());
            assertThat(EditionScene.used(book, byBlue))
                    .as("seed " + seed)
                    .isEqualTo(red.reference().toString());
            assertThat(both)
                    .allSatisfy(each -> assertThat(EditionScene.used(book, each))
                            .isEqualTo(blue.reference().toString()));
            assertThat(book.proposals()).extracting(Proposal::accepted).containsExactly(true, true);
        }
    }

    @Test
    void a_number_for_which_very_many_were_proposed_is_taken() {
        for (int i = 0; i < ProposedEditions.OF_A_NUMBER; i++) {
            Entry each = line.propose(Scene.BLUE, i);
            line.answer(Scene.BLUE, "WD", each);
        }
        Entry last = line.propose(Scene.BLUE, 99);
        assertThat(line.standings(last)).containsExactly(Standing.TAKEN);
        assertThat(line.read().proposals())
                .filteredOn(each -> each.standing() == Standing.TAKEN)
                .hasSize(1);
    }
}
