package torgau.matters.figures;

import java.util.Comparator;
import torgau.journal.Reference;

/// Of one party, and of what was awaited of it under one heading: how long that took from its proof of
/// receipt on.
///
/// @param spread of what was there before the end of the period
/// @param open what was not there at the end of the period
/// @param ended what was no longer awaited by then: withdrawn, cancelled, referred
/// @param unproven of what was open, how much had no proof of receipt
public record Delay(Key key, Spread spread, long open, long ended, long unproven) {
    /// What was awaited.
    public enum Kind {
        ANSWER,
        REPORT,
        CONFIRMATION,
        ACKNOWLEDGEMENT,
        /// The proof that the station held it, counted from sending.
        RECEIPT
    }

    /// Under which heading.
    public enum By {
        ALL,
        PRECEDENCE,
        FORMAT,
        TRACK,
        MONTH
    }

    /// Of whom, and under which heading.
    ///
    /// @param party of which it was awaited
    /// @param value of the heading: a precedence, a format, a track, a month
    public record Key(Kind kind, int party, By by, String value) implements Comparable<Key> {
        private static final Comparator<Key> ORDER = Comparator.comparing(Key::kind)
                .thenComparing(Key::by)
                .thenComparing(Key::value)
                .thenComparingInt(Key::party);

        @Override
        public int compareTo(Key other) {
            return ORDER.compare(this, other);
        }
    }

    /// Something of which there was no reply at the end of the period.
    ///
    /// @param sent milliseconds UTC
    /// @param party of which it was awaited
    /// @param format that asked; empty of free words
    /// @param clock its name in the procedure
    /// @param received milliseconds UTC; negative without proof by then
    public record Open(long sent, Reference place, Kind kind, int party, String format, String clock, long received)
            implements Comparable<Open> {
        private static final Comparator<Open> OLDEST_FIRST = Comparator.comparingLong(Open::sent)
                .thenComparing(Open::place)
                .thenComparing(Open::kind)
                .thenComparingInt(Open::party)
                .thenComparing(Open::clock);

        @Override
        public int compareTo(Open other) {
            return OLDEST_FIRST.compare(this, other);
        }
    }
}
