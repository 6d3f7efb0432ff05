package torgau.matters.plan;

import org.jspecify.annotations.Nullable;

/// By what events are compared to find one that was filed twice.
///
/// @param place null if none is known
/// @param same kind, host and place; null without a place
/// @param plan its name
/// @param office the party and office that filed it
record Likeness(@Nullable String place, @Nullable String same, String plan, String office) {
    /// Between the parts of a key; no name has it.
    static final String APART = "\u0000";

    static Likeness of(Event event) {
        What what = event.what();
        String place = what.placeKey();
        var filedBy = event.filedBy();
        return new Likeness(
                place,
                place == null
                        ? null
                        : String.join(APART, what.kind(), what.hosts().toString(), place),
                What.folded(what.plan()),
                String.join(APART, event.opening().party() + "", filedBy.title(), filedBy.capacity()));
    }

    /// Whether both look like one event, filed in different plans or by different offices.
    boolean twice(Likeness other) {
        return same != null && same.equals(other.same) && (otherPlan(other) || !office.equals(other.office));
    }

    boolean otherPlan(Likeness other) {
        return !plan.equals(other.plan);
    }
}
