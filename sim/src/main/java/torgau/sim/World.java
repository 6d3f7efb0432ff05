package torgau.sim;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import torgau.journal.Code;
import torgau.journal.Digest;
import torgau.journal.Entry;
import torgau.journal.FeedHead;
import torgau.journal.JournalView;
import torgau.journal.Reference;
import torgau.journal.crypto.Ed25519Verifier;
import torgau.journal.crypto.Verifier;
import torgau.sim.check.Inspector;
import torgau.sim.check.Preemption;
import torgau.sim.check.Violation;
import torgau.station.heart.Notice;

/// A whole line in one thread from one seed: the same hearts that run in a station, and around them simulated disks,
/// clocks, wires and officers. Everything that happens follows from the seed and the settings.
public final class World {
    /// Alarms that never are true where every station is honest.
    private static final Set<Code> SLANDER = EnumSet.of(
            Code.EQUIVOCATION,
            Code.BAD_SIGNATURE,
            Code.SEEN_WENT_BACK,
            Code.SEEN_NOT_CLOSED,
            Code.SEEN_DISAGREES,
            Code.FEED_CLOSED,
            Code.REFUSED_BY_PEER,
            Code.TEST_ALTERED);
    private static final long START_MILLIS = 3_000;
    private static final long LOOK_MILLIS = 500;

    final Settings settings;
    final Agenda agenda = new Agenda();
    final Tally tally = new Tally();
    final Trace trace;
    final Founding founding;
    final Verifier verifier;
    final Inspector inspector;
    final Preemption preemption = new Preemption();
    final Network network;
    private final long seed;
    private final Chance chance;
    private final List<Machine> machines = new ArrayList<>();
    private final Havoc havoc;
    private boolean settled;
    private long commands;

    /// What came of a world in which nothing was violated.
    ///
    /// @param hash over every byte sent and stored
    /// @param millis simulated
    /// @param settledIn how long after the last fault the line had converged
    public record Report(
            long seed, String hash, long millis, long settledIn, int entries, long bytesSent, Tally faults) {}

    /// @param reader gets the trace line by line; null: only the last lines are kept, for a failure
    public World(long seed, Settings settings, @Nullable Consumer<String> reader) {
        this.seed = seed;
        this.settings = settings;
        this.chance = new Chance(seed);
        this.trace = new Trace(reader);
        this.founding = Founding.of(settings, chance.fork());
        this.verifier = settings.realSignatures() ? new Ed25519Verifier() : StandIn.verifier();
        this.inspector = new Inspector(
                founding.roster().line(),
                founding.members().stream().map(Founding.Member::number).toList(),
                this::holds);
        this.network = new Network(this, chance.fork());
        founding.members().forEach(member -> machines.add(new Machine(this, member, chance.fork())));
        this.havoc = new Havoc(this, chance.fork());
    }

    private boolean holds(int station, byte[] message, byte[] signature) {
        return founding.members().stream()
                .filter(member -> member.number() == station)
                .anyMatch(member -> verifier.verify(member.signer().publicKey(), message, signature));
    }

    List<Machine> machines() {
        return machines;
    }

    Machine machine(int station) {
        return machines.stream()
                .filter(machine -> machine.station() == station)
                .findFirst()
                .orElseThrow();
    }

    long nextCommand() {
        return ++commands;
    }

    /// Whether nothing goes wrong any more.
    boolean settled() {
        return settled;
    }

    /// Lets the world happen; a `Failure` if anything was violated.
    public Report run() {
        try {
            return happen();
        } catch (Violation violation) {
            throw new Failure(seed, settings, agenda.now(), trace.last(), violation);
        }
    }

    private Report happen() {
        for (Machine machine : machines) {
            agenda.at(chance.between(0, START_MILLIS), machine::start);
            agenda.at(chance.between(0, 2 * START_MILLIS), machine.officer::watch);
            machines.forEach(other -> network.path(machine.station(), other.station()));
        }
        havoc.begin();
        while (agenda.next(settings.faultyMillis())) {}
        long settledIn = settle();
        identical();
        machines.forEach(machine -> inspector.calm(machine.station()));
        int entries = inspector.entries(machines.getFirst().station());
        return new Report(seed, trace.hash(), agenda.now(), settledIn, entries, trace.bytesSent(), tally);
    }

    private long settle() {
        settled = true;
        network.paths().forEach(Path::heal);
        for (Machine machine : machines) {
            machine.slow(false);
            agenda.in(chance.between(0, START_MILLIS), machine::start);
        }
        network.resume();
        long healed = agenda.now();
        trace.say(healed, "world", () -> "is sound from now on");
        String missing = "nothing was looked at";
        while (!missing.isEmpty()) {
            if (agenda.now() - healed > settings.settleMillis()) {
                throw new Violation("not settled after " + settings.settleMillis() + " ms: " + missing);
            }
            long end = agenda.now() + LOOK_MILLIS;
            while (agenda.next(end)) {}
            String now = missing();
            if (!now.equals(missing)) {
                trace.say(agenda.now(), "world", () -> "is not settled: " + now);
            }
            missing = now;
        }
        return agenda.now() - healed;
    }

    private String missing() {
        for (Machine machine : machines) {
            Run run = machine.run();
            String why = run == null ? "it does not run" : run.unsettled();
            if (!why.isEmpty()) {
                return machine.member.code() + ": " + why;
            }
        }
        return inspector.unfinished();
    }

    /// Whether an entry that waits ahead of the record waits for ever: its author's disk was set back, and what lies
    /// between is nowhere any more.
    boolean unreachable(Reference place, JournalView journal) {
        long head = journal.head(place.feed()).map(FeedHead::sequence).orElse(0L);
        return machine(place.feed().station()).wasSetBack()
                && LongStream.range(head + 1, place.sequence())
                        .mapToObj(sequence -> new Reference(place.feed(), sequence))
                        .anyMatch(between ->
                                machines.stream().map(Machine::run).noneMatch(run -> run != null && run.has(between)));
    }

    /// The journals are the same, byte for byte, and nobody says that a peer does not answer.
    private void identical() {
        Digest first = export(machines.getFirst());
        for (Machine machine : machines) {
            if (!export(machine).equals(first)) {
                throw new Violation(machine.member.code() + " exports another journal than "
                        + machines.getFirst().member.code());
            }
            Run run = machine.run();
            if (run != null && run.alarms().stream().anyMatch(alarm -> alarm.code() == Code.LINE_UNANSWERED)) {
                throw new Violation(machine.member.code() + " still says that a peer does not answer");
            }
        }
    }

    private static Digest export(Machine machine) {
        Run run = machine.run();
        var parts = new ArrayList<byte[]>();
        if (run != null) {
            run.store().inOrder().forEachRemaining(entry -> add(parts, entry));
        }
        return Digest.over(parts.toArray(byte[][]::new));
    }

    private static void add(List<byte[]> parts, Entry entry) {
        parts.add(entry.signed().payload());
        parts.add(entry.signed().signature());
    }

    /// An operator starts a station again whose disk had failed.
    void restart(Machine machine, Run failed) {
        if (machine.run() == failed) {
            machine.kill();
            machine.start();
        }
    }

    void alarm(Machine machine, Notice.Alarm alarm) {
        machine.say("alarm: " + alarm.key() + " " + alarm.detail());
        if (SLANDER.contains(alarm.code())) {
            throw new Violation(
                    machine.member.code() + " slanders an honest station: " + alarm.code() + " " + alarm.detail());
        }
    }

    /// A world in which something was violated.
    public static final class Failure extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final transient List<String> trace;
        private final long seed;

        Failure(long seed, Settings settings, long at, List<String> trace, Violation violation) {
            super(
                    "seed " + seed + ", +" + at + " ms: " + violation.getMessage() + "\n" + "  replay: "
                            + settings.replay(seed),
                    violation);
            this.seed = seed;
            this.trace = trace;
        }

        public long seed() {
            return seed;
        }

        /// The last lines before it.
        public List<String> trace() {
            return trace;
        }
    }
}
