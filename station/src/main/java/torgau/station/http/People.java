package torgau.station.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import torgau.catalogue.value.Value;
import torgau.matters.Turn;
import torgau.matters.visits.Member;
import torgau.matters.visits.Named;
import torgau.matters.visits.Standing;
import torgau.matters.visits.Visit;
import torgau.station.formats.Annexes;

/// The persons whom lists name, as far as their annexes are here.
record People(Front front) {
    /// What stands in the place of a person: the person, or why the annex cannot be shown.
    ///
    /// @param said the act that lists the person
    /// @param row what the journal has
    Value of(Turn said, Value row) {
        if (!(row instanceof Value.Annexed named)) {
            return row;
        }
        return switch (front.annexes(said.party(), said.to(), List.of()).find(named)) {
            case Annexes.Found.Missing(Value.NotHere.Why why) -> new Value.NotHere(why);
            case Annexes.Found.Here(var annex) ->
                annex.value() instanceof Value.Person person ? person : new Value.NotHere(Value.NotHere.Why.UNREADABLE);
        };
    }

    /// Those on the list of a visit who are named here.
    List<Named> of(Visit visit) {
        var named = new ArrayList<Named>();
        for (Member member : visit.members()) {
            Optional<Value> person = member.person().map(row -> of(member.listed(), row));
            if (member.standing() != Standing.REMOVED && person.orElse(null) instanceof Value.Person known) {
                named.add(Named.of(member.number(), known));
            }
        }
        return named;
    }
}
