package torgau.cli.local;

import java.nio.file.Path;
import java.util.Locale;

/// One party of the demonstration: where it lives and which ports it uses.
///
/// @param code for example BLUE
/// @param language in which it speaks
/// @param directory of everything that is its own
/// @param consolePort of its console, on loopback
/// @param linePort on which it takes connections of the other
public record LocalParty(String code, String name, String language, Path directory, int consolePort, int linePort) {
    public String station() {
        return code + "-OPS";
    }

    public Path home() {
        return directory.resolve("home");
    }

    public Path root() {
        return directory.resolve("root");
    }

    public Path passphrase() {
        return directory.resolve("passphrase");
    }

    public Path signature() {
        return directory.resolve("signature.torgau");
    }

    public Path export() {
        return directory.resolve("journal.torgau");
    }

    public String console() {
        return "http://" + code.toLowerCase(Locale.ROOT) + ".localhost:" + consolePort;
    }
}
