package torgau.cli.bench;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import torgau.journal.Entry;
import torgau.journal.SeenMark;
import torgau.journal.crypto.Ed25519Verifier;
import torgau.journal.crypto.HybridVerifier;
import torgau.journal.crypto.RandomSource;
import torgau.link.air.Pacer;
import torgau.link.air.Rate;
import torgau.link.emulator.Profile;
import torgau.station.heart.Draft;
import torgau.station.heart.Effect;
import torgau.station.heart.Heart;
import torgau.station.heart.Identity;
import torgau.station.heart.Input;
import torgau.station.heart.Moment;
import torgau.station.heart.Notice;
import torgau.store.memory.MemoryDisk;
import torgau.store.memory.MemoryStore;

/// One station at an end of the emulated link: a heart, a disk that takes no time, and a paced bearer.
/// Times are nanoseconds of the world.
final class LinkEnd {
    private static final long NANOS_PER_MILLI = 1_000_000L;
    private static final long WALL_START = 1_780_000_000_000L;
    private static final long STEADY_START = 1_000;
    private static final long FAR = 1L << 40;
    private static final long SHORTEST_WAIT = 5 * NANOS_PER_MILLI;
    private static final String ADDRESS = "192.0.2.1";

    private final Identity identity;
    private final int peer;
    private final Profile profile;
    private final RandomSource random;
    private final Modem modem;
    private final MemoryDisk disk = new MemoryDisk();
    private final Deque<Effect> due = new ArrayDeque<>();
    private MemoryStore store;
    private Heart heart;
    private Pacer pacer;
    private long bearer;
    private long tickAt;
    private int leaving;
    private long commands;
    private long receipted;
    private long authored;
    private final TreeSet<Long> aheads = new TreeSet<>();
    private Consumer<Entry> reader = _ -> {};

    /// Takes each datagram when its turn has come, and says when it is through: on a radio that both
    /// sides share, later than its rate alone would have it.
    interface Modem {
        void send(byte[] datagram);

        boolean idle();
    }

    LinkEnd(Identity identity, int peer, Profile profile, RandomSource random, Modem modem) {
        this.identity = identity;
        this.peer = peer;
        this.profile = profile;
        this.random = random;
        this.modem = modem;
        this.pacer = pacer();
        this.store = new MemoryStore(disk);
        this.heart = wake(0);
    }

    private Pacer pacer() {
        return new Pacer(new Rate(profile.bitsPerSecond(), Profile.HEADER_BYTES));
    }

    private Heart wake(long now) {
        return new Heart(identity, store, new Ed25519Verifier(), new HybridVerifier(), random, moment(now));
    }

    private static Moment moment(long now) {
        long millis = now / NANOS_PER_MILLI;
        return new Moment(WALL_START + millis, STEADY_START + millis);
    }

    void start(long now) {
        due.addAll(heart.start(moment(now)));
        work(now);
    }

    /// The process stops in order and starts again on its disk.
    void restart(long now) {
        step(new Input.Stop(), now);
        store.close();
        store = new MemoryStore(disk);
        pacer = pacer();
        leaving = 0;
        bearer = 0;
        heart = wake(now);
        start(now);
    }

    /// Called with each entry that comes to be on this disk.
    void reads(Consumer<Entry> next) {
        reader = next;
    }

    /// An officer releases something; gives its place in the feed.
    long release(Draft draft, long now) {
        step(new Input.Release(++commands, draft), now);
        return authored;
    }

    void arrive(byte[] datagram, long now) {
        if (bearer == 0) {
            join(null, now);
        }
        step(new Input.Received(bearer, datagram), now);
    }

    private void join(@Nullable Integer dialled, long now) {
        if (bearer == 0) {
            bearer = ++commands;
            step(
                    new Input.BearerUp(
                            bearer, ADDRESS, false, profile.datagramBytes(), dialled, profile.bitsPerSecond()),
                    now);
        }
    }

    /// When something is due here even if nothing arrives.
    long nextAt() {
        boolean free = modem.idle() && (leaving > 0 || !pacer.idle());
        return free ? Math.min(tickAt, pacer.freeAt()) : tickAt;
    }

    /// Does what is due.
    void pass(long now) {
        if (leaving > 0 && now >= pacer.freeAt() && modem.idle()) {
            int through = leaving;
            leaving = 0;
            step(new Input.Drained(bearer, through), now);
        }
        if (now >= tickAt) {
            step(new Input.Tick(), now);
        }
        air(now);
    }

    private void air(long now) {
        byte[] next = leaving > 0 ? null : pacer.next(now);
        if (next != null) {
            leaving = next.length;
            modem.send(next);
        }
    }

    private void step(Input input, long now) {
        due.addAll(heart.on(input, moment(now)));
        work(now);
    }

    private void work(long now) {
        while (!due.isEmpty()) {
            work(due.removeFirst(), now);
        }
        tickAt = Math.max(now + SHORTEST_WAIT, (Math.min(heart.nextAt(), FAR) - STEADY_START) * NANOS_PER_MILLI);
        air(now);
    }

    private void work(Effect effect, long now) {
        switch (effect) {
            case Effect.Commit commit -> {
                store.commit(commit.batch());
                due.addAll(heart.on(new Input.Written(commit.token()), moment(now)));
            }
            case Effect.Send(long _, byte[] message) -> pacer.offer(message);
            case Effect.Dial(int _) -> join(peer, now);
            case Effect.Tell(Notice.Admitted(Entry entry)) -> admitted(entry);
            case Effect.Answer(long _, Effect.Result.Authored(Entry entry, var _)) ->
                authored = entry.payload().sequence();
            case Effect.Answer(long _, Effect.Result result) -> throw new IllegalStateException("refused: " + result);
            case Effect.Tell _, Effect.Authenticated _, Effect.Genuine _, Effect.Close _ -> {}
        }
    }

    private void admitted(Entry entry) {
        if (entry.payload().feed().station() == peer) {
            for (SeenMark mark : entry.payload().seen()) {
                if (mark.feed().equals(heart.feed())) {
                    receipted = Math.max(receipted, mark.sequence());
                    mark.ahead().forEach(ahead -> aheads.add(ahead.sequence()));
                }
            }
        }
        reader.accept(entry);
    }

    /// Whether the peer has signed for this entry, in its feed or ahead of a gap.
    boolean receipted(long sequence) {
        return receipted >= sequence || aheads.contains(sequence);
    }
}
