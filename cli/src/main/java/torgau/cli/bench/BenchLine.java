package torgau.cli.bench;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import torgau.journal.Act;
import torgau.journal.Digest;
import torgau.journal.Office;
import torgau.journal.Precedence;
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
import torgau.journal.crypto.HybridSigner;
import torgau.journal.crypto.RandomSource;
import torgau.link.seal.KemKey;
import torgau.station.heart.Draft;
import torgau.station.heart.Identity;
import torgau.station.shell.Clocks;
import torgau.station.shell.FileDisk;
import torgau.station.shell.Rim;
import torgau.station.shell.Setup;
import torgau.station.shell.StationProcess;

/// A line of two parties founded for a measurement, and its two stations.
final class BenchLine {
    static final int[] STATIONS = {257, 513};
    private static final int FLASH_PER_HOUR = 10_000;

    final SignedAgreement agreement;
    final Roster roster;
    private final RandomSource random;
    private final List<byte[]> signingSeeds = new ArrayList<>();
    private final List<byte[]> kemSeeds = new ArrayList<>();

    BenchLine(RandomSource random) {
        this.random = random;
        var roots = new ArrayList<HybridSigner>();
        var parties = new ArrayList<Party>();
        var stations = new ArrayList<Station>();
        for (int party = 1; party <= STATIONS.length; party++) {
            roots.add(HybridSigner.fromSeed(random.bytes(HybridSigner.SEED_LENGTH), random));
            signingSeeds.add(random.bytes(Ed25519Signer.SEED_LENGTH));
            kemSeeds.add(random.bytes(KemKey.SEED_BYTES));
            String code = party == 1 ? "BLUE" : "RED";
            byte[] nonce = random.bytes(Party.NONCE_BYTES);
            parties.add(new Party(
                    party,
                    code,
                    code,
                    PartyKind.STATE,
                    "en",
                    nonce,
                    roots.getLast().publicKey()));
            byte[] key = signer(party - 1).publicKey();
            byte[] kem = KemKey.fromSeed(kemSeeds.getLast()).publicKey().bytes();
            stations.add(new Station(STATIONS[party - 1], code + "-OPS", key, kem));
        }
        var rules = new Rules(List.of(10, 30, 180, 360), FLASH_PER_HOUR, 200, 60, 60, List.of("TEST"));
        Digest none = Digest.over(new byte[] {(byte) 0x80});
        var founding = new Agreement(
                "bench", List.of("en", "ru"), parties, stations, rules, none, List.of(), List.of(), List.of());
        byte[] text = AgreementCodec.encode(founding);
        var signatures = new TreeMap<Integer, byte[]>();
        for (int party = 1; party <= STATIONS.length; party++) {
            signatures.put(party, SignedAgreement.sign(text, roots.get(party - 1)));
        }
        agreement = new SignedAgreement(text, signatures);
        roster = Roster.of(founding, agreement.line());
    }

    Roster roster() {
        return roster;
    }

    Ed25519Signer signer(int side) {
        return Ed25519Signer.fromSeed(signingSeeds.get(side).clone());
    }

    Identity identity(int side) {
        return new Identity(
                roster,
                STATIONS[side],
                signer(side),
                KemKey.fromSeed(kemSeeds.get(side)),
                signingSeeds.get(side),
                "bench",
                List.of(new Text("en", "The river rises in the mountains and flows north to the sea.")));
    }

    /// Starts one side on a journal file.
    ///
    /// @param peer port at which the other side listens, if it is to be dialled
    StationProcess start(int side, Path journal, Optional<Integer> peer) {
        Clocks clocks = Clocks.machine();
        var rim = new Rim(
                clocks,
                random,
                new FileDisk(journal, journal.resolveSibling("desk.db"), clocks.wallMillis()),
                Rim.RETRY_MILLIS);
        var peers = new TreeMap<Integer, List<InetSocketAddress>>();
        peer.ifPresent(port -> peers.put(STATIONS[1 - side], List.of(loopback(port))));
        String name = side == 0 ? "BLUE-OPS" : "RED-OPS";
        return StationProcess.start(new Setup(name, identity(side), agreement, Optional.of(loopback(0)), peers), rim);
    }

    private static InetSocketAddress loopback(int port) {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    }

    static Draft message(Precedence precedence, String words) {
        var office = new Office("Duty officer", "");
        var act = new Act.Message(office, "", new Text("en", words), List.of());
        return new Draft(TrafficClass.FORMAL, precedence, List.of(), null, List.of(), act, null);
    }
}
