package torgau.matters;

import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.IntFunction;
import torgau.journal.Feed;
import torgau.journal.Reference;

/// What all matters and the tests of the line give to figures, as it was at one time. It does not change
/// afterwards, and may be read by any thread.
///
/// @param matters ascending by the entries that opened them
/// @param codes by number: codes of formats and receipts, names of states and of clocks
/// @param offices by number: title and capacity
/// @param feeds by number
/// @param tests by station
/// @param days by party, the days since 1970 (UTC) on which it said anything
/// @param parties codes of the parties, by number
/// @param testEvery milliseconds between two tests of the line, as agreed
/// @param suspensions of each party's own word
/// @param openers by number: offices that opened matters, and their parties
public record Tallies(
        List<Tally> matters,
        List<String> codes,
        List<String> offices,
        List<Feed> feeds,
        List<LinkTests.Returns> tests,
        NavigableMap<Integer, NavigableSet<Long>> days,
        NavigableMap<Integer, String> parties,
        long testEvery,
        Suspensions suspensions,
        Counterparts counterparts,
        List<Opener> openers) {
    /// A place is the number of its feed, then its sequence in so many bits.
    private static final int SEQUENCE_BITS = 44;

    public Tallies {
        matters = List.copyOf(matters);
        codes = List.copyOf(codes);
        offices = List.copyOf(offices);
        feeds = List.copyOf(feeds);
        tests = List.copyOf(tests);
        days = Collections.unmodifiableNavigableMap(new TreeMap<>(days));
        openers = List.copyOf(openers);
        parties = Collections.unmodifiableNavigableMap(new TreeMap<>(parties));
    }

    /// The two parties between which something was awaited; empty if it is between no two.
    public Optional<Between> between(Tally tally, int wait) {
        int creditor = tally.party(tally.demand(wait));
        return Between.of(tally.awaitedOf(wait), creditor, tally.pair(), openers.get(tally.opener()));
    }

    /// The entry that a number of a [Tally] stands for.
    public Reference place(long number) {
        return place(number, feeds::get);
    }

    static Reference place(long number, IntFunction<Feed> feeds) {
        return new Reference(feeds.apply((int) (number >>> SEQUENCE_BITS)), number & (1L << SEQUENCE_BITS) - 1);
    }

    static long number(int feed, long sequence) {
        return (long) feed << SEQUENCE_BITS | sequence;
    }
}
