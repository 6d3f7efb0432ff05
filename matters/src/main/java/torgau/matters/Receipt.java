package torgau.matters;

import java.util.Optional;
import torgau.journal.Reference;

/// Proof that a party held an entry.
///
/// @param by the entry that proves it
/// @param time from which clocks run, milliseconds UTC
/// @param claimed what the receiver's clock said, if that is not the time; else the same
/// @param withheld whether the receiver named the entry and for two intervals of the link tests did not
///     say that it had seen it: clocks then run from sending
/// @param settled an entry that is higher than this changes nothing of it
public record Receipt(Sightings.Mark by, long time, long claimed, boolean withheld, long settled) {
    /// The proof that a party held an entry. The receiver's word on the time counts between the times
    /// that the other side itself gave before and after it; who says something has it.
    static Optional<Receipt> of(Surroundings around, Turn entry, int party) {
        if (party == entry.party()) {
            var own = new Sightings.Mark(entry.order(), entry.time());
            return Optional.of(new Receipt(own, entry.time(), entry.time(), false, 0));
        }
        return ofOther(around, entry.place(), entry.time(), party);
    }

    /// The same of an entry of another party.
    ///
    /// @param sent when its author says it was made, milliseconds UTC
    static Optional<Receipt> ofOther(Surroundings around, Reference entry, long sent, int party) {
        return around.sightings().first(party, entry).map(mark -> of(around, entry, sent, party, mark));
    }

    private static Receipt of(Surroundings around, Reference entry, long sent, int party, Sightings.Mark mark) {
        if (around.sightings().withheld(party, entry, around.withheldMillis())) {
            return new Receipt(mark, sent, mark.time(), true, Long.MAX_VALUE);
        }
        Optional<Sightings.Mark> back =
                around.sightings().first(entry.feed().party(), mark.order().place());
        long latest = back.map(Sightings.Mark::time).orElse(Long.MAX_VALUE);
        long time = Math.clamp(mark.time(), sent, Math.max(sent, latest));
        boolean named = !around.sightings().saw(mark.order().place(), entry);
        long settled = named
                ? Long.MAX_VALUE
                : back.map(bound -> bound.order().height()).orElse(Long.MAX_VALUE);
        return new Receipt(mark, time, mark.time(), false, settled);
    }
}
