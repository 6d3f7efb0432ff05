package torgau.sim;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// `./torgau sim`: runs simulated lines, one a seed.
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        System.exit(run(List.of(arguments)));
    }

    private static int run(List<String> words) {
        boolean traced = words.contains("--trace");
        long one = number(words, "--seed", -1);
        long from = one >= 0 ? one : number(words, "--from", 1);
        long seeds = one >= 0 ? 1 : number(words, "--seeds", 100);
        boolean brief = words.contains("--brief");
        boolean keepGoing = words.contains("--keep-going");
        var tally = new Tally();
        var failed = new ArrayList<Long>();
        long millis = 0;
        long entries = 0;
        long slowest = 0;
        long began = System.nanoTime();
        for (long seed = from; seed < from + seeds; seed++) {
            try {
                World.Report report = new World(
                                seed,
                                brief ? Settings.brief(seed) : Settings.of(seed),
                                traced ? System.out::println : null)
                        .run();
                tally.add(report.faults());
                millis += report.millis();
                entries += report.entries();
                slowest = Math.max(slowest, report.settledIn());
                if (words.contains("--each")) {
                    System.out.println(seed + " settled in " + report.settledIn());
                }
                if (one >= 0) {
                    System.out.println(report + " " + Settings.of(seed));
                }
            } catch (World.Failure failure) {
                failed.add(seed);
                tell(failure, traced, keepGoing);
                if (!keepGoing) {
                    break;
                }
            }
        }
        double seconds = (System.nanoTime() - began) / 1e9;
        System.out.printf(
                "%d seeds, %.1f/s, %.1f hours simulated, %d entries, slowest to settle %.1f s, faults %s%n",
                seeds, seeds / seconds, millis / 3_600_000.0, entries, slowest / 1_000.0, tally);
        System.out.println(failed.isEmpty() ? "nothing violated" : "FAILED: seeds " + failed);
        return failed.isEmpty() ? 0 : 1;
    }

    private static void tell(World.Failure failure, boolean traced, boolean brief) {
        if (!traced && !brief) {
            failure.trace().forEach(System.out::println);
        }
        System.out.println("VIOLATED " + failure.getMessage());
        @Nullable
        Throwable crash = failure.getCause() == null ? null : failure.getCause().getCause();
        if (crash != null && !brief) {
            crash.printStackTrace(System.out);
        }
    }

    private static long number(List<String> words, String option, long otherwise) {
        int at = words.indexOf(option);
        return at < 0 || at + 1 >= words.size() ? otherwise : Long.parseLong(words.get(at + 1));
    }
}
