package torgau.matters.directory;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/// The offices of one party that have to do with what is wanted, the best first.
final class Search {
    private final Directory directory;
    private final Wanted wanted;
    private final TreeMap<Post, Candidate> found = new TreeMap<>();
    private final TreeSet<Post> contradicted = new TreeSet<>();
    private final TreeSet<Post> leading = new TreeSet<>();
    private final List<Lead> stated;
    private final Whereabouts whereabouts;

    private Search(Directory directory, Wanted wanted, Whereabouts whereabouts, int party) {
        this.directory = directory;
        this.wanted = wanted;
        this.whereabouts = whereabouts;
        String track = wanted.track();
        this.stated = track == null ? List.of() : directory.leads(party, track, whereabouts);
        stated.forEach(lead -> Optional.ofNullable(lead.office()).ifPresent(leading::add));
        directory.conflicts().stream()
                .filter(each -> each.kind() == Conflict.Kind.BOTH || each.kind() == Conflict.Kind.DIFFERING)
                .filter(each -> each.subject().equals(wanted.theme()))
                .forEach(each -> contradicted.add(each.post()));
    }

    static List<Candidate> of(Directory directory, Wanted wanted, Whereabouts whereabouts, int party) {
        var search = new Search(directory, wanted, whereabouts, party);
        directory.entries().stream()
                .filter(entry -> entry.post().party() == party)
                .forEach(search::entry);
        directory.answers().stream()
                .filter(answer -> answer.entry().party() == party)
                .forEach(search::answer);
        search.leads();
        var all = new ArrayList<>(search.found.values());
        Collections.sort(all);
        return all;
    }

    /// Of one office the best, and of two as good the newer.
    private void keep(Candidate next) {
        found.merge(next.post(), next, (one, other) -> other.compareTo(one) <= 0 ? other : one);
    }

    private void entry(Declared entry) {
        switch (entry.standing()) {
            case SUPERSEDED, WITHDRAWN -> {}
            case STANDS, LAPSED, NOT_YET -> power(entry).ifPresent(power -> keep(of(entry, power)));
        }
    }

    /// What the entry itself says of what is wanted, wherever and whenever.
    private Optional<Candidate.Reason> power(Declared entry) {
        Declared.Authority says = entry.authority();
        boolean decides = says.decides().has(wanted.theme());
        boolean transmits = says.transmits().has(wanted.theme());
        if (wanted.act().equals(Wanted.DECIDES) || wanted.act().equals(Wanted.TRANSMITS)) {
            if (decides) {
                return Optional.of(Candidate.Reason.DECIDES);
            }
            return transmits ? Optional.of(Candidate.Reason.TRANSMITS) : neither(says);
        }
        boolean ofTheme = wanted.theme().isEmpty() || decides || transmits;
        if (ofTheme && says.functions().has(wanted.act())) {
            return Optional.of(Candidate.Reason.FUNCTION);
        }
        return says.functions().disclosed() ? Optional.empty() : Optional.of(Candidate.Reason.NOT_DISCLOSED);
    }

    /// Of an office that names the subject neither under what it decides nor under what it transmits.
    private Optional<Candidate.Reason> neither(Declared.Authority says) {
        if (wanted.act().equals(Wanted.DECIDES) && says.decides().nothing()) {
            return Optional.of(Candidate.Reason.DECIDES_NOTHING);
        }
        return says.decides().disclosed() && says.transmits().disclosed()
                ? Optional.empty()
                : Optional.of(Candidate.Reason.NOT_DISCLOSED);
    }

    private Candidate of(Declared entry, Candidate.Reason first) {
        var reasons = new ArrayList<>(List.of(first));
        boolean inRegion = whereabouts.of(entry.authority(), reasons);
        boolean onTrack = track(entry.authority().tracks(), reasons);
        boolean here = inRegion && onTrack && entry.standing().stands();
        if (!entry.standing().stands()) {
            reasons.add(Candidate.Reason.NOT_IN_FORCE);
        }
        if (contradicted.contains(entry.post())) {
            reasons.add(Candidate.Reason.CONTRADICTED);
        }
        if (leading.contains(entry.post())) {
            reasons.add(Candidate.Reason.LEADS_TRACK);
        }
        return new Candidate(entry.post(), power(first, here), entry, null, reasons);
    }

    private Candidate.Power power(Candidate.Reason first, boolean here) {
        if (first == Candidate.Reason.NOT_DISCLOSED) {
            return Candidate.Power.WITHHELD;
        }
        if (first == Candidate.Reason.DECIDES_NOTHING) {
            return Candidate.Power.NOTHING;
        }
        boolean onlyTransmits =
                first == Candidate.Reason.TRANSMITS && !wanted.act().equals(Wanted.TRANSMITS);
        if (onlyTransmits) {
            return Candidate.Power.TRANSMITS;
        }
        return here ? Candidate.Power.CAN : Candidate.Power.NEAR;
    }

    private boolean track(List<String> tracks, List<Candidate.Reason> reasons) {
        if (wanted.track() == null) {
            return true;
        }
        boolean same = tracks.contains(wanted.track());
        reasons.add(same ? Candidate.Reason.TRACK_SAME : Candidate.Reason.TRACK_OTHER);
        return same;
    }

    /// A reply counts for the subjects that were asked about: the office itself decides, or another
    /// does.
    private void answer(Answered answer) {
        if (!wanted.act().equals(Wanted.DECIDES)) {
            return;
        }
        Post named = answer.decides().has(wanted.theme())
                ? answer.entry()
                : answer.names(wanted.theme()) ? answer.office() : null;
        if (named != null) {
            Declared entry = directory.standing(named).orElse(null);
            keep(new Candidate(
                    named, Candidate.Power.NAMED, entry, answer.by(), List.of(Candidate.Reason.NAMED_IN_REPLY)));
        }
    }

    private void leads() {
        for (Lead lead : stated) {
            Post office = lead.office();
            if (office != null && !found.containsKey(office)) {
                Declared entry = directory.standing(office).orElse(null);
                keep(new Candidate(
                        office, Candidate.Power.LEADS, entry, lead.by(), List.of(Candidate.Reason.LEADS_TRACK)));
            }
        }
    }
}
