package torgau.matters.plan;

import java.util.List;

/// By what events are compared to find one that was filed twice.
///
/// @param places none if no place is known; else those that have one in common are in one place
/// @param kind and host
/// @param plan its name
/// @param office the party and office that filed it
record Likeness(List<String> places, String kind, String plan, String office) {
    /// Between the parts of a key.
    static final String APART = "\u0000";

    Likeness {
        places = List.copyOf(places);
    }

    static Likeness of(Event event) {
        What what = event.what();
        var filedBy = event.filedBy();
        return new Likeness(
                what.placeKeys(),
                String.join(APART, what.kind(), what.hosts().toString()),
                What.folded(what.plan()),
                String.join(APART, event.opening().party() + "", filedBy.title(), filedBy.capacity()));
    }

    /// Whether both look like one event, filed in different plans or by different offices.
    boolean twice(Likeness other) {
        return kind.equals(other.kind)
                && places.stream().anyMatch(other.places::contains)
                && (otherPlan(other) || !office.equals(other.office));
    }

    boolean otherPlan(Likeness other) {
        return !plan.equals(other.plan);
    }
}
