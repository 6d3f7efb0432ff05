package torgau.matters;

import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import torgau.catalogue.Field;
import torgau.catalogue.Procedure;
import torgau.catalogue.value.Value;
import torgau.journal.Reference;

/// How the entries of a matter read by now, kept up with as their corrections are taken in total order:
/// of a field, the last correction that can be read counts. Each correction is read once, however many
/// there are.
final class Rereading {
    private final Procedure procedure;
    private final Surroundings around;
    private final NavigableMap<Reference, NavigableMap<String, Value>> now = new TreeMap<>();
    private final NavigableSet<Reference> cancelled = new TreeSet<>();

    Rereading(Procedure procedure, Surroundings around) {
        this.procedure = procedure;
        this.around = around;
    }

    /// Takes the next correction that stands; the fields that it changes.
    List<String> take(Turn filed, Turn correction) {
        if (Corrections.cancels(correction)) {
            cancelled.add(filed.place());
        }
        List<String> changed = Corrections.fields(correction);
        for (String name : changed) {
            field(filed, name)
                    .flatMap(field -> Corrections.now(
                            correction, field, list -> around.editions().list(procedure, list)))
                    .ifPresent(value -> now.computeIfAbsent(filed.place(), _ -> new TreeMap<>())
                            .put(name, value));
        }
        return changed;
    }

    private Optional<Field> field(Turn filed, String name) {
        return procedure.format(filed.code()).flatMap(format -> format.field(name));
    }

    /// Whether an entry stands, and its code fields have these items.
    boolean says(Turn filed, Map<String, String> where) {
        return !cancelled.contains(filed.place())
                && where.entrySet().stream()
                        .allMatch(each -> value(filed, each.getKey())
                                .filter(new Value.Code(each.getValue())::equals)
                                .isPresent());
    }

    Optional<Value> value(Turn filed, String name) {
        return Optional.ofNullable(
                        now.getOrDefault(filed.place(), new TreeMap<>()).getOrDefault(name, null))
                .or(() -> filed.value(name));
    }
}
