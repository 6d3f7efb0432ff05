package torgau.matters.plan;

import java.util.List;

/// Who goes to an event, as far as the annexes that this station holds say it. Nothing of it leaves the
/// station.
@FunctionalInterface
public interface Persons {
    /// Nobody is known.
    Persons UNKNOWN = _ -> List.of();

    List<Person> of(Event event);

    /// One of a delegation.
    ///
    /// @param key the same for the same person
    /// @param name as it is shown
    record Person(int party, String key, String name) {}
}
