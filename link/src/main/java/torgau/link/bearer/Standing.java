package torgau.link.bearer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;

/// Who of those that connected stands there without having shown who it is, the oldest first.
///
/// Nobody can keep a place for long: where there is none left, the oldest stranger gives up its own, once it has had it
/// for a moment. A place where a peer is known to be is counted by itself, so that strangers from elsewhere never take
/// away a peer's.
final class Standing {
    /// Places of peers that are remembered; the one used longest ago goes first.
    static final int MAX_KNOWN = 256;

    private final TcpLimits limits;
    private final Map<Long, Stranger> strangers = new LinkedHashMap<>();
    private final SequencedSet<Block> known = new LinkedHashSet<>();

    private record Stranger(long id, Block from, long sinceNanos) {}

    Standing(TcpLimits limits) {
        this.limits = limits;
    }

    /// What became of one that connected.
    sealed interface Entered {
        /// It stands here, and those named have lost their places to it.
        record Taken(List<Long> evicted) implements Entered {}

        /// There is no place: all are taken, and none for long enough.
        record Full() implements Entered {}
    }

    /// Connections from here are a peer's as far as can be known.
    synchronized void know(Block from) {
        known.remove(from);
        known.add(from);
        if (known.size() > MAX_KNOWN) {
            known.remove(known.getFirst());
        }
    }

    /// Takes a place.
    synchronized Entered enter(long id, Block from, long nowNanos) {
        var evicted = new ArrayList<Long>();
        boolean room = makeRoom(evicted, here(from), limits.unauthenticatedPerAddress(), nowNanos)
                && (known.contains(from)
                        || makeRoom(evicted, elsewhere(evicted), limits.unauthenticatedInAll(), nowNanos));
        if (!room) {
            return new Entered.Full();
        }
        evicted.forEach(strangers::remove);
        strangers.put(id, new Stranger(id, from, nowNanos));
        return new Entered.Taken(evicted);
    }

    private List<Stranger> here(Block from) {
        return strangers.values().stream()
                .filter(stranger -> stranger.from().equals(from))
                .toList();
    }

    private List<Stranger> elsewhere(List<Long> except) {
        return strangers.values().stream()
                .filter(stranger -> !known.contains(stranger.from()) && !except.contains(stranger.id()))
                .toList();
    }

    private boolean makeRoom(List<Long> evicted, List<Stranger> among, int most, long nowNanos) {
        if (among.size() < most) {
            return true;
        }
        Stranger oldest = among.getFirst();
        evicted.add(oldest.id());
        return nowNanos - oldest.sinceNanos() >= limits.placeForMillis() * 1_000_000L;
    }

    /// Gives a place back.
    synchronized void leave(long id) {
        strangers.remove(id);
    }
}
