package torgau.link.seal;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import torgau.journal.Digest;
import torgau.journal.Feed;
import torgau.journal.crypto.Ed25519Signer;
import torgau.journal.crypto.Ed25519Verifier;

/// A station of a test: its keys, its doors, and what it would have on its disk.
final class Post {
    static final Digest LINE = Digest.over(new byte[] {'l', 'i', 'n', 'e'});
    static final int MTU = 1_400;
    static final String ADDRESS = "192.0.2.7";

    final int station;
    final Ed25519Signer signer;
    final KemKey agreed;
    final SeededRandom random;
    final List<OwnKey> keys = new ArrayList<>();
    final List<Post> peers = new ArrayList<>();

    @Nullable
    Digest offer;

    KemKey offered;
    int incarnation = 1;
    Doors doors;

    Post(int station, long seed) {
        this.station = station;
        this.random = new SeededRandom(seed * 1_000 + station);
        this.signer = Ed25519Signer.fromSeed(random.bytes(32));
        this.agreed = KemKey.fromSeed(random.bytes(32));
        this.offered = agreed;
        keys.add(new OwnKey(null, agreed));
        start(SessionMemory.none(self()));
    }

    static List<Post> pair(long seed) {
        var blue = new Post(257, seed);
        var red = new Post(513, seed);
        blue.meet(red);
        red.meet(blue);
        return List.of(blue, red);
    }

    Self self() {
        return new Self(LINE, new Feed(station, incarnation), signer);
    }

    void start(SessionMemory memory) {
        doors = new Doors(self(), new Ed25519Verifier(), random, memory);
        doors.keys(keys);
        peers.forEach(peer -> doors.peer(peer.asPeer()));
    }

    /// As after a crash: with what was kept, or with nothing.
    void restart(boolean keeping) {
        byte[] kept = doors.memory().encode();
        incarnation++;
        start(keeping ? SessionMemory.decode(kept, self()).orElseThrow() : SessionMemory.none(self()));
    }

    void meet(Post peer) {
        peers.add(peer);
        doors.peer(peer.asPeer());
    }

    /// Offers a new KEM key, of which its peers hear when `heardOfBy` is called.
    void rotate() {
        offered = KemKey.fromSeed(random.bytes(32));
        offer = Digest.over(random.bytes(32));
        keys.add(new OwnKey(offer, offered));
        doors.keys(keys);
    }

    void heardOfBy(Post peer) {
        peer.doors.peer(asPeer());
    }

    PeerKeys asPeer() {
        var targets = new ArrayList<PeerKeys.Target>();
        if (offer != null) {
            targets.add(new PeerKeys.Target(offer, offered.publicKey()));
        }
        targets.add(new PeerKeys.Target(null, agreed.publicKey()));
        return new PeerKeys(station, List.of(signer.publicKey()), targets);
    }

    Sealer to(Post peer) {
        return doors.sealer(peer.station).orElseThrow();
    }

    List<byte[]> seal(Post peer, String text, long now) {
        return to(peer).seal(text.getBytes(java.nio.charset.StandardCharsets.UTF_8), MTU, now);
    }

    Inbound open(byte[] message, long now) {
        return doors.open(ADDRESS, message, now);
    }

    /// Opens all of it and answers what the last was.
    Inbound openAll(List<byte[]> messages, long now) {
        Inbound last = new Inbound.PieceHeld(0, 0);
        for (byte[] message : messages) {
            last = open(message, now);
        }
        return last;
    }
}
