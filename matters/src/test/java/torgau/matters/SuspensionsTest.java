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

    /// A resumption that had not seen its suspension may arrive after it and come before it in the total order.
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

    private static boolean permitted(Suspensions suspensions, long now) {
        var message = new Act.Message(OFFICE, "", new Text("en", "words"), List.of());
        return suspensions.permits(message, TrafficClass.FORMAL, Precedence.ROUTINE, List.of("TEST"), now);
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
