package torgau.matters.visits;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import torgau.catalogue.value.Value;
import torgau.matters.Reading;
import torgau.matters.Turn;

/// The list of persons as it stands now: that of the last request, with what was added since and
/// without those who were taken off. A new request begins a new list.
final class Delegation {
    private final NavigableMap<Long, Row> rows = new TreeMap<>();
    private final NavigableMap<Long, Turn> removed = new TreeMap<>();

    private record Row(long number, Turn listed, NavigableMap<String, Value> values) {}

    private Delegation() {}

    static List<Member> of(Reading reading, HostsWord host) {
        var delegation = new Delegation();
        reading.turns("RV", "RVE", "RVC").forEach(turn -> delegation.take(reading, turn));
        var members = new ArrayList<Member>();
        delegation.rows.values().forEach(row -> members.add(delegation.member(row, host)));
        return List.copyOf(members);
    }

    private void take(Reading reading, Turn turn) {
        if (!turn.code().equals("RVC")) {
            rows.clear();
            removed.clear();
            add(turn, reading.rows(turn, "delegation"));
            return;
        }
        HostsWord.byNumber(reading.rows(turn, "removed")).keySet().forEach(number -> removed.put(number, turn));
        add(turn, reading.rows(turn, "added"));
    }

    /// Of two with one number the last: an edition that lets that be filed gives no better rule.
    private void add(Turn turn, List<NavigableMap<String, Value>> listed) {
        HostsWord.byNumber(listed).forEach((number, values) -> {
            rows.put(number, new Row(number, turn, values));
            removed.remove(number);
        });
    }

    private Member member(Row row, HostsWord host) {
        HostsWord.Word word = host.person(row.number(), row.listed());
        Turn off = removed.get(row.number());
        return new Member(
                row.number(),
                row.listed(),
                row.values().get("part") instanceof Value.Code(String part) ? Optional.of(part) : Optional.empty(),
                Optional.ofNullable(row.values().get("person")),
                off == null ? word.standing() : Standing.REMOVED,
                word.by(),
                word.limits(),
                word.reason(),
                Optional.ofNullable(off));
    }
}
