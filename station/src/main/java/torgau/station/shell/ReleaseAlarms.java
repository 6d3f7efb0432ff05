package torgau.station.shell;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import torgau.store.desk.Alarm;
import torgau.store.desk.Proposal;
import torgau.store.desk.Proposal.Stage;

/// Tells one's own watch what waits for a second person: urgent texts for their second signature,
/// emergency releases for their countersignature. What is over is cleared.
public final class ReleaseAlarms {
    private static final String KEY = "release_";

    private final AlarmBook alarms;

    public ReleaseAlarms(AlarmBook alarms) {
        this.alarms = alarms;
    }

    /// Raises what waits now and clears what is over.
    ///
    /// @param urgent those that wait for a second signature and may not wait long
    /// @param open all about which somebody has to do something
    public synchronized void look(List<Proposal> urgent, List<Proposal> open) {
        var over = new TreeSet<>(alarms.standing(KEY).keySet());
        urgent.forEach(proposal -> stand(over, proposal, AlarmKind.RELEASE_WAITS));
        open.stream()
                .filter(proposal -> proposal.stage() instanceof Stage.Released)
                .forEach(proposal -> stand(over, proposal, AlarmKind.RELEASE_UNCOUNTERSIGNED));
        over.forEach(alarms::clear);
    }

    private void stand(Set<String> over, Proposal proposal, AlarmKind kind) {
        String key = AlarmBook.sanitized(KEY + kind.word() + "_" + proposal.number());
        if (!over.remove(key)) {
            var place = proposal.stage() instanceof Stage.Released released ? released.entry() : null;
            alarms.raise(key, kind, new Alarm.About(null, place, null, "torgau release " + proposal.number()));
        }
    }
}
