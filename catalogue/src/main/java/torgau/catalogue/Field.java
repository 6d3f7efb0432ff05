package torgau.catalogue;

import org.jspecify.annotations.Nullable;

/// A field of a format.
///
/// @param name as placeholders and files call it
/// @param undisclosed whether it may say that it is not disclosed
/// @param sensitive whether its value travels in the erasable annex, and only its salted hash stands on
///     the journal
/// @param hint one line beside the field
/// @param onlyIf when it is asked for; null: always. Where it is not, it need not be there, even if it is
///     not optional
public record Field(
        String name,
        FieldType type,
        Words label,
        boolean optional,
        boolean undisclosed,
        boolean sensitive,
        @Nullable Words hint,
        @Nullable OnlyIf onlyIf) {

    /// This field where it is named by itself, out of its format: it may be left out, whatever else is said.
    public Field alone() {
        return new Field(name, type, label, true, undisclosed, sensitive, hint, null);
    }

    /// Whether what says it may have to do without it.
    public boolean dispensable() {
        return optional || onlyIf != null;
    }
}
