package torgau.matters.plan;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Two things of the plan that do not go together. It is shown to one's own officers, and is nobody's
/// fault.
///
/// @param events one or more, the earlier first
/// @param certain whether both are on exact days; else it is only possible
/// @param party whose office, person, number or holiday it is; 0 if it is of no side
/// @param what the place, office, person or number; empty if there is none
/// @param days holidays with their names by language
/// @param related the matter whose dates lie outside the event
public record Clash(
        Kind kind,
        List<Event> events,
        boolean certain,
        int party,
        String what,
        NavigableMap<LocalDate, NavigableMap<String, String>> days,
        @Nullable Related related) {
    public Clash {
        events = List.copyOf(events);
        days = java.util.Collections.unmodifiableNavigableMap(new TreeMap<>(days));
    }

    static Clash of(Kind kind, List<Event> events, boolean certain, int party, String what) {
        return new Clash(kind, events, certain, party, what, new TreeMap<>(), null);
    }

    /// What does not go together.
    public enum Kind {
        /// Different plans have what looks like one event.
        TWO_PLANS,
        /// Different offices have filed what looks like one event.
        DOUBLE,
        /// One side gives two events of a plan the same number.
        NUMBER,
        PLACE,
        OWNER,
        /// The same head of delegation.
        HEAD,
        PERSON,
        HOLIDAY,
        /// A visit or exercise of the event lies outside its dates.
        OUTSIDE;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
