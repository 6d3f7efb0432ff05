package torgau.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import torgau.journal.admission.Admission;

class CausalityTest {
    private static final int FEEDS = Limits.SEEN_FEEDS + 70;

    private final TestLine line = new TestLine(2);

    /// The feed that comes first in order has seen the one that comes last: whoever lists feeds in their order, as many
    /// as fit, says to have seen the first and not what it had seen.
    @Test
    void an_honest_station_that_cannot_list_all_it_newly_holds_stays_causally_closed() {
        var last = new Feed(513, FEEDS);
        hold(line.write(2, TestLine.blind(last, TestLine.message("last"))));
        var seesLast = List.of(new SeenMark(last, 1));
        hold(line.write(2, TestLine.seeing(new Feed(513, 1), seesLast, TestLine.message("first"))));
        for (int incarnation = 2; incarnation < FEEDS; incarnation++) {
            hold(line.write(2, TestLine.blind(new Feed(513, incarnation), TestLine.message("more"))));
        }

        Payload honest = line.payload(1, new Act.Seen());
        Entry said = line.write(1, honest);
        assertThat(honest.seen()).hasSize(Limits.SEEN_FEEDS);
        assertThat(line.admissions().judge(line.held(2), said.signed(), null)).isInstanceOf(Admission.Admitted.class);

        line.held(2).add(said);
        Entry rest = line.write(1, line.payload(1, new Act.Seen()));
        assertThat(rest.payload().seen()).hasSize(FEEDS - Limits.SEEN_FEEDS);
        assertThat(line.admissions().judge(line.held(2), rest.signed(), null)).isInstanceOf(Admission.Admitted.class);
    }

    private void hold(Entry entry) {
        line.held(1).add(entry);
    }
}
