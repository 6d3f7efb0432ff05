package torgau.station.http;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import torgau.journal.Digest;
import torgau.journal.agreement.Agreement;
import torgau.journal.agreement.AgreementCodec;
import torgau.journal.agreement.LeadOffice;
import torgau.journal.agreement.Party;
import torgau.journal.agreement.PartyKind;
import torgau.journal.agreement.Rules;
import torgau.journal.agreement.SignedAgreement;
import torgau.journal.agreement.Station;
import torgau.journal.crypto.HybridSigner;
import torgau.journal.crypto.PassphraseBox;
import torgau.journal.crypto.RandomSource;
import torgau.journal.crypto.Sha256;
import torgau.station.formats.Formats;
import torgau.station.home.Address;
import torgau.station.home.Home;
import torgau.station.home.Passphrase;
import torgau.station.home.PrivateFiles;
import torgau.station.home.Sealing;
import torgau.station.home.StationConfig;
import torgau.station.home.StationSecrets;
import torgau.station.home.Token;
import torgau.station.shell.Clocks;
import torgau.station.shell.Disk;
import torgau.station.shell.FileDisk;
import torgau.station.shell.Rim;

/// A line of two homes, BLUE in English and RED in Russian, served in this process as `torgau run` would
/// serve them.
final class Served implements AutoCloseable {
    private static final RandomSource RANDOM = new SecureRandom()::nextBytes;

    private final Digest catalogue;
    final Side blue;
    final Side red;

    /// One home with its station.
    static final class Side implements AutoCloseable {
        final Home home;
        final String party;
        final String language;
        final StationSecrets secrets;
        final HybridSigner root;
        final UnaryOperator<Disk> disks;
        Clocks clocks = Clocks.machine();
        Optional<Address> dials = Optional.empty();
        Optional<StationConfig.Machine> machine = Optional.empty();
        Optional<Path> tray = Optional.empty();
        Optional<StationConfig.Tls> tls = Optional.empty();
        Optional<StationServer> server = Optional.empty();

        private Side(Path folder, String party, String language, UnaryOperator<Disk> disks) {
            PrivateFiles.directory(folder);
            this.home = new Home(folder);
            this.party = party;
            this.language = language;
            this.disks = disks;
            this.secrets = StationSecrets.create(home, sealing());
            byte[] seed = Arrays.copyOf(
                    Sha256.of(party.getBytes(java.nio.charset.StandardCharsets.US_ASCII)), HybridSigner.SEED_LENGTH);
            this.root = HybridSigner.fromSeed(seed, RANDOM);
        }

        private static Sealing sealing() {
            var passphrase = Passphrase.typed("correct horse battery".toCharArray());
            return new Sealing(passphrase, new PassphraseBox.Cost(8, 1, 1), RANDOM);
        }

        StationServer start() {
            var peers = new LinkedHashMap<String, List<Address>>();
            dials.ifPresent(at -> peers.put(party.equals("BLUE") ? "RED-OPS" : "BLUE-OPS", List.of(at)));
            var line = new StationConfig.Line(Optional.of(new Address("127.0.0.1", 0)), peers);
            var config = configured(StationConfig.initial(party, party + "-OPS", language, line, 0));
            var disk = disks.apply(new FileDisk(home.journal(), home.desk(), clocks.wallMillis()));
            var started = StationServer.start(home, config, secrets, new Rim(clocks, RANDOM, disk, 50));
            server = Optional.of(started);
            return started;
        }

        private StationConfig configured(StationConfig config) {
            return new StationConfig(
                    config.party(),
                    config.station(),
                    config.language(),
                    config.offices(),
                    config.passages(),
                    console(config.console()),
                    config.line(),
                    machine,
                    config.blobs(),
                    tray);
        }

        private StationConfig.Console console(StationConfig.Console plain) {
            return new StationConfig.Console(plain.party(), plain.bind(), plain.port(), plain.givenOrigin(), tls);
        }

        Client client() {
            return new Client(server.orElseThrow().port(), server.orElseThrow().origin(), Token.inFile(home.token()));
        }

        StationServer running() {
            return server.orElseThrow();
        }

        @Override
        public void close() {
            server.ifPresent(StationServer::close);
            server = Optional.empty();
        }
    }

    Served(Path folder) {
        this(folder, UnaryOperator.identity());
    }

    /// @param disks what stands between BLUE and its disk
    Served(Path folder, UnaryOperator<Disk> disks) {
        this(folder, disks, Formats.builtIn().hash());
    }

    /// @param catalogue hash of the catalogue that the line agrees on
    Served(Path folder, UnaryOperator<Disk> disks, Digest catalogue) {
        this.catalogue = catalogue;
        blue = new Side(folder.resolve("blue"), "BLUE", "en", disks);
        red = new Side(folder.resolve("red"), "RED", "ru", UnaryOperator.identity());
        found();
    }

    private void found() {
        var agreement = new Agreement(
                "Elbe line",
                List.of("en", "ru"),
                List.of(party(1, blue), party(2, red)),
                List.of(station(257, blue), station(513, red)),
                new Rules(List.of(10, 30, 180, 360), 100, 200, 60, 60, List.of("TEST", "SERVICE", "FLASH")),
                catalogue,
                List.of("peace"),
                List.of(new LeadOffice(1, "peace", "", "Head of operations"), new LeadOffice(2, "peace", "north", "")),
                List.of());
        byte[] text = AgreementCodec.encode(agreement);
        var signatures = new TreeMap<Integer, byte[]>();
        signatures.put(1, SignedAgreement.sign(text, blue.root));
        signatures.put(2, SignedAgreement.sign(text, red.root));
        byte[] signed = new SignedAgreement(text, signatures).encode();
        PrivateFiles.create(blue.home.agreement(), signed);
        PrivateFiles.create(red.home.agreement(), signed);
    }

    private static Party party(int number, Side side) {
        byte[] nonce = RANDOM.bytes(Party.NONCE_BYTES);
        return new Party(number, side.party, side.party, PartyKind.STATE, side.language, nonce, side.root.publicKey());
    }

    private static Station station(int number, Side side) {
        return new Station(
                number,
                side.party + "-OPS",
                side.secrets.signer().publicKey(),
                side.secrets.kemKey().publicKey().bytes());
    }

    Served start() {
        red.start();
        blue.dials =
                Optional.of(new Address("127.0.0.1", red.running().linePort().orElseThrow()));
        blue.start();
        return this;
    }

    @Override
    public void close() {
        blue.close();
        red.close();
    }
}
