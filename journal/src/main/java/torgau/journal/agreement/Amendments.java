package torgau.journal.agreement;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import torgau.journal.Digest;
import torgau.journal.Feed;
import torgau.journal.Reference;

/// One party's amendments and the entries that carried them. The order in which these arrived does not matter: the
/// amendments form a chain, each naming the one before it, and where two name the same one, that counts which an entry
/// carried first in the total order.
final class Amendments {
    private final Side founded;
    private final NavigableSet<Carried> carried;
    private final NavigableMap<Feed, Long> upTo;
    private final Chain all;

    /// An amendment that its party's root signed, and an entry that carried it, with its height.
    record Carried(long height, Reference place, Digest id, Amended amended) implements Comparable<Carried> {
        @Override
        public int compareTo(Carried other) {
            int order = Long.compare(height, other.height);
            return order != 0 ? order : place.compareTo(other.place);
        }
    }

    /// Where the chain of amendments leads.
    ///
    /// @param contradicted whether the root signed two amendments for one place in it
    private record Chain(Side side, boolean contradicted) {}

    private Amendments(Side founded, NavigableSet<Carried> carried, NavigableMap<Feed, Long> upTo, Chain all) {
        this.founded = founded;
        this.carried = carried;
        this.upTo = upTo;
        this.all = all;
    }

    static Amendments none(Side founded) {
        return new Amendments(founded, new TreeSet<>(), new TreeMap<>(), new Chain(founded, false));
    }

    Amendments with(Carried next) {
        var more = new TreeSet<>(carried);
        more.add(next);
        var further = new TreeMap<>(upTo);
        further.merge(next.place().feed(), next.place().sequence(), Math::max);
        return new Amendments(founded, more, further, extended(next).orElseGet(() -> chain(founded, more)));
    }

    /// The usual case, in which the chain need not be followed again from its beginning.
    private Optional<Chain> extended(Carried next) {
        return next.amended().previous().equals(all.side().latest())
                ? all.side().after(next.id(), next.amended().change()).map(side -> new Chain(side, all.contradicted()))
                : Optional.empty();
    }

    /// The side by all that is held here.
    Side side() {
        return all.side();
    }

    /// The side by those amendments alone that an entry in `past` carried.
    Side side(Predicate<Reference> past) {
        boolean covered =
                upTo.entrySet().stream().allMatch(last -> past.test(new Reference(last.getKey(), last.getValue())));
        return covered
                ? all.side()
                : chain(
                                founded,
                                carried.stream()
                                        .filter(each -> past.test(each.place()))
                                        .toList())
                        .side();
    }

    boolean contradicted() {
        return all.contradicted();
    }

    private static Chain chain(Side founded, Iterable<Carried> inOrder) {
        var following = new TreeMap<Digest, List<Carried>>();
        for (Carried each : inOrder) {
            following
                    .computeIfAbsent(each.amended().previous(), _ -> new ArrayList<>())
                    .add(each);
        }
        Side side = founded;
        boolean contradicted = false;
        while (true) {
            Carried first = null;
            Side next = side;
            for (Carried each : following.getOrDefault(side.latest(), List.of())) {
                Optional<Side> after = side.after(each.id(), each.amended().change());
                if (first == null && after.isPresent()) {
                    first = each;
                    next = after.get();
                } else if (first != null && after.isPresent() && !first.id().equals(each.id())) {
                    contradicted = true;
                }
            }
            if (first == null) {
                return new Chain(side, contradicted);
            }
            side = next;
        }
    }
}
