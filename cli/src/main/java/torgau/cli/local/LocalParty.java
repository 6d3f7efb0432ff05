package torgau.cli.local;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import torgau.journal.Office;

/// One party of the demonstration: where it lives and which ports it uses.
///
/// @param code for example BLUE
/// @param language in which it speaks
/// @param directory of everything that is its own
/// @param consolePort of its console, on loopback
/// @param linePort on which it takes connections of the other
/// @param offices in whose name its station speaks; those that every new station has if empty
public record LocalParty(
        String code,
        String name,
        String language,
        Path directory,
        int consolePort,
        int linePort,
        List<Office> offices) {
    private static final int LINE = 100;

    /// BLUE, in English, and RED, in Russian: each in a directory of its own below `directory`.
    ///
    /// @param port console port of BLUE; RED has the next, the line itself those 100 above
    public static List<LocalParty> blueAndRed(Path directory, int port) {
        return List.of(
                new LocalParty("BLUE", "Party BLUE", "en", directory.resolve("blue"), port, port + LINE, List.of()),
                new LocalParty(
                        "RED", "Сторона RED", "ru", directory.resolve("red"), port + 1, port + 1 + LINE, List.of()));
    }

    /// The party with these offices.
    public LocalParty speakingFor(List<Office> others) {
        return new LocalParty(code, name, language, directory, consolePort, linePort, others);
    }

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
