package torgau.station.heart;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Consumer;
import torgau.journal.Act;
import torgau.journal.Digest;
import torgau.journal.Entry;
import torgau.journal.Office;
import torgau.journal.Precedence;
import torgau.journal.Reference;
import torgau.journal.Text;
import torgau.journal.TrafficClass;
import torgau.journal.agreement.Agreement;
import torgau.journal.agreement.AgreementCodec;
import torgau.journal.agreement.Party;
import torgau.journal.agreement.PartyKind;
import torgau.journal.agreement.Roster;
import torgau.journal.agreement.Rules;
import torgau.journal.agreement.SignedAgreement;
import torgau.journal.agreement.Station;
import torgau.journal.crypto.Ed25519Signer;
import torgau.journal.crypto.Ed25519Verifier;
import torgau.journal.crypto.HybridSigner;
import torgau.journal.crypto.HybridVerifier;
import torgau.journal.crypto.RandomSource;
import torgau.journal.crypto.Sha256;
import torgau.link.bearer.TcpLimits;
import torgau.link.seal.KemKey;
import torgau.link.seal.SealWire;
import torgau.store.memory.MemoryDisk;
import torgau.store.memory.MemoryStore;

/// Two stations in one thread, joined by a stream that a test can cut. Nothing happens but by the test's
/// hand.
final class Pair {
    static final List<Integer> BOTH = List.of(257, 513);
    final List<Side> sides = new ArrayList<>();
    private final Random seeds = new Random(1);
    private final Roster founding;
    private final BlobRoom room;
    private long steady = 1_000;
    private long bearers;
    boolean cut;

    /// One station with all that outlives it, and what it told.
    final class Side {
        final int number;
        final MemoryDisk disk = new MemoryDisk();
        final List<Notice> told = new ArrayList<>();
        final List<Effect.Answer> answers = new ArrayList<>();
        final Deque<Effect> due = new ArrayDeque<>();
        final Deque<Effect.Commit> unwritten = new ArrayDeque<>();
        boolean diskHangs;
        Consumer<byte[]> outward = message -> other().arrive(message);
        MemoryStore store;
        Heart heart;
        long bearer;
        /// Bytes that may be read before the other end has shown who it is.
        private long share;

        /// How far its wall clock is ahead of the other's.
        long aheadMillis;

        Side(int number) {
            this.number = number;
            this.store = new MemoryStore(disk);
            this.heart = wake();
        }

        private Heart wake() {
            byte[] seed = seed("station" + number);
            var identity = new Identity(
                    founding,
                    number,
                    Ed25519Signer.fromSeed(seed),
                    KemKey.fromSeed(seed("kem" + number)),
                    seed("storage" + number),
                    "boot",
                    List.of(new Text("en", "The river rises in the mountains."), new Text("en", "It flows north.")),
                    room);
            RandomSource random = target -> seeds.nextBytes(target);
            return new Heart(identity, store, new Ed25519Verifier(), new HybridVerifier(), random, clock());
        }

        Moment clock() {
            Moment now = now();
            return new Moment(now.wall() + aheadMillis, now.steady());
        }

        void restart(boolean clean) {
            if (clean) {
                feed(new Input.Stop());
            }
            store.close();
            store = new MemoryStore(disk);
            due.clear();
            unwritten.clear();
            bearer = 0;
            heart = wake();
        }

        void feed(Input input) {
            due.addAll(heart.on(input, clock()));
            work();
        }

        /// Does what the heart asks, the disk at once.
        void work() {
            while (!due.isEmpty()) {
                switch (due.removeFirst()) {
                    case Effect.Commit commit -> {
                        unwritten.add(commit);
                        write();
                    }
                    case Effect.Send send -> outward.accept(send.message());
                    case Effect.Answer answer -> answers.add(answer);
                    case Effect.Tell(Notice notice) -> told.add(notice);
                    case Effect.Dial _ -> connect(this);
                    case Effect.Authenticated _ -> share = Long.MAX_VALUE;
                    case Effect.Genuine(long _, int bytes) -> share = known() ? share : share + bytes;
                    case Effect.Close _ -> {}
                }
            }
        }

        private void write() {
            while (!diskHangs && !unwritten.isEmpty()) {
                Effect.Commit commit = unwritten.removeFirst();
                store.commit(commit.batch());
                due.addAll(heart.on(new Input.Written(commit.token()), clock()));
            }
        }

        private final Deque<byte[]> inbound = new ArrayDeque<>();

        void arrive(byte[] message) {
            if (!cut) {
                inbound.add(message);
            }
        }

        private boolean known() {
            return share == Long.MAX_VALUE;
        }

        boolean take() {
            byte[] message = share > 0 ? inbound.poll() : null;
            if (message != null && bearer != 0) {
                share = known() ? share : share - message.length;
                feed(new Input.Received(bearer, message));
                other().feed(new Input.Drained(other().bearer, message.length));
            }
            return message != null;
        }

        Side other() {
            return sides.get(0) == this ? sides.get(1) : sides.get(0);
        }

        long release(Precedence precedence, String words) {
            return release(draft(precedence, words, List.of()));
        }

        long release(Draft draft) {
            long command = answers.size() + 1L;
            feed(new Input.Release(command, draft));
            return command;
        }

        List<Entry> entries() {
            var entries = new ArrayList<Entry>();
            store.inOrder().forEachRemaining(entries::add);
            return entries;
        }
    }

    Pair() {
        this(BlobRoom.DEFAULT);
    }

    Pair(BlobRoom room) {
        this.room = room;
        var parties = new ArrayList<Party>();
        var stations = new ArrayList<Station>();
        var signatures = new TreeMap<Integer, byte[]>();
        var roots = new ArrayList<HybridSigner>();
        for (int party = 1; party <= 2; party++) {
            int number = BOTH.get(party - 1);
            byte[] rootSeed = Arrays.copyOf(seed("root" + party), 64);
            roots.add(HybridSigner.fromSeed(rootSeed, target -> Arrays.fill(target, (byte) 1)));
            byte[] nonce = Arrays.copyOf(seed("nonce" + party), 16);
            parties.add(new Party(
                    party,
                    "P" + party,
                    "Party",
                    PartyKind.STATE,
                    "en",
                    nonce,
                    roots.getLast().publicKey()));
            byte[] key = Ed25519Signer.fromSeed(seed("station" + number)).publicKey();
            byte[] kem = KemKey.fromSeed(seed("kem" + number)).publicKey().bytes();
            stations.add(new Station(number, "P" + party + "-OPS", key, kem));
        }
        var rules = new Rules(List.of(10, 30, 180, 360), 3, 20, 60, 60, List.of("TEST", "SERVICE", "FLASH"));
        var agreement = new Agreement(
                "test",
                List.of("en"),
                parties,
                stations,
                rules,
                Digest.over(new byte[] {-128}),
                List.of(),
                List.of(),
                List.of());
        byte[] text = AgreementCodec.encode(agreement);
        for (int party = 1; party <= 2; party++) {
            signatures.put(party, SignedAgreement.sign(text, roots.get(party - 1)));
        }
        founding = Roster.of(agreement, new SignedAgreement(text, signatures).line());
        BOTH.forEach(number -> sides.add(new Side(number)));
    }

    static byte[] seed(String name) {
        return Sha256.of(name.getBytes(StandardCharsets.UTF_8));
    }

    Digest line() {
        return founding.line();
    }

    Side blue() {
        return sides.get(0);
    }

    Side red() {
        return sides.get(1);
    }

    Moment now() {
        return new Moment(1_770_000_000_000L + steady, steady);
    }

    private void connect(Side dialler) {
        if (!cut && dialler.bearer == 0) {
            Side other = dialler.other();
            dialler.bearer = ++bearers;
            other.bearer = ++bearers;
            dialler.share = TcpLimits.DEFAULT.unauthenticatedBytes();
            other.share = dialler.share;
            other.feed(new Input.BearerUp(other.bearer, "there", true, SealWire.MAX_SEALED_BYTES, null));
            dialler.feed(new Input.BearerUp(dialler.bearer, "there", true, SealWire.MAX_SEALED_BYTES, other.number));
        }
    }

    /// Joins both by a way of datagrams, which is up whether anybody answers or not; nobody dials beside it.
    void datagrams() {
        sides.forEach(this::datagrams);
    }

    void datagrams(Side side) {
        side.bearer = ++bearers;
        side.share = Long.MAX_VALUE;
        side.feed(new Input.BearerUp(side.bearer, "there", false, 1_200, side.other().number, 0));
    }

    void cut() {
        cut = true;
        for (Side side : sides) {
            side.inbound.clear();
            if (side.bearer != 0) {
                long gone = side.bearer;
                side.bearer = 0;
                side.feed(new Input.BearerDown(gone));
            }
        }
    }

    void mend() {
        cut = false;
    }

    /// Lets time pass, in steps of 50 ms, delivering everything.
    void run(long millis) {
        run(millis, 50);
    }

    /// The same in other steps.
    void run(long millis, long step) {
        for (long end = steady + millis; steady < end; steady += step) {
            sides.forEach(side -> side.feed(new Input.Tick()));
            deliver();
        }
    }

    /// So much time has passed at once.
    void later(long millis) {
        steady += millis;
        sides.forEach(side -> side.feed(new Input.Tick()));
    }

    /// Delivers what is under way, and what comes of it, without letting time pass.
    void deliver() {
        boolean more = true;
        while (more) {
            more = blue().take();
            more |= red().take();
        }
    }

    static Draft draft(Precedence precedence, String words, List<Reference> refs) {
        var act = new Act.Message(new Office("Watch", ""), "", new Text("en", words), List.of());
        return new Draft(TrafficClass.FORMAL, precedence, List.of(), null, refs, act, null);
    }
}
