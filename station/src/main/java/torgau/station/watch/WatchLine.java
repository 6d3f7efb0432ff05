package torgau.station.watch;

import java.util.List;
import java.util.Optional;

/// A line of the watch log.
///
/// @param number of the line, from 1
/// @param at milliseconds UTC
/// @param by the officer, by name
/// @param seat at which it was written
public record WatchLine(long number, long at, String by, String seat, What what) {
    /// Bytes of an officer's name.
    public static final int MAX_NAME = 120;

    /// Bytes of a note.
    public static final int MAX_WORDS = 8_192;

    /// What happened.
    public sealed interface What {
        /// The officer took the watch.
        ///
        /// @param handOver the line with which it was handed over
        /// @param without why it was taken without one
        record Taken(Optional<Long> handOver, Optional<String> without) implements What {}

        /// The officer noted something.
        record Noted(String words) implements What {}

        /// The officer handed the watch over; until somebody takes it, it is still that officer's.
        ///
        /// @param total of the open items, of which at most `OpenItem.MOST` are listed
        record HandedOver(String words, List<OpenItem> items, int total) implements What {
            public HandedOver {
                items = List.copyOf(items);
            }
        }
    }
}
