package torgau.matters.talks;

import java.util.List;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;
import torgau.catalogue.value.Value;
import torgau.journal.Reference;
import torgau.matters.Turn;

/// One thing that a party undertook, or that a record says it will do.
///
/// @param source where it stands
/// @param party that undertakes it; 0 of a third
/// @param parties that are in the matter
/// @param by the entry that states it, as it reads by now
/// @param what in its author's language, which is `language`
/// @param until by when, as stated last, and `firstUntil` as stated first: milliseconds UTC; null if
///     without a date
/// @param extendedTo a later time that the other side has granted; null if none
/// @param owner office in charge; null if none is named
/// @param done when its holder says that it did it; null if it has not said so
public record Commitment(
        Source source,
        int party,
        SortedSet<Integer> parties,
        Turn by,
        String what,
        String language,
        @Nullable Long until,
        @Nullable Long firstUntil,
        @Nullable Long extendedTo,
        Value.@Nullable Office owner,
        Stage stage,
        @Nullable Long done) {

    /// Where it stands.
    public sealed interface Source {
        /// A matter of its own.
        ///
        /// @param arises the record that it comes from; null if none is named
        /// @param row of that record; 0 if none is named
        record Followed(
                Reference matter, String state, @Nullable Reference arises, int row) implements Source {}

        /// A row of a record, which nobody has opened as a commitment.
        ///
        /// @param matter of the record
        /// @param row counted from one, or its own number
        /// @param acceptedByHolder whether the party that is to do it filed the record or confirmed it
        record Recorded(Reference matter, int row, boolean acceptedByHolder, List<Integer> annotatedBy)
                implements Source {
            public Recorded {
                annotatedBy = List.copyOf(annotatedBy);
            }
        }
    }

    /// How it stands, by what was said of it. None of these is a finding.
    public enum Stage {
        /// It is in a record, and not followed as a commitment.
        RECORDED,
        STANDS,
        /// Its holder says that it did it; the other side's view is awaited.
        SAID_DONE,
        /// The two sides see it differently.
        TWO_VIEWS,
        /// It was referred to another office.
        REFERRED,
        /// Its holder says that it did it, and the other side sees it done in full.
        KEPT,
        RELEASED,
        WITHDRAWN,
        /// One side's word that it is not pursued further.
        DROPPED
    }

    /// Whether it is to come up again.
    public boolean open() {
        return stage.compareTo(Stage.KEPT) < 0;
    }

    /// Whether what was undertaken got another date since it was first stated.
    public boolean changed() {
        return (until != null && !until.equals(firstUntil)) || extendedTo != null;
    }

    /// By when it is awaited at the latest; null if without a date.
    public @Nullable Long latest() {
        if (until == null || extendedTo == null) {
            return until == null ? extendedTo : until;
        }
        return Long.valueOf(Math.max(until, extendedTo));
    }

    /// Whether both parties are in it.
    boolean between(int one, int other) {
        return parties.contains(one) && parties.contains(other);
    }
}
