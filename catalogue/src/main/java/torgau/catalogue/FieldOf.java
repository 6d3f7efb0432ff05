package torgau.catalogue;

import java.util.List;
import java.util.Optional;

/// A field of a format, written FORMAT.field.
public record FieldOf(String format, String field) implements Comparable<FieldOf> {
    /// Reads a name; empty if it is none.
    public static Optional<FieldOf> of(String name) {
        int dot = name.indexOf('.');
        return dot > 0 && dot < name.length() - 1
                ? Optional.of(new FieldOf(name.substring(0, dot), name.substring(dot + 1)))
                : Optional.empty();
    }

    /// The field itself.
    public Optional<Field> in(Procedure procedure) {
        return procedure.format(format).flatMap(known -> known.field(field));
    }

    /// A column of the table that it is.
    public Optional<Field> column(Procedure procedure, String name) {
        return in(procedure)
                .flatMap(table -> table.type() instanceof FieldType.Table(List<Field> columns, FieldType.Range _)
                        ? columns.stream()
                                .filter(column -> column.name().equals(name))
                                .findFirst()
                        : Optional.empty());
    }

    @Override
    public int compareTo(FieldOf other) {
        return toString().compareTo(other.toString());
    }

    @Override
    public String toString() {
        return format + "." + field;
    }
}
