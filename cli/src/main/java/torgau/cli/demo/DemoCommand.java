package torgau.cli.demo;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import torgau.cli.HelpOption;
import torgau.cli.Main;
import torgau.cli.Surroundings;
import torgau.cli.api.StationApi;
import torgau.cli.api.Unreachable;
import torgau.cli.local.Ceremony;
import torgau.cli.local.LocalFault;
import torgau.cli.local.LocalParty;
import torgau.cli.local.StationRun;
import torgau.cli.local.Tree;
import torgau.cli.scenario.Player;
import torgau.cli.scenario.Scenario;
import torgau.cli.scenario.ScenarioFault;
import torgau.station.home.Home;
import torgau.station.home.Token;

/// Sets up two parties, starts both stations, plays a scenario and shows where to look.
@Command(
        name = "demo",
        header = "Watch two parties, each with its own process, keys and disk, talk to each other.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  torgau demo                                     the renewed dialogue of 2026, with pauses",
            "  torgau demo --scenario scenarios/elbe-1945.yaml",
            "  torgau demo --fast --exit                       play quickly, compare both journals, end",
            "  torgau demo --link hf                           a FLASH overtakes a file at 2400 bit/s",
            "",
            "Exit codes: 0 journals identical; 1 something failed; 3 the journals did not become the same in 30 s."
        })
public final class DemoCommand implements Callable<Integer> {
    private static final int FAST = 20;

    @Option(
            names = "--scenario",
            paramLabel = "FILE",
            description = "What the parties do (default: scenarios/dialogue-2026.yaml).")
    private @Nullable Path scenario;

    @Option(
            names = "--link",
            paramLabel = "LINK",
            description = "Instead of a scenario: a file and a FLASH on a line of geo (64,000 bit/s), narrow (9600)"
                    + " or hf (2400).")
    private @Nullable SlowLink link;

    private final Surroundings around;

    @Option(
            names = "--port",
            paramLabel = "N",
            description = "Console port of BLUE; RED has the next, the line itself N + 100 and N + 101 (default:"
                    + " ${DEFAULT-VALUE}).")
    private int port = 7101;

    @Option(names = "--fast", description = "Pauses are a twentieth.")
    private boolean fast;

    @Option(names = "--exit", description = "End by itself: compare the journals of both stations and say so.")
    private boolean exit;

    @Option(
            names = "--dir",
            paramLabel = "DIR",
            description = "Where both parties live; emptied first (default: ${DEFAULT-VALUE}).")
    private Path directory = Path.of(".torgau", "demo");

    @Mixin
    HelpOption help;

    /// @param around the terminal that it speaks to
    public DemoCommand(Surroundings around) {
        this.around = around;
    }

    @Override
    public Integer call() throws InterruptedException {
        if (link != null && scenario != null) {
            return failed(CommandLine.ExitCode.USAGE, "either --scenario or --link");
        }
        try {
            return run(Scenario.read(scenario == null ? Tree.file("scenarios/dialogue-2026.yaml") : scenario));
        } catch (LocalFault fault) {
            return failed(fault.exit(), fault.getMessage());
        } catch (ScenarioFault | Unreachable | IOException fault) {
            return failed(1, fault.getMessage());
        }
    }

    private int failed(int code, @Nullable String why) {
        around.err().println("torgau demo: " + why);
        around.err().flush();
        return code;
    }

    private int run(Scenario played) throws IOException, InterruptedException {
        var staff = new Staff(played);
        List<LocalParty> parties = staff.assigned(LocalParty.blueAndRed(directory, port));
        freePorts(parties);
        empty();
        say("Setting up BLUE and RED by the ceremony, each in " + directory + " …");
        var ceremony = new Ceremony(around, directory);
        ceremony.hold(parties, Tree.file("docs/examples/agreement.yaml"));
        for (LocalParty party : parties) {
            staff.table(party);
            ceremony.secondSeat(party);
        }
        if (link != null) {
            onSlowLink(parties, link);
        }
        var stations = new ArrayList<StationRun>();
        var stop = new Thread(() -> stations.forEach(StationRun::close));
        Runtime.getRuntime().addShutdownHook(stop);
        try {
            for (LocalParty party : parties) {
                stations.add(StationRun.start(party));
            }
            var apis = List.of(stations.get(0).ready(), stations.get(1).ready());
            announce(played, parties);
            Instant from = Instant.now(Clock.systemUTC()).truncatedTo(ChronoUnit.SECONDS);
            long began = System.nanoTime();
            var byParty =
                    Map.of(parties.get(0).code(), apis.get(0), parties.get(1).code(), apis.get(1));
            int acts = link != null
                    ? new Overtaking(apis.get(0), apis.get(1), link, this::say).play()
                    : new Player(played, byParty, seconds(parties), fast ? FAST : 1, Clock.systemUTC(), this::say)
                            .play();
            say("");
            say(acts + " acts in " + Duration.ofNanos(System.nanoTime() - began).toSeconds() + " s.");
            if (!exit) {
                return stay();
            }
            int settled = settle(parties, apis);
            if (link == null) {
                reports(parties, apis, from);
            }
            return settled;
        } finally {
            stations.forEach(StationRun::close);
        }
    }

    /// One officer at each station alone: what is shown is the line, and not who may release what.
    private static void onSlowLink(List<LocalParty> parties, SlowLink link) throws IOException {
        link.join(parties);
        for (LocalParty party : parties) {
            Files.delete(new Home(party.home()).authority());
        }
    }

    /// The stations as their second seats ask them.
    private static Map<String, StationApi> seconds(List<LocalParty> parties) {
        return parties.stream()
                .collect(Collectors.toMap(
                        LocalParty::code,
                        party -> new StationApi(
                                URI.create("http://127.0.0.1:" + party.consolePort()),
                                Token.inFile(new Home(party.home()).token(Ceremony.SECOND)))));
    }

    private int stay() throws InterruptedException {
        say("Both stations go on; write to each other in the consoles. Ctrl-C stops all.");
        while (true) {
            Thread.sleep(Duration.ofDays(1));
        }
    }

    private int settle(List<LocalParty> parties, List<StationApi> apis) throws IOException, InterruptedException {
        Settlement.sameHeads(apis.get(0), apis.get(1));
        for (int i = 0; i < parties.size(); i++) {
            Path file = parties.get(i).export();
            StationRun.export(apis.get(i), file);
            int verified = Main.run(around, "journal", "verify", file.toString());
            if (verified != 0) {
                throw new LocalFault(1, "the journal of " + parties.get(i).code() + " does not verify; see above");
            }
        }
        Path one = parties.get(0).export();
        Path other = parties.get(1).export();
        var blue = Settlement.times(apis.get(0));
        var red = Settlement.times(apis.get(1));
        var times = Stream.concat(blue.times().stream(), red.times().stream())
                .sorted()
                .toList();
        var all = new Settlement.Times(blue.entries(), blue.receipts() + red.receipts(), times);
        long differ = Settlement.mismatch(one, other);
        say("");
        say("entries              " + all.entries());
        say("receipts             " + all.receipts());
        say("time to receipt      median " + all.median().toMillis() + " ms, worst "
                + all.worst().toMillis() + " ms");
        say("SHA-256 of BLUE's    " + Settlement.sha256(one));
        say("SHA-256 of RED's     " + Settlement.sha256(other));
        say("journals identical: " + (differ < 0 ? "yes" : "no, from byte " + differ));
        return differ < 0 ? 0 : 1;
    }

    /// What each party keeps for itself: what it expected beside what its own journal shows.
    private void reports(List<LocalParty> parties, List<StationApi> apis, Instant from) throws IOException {
        for (int i = 0; i < parties.size(); i++) {
            Path page = parties.get(i).export().resolveSibling("report.html");
            try (var out = Files.newOutputStream(page)) {
                int status = apis.get(i).download("/expectations/report/file?as=html&from=" + from, out);
                if (status != HttpURLConnection.HTTP_OK) {
                    throw new LocalFault(
                            1, "the report of " + parties.get(i).code() + " was refused: HTTP status " + status);
                }
            }
            say("private report       " + page);
        }
    }

    private static void freePorts(List<LocalParty> parties) {
        for (LocalParty party : parties) {
            for (int wanted : new int[] {party.consolePort(), party.linePort()}) {
                try (var socket = new ServerSocket(wanted, 1, InetAddress.getLoopbackAddress())) {
                    socket.setReuseAddress(true);
                } catch (IOException taken) {
                    throw new LocalFault(1, "port " + wanted + " is taken; choose others with --port N.");
                }
            }
        }
    }

    private void empty() throws IOException {
        if (Files.exists(directory) && !Files.exists(mark())) {
            throw new LocalFault(
                    1, directory + " is not a directory of an earlier demonstration; choose another with --dir.");
        }
        Tree.delete(directory);
        Files.createDirectories(directory);
        Files.writeString(mark(), "Made by torgau demo; the next demonstration empties this directory.\n");
    }

    private Path mark() {
        return directory.resolve(".torgau-demo");
    }

    private void announce(Scenario played, List<LocalParty> parties) throws IOException {
        if (link == null) {
            say("");
            say(played.title().path("en").asText());
            say(played.notice().path("en").asText());
        }
        say("");
        for (int i = 0; i < parties.size(); i++) {
            LocalParty party = parties.get(i);
            String token = Files.readString(party.home().resolve("token"), StandardCharsets.US_ASCII)
                    .strip();
            say(String.format(Locale.ROOT, "%-5s %s", party.code(), party.console()));
            say("      log in: " + party.console() + "/#token=" + token);
            say("      or on the command line: ./torgau status --home " + party.home());
            say("      the second signature:   ./torgau releases --seat second --home " + party.home());
        }
        say("");
    }

    private void say(String line) {
        around.out().println(line);
        around.out().flush();
    }
}
