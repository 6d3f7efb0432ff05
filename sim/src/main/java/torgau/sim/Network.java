package torgau.sim;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import torgau.link.seal.SealWire;
import torgau.station.heart.Input;

/// What lies between the stations.
final class Network {
    private static final int REMEMBERED = 128;
    private static final long LATE_MILLIS = 40_000;

    private final World world;
    private final Chance chance;
    private final NavigableMap<Integer, Path> paths = new TreeMap<>();
    private final NavigableSet<Long> dialling = new TreeSet<>();
    private final Deque<Carried> carried = new ArrayDeque<>();
    private long bearers;

    /// A message that was on the wire.
    private record Carried(int from, int to, byte[] message) {}

    Network(World world, Chance chance) {
        this.world = world;
        this.chance = chance;
    }

    Agenda agenda() {
        return world.agenda;
    }

    long nextBearer() {
        return ++bearers;
    }

    /// How long a bearer takes to carry so many bytes.
    long millis(int bytes) {
        return bytes * 1_000L / world.settings.bytesPerSecond();
    }

    Path path(int from, int to) {
        return paths.computeIfAbsent(from << 16 | to, _ -> new Path(chance.between(1, chance.oneIn(4) ? 300 : 20)));
    }

    List<Path> paths() {
        return List.copyOf(paths.values());
    }

    private boolean open(int one, int other) {
        return !path(one, other).blocked() && !path(other, one).blocked();
    }

    private static String address(int station) {
        return "192.0.2." + (station >>> 8) + (station & 0xff);
    }

    // --- dialling ---

    /// A station tries to reach another, in every way that there is.
    void dial(Run from, int to) {
        if (world.settings.datagrams() && facing(from, to) == null) {
            agenda().in(1, () -> datagramUp(from, to, to));
        }
        long attempt = (long) from.machine.station() << 32 | to;
        if (world.settings.streams() && dialling.add(attempt)) {
            agenda().in(2 * path(from.machine.station(), to).latencyMillis() + 1, () -> connect(from, to, attempt));
        }
    }

    private void connect(Run from, int to, long attempt) {
        dialling.remove(attempt);
        Run there = world.machine(to).run();
        if (!from.alive() || there == null || !open(from.machine.station(), to)) {
            return;
        }
        var near = new StreamEnd(this, from, to);
        var far = new StreamEnd(this, there, from.machine.station());
        near.join(far);
        far.join(near);
        from.machine.say("is connected to " + to + " by bearers " + near.bearer + " and " + far.bearer);
        there.step(
                new Input.BearerUp(far.bearer, address(from.machine.station()), true, SealWire.MAX_SEALED_BYTES, null));
        from.step(new Input.BearerUp(near.bearer, address(to), true, SealWire.MAX_SEALED_BYTES, to));
    }

    private @Nullable DatagramEnd facing(Run run, int peer) {
        for (End end : run.ends()) {
            if (end instanceof DatagramEnd datagrams && datagrams.peer == peer) {
                return datagrams;
            }
        }
        return null;
    }

    private @Nullable DatagramEnd datagramUp(Run run, int peer, @Nullable Integer dialled) {
        if (!run.alive()) {
            return null;
        }
        DatagramEnd known = facing(run, peer);
        if (known == null) {
            known = new DatagramEnd(this, run, peer);
            run.step(new Input.BearerUp(known.bearer, address(peer), false, DatagramEnd.MTU, dialled));
        }
        return known;
    }

    // --- carrying ---

    void datagram(int from, int to, Path path, byte[] message) {
        if (path.blocked()) {
            return;
        }
        if (chance.permille(path.lossPermille())) {
            world.tally.count(Fault.LOSS);
            return;
        }
        boolean twice = chance.permille(path.duplicatePermille());
        if (twice) {
            world.tally.count(Fault.DUPLICATE);
        }
        for (int copies = twice ? 2 : 1; copies > 0; copies--) {
            long late = path.jitterMillis() == 0 ? 0 : chance.between(0, path.jitterMillis());
            if (late > 0) {
                world.tally.count(Fault.REORDER);
            }
            byte[] copy = perhapsCorrupted(path, message);
            agenda().in(path.latencyMillis() + late, () -> packet(from, to, copy));
        }
    }

    private void packet(int from, int to, byte[] message) {
        Run run = world.machine(to).run();
        DatagramEnd end = run == null ? null : datagramUp(run, from, null);
        if (end != null) {
            end.heard();
            carried(from, end, message);
            end.deliver(message);
        }
    }

    byte[] perhapsCorrupted(Path path, byte[] message) {
        if (!chance.permille(path.corruptPermille())) {
            return message;
        }
        world.tally.count(Fault.CORRUPT);
        byte[] changed =
                chance.oneIn(4) ? java.util.Arrays.copyOf(message, chance.below(message.length)) : message.clone();
        if (changed.length > 0) {
            changed[chance.below(changed.length)] ^= (byte) (1 << chance.below(8));
        }
        return changed;
    }

    void spoilt(StreamEnd end) {
        world.preemption.lost(end.bearer);
    }

    void carried(int from, End to, byte[] message) {
        carried.addLast(new Carried(from, to.run.machine.station(), message));
        if (carried.size() > REMEMBERED) {
            carried.removeFirst();
        }
    }

    // --- what breaks it ---

    /// A connection breaks: one end learns of it now, the other perhaps much later.
    void sever(StreamEnd end, String why) {
        StreamEnd other = end.other();
        if (end.isCut() || other == null) {
            return;
        }
        end.run.machine.say("bearer " + end.bearer + " breaks: " + why);
        end.cut();
        other.cut();
        agenda().in(0, end::down);
        agenda().in(world.settled() ? 1_000 : chance.between(0, LATE_MILLIS), other::down);
    }

    void close(StreamEnd end) {
        StreamEnd other = end.other();
        end.cut();
        end.down();
        if (other != null && !other.isCut()) {
            other.cut();
            boolean heard = !path(end.run.machine.station(), other.run.machine.station())
                    .blocked();
            agenda().in(heard ? 20 : chance.between(1_000, LATE_MILLIS), other::down);
        }
    }

    /// A process is gone; the other ends learn of it soon, or after a while if its machine went silently.
    void gone(Run run, boolean silently) {
        for (End end : run.ends()) {
            if (end instanceof StreamEnd stream && stream.other() != null && !stream.isCut()) {
                StreamEnd other = stream.other();
                stream.cut();
                other.cut();
                boolean late = silently
                        || path(run.machine.station(), other.run.machine.station())
                                .blocked();
                if (late) {
                    world.tally.count(Fault.HALF_OPEN);
                }
                agenda().in(late ? chance.between(5_000, LATE_MILLIS) : 20, other::down);
            }
        }
    }

    /// Breaks a connection of this station's, if it has one.
    boolean breakOne(Run run) {
        List<StreamEnd> streams = streams(run);
        if (streams.isEmpty()) {
            return false;
        }
        sever(chance.pick(streams), "by chance");
        return true;
    }

    private static List<StreamEnd> streams(Run run) {
        var streams = new ArrayList<StreamEnd>();
        for (End end : run.ends()) {
            if (end instanceof StreamEnd stream && !stream.isCut()) {
                streams.add(stream);
            }
        }
        return streams;
    }

    /// Ways were opened: what stood still moves on.
    void resume() {
        for (Machine machine : world.machines()) {
            Run run = machine.run();
            if (run != null) {
                streams(run).forEach(StreamEnd::resume);
            }
        }
    }

    // --- those who are not of the line ---

    /// Something that was on the wire comes again, over any bearer.
    boolean replay(Run run) {
        if (carried.isEmpty() || run.ends().isEmpty()) {
            return false;
        }
        Carried old = chance.pick(List.copyOf(carried));
        End end = chance.pick(run.ends());
        run.machine.say("hears again what " + old.from() + " sent to " + old.to());
        end.deliver(old.message());
        return true;
    }

    /// A stranger connects, sends what it has, and goes.
    void stranger(Run run) {
        var end = new StrangerEnd(this, run);
        run.step(new Input.BearerUp(end.bearer, "203.0.113." + chance.below(8), true, SealWire.MAX_SEALED_BYTES, null));
        for (int i = chance.below(6); i >= 0; i--) {
            byte[] message = chance.oneIn(2) || carried.isEmpty()
                    ? chance.bytes(chance.below(1_500))
                    : chance.pick(List.copyOf(carried)).message();
            agenda().in(chance.between(1, 500), () -> end.deliver(message));
        }
        agenda().in(chance.between(500, 20_000), end::down);
    }
}
