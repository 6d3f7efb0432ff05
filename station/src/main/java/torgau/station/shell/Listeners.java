package torgau.station.shell;

import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import torgau.catalogue.value.Value;
import torgau.matters.Terms;
import torgau.matters.Turn;

/// Which stations have declared, in the format LS, that they send nothing.
final class Listeners {
    private static final String FORMAT = "LS";
    private static final String STATE = "state";
    private static final String PERIOD = "period";
    private static final Value RECEIVE_ONLY = new Value.Code("receive_only");

    private Listeners() {}

    /// Until when, by station: milliseconds UTC. The declaration of one station says nothing of another, even of the
    /// same party; one whose period has not begun says nothing yet.
    static NavigableMap<Integer, Long> at(long now, List<Terms.Standing> standing) {
        var until = new TreeMap<Integer, Long>();
        for (Terms.Standing each : standing) {
            if (each.standsAt(now) && each.notice().said() instanceof Turn.Said.Filed filed && declares(filed, now)) {
                until.merge(each.notice().place().feed().station(), each.until(), Math::max);
            }
        }
        return until;
    }

    private static boolean declares(Turn.Said.Filed filed, long now) {
        return filed.code().equals(FORMAT)
                && filed.fields()
                        .filter(said -> RECEIVE_ONLY.equals(said.get(STATE)))
                        .filter(said -> said.get(PERIOD) instanceof Value.Period period && period.from() <= now)
                        .isPresent();
    }
}
