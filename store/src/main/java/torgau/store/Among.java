package torgau.store;

import java.util.Collections;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;

/// A choice of numbers: those listed, or all but those.
public record Among(NavigableSet<Integer> listed, boolean excluded) {
    /// Every number.
    public static final Among ALL = allBut();

    public Among {
        listed = Collections.unmodifiableNavigableSet(new TreeSet<>(listed));
    }

    public static Among only(Integer... numbers) {
        return new Among(new TreeSet<>(List.of(numbers)), false);
    }

    public static Among allBut(Integer... numbers) {
        return new Among(new TreeSet<>(List.of(numbers)), true);
    }

    public boolean has(int number) {
        return listed.contains(number) != excluded;
    }
}
