package torgau.catalogue;

import java.util.ArrayList;
import java.util.List;

/// What a field holds. docs/catalogue.md has the table, with how each is written.
public sealed interface FieldType {
    /// Free words in their author's language.
    ///
    /// @param maxWords at most; 0 if only the limit of an entry holds
    record Text(int maxWords) implements FieldType {}

    /// Texts with numbers, so that a reply can cite each.
    record Numbered(Range count, int maxWords) implements FieldType {}

    /// One item of a code list.
    record OneCode(String list) implements FieldType {}

    /// Several items of a code list.
    record SomeCodes(String list, Range count) implements FieldType {}

    record YesNo() implements FieldType {}

    /// An amount with its unit.
    record Quantity(Dimension dimension) implements FieldType {}

    /// A number, or a band of numbers.
    record Count(Range range) implements FieldType {}

    /// A time UTC.
    record Instant() implements FieldType {}

    /// From one time to another, or with its end open.
    record Period() implements FieldType {}

    /// A place in WGS-84.
    ///
    /// @param coarse whether whole degrees will do
    record Position(boolean coarse) implements FieldType {}

    /// A polygon, a circle, a corridor or, if `coarse`, a named part of a region.
    record Area(boolean coarse) implements FieldType {}

    /// A band of altitudes.
    record Altitude() implements FieldType {}

    /// Points, with times where they are known.
    record Route() implements FieldType {}

    record Frequency() implements FieldType {}

    /// Degrees true.
    record Heading() implements FieldType {}

    /// A proper name, call sign or number: as it stands, never translated.
    record Name(int maxLetters) implements FieldType {}

    /// A post, never a person.
    record Office() implements FieldType {}

    /// Personal data; only ever in the erasable annex.
    record Person() implements FieldType {}

    /// Rows with the same fields each.
    record Table(List<Field> columns, Range count) implements FieldType {
        public Table {
            columns = List.copyOf(columns);
        }
    }

    /// An answer to each item of a numbered field of another format, or the word that none is given.
    ///
    /// @param format whose field it answers
    /// @param field a numbered one
    record PerItem(String format, String field) implements FieldType {}

    /// Another entry.
    ///
    /// @param to formats that it may be; any if empty
    record ReferenceTo(List<String> to) implements FieldType {
        public ReferenceTo {
            to = List.copyOf(to);
        }
    }

    /// A file; its bytes travel apart, encrypted.
    record Attachment() implements FieldType {}

    /// From the least to the most.
    record Range(int min, int max) {
        public Range {
            if (min < 0 || max < min) {
                throw new IllegalArgumentException("a range of " + min + " to " + max + " has nothing in it");
            }
        }

        public boolean has(long number) {
            return min <= number && number <= max;
        }
    }

    /// What an amount measures, with its units; the first is the one in which others are compared.
    enum Dimension {
        LENGTH("m", "km", "nm", "ft"),
        HEIGHT("m", "ft"),
        SPEED("km/h", "kn", "m/s"),
        MASS("kg", "t"),
        DURATION("s", "min", "h", "d"),
        ANGLE("deg");

        @SuppressWarnings("ImmutableEnumChecker") // what List.of gives cannot be changed
        private final List<String> units;

        Dimension(String... units) {
            this.units = List.of(units);
        }

        public List<String> units() {
            return units;
        }
    }

    /// Whether a value of it names a place, so that the clause on names goes with it.
    default boolean place() {
        return switch (this) {
            case Position _, Area _, Route _ -> true;
            case Table(List<Field> columns, Range _) ->
                columns.stream().anyMatch(column -> column.type().place());
            case Text _, Numbered _, OneCode _, SomeCodes _, YesNo _, Quantity _, Count _, Instant _ -> false;
            case Period _, Altitude _, Frequency _, Heading _, Name _, Office _, Person _ -> false;
            case PerItem _, ReferenceTo _, Attachment _ -> false;
        };
    }

    /// The code lists that it needs.
    default List<String> lists() {
        return switch (this) {
            case OneCode(String list) -> List.of(list);
            case SomeCodes(String list, Range _) -> List.of(list);
            case Table(List<Field> columns, Range _) -> {
                var lists = new ArrayList<String>();
                columns.forEach(column -> lists.addAll(column.type().lists()));
                yield lists;
            }
            case Text _, Numbered _, YesNo _, Quantity _, Count _, Instant _, Period _, Position _ -> List.of();
            case Area _, Altitude _, Route _, Frequency _, Heading _, Name _, Office _, Person _ -> List.of();
            case PerItem _, ReferenceTo _, Attachment _ -> List.of();
        };
    }
}
