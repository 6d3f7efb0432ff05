package torgau.station.heart;

import java.util.OptionalLong;

/// How the line to one peer station stands, technically. Suspension is another thing, and shown apart.
///
/// @param station the peer
/// @param since when this state began, milliseconds UTC
/// @param aliveAt last proof of life, milliseconds UTC, if there ever was one
/// @param nextTestAt when the next link test is due
/// @param nextTestOurs whether this station is to send it
/// @param testedAt when a test was last answered, if ever
/// @param clockOffsetMillis how far the peer's clock is ahead of ours, as of the last test
/// @param listensUntil until when the peer has declared to send nothing, milliseconds UTC, if it has and that is
///     not over
public record LineStatus(
        int station,
        Technical technical,
        long since,
        OptionalLong aliveAt,
        long nextTestAt,
        boolean nextTestOurs,
        OptionalLong testedAt,
        OptionalLong clockOffsetMillis,
        OptionalLong listensUntil) {
    /// Different things, never merged into "offline".
    public enum Technical {
        /// No proof of life yet since this station started.
        NOT_YET_MET,
        WORKING,
        /// This station's own disk or test says that something is broken here, or a test came back altered.
        TECHNICAL_FAULT,
        /// No proof of life for three keepalives.
        UNANSWERED,
        /// This station sends nothing, by order: no proof of life can come.
        RECEIVE_ONLY,
        /// No proof of life, and the peer has declared that it only receives.
        LISTENS
    }
}
