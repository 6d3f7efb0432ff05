package torgau.matters;

import java.util.Comparator;
import torgau.catalogue.Procedure;
import torgau.catalogue.Recurring;

/// What one party awaits from another by a day of the calendar, and what came of it. It is computed
/// alike on both sides, is never a finding of fault, and sends nothing.
///
/// @param party from whom it is awaited
/// @param creditor the party that awaits it
public record CalendarItem(
        Procedure procedure, Recurring rule, Recurring.Occurrence occurrence, int party, int creditor, Fate fate)
        implements Comparable<CalendarItem> {
    private static final Comparator<CalendarItem> ORDER = Comparator.comparingLong(CalendarItem::due)
            .thenComparing(item -> item.procedure().code())
            .thenComparing(item -> item.rule().name())
            .thenComparingInt(CalendarItem::party)
            .thenComparingInt(CalendarItem::creditor);

    /// How it stands.
    public sealed interface Fate {
        record Open() implements Fate {}

        /// What was awaited is there.
        ///
        /// @param nil whether it says that there was nothing to report
        record Done(Turn by, boolean nil) implements Fate {}

        /// The procedure was suspended on that day.
        record Suspended() implements Fate {}
    }

    /// By when it is awaited, milliseconds UTC.
    public long due() {
        return occurrence.due();
    }

    public boolean open() {
        return fate instanceof Fate.Open;
    }

    /// Whether the time of the first warning has come.
    public boolean begun(long now) {
        return due() - rule.notice() <= now;
    }

    /// The earlier day first.
    @Override
    public int compareTo(CalendarItem other) {
        return ORDER.compare(this, other);
    }
}
