package torgau.link.engine;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.OptionalLong;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import torgau.journal.Entry;
import torgau.journal.Feed;
import torgau.journal.Precedence;
import torgau.journal.Reference;

/// What the peer is not known to hold, by precedence.
///
/// @param waiting the most urgent first; only where there is something
/// @param further entries beyond those that were looked at, of whatever precedence
public record Backlog(List<Waiting> waiting, long further) {
    /// Entries that are looked at, so that looking is always quick.
    public static final int LOOK_AT = 512;

    /// What a datagram adds to its piece of an entry, roughly.
    private static final int ADDED_BYTES = 90;

    private static final int SIGNATURE_BYTES = 64;

    /// What waits at one precedence.
    ///
    /// @param clearMillis until all of this precedence and above is through, if the rate is known and
    ///     nothing is lost
    public record Waiting(Precedence precedence, long entries, long bytes, OptionalLong clearMillis) {}

    public Backlog {
        waiting = List.copyOf(waiting);
    }

    /// @param held how much of a feed the peer holds
    /// @param ahead what it holds ahead of a gap
    /// @param over the bearer that will carry it, if it has a rate
    static Backlog of(
            Engine.Offer offered, ToLongFunction<Feed> held, NavigableSet<Reference> ahead, @Nullable Bearer over) {
        var entries = new EnumMap<Precedence, Long>(Precedence.class);
        var bytes = new EnumMap<Precedence, Long>(Precedence.class);
        long further = 0;
        int room = LOOK_AT;
        for (Map.Entry<Feed, Long> feed : offered.feeds().entrySet()) {
            long from = held.applyAsLong(feed.getKey()) + 1;
            long lacking = Math.max(0, feed.getValue() - from + 1);
            int looked = (int) Math.min(lacking, room);
            List<Entry> some = looked == 0 ? List.of() : offered.journal().range(feed.getKey(), from, looked);
            for (Entry entry : some) {
                if (!ahead.contains(entry.reference())) {
                    Precedence precedence = entry.payload().precedence();
                    entries.merge(precedence, 1L, Long::sum);
                    bytes.merge(precedence, entry.signed().payload().length + (long) SIGNATURE_BYTES, Long::sum);
                }
            }
            room -= looked;
            further += lacking - looked;
        }
        return new Backlog(waiting(entries, bytes, over), further);
    }

    private static List<Waiting> waiting(
            Map<Precedence, Long> entries, Map<Precedence, Long> bytes, @Nullable Bearer over) {
        var waiting = new ArrayList<Waiting>();
        long before = 0;
        for (Map.Entry<Precedence, Long> each : entries.entrySet()) {
            long own = bytes.getOrDefault(each.getKey(), 0L);
            before += own + (over == null ? 0 : Math.ceilDiv(own, over.fragmentBytes()) * ADDED_BYTES);
            var clear = over == null ? OptionalLong.empty() : OptionalLong.of(over.airMillis(before));
            waiting.add(new Waiting(each.getKey(), each.getValue(), own, clear));
        }
        return waiting;
    }
}
