package torgau.matters.plan;

import java.util.List;
import torgau.catalogue.value.Value;
import torgau.journal.Act;
import torgau.journal.Reference;
import torgau.journal.agreement.Agreement;
import torgau.matters.Counterparts;
import torgau.matters.Matter;
import torgau.matters.Suspensions;

/// What each party has suspended by now.
///
/// @param agreement names the parties
/// @param standing those that are in force
record Suspended(Agreement agreement, List<Suspensions.Standing> standing) {
    static Suspended at(long now, Suspensions suspensions, Agreement agreement) {
        return new Suspended(
                agreement,
                suspensions.standing().values().stream()
                        .filter(one -> one.inForce(now))
                        .toList());
    }

    /// Those of a party that cover an event.
    ///
    /// @param track that the event names
    /// @param owners offices in charge of it on the other sides
    List<Reference> by(int party, Matter matter, String track, List<Value.Office> owners) {
        return standing.stream()
                .filter(one -> one.party() == party)
                .filter(one -> switch (one.act().scope()) {
                    case Act.Scope.WholeLine _ -> true;
                    case Act.Scope.Procedure(String code) -> code.equals(Source.PROCEDURE);
                    case Act.Scope.Track(String name) ->
                        name.equals(track) || name.equals(matter.subject().track());
                    case Act.Scope.Counterpart(String office) ->
                        owners.stream().anyMatch(owner -> Counterparts.names(office, owner.title(), owner.capacity()))
                                || with(party, matter, office);
                })
                .map(Suspensions.Standing::place)
                .toList();
    }

    private boolean with(int party, Matter matter, String named) {
        return agreement.parties().stream()
                .anyMatch(other -> other.number() != party
                        && matter.cast().has(other.number())
                        && other.code().equals(named));
    }
}
