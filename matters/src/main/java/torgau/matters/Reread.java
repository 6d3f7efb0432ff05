package torgau.matters;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import torgau.catalogue.Field;
import torgau.catalogue.Procedure;
import torgau.catalogue.value.Value;

/// An entry of a matter as it reads after a correction, and those before that in total order: when all
/// is taken anew, the course has later ones as well.
final class Reread {
    private final @Nullable Procedure procedure;
    private final Surroundings around;
    private final Turn filed;
    private final List<Turn> corrections;

    /// @param upTo the last correction that counts
    Reread(@Nullable Procedure procedure, Surroundings around, Course course, Turn filed, Turn upTo) {
        this.procedure = procedure;
        this.around = around;
        this.filed = filed;
        this.corrections = Corrections.standing(course.steps()).getOrDefault(filed.place(), List.of()).stream()
                .filter(correction -> correction.compareTo(upTo) <= 0)
                .toList();
    }

    Turn filed() {
        return filed;
    }

    /// Whether its code fields have these items.
    boolean says(Map<String, String> where) {
        return where.entrySet().stream()
                .allMatch(each -> value(each.getKey())
                        .filter(new Value.Code(each.getValue())::equals)
                        .isPresent());
    }

    /// A field, as the last correction that can be read makes it.
    Optional<Value> value(String name) {
        Procedure known = procedure;
        Optional<Field> field =
                known == null ? Optional.empty() : known.format(filed.code()).flatMap(format -> format.field(name));
        return corrections.reversed().stream()
                .flatMap(correction -> field
                        .flatMap(type -> Corrections.now(
                                correction,
                                type,
                                list -> known == null ? Optional.empty() : around.editions().list(known, list)))
                        .stream())
                .findFirst()
                .or(() -> filed.value(name));
    }
}
