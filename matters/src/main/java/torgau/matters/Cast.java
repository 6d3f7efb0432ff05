package torgau.matters;

import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import torgau.catalogue.Procedure;
import torgau.catalogue.Role;
import torgau.journal.agreement.Party;
import torgau.journal.agreement.PartyKind;
import torgau.journal.agreement.Roster;

/// Which parties play which part in a matter.
///
/// @param opener the party that opened it
/// @param addressed the parties to which it was opened
/// @param observers parties that have no clocks
public record Cast(int opener, SortedSet<Integer> addressed, SortedSet<Integer> observers) {
    static Cast of(Turn opening, Roster roster) {
        var addressed = new TreeSet<Integer>();
        var observers = new TreeSet<Integer>();
        for (Party party : roster.agreement().parties()) {
            boolean to = opening.to().isEmpty() || opening.to().contains(party.number());
            if (to && party.number() != opening.party()) {
                addressed.add(party.number());
            }
            if (party.kind() == PartyKind.OBSERVER) {
                observers.add(party.number());
            }
        }
        return new Cast(opening.party(), addressed, observers);
    }

    /// Whether a party belongs to the matter at all.
    public boolean has(int party) {
        return party == opener || addressed.contains(party);
    }

    /// Whether a party plays a role; nobody plays one that the procedure does not name.
    public boolean plays(int party, Procedure procedure, String role) {
        return is(procedure, role).map(is -> plays(party, is)).orElse(false);
    }

    private boolean plays(int party, Role.Is is) {
        return switch (is) {
            case OPENER -> party == opener;
            case ADDRESSEE -> addressed.contains(party);
            case EITHER, EACH -> has(party);
            case NAMED -> false; // whoever it is, nothing is filed in it
        };
    }

    /// From whom something is awaited after an act of `author`: those who play the role, but in a role
    /// that either side plays, or that a field decides, not from the author itself.
    ///
    /// @param is who plays the role by now
    SortedSet<Integer> awaited(Role role, Role.Is is, int author) {
        var parties = new TreeSet<>(addressed);
        parties.add(opener);
        parties.removeIf(party -> !plays(party, is) || observers.contains(party));
        if (is == Role.Is.EITHER || role.is() == Role.Is.NAMED) {
            parties.remove(author);
        }
        return parties;
    }

    /// The parties to which an entry of the matter was addressed and that have clocks.
    SortedSet<Integer> others(Turn turn) {
        var parties = new TreeSet<>(addressed);
        parties.add(opener);
        parties.removeIf(party -> party == turn.party()
                || observers.contains(party)
                || !(turn.to().isEmpty() || turn.to().contains(party)));
        return parties;
    }

    private static Optional<Role.Is> is(Procedure procedure, String role) {
        return Optional.ofNullable(procedure.roles().getOrDefault(role, null)).map(Role::is);
    }
}
