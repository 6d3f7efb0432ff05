package torgau.sim;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/// What one simulated world is like.
///
/// @param stations of the line; with four, two belong to one party
/// @param streams whether stations reach each other by streams
/// @param datagrams whether stations reach each other by datagrams
/// @param bytesPerSecond of each bearer
/// @param faults which of them happen
/// @param faultEveryMillis on average, in the whole world
/// @param officerEveryMillis on average, at each station
/// @param testEveryMinutes between two link tests
/// @param faultyMillis how long things go wrong
/// @param settleMillis within which the line must have converged after that
/// @param realSignatures whether stations sign with Ed25519 and not with a keyed hash
/// @param brief whether the seed was asked for a brief world
public record Settings(
        int stations,
        boolean streams,
        boolean datagrams,
        int bytesPerSecond,
        Set<Fault> faults,
        long faultEveryMillis,
        long officerEveryMillis,
        int testEveryMinutes,
        long faultyMillis,
        long settleMillis,
        boolean realSignatures,
        boolean brief) {
    private static final long MINUTE = 60_000;
    private static final int[] RATES = {5_000_000, 5_000_000, 200_000, 20_000};

    public Settings {
        if (stations < 2 || stations > 5 || !(streams || datagrams)) {
            throw new IllegalArgumentException("no line: " + stations + " stations");
        }
        faults = Collections.unmodifiableSet(faults.isEmpty() ? EnumSet.noneOf(Fault.class) : EnumSet.copyOf(faults));
    }

    /// Two stations, a sound stream, sound disks, nothing goes wrong.
    public static Settings calm() {
        var none = EnumSet.noneOf(Fault.class);
        return new Settings(2, true, false, RATES[0], none, MINUTE, 5_000, 5, 5 * MINUTE, MINUTE, false, true);
    }

    /// A world that the seed chooses: each has its own few kinds of faults, so that no kind hides another.
    public static Settings of(long seed) {
        return chosen(seed, false);
    }

    /// The same in less than a minute, in which more happens.
    public static Settings brief(long seed) {
        return chosen(seed, true);
    }

    private static Settings chosen(long seed, boolean brief) {
        var chance = new Chance(seed ^ 0x7067_6175L);
        Set<Fault> faults = some(chance);
        int way = chance.below(4);
        int hurry = brief ? 4 : 1;
        return new Settings(
                2 + chance.below(3),
                way != 0,
                way <= 1,
                RATES[chance.below(RATES.length)],
                faults,
                chance.between(4_000, 30_000) / hurry,
                chance.between(4_000, 20_000) / hurry * 2,
                (int) chance.between(1, 5),
                chance.between(2, 6) * MINUTE / hurry / hurry * 2,
                MINUTE,
                chance.oneIn(50),
                brief);
    }

    private static Set<Fault> some(Chance chance) {
        var faults = EnumSet.noneOf(Fault.class);
        int share = (int) chance.between(150, 900);
        for (Fault fault : Fault.values()) {
            if (chance.permille(share)) {
                faults.add(fault);
            }
        }
        return faults;
    }

    /// The words that replay a world of these settings.
    String replay(long seed) {
        return "./torgau sim --seed " + seed + (brief ? " --brief" : "") + " --trace";
    }
}
