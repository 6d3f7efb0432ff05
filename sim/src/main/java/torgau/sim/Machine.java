package torgau.sim;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import torgau.journal.Entry;
import torgau.journal.crypto.Signer;
import torgau.sim.check.Inspector;
import torgau.station.heart.Identity;
import torgau.station.heart.Moment;
import torgau.store.JournalStore;
import torgau.store.memory.Fate;
import torgau.store.memory.MemoryDisk;
import torgau.store.memory.MemoryStore;

/// The computer of one station: a disk, a clock on the wall, and a process that may be running.
final class Machine {
    private static final int LOSABLE_COMMITS = 3;
    private static final int FAILING_COMMITS = 20;

    final World world;
    final Founding.Member member;
    final Clock clock;
    final Officer officer;
    private final Chance luck;
    private final Chance secrets;
    private MemoryDisk disk;
    private @Nullable MemoryDisk backup;
    private @Nullable Run run;
    private boolean wasSetBack;
    private int boot = 1;
    private boolean slow;

    Machine(World world, Founding.Member member, Chance chance) {
        this.world = world;
        this.member = member;
        this.clock = new Clock(chance.fork());
        this.luck = chance.fork();
        this.secrets = chance.fork();
        this.officer = new Officer(this, chance.fork());
        boolean lies = world.settings.faults().contains(Fault.LYING_DISK);
        this.disk = new MemoryDisk(lies ? LOSABLE_COMMITS : 0, Long.MAX_VALUE, this::fate);
    }

    int station() {
        return member.number();
    }

    @Nullable
    Run run() {
        return run;
    }

    Moment moment() {
        return clock.moment(world.agenda.now());
    }

    void say(String what) {
        world.trace.say(world.agenda.now(), member.code(), () -> what);
    }

    /// Starts the process on what the disk holds.
    void start() {
        if (run != null) {
            return;
        }
        var store = new MemoryStore(disk);
        world.inspector.opened(station(), shown(store));
        run = new Run(this, store, secrets.fork());
        say("starts as " + run.feed());
        run.begin();
        officer.retry();
    }

    Identity identity() {
        return member.identity(world.founding.roster(), signer(), "boot-" + boot);
    }

    /// The station's key, watched.
    private Signer signer() {
        return new Signer() {
            @Override
            public byte[] publicKey() {
                return member.signer().publicKey();
            }

            @Override
            public byte[] sign(byte[] message) {
                world.inspector.signs(station(), message);
                return member.signer().sign(message);
            }
        };
    }

    private static List<Inspector.Shown> shown(JournalStore store) {
        var shown = new ArrayList<Inspector.Shown>();
        store.inOrder().forEachRemaining(entry -> shown.add(shown(entry)));
        return shown;
    }

    private static Inspector.Shown shown(Entry entry) {
        return new Inspector.Shown(entry.signed().payload(), entry.signed().signature());
    }

    /// Whether its disk ever forgot what it had said was written.
    boolean wasSetBack() {
        return wasSetBack;
    }

    /// The process dies now.
    void kill() {
        if (run != null) {
            say("is killed");
            end(false);
            disk.cut(0);
        }
    }

    /// The machine dies, and its disk may turn out to have lied.
    void cutPower() {
        if (run != null) {
            end(true);
        }
        int lost = luck.below(disk.losable() + 1);
        say("loses power" + (lost > 0 ? " and " + lost + " commits" : ""));
        disk.cut(lost);
        boot++;
        if (lost > 0) {
            world.tally.count(Fault.LYING_DISK);
            setBack();
        }
    }

    private void setBack() {
        wasSetBack = true;
        var store = new MemoryStore(disk);
        world.inspector.setBack(station(), shown(store));
        officer.setBack();
        store.close();
    }

    /// The process has stopped by itself, in order.
    void stopped() {
        say("has stopped");
        if (run != null) {
            run.close();
            end(false);
        }
    }

    private void end(boolean silently) {
        if (run != null) {
            run.end();
            world.network.gone(run, silently);
            officer.forsaken();
            run = null;
        }
    }

    void backUp() {
        backup = disk.copy();
        say("is backed up");
    }

    /// The disk is replaced by the last backup, on another run of the machine.
    boolean restore() {
        if (backup == null) {
            return false;
        }
        kill();
        disk = backup.copy();
        boot++;
        setBack();
        say("is restored from its backup");
        return true;
    }

    void slow(boolean isSlow) {
        slow = isSlow;
    }

    /// How long the next commit takes.
    long commitMillis() {
        return slow ? luck.between(50, 1_500) : luck.between(1, 12);
    }

    boolean one() {
        return luck.oneIn(4);
    }

    long reportMillis() {
        return luck.between(0, 3);
    }

    private Fate fate(long commit) {
        if (world.settled() || !luck.oneIn(FAILING_COMMITS)) {
            return Fate.KEPT;
        }
        return switch (luck.below(3)) {
            case 0 -> failing(Fault.TORN_WRITE, Fate.TORN);
            case 1 -> failing(Fault.KEPT_BUT_FAILED, Fate.KEPT_BUT_FAILED);
            default -> failing(Fault.DISK_FULL, Fate.DISK_FULL);
        };
    }

    private Fate failing(Fault fault, Fate fate) {
        if (!world.settings.faults().contains(fault) || !luck.oneIn(8)) {
            return Fate.KEPT;
        }
        world.tally.count(fault);
        return fate;
    }
}
