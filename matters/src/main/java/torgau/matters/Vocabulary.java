package torgau.matters;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/// Numbers for things that come again and again, in the order in which they first came: what is kept of
/// a million entries then names each by a number. Which number that is depends on the order of arrival,
/// so nothing but the thing itself may be shown or compared.
///
/// @param <T> what is numbered
final class Vocabulary<T extends Comparable<T>> {
    private final NavigableMap<T, Integer> numbers = new TreeMap<>();
    private final List<T> all = new ArrayList<>();
    private final int most;

    /// @param none what number 0 stands for: nothing, and whatever comes when there is no room
    /// @param most how many it holds
    Vocabulary(T none, int most) {
        this.most = most;
        number(none);
    }

    /// The number of something; 0 if there is no room for more.
    int number(T thing) {
        Integer known = numbers.get(thing);
        if (known != null) {
            return known;
        }
        if (all.size() == most) {
            return 0;
        }
        all.add(thing);
        numbers.put(thing, all.size() - 1);
        return all.size() - 1;
    }

    /// The number of something that came before; else what is given.
    int known(T thing, int otherwise) {
        return numbers.getOrDefault(thing, otherwise);
    }

    T thing(int number) {
        return all.get(number);
    }

    /// What has a number by now.
    List<T> all() {
        return List.copyOf(all);
    }
}
