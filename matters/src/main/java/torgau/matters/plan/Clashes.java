package torgau.matters.plan;

import java.util.List;

/// What does not go together in a plan.
///
/// @param found by kind, the earlier event first
/// @param complete whether that is all: of one event only so many of a kind are found
public record Clashes(List<Clash> found, boolean complete) {
    public Clashes {
        found = List.copyOf(found);
    }

    /// Finds all.
    ///
    /// @param holidays of the parties, as this station knows them
    public static Clashes of(Plan plan, Persons persons, Holidays holidays) {
        var finder = new ClashFinder(plan);
        finder.alike();
        finder.numbers();
        finder.places();
        finder.offices();
        finder.persons(persons);
        finder.holidays(holidays);
        finder.outside();
        return new Clashes(finder.found(), finder.complete());
    }
}
