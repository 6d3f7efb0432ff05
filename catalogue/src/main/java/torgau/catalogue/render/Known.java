package torgau.catalogue.render;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import torgau.catalogue.Catalogue;
import torgau.catalogue.Format;
import torgau.catalogue.Procedure;
import torgau.catalogue.value.Value;
import torgau.journal.Act;

/// A format that the catalogue has in the edition that was filed, and its procedure.
public record Known(Procedure procedure, Format format) {
    /// Nothing if there is no such procedure, format or edition.
    public static Optional<Known> of(Catalogue catalogue, Act.Form form) {
        return catalogue
                .procedure(form.procedure())
                .filter(procedure -> procedure.edition() == form.edition())
                .flatMap(procedure -> procedure.format(form.format()).map(format -> new Known(procedure, format)));
    }

    /// Fields that were filed though the format has none of their name.
    public SequencedMap<String, Value> surplus(Map<String, Value> fields) {
        var surplus = new LinkedHashMap<>(fields);
        format.fields().forEach(field -> surplus.remove(field.name()));
        return surplus;
    }

    /// Whether a field names a place, so that the clause on names goes with it.
    public boolean namesPlace(Map<String, Value> fields) {
        return format.fields().stream().filter(field -> field.type().place()).anyMatch(field -> {
            Value value = fields.get(field.name());
            return value != null && !(value instanceof Value.Undisclosed);
        });
    }
}
