package torgau.station.heart;

import java.util.List;
import java.util.Optional;
import torgau.journal.Code;
import torgau.journal.Decoded;
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

/// Seals what a courier is to carry to another station, and opens what one brought from it. Neither remembers
/// anything: what a file brings is judged as if it had come over the line. Spec: docs/spec/09-courier.md.
final class Courier {
    private final Identity identity;
    private final KeyRing keys;
    private final Ledger ledger;
    private final Verifier verifier;
    private final RandomSource random;

    Courier(Identity identity, KeyRing keys, Ledger ledger, Verifier verifier, RandomSource random) {
        this.identity = identity;
        this.keys = keys;
        this.ledger = ledger;
        this.verifier = verifier;
        this.random = random;
    }

    /// What a file brought.
    ///
    /// @param from number of the station that sealed it
    /// @param made wall milliseconds by that station's clock
    record Brought(int from, long made, List<Frame> frames) {}

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
            case Decoded.Value<CourierFile>(CourierFile file) ->
                peer(file.sender().station(), roster)
                        .map(sender -> open(file, sender, roster))
                        .orElseGet(() -> new Decoded.Refusal<>(
                                Code.COURIER_STRANGER,
                                "it says that it is from station "
                                        + file.sender().station()));
        };
    }

    private Decoded<Brought> open(CourierFile file, PeerKeys sender, Roster roster) {
        return switch (CourierSeal.open(self(roster), sender, keys.alive(), file, verifier)) {
            case Decoded.Refusal<byte[]>(Code code, String detail) -> new Decoded.Refusal<>(code, detail);
            case Decoded.Value<byte[]>(byte[] content) ->
                switch (Load.decode(content)) {
                    case Decoded.Refusal<Load>(Code _, String detail) ->
                        new Decoded.Refusal<>(Code.COURIER_UNREADABLE, detail);
                    case Decoded.Value<Load>(Load(List<Frame> frames)) ->
                        new Decoded.Value<>(new Brought(sender.station(), file.made(), frames));
                };
        };
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
