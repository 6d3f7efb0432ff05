package torgau.matters;

import torgau.journal.Entry;
import torgau.journal.Reference;

/// Where an entry comes in the total order of the journal.
public record Order(long height, Reference place) implements Comparable<Order> {
    public static Order of(Entry entry) {
        return new Order(entry.height(), entry.reference());
    }

    @Override
    public int compareTo(Order other) {
        int order = Long.compare(height, other.height);
        return order != 0 ? order : place.compareTo(other.place);
    }
}
