package torgau.matters;

import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import torgau.catalogue.FieldOf;
import torgau.catalogue.Numbered;
import torgau.catalogue.Procedure;
import torgau.catalogue.value.Value;
import torgau.journal.Code;

/// Whether the numbers of the rows of a format are those of a list, or cite one.
final class RowNumbers {
    private RowNumbers() {}

    /// What is wrong with the numbers of a format that is to be filed.
    ///
    /// @param fields of the format
    /// @param listed numbers that the rows of a table of earlier formats have, as far as its author
    ///     knows
    static Optional<Outcome.Voided> fault(
            Procedure procedure,
            String format,
            Map<String, Value> fields,
            Function<FieldOf, NavigableSet<Long>> listed) {
        return procedure.rows().stream()
                .filter(rule -> rule.table().format().equals(format))
                .flatMap(rule -> fault(rule, fields, listed).stream())
                .findFirst();
    }

    private static Optional<Outcome.Voided> fault(
            Numbered rule, Map<String, Value> fields, Function<FieldOf, NavigableSet<Long>> listed) {
        String table = rule.table().field();
        if (!(fields.get(table) instanceof Value.Rows(var rows))) {
            return Optional.empty();
        }
        var own = new TreeSet<Long>();
        for (int i = 0; i < rows.size(); i++) {
            String at = table + "[" + (i + 1) + "]." + Numbered.COLUMN + ": ";
            if (!(rows.get(i).get(Numbered.COLUMN) instanceof Value.Count(long number, long to)) || number != to) {
                return barred(Code.ROW_TWICE, at + "wanted is the number of one row");
            }
            if (!own.add(number)) {
                return barred(Code.ROW_TWICE, at + number + " is there twice");
            }
            Optional<FieldOf> used = rule.besides().stream()
                    .filter(cited -> listed.apply(cited).contains(number))
                    .findFirst();
            if (used.isPresent()) {
                return barred(Code.ROW_TWICE, at + number + " was used in " + used.get());
            }
            if (!rule.of().isEmpty()
                    && rule.of().stream().noneMatch(cited -> listed.apply(cited).contains(number))) {
                return barred(Code.ROW_NOT_THERE, at + number + " is the number of no row of " + names(rule.of()));
            }
        }
        return Optional.empty();
    }

    private static String names(List<FieldOf> tables) {
        return String.join(", ", tables.stream().map(FieldOf::toString).toList());
    }

    private static Optional<Outcome.Voided> barred(Code code, String detail) {
        return Optional.of(new Outcome.Voided(code, detail));
    }

    /// The numbers that the rows of a table in an entry have.
    static void into(NavigableSet<Long> numbers, Turn turn, FieldOf table) {
        if (turn.code().equals(table.format())
                && turn.value(table.field()).orElse(null) instanceof Value.Rows(var rows)) {
            rows.forEach(row -> {
                if (row.get(Numbered.COLUMN) instanceof Value.Count(long from, long to) && from == to) {
                    numbers.add(from);
                }
            });
        }
    }
}
