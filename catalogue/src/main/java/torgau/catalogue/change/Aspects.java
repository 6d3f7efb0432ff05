package torgau.catalogue.change;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import torgau.catalogue.change.Change.Nature;

/// Compares one thing in two editions, key by key.
final class Aspects {
    final List<String> how = new ArrayList<>();
    final Set<Nature> natures = EnumSet.noneOf(Nature.class);

    /// Notes a key whose values differ; short values are told.
    Aspects of(String key, Nature nature, @Nullable Object was, @Nullable Object now) {
        if (!Objects.equals(was, now)) {
            boolean told = brief(was) && brief(now);
            how.add(told ? key + " " + told(was) + " → " + told(now) : key);
            natures.add(nature);
        }
        return this;
    }

    private static boolean brief(@Nullable Object value) {
        return switch (value) {
            case null -> true;
            case String _, Boolean _, Integer _, Duration _, Enum<?> _ -> true;
            case List<?> list ->
                list.size() <= 4 && list.stream().allMatch(each -> each instanceof String || each instanceof Duration);
            default -> false;
        };
    }

    private static String told(@Nullable Object value) {
        return switch (value) {
            case null -> "—";
            case Enum<?> item -> item.name().toLowerCase(Locale.ROOT);
            default -> value.toString();
        };
    }
}
