package torgau.matters;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import torgau.journal.Act;
import torgau.journal.Digest;
import torgau.journal.Entry;
import torgau.journal.Feed;
import torgau.journal.Label;
import torgau.journal.Office;
import torgau.journal.Payload;
import torgau.journal.Precedence;
import torgau.journal.Reference;
import torgau.journal.SignedEntry;
import torgau.journal.Text;
import torgau.journal.TrafficClass;

class SuspensionsTest {
    private static final Office OFFICE = new Office("Watch officer", "for the staff");
    private static final long MADE = 1_770_000_000_000L;
    private static final long DAY = 86_400_000;

    private int places;

    @Test
    void a_suspension_dated_in_the_future_restricts_nothing_before_its_date() {
        var suspensions = Suspensions.of(List.of(suspension(1, 1, MADE + DAY)));

        assertThat(permitted(suspensions, MADE)).isTrue();
        assertThat(permitted(suspensions, MADE + DAY - 1)).isTrue();
        assertThat(permitted(suspensions, MADE + DAY)).isFalse();
        assertThat(suspensions.standing()).as("it is shown at once").hasSize(1);
    }

    @Test
    void a_suspension_dated_no_later_than_it_was_made_is_in_force_at_once_whatever_the_clock_says() {
        var suspensions = Suspensions.of(List.of(suspension(1, 1, MADE)));

        assertThat(permitted(suspensions, MADE - DAY)).isFalse();
    }

    @Test
    void a_party_lifts_only_its_own() {
        Entry suspension = suspension(1, 1, 0);

        assertThat(permitted(Suspensions.of(List.of(suspension, resumption(2, 2, suspension))), MADE))
                .isFalse();
        assertThat(permitted(Suspensions.of(List.of(suspension, resumption(1, 2, suspension))), MADE))
                .isTrue();
    }

    /// A resumption that had not seen its suspension may arrive after it and come before it in the total
    /// order.
    @Test
    void a_resumption_lifts_only_what_comes_before_it() {
        Entry suspension = suspension(1, 5, 0);
        Entry early = resumption(1, 2, suspension);

        assertThat(permitted(Suspensions.of(List.of(suspension, early)), MADE)).isFalse();
        assertThat(permitted(Suspensions.of(List.of(early, suspension)), MADE)).isFalse();
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void the_order_of_arrival_never_decides(long seed) {
        var random = new Random(seed);
        var entries = new ArrayList<Entry>();
        var suspended = new ArrayList<Entry>();
        for (int height = 1; height <= 40; height++) {
            if (suspended.isEmpty() || random.nextBoolean()) {
                suspended.add(suspension(1 + random.nextInt(2), 1 + random.nextInt(40), 0));
                entries.add(suspended.getLast());
            } else {
                Entry of = suspended.get(random.nextInt(suspended.size()));
                entries.add(resumption(1 + random.nextInt(2), 1 + random.nextInt(40), of));
            }
        }
        Suspensions inOrder = Suspensions.of(entries.stream().sorted().toList());
        Collections.shuffle(entries, random);

        assertThat(Suspensions.of(entries)).isEqualTo(inOrder);
        assertThat(Suspensions.of(entries).standing()).isEqualTo(inOrder.standing());
    }

    @Test
    void a_format_passes_a_suspension_if_the_agreement_names_it_its_procedure_its_class_or_its_precedence() {
        var suspensions = Suspensions.of(List.of(suspension(1, 1, MADE)));

        assertThat(filed(suspensions, "UA", "UR", List.of("WR", "TEST"))).isFalse();
        assertThat(filed(suspensions, "UA", "UR", List.of("UA"))).isTrue();
        assertThat(filed(suspensions, "UA", "UR", List.of("UR"))).isTrue();
        assertThat(filed(suspensions, "UA", "UR", List.of("FORMAL"))).isTrue();
        assertThat(filed(suspensions, "UA", "UR", List.of("ROUTINE"))).isTrue();
        assertThat(filed(Suspensions.NONE, "UA", "UR", List.of())).isTrue();
    }

    @Test
    void every_suspension_in_force_must_leave_a_format_open() {
        var one = suspension(1, 1, new Act.Scope.WholeLine(), "UA");
        var other = suspension(2, 2, new Act.Scope.WholeLine(), "WR", "UR");

        assertThat(filed(Suspensions.of(List.of(one, other)), "UA", "UR", List.of()))
                .isTrue();
        assertThat(filed(Suspensions.of(List.of(one, other)), "UA", "UC", List.of()))
                .isFalse();
        assertThat(filed(Suspensions.of(List.of(one, other)), "WR", "WR", List.of()))
                .isFalse();
        assertThat(filed(Suspensions.of(List.of(one)), "UA", "UC", List.of())).isTrue();
    }

    @Test
    void a_suspension_of_a_procedure_or_a_track_stops_its_formats_and_nothing_else() {
        var procedure = Suspensions.of(List.of(suspension(1, 1, new Act.Scope.Procedure("UA"))));
        var track = Suspensions.of(List.of(suspension(1, 1, new Act.Scope.Track("peace"))));
        var elsewhere = Suspensions.of(List.of(suspension(1, 1, new Act.Scope.Track("other"))));
        var counterpart = Suspensions.of(List.of(suspension(1, 1, new Act.Scope.Counterpart("Staff"))));

        assertThat(filed(procedure, "UA", "UI", List.of())).isFalse();
        assertThat(filed(procedure, "DF", "UI", List.of())).isTrue();
        assertThat(permitted(procedure, MADE)).isTrue();
        assertThat(filed(track, "UA", "UA", List.of())).isFalse();
        assertThat(filed(elsewhere, "UA", "UA", List.of())).isTrue();
        assertThat(filed(counterpart, "UA", "UA", List.of())).isTrue();
    }

    private static boolean filed(Suspensions suspensions, String procedure, String format, List<String> never) {
        var form = new Act.Form(procedure, 1, format);
        var act = new Act.Notification(OFFICE, form, Label.PARTIES_ONLY, "peace", "en", new byte[] {(byte) 0x80});
        return suspensions.permits(act, TrafficClass.FORMAL, Precedence.ROUTINE, never, MADE, Counterparts.NONE);
    }

    private Entry suspension(int party, long height, Act.Scope scope, String... open) {
        var act = new Act.Suspension(OFFICE, scope, "Decision 7", MADE, null, List.of(open));
        return entry(party, height, List.of(), act);
    }

    private static boolean permitted(Suspensions suspensions, long now) {
        var message = new Act.Message(OFFICE, "", new Text("en", "words"), List.of());
        return suspensions.permits(message, TrafficClass.FORMAL, Precedence.ROUTINE, List.of("TEST"), now, _ -> true);
    }

    private Entry suspension(int party, long height, long effective) {
        var act = new Act.Suspension(OFFICE, new Act.Scope.WholeLine(), "Decision 7", effective, null, List.of());
        return entry(party, height, List.of(), act);
    }

    private Entry resumption(int party, long height, Entry of) {
        return entry(party, height, List.of(of.reference()), new Act.Resumption(OFFICE, "Decision 8", 0, null));
    }

    private Entry entry(int party, long height, List<Reference> refs, Act act) {
        var feed = new Feed(party * 256 + 1, ++places);
        var payload = new Payload(
                feed, 1, List.of(), MADE, TrafficClass.FORMAL, Precedence.PRIORITY, List.of(), null, refs, act);
        var id = new Digest(places, 0, 0, 0);
        return new Entry(new SignedEntry(new byte[1], new byte[64]), payload, id, height);
    }
}
