package torgau.station.heart;

import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import torgau.journal.Code;

/// The disturbances that stand. One that stands already is not raised again.
final class Alarms {
    private final NavigableMap<String, Notice.Alarm> standing = new TreeMap<>();
    private final Consumer<Notice> tell;

    Alarms(Consumer<Notice> tell) {
        this.tell = tell;
    }

    void raise(Code code, int station, String subject, String detail, Moment now) {
        String key = code.code() + "/" + station + (subject.isEmpty() ? "" : "/" + subject);
        if (!standing.containsKey(key)) {
            var alarm = new Notice.Alarm(key, code, station, now.wall(), detail);
            standing.put(key, alarm);
            tell.accept(new Notice.AlarmRaised(alarm));
        }
    }

    void end(Code code, int station, String subject) {
        Notice.Alarm alarm = standing.remove(code.code() + "/" + station + (subject.isEmpty() ? "" : "/" + subject));
        if (alarm != null) {
            tell.accept(new Notice.AlarmEnded(alarm));
        }
    }

    List<Notice.Alarm> standing() {
        return List.copyOf(standing.values());
    }
}
