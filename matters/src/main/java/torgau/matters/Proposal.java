package torgau.matters;

import java.util.List;
import java.util.Optional;
import torgau.catalogue.value.Value;
import torgau.journal.Act;
import torgau.journal.Reference;
import torgau.journal.agreement.Roster;

/// A new edition of a procedure, as one matter of the procedure FV proposes it, and how far it came.
///
/// @param matter in which it is proposed
/// @param order of its opening entry
/// @param text the YAML of the whole procedure, as a file
/// @param accepted whether every other party had accepted it at some time, whatever came afterwards
/// @param from when it may be used first, milliseconds UTC: the latest time that anybody named
/// @param reservations that stand
public record Proposal(
        Reference matter,
        Order order,
        String procedure,
        int edition,
        Value.Attachment text,
        boolean accepted,
        long from,
        Standing standing,
        List<Reservation> reservations) {
    /// The procedure by which editions are proposed. It is itself changed by an amendment alone.
    public static final String BY = "FV";

    public Proposal {
        reservations = List.copyOf(reservations);
    }

    /// How far it came.
    public enum Standing {
        PROPOSED,
        /// Every other party has accepted it.
        ACCEPTED,
        /// The same, one of them with a written reservation, on which the proposer has stated that it
        /// may be used.
        RESERVED,
        REJECTED,
        WITHDRAWN,
        /// It was corrected after it was proposed: what was accepted may be another text, so it is
        /// proposed anew.
        CORRECTED,
        /// Its author had seen that another text has its number: it is proposed anew under another.
        TAKEN;

        /// Whether it may be used once its time has come.
        public boolean usable() {
            return this == ACCEPTED || this == RESERVED;
        }
    }

    /// What a party wrote when it accepted.
    public record Reservation(Reference place, int party, String text) {}

    /// What an entry that opens a matter proposes.
    record Named(String procedure, int edition, Value.Attachment text) {
        boolean sameText(Named other) {
            return text.blob().equals(other.text.blob()) && text.key().equals(other.text.key());
        }
    }

    /// One whose number another text had.
    static Proposal taken(Turn opening, Named named) {
        return new Proposal(
                opening.place(),
                opening.order(),
                named.procedure(),
                named.edition(),
                named.text(),
                false,
                0,
                Standing.TAKEN,
                List.of());
    }

    /// The same, whatever was answered to it.
    Proposal taken() {
        return new Proposal(matter, order, procedure, edition, text, false, from, Standing.TAKEN, reservations);
    }

    /// Whether its number is its text's: while it is neither rejected, withdrawn nor corrected, and for
    /// ever once it could be used.
    public boolean holds() {
        return accepted || standing == Standing.PROPOSED || standing.usable();
    }

    /// What this opening entry proposes; nothing if it proposes no edition.
    static Optional<Named> named(Turn opening) {
        return opening.code().equals(BY)
                        && opening.value("format").orElse(null) instanceof Value.Name(String procedure)
                        && opening.value("new_edition").orElse(null) instanceof Value.Count(long edition, long to)
                        && opening.value("text").orElse(null) instanceof Value.Attachment text
                        && edition == to
                        && edition <= Act.Form.MAX_EDITION
                ? Optional.of(new Named(procedure, (int) edition, text))
                : Optional.empty();
    }

    /// What these entries of a matter propose; nothing if its opening proposes nothing.
    ///
    /// @param steps of the matter, in total order; perhaps only those that somebody knew
    static Optional<Proposal> of(List<Step> steps, Roster roster) {
        return steps.isEmpty() || !steps.getFirst().moved()
                ? Optional.empty()
                : named(steps.getFirst().turn()).map(named -> new Answers(named, steps, roster).proposal());
    }
}
