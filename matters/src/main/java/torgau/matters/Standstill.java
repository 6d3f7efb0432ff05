package torgau.matters;

import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/// When the clocks of one matter have stood still. While no counterpart is suspended, all of them have
/// alike; else it depends on between which two parties something is awaited.
final class Standstill implements Awaited.Stopped {
    private final Suspensions suspensions;
    private final Counterparts counterparts;
    private final Subject subject;
    private final long now;
    private final List<Suspensions.Interval> whole;
    /// By the two parties.
    private final NavigableMap<Integer, List<Suspensions.Interval>> between = new TreeMap<>();

    /// @param whole when the line, the procedure or the track of the matter was suspended
    /// @param now milliseconds UTC
    Standstill(
            Suspensions suspensions,
            Counterparts counterparts,
            Subject subject,
            List<Suspensions.Interval> whole,
            long now) {
        this.suspensions = suspensions;
        this.counterparts = counterparts;
        this.subject = subject;
        this.whole = whole;
        this.now = now;
    }

    @Override
    public long since(long from) {
        return stood(whole, from);
    }

    @Override
    public Awaited.Stopped of(Awaited item) {
        List<Suspensions.Interval> intervals = intervals(item);
        return from -> stood(intervals, from);
    }

    /// When it stood still.
    List<Suspensions.Interval> intervals(Awaited item) {
        Optional<Between> two = suspensions.ofCounterparts() ? Between.of(subject, item) : Optional.empty();
        return two.map(known -> between.computeIfAbsent(
                        known.party() << 8 | known.other(),
                        _ -> suspensions.intervals(subject.code(), subject.track(), now, counterparts.clocks(known))))
                .orElse(whole);
    }

    private static long stood(List<Suspensions.Interval> intervals, long from) {
        return intervals.stream().mapToLong(each -> each.after(from)).sum();
    }
}
