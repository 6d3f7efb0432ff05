package torgau.matters;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import torgau.catalogue.Clock;
import torgau.catalogue.CodeList;
import torgau.catalogue.Format;
import torgau.catalogue.Procedure;
import torgau.journal.Act;
import torgau.journal.Reference;
import torgau.journal.agreement.Roster;

/// What a matter is judged by beside its own entries.
///
/// @param receipts by the number of a precedence, the clock under which an entry awaits acknowledgement
/// @param proposals editions that were proposed since the line was founded
public record Surroundings(
        Editions editions, Sightings sightings, Roster roster, List<Clock> receipts, Proposals proposals) {
    public Surroundings {
        receipts = List.copyOf(receipts);
    }

    /// For how long a party may name what it does not say that it has seen: two intervals of the link
    /// tests.
    long withheldMillis() {
        return 2L * roster.agreement().rules().testEveryMinutes() * 60_000;
    }

    public Surroundings(Editions editions, Sightings sightings, Roster roster) {
        this(editions, sightings, roster, ByPrecedence.clocks(roster.agreement().rules()), Proposals.NONE);
    }

    Surroundings with(Proposals others) {
        return new Surroundings(editions, sightings, roster, receipts, others);
    }

    /// Whether an author could use an edition. It follows from what the author knew, so it never
    /// changes, but that an edition whose text is not here yet is unknown.
    sealed interface Edition {
        record Usable(Procedure procedure) implements Edition {}

        /// It was proposed, and not yet to be used.
        record NotAccepted() implements Edition {}

        record Unknown() implements Edition {}
    }

    /// The edition that an entry names, as its author could use it: one of the agreed catalogue, or one
    /// of which the author had seen that every other party accepts it, from the time that was named for
    /// it. Of several such the first in total order counts.
    Edition edition(Turn turn, Act.Form form, Suspensions suspensions) {
        Optional<Procedure> agreed = editions.procedure(form.procedure(), form.edition());
        if (agreed.isPresent()) {
            return new Edition.Usable(agreed.get());
        }
        if (form.procedure().equals(Proposal.BY)) {
            return new Edition.Unknown();
        }
        List<Proposal> known = proposals.known(turn.place(), form, suspensions);
        return known.stream()
                .filter(proposal -> proposal.standing().usable() && proposal.from() <= turn.time())
                .min(Comparator.comparing(Proposal::order))
                .map(this::adopted)
                .orElseGet(() -> known.isEmpty() ? new Edition.Unknown() : new Edition.NotAccepted());
    }

    private Edition adopted(Proposal proposal) {
        Optional<Procedure> text = editions.adopted(proposal);
        return text.isPresent() ? new Edition.Usable(text.get()) : new Edition.Unknown();
    }

    /// Finds what was proposed, as somebody knew it.
    @FunctionalInterface
    public interface Proposals {
        /// Nothing was ever proposed.
        Proposals NONE = (_, _, _) -> List.of();

        /// Proposals of this edition by the entries that an author had seen.
        ///
        /// @param suspensions at least all that the author had seen
        List<Proposal> known(Reference author, Act.Form form, Suspensions suspensions);
    }

    /// The procedures of the catalogue agreed, and of every edition that was.
    public interface Editions {
        Optional<Procedure> procedure(String code, int edition);

        /// Every procedure of the catalogue agreed, ascending by code.
        List<Procedure> agreed();

        /// A procedure in an edition that was proposed and accepted, if its text is here and without
        /// fault.
        default Optional<Procedure> adopted(Proposal proposal) {
            return Optional.empty();
        }

        /// A format that every procedure has without naming it, such as a correction.
        Optional<Format> shared(String code);

        /// A code list of a procedure, or one that all share.
        Optional<CodeList> list(Procedure procedure, String name);

        /// A format as its own edition has it.
        default Optional<Format> format(Procedure procedure, String code) {
            return procedure.format(code).or(() -> shared(code));
        }
    }
}
