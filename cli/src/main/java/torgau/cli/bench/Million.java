package torgau.cli.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import torgau.cli.Surroundings;
import torgau.cli.api.StationApi;
import torgau.cli.local.Ceremony;
import torgau.cli.local.LocalFault;
import torgau.cli.local.LocalParty;
import torgau.cli.local.StationRun;
import torgau.cli.local.Tree;
import torgau.journal.Act;
import torgau.journal.Causality;
import torgau.journal.Digest;
import torgau.journal.Entry;
import torgau.journal.Feed;
import torgau.journal.FeedHead;
import torgau.journal.Office;
import torgau.journal.Payload;
import torgau.journal.Precedence;
import torgau.journal.Reference;
import torgau.journal.SeenMark;
import torgau.journal.SeenVector;
import torgau.journal.Signing;
import torgau.journal.Text;
import torgau.journal.TrafficClass;
import torgau.journal.crypto.Ed25519Verifier;
import torgau.journal.crypto.Signer;
import torgau.station.home.Home;
import torgau.station.home.Passphrase;
import torgau.station.home.PrivateFiles;
import torgau.station.home.StationSecrets;
import torgau.store.Batch;
import torgau.store.Write;
import torgau.store.sqlite.SqliteStore;

/// A large journal: two feeds that answer each other, a third of the texts Cyrillic, one matter for every
/// twenty entries, a receipt after every eight.
final class Million {
    private static final int ENTRIES_A_MATTER = 20;
    private static final int ENTRIES_A_RECEIPT = 8;
    private static final int BATCH = 1_000;
    private static final String LATIN =
            "The convoy will pass the control point between 0900 and 1100 UTC. Number of vehicles: twelve. ";
    private static final String CYRILLIC =
            "Колонна пройдёт контрольный пункт с 09.00 до 11.00 UTC. Количество машин: двенадцать. ";

    private static final int PORT = 7901;

    private final Surroundings around;
    private final Path directory;
    private final BenchCommand.Row row;
    private final List<LocalParty> parties;
    private final List<Entry> unwritten = new ArrayList<>();
    private final Growing held = new Growing();

    Million(Surroundings around, Path directory, BenchCommand.Row row) {
        this.around = around;
        this.directory = directory;
        this.row = row;
        this.parties = LocalParty.blueAndRed(directory, PORT);
    }

    /// Makes the homes of BLUE and RED, each with the same journal.
    void found(int count) throws IOException {
        new Ceremony(around, directory).hold(parties, Tree.file("docs/examples/agreement.yaml"));
        List<Home> homes =
                parties.stream().map(party -> Home.open(party.home())).toList();
        homes.forEach(home -> PrivateFiles.touch(home.journal()));
        Home home = homes.getFirst();
        long began = System.nanoTime();
        try (SqliteStore blue = SqliteStore.open(home.journal());
                SqliteStore red = SqliteStore.open(homes.getLast().journal())) {
            fill(List.of(blue, red), home.signedAgreement().line(), count);
        }
        row.add("entries made, in each of two homes", "%,.0f", count);
        row.add("making them", "%,.1f s", (System.nanoTime() - began) / 1e9);
        row.add("journal.db", "%,.0f MB", Files.size(home.journal()) / 1e6);
    }

    void measure(int count) throws IOException, InterruptedException {
        found(count);
        Path export = directory.resolve("export.torgau");
        run(count, export);
        double raw = bothCores();
        row.add("Ed25519 verify, both cores at once", "%,.0f /s", raw);
        verify(export, count, raw);
    }

    private void fill(List<SqliteStore> stores, Digest line, int count) {
        var feeds = List.of(new Feed(BenchLine.STATIONS[0], 1), new Feed(BenchLine.STATIONS[1], 1));
        var signers = parties.stream().map(Million::signer).toList();
        Optional<Reference> matter = Optional.empty();
        for (int i = 0; i < count; i++) {
            int side = (i / ENTRIES_A_RECEIPT) % 2;
            boolean receipt = i % ENTRIES_A_RECEIPT == 0;
            boolean opens = i % ENTRIES_A_MATTER == 1;
            Entry entry =
                    entry(line, feeds.get(side), signers.get(side), i, receipt, opens ? Optional.empty() : matter);
            matter = opens ? Optional.of(entry.reference()) : matter;
            if (unwritten.size() == BATCH) {
                flush(stores);
            }
        }
        flush(stores);
    }

    private Entry entry(
            Digest line, Feed feed, Signer signer, int number, boolean receipt, Optional<Reference> matter) {
        Optional<FeedHead> head = held.head(feed);
        SeenVector before = head.map(FeedHead::seen).orElse(SeenVector.EMPTY);
        List<SeenMark> seen = receipt ? Causality.newlySeen(held, feed, before) : List.of();
        String language = number % 3 == 0 ? "ru" : "en";
        String words = (number % 3 == 0 ? CYRILLIC : LATIN).repeat(1 + number % 5) + number;
        Act act = receipt
                ? new Act.Seen()
                : new Act.Message(new Office("Duty officer", ""), "", new Text(language, words), List.of());
        var payload = new Payload(
                feed,
                head.map(FeedHead::sequence).orElse(0L) + 1,
                seen,
                1_770_000_000_000L + number,
                receipt ? TrafficClass.SERVICE : TrafficClass.FORMAL,
                Precedence.ROUTINE,
                List.of(),
                receipt ? null : matter.orElse(null),
                List.of(),
                act);
        Entry entry = Signing.sign(held, line, signer, payload);
        held.add(entry);
        unwritten.add(entry);
        return entry;
    }

    private void flush(List<SqliteStore> stores) {
        List<Write> writes = unwritten.stream()
                .<Write>map(entry -> new Write.Append(entry, 1))
                .toList();
        stores.forEach(store -> store.commit(new Batch(writes)));
        unwritten.clear();
    }

    private static Signer signer(LocalParty party) {
        try (var passphrase = Passphrase.inFile(party.passphrase())) {
            return StationSecrets.open(Home.open(party.home()), passphrase).signer();
        }
    }

    /// From the start of the process, passphrase and all, until `/healthz` answers that everything is right.
    private StationRun started(String how, int count) throws IOException, InterruptedException {
        long began = System.nanoTime();
        StationRun station = StationRun.start(parties.getFirst());
        try {
            StationApi api = station.ready();
            double seconds = (System.nanoTime() - began) / 1e9;
            row.add("station start until /healthz is right, " + how + " (≤ 3)", "%,.2f s", seconds);
            complete(api, count);
            return station;
        } catch (RuntimeException fault) {
            station.close();
            throw fault;
        }
    }

    private static void complete(StationApi api, int count) {
        long held = 0;
        for (JsonNode head : api.get("/journal/heads").body().path("feeds")) {
            held += head.path("head_sequence").asLong();
        }
        if (held < count) {
            throw new LocalFault(1, "the station holds " + held + " entries of " + count);
        }
    }

    private void run(int count, Path file) throws IOException, InterruptedException {
        started("never stopped", count).kill();
        started("after kill -9", count).close();
        try (StationRun station = started("after a clean stop", count)) {
            StationApi api = station.ready();
            long began = System.nanoTime();
            StationRun.export(api, file);
            row.add("export by the station", "%,.1f s", (System.nanoTime() - began) / 1e9);
        }
        row.add("export file", "%,.0f MB", Files.size(file) / 1e6);
    }

    /// Verifications a second of two threads at once; each its best of five windows.
    private double bothCores() throws InterruptedException {
        byte[] message = LATIN.repeat(6).getBytes(StandardCharsets.UTF_8);
        Signer signer = signer(parties.getFirst());
        byte[] key = signer.publicKey();
        byte[] signature = signer.sign(message);
        var rates = new double[2];
        var threads = new ArrayList<Thread>();
        for (int core = 0; core < rates.length; core++) {
            int mine = core;
            var verifier = new Ed25519Verifier();
            threads.add(Thread.ofPlatform()
                    .start(() ->
                            rates[mine] = 1e9 / Parts.best(() -> verifier.verify(key, message, signature) ? 1 : 0)));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        return rates[0] + rates[1];
    }

    /// Verifies in a process of its own, so that its heap can be bounded.
    private void verify(Path file, int count, double verifyRate) throws IOException, InterruptedException {
        Path program = Path.of(System.getProperty("java.home"), "bin", "java");
        long began = System.nanoTime();
        Process process = new ProcessBuilder(
                        program.toString(),
                        "-Xmx512m",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "torgau.cli.Main",
                        "journal",
                        "verify",
                        file.toString())
                .redirectErrorStream(true)
                .start();
        try (var out = new BufferedInputStream(process.getInputStream())) {
            out.transferTo(OutputStream.nullOutputStream());
        }
        int ended = process.waitFor();
        double seconds = (System.nanoTime() - began) / 1e9;
        row.add("verify with a heap of 512 MB, exit code", "%,.0f", ended);
        row.add("verify", "%,.1f s", seconds);
        row.add("verify rate", "%,.0f /s", count / seconds);
        row.add("verify ÷ rate of both cores (wanted: ≥ 0.60)", "%,.2f", count / seconds / verifyRate);
    }
}
