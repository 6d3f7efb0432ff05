package torgau.store;

import java.util.List;

/// What is to be put on disk together, in this order: all of it or nothing.
public record Batch(List<Write> writes) {
    public Batch {
        writes = List.copyOf(writes);
    }

    public static Batch of(Write... writes) {
        return new Batch(List.of(writes));
    }
}
