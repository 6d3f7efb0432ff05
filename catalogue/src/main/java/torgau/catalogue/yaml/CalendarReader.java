package torgau.catalogue.yaml;

import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import torgau.catalogue.Recurring;
import torgau.catalogue.Recurring.Day;
import torgau.catalogue.Recurring.Every;

/// Reads what is awaited again and again.
final class CalendarReader {
    private static final Pattern DAY = Pattern.compile("(?:([0-9]{1,2})-)?([0-9]{1,2})");

    private final FieldReader fields;

    CalendarReader(FieldReader fields) {
        this.fields = fields;
    }

    Recurring recurring(String name, Tree tree) {
        tree.only(
                "title",
                "every",
                "day",
                "for",
                "by",
                "done_by",
                "nil_by",
                "period",
                "where",
                "basis",
                "warn_own_watch",
                "lapse",
                "sends");
        Tree lapse = ClockReader.marksOnly(tree);
        return new Recurring(
                name,
                fields.words(tree.at("title")),
                day(tree.at("every").oneOf(Every.values(), Every.YEAR), tree.at("day")),
                tree.at("for").oneOf(Recurring.Span.values(), Recurring.Span.CURRENT),
                tree.at("by").oneOf(Recurring.By.values(), Recurring.By.EACH),
                tree.at("done_by").texts(),
                tree.maybe("nil_by").texts(),
                tree.at("period").text(),
                new TreeMap<>(tree.maybe("where").each(Tree::text)),
                tree.at("basis").text(),
                ClockReader.warnings(tree),
                lapse.maybe("may").texts());
    }

    /// `MM-DD` of a year, `M-DD` of a quarter, `DD` of a month.
    private static Day day(Every every, Tree tree) {
        Matcher day = DAY.matcher(tree.text());
        boolean month = every == Every.MONTH;
        if (day.matches() && (day.group(1) == null) == month) {
            int of = month ? 1 : Integer.parseInt(day.group(1));
            int number = Integer.parseInt(day.group(2));
            if (Day.exists(every, of, number)) {
                return new Day(every, of, number);
            }
        }
        if (tree.given()) {
            tree.refuse("is `" + tree.text() + "`", wayOut(every));
        }
        return new Day(every, 1, 1);
    }

    private static String wayOut(Every every) {
        return switch (every) {
            case YEAR -> "write month and day as 12-15; a day that every year has";
            case QUARTER -> "write the month of the quarter and the day as 1-15; a day that every quarter has";
            case MONTH -> "write the day as 15, from 1 to 28";
        };
    }
}
