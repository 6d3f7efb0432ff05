package torgau.station.shell;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import torgau.journal.Precedence;
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
    /// @param open all about which somebody has to do something
    /// @param precedence at which a proposal would be sent
    public synchronized void look(List<Proposal> open, Function<Proposal, Precedence> precedence) {
        var over = new TreeSet<>(alarms.standing(KEY).keySet());
        open.forEach(proposal -> kind(proposal, precedence).ifPresent(kind -> stand(over, proposal, kind)));
        over.forEach(alarms::clear);
    }

    private static Optional<AlarmKind> kind(Proposal proposal, Function<Proposal, Precedence> precedence) {
        if (proposal.stage() instanceof Stage.Released) {
            return Optional.of(AlarmKind.RELEASE_UNCOUNTERSIGNED);
        }
        return switch (precedence.apply(proposal)) {
            case FLASH -> Optional.of(AlarmKind.RELEASE_OF_FLASH_WAITS);
            case IMMEDIATE -> Optional.of(AlarmKind.RELEASE_WAITS);
            case PRIORITY, ROUTINE -> Optional.empty();
        };
    }

    private void stand(Set<String> over, Proposal proposal, AlarmKind kind) {
        String key = AlarmBook.sanitized(KEY + kind.word() + "_" + proposal.number());
        if (!over.remove(key)) {
            var place = proposal.stage() instanceof Stage.Released released ? released.entry() : null;
            alarms.raise(key, kind, new Alarm.About(null, place, null, "torgau release " + proposal.number()));
        }
    }
}
