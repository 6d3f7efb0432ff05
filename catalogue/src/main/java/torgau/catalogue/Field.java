package torgau.catalogue;

import org.jspecify.annotations.Nullable;

/// A field of a format.
///
/// @param name as placeholders and files call it
/// @param undisclosed whether it may say that it is not disclosed
/// @param sensitive whether its value travels in the erasable annex, and only its salted hash stands on
///     the journal
/// @param hint one line beside the field
public record Field(
        String name,
        FieldType type,
        Words label,
        boolean optional,
        boolean undisclosed,
        boolean sensitive,
        @Nullable Words hint) {}
