package torgau.sim;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Makes things go wrong, by chance, for as long as the world is to be faulty.
final class Havoc {
    private static final long RESTART_MILLIS = 12_000;
    private static final long OUTAGE_MILLIS = 30_000;
    private static final long HOUR_MILLIS = 3_600_000;

    private final World world;
    private final Chance chance;
    private final List<Fault> occasional = new ArrayList<>();

    Havoc(World world, Chance chance) {
        this.world = world;
        this.chance = chance;
        for (Fault fault : world.settings.faults()) {
            switch (fault) {
                case KILL, POWER_CUT, CLEAN_RESTART, RESTORE, SLOW_DISK, STREAM_BREAK -> occasional.add(fault);
                case PARTITION, ONE_WAY_PARTITION, REPLAY, STRANGER, CLOCK_JUMP -> occasional.add(fault);
                case TORN_WRITE, KEPT_BUT_FAILED, DISK_FULL, LYING_DISK, HALF_OPEN -> {}
                case LOSS, REORDER, DUPLICATE, CORRUPT -> {}
            }
        }
    }

    void begin() {
        for (Path path : world.network.paths()) {
            path.trouble(
                    has(Fault.LOSS) ? chance.below(300) : 0,
                    has(Fault.CORRUPT) ? chance.below(20) : 0,
                    has(Fault.DUPLICATE) ? chance.below(100) : 0,
                    has(Fault.REORDER) ? chance.between(1, 400) : 0);
        }
        arrange();
    }

    private boolean has(Fault fault) {
        return world.settings.faults().contains(fault);
    }

    private void arrange() {
        if (!occasional.isEmpty()) {
            world.agenda.in(chance.until(world.settings.faultEveryMillis()), this::strike);
        }
    }

    private void strike() {
        if (!world.settled()) {
            Fault fault = chance.pick(occasional);
            if (happened(fault, chance.pick(world.machines()))) {
                world.tally.count(fault);
            }
            arrange();
        }
    }

    private boolean happened(Fault fault, Machine machine) {
        @Nullable Run run = machine.run();
        return switch (fault) {
            case KILL -> run != null && killed(machine);
            case POWER_CUT -> run != null && cut(machine);
            case CLEAN_RESTART -> run != null && stopped(machine, run);
            case RESTORE -> run != null && ((chance.oneIn(2) && restored(machine)) || backedUp(machine));
            case SLOW_DISK -> slowed(machine);
            case STREAM_BREAK -> run != null && world.network.breakOne(run);
            case PARTITION -> parted(machine, true);
            case ONE_WAY_PARTITION -> parted(machine, false);
            case REPLAY -> run != null && world.network.replay(run);
            case STRANGER -> run != null && strangers(run);
            case CLOCK_JUMP -> jumped(machine);
            case TORN_WRITE, KEPT_BUT_FAILED, DISK_FULL, LYING_DISK, HALF_OPEN -> false;
            case LOSS, REORDER, DUPLICATE, CORRUPT -> false;
        };
    }

    private boolean killed(Machine machine) {
        machine.kill();
        return startsAgain(machine);
    }

    private boolean startsAgain(Machine machine) {
        world.agenda.in(chance.between(1, RESTART_MILLIS), machine::start);
        return true;
    }

    private boolean cut(Machine machine) {
        machine.cutPower();
        return startsAgain(machine);
    }

    private boolean stopped(Machine machine, Run run) {
        run.stop();
        world.agenda.in(chance.between(3_000, RESTART_MILLIS), machine::start);
        return true;
    }

    private boolean restored(Machine machine) {
        return machine.restore() && startsAgain(machine);
    }

    /// A backup is no fault; it is what a later restore goes back to.
    private static boolean backedUp(Machine machine) {
        machine.backUp();
        return false;
    }

    private boolean slowed(Machine machine) {
        machine.slow(true);
        world.agenda.in(chance.between(1_000, OUTAGE_MILLIS), () -> machine.slow(false));
        return true;
    }

    private boolean parted(Machine machine, boolean both) {
        Machine other = chance.pick(
                world.machines().stream().filter(each -> each != machine).toList());
        Path there = world.network.path(machine.station(), other.station());
        Path back = world.network.path(other.station(), machine.station());
        machine.say((both ? "is parted from " : "cannot reach ") + other.member.code());
        there.block();
        if (both) {
            back.block();
        }
        world.agenda.in(chance.between(500, 2 * OUTAGE_MILLIS), () -> {
            there.unblock();
            if (both) {
                back.unblock();
            }
            world.network.resume();
        });
        return true;
    }

    private boolean strangers(Run run) {
        world.network.stranger(run);
        return true;
    }

    private boolean jumped(Machine machine) {
        long jump = chance.between(-HOUR_MILLIS, HOUR_MILLIS) / (chance.oneIn(2) ? 1 : 100);
        machine.say("has its clock set by " + jump + " ms");
        machine.clock.jump(jump);
        return true;
    }
}
