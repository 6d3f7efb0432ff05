package torgau.sim;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import torgau.journal.Entry;
import torgau.journal.Feed;
import torgau.journal.Precedence;
import torgau.journal.Reference;
import torgau.sim.check.Violation;
import torgau.station.heart.Effect;
import torgau.station.heart.Heart;
import torgau.station.heart.Input;
import torgau.station.heart.LineStatus;
import torgau.station.heart.Notice;
import torgau.store.Batch;
import torgau.store.Filter;
import torgau.store.StoreFault;
import torgau.store.Write;
import torgau.store.memory.MemoryStore;

/// One life of a station's process: a heart, and the shell around it that only moves bytes.
final class Run {
    private static final long SHORTEST_WAIT_MILLIS = 5;
    private static final long REPAIR_MILLIS = 8_000;

    /// First byte of a notice; docs/spec/04-sealing.md.
    private static final int NOTICE = 9;
    private static final Filter FLASHES = Filter.ALL.ofPrecedences(EnumSet.of(Precedence.FLASH));

    final Machine machine;
    private final World world;
    private final MemoryStore store;
    private final Heart heart;
    private final NavigableMap<Long, End> ends = new TreeMap<>();
    private final Deque<Effect.Commit> commits = new ArrayDeque<>();
    private boolean alive = true;
    private boolean writing;
    private boolean stopping;
    private long reportedAt;
    private long tickAt = Long.MAX_VALUE;
    private StreamEnd.@Nullable Parcel parcel;

    Run(Machine machine, MemoryStore store, Chance chance) {
        this.machine = machine;
        this.world = machine.world;
        this.store = store;
        this.heart = new Heart(machine.identity(), store, world.verifier, (_, _, _) -> false, chance, machine.moment());
    }

    Feed feed() {
        return heart.feed();
    }

    boolean alive() {
        return alive;
    }

    MemoryStore store() {
        return store;
    }

    void begin() {
        handle(heart.start(machine.moment()));
    }

    /// Lets something happen to the heart, unless the process has ended meanwhile.
    void step(Input input) {
        if (alive) {
            handle(on(input));
        }
    }

    private List<Effect> on(Input input) {
        try {
            return heart.on(input, machine.moment());
        } catch (Violation violation) {
            throw violation;
        } catch (RuntimeException crash) {
            throw new Violation(
                    "the heart of " + machine.member.code() + " failed at " + name(input) + ": " + crash, crash);
        }
    }

    /// Lets a message arrive of which it is known how much went before it.
    void unpack(StreamEnd.Parcel arriving, Runnable delivery) {
        parcel = arriving;
        delivery.run();
        parcel = null;
    }

    /// The first entry that a message brings is the one that was in it; others may have waited for that.
    private void brought(Batch batch) {
        StreamEnd.Parcel bringing = parcel;
        if (bringing != null) {
            batch.writes().stream()
                    .flatMap(write -> place(write).stream())
                    .findFirst()
                    .ifPresent(place -> world.preemption.brings(
                            place, machine.station(), bringing.bearer(), bringing.before(), world.agenda.now()));
        }
    }

    /// A station that answers a message with a notice could not read it.
    private void unreadable(byte[] answer) {
        if (answer.length > 0 && answer[0] == NOTICE) {
            lost();
        }
    }

    private void lost() {
        if (parcel != null) {
            world.preemption.lost(parcel.bearer());
        }
    }

    private static Optional<Reference> place(Write write) {
        return switch (write) {
            case Write.Append append -> Optional.of(append.entry().reference());
            case Write.Hold hold -> Optional.of(hold.pending().payload().reference());
            case Write.Resign _, Write.Close _, Write.Prove _, Write.Remember _, Write.Forget _ -> Optional.empty();
            case Write.Reply _, Write.Drop _, Write.Keep _, Write.Erase _ -> Optional.empty();
        };
    }

    private void flash(Entry entry) {
        if (entry.payload().precedence() == Precedence.FLASH
                && entry.payload().feed().station() == machine.station()) {
            world.preemption.made(entry.reference(), entry.signed().length());
            for (End end : ends.values()) {
                if (end instanceof StreamEnd stream) {
                    world.preemption.ready(entry.reference(), end.bearer, stream.taken(), world.agenda.now());
                }
            }
        }
    }

    /// Whatever FLASH of its own this station has may go over a bearer that is new; what others said
    /// goes a while later.
    private void flashes(End end) {
        if (end instanceof StreamEnd) {
            store.arrivedAfter(0, Integer.MAX_VALUE, FLASHES).stream()
                    .map(arrived -> arrived.entry().reference())
                    .filter(place -> place.feed().station() == machine.station())
                    .forEach(place -> world.preemption.ready(place, end.bearer, 0, world.agenda.now()));
        }
    }

    static String name(Object kind) {
        return kind.getClass().getSimpleName();
    }

    private void handle(List<Effect> effects) {
        effects.forEach(this::handle);
        long due = Math.max(world.agenda.now() + SHORTEST_WAIT_MILLIS, heart.nextAt());
        if (due < tickAt) {
            tickAt = due;
            world.agenda.at(due, () -> tick(due));
        }
    }

    private void tick(long due) {
        if (tickAt == due) {
            tickAt = Long.MAX_VALUE;
            step(new Input.Tick());
        }
    }

    private void handle(Effect effect) {
        switch (effect) {
            case Effect.Commit commit -> {
                brought(commit.batch());
                commits.add(commit);
                write();
            }
            case Effect.Send(long bearer, byte[] message) -> {
                unreadable(message);
                world.trace.sent(message);
                End end = ends.get(bearer);
                if (end != null) {
                    end.send(message);
                }
            }
            case Effect.Close(long bearer, var reason) -> {
                machine.say("closes bearer " + bearer + ": " + reason);
                End end = ends.get(bearer);
                if (end != null) {
                    world.agenda.in(0, end::close);
                }
            }
            case Effect.Dial(int station) -> world.network.dial(this, station);
            case Effect.Authenticated(long bearer, int station) -> {
                machine.say("knows station " + station + " on bearer " + bearer);
                Optional.ofNullable(ends.get(bearer)).ifPresent(End::authenticated);
            }
            case Effect.Genuine(long bearer, int bytes) ->
                Optional.ofNullable(ends.get(bearer)).ifPresent(end -> end.genuine(bytes));
            case Effect.Answer(long command, Effect.Result result) -> machine.officer.answered(command, result);
            case Effect.Tell(Notice notice) -> told(notice);
        }
    }

    private void told(Notice notice) {
        switch (notice) {
            case Notice.Admitted(var entry) -> {
                flash(entry);
                machine.say("has " + entry.reference() + " " + entry.payload().precedence() + " "
                        + name(entry.payload().act()));
            }
            case Notice.AheadOfRecord(var pending) ->
                machine.say("has " + pending.payload().reference() + " ahead of the record");
            case Notice.LineChanged(LineStatus status) ->
                machine.say("line to " + status.station() + " is " + status.technical());
            case Notice.BlobKept kept -> machine.say("keeps blob " + kept.blob());
            case Notice.AlarmRaised(Notice.Alarm alarm) -> world.alarm(machine, alarm);
            case Notice.AlarmEnded(Notice.Alarm alarm) -> machine.say("alarm ends: " + alarm.key());
            case Notice.Dropped(var code) -> {
                machine.say("drops: " + code);
                lost();
            }
        }
    }

    // --- the disk ---

    private void write() {
        if (!writing && !commits.isEmpty()) {
            writing = true;
            world.agenda.in(machine.commitMillis(), this::commit);
        }
    }

    private void commit() {
        if (!alive) {
            return;
        }
        int group = machine.one() ? 1 : commits.size();
        var writes = new ArrayList<Write>();
        long last = 0;
        for (int i = 0; i < group; i++) {
            Effect.Commit commit = commits.removeFirst();
            writes.addAll(commit.batch().writes());
            last = commit.token();
        }
        writing = false;
        commit(last, new Batch(writes));
        write();
    }

    private void commit(long token, Batch batch) {
        try {
            store.commit(batch);
        } catch (StoreFault fault) {
            machine.say("cannot write: " + fault.getMessage());
            step(new Input.WriteFailed(token, fault.code(), String.valueOf(fault.getMessage())));
            world.agenda.in(REPAIR_MILLIS, () -> world.restart(machine, this));
            return;
        } catch (IllegalArgumentException contradiction) {
            throw new Violation("the batch contradicts the disk: " + contradiction.getMessage(), contradiction);
        }
        kept(batch);
        reportedAt = Math.max(reportedAt, world.agenda.now() + machine.reportMillis());
        world.agenda.at(reportedAt, () -> written(token));
    }

    private void kept(Batch batch) {
        world.trace.stored(batch);
        for (Write write : batch.writes()) {
            if (write instanceof Write.Append append) {
                var signed = append.entry().signed();
                world.inspector.stored(machine.station(), signed.payload(), signed.signature());
            } else if (write instanceof Write.Resign(var place, byte[] signature)) {
                world.inspector.resigned(machine.station(), place, signature);
            }
        }
    }

    private void written(long token) {
        step(new Input.Written(token));
        if (alive && stopping && commits.isEmpty() && !writing) {
            machine.stopped();
        }
    }

    /// Asks the process to stop in order; it ends once its last commit is reported.
    void stop() {
        stopping = true;
        step(new Input.Stop());
        if (alive && commits.isEmpty() && !writing) {
            machine.stopped();
        }
    }

    // --- its end ---

    void close() {
        store.close();
    }

    void end() {
        alive = false;
    }

    List<End> ends() {
        return List.copyOf(ends.values());
    }

    void add(End end) {
        ends.put(end.bearer, end);
        flashes(end);
    }

    void remove(End end) {
        ends.remove(end.bearer);
    }

    // --- what can be seen from outside ---

    /// What is not as it should be once the line is sound; empty if nothing.
    String unsettled() {
        if (!commits.isEmpty() || writing) {
            return "it is writing";
        }
        List<Reference> waiting = store.pending().stream()
                .map(pending -> pending.payload().reference())
                .filter(place -> !world.unreachable(place, store))
                .toList();
        if (!waiting.isEmpty()) {
            return "it holds ahead of the record " + waiting;
        }
        for (LineStatus status : heart.lines(machine.moment())) {
            if (status.technical() != LineStatus.Technical.WORKING) {
                return "its line to " + status.station() + " is " + status.technical();
            }
        }
        return machine.officer.waiting() ? "an officer waits for an answer" : "";
    }

    /// Whether it has the entry at a place, on the record or ahead of it.
    boolean has(Reference place) {
        return store.entry(place).isPresent()
                || store.pending().stream()
                        .anyMatch(pending -> pending.payload().reference().equals(place));
    }

    List<Notice.Alarm> alarms() {
        return heart.alarms();
    }

    Heart heart() {
        return heart;
    }
}
