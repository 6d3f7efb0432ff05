package torgau.sim;

import java.util.EnumMap;
import java.util.Map;

/// How often each fault really happened.
public final class Tally {
    private final EnumMap<Fault, Long> counts = new EnumMap<>(Fault.class);

    void count(Fault fault) {
        counts.merge(fault, 1L, Long::sum);
    }

    public long of(Fault fault) {
        return counts.getOrDefault(fault, 0L);
    }

    public void add(Tally other) {
        other.counts.forEach((fault, count) -> counts.merge(fault, count, Long::sum));
    }

    public int kinds() {
        return counts.size();
    }

    public Map<Fault, Long> counts() {
        return new EnumMap<>(counts);
    }

    @Override
    public String toString() {
        return counts.toString();
    }
}
