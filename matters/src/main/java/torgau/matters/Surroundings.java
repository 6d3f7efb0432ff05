package torgau.matters;

import java.util.List;
import java.util.Optional;
import torgau.catalogue.Clock;
import torgau.catalogue.CodeList;
import torgau.catalogue.Format;
import torgau.catalogue.Procedure;
import torgau.journal.Act;
import torgau.journal.agreement.Roster;

/// What a matter is judged by beside its own entries.
///
/// @param receipts by the number of a precedence, the clock under which an entry awaits acknowledgement
public record Surroundings(Editions editions, Sightings sightings, Roster roster, List<Clock> receipts) {
    public Surroundings {
        receipts = List.copyOf(receipts);
    }

    /// For how long a party may name what it does not say that it has seen: two intervals of the link
    /// tests.
    long withheldMillis() {
        return 2L * roster.agreement().rules().testEveryMinutes() * 60_000;
    }

    public Surroundings(Editions editions, Sightings sightings, Roster roster) {
        this(editions, sightings, roster, ByPrecedence.clocks(roster.agreement().rules()));
    }

    /// The procedures of the catalogue agreed, and of every edition that was.
    public interface Editions {
        Optional<Procedure> procedure(String code, int edition);

        /// A format that every procedure has without naming it, such as a correction.
        Optional<Format> shared(String code);

        /// A code list of a procedure, or one that all share.
        Optional<CodeList> list(Procedure procedure, String name);

        /// A format as its own edition has it.
        default Optional<Format> format(Act.Form form) {
            return procedure(form.procedure(), form.edition())
                    .flatMap(procedure -> procedure.format(form.format()).or(() -> shared(form.format())));
        }
    }
}
