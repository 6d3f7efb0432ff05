package torgau.station.heart;

import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import torgau.journal.Code;
import torgau.journal.Decoded;
import torgau.journal.Digest;
import torgau.journal.Feed;
import torgau.journal.Limits;
import torgau.journal.agreement.Roster;
import torgau.journal.crypto.RandomSource;
import torgau.journal.crypto.Verifier;
import torgau.link.courier.Load;
import torgau.link.engine.Frame;
import torgau.link.seal.CourierFile;
import torgau.link.seal.CourierSeal;
import torgau.link.seal.PeerKeys;
import torgau.link.seal.Self;
import torgau.store.JournalStore;
import torgau.store.Write;

/// Seals what a courier is to carry to another station, and opens what one brought from it. What a
/// file brings is judged as if it had come over the line, and only what it asks for is remembered. Spec:
/// docs/spec/09-courier.md.
final class Courier {
    private final Identity identity;
    private final KeyRing keys;
    private final Ledger ledger;
    private final JournalStore store;
    private final Verifier verifier;
    private final RandomSource random;
    private final NavigableMap<Integer, CourierAsked> asked = new TreeMap<>();

    Courier(
            Identity identity,
            KeyRing keys,
            Ledger ledger,
            JournalStore store,
            Verifier verifier,
            RandomSource random) {
        this.identity = identity;
        this.keys = keys;
        this.ledger = ledger;
        this.store = store;
        this.verifier = verifier;
        this.random = random;
    }

    /// What a file brought.
    ///
    /// @param sender in which the station signed that sealed it
    /// @param made wall milliseconds by that station's clock
    record Brought(Feed sender, long made, Load load) {
        int from() {
            return sender.station();
        }

        List<Frame> frames() {
            return load.frames();
        }

        CourierAsked asks() {
            List<Digest> blobs = frames().stream()
                    .filter(Frame.BlobWanted.class::isInstance)
                    .map(frame -> ((Frame.BlobWanted) frame).hash())
                    .toList();
            return new CourierAsked(sender, load.held(), load.lacking(), blobs);
        }
    }

    /// Seals to the newest key that the station has offered, as far as is known here; empty if the roster does not
    /// name it as another station with a sound key.
    Optional<byte[]> seal(int station, Load load, Roster roster, Moment now) {
        long made = Math.clamp(now.wall(), 0, Limits.TIME_MILLIS);
        return peer(station, roster)
                .map(peer -> CourierSeal.seal(
                                self(roster), station, peer.targets().getFirst(), load.encode(), made, random)
                        .encode());
    }

    Decoded<Brought> open(byte[] bytes, Roster roster) {
        return switch (CourierFile.decode(bytes)) {
            case Decoded.Refusal<CourierFile>(Code code, String detail) -> new Decoded.Refusal<>(code, detail);
            case Decoded.Value<CourierFile>(CourierFile file) -> open(file, roster);
        };
    }

    private Decoded<Brought> open(CourierFile file, Roster roster) {
        return switch (CourierSeal.open(self(roster), station -> peer(station, roster), keys.alive(), file, verifier)) {
            case Decoded.Refusal<byte[]>(Code code, String detail) -> new Decoded.Refusal<>(code, detail);
            case Decoded.Value<byte[]>(byte[] content) ->
                switch (Load.decode(content)) {
                    case Decoded.Refusal<Load>(Code _, String detail) ->
                        new Decoded.Refusal<>(Code.COURIER_UNREADABLE, detail);
                    case Decoded.Value<Load>(Load load) ->
                        new Decoded.Value<>(new Brought(file.sender(), file.made(), load));
                };
        };
    }

    /// What is to be remembered of a file: the blobs that it asks for, unless a newer one was taken before. A medium
    /// brings files in any order, and whoever has copied one brings it again.
    Optional<Write> asked(Brought brought) {
        CourierAsked asks = brought.asks();
        boolean old = Optional.ofNullable(asked.get(brought.from()))
                .or(() -> CourierAsked.last(store, brought.from()))
                .filter(last -> asks.before(last, ledger.journal()))
                .isPresent();
        if (old) {
            return Optional.empty();
        }
        asked.put(brought.from(), asks);
        return Optional.of(asks.remember());
    }

    private Optional<PeerKeys> peer(int station, Roster roster) {
        return roster.station(station)
                .filter(other -> other.number() != identity.station())
                .flatMap(keys::of);
    }

    private Self self(Roster roster) {
        return new Self(roster.line(), ledger.feed(), identity.signer());
    }
}
