package torgau.station.translation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import torgau.journal.Feed;
import torgau.journal.Precedence;
import torgau.journal.Reference;

class WaitingTest {
    private final Waiting waiting = new Waiting();

    private static Reference entry(long sequence) {
        return new Reference(new Feed(513, 1), sequence);
    }

    private List<Long> first(int limit) {
        return waiting.first(limit).stream()
                .map(each -> each.entry().sequence())
                .toList();
    }

    @Test
    void the_most_urgent_comes_first_and_of_those_the_oldest() {
        waiting.add(entry(1), Precedence.ROUTINE, 1, List.of(""));
        waiting.add(entry(2), Precedence.FLASH, 2, List.of(""));
        waiting.add(entry(3), Precedence.FLASH, 3, List.of(""));
        waiting.add(entry(4), Precedence.PRIORITY, 4, List.of(""));
        assertThat(first(10)).containsExactly(2L, 3L, 4L, 1L);
        assertThat(first(1)).containsExactly(2L);
    }

    @Test
    void it_waits_until_each_text_is_reviewed_and_again_if_one_is_no_longer() {
        waiting.note(entry(1), "subject", true);
        waiting.add(entry(1), Precedence.ROUTINE, 1, List.of("", "subject"));
        assertThat(waiting.first(1).getFirst().parts()).containsExactly("");
        waiting.note(entry(1), "", true);
        assertThat(waiting.size()).isZero();
        waiting.note(entry(1), "", false);
        assertThat(first(10)).containsExactly(1L);
    }

    @Test
    void where_too_much_waits_the_oldest_of_the_least_urgent_is_left_out() {
        waiting.add(entry(1), Precedence.FLASH, 1, List.of(""));
        for (int i = 2; i <= Waiting.MOST + 1; i++) {
            waiting.add(entry(i), Precedence.ROUTINE, i, List.of(""));
        }
        assertThat(waiting.size()).isEqualTo(Waiting.MOST);
        assertThat(first(2)).containsExactly(1L, 3L);
    }
}
