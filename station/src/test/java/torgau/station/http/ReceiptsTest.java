package torgau.station.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import torgau.journal.Act;
import torgau.journal.Entry;
import torgau.journal.Feed;
import torgau.journal.Reference;
import torgau.journal.SeenMark;
import torgau.store.Batch;
import torgau.store.Write;
import torgau.store.memory.MemoryDisk;
import torgau.store.memory.MemoryStore;

/// Which receipts an entry changes: work that a station asks for with one small entry, so it has an end.
final class ReceiptsTest {
    private static final int LONG = 2_000;

    private final MemoryStore journal = new MemoryStore(new MemoryDisk());
    private final Receipts receipts = new Receipts(journal, 1);

    @BeforeEach
    void blue_has_said_much() {
        for (long sequence = 1; sequence <= LONG; sequence++) {
            admitted(Made.BLUE, sequence, sequence);
        }
    }

    @Test
    void an_entry_is_the_receipt_of_what_its_station_saw_in_it_for_the_first_time() {
        admitted(Made.RED, 1, 1_001, new SeenMark(Made.BLUE, 1_000));
        Entry next = admitted(Made.RED, 2, 1_101, new SeenMark(Made.BLUE, 1_100));
        assertThat(receipts.changedBy(next, 500)).containsExactlyInAnyOrder(blue(1_001, 1_100));
        Entry last = admitted(Made.RED, 3, 1_102, new SeenMark(Made.BLUE, 1_101));
        assertThat(receipts.changedBy(last, 500)).containsExactly(blue(1_101, 1_101));
    }

    @Test
    void a_new_incarnation_changes_no_receipt_of_what_its_station_had_seen_before() {
        admitted(Made.RED, 1, LONG - 2, new SeenMark(Made.BLUE, LONG - 3));
        Entry again = admitted(Made.RED_AGAIN, 1, LONG + 1, new SeenMark(Made.BLUE, LONG), new SeenMark(Made.RED, 1));
        assertThat(receipts.changedBy(again, LONG)).containsExactlyInAnyOrder(blue(LONG - 2, LONG));
        Entry idle = admitted(Made.RED, 2, LONG + 2, new SeenMark(Made.BLUE, LONG));
        assertThat(receipts.changedBy(idle, LONG)).isEmpty();
    }

    @Test
    void an_entry_that_comes_late_is_the_receipt_of_what_it_saw_first_by_the_order_of_the_journal() {
        Entry young = admitted(Made.RED_AGAIN, 1, LONG + 1, new SeenMark(Made.BLUE, LONG));
        Entry late = admitted(Made.RED, 1, 11, new SeenMark(Made.BLUE, 10));
        assertThat(receipts.changedBy(late, LONG)).containsExactlyInAnyOrder(blue(1, 10));
        assertThat(receipts.changedBy(young, LONG)).containsExactlyInAnyOrder(blue(11, LONG));
    }

    @Test
    void of_a_station_that_saw_much_at_once_only_the_newest_are_told() {
        Entry reserve = admitted(Made.RED_RESERVE, 1, LONG + 1, new SeenMark(Made.BLUE, LONG));
        assertThat(receipts.changedBy(reserve, 500)).containsExactlyInAnyOrder(blue(LONG - 499, LONG));
    }

    private static Reference[] blue(long from, long to) {
        return LongStream.rangeClosed(from, to)
                .mapToObj(sequence -> new Reference(Made.BLUE, sequence))
                .toArray(Reference[]::new);
    }

    private Entry admitted(Feed feed, long sequence, long height, SeenMark... seen) {
        var marks = Arrays.stream(seen).sorted().toList();
        Entry entry = Made.entry(Made.payload(feed, sequence, marks, List.of(), new Act.Seen()), height);
        journal.commit(Batch.of(new Write.Append(entry, height)));
        return entry;
    }
}
