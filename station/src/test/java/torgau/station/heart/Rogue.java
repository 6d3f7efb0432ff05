package torgau.station.heart;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import torgau.journal.Act;
import torgau.journal.Binding;
import torgau.journal.Bindings;
import torgau.journal.Decoded;
import torgau.journal.Digest;
import torgau.journal.Feed;
import torgau.journal.Payload;
import torgau.journal.PayloadCodec;
import torgau.journal.Precedence;
import torgau.journal.SeenMark;
import torgau.journal.SignedEntry;
import torgau.journal.TrafficClass;
import torgau.journal.crypto.Ed25519Signer;
import torgau.journal.crypto.Ed25519Verifier;
import torgau.journal.crypto.RandomSource;
import torgau.link.engine.Frame;
import torgau.link.engine.FrameCodec;
import torgau.link.seal.Doors;
import torgau.link.seal.Inbound;
import torgau.link.seal.KemKey;
import torgau.link.seal.OwnKey;
import torgau.link.seal.PeerKeys;
import torgau.link.seal.SealWire;
import torgau.link.seal.Sealer;
import torgau.link.seal.Self;
import torgau.link.seal.SessionMemory;

/// RED with good keys and software of its own: it says to BLUE whatever a test wants, and honest RED does not speak.
final class Rogue {
    private static final int RED = 513;
    private static final int BLUE = 257;
    private static final long BEARER = 9_000;

    final List<Frame> heard = new ArrayList<>();
    private final Pair pair;
    private final Random seeds = new Random(7);
    private final Doors doors;
    private final Sealer sealer;

    Rogue(Pair pair) {
        this.pair = pair;
        pair.cut();
        RandomSource random = target -> seeds.nextBytes(target);
        var self = new Self(pair.line(), new Feed(RED, 1), Ed25519Signer.fromSeed(Pair.seed("station" + RED)));
        this.doors = new Doors(self, new Ed25519Verifier(), random, SessionMemory.none(self));
        doors.keys(List.of(new OwnKey(null, KemKey.fromSeed(Pair.seed("kem" + RED)))));
        var target = new PeerKeys.Target(
                null, KemKey.fromSeed(Pair.seed("kem" + BLUE)).publicKey());
        var blue = Ed25519Signer.fromSeed(Pair.seed("station" + BLUE)).publicKey();
        this.sealer = doors.peer(new PeerKeys(BLUE, List.of(blue), List.of(target)));
        pair.blue().outward = this::hear;
        pair.blue().feed(new Input.BearerUp(BEARER, "there", true, SealWire.MAX_SEALED_BYTES, RED));
    }

    private void hear(byte[] message) {
        if (doors.open("", message, pair.now().wall()) instanceof Inbound.Opened opened
                && FrameCodec.decode(opened.frame()) instanceof Decoded.Value<Frame>(Frame frame)) {
            heard.add(frame);
        }
    }

    /// Says one frame to BLUE, which answers at once.
    void say(Frame frame) {
        byte[] bytes = FrameCodec.encode(frame);
        for (byte[] message :
                sealer.seal(bytes, SealWire.MAX_SEALED_BYTES, pair.now().wall())) {
            pair.blue().feed(new Input.Received(BEARER, message));
            pair.blue().feed(new Input.Drained(BEARER, 1 << 16));
        }
    }

    /// Files an entry of RED's that follows what BLUE holds of its feed.
    void file(Payload payload) {
        say(new Frame.Carry(signed(RED, payload, held(payload)), null));
    }

    private Binding held(Payload payload) {
        return Bindings.of(pair.blue().store, payload).orElseThrow();
    }

    /// Files an entry of RED's that follows an entry which nobody ever gets.
    void fileAhead(Payload payload) {
        var binding = new Binding(Digest.over(new byte[] {1}), List.of());
        say(new Frame.Carry(signed(RED, payload, binding), binding));
    }

    static Payload payload(Feed feed, long sequence, Precedence precedence, Act act) {
        return payload(feed, sequence, precedence, List.of(), act);
    }

    static Payload payload(Feed feed, long sequence, Precedence precedence, List<SeenMark> seen, Act act) {
        return new Payload(
                feed,
                sequence,
                seen,
                1_770_000_000_000L,
                TrafficClass.TEST,
                precedence,
                List.of(),
                null,
                List.of(),
                act);
    }

    /// What whoever has a station's key can make.
    SignedEntry signed(int station, Payload payload, @Nullable Binding binding) {
        byte[] bytes = PayloadCodec.encode(payload);
        byte[] toBeSigned = (binding == null ? held(payload) : binding).toBeSigned(pair.line(), bytes);
        return new SignedEntry(
                bytes, Ed25519Signer.fromSeed(Pair.seed("station" + station)).sign(toBeSigned));
    }
}
