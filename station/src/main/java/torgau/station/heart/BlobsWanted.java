package torgau.station.heart;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Predicate;
import torgau.catalogue.value.BlobBytes;
import torgau.catalogue.value.Enclosed;
import torgau.journal.Code;
import torgau.journal.Decoded;
import torgau.journal.Digest;
import torgau.journal.Payload;
import torgau.link.engine.Frame;
import torgau.store.Blob;
import torgau.store.JournalStore;
import torgau.store.Write;

/// Gets the blobs that entries name: from the station that named them first, then from any other that
/// may hold them; one at a time from each, within the quota of who named them.
final class BlobsWanted {
    /// Blobs wanted of one station's entries; what it names beyond is asked for when an officer opens
    /// it.
    static final int MAX_OF_ONE = 4_096;
    /// Times that a blob came wrong before an officer is told.
    static final int WRONG_BEFORE_ALARM = 3;

    private static final String WANTED = "blob/wanted/";
    private static final long LOOK_AGAIN_MILLIS = 60_000;

    private final BlobsKept kept;
    private final Ledger ledger;
    private final BlobRoom room;
    private final Alarms alarms;
    private final Consumer<Notice> tell;
    private final BlobParts parts;
    private final SequencedMap<Enclosed, BlobWant> wants = new LinkedHashMap<>();
    private final NavigableMap<Integer, BlobFetch> fetches = new TreeMap<>();
    private final NavigableMap<Integer, Long> used = new TreeMap<>();
    private final NavigableMap<Integer, String> overQuota = new TreeMap<>();
    private final NavigableSet<Integer> told = new TreeSet<>();
    private long free;
    private boolean full;
    private long lookAt;

    BlobsWanted(
            BlobsKept kept, JournalStore store, Ledger ledger, BlobRoom room, Alarms alarms, Consumer<Notice> tell) {
        this.kept = kept;
        this.ledger = ledger;
        this.room = room;
        this.alarms = alarms;
        this.tell = tell;
        this.parts = new BlobParts(store, ledger);
        store.memories(WANTED).forEach((_, bytes) -> {
            BlobWant want = BlobWant.decode(bytes);
            wants.put(want.what, want);
        });
        parts.retain(wants::containsKey);
    }

    /// What an entry names is to come, if it is not here.
    void want(Enclosed enclosed, Payload by, Moment now) {
        if (kept.erased(enclosed.blob()) || kept.here(enclosed.blob())) {
            return;
        }
        BlobWant known = wants.get(enclosed);
        if (known == null && ofStation(by.feed().station()) >= MAX_OF_ONE) {
            return;
        }
        BlobWant want = known == null ? BlobWant.of(enclosed, by) : known;
        want.named(by);
        wants.put(enclosed, want);
        ledger.write(new Write.Remember(name(enclosed), want.encode()));
        lookAt = now.steady();
    }

    private long ofStation(int station) {
        return wants.values().stream().filter(want -> want.owner() == station).count();
    }

    /// Entries can lie about a length, so what is wanted is a blob of a length.
    private static String name(Enclosed enclosed) {
        return WANTED + enclosed.blob() + "/" + enclosed.length();
    }

    /// It is not wanted any more, of whatever length it was said to be.
    void forget(Digest blob) {
        wants.keySet().stream()
                .filter(what -> what.blob().equals(blob))
                .toList()
                .forEach(this::forget);
    }

    private void forget(Enclosed enclosed) {
        wants.remove(enclosed);
        parts.forget(enclosed);
        ledger.write(new Write.Forget(name(enclosed)));
        fetches.values().removeIf(fetch -> fetch.want.what.equals(enclosed));
    }

    /// A bearer to a peer came up: what was under way from it goes on where it broke off.
    void met(Peer peer, Moment now) {
        BlobFetch broken = fetches.get(peer.station);
        if (broken != null) {
            broken.ask(peer, now);
        }
        look(now);
    }

    /// What stood in the way may be gone.
    void look(Moment now) {
        lookAt = Math.min(lookAt, now.steady());
    }

    /// A piece came. What was not asked of this peer is dropped.
    void take(Peer from, Frame.BlobPiece piece, Moment now) {
        BlobFetch fetch = fetches.get(from.station);
        if (fetch == null || !fetch.want.what.blob().equals(piece.hash())) {
            tell.accept(new Notice.Dropped(Code.BLOB_NOT_NAMED));
        } else if (piece.total() != fetch.want.what.length()) {
            wrong(from, fetch.want, now);
        } else {
            fetch.take(from, piece, now);
            if (fetch.whole()) {
                whole(from, fetch, now);
            }
        }
    }

    /// A courier has brought a part of a blob; whether it was lacking. It is kept if its sender can have it and
    /// there is room.
    boolean brought(Peer from, Frame.BlobPiece piece, Moment now) {
        BlobWant want = wants.get(new Enclosed(piece.hash(), piece.total()));
        int part = piece.offset() / BlobParts.BYTES;
        if (want == null || !couldHave(from, want) || parts.has(want.what, part)) {
            return false;
        }
        measure();
        if (!fits(want)) {
            tellWhatWaits(now);
            return false;
        }
        parts.put(want.what, part, piece.piece());
        var fetch = new BlobFetch(want, parts);
        if (fetch.whole()) {
            whole(from, fetch, now);
        }
        return true;
    }

    /// What is wanted and a party may hold, each as a courier asks for it.
    List<Frame.BlobWanted> lacking(int party) {
        return wants.values().stream()
                .filter(want -> want.heldBy(party))
                .map(want -> new Frame.BlobWanted(want.what.blob(), 0))
                .toList();
    }

    private void whole(Peer from, BlobFetch fetch, Moment now) {
        BlobWant want = fetch.want;
        Digest blob = want.what.blob();
        if (!Digest.over(fetch.bytes()).equals(blob)) {
            wrong(from, want, now);
        } else if (maker(fetch.bytes()).filter(want.makers::contains).isEmpty()) {
            forget(want.what);
            String detail = "an entry names blob " + blob + ", which its party did not make: " + want.by;
            alarms.raise(Code.BLOB_OF_ANOTHER, want.owner(), "", detail, now);
        } else {
            forget(blob);
            kept.keep(new Blob(blob, want.owner(), fetch.bytes()));
            alarms.end(Code.BLOB_WRONG, from.station, "");
            tell.accept(new Notice.BlobKept(blob, want.by));
        }
        look(now);
    }

    private static Optional<Integer> maker(byte[] bytes) {
        return BlobBytes.decode(bytes) instanceof Decoded.Value<BlobBytes>(BlobBytes blob)
                ? Optional.of(blob.maker())
                : Optional.empty();
    }

    /// What this peer sends is not what was named: another is asked, and this one again only later.
    private void wrong(Peer from, BlobWant want, Moment now) {
        fetches.remove(from.station);
        parts.forget(want.what);
        want.asked.add(from.station);
        tell.accept(new Notice.Dropped(Code.BLOB_WRONG));
        if (++want.wrong >= WRONG_BEFORE_ALARM) {
            String detail = "station " + from.station + " sends other bytes than those of blob " + want.what.blob();
            alarms.raise(Code.BLOB_WRONG, from.station, "", detail, now);
        }
        look(now);
    }

    /// Asks for what may be asked for now.
    void due(NavigableMap<Integer, Peer> peers, Moment now) {
        stalled(peers, now);
        if (now.steady() < lookAt || wants.isEmpty()) {
            return;
        }
        lookAt = now.steady() + LOOK_AGAIN_MILLIS;
        measure();
        for (Peer peer : peers.values()) {
            if (peer.engine.connected() && !fetches.containsKey(peer.station)) {
                next(peer, peers, now).ifPresent(want -> begin(peer, want, now));
            }
        }
        tellWhatWaits(now);
        pause(peers.values(), now);
    }

    private void stalled(NavigableMap<Integer, Peer> peers, Moment now) {
        for (int station : List.copyOf(fetches.keySet())) {
            BlobFetch fetch = fetches.get(station);
            Peer peer = peers.get(station);
            if (fetch != null && peer != null && now.steady() >= fetch.stallsAt() && !fetch.stalled(peer, now)) {
                fetches.remove(station);
                fetch.want.asked.add(station);
                look(now);
            }
        }
    }

    private void begin(Peer peer, BlobWant want, Moment now) {
        var fetch = new BlobFetch(want, parts);
        fetches.put(peer.station, fetch);
        fetch.ask(peer, now);
    }

    /// What to ask this peer for: first what it has named itself; of the rest what the station that
    /// named it cannot be asked for.
    private Optional<BlobWant> next(Peer peer, NavigableMap<Integer, Peer> peers, Moment now) {
        return wants.values().stream()
                .filter(want -> want.owner() == peer.station && mayAsk(peer, want, now))
                .filter(this::fits)
                .findFirst()
                .or(() -> wants.values().stream()
                        .filter(want -> !asksOwner(want, peers) && mayAsk(peer, want, now))
                        .filter(this::fits)
                        .findFirst());
    }

    private static boolean asksOwner(BlobWant want, NavigableMap<Integer, Peer> peers) {
        Peer owner = peers.get(want.owner());
        return owner != null && owner.engine.connected() && !want.asked.contains(owner.station);
    }

    private boolean mayAsk(Peer peer, BlobWant want, Moment now) {
        return couldHave(peer, want)
                && want.notBefore <= now.steady()
                && !want.asked.contains(peer.station)
                && fetches.values().stream().noneMatch(fetch -> fetch.want == want);
    }

    private static boolean couldHave(Peer peer, BlobWant want) {
        return want.heldBy(peer.station >>> 8);
    }

    /// Whether there is room for it. If not it waits, and an officer is told once all was looked at.
    private boolean fits(BlobWant want) {
        long length = want.what.length();
        long used = used(want.owner()) + begun(want);
        boolean fits = used + length <= room.quotaBytes();
        boolean disk = free - underWay(_ -> true) - length >= room.floorBytes();
        if (!fits) {
            overQuota.put(want.owner(), used + " bytes are kept of it; a blob of " + length + " waits");
        }
        full |= !disk;
        return fits && disk;
    }

    private long used(int owner) {
        return used.computeIfAbsent(owner, kept::bytesOf) + underWay(want -> want.owner() == owner);
    }

    /// Bytes on disk of what its station named besides, and is not whole yet.
    private long begun(BlobWant except) {
        return wants.values().stream()
                .filter(want -> want != except && want.owner() == except.owner())
                .filter(want -> fetches.values().stream().noneMatch(fetch -> fetch.want == want))
                .mapToLong(want -> parts.bytesOf(want.what))
                .sum();
    }

    private long underWay(Predicate<BlobWant> of) {
        return fetches.values().stream()
                .map(fetch -> fetch.want)
                .filter(of)
                .mapToLong(want -> want.what.length())
                .sum();
    }

    private void measure() {
        used.clear();
        overQuota.clear();
        full = false;
        free = kept.free();
    }

    private void tellWhatWaits(Moment now) {
        for (int owner : List.copyOf(told)) {
            if (!overQuota.containsKey(owner)) {
                told.remove(owner);
                alarms.end(Code.BLOB_QUOTA_REACHED, owner, "");
            }
        }
        overQuota.forEach((owner, detail) -> {
            told.add(owner);
            alarms.raise(Code.BLOB_QUOTA_REACHED, owner, "", detail, now);
        });
        if (full) {
            alarms.raise(Code.NO_ROOM_FOR_BLOBS, 0, "", free + " bytes of the disk are left", now);
        } else {
            alarms.end(Code.NO_ROOM_FOR_BLOBS, 0, "");
        }
    }

    /// Of what all who are there were asked for in vain, nothing is asked for a while.
    private void pause(Collection<Peer> peers, Moment now) {
        for (BlobWant want : wants.values()) {
            boolean anybody = peers.stream()
                    .anyMatch(peer ->
                            couldHave(peer, want) && peer.engine.connected() && !want.asked.contains(peer.station));
            if (!want.asked.isEmpty() && !anybody) {
                want.pause(now);
            }
        }
    }

    /// All that was written so far is on disk.
    void settled() {
        parts.settled();
    }

    /// When something is due next even if nothing happens; steady milliseconds.
    long nextAt() {
        long stalls =
                fetches.values().stream().mapToLong(BlobFetch::stallsAt).min().orElse(Long.MAX_VALUE);
        return wants.isEmpty() ? stalls : Math.min(stalls, lookAt);
    }
}
