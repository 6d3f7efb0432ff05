package torgau.station.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import torgau.journal.Digest;
import torgau.store.desk.LedgerLine;

/// Reads a book line by line and holds each against the one before it.
final class Check {
    private final Optional<Mark> known;
    private final List<Verdict.Fault> faults = new ArrayList<>();
    private long number;
    private long lines;
    private Digest before = LedgerLine.BEGINNING;
    private boolean marked;

    Check(Optional<Mark> known) {
        this.known = known;
    }

    void read(LedgerLine line) {
        lines++;
        if (line.number() > number + 1) {
            add(new Verdict.Fault(Verdict.Kind.MISSING, number + 1, line.number() - 1));
        } else if (!line.follows(before)) {
            add(new Verdict.Fault(Verdict.Kind.ALTERED, Math.max(1, number), line.number()));
        }
        number = line.number();
        before = line.digest();
        marked |= known.filter(new Mark(number, before)::equals).isPresent();
    }

    private void add(Verdict.Fault fault) {
        if (faults.size() < Verdict.MAX_FAULTS) {
            faults.add(fault);
        }
    }

    Verdict verdict() {
        if (!marked) {
            known.ifPresent(mark -> add(
                    new Verdict.Fault(Verdict.Kind.NOT_AS_MARKED, Math.min(mark.number(), number + 1), mark.number())));
        }
        return new Verdict(lines, lines == 0 ? Optional.empty() : Optional.of(new Mark(number, before)), faults);
    }
}
