package torgau.matters;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import torgau.catalogue.CodeList;
import torgau.catalogue.Format;
import torgau.catalogue.Procedure;
import torgau.catalogue.Words;
import torgau.catalogue.value.Value;
import torgau.journal.Digest;
import torgau.journal.Entry;
import torgau.journal.Reference;
import torgau.matters.Proposal.Standing;

/// The number of an edition belongs to one text.
final class EditionNumbersTest {
    private static final Map<String, Value> NUMBERED =
            Map.of("format", new Value.Name("UA"), "new_edition", new Value.Count(2, 2));

    private final Scene scene = new Scene();

    @Test
    void a_number_that_another_text_has_is_taken_for_those_who_know_of_it() {
        Entry first = propose(Scene.BLUE, 1);
        scene.tellAll();
        Entry same = propose(Scene.RED, 1);
        Entry other = propose(Scene.RED, 2);
        scene.tellAll();
        answer(Scene.BLUE, "FVA", other);
        scene.tellAll();
        Entry filed = file(Scene.RED);
        assertThat(standings(first, same, other))
                .containsExactly(Standing.PROPOSED, Standing.PROPOSED, Standing.TAKEN);
        assertThat(outcome(read(), filed)).as("nobody accepted the first").isEqualTo("TG-4047");
        answer(Scene.RED, "FVA", first);
        Entry after = file(Scene.RED);
        assertThat(outcome(read(), after)).isEqualTo("by " + first.reference());
    }

    @Test
    void a_number_is_free_again_once_what_had_it_is_rejected_withdrawn_or_corrected() {
        for (String end : List.of("FVJ", "WD", "CR")) {
            Entry first = propose(Scene.BLUE, 1);
            scene.tellAll();
            answer(end.equals("FVJ") ? Scene.RED : Scene.BLUE, end, first);
            Entry unaware = propose(end.equals("FVJ") ? Scene.BLUE : Scene.RED, 2);
            scene.tellAll();
            Entry aware = propose(Scene.RED, 3);
            assertThat(standings(unaware)).as(end).containsExactly(Standing.TAKEN);
            assertThat(standings(aware)).as(end).containsExactly(Standing.PROPOSED);
            scene.tellAll();
            answer(Scene.RED, "WD", aware);
            scene.tellAll();
        }
    }

    @Test
    void a_number_that_was_in_use_is_never_given_to_another_text() {
        Entry first = propose(Scene.BLUE, 1);
        scene.tellAll();
        answer(Scene.RED, "FVA", first);
        scene.tellAll();
        answer(Scene.BLUE, "CR", first);
        Entry mended = propose(Scene.BLUE, 2);
        Entry again = propose(Scene.BLUE, 1);
        assertThat(standings(first, mended, again))
                .containsExactly(Standing.CORRECTED, Standing.TAKEN, Standing.PROPOSED);
    }

    @Test
    void of_two_that_did_not_know_of_each_other_the_first_in_total_order_counts_in_whatever_order_they_arrive() {
        Entry blue = propose(Scene.BLUE, 1);
        scene.seen(Scene.RED);
        Entry red = propose(Scene.RED, 2); // later in the total order: its feed is longer
        scene.tellAll();
        answer(Scene.BLUE, "FVA", red);
        answer(Scene.RED, "FVA", blue);
        Entry byRed = file(Scene.RED);
        Entry byBlue = file(Scene.BLUE);
        scene.tellAll();
        List<Entry> both = List.of(file(Scene.RED), file(Scene.BLUE));
        for (long seed = 0; seed < 40; seed++) {
            var random = new Random(seed);
            Book book = book();
            for (Entry next : AnyOrderTest.arrival(scene.all, random)) {
                book.add(next);
                if (random.nextBoolean()) {
                    book.outlines();
                    book.proposals();
                }
            }
            assertThat(outcome(book, byRed)).as("seed " + seed).isEqualTo("by " + blue.reference());
            assertThat(outcome(book, byBlue)).as("seed " + seed).isEqualTo("by " + red.reference());
            assertThat(both).allSatisfy(each -> assertThat(outcome(book, each)).isEqualTo("by " + blue.reference()));
            assertThat(book.proposals()).extracting(Proposal::accepted).containsExactly(true, true);
        }
    }

    @Test
    void a_number_for_which_very_many_were_proposed_is_taken() {
        for (int i = 0; i < ProposedEditions.OF_A_NUMBER; i++) {
            Entry each = propose(Scene.BLUE, i);
            answer(Scene.BLUE, "WD", each);
        }
        Entry last = propose(Scene.BLUE, 99);
        assertThat(standings(last)).containsExactly(Standing.TAKEN);
        assertThat(read().proposals())
                .filteredOn(each -> each.standing() == Standing.TAKEN)
                .hasSize(1);
    }

    private Entry propose(int station, int text) {
        var values = new TreeMap<>(NUMBERED);
        values.put("start", new Value.Instant(Scene.START));
        values.put("text", new Value.Attachment("UA-2.yaml", new Digest(0, 0, 0, text), new Digest(0, 0, 0, 7), 100));
        return scene.file(station, "FV", "FV", values, null);
    }

    private void answer(int station, String format, Entry to) {
        var values = new TreeMap<String, Value>();
        if (format.equals("FVA")) {
            values.putAll(NUMBERED);
            values.put("start", new Value.Instant(Scene.START));
        } else if (format.equals("FVJ")) {
            values.putAll(NUMBERED);
        }
        scene.file(station, "FV", format, values, to.reference(), to.reference());
    }

    private Entry file(int station) {
        return scene.say(station, Scene.notification("UA", 2, "UA", Scene.values("UA", "UA")), null);
    }

    private List<Standing> standings(Entry... proposed) {
        var byPlace = new TreeMap<Reference, Standing>();
        read().proposals().forEach(each -> byPlace.put(each.matter(), each.standing()));
        return List.of(proposed).stream().map(each -> byPlace.get(each.reference())).toList();
    }

    private Book read() {
        Book book = book();
        scene.all.stream().sorted().forEach(book::add);
        return book;
    }

    private Book book() {
        var byPlace = new TreeMap<Reference, Entry>();
        scene.all.forEach(entry -> byPlace.put(entry.reference(), entry));
        return new Book(new Texts(), scene.roster(), place -> Optional.ofNullable(byPlace.get(place)), 100);
    }

    /// Which text an entry was judged by, or why by none.
    private static String outcome(Book book, Entry entry) {
        Matter matter = book.matter(entry.reference()).orElseThrow();
        return matter.outcome(entry.reference()) instanceof Outcome.Voided barred
                ? barred.code().code()
                : matter.subject().procedure().map(each -> "by " + each.purpose().in("en").orElse("")).orElse("unknown");
    }

    /// Each text as the shipped procedure, whose purpose is to tell in which matter it was proposed.
    private record Texts() implements Surroundings.Editions {
        @Override
        public Optional<Procedure> procedure(String code, int edition) {
            return Scene.EDITIONS.procedure(code, edition);
        }

        @Override
        public Optional<Procedure> adopted(Proposal proposal) {
            Procedure shipped = Scene.READ.catalogue().procedure(proposal.procedure()).orElseThrow();
            var purpose = Words.of(Map.of("en", proposal.matter().toString()));
            return Optional.of(new Procedure(
                    shipped.code(),
                    proposal.edition(),
                    shipped.title(),
                    purpose,
                    shipped.bases(),
                    shipped.authentic(),
                    shipped.roles(),
                    shipped.suspension(),
                    shipped.correction(),
                    shipped.formats(),
                    shipped.lifecycle(),
                    shipped.clocks(),
                    shipped.leadTimes(),
                    shipped.standing(),
                    shipped.codes(),
                    shipped.notes()));
        }

        @Override
        public Optional<Format> shared(String code) {
            return Scene.EDITIONS.shared(code);
        }

        @Override
        public Optional<CodeList> list(Procedure procedure, String name) {
            return Scene.EDITIONS.list(procedure, name);
        }
    }
}
