package torgau.station.heart;

import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import torgau.journal.Code;

/// The disturbances that stand. One that stands already is not raised again, and of one kind from one station only so
/// many are: what the next would say, the others have said.
final class Alarms {
    /// Alarms with one code about one station.
    static final int MAX_OF_A_KIND = 16;

    private final NavigableMap<String, Notice.Alarm> standing = new TreeMap<>();
    private final Consumer<Notice> tell;

    Alarms(Consumer<Notice> tell) {
        this.tell = tell;
    }

    void raise(Code code, int station, String subject, String detail, Moment now) {
        String kind = code.code() + "/" + station;
        String key = kind + (subject.isEmpty() ? "" : "/" + subject);
        if (!standing.containsKey(key) && ofKind(kind) < MAX_OF_A_KIND) {
            var alarm = new Notice.Alarm(key, code, station, now.wall(), detail);
            standing.put(key, alarm);
            tell.accept(new Notice.AlarmRaised(alarm));
        }
    }

    private long ofKind(String kind) {
        return standing.tailMap(kind).keySet().stream()
                .takeWhile(key -> key.startsWith(kind))
                .filter(key -> key.equals(kind) || key.startsWith(kind + "/"))
                .count();
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
