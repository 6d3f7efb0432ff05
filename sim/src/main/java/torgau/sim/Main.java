package torgau.sim;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `./torgau sim`: runs simulated lines, one a seed.
@Command(
        name = "torgau sim",
        header = "Run simulated lines, one a seed, and check at every step what must always be true.",
        description =
                "%nA seed is a whole line: its stations, traffic and faults, in one thread, the same in every run. A"
                        + " violation is told with its seed and the events before it; run that seed again with --trace.",
        synopsisHeading = "%nUsage: ",
        optionListHeading = "%nOptions:%n",
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./torgau sim --seeds 1000",
            "  ./torgau sim --seed 4711 --trace",
            "",
            "Ends with 0 if nothing was violated, with 1 if something was, with 2 if the command was not understood."
        },
        sortOptions = false)
public final class Main implements Callable<Integer> {
    private static final int WIDTH = 100;

    @Spec
    private CommandSpec spec;

    @Option(names = "--seeds", paramLabel = "N", defaultValue = "100", description = "How many (default: 100).")
    private long seeds;

    @Option(names = "--from", paramLabel = "N", defaultValue = "1", description = "The first of them (default: 1).")
    private long from;

    @Option(names = "--seed", paramLabel = "N", description = "This seed alone, with what it came to.")
    private @Nullable Long seed;

    @Option(names = "--brief", description = "Short runs with little traffic.")
    private boolean brief;

    @Option(names = "--each", description = "Say of each seed how long it took to settle.")
    private boolean each;

    @Option(names = "--keep-going", description = "Go on after a violation, and name all seeds that failed.")
    private boolean keepGoing;

    @Option(names = "--trace", description = "Print every event as it happens.")
    private boolean traced;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    @SuppressWarnings("UnusedVariable") // picocli acts on it
    private boolean help;

    private final PrintWriter out;
    private final Tally tally = new Tally();
    private final List<Long> failed = new ArrayList<>();
    private long millis;
    private long entries;
    private long slowest;

    private Main(PrintWriter out) {
        this.out = out;
    }

    public static void main(String[] arguments) {
        var out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        var err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        System.exit(run(out, err, arguments));
    }

    /// Runs what the words ask for and gives the exit code.
    static int run(PrintWriter out, PrintWriter err, String... arguments) {
        return new CommandLine(new Main(out))
                .setOut(out)
                .setErr(err)
                .setUsageHelpWidth(WIDTH)
                .setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF))
                .setParameterExceptionHandler((fault, words) -> {
                    err.println(fault.getMessage());
                    err.println("Help: ./torgau sim --help");
                    err.flush();
                    return CommandLine.ExitCode.USAGE;
                })
                .execute(arguments);
    }

    @Override
    public Integer call() {
        if (seeds < 1 || from < 0 || (seed != null && seed < 0)) {
            throw new ParameterException(spec.commandLine(), "a seed is 0 or more, and --seeds is 1 or more");
        }
        long first = seed == null ? from : seed;
        long last = seed == null ? from + seeds - 1 : seed;
        long began = System.nanoTime();
        for (long next = first; next <= last && (keepGoing || failed.isEmpty()); next++) {
            simulate(next);
        }
        double seconds = (System.nanoTime() - began) / 1e9;
        out.printf(
                "%d seeds, %.1f/s, %.1f hours simulated, %d entries, slowest to settle %.1f s, faults %s%n",
                last - first + 1,
                (last - first + 1) / seconds,
                millis / 3_600_000.0,
                entries,
                slowest / 1_000.0,
                tally);
        out.println(failed.isEmpty() ? "nothing violated" : "FAILED: seeds " + failed);
        out.flush();
        return failed.isEmpty() ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
    }

    private void simulate(long next) {
        Settings settings = brief ? Settings.brief(next) : Settings.of(next);
        try {
            World.Report report = new World(next, settings, traced ? out::println : null).run();
            tally.add(report.faults());
            millis += report.millis();
            entries += report.entries();
            slowest = Math.max(slowest, report.settledIn());
            if (each) {
                out.println(next + " settled in " + report.settledIn());
            }
            if (seed != null) {
                out.println(report + " " + settings);
            }
        } catch (World.Failure failure) {
            failed.add(next);
            tell(failure);
        }
    }

    private void tell(World.Failure failure) {
        if (!traced && !keepGoing) {
            failure.trace().forEach(out::println);
        }
        out.println("VIOLATED " + failure.getMessage());
        @Nullable
        Throwable crash = failure.getCause() == null ? null : failure.getCause().getCause();
        if (crash != null && !keepGoing) {
            crash.printStackTrace(out);
        }
    }
}
