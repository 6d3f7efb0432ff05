package torgau.journal.agreement;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import torgau.journal.Digest;
import torgau.journal.Feed;
import torgau.journal.Limits;
import torgau.journal.Reference;

/// One party's side of a line, founded and amended: its stations, their keys, its lead offices. It depends on nothing
/// but what this party's own root signed, so that no other party can change it, or void a change of it. A value.
///
/// @param keys digests of every key that was ever this side's by an amendment
/// @param latest id of the last amendment; the line id if there is none
record Side(
        Founding founding,
        int party,
        NavigableMap<Integer, Holder> stations,
        NavigableSet<Digest> keys,
        List<LeadOffice> leadOffices,
        Digest latest) {
    /// A station with the feeds that still go by older keys.
    ///
    /// @param former its earlier signing keys, oldest first
    record Holder(Station station, NavigableMap<Feed, Ended> ended, List<byte[]> former, boolean retired) {
        static Holder of(Station station) {
            return new Holder(station, new TreeMap<>(), List.of(), false);
        }

        Optional<byte[]> signingKey(Reference place) {
            Ended end = ended.get(place.feed());
            if (end != null) {
                return place.sequence() <= end.last() ? Optional.of(end.key()) : Optional.empty();
            }
            return retired ? Optional.empty() : Optional.of(station.signingKey());
        }
    }

    record Ended(byte[] key, long last) {}

    static Side founded(Founding founding, int party, Digest line) {
        var stations = new TreeMap<Integer, Holder>();
        Agreement agreement = founding.agreement();
        agreement.stations().stream()
                .filter(station -> station.party() == party)
                .forEach(station -> stations.put(station.number(), Holder.of(station)));
        List<LeadOffice> offices = agreement.leadOffices().stream()
                .filter(office -> office.party() == party)
                .toList();
        return new Side(founding, party, stations, new TreeSet<>(), offices, line);
    }

    /// The side after an amendment of this party that follows the latest one; empty if it is about something that is
    /// not there, or takes a code or a key that is not free.
    Optional<Side> after(Digest id, Change change) {
        return switch (change) {
            case Change.AddStation add -> added(id, add.station());
            case Change.Rekey rekey ->
                Optional.ofNullable(stations.get(rekey.station().number())).flatMap(old -> rekeyed(id, old, rekey));
            case Change.Retire retire ->
                Optional.ofNullable(stations.get(retire.station()))
                        .map(old -> with(
                                id, new Holder(old.station(), ends(old, retire.ends()), old.former(), true), keys));
            case Change.Lead lead ->
                Optional.of(new Side(founding, party, stations, keys, replaced(lead.office()), id));
        };
    }

    private Optional<Side> added(Digest id, Station station) {
        boolean codeFree = founding.ownedCode(station.code(), party)
                && stations.values().stream()
                        .noneMatch(old -> old.station().code().equals(station.code()));
        return !stations.containsKey(station.number())
                        && codeFree
                        && free(station.signingKey())
                        && free(station.kemKey())
                ? Optional.of(with(id, Holder.of(station), keysWith(station)))
                : Optional.empty();
    }

    private Optional<Side> rekeyed(Digest id, Holder old, Change.Rekey rekey) {
        Station station = rekey.station();
        boolean sealingKept =
                Digest.over(station.kemKey()).equals(Digest.over(old.station().kemKey()));
        if (!station.code().equals(old.station().code())
                || !free(station.signingKey())
                || !(sealingKept || free(station.kemKey()))
                || old.former().size() >= Limits.REKEYS) {
            return Optional.empty();
        }
        var former = new ArrayList<>(old.former());
        former.add(old.station().signingKey());
        return Optional.of(
                with(id, new Holder(station, ends(old, rekey.ends()), List.copyOf(former), false), keysWith(station)));
    }

    private boolean free(byte[] key) {
        Digest digest = Digest.over(key);
        return !keys.contains(digest) && !founding.keys().contains(digest);
    }

    private NavigableSet<Digest> keysWith(Station station) {
        var more = new TreeSet<>(keys);
        more.add(Digest.over(station.signingKey()));
        more.add(Digest.over(station.kemKey()));
        return more;
    }

    private Side with(Digest id, Holder holder, NavigableSet<Digest> used) {
        var next = new TreeMap<>(stations);
        next.put(holder.station().number(), holder);
        return new Side(founding, party, next, used, leadOffices, id);
    }

    private static NavigableMap<Feed, Ended> ends(Holder old, List<Reference> ends) {
        var ended = new TreeMap<>(old.ended());
        ends.forEach(
                end -> ended.putIfAbsent(end.feed(), new Ended(old.station().signingKey(), end.sequence())));
        return ended;
    }

    private List<LeadOffice> replaced(LeadOffice office) {
        var offices = new ArrayList<>(leadOffices);
        offices.removeIf(
                old -> old.track().equals(office.track()) && old.region().equals(office.region()));
        offices.add(office);
        return List.copyOf(offices);
    }
}
