package torgau.link.engine;

import java.util.OptionalLong;

/// How one bearer stands, by its own challenges alone.
///
/// @param provenAgoMillis since the peer answered a challenge on this bearer, if it ever did
/// @param roundTripMillis as measured; 0 while unknown
/// @param probes challenges of which it is known what became of them, the last 32 at most
/// @param unanswered how many of them brought no answer: lost on the way there or back
/// @param housekeepingBytesPerMinute sent here beside entries and attachments, on average since it came
///     up
public record BearerStatus(
        long bearer,
        State state,
        OptionalLong provenAgoMillis,
        long roundTripMillis,
        int probes,
        int unanswered,
        long housekeepingBytesPerMinute) {
    /// Three different things: not yet, now, no more.
    public enum State {
        UNPROVEN,
        WORKING,
        /// No answer for three keepalives.
        UNANSWERED
    }
}
