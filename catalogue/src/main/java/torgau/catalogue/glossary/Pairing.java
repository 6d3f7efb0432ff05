package torgau.catalogue.glossary;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;

/// The facts of an original, each with its like in the translation: with the same unit if there is one,
/// else where one of the two has no unit, else with another unit. What is left over was lost or added.
final class Pairing {
    private final Map<String, Deque<Fact>> here = new LinkedHashMap<>();
    private List<Fact> left;
    private final List<Finding.OtherUnit> otherUnits = new ArrayList<>();

    Pairing(List<Fact> there, List<Fact> translated) {
        left = there;
        translated.forEach(fact -> like(fact).add(fact));
        pair((one, other) -> one.unit().equals(other.unit()));
        pair((one, other) -> one.unit().isEmpty() || other.unit().isEmpty());
        pair((one, other) -> otherUnits.add(new Finding.OtherUnit(one, other)));
    }

    private Deque<Fact> like(Fact fact) {
        return here.computeIfAbsent(fact.kind() + " " + fact.value(), _ -> new ArrayDeque<>());
    }

    private void pair(BiPredicate<Fact, Fact> fit) {
        var unpaired = new ArrayList<Fact>();
        for (Fact fact : left) {
            if (take(fact, fit).isEmpty()) {
                unpaired.add(fact);
            }
        }
        left = unpaired;
    }

    private Optional<Fact> take(Fact fact, BiPredicate<Fact, Fact> fit) {
        for (Iterator<Fact> others = like(fact).iterator(); others.hasNext(); ) {
            Fact other = others.next();
            if (fit.test(fact, other)) {
                others.remove();
                return Optional.of(other);
            }
        }
        return Optional.empty();
    }

    List<Finding.OtherUnit> otherUnits() {
        return otherUnits;
    }

    List<Fact> lost() {
        return left;
    }

    List<Fact> added() {
        return here.values().stream()
                .flatMap(Deque::stream)
                .sorted(Comparator.comparingInt(fact -> fact.span().from()))
                .toList();
    }
}
