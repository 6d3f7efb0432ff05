package torgau.link.engine;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import torgau.journal.Binding;
import torgau.journal.Code;
import torgau.journal.Decoded;
import torgau.journal.Digest;
import torgau.journal.Entry;
import torgau.journal.Feed;
import torgau.journal.FeedHead;
import torgau.journal.JournalView;
import torgau.journal.Limits;
import torgau.journal.Precedence;
import torgau.journal.Reference;
import torgau.journal.SeenMark;
import torgau.journal.SeenVector;
import torgau.journal.SignedEntry;
import torgau.journal.crypto.RandomSource;
import torgau.link.pack.Dictionary;
import torgau.link.pack.Packing;

/// The conversation with one peer station. Owned by one thread; times are steady milliseconds.
public final class Engine {
    /// Between two keepalives on a stream.
    public static final long KEEPALIVE_MILLIS = 10_000;
    /// Between two keepalives where all bearers are slow.
    public static final long SLOW_KEEPALIVE_MILLIS = 30_000;
    /// Keepalives without an answer after which the peer counts as unanswered.
    public static final int MISSES = 3;
    /// How long what was received may wait for its transport acknowledgement where it can be lost on the
    /// way.
    public static final long HOLDING_DELAY_MILLIS = 100;
    /// The same on streams, where mostly a signed receipt goes first and makes it needless.
    public static final long STREAM_HOLDING_DELAY_MILLIS = 2_500;
    /// Entries received after which the acknowledgement waits no longer.
    public static final int HOLDING_EVERY = 64;
    private static final long MIN_RETRANSMIT_MILLIS = 400;
    private static final long STREAM_RETRANSMIT_MILLIS = 5_000;
    private static final int MAX_BACKOFF = 8;
    private static final int MAX_CONTROL = 256;
    private static final long UNREAD_MILLIS = 1_000;
    private static final long MINUTE_MILLIS = 60_000;
    private static final int HOLDING_BYTES = 32;
    private static final int MARK_BYTES = 20;
    /// After which all that is held is said again, whatever the peer seems to know: once its word may
    /// have been lost.
    private static final long WHOLE_HOLDING_MILLIS = KEEPALIVE_MILLIS;

    private static final long SLOW_WHOLE_HOLDING_MILLIS = 600_000;
    /// How long a challenge may go unanswered where the round trip is not known yet, beside its air
    /// time.
    private static final long FIRST_PATIENCE_MILLIS = 5_000;
    private static final long SHORTEST_PROBE_MILLIS = 1_000;
    /// Challenges in a row without an answer after which only what is urgent goes out blindly.
    private static final int SILENT = 2;

    /// Turns of the air in a row that a FLASH may take before what the stations say of themselves.
    private static final int FLASHES_AHEAD = 8;

    private static final long STREAM_WHOLE_HOLDING_MILLIS = 6 * KEEPALIVE_MILLIS;
    /// Answers that may wait for room on one bearer; who asks more often is not answered each time.
    private static final int MAX_PULSES = 8;

    private static final int MAX_AHEAD = 4_096;

    /// Pieces of FLASH that may wait for room on a bearer while others already have them.
    private static final int MAX_COPIES = 64;

    private final Outbox outbox = new Outbox();
    private final Inbox inbox = new Inbox();
    private final RandomSource random;
    private final long keepaliveMillis;
    private final NavigableSet<Reference> heldAhead = new TreeSet<>();
    private final NavigableMap<Long, Open> bearers = new TreeMap<>();
    private final Deque<Frame> control = new ArrayDeque<>();
    private @Nullable Supply supply;
    private boolean wholeHoldingDue;
    private boolean holdingDue;
    private long holdingDueAt;
    private int receivedSince;
    private long progressAt;
    private long arrived;
    private int backoff = 1;
    /// Whether the peer was heard after a silence in which what was under way should have been answered.
    private boolean returned;
    private int flashesAhead;
    private boolean peerListens;
    private long wholeHoldingAt;
    private long unreadAt = -UNREAD_MILLIS;

    /// The bearers that carry what goes only once: those heard lately or, if none was, all; of them those
    /// that are proven, and of these streams rather than datagrams.
    private List<Open> used = List.of();

    private static final class Open {
        final Bearer bearer;
        final Pulses pulses;
        final long every;
        final long since;
        final Deque<Frame> answers = new ArrayDeque<>();
        final Deque<byte[]> copies = new ArrayDeque<>();
        long housekeepingBytes;
        long room;
        long heardAt;
        boolean proven;

        Open(Bearer bearer, Pulses pulses, long every, long now) {
            this.bearer = bearer;
            this.pulses = pulses;
            this.every = every;
            this.since = now;
            this.room = bearer.roomBytes();
            this.heardAt = now;
        }

        boolean idle() {
            return room >= bearer.roomBytes();
        }

        /// Whether its other end is there as far as is known: it is used before those that are silent.
        boolean heardLately(long now) {
            return now - heardAt < every * 3 / 2;
        }

        boolean paced() {
            return !bearer.stream() && bearer.bitsPerSecond() > 0;
        }

        /// Round trip, and the air time of so many fragments each way.
        long tripMillis(int fragments) {
            long air = bearer.airMillis((long) fragments * bearer.fragmentBytes());
            long known = pulses.roundTripMillis();
            return air + (known == 0 ? FIRST_PATIENCE_MILLIS : known + known / 2);
        }

        void pace() {
            if (paced()) {
                long again = Math.clamp(tripMillis(2), SHORTEST_PROBE_MILLIS, SLOW_KEEPALIVE_MILLIS);
                pulses.pace(every, again, bearer.slow() ? tripMillis(1) : 0);
            }
        }

        /// What others carry too goes here as soon as there is room.
        void copy(byte[] frame) {
            if (copies.size() < MAX_COPIES && copies.stream().noneMatch(waiting -> Arrays.equals(waiting, frame))) {
                copies.add(frame);
            }
        }

        void answer(Frame pulse) {
            if (answers.size() < MAX_PULSES) {
                answers.add(pulse);
            }
        }
    }

    /// @param random for challenges
    public Engine(long keepaliveMillis, RandomSource random) {
        this.keepaliveMillis = keepaliveMillis;
        this.random = random;
    }

    /// Begins to use a bearer: the peer is told what is held here, and probed. What went only where
    /// nothing has been heard lately goes again.
    public void up(Bearer bearer, long now) {
        if (bearers.values().stream().noneMatch(open -> open.heardLately(now))) {
            outbox.rewind();
        }
        long every = bearer.slow() ? Math.max(keepaliveMillis, SLOW_KEEPALIVE_MILLIS) : keepaliveMillis;
        bearers.put(bearer.id(), new Open(bearer, new Pulses(every, random), every, now));
        choose(now);
        wholeHoldingDue = true;
        progressAt = now;
        backoff = 1;
    }

    /// A bearer is gone: what was under way may be lost, and costs no entry.
    public void down(long bearer) {
        Open gone = bearers.remove(bearer);
        if (gone != null) {
            used = used.stream().filter(open -> !open.equals(gone)).toList();
            again();
        }
    }

    /// The peer could not read what was under way. Nobody signs such a word, so it is heeded once a
    /// second.
    public void unread(long now) {
        if (now - unreadAt >= UNREAD_MILLIS) {
            unreadAt = now;
            again();
        }
    }

    /// The peer receives and sends nothing, by its own word: what is new goes out all the same, and nothing goes again
    /// but by `repeat`.
    public void peerListens(boolean listens) {
        peerListens = listens;
    }

    /// All that the peer is not known to hold goes once more.
    public void repeat(long now) {
        again();
        progressAt = now;
    }

    private void again() {
        outbox.rewind();
        bearers.values().forEach(open -> open.pulses.restart());
        wholeHoldingDue = true;
    }

    /// The bearer has passed on so many bytes.
    public void drained(long bearer, int bytes) {
        Open open = bearers.get(bearer);
        if (open != null) {
            open.room = Math.min(open.bearer.roomBytes(), open.room + bytes);
        }
    }

    public boolean connected() {
        return !bearers.isEmpty();
    }

    public boolean uses(long bearer) {
        return bearers.containsKey(bearer);
    }

    public List<Bearer> bearers() {
        return bearers.values().stream().map(open -> open.bearer).toList();
    }

    public long roundTripMillis() {
        return used.stream()
                .mapToLong(open -> open.pulses.roundTripMillis())
                .max()
                .orElse(0);
    }

    /// Between two keepalives on the slowest bearer on which the peer has answered; of all, if it has on
    /// none.
    public long keepaliveMillis() {
        boolean any = anyAnswered();
        return bearers.values().stream()
                .filter(open -> !any || open.pulses.everAlive())
                .mapToLong(open -> open.every)
                .max()
                .orElse(keepaliveMillis);
    }

    private boolean anyAnswered() {
        return bearers.values().stream().anyMatch(open -> open.pulses.everAlive());
    }

    /// Whether all bearers in use are datagrams of a configured rate.
    private boolean paced() {
        return !used.isEmpty() && used.stream().allMatch(Open::paced);
    }

    private boolean slow() {
        return paced() && used.stream().allMatch(open -> open.bearer.slow());
    }

    /// Whether the peer has left several challenges unanswered. Said of paced bearers only: others end
    /// when they die.
    private boolean silent() {
        return !peerListens && paced() && used.stream().allMatch(open -> open.pulses.unanswered() >= SILENT);
    }

    private long tripMillis(int fragments) {
        return used.stream().mapToLong(open -> open.tripMillis(fragments)).max().orElse(FIRST_PATIENCE_MILLIS);
    }

    /// Looks which bearers are in use. Where all that were have fallen silent, what they had taken goes
    /// over the others.
    private void choose(long now) {
        boolean fellSilent = !used.isEmpty() && used.stream().noneMatch(open -> open.heardLately(now));
        List<Open> before = used;
        List<Open> best = List.copyOf(bearers.values());
        best = preferred(best, open -> open.heardLately(now));
        best = preferred(best, open -> open.proven);
        used = preferred(best, open -> open.bearer.stream());
        if (fellSilent && Collections.disjoint(before, used)) {
            outbox.rewind();
            progressAt = now;
            backoff = 1;
        }
    }

    private static List<Open> preferred(List<Open> among, Predicate<Open> better) {
        List<Open> some = among.stream().filter(better).toList();
        return some.isEmpty() ? among : some;
    }

    /// How each bearer stands.
    public List<BearerStatus> status(long now) {
        return bearers.values().stream().map(open -> status(open, now)).toList();
    }

    private BearerStatus status(Open open, long now) {
        OptionalLong alive = open.pulses.aliveAt();
        boolean late = now - alive.orElse(open.since) >= open.every * MISSES;
        BearerStatus.State proven = alive.isEmpty() ? BearerStatus.State.UNPROVEN : BearerStatus.State.WORKING;
        Pulses.Probes probes = open.pulses.probes();
        long minutes = Math.max(1, (now - open.since) / MINUTE_MILLIS);
        return new BearerStatus(
                open.bearer.id(),
                late ? BearerStatus.State.UNANSWERED : proven,
                alive.isEmpty() ? OptionalLong.empty() : OptionalLong.of(now - alive.getAsLong()),
                open.pulses.roundTripMillis(),
                probes.sent(),
                probes.unanswered(),
                open.housekeepingBytes / minutes);
    }

    /// What the peer is not known to hold, and how long that will take.
    public Backlog backlog(Offer offered) {
        heldAhead.removeIf(place -> held(place.feed()) >= place.sequence());
        Bearer fastest = used.stream()
                .map(open -> open.bearer)
                .max(Comparator.comparingLong(Bearer::bitsPerSecond))
                .orElse(null);
        return Backlog.of(offered, this::held, heldAhead, paced() ? fastest : null);
    }

    /// Whether something is under way of which the peer has not said that it holds it.
    public boolean waitsForPeer() {
        return outbox.waitsForPeer();
    }

    /// How much of a feed the peer is known to hold.
    public long held(Feed feed) {
        return outbox.held(feed);
    }

    /// The peer has signed, or shown by sending it, that it holds this much.
    public void peerHolds(Feed feed, long sequence) {
        outbox.holds(feed, sequence);
    }

    /// The peer has signed that it holds an entry ahead of a gap.
    public void peerHoldsAhead(Reference place) {
        holdsAhead(place);
    }

    private void holdsAhead(Reference place) {
        outbox.holdsAhead(place);
        if (heldAhead.size() < MAX_AHEAD) {
            heldAhead.add(place);
        }
    }

    public void peerHolds(SeenVector vector) {
        vector.sequences().forEach(outbox::holds);
    }

    /// An entry of this station is on disk and may go.
    public void offer(Entry entry) {
        outbox.offer(entry);
    }

    /// Asks the peer for an entry with its explicit ids.
    public void expand(Reference place) {
        enqueue(new Frame.Expand(place));
    }

    /// Tells the peer that an entry is refused.
    public void refuse(Reference place, String code) {
        enqueue(new Frame.Refused(place, code));
    }

    /// Asks the peer for a blob from an offset on.
    public void want(Digest blob, int offset) {
        enqueue(new Frame.BlobWanted(blob, offset));
    }

    /// Begins to send what the peer has asked for, in place of what it had asked for before: at most a
    /// window, and each piece only when there is nothing else to send and nothing under way, so that no
    /// entry waits for a second one.
    ///
    /// @param from offset within the blob
    public void supply(Digest hash, byte[] blob, int from) {
        supply = new Supply(hash, blob, from);
    }

    /// What was received is on disk, or was held already: the peer is to know, soon.
    public void acknowledge(long now) {
        receivedSince++;
        if (!holdingDue) {
            holdingDue = true;
            boolean streams = bearers.values().stream().allMatch(open -> open.bearer.stream());
            holdingDueAt = now + (streams ? STREAM_HOLDING_DELAY_MILLIS : HOLDING_DELAY_MILLIS);
        }
    }

    /// An entry of this station is on its way that says all that was to be acknowledged.
    public void receipted() {
        holdingDue = false;
        receivedSince = 0;
    }

    /// Whether nothing that is sent can be lost as long as its bearer lives.
    private boolean streams() {
        return used.stream().allMatch(open -> open.bearer.stream());
    }

    /// Takes one opened frame that this bearer has brought from the peer.
    ///
    /// @param live whether the peer made it for this process. One that is not may be a replay from
    ///     before the last start: it says nothing against a bearer, and nothing against what the peer is
    ///     known to hold
    /// @param disk what is on disk here: nothing else is shown to the peer, nor is it believed that it
    ///     holds else
    public List<Happening> received(long bearer, byte[] bytes, boolean live, JournalView disk, long now) {
        Open open = bearers.get(bearer);
        if (open != null && live) {
            returned |= paced() && now - heardAt() >= tripMillis(2);
            open.pulses.heard();
            open.heardAt = now;
            open.proven = true;
        }
        return switch (FrameCodec.decode(bytes)) {
            case Decoded.Refusal<Frame>(Code code, String _) -> List.of(new Happening.Dropped(code));
            case Decoded.Value<Frame>(Frame frame) -> received(open, frame, live, disk, now);
        };
    }

    private long heardAt() {
        return bearers.values().stream().mapToLong(open -> open.heardAt).max().orElse(0);
    }

    /// Only entries come in fragments: anything else in them is nobody's.
    private List<Happening> whole(byte[] bytes) {
        return switch (FrameCodec.decode(bytes)) {
            case Decoded.Value<Frame>(Frame.Carry carry) -> candidate(carry.entry(), carry.binding());
            case Decoded.Value<Frame>(Frame.Packed packed) -> unpacked(packed);
            case Decoded.Value<Frame>(Frame _) -> List.of(new Happening.Dropped(Code.MALFORMED));
            case Decoded.Refusal<Frame>(Code code, String _) -> List.of(new Happening.Dropped(code));
        };
    }

    private static List<Happening> candidate(SignedEntry entry, @Nullable Binding binding) {
        return List.of(new Happening.Candidate(entry, binding));
    }

    /// Who packs with a dictionary that is not here is told, and what it packed is sent again as it is.
    private List<Happening> unpacked(Frame.Packed packed) {
        if (packed.dictionary() != Dictionary.NUMBER) {
            enqueue(new Frame.PlainOnly(packed.dictionary()));
            return List.of(new Happening.Dropped(Code.DICTIONARY_UNKNOWN));
        }
        return switch (Packing.unpack(packed.packed())) {
            case Decoded.Value<byte[]>(byte[] payload) ->
                candidate(new SignedEntry(payload, packed.signature()), packed.binding());
            case Decoded.Refusal<byte[]>(Code code, String _) -> List.of(new Happening.Dropped(code));
        };
    }

    /// The peer lacks a dictionary. Of one that is not used here this says nothing.
    private void plainOnly(Frame.PlainOnly plain) {
        if (plain.dictionary() == Dictionary.NUMBER && outbox.plain()) {
            again();
        }
    }

    private List<Happening> received(@Nullable Open open, Frame frame, boolean live, JournalView disk, long now) {
        return switch (frame) {
            case Frame.Holding holding -> {
                holding(holding, live, disk);
                yield List.of();
            }
            case Frame.Pulse pulse -> open == null ? List.of() : pulse(open, pulse, now);
            case Frame.Carry carry -> candidate(carry.entry(), carry.binding());
            case Frame.Packed packed -> unpacked(packed);
            case Frame.PlainOnly plain -> {
                plainOnly(plain);
                yield List.of();
            }
            case Frame.Fragment fragment -> inbox.add(fragment).map(this::whole).orElse(List.of());
            case Frame.Expand expand -> {
                disk.entry(expand.place()).ifPresent(outbox::expand);
                yield List.of();
            }
            case Frame.Refused refused -> List.of(new Happening.RefusedThere(refused.place(), refused.code()));
            case Frame.BlobPiece piece -> List.of(new Happening.Piece(piece));
            case Frame.BlobWanted wanted -> List.of(new Happening.Wanted(wanted));
        };
    }

    private void holding(Frame.Holding holding, boolean live, JournalView disk) {
        Frame.Span span = holding.span();
        if (span != null && live) {
            outbox.holdsExactly(span, holding.marks());
        }
        holding.marks().forEach(mark -> disk.head(mark.feed()).ifPresent(head -> holds(mark, head.sequence())));
    }

    /// The peer names what it holds of a feed of which this much is on disk here: ahead of a gap it can
    /// spare a peer nothing that is not here.
    private void holds(SeenMark mark, long last) {
        if (mark.sequence() > 0) {
            outbox.holds(mark.feed(), mark.sequence());
        }
        mark.ahead().stream()
                .filter(ahead -> ahead.sequence() <= last)
                .forEach(ahead -> holdsAhead(new Reference(mark.feed(), ahead.sequence())));
    }

    /// Each bearer is proven by itself: the echo goes back the way the challenge came.
    private List<Happening> pulse(Open open, Frame.Pulse pulse, long now) {
        boolean first = !anyAnswered();
        boolean alive = open.pulses.answered(pulse.echo(), now);
        wholeHoldingDue |= first && alive; // the first may have come as a frame that was not live
        Long challenge = pulse.challenge();
        if (challenge != null) {
            open.answer(open.pulses.answer(challenge, now));
        }
        return alive ? List.of(new Happening.Alive(open.pulses.roundTripMillis())) : List.of();
    }

    private void enqueue(Frame frame) {
        if (control.size() < MAX_CONTROL) {
            control.add(frame);
        }
    }

    /// Sends what may go now.
    ///
    /// @param offered what is here, and how much of it may go to this peer
    public void pump(Offer offered, long now, Carrier carrier) {
        if (bearers.isEmpty()) {
            return;
        }
        choose(now);
        bearers.values().forEach(open -> probe(open, now));
        retransmit(now);
        holdings(offered, now);
        copies(carrier);
        flashes(offered, now, carrier);
        bearers.values().forEach(open -> answers(open, carrier));
        while (!control.isEmpty()) {
            Optional<Open> way = way(0, now);
            if (way.isEmpty()) {
                return;
            }
            housekeeping(way.get(), control.remove(), carrier);
        }
        flashesAhead = 0;
        if (!silent()) {
            entries(offered, now, carrier);
            pieces(now, carrier);
        }
    }

    private void probe(Open open, long now) {
        open.pace();
        if (open.pulses.due(now)) {
            wholeHoldingDue |= !anyAnswered();
            open.answer(open.pulses.challenge(now));
        }
    }

    private static void answers(Open open, Carrier carrier) {
        while (!open.answers.isEmpty() && open.room >= 0) {
            housekeeping(open, open.answers.remove(), carrier);
        }
    }

    private static void housekeeping(Open open, Frame frame, Carrier carrier) {
        long before = open.room;
        transmit(open, FrameCodec.encode(frame), carrier);
        open.housekeepingBytes += before - open.room;
    }

    /// On a paced bearer a FLASH goes before what the stations say of themselves, but for a few times in
    /// a row only.
    private void flashes(Offer offered, long now, Carrier carrier) {
        if (paced() && flashesAhead < FLASHES_AHEAD && outbox.flashWaits(offered.journal(), offered.feeds())) {
            flashesAhead++;
            entries(offered, now, carrier);
        }
    }

    private void pieces(long now, Carrier carrier) {
        for (Supply from = supply; from != null; from = supply) {
            Optional<Open> way = way(1, now).filter(Open::idle);
            if (way.isEmpty()) {
                return;
            }
            byte[] frame = FrameCodec.encode(from.next(way.get().bearer.fragmentBytes()));
            supply = from.over() ? null : from;
            transmit(way.get(), frame, carrier);
        }
    }

    private void entries(Offer offered, long now, Carrier carrier) {
        for (Optional<Open> way = way(1, now); way.isPresent(); way = way(1, now)) {
            boolean idle = !outbox.waitsForPeer();
            int narrowest = bearers.values().stream()
                    .mapToInt(open -> open.bearer.fragmentBytes())
                    .min()
                    .orElseThrow();
            int fragment = way.get().bearer.fragmentBytes();
            Optional<Outbox.Piece> piece = outbox.next(
                    offered.journal(), offered.feeds(), new Outbox.Fragments(fragment, narrowest, datagrams()));
            if (piece.isEmpty()) {
                return;
            }
            if (idle) {
                progressAt = now;
            }
            if (piece.get().precedence() == Precedence.FLASH) {
                bearers.values().forEach(open -> open.copy(piece.get().frame()));
                bearers.values().forEach(open -> copies(open, carrier));
            } else {
                transmit(way.get(), piece.get().frame(), carrier);
            }
        }
    }

    private static void copies(Open open, Carrier carrier) {
        while (!open.copies.isEmpty() && open.room > 0) {
            transmit(open, open.copies.remove(), carrier);
        }
    }

    /// Goes on with what other bearers carry too, unless the peer holds all of it.
    private void copies(Carrier carrier) {
        for (Open open : bearers.values()) {
            if (!outbox.waitsForPeer()) {
                open.copies.clear();
            }
            copies(open, carrier);
        }
    }

    /// Whether any bearer is one on which bytes are scarce.
    private boolean datagrams() {
        return bearers.values().stream().anyMatch(open -> !open.bearer.stream());
    }

    /// The bearer to use: of those heard lately, or of all if none was, one that the peer has proven, a
    /// stream rather than datagrams, the fastest, the newest.
    private Optional<Open> way(int needed, long now) {
        boolean anyHeard = bearers.values().stream().anyMatch(open -> open.heardLately(now));
        return bearers.values().stream()
                .filter(open -> open.room >= needed && (!anyHeard || open.heardLately(now)))
                .max(Comparator.comparing((Open open) -> open.proven)
                        .thenComparing(open -> open.bearer.stream())
                        .thenComparing(open -> open.bearer.bitsPerSecond() == 0)
                        .thenComparingLong(open -> open.bearer.bitsPerSecond())
                        .thenComparingLong(open -> open.bearer.id()));
    }

    private static void transmit(Open open, byte[] frame, Carrier carrier) {
        open.room -= carrier.transmit(open.bearer.id(), frame);
    }

    /// Only what the peer says of entries under way puts off that they go again, and that they still
    /// wait for room.
    private void retransmit(long now) {
        if (outbox.arrived() != arrived) {
            arrived = outbox.arrived();
            progressAt = now;
            backoff = 1;
        }
        if (outbox.amidst()) {
            progressAt = now;
        }
        if (returned) {
            returned = false;
            overtakenBySilence(now);
        }
        if (outbox.waitsForPeer() && !peerListens && now - progressAt >= retransmitAfter()) {
            outbox.rewind();
            progressAt = now;
            backoff = Math.min(MAX_BACKOFF, backoff * 2);
        }
    }

    /// What was under way when the peer fell silent is lost; it goes again at once, the most urgent
    /// first.
    private void overtakenBySilence(long now) {
        if (outbox.waitsForPeer() && now - progressAt >= roundTripMillis()) {
            outbox.rewind();
            progressAt = now;
            backoff = 1;
        }
    }

    private long retransmitAfter() {
        if (paced()) {
            return Math.max(MIN_RETRANSMIT_MILLIS, tripMillis(2)) * backoff;
        }
        long base = streams() ? STREAM_RETRANSMIT_MILLIS : MIN_RETRANSMIT_MILLIS;
        return Math.max(base, 4 * roundTripMillis()) * backoff;
    }

    private void holdings(Offer offered, long now) {
        boolean whole = wholeHoldingDue || now - wholeHoldingAt >= wholeHoldingMillis();
        if (whole || (holdingDue && (now >= holdingDueAt || receivedSince >= HOLDING_EVERY))) {
            control.removeIf(frame -> frame instanceof Frame.Holding);
            holdings(List.copyOf(offered.durable()), whole).reversed().forEach(control::addFirst);
            wholeHoldingAt = whole ? now : wholeHoldingAt;
            wholeHoldingDue = false;
            holdingDue = false;
            receivedSince = 0;
        }
    }

    private long wholeHoldingMillis() {
        long usual = streams() ? STREAM_WHOLE_HOLDING_MILLIS : WHOLE_HOLDING_MILLIS;
        return slow() ? SLOW_WHOLE_HOLDING_MILLIS : usual;
    }

    /// In as many frames as the narrowest bearer needs; together they speak for every feed, if they are
    /// whole.
    private List<Frame> holdings(List<FeedHead> heads, boolean whole) {
        int room = bearers.values().stream()
                .mapToInt(open -> open.bearer.fragmentBytes())
                .min()
                .orElseThrow();
        int page = Math.clamp((room - HOLDING_BYTES) / MARK_BYTES, 1, Limits.SEEN_FEEDS);
        var frames = new ArrayList<Frame>();
        Feed after = null;
        for (int start = 0; start < Math.max(1, heads.size()); start += page) {
            List<FeedHead> some = heads.subList(start, Math.min(heads.size(), start + page));
            boolean last = start + page >= heads.size();
            Feed to = last ? null : some.getLast().feed();
            List<SeenMark> marks = some.stream()
                    .map(head -> new SeenMark(head.feed(), head.sequence()))
                    .toList();
            frames.add(new Frame.Holding(whole ? new Frame.Span(after, to) : null, marks));
            after = to;
        }
        return frames;
    }

    /// When something is due next even if nothing happens; steady milliseconds.
    public long nextAt() {
        if (bearers.isEmpty()) {
            return Long.MAX_VALUE;
        }
        long next = bearers.values().stream()
                .mapToLong(open -> open.pulses.nextAt())
                .min()
                .orElse(Long.MAX_VALUE);
        next = holdingDue ? Math.min(next, holdingDueAt) : next;
        boolean resends = outbox.waitsForPeer() && !peerListens;
        return resends ? Math.min(next, progressAt + retransmitAfter()) : next;
    }

    /// What is here for a peer.
    ///
    /// @param durable heads of all feeds as they are on disk
    /// @param feeds how far each feed may go to this peer
    public record Offer(JournalView journal, Collection<FeedHead> durable, NavigableMap<Feed, Long> feeds) {}
}
