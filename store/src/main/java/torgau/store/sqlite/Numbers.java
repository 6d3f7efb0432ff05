package torgau.store.sqlite;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import torgau.journal.Feed;

/// The numbers that feeds and kinds have in one file: 1, 2, 3 … in the order in which they came. Immutable.
///
/// @param byNumber the feeds, the one with number 1 first
record Numbers(NavigableMap<Feed, Integer> feeds, List<Feed> byNumber, Map<Kind, Integer> kinds) {
    static final Numbers NONE = new Numbers(new TreeMap<>(), List.of(), new LinkedHashMap<>());

    Numbers {
        feeds = Collections.unmodifiableNavigableMap(feeds);
        kinds = Collections.unmodifiableMap(kinds);
    }

    Numbers with(Feed feed) {
        var more = new TreeMap<>(feeds);
        more.put(feed, more.size() + 1);
        var list = new ArrayList<>(byNumber);
        list.add(feed);
        return new Numbers(more, Collections.unmodifiableList(list), kinds);
    }

    Numbers with(Kind kind) {
        var more = new LinkedHashMap<>(kinds);
        more.put(kind, more.size() + 1);
        return new Numbers(feeds, byNumber, more);
    }

    Optional<Integer> of(Feed feed) {
        return Optional.ofNullable(feeds.get(feed));
    }

    Optional<Integer> of(Kind kind) {
        return Optional.ofNullable(kinds.get(kind));
    }

    Optional<Feed> feed(int number) {
        return number >= 1 && number <= byNumber.size() ? Optional.of(byNumber.get(number - 1)) : Optional.empty();
    }

    boolean isKind(int number, Kind kind) {
        @Nullable Integer known = kinds.get(kind);
        return known != null && known == number;
    }
}
