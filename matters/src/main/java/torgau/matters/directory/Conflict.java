package torgau.matters.directory;

import java.util.List;
import torgau.journal.Reference;

/// Where what one party declared of its own offices does not agree with itself. It is shown and decides
/// nothing.
///
/// @param subject the competence, the track, or the level that is concerned
/// @param entries that say it
public record Conflict(Kind kind, Post post, String subject, List<Reference> entries) {
    public Conflict {
        entries = List.copyOf(entries);
    }

    /// What does not agree.
    public enum Kind {
        /// One entry says that the office decides, and that it only transmits.
        BOTH,
        /// Two entries that stand say different things of one office.
        DIFFERING,
        /// Another office says that it decides the same, on one track and in one region.
        SEVERAL_DECIDE,
        /// The offices above it lead back to it.
        CHAIN,
        /// Two designations for one track and region, of which neither says that it replaces the other;
        /// the later one counts.
        LEADS
    }
}
