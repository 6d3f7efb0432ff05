package torgau.matters.visits;

import java.util.ArrayList;
import java.util.List;
import torgau.journal.Reference;

/// What an officer may want to look at in a delegation, as far as the names are known here.
public final class Remarks {
    private Remarks() {}

    /// Those of another visit on the same days.
    public record Other(Reference visit, List<Named> persons) {
        public Other {
            persons = List.copyOf(persons);
        }
    }

    /// By the number of the person, and of one person in this order: the letters or the spelling, twice
    /// in the list, in the lists of other visits.
    public static List<Remark> of(List<Named> persons, List<Other> others) {
        var remarks = new ArrayList<Remark>();
        for (int i = 0; i < persons.size(); i++) {
            Named one = persons.get(i);
            one.written().ifPresent(remarks::add);
            for (Named other : persons.subList(0, i)) {
                one.same(other).ifPresent(by -> remarks.add(new Remark.Twice(one.number(), other.number(), by)));
            }
            for (Other visit : others) {
                for (Named other : visit.persons()) {
                    one.same(other)
                            .ifPresent(by ->
                                    remarks.add(new Remark.Elsewhere(one.number(), visit.visit(), other.number(), by)));
                }
            }
        }
        return List.copyOf(remarks);
    }
}
