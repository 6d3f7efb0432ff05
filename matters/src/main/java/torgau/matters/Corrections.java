package torgau.matters;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import torgau.catalogue.CodeList;
import torgau.catalogue.Field;
import torgau.catalogue.value.FilingReader;
import torgau.catalogue.value.Numbers;
import torgau.catalogue.value.Raw;
import torgau.catalogue.value.Value;
import torgau.journal.Reference;

/// What a correction or cancellation (format CR) says of an earlier entry of its author. Nothing is ever
/// deleted.
final class Corrections {
    static final String CODE = "CR";

    private Corrections() {}

    /// The corrections among these entries that stand, in total order, by the entry that each is about.
    static NavigableMap<Reference, List<Turn>> standing(List<Step> steps) {
        var standing = new TreeMap<Reference, List<Turn>>();
        for (Step step : steps) {
            if (step.outcome().stands()
                    && step.turn().code().equals(CODE)
                    && step.turn().value("message").orElse(null) instanceof Value.Message(Reference place)) {
                standing.computeIfAbsent(place, _ -> new ArrayList<>()).add(step.turn());
            }
        }
        return standing;
    }

    /// Whether it is about the entry at a place.
    static boolean concerns(Turn correction, Reference place) {
        return correction
                .value("message")
                .filter(new Value.Message(place)::equals)
                .isPresent();
    }

    /// Whether it takes the entry back or puts another in its place.
    static boolean cancels(Turn correction) {
        return correction.value("kind").orElse(null) instanceof Value.Code(String kind)
                && (kind.equals("cancel") || kind.equals("replace"));
    }

    /// Names of the fields that it changes.
    static List<String> fields(Turn correction) {
        return rows(correction).stream()
                .flatMap(row -> name(row).stream())
                .distinct()
                .toList();
    }

    /// What it makes of a field; nothing if it leaves it, or if what it writes cannot be read as that
    /// field.
    static Optional<Value> now(Turn correction, Field field, Function<String, Optional<CodeList>> lists) {
        return rows(correction).stream()
                .filter(row -> name(row).filter(field.name()::equals).isPresent())
                .reduce((earlier, later) -> later)
                .flatMap(row ->
                        row.get("now") instanceof Value.Words(String text) ? Optional.of(text) : Optional.empty())
                .flatMap(text -> read(text, field, lists));
    }

    private static List<NavigableMap<String, Value>> rows(Turn correction) {
        return correction.value("changes").orElse(null) instanceof Value.Rows(List<NavigableMap<String, Value>> rows)
                ? rows
                : List.of();
    }

    private static Optional<String> name(NavigableMap<String, Value> row) {
        return row.get("field") instanceof Value.Name(String name) ? Optional.of(name) : Optional.empty();
    }

    private static Optional<Value> read(String text, Field field, Function<String, Optional<CodeList>> lists) {
        var written = new LinkedHashMap<String, Raw>();
        written.put(field.name(), new Raw.Word(text));
        FilingReader.Read read = FilingReader.read(List.of(field.alone()), new Raw.Pairs(written), lists, NONE);
        return Optional.ofNullable(read.values().getOrDefault(field.name(), null));
    }

    private static final Numbers NONE = new Numbers() {
        @Override
        public Optional<Reference> place(String number) {
            return Optional.empty();
        }

        @Override
        public String number(Reference place) {
            return place.toString();
        }
    };
}
