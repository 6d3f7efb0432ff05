package torgau.catalogue.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import torgau.catalogue.Clock;
import torgau.catalogue.Format;
import torgau.catalogue.Recurring;

/// What stands below the states: what is awaited, and the formats.
final class Tables {
    private Tables() {}

    /// What is awaited: after an entry, and by the days of the calendar.
    static Table clocks(Wording wording, double width) {
        var rows = new ArrayList<List<String>>();
        for (Clock clock : wording.procedure().clocks()) {
            rows.add(List.of(
                    wording.label("clock", clock.kind().name().toLowerCase(Locale.ROOT))
                            + wording.rows(clock)
                                    .map(each -> ". " + wording.label("each_row") + ": " + each)
                                    .orElse(""),
                    wording.role(clock.by()),
                    wording.within(clock),
                    wording.countedFrom(clock),
                    String.join(", ", clock.doneBy())));
        }
        for (Recurring item : wording.procedure().calendar()) {
            rows.add(List.of(
                    wording.say(item.title()),
                    wording.by(item),
                    item.day().written(),
                    wording.every(item),
                    Wording.ends(item)));
        }
        return new Table(
                List.of(
                        new Table.Column(wording.label("awaited"), 29),
                        new Table.Column(wording.label("by"), 26),
                        new Table.Column(wording.label("within"), 14),
                        new Table.Column(wording.label("from"), 22),
                        new Table.Column(wording.label("done_by"), 20)),
                rows,
                width);
    }

    static Table formats(Wording wording, double width) {
        var rows = new ArrayList<List<String>>();
        for (Format format : wording.procedure().formats().values()) {
            rows.add(List.of(
                    format.code(),
                    wording.format(format.code()),
                    wording.role(format.by()),
                    wording.precedence(format),
                    String.valueOf(format.defaults().signatures())));
        }
        return new Table(
                List.of(
                        new Table.Column(wording.label("code"), 9),
                        new Table.Column(wording.label("title"), 40),
                        new Table.Column(wording.label("filed_by"), 25),
                        new Table.Column(wording.label("precedence"), 18),
                        new Table.Column(wording.label("signatures"), 15)),
                rows,
                width);
    }
}
