package torgau.sim.check;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;
import torgau.journal.Digest;
import torgau.journal.Feed;
import torgau.journal.Reference;

/// Watches a whole line and fails at the first step that breaks a promise.
///
/// It is told what a station signs, what its disk takes and what its officers are told, and nothing else.
public final class Inspector {
    private static final int STARTING_RECEIPTS = 8;

    private final Digest line;
    private final Signatures signatures;
    private final NavigableMap<Reference, Digest> signed = new TreeMap<>();
    private final NavigableMap<Reference, Digest> ids = new TreeMap<>();
    private final NavigableMap<Reference, Digest> claimed = new TreeMap<>();
    private final NavigableMap<Integer, Copy> copies = new TreeMap<>();
    private final NavigableMap<Integer, NavigableSet<Reference>> everHeld = new TreeMap<>();
    private final NavigableMap<Integer, NavigableMap<String, Reference>> promised = new TreeMap<>();

    public Inspector(Digest line, List<Integer> stations, Signatures signatures) {
        this.line = line;
        this.signatures = signatures;
        for (int station : stations) {
            copies.put(station, new Copy(line, signatures));
            everHeld.put(station, new TreeSet<>());
            promised.put(station, new TreeMap<>());
        }
    }

    /// A station puts its key to a message. No correct station ever signs two entries for one place in one feed.
    public void signs(int station, byte[] message) {
        SignedBytes.payload(message).ifPresent(payload -> {
            Said said = Said.read(payload);
            if (said.feed().station() != station) {
                throw new Violation("station " + station + " signs in feed " + said.feed());
            }
            Digest before = signed.putIfAbsent(said.place(), Digest.over(message));
            if (before != null) {
                throw new Violation("two entries are signed for " + said.place());
            }
        });
    }

    /// A disk has taken an entry: it follows what is there, and whoever made it held it on disk before.
    public void stored(int station, byte[] payload, byte[] signature) {
        Copy.Link link = copy(station).take(payload, signature);
        Reference place = link.said().place();
        Digest known = ids.putIfAbsent(place, link.id());
        if (known != null && !known.equals(link.id())) {
            throw new Violation("two journals: " + place + " is " + known + " and " + link.id());
        }
        for (Said.Mark mark : link.said().seen()) {
            mark.ahead().forEach(ahead -> claim(link, ahead));
        }
        Digest claim = claimed.get(place);
        if (claim != null && !claim.equals(link.id())) {
            throw new Violation(place + " was receipted ahead of the record as " + claim + " and is " + link.id());
        }
        held(station, link);
    }

    private void claim(Copy.Link by, Said.Ahead ahead) {
        Digest other = claimed.putIfAbsent(ahead.place(), ahead.id());
        Digest known = ids.get(ahead.place());
        if ((other != null && !other.equals(ahead.id())) || (known != null && !known.equals(ahead.id()))) {
            throw new Violation(by.said().place() + " claims another entry at " + ahead.place());
        }
    }

    private void held(int station, Copy.Link link) {
        Reference place = link.said().place();
        int author = place.feed().station();
        if (author != station && !everHeldBy(author).contains(place)) {
            throw new Violation(place + " reached station " + station + " before it was on its author's disk");
        }
        for (Said.Mark mark : link.said().seen()) {
            boolean had =
                    mark.sequence() == 0 || everHeldBy(author).contains(new Reference(mark.feed(), mark.sequence()));
            if (author != station && !had) {
                throw new Violation(place + " receipts " + mark.feed() + "." + mark.sequence()
                        + ", which never was on its author's disk");
            }
        }
        everHeldBy(station).add(place);
    }

    /// A disk has taken another signature for an entry: it must be valid and smaller.
    public void resigned(int station, Reference place, byte[] signature) {
        Copy.Link old = copy(station).link(place).orElseThrow(() -> new Violation("nothing to sign again at " + place));
        if (Arrays.compareUnsigned(signature, old.signature()) >= 0) {
            throw new Violation("the new signature of " + place + " is not smaller");
        }
        copy(station).resign(place, signature);
    }

    /// An officer is told that what was asked under `key` is entry `place`: it is on disk, and one key is one entry.
    public void acknowledged(int station, String key, Reference place) {
        if (copy(station).link(place).isEmpty()) {
            throw new Violation("an officer of " + station + " was told of " + place + ", which is not on disk");
        }
        Reference before = promisedBy(station).put(key, place);
        if (before != null && !before.equals(place)) {
            throw new Violation("request " + key + " made both " + before + " and " + place);
        }
    }

    /// A station is started on its disk, which shows these entries in total order. All that was kept is there; more
    /// may be, where a commit had failed and was kept nevertheless.
    public void opened(int station, List<Shown> disk) {
        int known = 0;
        for (Shown shown : disk) {
            Reference place = Said.read(shown.payload()).place();
            Copy.Link link = copy(station).link(place).orElse(null);
            if (link == null) {
                stored(station, shown.payload(), shown.signature());
            } else if (!Arrays.equals(link.payload(), shown.payload())) {
                throw new Violation("the disk of " + station + " shows another entry at " + place);
            }
            known++;
        }
        if (known != copy(station).all().size()) {
            throw new Violation("the disk of " + station + " shows " + known + " entries and had kept "
                    + copy(station).all().size());
        }
    }

    /// A station's disk was set back from outside, by a restore or because it lied: promises end where it ends.
    public void setBack(int station, List<Shown> disk) {
        var copy = new Copy(line, signatures);
        disk.forEach(shown -> copy.take(shown.payload(), shown.signature()));
        copies.put(station, copy);
        promisedBy(station).values().removeIf(place -> copy.link(place).isEmpty());
    }

    /// An entry as a disk shows it.
    public record Shown(byte[] payload, byte[] signature) {}

    /// What still differs between the stations, or is not receipted; empty once the line has converged.
    public String unfinished() {
        Copy first = copies.firstEntry().getValue();
        for (Map.Entry<Integer, Copy> other : copies.entrySet()) {
            if (!other.getValue().heads().equals(first.heads())) {
                return "station " + other.getKey() + " holds "
                        + other.getValue().heads() + ", station " + copies.firstKey() + " holds " + first.heads();
            }
        }
        return first.all().stream()
                .filter(link -> !link.said().receipt())
                .flatMap(link -> copies.keySet().stream()
                        .filter(station -> station != link.said().feed().station())
                        .filter(station -> first.seenBy(station, link.said().feed())
                                < link.said().place().sequence())
                        .map(station -> "station " + station + " has not receipted "
                                + link.said().place()))
                .findFirst()
                .orElse("");
    }

    /// A receipt never calls for a receipt: each station makes at most two for what was said, ahead of the record and
    /// on it, and some more after each start.
    public void calm(int station) {
        List<Copy.Link> all = copy(station).all();
        long said = all.stream().filter(link -> !link.said().receipt()).count();
        for (int author : copies.keySet()) {
            long receipts = all.stream()
                    .filter(link -> link.said().receipt() && link.said().feed().station() == author)
                    .count();
            long starts = copy(station).heads().keySet().stream()
                    .filter(feed -> feed.station() == author)
                    .count();
            if (receipts > 2 * said + STARTING_RECEIPTS * (starts + 1)) {
                throw new Violation("station " + author + " made " + receipts + " receipts for " + said + " entries");
            }
        }
    }

    /// Whether the entry is on this station's disk.
    public boolean holds(int station, Reference place) {
        return copy(station).link(place).isPresent();
    }

    /// Whether an entry asks for the first place in every queue.
    public static boolean flash(byte[] payload) {
        return Said.read(payload).flash();
    }

    /// Feeds and entries that are held by now.
    public int entries(int station) {
        return copy(station).all().size();
    }

    public List<Feed> feeds(int station) {
        return List.copyOf(copy(station).heads().keySet());
    }

    private Copy copy(int station) {
        return known(copies, station);
    }

    private NavigableSet<Reference> everHeldBy(int station) {
        return known(everHeld, station);
    }

    private NavigableMap<String, Reference> promisedBy(int station) {
        return known(promised, station);
    }

    /// What is noted of a station; one that is not watched is a fault of the simulation itself.
    private static <T> T known(NavigableMap<Integer, T> noted, int station) {
        T found = noted.get(station);
        if (found == null) {
            throw new IllegalArgumentException("station " + station + " is not watched");
        }
        return found;
    }
}
