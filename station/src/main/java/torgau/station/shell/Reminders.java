package torgau.station.shell;

import java.time.Duration;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import torgau.catalogue.Clock;
import torgau.catalogue.value.Times;
import torgau.journal.Reference;
import torgau.journal.TrafficClass;
import torgau.matters.Awaited;
import torgau.matters.Book;
import torgau.matters.CalendarItem;
import torgau.matters.Terms;
import torgau.store.desk.Alarm;

/// Reminds this station's own watch of what is awaited: before its time where it is awaited from us,
/// after it in either case, of what has not been received, and of what we notified before it lapses.
/// Nothing is sent to anybody. Of one kind the most urgent are told one by one, and of the others how
/// many there are.
final class Reminders {
    /// Reminders of one kind that are told one by one.
    static final int ONE_BY_ONE = AlarmBook.MAX_OF_A_KIND;

    private static final String KEY = "awaited_";
    private static final Duration A_YEAR = Duration.ofDays(366);

    private final AlarmBook alarms;
    private final int ownParty;
    private final LongSupplier wallMillis;

    Reminders(AlarmBook alarms, int ownParty, LongSupplier wallMillis) {
        this.alarms = alarms;
        this.ownParty = ownParty;
        this.wallMillis = wallMillis;
    }

    long now() {
        return wallMillis.getAsLong();
    }

    /// What there is to be reminded of.
    ///
    /// @param awaited the most urgent first
    record Outstanding(List<Book.Item> awaited, List<CalendarItem> calendar, List<Terms.Standing> standing) {}

    /// What there is now.
    Outstanding outstanding(Book book) {
        long now = now();
        return new Outstanding(book.awaited(now), book.calendar(ownParty, now), book.standing());
    }

    /// Something of which the watch is to be told.
    ///
    /// @param times how often it was told before
    private record Reminder(AlarmKind kind, int times) {}

    /// What one look found: reminders by key, the most urgent of each kind, and how many there are.
    private static final class Found {
        private final Map<String, Runnable> raising = new LinkedHashMap<>();
        private final Map<AlarmKind, Integer> counts = new EnumMap<>(AlarmKind.class);
        private final Set<String> keys = new HashSet<>();
    }

    /// Raises what is due now and clears what is not any more.
    void look(Outstanding outstanding) {
        long now = now();
        var found = new Found();
        for (Book.Item item : outstanding.awaited()) {
            Awaited awaited = item.awaited();
            Reminder reminder = awaited.demand().trafficClass() == TrafficClass.TEST ? null : due(item, now);
            if (reminder != null) {
                note(
                        found,
                        awaited.demand().place(),
                        awaited.party(),
                        awaited.clock().name(),
                        reminder);
            }
        }
        for (CalendarItem item : outstanding.calendar()) {
            Reminder reminder = due(item, now);
            if (reminder != null) {
                note(found, item, reminder);
            }
        }
        for (Terms.Standing standing : outstanding.standing()) {
            int times = told(standing.warnings(), standing.until(), now);
            if (standing.notice().party() == ownParty && standing.standsAt(now) && times > 0) {
                var ends = new Reminder(AlarmKind.STANDING_ENDS, times);
                note(found, standing.notice().place(), ownParty, "standing", ends);
            }
        }
        int more = found.counts.values().stream()
                .mapToInt(count -> Math.max(0, count - ONE_BY_ONE))
                .sum();
        raise(found, more);
    }

    private void note(Found found, Reference place, int party, String rule, Reminder reminder) {
        note(found, place + "_" + party, rule, new Alarm.About(null, place, null, null), reminder);
    }

    /// No entry calls for it, so it is named by its day and what it is.
    private void note(Found found, CalendarItem item, Reminder reminder) {
        String rule = item.procedure().code() + " " + item.rule().name();
        String whose = "day" + item.occurrence().day().toEpochDay() + "_" + item.party() + "_" + item.creditor();
        String detail = rule + " " + Times.group(item.due());
        note(found, whose, rule, new Alarm.About(null, null, null, detail), reminder);
    }

    private void note(Found found, String whose, String rule, Alarm.About about, Reminder reminder) {
        // Short enough for the desk: the rule and the kind of reminder stand in it as a number.
        String what = rule + " " + reminder.kind().word() + " " + reminder.times();
        String key = KEY + whose + "_" + Integer.toHexString(what.hashCode());
        boolean another = found.keys.add(key); // rows of one entry are told once
        if (another && found.counts.merge(reminder.kind(), 1, Integer::sum) <= ONE_BY_ONE) {
            found.raising.put(AlarmBook.sanitized(key), () -> alarms.raise(key, reminder.kind(), about));
        }
    }

    /// What is over goes first: it makes room for others of its kind.
    private void raise(Found found, int more) {
        if (more > 0) { // told again only when it has doubled or halved
            String key = KEY + "more_" + Integer.highestOneBit(more);
            var about = new Alarm.About(null, null, null, Integer.toString(more));
            found.raising.put(key, () -> alarms.raise(key, AlarmKind.AWAITED_MORE, about));
        }
        var over = new TreeSet<>(alarms.standing(KEY).keySet());
        var raising = new LinkedHashMap<>(found.raising);
        raising.keySet().removeAll(over);
        over.removeAll(found.raising.keySet());
        over.forEach(alarms::clear);
        raising.values().forEach(Runnable::run);
    }

    private @Nullable Reminder due(Book.Item item, long now) {
        Awaited awaited = item.awaited();
        boolean fromUs = awaited.party() == ownParty;
        if (!fromUs && !item.subject().cast().has(ownParty)) {
            return null; // a matter between others
        }
        Long due = item.due();
        if (due == null) {
            boolean late = awaited.clock().kind() == Clock.Kind.ACKNOWLEDGEMENT
                    && now - awaited.demand().time() > awaited.clock().within().toMillis();
            return late && !fromUs && awaited.receipt() == null ? new Reminder(AlarmKind.NOT_RECEIVED, 0) : null;
        }
        if (due <= now) {
            return new Reminder(fromUs ? AlarmKind.AWAITED_NOW : AlarmKind.NO_REPLY, 0);
        }
        int told = told(awaited.clock().warnings(), due, now);
        return fromUs && told > 0 ? new Reminder(AlarmKind.AWAITED_SOON, told) : null;
    }

    /// Who awaits it is told once the day has passed, who is awaited before it as well; of a day more
    /// than a year ago nobody is told.
    private @Nullable Reminder due(CalendarItem item, long now) {
        if (!item.open() || now - item.due() > A_YEAR.toMillis()) {
            return null;
        }
        boolean fromUs = item.party() == ownParty;
        if (item.due() <= now) {
            return new Reminder(fromUs ? AlarmKind.REPORT_NOW : AlarmKind.NO_REPORT, 0);
        }
        int told = told(item.rule().warnings(), item.due(), now);
        return fromUs && told > 0 ? new Reminder(AlarmKind.REPORT_SOON, told) : null;
    }

    /// How many of the warnings before a time are due.
    private static int told(List<Duration> warnings, long until, long now) {
        return (int) warnings.stream()
                .filter(before -> now >= until - before.toMillis())
                .count();
    }
}
