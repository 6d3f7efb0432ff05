package torgau.cli.bench;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import torgau.cli.Exit;
import torgau.cli.HelpOption;
import torgau.cli.Surroundings;
import torgau.cli.api.StationApi;
import torgau.cli.local.LocalFault;
import torgau.cli.local.Tree;
import torgau.link.emulator.Profile;
import torgau.station.home.PrivateFiles;

/// `torgau bench line`: the line beside its own parts.
@Command(
        name = "bench",
        header = "Measure the line beside what its parts cost alone, in one run on this machine.",
        description = {
            "line: two stations in one process, each with its own disk, over loopback.",
            "million: one station on a journal of 1,000,000 entries, and `journal verify` in 512 MB.",
            "matters: the fold of 50,000 matters, what is awaited in them, formats in words, and the search.",
            "plan: a year's plan of 500 events with 5,000 entries, opened, computed anew, its clashes found.",
            "table: a table of 4,900 events checked by a running station, beside reading it alone.",
            "report: the yearly report over 1,000,000 entries, beside a plain scan of them.",
            "link: two stations over emulated radio and satellite links, in process and in virtual time.",
            "homes: measures nothing, but leaves in DIR the homes of BLUE and RED with 100,000 entries.",
            "",
            "Read the ratios; the rest depends on the machine and on what else it does."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  torgau bench line",
            "  torgau bench line --json",
            "  torgau bench million --entries 100000",
            "  torgau bench link --profile hf"
        })
public final class BenchCommand implements Callable<Integer> {
    private final Surroundings around;

    /// What is measured.
    enum What {
        line,
        million,
        matters,
        plan,
        table,
        report,
        link,
        homes
    }

    @Parameters(paramLabel = "WHAT", description = "line, million, matters, plan, table, report, link or homes")
    private What what = What.line;

    @Option(names = "--json", description = "Print JSON after the table.")
    private boolean json;

    @Option(
            names = "--messages",
            paramLabel = "N",
            description = "Messages timed one by one (default: ${DEFAULT-VALUE}).")
    private int messages = 2_000;

    @Option(
            names = "--entries",
            paramLabel = "N",
            description = "Entries of the sustained run, or of the large journal.")
    private int entries;

    @Option(
            names = "--idle",
            paramLabel = "SECONDS",
            description = "How long to listen to an idle line (default: ${DEFAULT-VALUE}).")
    private int idleSeconds = 60;

    @Option(
            names = "--profile",
            paramLabel = "NAME",
            description = "Of link: fibre, geo, narrow, hf or hf-half-duplex alone.")
    private @Nullable String profile;

    @Option(names = "--dir", paramLabel = "DIR", description = "A new folder for homes.")
    private @Nullable Path kept;

    @Mixin
    HelpOption help;

    private final ObjectNode result = StationApi.JSON.createObjectNode();

    /// @param around the terminal that it speaks to
    public BenchCommand(Surroundings around) {
        this.around = around;
    }

    @Override
    public Integer call() throws IOException, InterruptedException, ExecutionException {
        if (what == What.homes) {
            return homes();
        }
        Path directory = Files.createTempDirectory("torgau-bench");
        try {
            switch (what) {
                case line -> line(new BenchLine(around.random()), directory);
                case matters -> matters(new BenchLine(around.random()), directory, entries == 0 ? 1_000_000 : entries);
                case plan -> new BenchPlan(new BenchLine(around.random()), this::row, System::nanoTime).measure();
                case table -> new BenchTable(around, this::row, System::nanoTime).measure(directory);
                case report ->
                    new BenchReport(new BenchLine(around.random()), this::row, System::nanoTime)
                            .measure(directory, entries == 0 ? 1_000_000 : entries);
                case link -> new BenchLink(this::row).measure(profiles());
                case million -> new Million(around, directory, this::row).measure(entries == 0 ? 1_000_000 : entries);
                case homes -> throw new IllegalStateException("homes are kept and not measured");
            }
        } catch (LocalFault fault) {
            around.err().println("torgau bench: " + fault.getMessage());
            around.err().flush();
            return fault.exit();
        } finally {
            Tree.delete(directory);
        }
        if (json) {
            say(result.toPrettyString());
        }
        return 0;
    }

    private List<Profile> profiles() {
        List<Profile> chosen = Profile.ALL.stream()
                .filter(each -> profile == null || each.name().equals(profile))
                .toList();
        if (chosen.isEmpty()) {
            throw new LocalFault(Exit.USAGE, "no profile " + profile);
        }
        return chosen;
    }

    /// Homes to look at a station that has run for years; each listens where `torgau demo` would.
    private int homes() throws IOException {
        Path folder = kept;
        if (folder == null || Files.exists(folder)) {
            around.err().println("torgau bench homes: --dir must name a folder that is not there yet");
            around.err().flush();
            return 2;
        }
        PrivateFiles.directory(folder);
        new Million(around, folder, this::row).found(entries == 0 ? 100_000 : entries);
        return 0;
    }

    private void matters(BenchLine line, Path directory, int count) throws InterruptedException {
        new BenchMatters(line, this::row, System::nanoTime).measure(directory, count);
        new BenchSearch(line, this::row, System::nanoTime).measure(directory, count);
    }

    private void line(BenchLine line, Path directory) throws IOException, InterruptedException, ExecutionException {
        Parts parts = Parts.measure(line, directory, around.random());
        row("Ed25519 sign", "%,.0f /s", 1e9 / parts.sign());
        row("Ed25519 verify", "%,.0f /s", 1e9 / parts.verify());
        row("commit, one entry, synchronous=FULL", "%,.0f /s", 1e9 / parts.commit());
        row("the same after a pause of 0.7 ms", "%,.0f /s", 1e9 / parts.rested());
        row("loopback round trip", "%,.1f µs", parts.roundTrip() / 1e3);
        row("sum of parts (2 sign, 2 verify, 3 commits, 1 trip)", "%,.3f ms", parts.sum() / 1e6);
        try (var talk = new Talk(line, directory)) {
            int count = entries == 0 ? 40_000 : entries;
            talk.sustained(count); // the compiler has its way before anything is timed
            double rate = talk.sustained(count);
            row("sustained, signed and durable at both ends", "%,.0f /s", rate);
            row("sustained ÷ verify rate (wanted: ≥ 0.40)", "%,.2f", rate * parts.verify() / 1e9);
            long[] nanos = talk.latencies(messages);
            double median = nanos[nanos.length / 2];
            row("FLASH to signed receipt, median", "%,.3f ms", median / 1e6);
            row("FLASH to signed receipt, p99", "%,.3f ms", nanos[nanos.length * 99 / 100] / 1e6);
            row("median ÷ sum of parts (wanted: ≤ 2)", "%,.2f", median / parts.sum());
            row("median ÷ sum with commits after a pause", "%,.2f", median / parts.sumRested());
            double idle = talk.idleBytesPerMinute(idleSeconds);
            row("idle line, both ways together", "%,.0f bytes a minute", idle);
            row("500 characters with receipt, both ways together", "%,.0f bytes", talk.bytesForOne(5, idle));
        }
    }

    private void row(String what, String format, double value) {
        result.put(what, value);
        say(String.format(Locale.ROOT, "%-66s " + format, what, value));
    }

    private void say(String line) {
        around.out().println(line);
        around.out().flush();
    }

    /// Takes one line of the table.
    @FunctionalInterface
    interface Row {
        void add(String what, String format, double value);
    }
}
