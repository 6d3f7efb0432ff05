package torgau.cli.ceremony;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import torgau.cli.Typed;
import torgau.journal.agreement.Fingerprint;
import torgau.station.home.PrivateFiles;

/// One party at its own desk: all its files lie in a directory of its own, and it sees of the others what it is handed.
public final class Side {
    public final String party;
    private final Path directory;

    public Side(Path directory, String party) {
        this.party = party;
        this.directory = directory;
        PrivateFiles.directory(directory);
        secret("station-passphrase", party + " station passphrase");
        secret("root-passphrase", party + " root passphrase");
    }

    /// A side that has made its home.
    public static Side initialised(Path directory, String party, String language) {
        var side = new Side(directory, party);
        assertThat(side.init(language)).extracting(Typed::exit).isEqualTo(0);
        return side;
    }

    public Typed init(String language, String... more) {
        var arguments = new ArrayList<>(List.of(
                "init",
                at("home"),
                "--party",
                party,
                "--station",
                party + "-OPS",
                "--lang",
                language,
                "--root",
                at("root"),
                "--passphrase-file",
                at("station-passphrase"),
                "--root-passphrase-file",
                at("root-passphrase")));
        arguments.addAll(more.length > 0 ? List.of(more) : List.of("--listen", "127.0.0.1:0", "--console-port", "0"));
        return run(arguments.toArray(String[]::new));
    }

    public Typed draft(String yaml, List<String> cards, String out) {
        var arguments = new ArrayList<>(List.of("agreement", "draft", yaml));
        cards.forEach(card -> arguments.add(at(card)));
        arguments.addAll(List.of("--out", at(out)));
        return run(arguments.toArray(String[]::new));
    }

    public Typed sign(String draft, String out) {
        return signAt(Typed.NOW, draft, out);
    }

    public Typed signAt(Instant now, String draft, String out) {
        return Typed.at(
                now,
                List.of(),
                "",
                "agreement",
                "sign",
                at("home"),
                at(draft),
                "--root",
                at("root"),
                "--root-passphrase-file",
                at("root-passphrase"),
                "--fingerprint",
                fingerprint(draft),
                "--out",
                at(out));
    }

    /// Of the line, as this side reads it from its copy of a draft.
    public String fingerprint(String draft) {
        return Fingerprint.of(AgreementDraft.read(path(draft)).line()).toString();
    }

    public Typed adopt(String draft, String... signatures) {
        var arguments = new ArrayList<>(List.of("agreement", "adopt", at("home"), at(draft)));
        for (String signature : signatures) {
            arguments.add(at(signature));
        }
        return run(arguments.toArray(String[]::new));
    }

    public Typed run(String... arguments) {
        return Typed.now(arguments);
    }

    /// Hands a file over; nothing else ever leaves this side.
    public void hand(String file, Side other, String as) {
        other.write(as, bytes(file));
    }

    public String at(String file) {
        return path(file).toString();
    }

    public Path path(String file) {
        return directory.resolve(file);
    }

    public byte[] bytes(String file) {
        try {
            return Files.readAllBytes(path(file));
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    public void write(String file, byte[] bytes) {
        try {
            Files.write(path(file), bytes);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    public void secret(String file, String words) {
        PrivateFiles.replace(path(file), words.getBytes(StandardCharsets.UTF_8));
    }
}
