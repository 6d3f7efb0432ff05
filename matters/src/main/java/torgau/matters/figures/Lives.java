package torgau.matters.figures;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import torgau.journal.Reference;
import torgau.matters.Tallies;
import torgau.matters.Tally;

/// Commitments, events of the plan and incidents, each as it stood at the end of the period.
public final class Lives {
    private static final Set<String> INCIDENTS = new TreeSet<>(List.of("IN", "PR"));
    /// States in which an incident is settled: closed for the review, or by the side that raised it.
    private static final Set<String> SETTLED = new TreeSet<>(List.of("review", "closed"));
    /// States in which nothing is expected of a commitment any more.
    private static final Set<String> RELEASED = new TreeSet<>(List.of("released", "withdrawn", "referred"));

    /// What postpones or cancels names dates that are no longer those of the event.
    private static final Set<String> NOT_DATES = new TreeSet<>(List.of("WPP", "WPX"));
    private static final Set<String> AGREED = new TreeSet<>(List.of("agreed", "dates_fixed", "invited"));

    private final Tallies tallies;
    private final Scope scope;
    private final List<Kept> commitments = new ArrayList<>();
    private final List<Life> events = new ArrayList<>();
    private final List<Life> incidents = new ArrayList<>();

    /// A commitment that was to be kept in the period.
    ///
    /// @param holder who undertook it
    /// @param until milliseconds UTC
    /// @param said when its holder said that it is done; negative if not by the end
    /// @param extent how far, by its holder; empty if it said nothing
    /// @param seen how far, as the other side sees it; empty if it said nothing by the end
    /// @param state at the end
    public record Kept(Reference place, int holder, long until, long said, String extent, String seen, String state) {
        /// Whether its holder said in time that it is done in full, and the other side did not see it
        /// otherwise.
        public boolean kept() {
            return said >= 0 && said <= until && extent.equals("full") && (seen.isEmpty() || seen.equals("full"));
        }

        /// Whether it is expected no more: the other side has released its holder, or it was withdrawn.
        public boolean released() {
            return RELEASED.contains(state);
        }
    }

    /// An event of the plan or an incident.
    ///
    /// @param at when the event begins, or when the incident was reported: milliseconds UTC
    /// @param state at the end
    /// @param settled milliseconds from its report until it was settled; negative if it was not
    public record Life(Reference place, String procedure, int party, long at, String state, long settled) {}

    Lives(Tallies tallies, Scope scope) {
        this.tallies = tallies;
        this.scope = scope;
    }

    void take(Tally tally) {
        if (tally.entries() == 0 || !Scope.meant(tally, 0)) {
            return;
        }
        Tally.Commitment commitment = tally.commitment();
        if (commitment != null && scope.covers(commitment.until()) && tally.time(0) < scope.to()) {
            commitments.add(kept(tally, commitment));
        } else if (tally.procedure().equals("WP")) {
            event(tally);
        } else if (INCIDENTS.contains(tally.procedure()) && scope.counts(tally, 0)) {
            incidents.add(incident(tally));
        }
    }

    private Kept kept(Tally tally, Tally.Commitment commitment) {
        boolean said = commitment.said() >= 0 && commitment.said() < scope.to();
        boolean seen = commitment.seenAt() >= 0 && commitment.seenAt() < scope.to();
        return new Kept(
                tally.id(),
                commitment.holder(),
                commitment.until(),
                said ? commitment.said() : -1,
                said ? commitment.extent() : "",
                seen ? commitment.seen() : "",
                state(tally));
    }

    private String state(Tally tally) {
        return tallies.codes().get(scope.stateAtEnd(tally));
    }

    /// Events whose dates, as the last of its formats gave them, begin in the period, and that were once
    /// agreed.
    private void event(Tally tally) {
        long at = -1;
        for (int notice = 0; notice < tally.notices(); notice++) {
            int entry = tally.noticeEntry(notice);
            boolean planned = !NOT_DATES.contains(tallies.codes().get(tally.code(entry)));
            at = planned && tally.time(entry) < scope.to() ? tally.event(notice) : at;
        }
        boolean agreed = false;
        for (int entry = 0; entry < tally.entries() && tally.time(entry) < scope.to(); entry++) {
            agreed |= AGREED.contains(tallies.codes().get(tally.state(entry)));
        }
        if (agreed && scope.covers(at)) {
            events.add(new Life(tally.id(), tally.procedure(), tally.party(0), at, state(tally), -1));
        }
    }

    private Life incident(Tally tally) {
        long settled = -1;
        for (int entry = 0; entry < tally.entries() && tally.time(entry) < scope.to(); entry++) {
            if (settled < 0 && SETTLED.contains(tallies.codes().get(tally.state(entry)))) {
                settled = Math.max(0, tally.time(entry) - tally.time(0));
            }
        }
        return new Life(tally.id(), tally.procedure(), tally.party(0), tally.time(0), state(tally), settled);
    }

    List<Kept> commitments() {
        return commitments.stream()
                .sorted(Comparator.comparingLong(Kept::until).thenComparing(Kept::place))
                .toList();
    }

    List<Life> events() {
        return sorted(events);
    }

    List<Life> incidents() {
        return sorted(incidents);
    }

    private static List<Life> sorted(List<Life> lives) {
        return lives.stream()
                .sorted(Comparator.comparingLong(Life::at).thenComparing(Life::place))
                .toList();
    }
}
