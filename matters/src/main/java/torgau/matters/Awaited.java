package torgau.matters;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import torgau.catalogue.Clock;
import torgau.journal.Reference;

/// What one party awaits from another, under which rule, and what came of it. It is computed alike on
/// both sides, is never a finding of fault, and sends nothing.
///
/// @param demand the entry that it is awaited after
/// @param party from whom it is awaited
/// @param row number of the row of the demand that it is awaited for; null if for the whole of it
/// @param countsFrom the entry from whose receipt its time runs: the demand, or a correction of what was
///     asked
/// @param receipt the proof that the party held that entry; null while there is none
/// @param event what its time runs from, where it does not run from receipt: milliseconds UTC
/// @param extendedTo the new time that the other side has granted: milliseconds UTC
public record Awaited(
        Clock clock,
        Turn demand,
        int party,
        @Nullable Long row,
        Reference countsFrom,
        @Nullable Receipt receipt,
        @Nullable Long event,
        @Nullable Long extendedTo,
        Fate fate) {

    /// How it stands.
    public sealed interface Fate {
        record Open() implements Fate {}

        /// What was awaited is there.
        record Done(Turn by) implements Fate {}

        /// It is no longer awaited: withdrawn, cancelled, referred to another.
        record Ended(Turn by) implements Fate {}
    }

    static Awaited after(Turn demand, Clock clock, int party, @Nullable Long row, @Nullable Long event) {
        return new Awaited(clock, demand, party, row, demand.place(), null, event, null, new Fate.Open());
    }

    public boolean open() {
        return fate instanceof Fate.Open;
    }

    /// The party that awaits it.
    public int creditor() {
        return demand.party();
    }

    /// When it is requested by, milliseconds UTC; null while the time does not run: what was not
    /// received is not due.
    ///
    /// @param stopped for how long a clock that began at its argument has stood still since
    public @Nullable Long due(Stopped stopped) {
        Long from = clock.from() instanceof Clock.From.Event ? event : received();
        if (from == null) {
            return extendedTo;
        }
        long due = from
                + clock.within().toMillis()
                + (clock.runsSuspended() ? 0 : stopped.of(this).since(from));
        return extendedTo == null ? due : Math.max(due, extendedTo); // who grants time takes none away
    }

    private @Nullable Long received() {
        return receipt == null ? null : receipt.time();
    }

    /// An entry that is higher than this proves nothing new of its receipt.
    long settled() {
        return receipt == null ? Long.MAX_VALUE : receipt.settled();
    }

    /// How long clocks have stood still since a time, in milliseconds.
    @FunctionalInterface
    public interface Stopped {
        long since(long from);

        /// The same of one thing awaited, where it depends on between whom it is.
        default Stopped of(Awaited item) {
            return this;
        }
    }

    Awaited with(Fate end) {
        return new Awaited(clock, demand, party, row, countsFrom, receipt, event, extendedTo, end);
    }

    /// The same, awaited from another party.
    Awaited of(int other) {
        return new Awaited(clock, demand, other, row, countsFrom, null, event, extendedTo, fate);
    }

    /// Whether both are awaited after one entry under one clock, for the same row.
    boolean sameBut(Awaited other) {
        return demand.place().equals(other.demand.place())
                && Objects.equals(row, other.row)
                && clock.name().equals(other.clock.name());
    }

    /// Whether nothing begins for this one because of another: that is the same and did not end, or is
    /// open for the same row.
    boolean standsFor(Awaited other) {
        if (party != other.party || other.fate instanceof Fate.Ended) {
            return false;
        }
        boolean sameRow = row != null && row.equals(other.row) && other.open();
        return sameBut(other) || (sameRow && clock.name().equals(other.clock.name()));
    }

    Awaited receivedBy(Receipt proof) {
        return new Awaited(clock, demand, party, row, countsFrom, proof, event, extendedTo, fate);
    }

    Awaited extended(long until) {
        return new Awaited(clock, demand, party, row, countsFrom, receipt, event, until, fate);
    }

    Awaited restarted(Reference correction) {
        return new Awaited(clock, demand, party, row, correction, null, event, null, fate);
    }

    /// The same, as a correction makes it begin: its time runs from the receipt of that.
    Awaited begunBy(Reference correction, @Nullable Long newEvent) {
        return new Awaited(clock, demand, party, row, correction, null, newEvent, extendedTo, fate);
    }

    Awaited moved(@Nullable Long newEvent) {
        return new Awaited(clock, demand, party, row, countsFrom, receipt, newEvent, extendedTo, fate);
    }
}
