package torgau.station.shell;

import java.util.TreeSet;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import torgau.catalogue.Clock;
import torgau.journal.TrafficClass;
import torgau.matters.Awaited;
import torgau.matters.Book;
import torgau.store.desk.Alarm;

/// Reminds this station's own watch of what is awaited: before its time where it is awaited from us,
/// after it in either case, and of what has not been received. Nothing is sent to anybody.
final class Reminders {
    private static final String KEY = "awaited_";

    private final AlarmBook alarms;
    private final int ownParty;
    private final LongSupplier wallMillis;

    Reminders(AlarmBook alarms, int ownParty, LongSupplier wallMillis) {
        this.alarms = alarms;
        this.ownParty = ownParty;
        this.wallMillis = wallMillis;
    }

    /// Something of which the watch is to be told.
    ///
    /// @param times how often it was told before
    private record Reminder(AlarmKind kind, int times) {}

    /// Raises what is due now and clears what is not any more.
    void look(Book book) {
        long now = wallMillis.getAsLong();
        var over = new TreeSet<>(alarms.standing(KEY).keySet());
        for (Book.Item item : book.awaited(now)) {
            Reminder reminder = item.awaited().demand().trafficClass() == TrafficClass.TEST ? null : due(item, now);
            if (reminder != null) {
                String key = key(item.awaited(), reminder);
                if (!over.remove(AlarmBook.sanitized(key))) {
                    alarms.raise(key, reminder.kind(), about(item.awaited()));
                }
            }
        }
        over.forEach(alarms::clear);
    }

    private @Nullable Reminder due(Book.Item item, long now) {
        Awaited awaited = item.awaited();
        boolean fromUs = awaited.party() == ownParty;
        if (!fromUs && !item.matter().cast().has(ownParty)) {
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
        long warned = awaited.clock().warnings().stream()
                .filter(before -> now >= due - before.toMillis())
                .count();
        return fromUs && warned > 0 ? new Reminder(AlarmKind.AWAITED_SOON, (int) warned) : null;
    }

    /// Short enough for the desk: the clock and the kind of reminder stand in it as a number.
    private static String key(Awaited awaited, Reminder reminder) {
        String what = awaited.clock().name() + " " + reminder.kind().word() + " " + reminder.times();
        return KEY + awaited.demand().place() + "_" + awaited.party() + "_" + Integer.toHexString(what.hashCode());
    }

    private static Alarm.About about(Awaited awaited) {
        return new Alarm.About(null, awaited.demand().place(), null, null);
    }
}
