package torgau.matters;

import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import torgau.catalogue.FieldOf;
import torgau.catalogue.Numbered;
import torgau.catalogue.Quota;
import torgau.catalogue.value.Value;

/// How far the quotas of a matter are used. Both sides compute the same; more than a quota is shown, and
/// nothing is refused for it.
public final class Quotas {
    private Quotas() {}

    /// A quota, as it stands.
    ///
    /// @param most how many there may be; empty while nobody has said so
    /// @param by who said that last
    /// @param used how many places are taken
    public record Count(Quota quota, Optional<Long> most, Optional<Turn> by, long used) {
        /// Places that are left; none if more are taken than there are.
        public Optional<Long> left() {
            return most.map(all -> Math.max(0, all - used));
        }

        public boolean exceeded() {
            return most.filter(all -> used > all).isPresent();
        }
    }

    /// The quotas of a matter, in the order of its procedure.
    ///
    /// @param now milliseconds UTC: what is valid until a time is free again after it
    public static List<Count> of(Reading reading, long now) {
        return reading.matter().procedure().stream()
                .flatMap(procedure -> procedure.quotas().stream())
                .map(quota -> of(quota, reading, now))
                .toList();
    }

    private static Count of(Quota quota, Reading reading, long now) {
        List<Turn> limits = reading.turns(
                quota.most().stream().map(FieldOf::format).distinct().toArray(String[]::new));
        Optional<Turn> by = limits.reversed().stream()
                .filter(turn -> most(quota, reading, turn).isPresent())
                .findFirst();
        return new Count(quota, by.flatMap(turn -> most(quota, reading, turn)), by, used(quota, reading, now));
    }

    private static Optional<Long> most(Quota quota, Reading reading, Turn turn) {
        return quota.most().stream()
                .filter(field -> field.format().equals(turn.code()))
                .flatMap(field -> reading.value(turn, field.field(), Value.Count.class).stream())
                .map(Value.Count::to)
                .findFirst();
    }

    private record Row(Turn turn, NavigableMap<String, Value> values) {}

    private static long used(Quota quota, Reading reading, long now) {
        var newest = new TreeMap<Long, Row>();
        for (Turn turn : reading.turns(quota.taken().format())) {
            for (NavigableMap<String, Value> row :
                    reading.rows(turn, quota.taken().field())) {
                if (row.get(Numbered.COLUMN) instanceof Value.Count(long number, long to) && number == to) {
                    newest.put(number, new Row(turn, row));
                }
            }
        }
        Map<Value, Turn> ended = ended(quota, reading, now);
        return newest.values().stream()
                .filter(row -> taking(quota, row) && !over(quota, reading, row, now))
                .filter(row -> !freed(quota, row, ended))
                .count();
    }

    private static boolean taking(Quota quota, Row row) {
        return row.values().get(quota.column()) instanceof Value.Code(String answer)
                && quota.taking().contains(answer);
    }

    private static boolean over(Quota quota, Reading reading, Row row, long now) {
        String until = quota.until();
        Long end = until == null
                ? null
                : reading.value(row.turn(), until).map(Terms::end).orElse(null);
        return end != null && end <= now;
    }

    /// The last entry that ended a row of this name, by that name.
    private static Map<Value, Turn> ended(Quota quota, Reading reading, long now) {
        var ended = new java.util.LinkedHashMap<Value, Turn>();
        FieldOf by = quota.ended();
        if (by != null) {
            for (Turn turn : reading.turns(by.format())) {
                if (inEffect(quota, reading, turn, now)) {
                    reading.value(turn, by.field()).ifPresent(name -> ended.put(name, turn));
                }
            }
        }
        return ended;
    }

    private static boolean inEffect(Quota quota, Reading reading, Turn turn, long now) {
        String from = quota.effective();
        return from == null
                || reading.value(turn, from, Value.Instant.class)
                        .filter(instant -> instant.millis() <= now)
                        .isPresent();
    }

    private static boolean freed(Quota quota, Row row, Map<Value, Turn> ended) {
        FieldOf by = quota.ended();
        Value name = by == null ? null : row.values().get(by.field());
        Turn end = name == null ? null : ended.get(name);
        return end != null && end.compareTo(row.turn()) > 0;
    }
}
