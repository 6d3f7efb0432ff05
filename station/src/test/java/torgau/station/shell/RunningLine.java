package torgau.station.shell;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import torgau.journal.Act;
import torgau.journal.Digest;
import torgau.journal.FeedHead;
import torgau.journal.Office;
import torgau.journal.Precedence;
import torgau.journal.Text;
import torgau.journal.TrafficClass;
import torgau.journal.agreement.Agreement;
import torgau.journal.agreement.AgreementCodec;
import torgau.journal.agreement.LeadOffice;
import torgau.journal.agreement.Party;
import torgau.journal.agreement.PartyKind;
import torgau.journal.agreement.Roster;
import torgau.journal.agreement.Rules;
import torgau.journal.agreement.SignedAgreement;
import torgau.journal.agreement.Station;
import torgau.journal.crypto.Ed25519Signer;
import torgau.journal.crypto.HybridSigner;
import torgau.journal.crypto.Sha256;
import torgau.link.bearer.UdpRoute;
import torgau.link.seal.KemKey;
import torgau.station.heart.Draft;
import torgau.station.heart.Identity;

/// A line of two parties, BLUE in English and RED in Russian, each with a station that runs in this process:
/// real disks, real connections over loopback, made-up keys.
public final class RunningLine implements AutoCloseable {
    public static final Office WATCH = new Office("Duty officer", "Operations centre");
    private static final long PATIENCE_MILLIS = 60_000;

    public final End blue;
    public final End red;
    private final SignedAgreement agreement;
    private final Roster roster;

    public RunningLine(Path folder) {
        this(folder, UnaryOperator.identity());
    }

    /// @param disks what stands between BLUE and its disk
    public RunningLine(Path folder, UnaryOperator<Disk> disks) {
        var roots = List.of(root("BLUE"), root("RED"));
        var parties = List.of(party(1, "BLUE", "en", roots.get(0)), party(2, "RED", "ru", roots.get(1)));
        var rules = new Rules(List.of(10, 30, 180, 360), 1_000, 200, 60, 60, List.of("TEST", "SERVICE", "FLASH"));
        var founded = new Agreement(
                "Elbe line",
                List.of("en", "ru"),
                parties,
                List.of(station(257, "BLUE-OPS"), station(513, "RED-OPS")),
                rules,
                Digest.over(new byte[] {(byte) 0x80}),
                List.of("peace"),
                List.of(new LeadOffice(1, "peace", "", "Head of the operations centre")),
                List.of());
        byte[] text = AgreementCodec.encode(founded);
        var signatures = new TreeMap<Integer, byte[]>();
        signatures.put(1, SignedAgreement.sign(text, roots.get(0)));
        signatures.put(2, SignedAgreement.sign(text, roots.get(1)));
        agreement = new SignedAgreement(text, signatures);
        roster = Roster.of(founded, agreement.line());
        blue = new End("BLUE-OPS", 257, folder.resolve("blue/journal.db"), disks);
        red = new End("RED-OPS", 513, folder.resolve("red/journal.db"), UnaryOperator.identity());
    }

    private static HybridSigner root(String name) {
        return HybridSigner.fromSeed(Arrays.copyOf(seed("root " + name), 64), target -> Arrays.fill(target, (byte) 1));
    }

    private static Party party(int number, String code, String language, HybridSigner root) {
        byte[] nonce = Arrays.copyOf(seed("nonce " + code), Party.NONCE_BYTES);
        return new Party(number, code, "Party " + code, PartyKind.STATE, language, nonce, root.publicKey());
    }

    private static Station station(int number, String code) {
        byte[] key = Ed25519Signer.fromSeed(seed("sign " + code)).publicKey();
        return new Station(
                number,
                code,
                key,
                KemKey.fromSeed(seed("kem " + code)).publicKey().bytes());
    }

    private static byte[] seed(String name) {
        return Sha256.of(name.getBytes(StandardCharsets.UTF_8));
    }

    /// One end of the line: a home that outlives its process.
    public final class End implements AutoCloseable {
        public final int number;
        public final Path file;
        private final String name;
        private final UnaryOperator<Disk> disks;
        private final List<InetSocketAddress> at = new ArrayList<>();
        Consumer<Throwable> ruined = new Ruin();
        private Optional<StationProcess> process = Optional.empty();
        /// Ways beside connections, for the next start.
        List<UdpRoute> datagrams = List.of();
        /// Whether the next start listens, and knows where the other end does.
        boolean connections = true;

        private End(String name, int number, Path file, UnaryOperator<Disk> disks) {
            this.name = name;
            this.number = number;
            this.file = file;
            this.disks = disks;
        }

        public StationProcess start() {
            var secure = new SecureRandom();
            Clocks clocks = Clocks.machine();
            var rim = new Rim(
                    clocks,
                    secure::nextBytes,
                    disks.apply(new FileDisk(file, file.resolveSibling("desk.db"), clocks.wallMillis())),
                    50,
                    ruined);
            var port = new InetSocketAddress(
                    InetAddress.getLoopbackAddress(),
                    at.isEmpty() ? 0 : at.getFirst().getPort());
            var peers = new TreeMap<Integer, List<InetSocketAddress>>();
            other().address().filter(_ -> connections).ifPresent(known -> peers.put(other().number, List.of(known)));
            var listen = Optional.of(port).filter(_ -> connections);
            StationProcess started =
                    StationProcess.start(new Setup(name, identity(), agreement, listen, peers, datagrams), rim);
            process = Optional.of(started);
            if (!connections) {
                return started;
            }
            at.clear();
            at.add(new InetSocketAddress(
                    InetAddress.getLoopbackAddress(), started.linePort().orElseThrow()));
            other().process.ifPresent(peer -> peer.address(number, List.copyOf(at)));
            return started;
        }

        private Identity identity() {
            return new Identity(
                    roster,
                    number,
                    Ed25519Signer.fromSeed(seed("sign " + name)),
                    KemKey.fromSeed(seed("kem " + name)),
                    seed("storage " + name),
                    "this boot",
                    List.of(new Text("en", "The river rises in the mountains and flows north.")));
        }

        private Optional<InetSocketAddress> address() {
            return at.stream().findFirst();
        }

        private End other() {
            return this == blue ? red : blue;
        }

        public StationProcess running() {
            return process.orElseThrow();
        }

        public void stop() {
            running().stopCleanly();
            process = Optional.empty();
        }

        public void kill() {
            running().abandon();
            process = Optional.empty();
        }

        @Override
        public void close() {
            process.ifPresent(StationProcess::close);
        }
    }

    public RunningLine start() {
        blue.start();
        red.start();
        return this;
    }

    public static Draft message(Precedence precedence, String words) {
        var act = new Act.Message(WATCH, "", new Text("en", words), List.of());
        return new Draft(TrafficClass.FORMAL, precedence, List.of(), null, List.of(), act, null);
    }

    /// Waits until both ends hold the same, and no end has anything that the other lacks.
    public void awaitConvergence() {
        awaitUntil("both ends hold the same", () -> {
            List<FeedHead> ours = blue.running().journal().heads();
            return !ours.isEmpty() && ours.equals(red.running().journal().heads());
        });
    }

    public static void awaitUntil(String what, BooleanSupplier condition) {
        long end = System.currentTimeMillis() + PATIENCE_MILLIS;
        while (!condition.getAsBoolean()) {
            if (System.currentTimeMillis() > end) {
                throw new AssertionError("not within " + PATIENCE_MILLIS + " ms: " + what);
            }
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(5);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        }
    }

    @Override
    public void close() {
        blue.close();
        red.close();
    }
}
