package torgau.cli.local;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import torgau.cli.Main;
import torgau.cli.Surroundings;
import torgau.station.home.Home;
import torgau.station.home.Passphrase;
import torgau.station.home.StationConfig;
import torgau.station.home.StationSecrets;
import torgau.station.http.StationServer;

/// Founds a line, runs both stations in this process and says something over it, so that a JVM that is
/// told to can keep what it has learnt: `./torgau` does this after a build, and all that it starts later
/// starts in about half the time.
@Command(name = "rehearse", hidden = true, header = "Run a small line for a moment and forget it.")
public final class RehearseCommand implements Callable<Integer> {
    private static final int FIRST_PORT = 20_000;
    private static final int LAST_PORT = 30_000;
    private static final int STEP = 7;

    private final Surroundings around;

    /// @param around the terminal that it does not speak to
    public RehearseCommand(Surroundings around) {
        this.around = around;
    }

    @Override
    public Integer call() throws IOException {
        Path directory = Files.createTempDirectory("torgau-rehearsal");
        try {
            List<LocalParty> parties = parties(directory);
            new Ceremony(around, directory).hold(parties, Tree.file("docs/examples/agreement.yaml"));
            try (var _ = server(parties.getFirst());
                    var _ = server(parties.getLast())) {
                talk(
                        parties.getFirst().home().toString(),
                        parties.getLast().home().toString());
            }
        } finally {
            Tree.delete(directory);
        }
        return 0;
    }

    private static StationServer server(LocalParty party) {
        var home = Home.open(party.home());
        try (var passphrase = Passphrase.inFile(party.passphrase())) {
            return StationServer.start(home, StationConfig.read(home.config()), StationSecrets.open(home, passphrase));
        }
    }

    private void talk(String blue, String red) {
        torgau(
                "say",
                "--home",
                blue,
                "--class",
                "SERVICE",
                "--precedence",
                "FLASH",
                "--wait",
                "received",
                "--timeout",
                "20",
                "Is this heard?");
        torgau("inbox", "--home", red);
        torgau("status", "--home", red);
        torgau("test-line", "--home", red);
        torgau("journal", "verify", "--help");
    }

    /// What it says is nobody's; whether it succeeds does not matter.
    private void torgau(String... words) {
        var nowhere = new PrintWriter(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        Main.run(
                new Surroundings(
                        nowhere,
                        nowhere,
                        around.in(),
                        around.prompt(),
                        around.clock(),
                        around.random(),
                        around.cost(),
                        around.language()),
                words);
    }

    /// Two parties all of whose ports are free.
    private static List<LocalParty> parties(Path directory) {
        return IntStream.iterate(FIRST_PORT, port -> port < LAST_PORT, port -> port + STEP)
                .mapToObj(port -> LocalParty.blueAndRed(directory, port))
                .filter(both -> both.stream().allMatch(party -> free(party.consolePort()) && free(party.linePort())))
                .findFirst()
                .orElseThrow(() -> new LocalFault(1, "there is no free port from " + FIRST_PORT + " to " + LAST_PORT));
    }

    private static boolean free(int port) {
        try (var socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }
}
