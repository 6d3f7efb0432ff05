package torgau.architecture.violations.journal;

import com.tngtech.archunit.core.domain.JavaClass;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// One class for each thing that pure code must not do.
final class Impure {
    private Impure() {}

    @Breaks("pure code reads no clock")
    record ReadsNow(Instant time) {
        static ReadsNow now() {
            return new ReadsNow(Instant.now());
        }
    }

    @Breaks("pure code reads no clock")
    record MakesAClock(Clock clock) {
        static MakesAClock utc() {
            return new MakesAClock(Clock.systemUTC());
        }
    }

    @Breaks({"pure code reads no clock", "pure code asks the System nothing"})
    record CountsNanos(long nanos) {
        static CountsNanos now() {
            return new CountsNanos(System.nanoTime());
        }
    }

    @Breaks("pure code asks the System nothing")
    record ReadsTheEnvironment(Map<String, String> environment) {
        static ReadsTheEnvironment here() {
            return new ReadsTheEnvironment(System.getenv());
        }
    }

    @Breaks({"pure code draws no randomness", "SecureRandom is only a shape for cryptography"})
    record DrawsSecurely(SecureRandom random) {
        static DrawsSecurely fresh() {
            return new DrawsSecurely(new SecureRandom());
        }
    }

    @Breaks("pure code draws no randomness")
    record Draws(Random random) {
        static Draws fresh() {
            return new Draws(new Random());
        }
    }

    @Breaks("SecureRandom is only a shape for cryptography")
    interface AsksForOne {
        void fill(SecureRandom random);
    }

    @Breaks("pure code makes no Map or Set of salted order")
    record CopiesASet(Set<String> names) {
        CopiesASet {
            names = Set.copyOf(names);
        }
    }

    @Breaks("pure code makes no Map or Set of salted order")
    record CollectsAMap(Map<String, Integer> lengths) {
        static CollectsAMap of(List<String> names) {
            return new CollectsAMap(names.stream().collect(Collectors.toMap(name -> name, String::length)));
        }
    }

    @Breaks("pure code makes no Map or Set of salted order")
    record RunsParallel(long count) {
        static RunsParallel over(Stream<String> names) {
            return new RunsParallel(names.parallel().count());
        }
    }

    @Breaks("pure code has no default locale, zone or charset")
    record AsksWhereItIs(Locale locale, ZoneId zone) {
        static AsksWhereItIs here() {
            return new AsksWhereItIs(Locale.getDefault(), ZoneId.systemDefault());
        }
    }

    @Breaks("pure code holds no HashMap or HashSet")
    record Hashes(Map<String, String> names) {
        static Hashes empty() {
            return new Hashes(new HashMap<>());
        }
    }

    @Breaks("pure code has no threads")
    record SharesANumber(AtomicLong number) {}

    @Breaks("pure code has no threads")
    record StartsAThread(Runnable work) {
        void start() {
            Thread.ofVirtual().start(work);
        }
    }

    @Breaks("pure code takes no locks")
    static final class Locks {
        private int value;

        synchronized int next() {
            return ++value;
        }
    }

    @Breaks("pure code touches no file or socket")
    record HoldsAPath(Path path) {}

    @Breaks("pure code knows only values")
    record UsesALibrary(JavaClass type) {}
}
