package torgau.store.sqlite;

import torgau.journal.Payload;
import torgau.journal.Precedence;
import torgau.journal.TrafficClass;
import torgau.store.Filter;

/// What filters ask of an entry, its matter aside. Few combinations occur, so each has a number.
///
/// @param type number of the act, or `OTHERS` for all from there on, so that nobody can make kinds without end
record Kind(int type, TrafficClass trafficClass, Precedence precedence, int party) {
    static final int OTHERS = 64;

    static Kind of(Payload payload) {
        int type = Math.min(payload.actType(), OTHERS);
        return new Kind(
                type,
                payload.trafficClass(),
                payload.precedence(),
                payload.feed().party());
    }

    /// Whether entries of this kind can be wanted; those of `OTHERS` are still to be looked at one by one.
    boolean mayBe(Filter filter) {
        return (type == OTHERS || filter.types().has(type))
                && filter.parties().has(party)
                && filter.classes().contains(trafficClass)
                && filter.precedences().contains(precedence);
    }
}
