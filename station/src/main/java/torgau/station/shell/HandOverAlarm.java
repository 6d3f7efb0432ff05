package torgau.station.shell;

import torgau.store.desk.Alarm;

/// Tells one's own watch that it was handed over, and that nobody has taken it.
public final class HandOverAlarm {
    private static final String KEY = "watch_not_taken";

    private final AlarmBook alarms;

    public HandOverAlarm(AlarmBook alarms) {
        this.alarms = alarms;
    }

    /// Nobody has taken what was handed over at this line.
    public void stand(long line) {
        alarms.raise(KEY, AlarmKind.WATCH_NOT_TAKEN, new Alarm.About(null, null, null, "torgau watch " + line));
    }

    /// The watch was taken, or was not handed over.
    public void clear() {
        alarms.clear(KEY);
    }
}
