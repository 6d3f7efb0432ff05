package torgau.link.air;

/// Whose turn it is on a radio on which only one end can speak at a time. Times are steady nanoseconds.
///
/// Whoever speaks goes on until it has nothing left or has had the air for long enough, and then says *over*: a
/// datagram of one byte. The other end has the next turn. If neither has anything to say, time since the last *over* is
/// divided into windows that the two have in turn, and one begins only early in a window of its own. Windows are so
/// long that whatever the one begins has arrived before the other may begin, though each counts from what it knows
/// itself. So nothing collides as long as nothing is lost; after a loss, what collides is lost as well and is sent
/// again.
final class Turns {
    private final TurnRules rules;
    private final long window;
    private final boolean first;
    private State state = new State.Untried();
    /// Turns in a row after which nothing was heard.
    private int unheard;

    private sealed interface State {
        /// Nobody has spoken yet.
        record Untried() implements State {}

        record Ours(long since) implements State {}

        /// Nobody speaks: the windows from `from` on are the other end's and ours in turn.
        ///
        /// @param ours how many windows pass before the first of ours
        /// @param recalled whether the other end only wants to hear that it may go on
        record Open(long from, int ours, boolean recalled) implements State {}
    }

    /// @param longestNanos the air time of the longest datagram
    /// @param first whether this is the end that begins again first when both have heard nothing
    Turns(TurnRules rules, long longestNanos, boolean first) {
        this.rules = rules;
        this.window = longestNanos + 2 * rules.delayNanos();
        this.first = first;
    }

    boolean ours() {
        return state instanceof State.Ours;
    }

    /// Whether this end has had the air for so long that the other is to be asked.
    boolean spent(long now) {
        return state instanceof State.Ours(long since) && now - since >= rules.holdNanos();
    }

    /// Whether the other end has more to say and only waits for an *over*.
    boolean recalled() {
        return state instanceof State.Open open && open.recalled();
    }

    /// When this end may begin: now, or at the beginning of its next window.
    long mayBeginAt(long now) {
        return switch (state) {
            case State.Untried _, State.Ours _ -> now;
            case State.Open open -> {
                long begins = open.from() + open.ours() * window;
                long late = now - begins;
                if (late <= 0) {
                    yield begins;
                }
                long inPair = late % (2 * window);
                yield inPair <= rules.delayNanos() ? now : now - inPair + 2 * window;
            }
        };
    }

    void begin(long now) {
        state = new State.Ours(now);
    }

    /// This end has said *over*, and its last datagram is through at `free`. Where nothing is heard it may be that both
    /// speak at once: then one end leaves out a window.
    void gave(long free) {
        unheard++;
        int windows = !first && unheard > 1 ? 3 : 1;
        state = new State.Open(free + rules.delayNanos() + rules.turnNanos(), windows, false);
    }

    /// A datagram of the other end came that is no *over*: another follows, unless it is lost.
    void heardMore(long now, long longestNanos) {
        heard(now + longestNanos + rules.delayNanos() + rules.turnNanos(), false);
    }

    /// @param more whether the other end has more to say
    void heardOver(long now, boolean more) {
        heard(now + rules.turnNanos(), more);
    }

    /// What comes while this end speaks was on its way before, and changes nothing.
    private void heard(long from, boolean recalled) {
        unheard = 0;
        if (!ours()) {
            state = new State.Open(from, 0, recalled);
        }
    }
}
