package torgau.journal.agreement;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import torgau.journal.Digest;
import torgau.journal.Feed;
import torgau.journal.Reference;
import torgau.journal.crypto.Verifier;

/// Who may sign what on a line: the agreement and every amendment since. Keys are valid by feed and sequence, never by
/// time. A value: each amendment gives a new roster.
public final class Roster {
    private final Agreement agreement;
    private final Digest line;
    private final NavigableMap<Integer, Holder> stations;
    private final NavigableMap<Integer, Digest> latest;
    private final List<LeadOffice> leadOffices;

    /// A station with the feeds that still go by older keys.
    private record Holder(Station station, NavigableMap<Feed, Ended> ended, boolean retired) {}

    private record Ended(byte[] key, long last) {}

    private Roster(
            Agreement agreement,
            Digest line,
            NavigableMap<Integer, Holder> stations,
            NavigableMap<Integer, Digest> latest,
            List<LeadOffice> leadOffices) {
        this.agreement = agreement;
        this.line = line;
        this.stations = stations;
        this.latest = latest;
        this.leadOffices = leadOffices;
    }

    /// The roster at the founding.
    public static Roster of(Agreement agreement, Digest line) {
        var stations = new TreeMap<Integer, Holder>();
        agreement
                .stations()
                .forEach(station -> stations.put(station.number(), new Holder(station, new TreeMap<>(), false)));
        return new Roster(agreement, line, stations, new TreeMap<>(), agreement.leadOffices());
    }

    public Agreement agreement() {
        return agreement;
    }

    public Digest line() {
        return line;
    }

    public List<LeadOffice> leadOffices() {
        return leadOffices;
    }

    /// Every station that is not retired, ascending by number.
    public List<Station> stations() {
        return stations.values().stream()
                .filter(holder -> !holder.retired())
                .map(Holder::station)
                .toList();
    }

    public boolean knows(int station) {
        return stations.containsKey(station);
    }

    public Optional<Station> station(int number) {
        return Optional.ofNullable(stations.get(number)).map(Holder::station);
    }

    public Optional<Station> station(String code) {
        return stations.values().stream()
                .map(Holder::station)
                .filter(station -> station.code().equals(code))
                .findFirst();
    }

    /// The key under which the entry at `place` must be signed; empty if no key is valid there.
    public Optional<byte[]> signingKey(Reference place) {
        Holder holder = stations.get(place.feed().station());
        if (holder == null) {
            return Optional.empty();
        }
        Ended ended = holder.ended().get(place.feed());
        if (ended != null) {
            return place.sequence() <= ended.last() ? Optional.of(ended.key()) : Optional.empty();
        }
        return holder.retired()
                ? Optional.empty()
                : Optional.of(holder.station().signingKey());
    }

    /// Id that the next amendment of `party` must name as its previous one.
    public Digest previousAmendment(int party) {
        return latest.getOrDefault(party, line);
    }

    /// The roster after an amendment; empty if the amendment is void: another line's, out of its party's order, not
    /// signed by that party's root, or about something that is not there.
    public Optional<Roster> with(Amended amended, Verifier roots) {
        int party = amended.change().party();
        if (!amended.line().equals(line)
                || party < 1
                || party > agreement.parties().size()) {
            return Optional.empty();
        }
        boolean inOrder = amended.previous().equals(previousAmendment(party));
        if (!inOrder || !amended.signedBy(agreement.party(party).rootKey(), roots)) {
            return Optional.empty();
        }
        var after = new TreeMap<>(latest);
        after.put(party, amended.id());
        return changed(amended.change(), after);
    }

    private Optional<Roster> changed(Change change, NavigableMap<Integer, Digest> after) {
        return switch (change) {
            case Change.AddStation add ->
                knows(add.station().number())
                        ? Optional.empty()
                        : Optional.of(with(new Holder(add.station(), new TreeMap<>(), false), after));
            case Change.Rekey rekey ->
                Optional.ofNullable(stations.get(rekey.station().number()))
                        .map(old -> with(new Holder(rekey.station(), ends(old, rekey.ends()), false), after));
            case Change.Retire retire ->
                Optional.ofNullable(stations.get(retire.station()))
                        .map(old -> with(new Holder(old.station(), ends(old, retire.ends()), true), after));
            case Change.Lead lead -> Optional.of(new Roster(agreement, line, stations, after, replaced(lead.office())));
        };
    }

    private Roster with(Holder holder, NavigableMap<Integer, Digest> after) {
        var next = new TreeMap<>(stations);
        next.put(holder.station().number(), holder);
        return new Roster(agreement, line, next, after, leadOffices);
    }

    private static NavigableMap<Feed, Ended> ends(Holder old, List<Reference> ends) {
        var ended = new TreeMap<>(old.ended());
        ends.forEach(
                end -> ended.putIfAbsent(end.feed(), new Ended(old.station().signingKey(), end.sequence())));
        return ended;
    }

    private List<LeadOffice> replaced(LeadOffice office) {
        var offices = new ArrayList<>(leadOffices);
        offices.removeIf(old -> old.party() == office.party()
                && old.track().equals(office.track())
                && old.region().equals(office.region()));
        offices.add(office);
        return List.copyOf(offices);
    }
}
