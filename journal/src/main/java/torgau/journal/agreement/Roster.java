package torgau.journal.agreement;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import torgau.journal.Act;
import torgau.journal.Decoded;
import torgau.journal.Digest;
import torgau.journal.Entry;
import torgau.journal.Reference;
import torgau.journal.crypto.Verifier;

/// Who may sign what on a line: the agreement and every amendment since. Keys are valid by feed and sequence, never by
/// time. A value that depends on which amendments are held, not on the order in which they came.
public final class Roster {
    private final Founding founding;
    private final Digest line;
    private final NavigableMap<Integer, Amendments> parties;

    private Roster(Founding founding, Digest line, NavigableMap<Integer, Amendments> parties) {
        this.founding = founding;
        this.line = line;
        this.parties = parties;
    }

    /// The roster at the founding.
    public static Roster of(Agreement agreement, Digest line) {
        var founding = Founding.of(agreement);
        var parties = new TreeMap<Integer, Amendments>();
        for (Party party : agreement.parties()) {
            parties.put(party.number(), Amendments.none(Side.founded(founding, party.number(), line)));
        }
        return new Roster(founding, line, parties);
    }

    public Agreement agreement() {
        return founding.agreement();
    }

    public Digest line() {
        return line;
    }

    public List<LeadOffice> leadOffices() {
        return parties.values().stream()
                .flatMap(party -> party.side().leadOffices().stream())
                .toList();
    }

    /// Every station that is not retired, ascending by number.
    public List<Station> stations() {
        return holders()
                .filter(holder -> !holder.retired())
                .map(Side.Holder::station)
                .toList();
    }

    public Optional<Station> station(int number) {
        return holder(number).map(Side.Holder::station);
    }

    public Optional<Station> station(String code) {
        return holders()
                .map(Side.Holder::station)
                .filter(station -> station.code().equals(code))
                .findFirst();
    }

    public boolean knows(int station) {
        return holder(station).isPresent();
    }

    /// Whether an entry that has all of `past` behind it, and nothing else, may be one of this station.
    public boolean knows(int station, Predicate<Reference> past) {
        return holder(station, past).isPresent();
    }

    /// The key under which the entry at `place` must be signed if all that it follows or has seen is `past`; empty if
    /// no key is valid there. Amendments that are held here but not in `past` do not count: so all who admit an
    /// entry judge it by the same key, whatever else they hold.
    public Optional<byte[]> signingKey(Reference place, Predicate<Reference> past) {
        return holder(place.feed().station(), past).flatMap(holder -> holder.signingKey(place));
    }

    /// Every key that is known to have been this station's, newest first.
    public List<byte[]> signingKeys(int station) {
        return holder(station)
                .map(holder -> {
                    var keys = new ArrayList<>(holder.former());
                    keys.add(holder.station().signingKey());
                    Collections.reverse(keys);
                    return List.copyOf(keys);
                })
                .orElse(List.of());
    }

    /// Whether an entry is its party's own word: not beyond the end that an amendment of its party gives to its feed.
    /// One that had not seen that amendment is on the journal all the same, and void.
    public boolean stands(Reference place) {
        return holder(place.feed().station())
                .map(holder -> holder.ended().get(place.feed()))
                .filter(end -> place.sequence() > end.last())
                .isEmpty();
    }

    /// Id that the next amendment of `party` must name as its previous one.
    public Digest previousAmendment(int party) {
        return Optional.ofNullable(parties.get(party))
                .map(amendments -> amendments.side().latest())
                .orElse(line);
    }

    /// Parties whose root signed two amendments that follow the same one.
    public List<Integer> contradicted() {
        return parties.entrySet().stream()
                .filter(party -> party.getValue().contradicted())
                .map(Map.Entry::getKey)
                .toList();
    }

    /// The roster with what `entry` carries. It is unchanged if that is no amendment, or void: another line's, or not
    /// signed by the root of the party that it concerns. One whose predecessor is missing counts once it
    /// has come.
    public Roster with(Entry entry, Verifier roots) {
        return entry.payload().act() instanceof Act.Amendment act
                        && Amended.decode(act.signedAmendment()) instanceof Decoded.Value<Amended>(Amended amended)
                        && genuine(amended, roots)
                ? with(new Amendments.Carried(entry.height(), entry.reference(), amended.id(), amended))
                : this;
    }

    private Roster with(Amendments.Carried carried) {
        var next = new TreeMap<>(parties);
        next.computeIfPresent(carried.amended().change().party(), (_, amendments) -> amendments.with(carried));
        return new Roster(founding, line, next);
    }

    private boolean genuine(Amended amended, Verifier roots) {
        int party = amended.change().party();
        return amended.line().equals(line)
                && parties.containsKey(party)
                && amended.signedBy(agreement().party(party).rootKey(), roots);
    }

    private Stream<Side.Holder> holders() {
        return parties.values().stream().flatMap(party -> party.side().stations().values().stream());
    }

    private Optional<Side.Holder> holder(int station) {
        return Optional.ofNullable(parties.get(station >>> 8))
                .map(party -> party.side().stations().get(station));
    }

    private Optional<Side.Holder> holder(int station, Predicate<Reference> past) {
        return Optional.ofNullable(parties.get(station >>> 8))
                .map(party -> party.side(past).stations().get(station));
    }
}
