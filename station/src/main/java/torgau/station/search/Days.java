package torgau.station.search;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import torgau.store.search.Wanted;

/// Days, months and years as marks, so that a span of any length is few of them.
final class Days {
    private Days() {}

    static String day(LocalDate day) {
        return month(day) + "d" + day.getDayOfMonth();
    }

    static String month(LocalDate day) {
        return year(day) + "m" + day.getMonthValue();
    }

    static String year(LocalDate day) {
        return Facets.mark('d', String.valueOf(day.getYear()));
    }

    /// Any day of a span, both ends included: single days to the end of a month, months to the end of a
    /// year, years.
    static Wanted span(LocalDate from, LocalDate to) {
        var marks = new ArrayList<Wanted>();
        for (LocalDate at = from; !at.isAfter(to); ) {
            LocalDate year = at.plusYears(1);
            LocalDate month = at.plusMonths(1);
            if (at.getDayOfYear() == 1 && !year.minusDays(1).isAfter(to)) {
                marks.add(new Wanted.Word(year(at)));
                at = year;
            } else if (at.getDayOfMonth() == 1 && !month.minusDays(1).isAfter(to)) {
                marks.add(new Wanted.Word(month(at)));
                at = month;
            } else {
                marks.add(new Wanted.Word(day(at)));
                at = at.plusDays(1);
            }
        }
        return new Wanted.Any(List.copyOf(marks));
    }
}
