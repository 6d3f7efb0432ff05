package torgau.cli.local;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import torgau.cli.Main;
import torgau.cli.Surroundings;
import torgau.cli.ceremony.AgreementDraft;
import torgau.journal.agreement.Fingerprint;

/// Founds the line as operators would: with the commands of the ceremony, each party in its own
/// directory, and only cards, draft and signatures passed between them.
public final class Ceremony {
    /// The name of the seat at which the second person sits.
    public static final String SECOND = "second";

    private static final int PASSPHRASE_BYTES = 16;

    private final Surroundings around;
    private final Path draft;
    private final Path log;

    public Ceremony(Surroundings around, Path directory) {
        this.around = around;
        this.draft = directory.resolve("draft.torgau");
        this.log = directory.resolve("ceremony.log");
    }

    /// Makes keys, cards, draft and signatures, and adopts, each party for itself.
    ///
    /// @param words what the parties agree, as YAML
    public void hold(List<LocalParty> parties, Path words) throws IOException {
        for (LocalParty party : parties) {
            init(party, parties);
        }
        var drafting = new ArrayList<>(List.of("agreement", "draft", words.toString()));
        parties.forEach(
                party -> drafting.add(party.home().resolve("card.torgau").toString()));
        drafting.addAll(List.of("--out", draft.toString()));
        run(drafting);
        String fingerprint = Fingerprint.of(AgreementDraft.read(draft).line()).toString();
        for (LocalParty party : parties) {
            run(List.of(
                    "agreement",
                    "sign",
                    party.home().toString(),
                    draft.toString(),
                    "--root",
                    party.root().toString(),
                    "--root-passphrase-file",
                    party.passphrase().toString(),
                    "--fingerprint",
                    fingerprint,
                    "--out",
                    party.signature().toString()));
        }
        for (LocalParty party : parties) {
            var adopting =
                    new ArrayList<>(List.of("agreement", "adopt", party.home().toString(), draft.toString()));
            parties.forEach(signer -> adopting.add(signer.signature().toString()));
            run(adopting);
        }
    }

    private void init(LocalParty party, List<LocalParty> parties) throws IOException {
        Files.createDirectories(party.directory());
        var owner = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        Files.createFile(party.passphrase(), owner);
        String passphrase = HexFormat.of().formatHex(around.random().bytes(PASSPHRASE_BYTES));
        Files.writeString(party.passphrase(), passphrase + "\n", StandardCharsets.US_ASCII);
        var command = new ArrayList<>(List.of(
                "init", party.home().toString(),
                "--party", party.code(),
                "--station", party.station(),
                "--lang", party.language(),
                "--name", party.name(),
                "--root", party.root().toString(),
                "--console-port", String.valueOf(party.consolePort()),
                "--listen", "127.0.0.1:" + party.linePort(),
                "--passphrase-file", party.passphrase().toString(),
                "--root-passphrase-file", party.passphrase().toString()));
        parties.stream().filter(other -> !other.equals(party)).forEach(other -> {
            command.add("--peer");
            command.add(other.station() + "=127.0.0.1:" + other.linePort());
        });
        party.offices().forEach(office -> {
            command.add("--office");
            command.add(office.title() + "=" + office.capacity());
        });
        run(command);
    }

    /// Adds a second seat to a party's station, which speaks for all of its offices.
    public void secondSeat(LocalParty party) throws IOException {
        var command = new ArrayList<>(List.of("seat", "add", party.home().toString(), SECOND));
        party.offices().forEach(office -> {
            command.add("--office");
            command.add(office.title());
        });
        run(command);
    }

    private void run(List<String> command) throws IOException {
        try (var out =
                new PrintWriter(Files.newBufferedWriter(log, StandardOpenOption.CREATE, StandardOpenOption.APPEND))) {
            out.println("$ torgau " + String.join(" ", command));
            var quiet = new Surroundings(
                    out,
                    around.err(),
                    around.in(),
                    around.prompt(),
                    around.clock(),
                    around.random(),
                    around.cost(),
                    around.language());
            int ended = Main.run(quiet, command.toArray(String[]::new));
            if (ended != 0) {
                throw new LocalFault(1, "the ceremony stopped at `torgau " + command.getFirst() + "`; see " + log);
            }
        }
    }
}
