package torgau.station.heart;

import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;
import torgau.catalogue.value.BlobBytes;
import torgau.catalogue.value.Enclosed;
import torgau.journal.Act;
import torgau.journal.Code;
import torgau.journal.Decoded;
import torgau.journal.Digest;
import torgau.journal.Entry;
import torgau.journal.Payload;
import torgau.link.engine.Frame;
import torgau.station.heart.Effect.Result;
import torgau.store.Blob;
import torgau.store.JournalStore;

/// What travels apart from the journal: files and annexes, as blobs that entries name. Spec:
/// docs/spec/05-link.md, 5.7.
final class Blobs {
    private final int station;
    private final BlobRoom room;
    private final BlobsKept kept;
    private final BlobsWanted wanted;
    private final BlobsGiven given;

    Blobs(Identity identity, JournalStore store, Ledger ledger, Alarms alarms, Consumer<Notice> tell) {
        this.station = identity.station();
        this.room = identity.room();
        this.kept = new BlobsKept(store, ledger);
        this.wanted = new BlobsWanted(kept, store, ledger, room, alarms, tell);
        this.given = new BlobsGiven(kept, tell);
    }

    private int party() {
        return station >>> 8;
    }

    /// An entry is on the journal: it is noted who may have what it names, and what is for this station
    /// is to come.
    void named(Entry entry, Moment now) {
        Payload payload = entry.payload();
        for (Enclosed enclosed : Enclosed.in(payload)) {
            kept.named(payload, enclosed.blob());
            if (Enclosed.mayHold(payload, party())) {
                wanted.want(enclosed, payload, now);
            }
        }
    }

    /// Somebody wants to see what an entry names: it is asked for at once.
    void want(Payload payload, Moment now) {
        if (Enclosed.mayHold(payload, party())) {
            Enclosed.in(payload).forEach(enclosed -> wanted.want(enclosed, payload, now));
        }
    }

    void came(Peer from, Frame.BlobPiece piece, Moment now) {
        wanted.take(from, piece, now);
    }

    /// A courier has brought a part of a blob; whether it was lacking.
    boolean brought(Peer from, Frame.BlobPiece piece, Moment now) {
        return wanted.brought(from, piece, now);
    }

    /// What a party may hold and is lacking here.
    List<Frame.BlobWanted> lacking(int party) {
        return wanted.lacking(party);
    }

    void asked(Peer by, Frame.BlobWanted frame, Moment now) {
        given.asked(by, frame, now);
    }

    /// Why an act may not name what it names: only what its own party made and what is here can be had
    /// by others.
    Optional<Result.Refused> refusal(Draft draft) {
        if (!(draft.act() instanceof Act.Notification act)) {
            return Optional.empty();
        }
        var with = new TreeSet<Digest>();
        draft.blobs().forEach(blob -> with.add(Digest.over(blob)));
        return Enclosed.in(party(), act).stream()
                .map(Enclosed::blob)
                .filter(blob -> !with.contains(blob) && !kept.spare(blob) && !madeHere(blob))
                .findFirst()
                .map(blob -> new Result.Refused(Code.BLOB_NOT_HERE, "blob " + blob + " was not put in here"));
    }

    private boolean madeHere(Digest blob) {
        return kept.read(blob)
                .filter(bytes -> BlobBytes.decode(bytes) instanceof Decoded.Value<BlobBytes>(BlobBytes read)
                        && read.maker() == party())
                .isPresent();
    }

    /// What comes into being with an act is kept with it.
    void with(Draft draft) {
        draft.blobs().forEach(bytes -> kept.keep(Blob.of(station, bytes)));
    }

    /// Takes a file in, until an entry names it.
    Result putIn(byte[] bytes, Moment now) {
        Blob blob = Blob.of(station, bytes);
        if (kept.here(blob.hash())) {
            return new Result.Kept(blob.hash());
        }
        if (kept.free() - bytes.length < room.floorBytes()) {
            return new Result.Refused(Code.NO_ROOM_FOR_BLOBS, kept.free() + " bytes of the disk are left");
        }
        return kept.spare(blob, now)
                ? new Result.Kept(blob.hash())
                : new Result.Refused(Code.PUT_IN_TOO_MUCH, Code.PUT_IN_TOO_MUCH.text());
    }

    /// Erases what an entry names.
    Result erase(Optional<Entry> entry, Moment now) {
        List<Enclosed> named = entry.map(Entry::payload).map(Enclosed::in).orElse(List.of());
        named.forEach(enclosed -> {
            wanted.forget(enclosed.blob());
            kept.erase(enclosed.blob(), now);
        });
        return named.isEmpty()
                ? new Result.Refused(Code.NOTHING_TO_ERASE, Code.NOTHING_TO_ERASE.text())
                : new Result.Erased(named.size());
    }

    /// A bearer to a peer came up.
    void met(Peer peer, Moment now) {
        wanted.met(peer, now);
    }

    void due(NavigableMap<Integer, Peer> peers, Moment now) {
        wanted.due(peers, now);
        kept.expire(now);
    }

    /// All that was written so far is on disk.
    void settled(Moment now) {
        wanted.settled();
        if (kept.settled()) {
            wanted.look(now);
        }
    }

    long nextAt() {
        return wanted.nextAt();
    }
}
