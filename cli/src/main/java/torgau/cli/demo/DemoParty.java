package torgau.cli.demo;

import java.nio.file.Path;
import java.util.Locale;

/// One party of the demonstration: where it lives and which ports it uses.
///
/// @param code for example BLUE
/// @param language in which it speaks
/// @param directory of everything that is its own
/// @param consolePort of its console, on loopback
/// @param linePort on which it takes connections of the other
record DemoParty(String code, String name, String language, Path directory, int consolePort, int linePort) {
    String station() {
        return code + "-OPS";
    }

    Path home() {
        return directory.resolve("home");
    }

    Path root() {
        return directory.resolve("root");
    }

    Path passphrase() {
        return directory.resolve("passphrase");
    }

    Path signature() {
        return directory.resolve("signature.torgau");
    }

    Path export() {
        return directory.resolve("journal.torgau");
    }

    String console() {
        return "http://" + code.toLowerCase(Locale.ROOT) + ".localhost:" + consolePort;
    }
}
