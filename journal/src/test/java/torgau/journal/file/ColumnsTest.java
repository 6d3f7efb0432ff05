package torgau.journal.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import torgau.journal.Digest;
import torgau.journal.Entry;
import torgau.journal.Feed;
import torgau.journal.Reference;
import torgau.journal.SignedEntry;
import torgau.journal.TestLine;

class ColumnsTest {
    private static final int FEEDS = 20_000;
    private static final long BYTES_A_FEED = 2_000;

    /// Anybody who has a station key can begin a feed with every entry.
    @Test
    void a_feed_of_one_entry_costs_little() {
        var columns = new ArrayList<Columns>();
        long before = used();
        var journal = new Columns();
        columns.add(journal);
        for (int incarnation = 1; incarnation <= FEEDS; incarnation++) {
            journal.add(entry(new Feed(513, incarnation), 1));
        }

        assertThat(used() - before).isLessThan(FEEDS * BYTES_A_FEED);
        assertThat(columns.getFirst().heads()).hasSize(FEEDS);
    }

    @Test
    void what_is_kept_of_a_long_feed_is_found_again() {
        var journal = new Columns();
        var feed = new Feed(513, 1);
        for (int sequence = 1; sequence <= 1_000; sequence++) {
            journal.add(entry(feed, sequence));
        }

        for (int sequence = 1; sequence <= 1_000; sequence++) {
            var place = new Reference(feed, sequence);
            assertThat(journal.standing(place)).contains(entry(feed, sequence).standing());
        }
    }

    private static Entry entry(Feed feed, int sequence) {
        var blind = TestLine.blind(feed, TestLine.message("."));
        var payload = new torgau.journal.Payload(
                feed,
                sequence,
                List.of(),
                blind.time(),
                blind.trafficClass(),
                blind.precedence(),
                List.of(),
                null,
                List.of(),
                blind.act());
        return new Entry(new SignedEntry(new byte[1], new byte[64]), payload, new Digest(sequence, 2, 3, 4), sequence);
    }

    private static long used() {
        Runtime runtime = Runtime.getRuntime();
        long least = Long.MAX_VALUE;
        for (int time = 0; time < 3; time++) {
            System.gc();
            least = Math.min(least, runtime.totalMemory() - runtime.freeMemory());
        }
        return least;
    }
}
