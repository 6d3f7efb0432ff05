package torgau.station.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import torgau.journal.Digest;
import torgau.station.ledger.Verdict.Fault;
import torgau.station.ledger.Verdict.Kind;
import torgau.station.shell.Kept;
import torgau.store.desk.Desk;
import torgau.store.desk.LedgerLine;
import torgau.store.desk.MemoryDesk;

/// Whatever is done to a book by others than the station is found, with its range.
final class LedgerTest {
    private final Kept<Desk> desk = new Kept<>(Desk::close);
    private Ledger ledger;
    private List<LedgerLine> lines;

    @BeforeEach
    void ten_lines() {
        desk.replace(MemoryDesk::new);
        ledger = new Ledger(desk, "audit", () -> 5L);
        for (int i = 1; i <= 10; i++) {
            ledger.append(JsonNodeFactory.instance.objectNode().put("n", i));
        }
        lines = new ArrayList<>(ledger.after(0, 100));
    }

    private static List<Fault> faults(List<LedgerLine> read, Optional<Mark> known) {
        var check = new Check(known);
        read.forEach(check::read);
        return check.verdict().faults();
    }

    private List<Fault> faults() {
        return faults(lines, Optional.empty());
    }

    private static LedgerLine with(LedgerLine line, byte[] content, Digest digest) {
        return new LedgerLine(line.book(), line.number(), line.at(), content, digest);
    }

    @Test
    void a_book_as_it_was_written_has_no_fault() {
        Verdict verdict = ledger.verify(ledger.last().map(last -> new Mark(last.number(), last.digest())));
        assertThat(verdict.faults()).isEmpty();
        assertThat(verdict.lines()).isEqualTo(10);
        assertThat(verdict.head().map(Mark::toString).flatMap(Mark::parse)).isEqualTo(verdict.head());
    }

    @Test
    void each_single_bit_that_is_flipped_is_found_where_it_is() {
        for (int i = 0; i < lines.size(); i++) {
            LedgerLine line = lines.get(i);
            for (int bit = 0; bit < line.content().length * 8; bit++) {
                byte[] flipped = line.content().clone();
                flipped[bit / 8] ^= (byte) (1 << (bit % 8));
                lines.set(i, with(line, flipped, line.digest()));
                assertThat(faults()).containsExactly(new Fault(Kind.ALTERED, Math.max(1, i), i + 1));
            }
            lines.set(i, line);
        }
    }

    @Test
    void a_line_that_was_dropped_moved_or_written_anew_is_found() {
        LedgerLine fourth = lines.remove(3);
        assertThat(faults()).containsExactly(new Fault(Kind.MISSING, 4, 4));
        lines.add(3, fourth);

        LedgerLine anew = LedgerLine.after(Optional.of(lines.get(2)), "audit", 5, new byte[] {'{', '}'});
        lines.set(3, anew);
        assertThat(faults()).containsExactly(new Fault(Kind.ALTERED, 4, 5));
        lines.set(3, fourth);

        LedgerLine fifth = lines.get(4);
        lines.set(3, new LedgerLine("audit", 4, 5, fifth.content(), fifth.digest()));
        lines.set(4, new LedgerLine("audit", 5, 5, fourth.content(), fourth.digest()));
        assertThat(faults()).extracting(Fault::kind).containsOnly(Kind.ALTERED);
        assertThat(faults().getFirst().from()).isLessThanOrEqualTo(4);
    }

    @Test
    void a_book_that_was_cut_off_or_written_anew_is_found_by_a_mark_alone() {
        var mark = Optional.of(new Mark(10, lines.get(9).digest()));
        List<LedgerLine> cut = lines.subList(0, 7);
        assertThat(faults(cut, Optional.empty())).isEmpty();
        assertThat(faults(cut, mark)).containsExactly(new Fault(Kind.NOT_AS_MARKED, 8, 10));
        assertThat(faults(List.of(), mark)).containsExactly(new Fault(Kind.NOT_AS_MARKED, 1, 10));

        var forged = new ArrayList<LedgerLine>();
        for (LedgerLine line : lines) {
            Optional<LedgerLine> last = forged.isEmpty() ? Optional.empty() : Optional.of(forged.getLast());
            forged.add(LedgerLine.after(last, "audit", 6, line.content()));
        }
        assertThat(faults(forged, Optional.empty())).isEmpty();
        assertThat(faults(forged, mark)).containsExactly(new Fault(Kind.NOT_AS_MARKED, 10, 10));
    }

    @Test
    void what_was_read_before_another_line_came_is_not_added_to() {
        assertThat(ledger.append(9, JsonNodeFactory.instance.objectNode())).isEmpty();
        assertThat(ledger.append(10, JsonNodeFactory.instance.objectNode()).map(LedgerLine::number))
                .contains(11L);
    }
}
