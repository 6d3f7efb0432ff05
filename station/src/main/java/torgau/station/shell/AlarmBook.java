package torgau.station.shell;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import torgau.store.StoreFault;
import torgau.store.desk.Alarm;
import torgau.store.desk.Desk;

/// The station's alarms, kept on the desk. One that stands is not raised again, and of one kind about
/// one station only so many are raised at a time; the desk's own faults silence none.
public final class AlarmBook {
    /// Alarms of one kind about one station: as many as are shown.
    static final int MAX_OF_A_KIND = 500;

    private static final int MAX_SHOWN = 500;
    private static final int MAX_ID = 64;
    private static final Set<String> HAPPENED_ONCE = Set.of(
            AlarmKind.NEW_INCARNATION.word(),
            AlarmKind.STORE_DAMAGED.word(),
            AlarmKind.BEARER_REFUSED.word(),
            AlarmKind.RECEIVE_ONLY_ENDED.word());

    private final LongSupplier wallMillis;
    private final Kept<Desk> desk;
    private final Consumer<Alarm> changed;
    private final Map<String, Alarm> standing = new LinkedHashMap<>();

    /// @param changed told of each alarm that is raised, silenced or cleared
    AlarmBook(LongSupplier wallMillis, Kept<Desk> desk, Consumer<Alarm> changed) {
        this.wallMillis = wallMillis;
        this.desk = desk;
        this.changed = changed;
    }

    /// Takes up the alarms that stood when the station stopped.
    synchronized void recall() {
        desk.use(open -> open.alarms(true, MAX_SHOWN)).forEach(alarm -> standing.putIfAbsent(keyOf(alarm), alarm));
    }

    /// An alarm's id is the time at which it was raised and its key, so that the key is known from the
    /// desk again.
    private static String keyOf(Alarm alarm) {
        return alarm.id().substring(alarm.id().indexOf('.') + 1);
    }

    static String sanitized(String key) {
        return key.replaceAll("[^A-Za-z0-9._-]", "_");
    }

    /// Raises an alarm, unless the one with this key stands.
    synchronized void raise(String key, AlarmKind kind, Alarm.About about) {
        long now = wallMillis.getAsLong();
        String stamp = Long.toString(now, Character.MAX_RADIX) + ".";
        String clean = sanitized(key);
        String name = clean.substring(0, Math.min(clean.length(), MAX_ID - stamp.length()));
        if (!standing.containsKey(name) && ofKind(kind, about.station()) < MAX_OF_A_KIND) {
            keep(name, Alarm.raised(stamp + name, kind.word(), kind.precedence(), now, about));
        }
    }

    private long ofKind(AlarmKind kind, @Nullable Integer station) {
        return standing.size() < MAX_OF_A_KIND
                ? 0
                : standing.values().stream()
                        .filter(alarm -> alarm.kind().equals(kind.word())
                                && Objects.equals(alarm.about().station(), station))
                        .count();
    }

    private void keep(String key, Alarm alarm) {
        if (alarm.open()) {
            standing.put(key, alarm);
        } else {
            standing.remove(key);
        }
        try {
            desk.use(open -> {
                open.keep(alarm);
                return alarm;
            });
        } catch (StoreFault fault) {
            Log.SHELL.atWarn().addKeyValue("code", fault.code().code()).log("an alarm could not be kept");
        }
        changed.accept(alarm);
    }

    synchronized void clear(String key) {
        String clean = sanitized(key);
        Alarm alarm = standing.get(clean);
        if (alarm != null) {
            keep(clean, alarm.cleared(wallMillis.getAsLong()));
        }
    }

    /// Silences an alarm; a second time changes nothing. What merely happened once is over with it.
    public synchronized Optional<Alarm> silence(String id) {
        Optional<Alarm> standing =
                standing().stream().filter(alarm -> alarm.id().equals(id)).findFirst();
        if (standing.isEmpty() || standing.get().silencedAt() != null) {
            return standing.or(() -> desk.use(open -> open.alarm(id)));
        }
        long now = wallMillis.getAsLong();
        Alarm silenced = standing.get().silenced(now);
        Alarm after = HAPPENED_ONCE.contains(silenced.kind()) ? silenced.cleared(now) : silenced;
        keep(keyOf(after), after);
        return Optional.of(after);
    }

    /// Those whose cause stands, oldest first.
    public synchronized List<Alarm> standing() {
        return List.copyOf(standing.values());
    }

    /// Those whose cause stands and whose key begins with `prefix`, by key.
    synchronized Map<String, Alarm> standing(String prefix) {
        var some = new LinkedHashMap<>(standing);
        some.keySet().removeIf(key -> !key.startsWith(prefix));
        return some;
    }

    /// The newest, oldest first, whether their cause stands or not.
    public List<Alarm> newest() {
        return desk.use(open -> open.alarms(false, MAX_SHOWN));
    }
}
