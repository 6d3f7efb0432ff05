package torgau.matters.directory;

import torgau.catalogue.value.Value;

/// How what a party declared stands at a time. It lapses by the date that its author gave it.
public enum Standing {
    STANDS,
    /// Its time has not come yet.
    NOT_YET,
    /// The time that its author gave it is over.
    LAPSED,
    /// Its author has said something else since.
    SUPERSEDED,
    WITHDRAWN;

    /// @param now milliseconds UTC
    static Standing of(Value.Period valid, long now) {
        Long to = valid.to();
        if (valid.from() > now) {
            return NOT_YET;
        }
        return to != null && to < now ? LAPSED : STANDS;
    }

    public boolean stands() {
        return this == STANDS;
    }
}
