package torgau.station.watch;

import java.util.Optional;

/// Something that the next watch has to know of.
///
/// @param name reference of the entry, or number of the release
/// @param number as officers write it
/// @param due by when it is requested, milliseconds UTC
public record OpenItem(Kind kind, String name, String number, Optional<Long> due) {
    /// Items that are listed at a hand-over.
    public static final int MOST = 200;

    /// Why it is open.
    public enum Kind {
        /// A reply is awaited from us.
        AWAITED,
        /// No officer of ours has acknowledged it.
        UNACKNOWLEDGED,
        /// It waits for a second signature, or for a countersignature.
        RELEASE
    }
}
