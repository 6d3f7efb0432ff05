package torgau.cli.local;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import torgau.cli.api.StationApi;

/// One station running in a process of its own.
public final class StationRun implements AutoCloseable {
    private static final Duration START = Duration.ofSeconds(60);
    private static final Duration STOP = Duration.ofSeconds(10);

    private final LocalParty party;
    private final Process process;
    private final Path output;

    private StationRun(LocalParty party, Process process, Path output) {
        this.party = party;
        this.process = process;
        this.output = output;
    }

    public static StationRun start(LocalParty party) throws IOException {
        Path output = party.directory().resolve("output.log");
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var command =
                new ArrayList<>(List.of(java, "--enable-native-access=ALL-UNNAMED", "-XX:+UseSerialGC", "-Xmx512m"));
        command.addAll(learnt());
        command.addAll(List.of(
                "-cp",
                System.getProperty("java.class.path"),
                "torgau.cli.Main",
                "run",
                party.home().toString(),
                "--passphrase-file",
                party.passphrase().toString()));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        return new StationRun(party, process, output);
    }

    /// What the launcher's own JVM was told of what an earlier one has learnt.
    private static List<String> learnt() {
        return ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(argument -> argument.startsWith("-XX:AOTCache=") || argument.startsWith("-Xlog:"))
                .toList();
    }

    /// Waits until the station says that everything is right.
    public StationApi ready() throws IOException, InterruptedException {
        long end = System.nanoTime() + START.toNanos();
        Path token = party.home().resolve("token");
        while (System.nanoTime() < end) {
            if (!process.isAlive()) {
                throw new LocalFault(1, "the station of " + party.code() + " ended: " + lastLine());
            }
            if (Files.exists(token)) {
                var api = new StationApi(
                        URI.create("http://127.0.0.1:" + party.consolePort()),
                        Files.readString(token, StandardCharsets.US_ASCII).strip());
                if (api.healthy()) {
                    return api;
                }
            }
            Thread.sleep(50);
        }
        throw new LocalFault(
                1, "the station of " + party.code() + " did not come up in " + START.toSeconds() + " s; see " + output);
    }

    /// Exports a journal through the station's own API.
    public static void export(StationApi station, Path file) throws IOException {
        try (var out = new BufferedOutputStream(Files.newOutputStream(file))) {
            int status = station.download("/journal/export", out);
            if (status != 200) {
                throw new LocalFault(1, "the export of " + station.station() + " was answered with " + status);
            }
        }
    }

    private String lastLine() throws IOException {
        List<String> lines = Files.readAllLines(output);
        return lines.isEmpty() ? "it said nothing" : lines.getLast();
    }

    public long pid() {
        return process.pid();
    }

    /// Ends the process at once, as a crash would.
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(STOP.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException interrupted) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
