package torgau.catalogue.value;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import torgau.catalogue.Field;
import torgau.catalogue.FieldType;

/// A value of a filing whose content travels apart: a file, or what is in an annex.
///
/// @param path as faults write it: `enclosure`, `evidence[1].file`
public record Apart(String path, Value value) {
    /// All of them, in the order of the filing.
    public static List<Apart> in(Map<String, Value> fields) {
        var found = new ArrayList<Apart>();
        add(found, "", fields);
        return found;
    }

    private static void add(List<Apart> found, String before, Map<String, Value> fields) {
        fields.forEach((name, value) -> {
            String path = before + name;
            if (value instanceof Value.Attachment || value instanceof Value.Annexed) {
                found.add(new Apart(path, value));
            } else if (value instanceof Value.Rows(var rows)) {
                for (int row = 0; row < rows.size(); row++) {
                    add(found, path + "[" + (row + 1) + "].", rows.get(row));
                }
            }
        });
    }

    /// The file at a path.
    public static Optional<Value.Attachment> file(Map<String, Value> fields, String path) {
        return in(fields).stream()
                .filter(each -> each.path().equals(path))
                .map(Apart::value)
                .filter(Value.Attachment.class::isInstance)
                .map(Value.Attachment.class::cast)
                .findFirst();
    }

    /// Whether a value may stand on a journal only as an annex.
    ///
    /// @param field whose value it is; empty if the format has none of this name
    public static boolean sensitive(Optional<Field> field, Value value) {
        return field.filter(Field::sensitive).isPresent() && !(value instanceof Value.Undisclosed);
    }

    /// The filing as it stands on a journal.
    ///
    /// @param annex what stands in the place of a sensitive value
    public static SequencedMap<String, Value> annexed(
            List<Field> fields, Map<String, Value> values, UnaryOperator<Value> annex) {
        return changed(fields, values, (field, _, value) -> sensitive(field, value) ? annex.apply(value) : value);
    }

    /// What becomes of a value.
    @FunctionalInterface
    public interface Change {
        /// What stands in the place of a value.
        ///
        /// @param field whose value it is; empty if the format has none of this name
        Value of(Optional<Field> field, String path, Value value);
    }

    /// The filing with each value changed: those within tables, and tables as a whole only if they are
    /// sensitive.
    public static SequencedMap<String, Value> changed(List<Field> fields, Map<String, Value> values, Change change) {
        return changed(fields, "", values, change);
    }

    private static SequencedMap<String, Value> changed(
            List<Field> fields, String before, Map<String, Value> values, Change change) {
        var changed = new LinkedHashMap<String, Value>();
        values.forEach((name, value) -> {
            Optional<Field> field =
                    fields.stream().filter(each -> each.name().equals(name)).findFirst();
            changed.put(name, changed(field, before + name, value, change));
        });
        return changed;
    }

    private static Value changed(Optional<Field> field, String path, Value value, Change change) {
        boolean whole = field.filter(Field::sensitive).isPresent();
        if (whole || !(value instanceof Value.Rows(var rows))) {
            return change.of(field, path, value);
        }
        List<Field> columns = field.map(Field::type)
                .map(type -> type instanceof FieldType.Table(List<Field> own, var _) ? own : List.<Field>of())
                .orElse(List.of());
        var changed = new ArrayList<java.util.NavigableMap<String, Value>>();
        for (int row = 0; row < rows.size(); row++) {
            changed.add(new TreeMap<>(changed(columns, path + "[" + (row + 1) + "].", rows.get(row), change)));
        }
        return new Value.Rows(changed);
    }
}
