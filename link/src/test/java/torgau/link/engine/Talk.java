package torgau.link.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;
import torgau.journal.Feed;
import torgau.journal.PayloadCodec;
import torgau.journal.Precedence;
import torgau.journal.Reference;
import torgau.journal.SeenMark;
import torgau.link.pack.Dictionary;
import torgau.link.pack.Packing;

/// One end of a line with nobody at the other but the test: what the engine sends is kept, what it hears
/// is written.
final class Talk {
    static final int FRAGMENT = 1_000;
    static final int ROOM = 4_000;
    /// How often the engine is asked, if time passes.
    private static final long STEP_MILLIS = 50;

    final Written journal = new Written();
    final Engine engine;
    final List<Sent> sent = new ArrayList<>();
    private final TreeMap<Long, Integer> underWay = new TreeMap<>();
    /// Whether what is sent leaves the bearer at once.
    boolean draining = true;

    long now = 1_000_000;

    record Sent(long at, long bearer, Frame frame, int bytes) {
        /// Of which entry this is, or is a part.
        Reference place() {
            return switch (frame) {
                case Frame.Carry carry ->
                    PayloadCodec.decode(carry.entry().payload()).orThrow().reference();
                case Frame.Packed packed ->
                    PayloadCodec.decode(Packing.unpack(packed.packed()).orThrow())
                            .orThrow()
                            .reference();
                case Frame.Fragment fragment -> fragment.of();
                case Frame other -> throw new AssertionError("no part of an entry: " + other);
            };
        }
    }

    /// With a peer that has no dictionary: what goes is as long as its letters.
    Talk() {
        this(new SplittableRandom(1));
        hear(0, new Frame.PlainOnly(Dictionary.NUMBER));
    }

    private Talk(SplittableRandom random) {
        engine = new Engine(Engine.KEEPALIVE_MILLIS, random::nextBytes);
    }

    /// With a peer that has the dictionary.
    static Talk packing() {
        return new Talk(new SplittableRandom(1));
    }

    Talk stream(long id) {
        engine.up(new Bearer(id, true, FRAGMENT, ROOM), now);
        return this;
    }

    Talk datagrams(long id) {
        engine.up(new Bearer(id, false, FRAGMENT, ROOM), now);
        return this;
    }

    Talk paced(long id, long bitsPerSecond) {
        engine.up(new Bearer(id, false, FRAGMENT, FRAGMENT, bitsPerSecond), now);
        return this;
    }

    void say(Precedence precedence, int letters) {
        engine.offer(journal.say(Written.OWN, precedence, letters));
    }

    /// What the engine sends now.
    List<Sent> pump() {
        int before = sent.size();
        engine.pump(new Engine.Offer(journal, journal.heads(), journal.offered()), now, (bearer, frame) -> {
            sent.add(new Sent(now, bearer, FrameCodec.decode(frame).orThrow(), frame.length));
            underWay.merge(bearer, frame.length, Integer::sum);
            return frame.length;
        });
        List<Sent> fresh = List.copyOf(sent.subList(before, sent.size()));
        if (draining) {
            underWay.forEach(engine::drained);
            underWay.clear();
        }
        return fresh;
    }

    /// Time passes, and the engine is asked now and then. Answers what it sent.
    List<Sent> pass(long millis) {
        int before = sent.size();
        for (long end = now + millis; now < end; ) {
            now += Math.min(STEP_MILLIS, end - now);
            pump();
        }
        return List.copyOf(sent.subList(before, sent.size()));
    }

    int underWay(long bearer) {
        return underWay.getOrDefault(bearer, 0);
    }

    /// The bearer passes on so much.
    void drain(long bearer, int bytes) {
        underWay.merge(bearer, -bytes, Integer::sum);
        engine.drained(bearer, bytes);
    }

    List<Happening> hear(long bearer, Frame frame) {
        return engine.received(bearer, FrameCodec.encode(frame), true, journal, now);
    }

    List<Happening> hearReplay(long bearer, Frame frame) {
        return engine.received(bearer, FrameCodec.encode(frame), false, journal, now);
    }

    /// The peer says how much it holds of a feed, and nothing of others.
    void hearHeld(long bearer, Feed feed, long sequence) {
        hear(bearer, new Frame.Holding(null, List.of(new SeenMark(feed, sequence))));
    }

    static <F extends Frame> List<F> only(Class<F> kind, List<Sent> sent) {
        return sent.stream()
                .map(Sent::frame)
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }

    /// Sequences of the entries that went, whole or in part, each time that they began.
    static List<Long> entries(List<Sent> sent) {
        return sent.stream()
                .filter(it -> it.frame() instanceof Frame.Carry
                        || it.frame() instanceof Frame.Packed
                        || (it.frame() instanceof Frame.Fragment fragment && fragment.offset() == 0))
                .map(it -> it.place().sequence())
                .toList();
    }
}
