package torgau.station.tables;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import torgau.catalogue.value.Value;
import torgau.journal.Code;
import torgau.matters.plan.Event;
import torgau.matters.plan.Side;
import torgau.matters.plan.What;
import torgau.matters.plan.When;

/// Finds events that are proposed twice: in a table, in the plan, or in two plans. Two are the same if
/// one plan gives them one number, or if their kind, place (in any alphabet) and dates are the same, and
/// where no place is named their words too.
///
/// @param <T> how whoever asks calls an event
public final class Doubles<T> {
    private final Map<String, List<Known<T>>> numbered = new TreeMap<>();
    private final Map<String, List<Known<T>>> placed = new TreeMap<>();

    /// What is compared of an event.
    ///
    /// @param numbers that any side gives it
    /// @param ends 0 if the end is open
    public record Key(
            String plan, List<String> numbers, String kind, String place, String words, long begins, long ends) {
        public Key {
            numbers = List.copyOf(numbers);
        }

        private Stream<String> byNumber() {
            return numbers.stream().map(number -> plan + "\n" + number);
        }

        private Stream<String> byPlace() {
            String when = kind + "\n" + begins + "\n" + ends + "\n";
            return place.isEmpty()
                    ? Stream.of(when + "\n" + words)
                    : What.placeKeys(place).stream().map(key -> when + key + "\n");
        }
    }

    private record Known<T>(T name, Key key) {}

    /// What an event is a double of.
    ///
    /// @param trouble null: there is nothing to be done, the very same event is known
    public record Found<T>(T of, @Nullable Trouble trouble) {}

    public void add(T name, Key key) {
        var known = new Known<>(name, key);
        key.byNumber().forEach(number -> list(numbered, number).add(known));
        key.byPlace().forEach(place -> list(placed, place).add(known));
    }

    private static <T> List<Known<T>> list(Map<String, List<Known<T>>> map, String key) {
        return map.computeIfAbsent(key, _ -> new ArrayList<>());
    }

    /// Whether it is known already, and what is wrong if it differs.
    public Optional<Found<T>> of(Key key) {
        return key.byNumber()
                .flatMap(number -> numbered.getOrDefault(number, List.of()).stream())
                .findFirst()
                .map(known -> same(known, key)
                        ? new Found<>(known.name(), null)
                        : new Found<>(known.name(), Trouble.of(Code.EVENT_IN_PLAN, "in_plan_differs")))
                .or(() -> key.byPlace()
                        .flatMap(place -> placed.getOrDefault(place, List.of()).stream())
                        .findFirst()
                        .map(known -> new Found<>(known.name(), trouble(known, key))));
    }

    private static <T> boolean same(Known<T> known, Key key) {
        List<String> places = key.byPlace().toList();
        return known.key().byPlace().anyMatch(places::contains)
                && known.key().words().equals(key.words());
    }

    private static <T> @Nullable Trouble trouble(Known<T> known, Key key) {
        if (!known.key().plan().equals(key.plan())) {
            return Trouble.of(
                    Code.EVENT_IN_TWO_PLANS,
                    "in_two_plans",
                    Map.of("plan", known.key().plan()));
        }
        boolean oneNumber = known.key().numbers().isEmpty() || key.numbers().isEmpty();
        return oneNumber && same(known, key) ? null : Trouble.of(Code.EVENT_IN_PLAN, "in_plan_otherwise");
    }

    /// Of an event that is in the plan.
    public static Key key(Event event) {
        When when = event.dates().planned();
        return new Key(
                folded(event.what().plan()),
                event.sides().stream()
                        .map(Side::number)
                        .filter(number -> !number.isEmpty())
                        .map(Doubles::folded)
                        .distinct()
                        .toList(),
                event.what().kind(),
                folded(event.what().place()),
                folded(event.what().event()),
                when == null ? 0 : when.from(),
                when == null || when.to() == null ? 0 : when.to());
    }

    /// Of an event that is to be proposed.
    ///
    /// @param values fields of the format WP
    public static Key key(SequencedMap<String, Value> values) {
        Value.@Nullable Period dates = values.get("dates") instanceof Value.Period period ? period : null;
        return new Key(
                text(values, "plan"),
                Stream.of(text(values, "number"))
                        .filter(number -> !number.isEmpty())
                        .toList(),
                values.get("kind") instanceof Value.Code(String code) ? code : "",
                text(values, "place"),
                text(values, "event"),
                dates == null ? 0 : dates.from(),
                dates == null || dates.to() == null ? 0 : dates.to());
    }

    private static String text(Map<String, Value> values, String field) {
        return switch (values.get(field)) {
            case Value.Name(String name) -> folded(name);
            case Value.Words(String words) -> folded(words);
            case null, default -> "";
        };
    }

    private static String folded(@Nullable String text) {
        return text == null
                ? ""
                : Normalizer.normalize(text, Normalizer.Form.NFKC)
                        .strip()
                        .replaceAll("\\s+", " ")
                        .toLowerCase(Locale.ROOT);
    }
}
