package torgau.station.heart;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import torgau.journal.Act;
import torgau.journal.ActTypes;
import torgau.journal.Code;
import torgau.journal.Decoded;
import torgau.journal.Entry;
import torgau.journal.Feed;
import torgau.journal.FeedHead;
import torgau.journal.Payload;
import torgau.journal.PayloadCodec;
import torgau.journal.Precedence;
import torgau.journal.Reference;
import torgau.journal.SeenMark;
import torgau.journal.SeenVector;
import torgau.journal.TrafficClass;
import torgau.journal.admission.Admission;
import torgau.journal.admission.Admissions;
import torgau.journal.agreement.Roster;
import torgau.journal.crypto.RandomSource;
import torgau.journal.crypto.Verifier;
import torgau.link.courier.Load;
import torgau.link.engine.Bearer;
import torgau.link.engine.Engine;
import torgau.link.engine.Frame;
import torgau.link.engine.Happening;
import torgau.link.seal.Doors;
import torgau.link.seal.Inbound;
import torgau.link.seal.KemKey;
import torgau.link.seal.SealWire;
import torgau.link.seal.Sealer;
import torgau.link.seal.Self;
import torgau.link.seal.SessionMemory;
import torgau.matters.Suspensions;
import torgau.store.Answer;
import torgau.store.JournalStore;
import torgau.store.Pending;
import torgau.store.Write;

/// A station's heart. Owned by one thread: inputs go in one by one, the effects of each come out in
/// order.
public final class Heart {
    /// How long a receipt of what is not urgent may wait to be joined by others.
    public static final long SEEN_DELAY_MILLIS = 2_000;
    private static final String SESSIONS = "sessions";
    private static final int FRAGMENT_BYTES = 16_384;
    private static final int STREAM_ROOM_BYTES = 65_536;
    private static final int DROPS_BEFORE_CLOSE = 3;
    private static final int MAX_EXPANSIONS = 512;
    private static final long RELAY_AFTER_MILLIS = 2_000;
    private static final NavigableMap<Feed, Long> NOTHING = new TreeMap<>();

    private final Identity identity;
    private final JournalStore store;
    private final Verifier entryVerifier;
    private final Verifier rootVerifier;
    private final RandomSource random;
    private final Vault vault;
    private final KeyRing keys;
    private final Ledger ledger;
    private final Doors doors;
    private final Releases releases;
    private final LinkTests tests;
    private final Waiting waiting = new Waiting();
    private final Alarms alarms = new Alarms(this::tell);
    private final Blobs blobs;
    private final Courier courier;
    private final NavigableMap<Integer, Peer> peers = new TreeMap<>();
    private final NavigableMap<Long, Unbound> unbound = new TreeMap<>();
    private final NavigableMap<Reference, Long> expansions = new TreeMap<>();
    private final NavigableMap<Feed, Long> offered = new TreeMap<>();
    private NavigableMap<Feed, Long> relaySoon = NOTHING;
    private final List<Effect> effects = new ArrayList<>();
    private final List<Command> commands = new ArrayList<>();
    private final List<Waits> waits = new ArrayList<>();
    private final NavigableMap<String, Answer> asked = new TreeMap<>();
    private Roster roster;
    private Suspensions suspensions;
    private long relayAt;
    private long seenDueAt = Long.MAX_VALUE;
    private int sessionsRevision;
    private boolean receiveOnly;
    private boolean halted;
    private boolean stopping;

    /// A bearer of which nobody knows yet who is at its other end.
    private static final class Unbound {
        final Input.BearerUp up;
        int drops;

        Unbound(Input.BearerUp up) {
            this.up = up;
        }
    }

    /// A command that waits until what it made is on disk.
    private record Command(long number, Entry entry, Precedence asked) {}

    /// A command that waits until what came of it, which is no entry, is on disk.
    private record Waits(long command, Effect.Result result, long token) {}

    /// Wakes a station up on what its disk holds.
    ///
    /// @param entryVerifier for signatures of stations
    /// @param rootVerifier for signatures of roots
    public Heart(
            Identity identity,
            JournalStore store,
            Verifier entryVerifier,
            Verifier rootVerifier,
            RandomSource random,
            Moment now) {
        this.identity = identity;
        this.store = store;
        this.entryVerifier = entryVerifier;
        this.rootVerifier = rootVerifier;
        this.random = random;
        this.vault = new Vault(identity.storageKey(), random);
        this.roster = amended(identity.founding());
        this.suspensions =
                Suspensions.of(store.ofTypes(new TreeSet<>(List.of(ActTypes.SUSPENSION, ActTypes.RESUMPTION))));
        List<Entry> offers = store.ofTypes(new TreeSet<>(List.of(ActTypes.KEY_OFFER)));
        this.keys = new KeyRing(vault, identity.agreementKey(), store, offers, identity.station());
        Feed feed = Incarnation.choose(store, identity, random);
        this.ledger = new Ledger(roster.line(), feed, identity.signer(), store);
        var self = new Self(roster.line(), feed, identity.signer());
        this.doors = new Doors(self, entryVerifier, random, remembered(self));
        this.blobs = new Blobs(identity, store, ledger, alarms, this::tell);
        this.courier = new Courier(identity, keys, ledger, store, entryVerifier, random);
        this.releases = new Releases(feed.party());
        this.tests = new LinkTests(roster, identity, now);
        this.relayAt = now.steady() + RELAY_AFTER_MILLIS;
        store.heads().stream()
                .filter(head -> head.feed().station() == identity.station())
                .forEach(head -> offered.put(head.feed(), head.sequence()));
        ledger.write(new Write.Forget(Incarnation.CLEAN_STOP));
        crowdedOut(now);
        doors.keys(keys.alive());
        befriend(now);
        proofs(now);
        contradicted(now);
    }

    private Roster amended(Roster founding) {
        Roster state = founding;
        for (Entry entry : store.ofTypes(new TreeSet<>(List.of(ActTypes.AMENDMENT)))) {
            state = state.with(entry, rootVerifier);
        }
        return state;
    }

    private void amended(Entry entry, Moment now) {
        roster = roster.with(entry, rootVerifier);
        contradicted(now);
        befriend(now);
    }

    private void contradicted(Moment now) {
        for (int party : roster.contradicted()) {
            roster.stations().stream()
                    .filter(station -> station.party() == party)
                    .findFirst()
                    .ifPresent(station -> alarms.raise(
                            Code.ROOT_EQUIVOCATION,
                            station.number(),
                            "",
                            "the root of party " + party + " signed two amendments that follow the same one",
                            now));
        }
    }

    private SessionMemory remembered(Self self) {
        return store.memory(SESSIONS)
                .flatMap(kept -> vault.open(SESSIONS, kept))
                .flatMap(kept -> SessionMemory.decode(kept, self))
                .orElseGet(() -> SessionMemory.none(self));
    }

    /// Makes or renews the link to every other station that the roster names.
    private void befriend(Moment now) {
        roster.stations().stream()
                .filter(station -> station.number() != identity.station())
                .flatMap(station -> keys.of(station).stream())
                .map(doors::peer)
                .forEach(sealer -> peers.computeIfAbsent(sealer.station(), _ -> met(sealer, now)));
    }

    private Peer met(Sealer sealer, Moment now) {
        var watch = new LineWatch(sealer.station(), Engine.KEEPALIVE_MILLIS * Engine.MISSES, now);
        var peer = new Peer(
                sealer.station(),
                new Engine(Engine.KEEPALIVE_MILLIS, random),
                sealer,
                watch,
                roster.agreement().rules().flashPerHour());
        ledger.journal().heads().stream()
                .filter(head -> head.feed().station() == sealer.station())
                .forEach(head -> known(peer, head));
        return peer;
    }

    /// What a peer has signed to hold.
    private static void known(Peer peer, FeedHead head) {
        peer.engine.peerHolds(head.seen());
        peer.engine.peerHolds(head.feed(), head.sequence());
    }

    private void proofs(Moment now) {
        for (var proof : store.proofs()) {
            Feed forked = PayloadCodec.decode(proof.first().signed().payload())
                    .orThrow()
                    .feed();
            alarms.raise(Code.EQUIVOCATION, forked.station(), forked.toString(), "feed " + forked + " is forked", now);
        }
    }

    /// The first effects: the mark of the last clean stop goes, what the last run did not come to
    /// receipt is receipted, and whatever is due is made.
    public List<Effect> start(Moment now) {
        ledger.unreceipted().ifPresent(precedence -> seen(precedence, now));
        return on(new Input.Tick(), now);
    }

    /// Whether what is remembered under this name is still true in a journal from which entries are
    /// lost. The mark of a clean stop is not: the station goes on in a new incarnation.
    public static boolean outlivesDamage(String memory) {
        return !memory.equals(Incarnation.CLEAN_STOP);
    }

    /// One step.
    public List<Effect> on(Input input, Moment now) {
        switch (input) {
            case Input.BearerUp up -> bearerUp(up, now);
            case Input.BearerDown(long bearer) -> bearerDown(bearer, now);
            case Input.Received(long bearer, byte[] message) -> received(bearer, message, now);
            case Input.Drained(long bearer, int bytes) ->
                peers.values().forEach(peer -> peer.engine.drained(bearer, bytes));
            case Input.Tick _ -> {}
            case Input.Written(long token) -> written(token, now);
            case Input.WriteFailed failed -> halt(failed, now);
            case Input.Release(long command, Draft draft) -> release(command, draft, now);
            case Input.ReleaseTogether(long command, List<Draft> drafts) ->
                onceWritten(command, () -> together(drafts, now));
            case Input.TestLine test -> test(test, now);
            case Input.PutIn(long command, byte[] blob) -> onceWritten(command, () -> blobs.putIn(blob, now));
            case Input.Take(long command, byte[] file) -> onceWritten(command, () -> taken(file, now));
            case Input.Erase(long command, Reference entry) ->
                onceWritten(command, () -> blobs.erase(ledger.journal().entry(entry), now));
            case Input.Want(Reference entry) ->
                ledger.journal().entry(entry).ifPresent(named -> blobs.want(named.payload(), now));
            case Input.ReceiveOnly(boolean on) -> receiveOnly(on, now);
            case Input.Listeners(NavigableMap<Integer, Long> until) ->
                peers.values().forEach(peer -> peer.watch.listensUntil(until.getOrDefault(peer.station, 0L)));
            case Input.Stop _ -> stop();
        }
        due(now);
        remember();
        ledger.flush().ifPresent(effects::add);
        pump(now);
        List<Effect> made = List.copyOf(effects);
        effects.clear();
        return made;
    }

    // --- receive only ---

    /// What is said meanwhile is signed, kept and receipted as ever; it waits. Of the links nothing is kept from
    /// before: their other ends may have done anything meanwhile.
    private void receiveOnly(boolean on, Moment now) {
        if (on == receiveOnly) {
            return;
        }
        receiveOnly = on;
        peers.values().forEach(peer -> peer.watch.receiveOnly(on, now));
        if (!on) {
            peers.values().forEach(peer -> peer.renew(now));
        }
    }

    /// The one place from which a message leaves for a peer.
    private void send(long bearer, byte[] message) {
        if (!receiveOnly) {
            effects.add(new Effect.Send(bearer, message));
        }
    }

    // --- bearers ---

    private void bearerUp(Input.BearerUp up, Moment now) {
        Peer dialled = up.dialled() == null ? null : peers.get(up.dialled());
        if (dialled == null) {
            unbound.put(up.bearer(), new Unbound(up));
        } else {
            attach(dialled, up, now);
        }
    }

    private void attach(Peer peer, Input.BearerUp up, Moment now) {
        peer.ways.put(
                up.bearer(),
                new Peer.Way(up.bearer(), up.mtu(), up.stream(), up.dialled() != null, false, now.steady()));
        int fragment = Math.min(FRAGMENT_BYTES, SealWire.room(up.mtu()) - 64);
        peer.sealer.bearerUp();
        peer.engine.up(
                new Bearer(up.bearer(), up.stream(), fragment, room(up, fragment), up.bitsPerSecond()), now.steady());
        peer.watch.patience(peer.engine.keepaliveMillis() * Engine.MISSES);
        blobs.met(peer, now);
    }

    /// What is paced says when the air is free: nothing needs to wait for it there.
    private static int room(Input.BearerUp up, int fragment) {
        int datagrams = up.bitsPerSecond() > 0 ? fragment : 4 * up.mtu();
        return up.stream() ? STREAM_ROOM_BYTES : datagrams;
    }

    private void bearerDown(long bearer, Moment now) {
        unbound.remove(bearer);
        for (Peer peer : peers.values()) {
            if (peer.ways.remove(bearer) != null) {
                peer.engine.down(bearer);
                peer.watch.patience(peer.engine.keepaliveMillis() * Engine.MISSES);
                peer.dialSoon(now);
            }
        }
    }

    private void received(long bearer, byte[] message, Moment now) {
        Inbound inbound = doors.open(bearer, addressOf(bearer), message, now.wall());
        if (inbound instanceof Inbound.Opened || inbound instanceof Inbound.OpeningAccepted) {
            genuine(bearer, message.length);
        }
        switch (inbound) {
            case Inbound.Opened opened -> {
                Peer peer = heard(bearer, opened, now);
                if (peer != null) {
                    peer.engine
                            .received(
                                    bearer,
                                    opened.frame(),
                                    opened.live(),
                                    ledger.journal().onDisk(),
                                    now.steady())
                            .forEach(happening -> happened(peer, happening, now));
                }
            }
            case Inbound.OpeningAccepted _, Inbound.PieceHeld _ -> {}
            case Inbound.Heeded(int station) -> unread(station, now);
            case Inbound.Unreadable unreadable -> send(bearer, unreadable.notice());
            case Inbound.Dropped(Code code) -> dropped(bearer, code);
        }
    }

    /// Until a live frame has come, each frame gives back what it took: a peer that has much to say
    /// before it knows that it is heard would else be stopped short of the frame that shows who it is.
    private void genuine(long bearer, int bytes) {
        boolean proven = peers.values().stream()
                .flatMap(peer -> Optional.ofNullable(peer.ways.get(bearer)).stream())
                .anyMatch(Peer.Way::proven);
        if (!proven) {
            effects.add(new Effect.Genuine(bearer, bytes));
        }
    }

    /// The peer says that it could not read what came: it is sent again.
    private void unread(int station, Moment now) {
        Peer peer = peers.get(station);
        if (peer != null) {
            peer.engine.unread(now.steady());
        }
    }

    private String addressOf(long bearer) {
        Unbound unknown = unbound.get(bearer);
        return unknown == null ? "" : unknown.up.address();
    }

    /// The bearer has carried a frame that only this peer can have sealed: it is answered there. It
    /// counts as the peer's own bearer, before which others are given up, only by a frame that cannot be
    /// a replay.
    private @Nullable Peer heard(long bearer, Inbound.Opened opened, Moment now) {
        Peer peer = peers.get(opened.peer());
        if (peer == null) {
            return null;
        }
        peer.heard(now);
        Unbound unknown = unbound.remove(bearer);
        if (unknown != null) {
            attach(peer, unknown.up, now);
        }
        Peer.Way way = peer.ways.get(bearer);
        if (way != null && !way.proven() && opened.live()) {
            peer.ways.put(bearer, way.asProven());
            effects.add(new Effect.Authenticated(bearer, peer.station));
            effects.addAll(peer.superfluous(identity.station()));
        }
        return way == null ? null : peer;
    }

    private void dropped(long bearer, Code code) {
        tell(new Notice.Dropped(code));
        Unbound unknown = unbound.get(bearer);
        if (unknown != null && ++unknown.drops >= DROPS_BEFORE_CLOSE) {
            effects.add(new Effect.Close(bearer, code));
        }
    }

    // --- entries ---

    private void happened(Peer from, Happening happening, Moment now) {
        switch (happening) {
            case Happening.Candidate candidate -> {
                if (!halted && !stopping) {
                    judge(new Waiting.Candidate(candidate.entry(), candidate.binding(), from.station), now);
                }
            }
            case Happening.Alive _ -> {
                from.watch.patience(from.engine.keepaliveMillis() * Engine.MISSES);
                from.watch.alive(now);
            }
            case Happening.RefusedThere refused -> refusedThere(from, refused, now);
            case Happening.Piece(Frame.BlobPiece piece) -> {
                if (!halted && !stopping) {
                    blobs.came(from, piece, now);
                }
            }
            case Happening.Wanted(Frame.BlobWanted wanted) -> blobs.asked(from, wanted, now);
            case Happening.Dropped(Code code) -> tell(new Notice.Dropped(code));
        }
    }

    /// A peer can refuse only what may have been sent to it. The first refusal for a reason stands for
    /// the others.
    private void refusedThere(Peer from, Happening.RefusedThere refused, Moment now) {
        Reference place = refused.place();
        if (offered.getOrDefault(place.feed(), 0L) >= place.sequence()) {
            String reason = Code.of(refused.code()).map(Code::code).orElse("unknown");
            alarms.raise(
                    Code.REFUSED_BY_PEER,
                    from.station,
                    reason,
                    place + " refused with " + (reason.equals("unknown") ? "a code that is not known here" : reason),
                    now);
        }
    }

    private void judge(Waiting.Candidate candidate, Moment now) {
        var admissions = new Admissions(roster.line(), roster, entryVerifier);
        Peer from = peers.get(candidate.from());
        switch (admissions.judge(ledger.journal(), candidate.entry(), candidate.binding())) {
            case Admission.Admitted(Entry entry) -> {
                holdsToo(from, entry);
                admit(entry, now);
            }
            case Admission.Held(Entry entry, boolean smaller) -> {
                holdsToo(from, entry);
                if (from != null) {
                    from.engine.acknowledge(now.steady());
                }
                if (smaller) {
                    ledger.write(new Write.Resign(
                            entry.reference(), candidate.entry().signature()));
                }
            }
            case Admission.Ahead ahead -> ahead(ahead, now);
            case Admission.Waiting(Payload payload, Reference missing) ->
                waiting.add(payload.reference(), missing, candidate, now.steady());
            case Admission.NeedsExpansion(Payload payload) -> expand(from, payload.reference(), now);
            case Admission.Forked forked -> forked(forked, now);
            case Admission.Refused(Code code, String detail) -> refused(from, candidate, code, detail, now);
        }
    }

    private static void holdsToo(@Nullable Peer from, Entry entry) {
        if (from != null) {
            from.engine.peerHolds(entry.payload().feed(), entry.payload().sequence());
        }
    }

    private void ahead(Admission.Ahead ahead, Moment now) {
        var pending = new Pending(ahead.signed(), ahead.payload(), ahead.binding(), now.wall());
        speakAnew(ahead.payload().feed(), now);
        if (ledger.hold(pending)) {
            tell(new Notice.AheadOfRecord(pending));
            receipt(ahead.payload(), now);
        }
    }

    private void expand(@Nullable Peer from, Reference place, Moment now) {
        Long asked = expansions.get(place);
        if (from != null && (asked == null || now.steady() - asked >= Engine.KEEPALIVE_MILLIS)) {
            if (expansions.size() >= MAX_EXPANSIONS) {
                expansions.clear();
            }
            expansions.put(place, now.steady());
            from.engine.expand(place);
        }
    }

    private void forked(Admission.Forked forked, Moment now) {
        Feed feed = forked.payload().feed();
        if (ledger.journal().head(feed).filter(head -> !head.closed()).isPresent()) {
            ledger.write(new Write.Prove(forked.proof()));
            ledger.write(new Write.Close(feed));
            ledger.journal().close(feed);
            speakAnew(feed, now);
        }
        alarms.raise(
                Code.EQUIVOCATION,
                feed.station(),
                feed.toString(),
                "two entries for " + forked.payload().reference(),
                now);
    }

    /// An entry came that was signed elsewhere, under this station's key and in the feed that it signs
    /// in: it goes on in another, and says so soon. Whether the entry forks the feed or continues it,
    /// the next one would.
    private void speakAnew(Feed signedElsewhere, Moment now) {
        if (signedElsewhere.equals(ledger.feed())) {
            Feed next = Incarnation.fresh(ledger.journal(), identity.station(), random);
            ledger.speakAs(next);
            doors.speakAs(new Self(roster.line(), next, identity.signer()));
            seenDueAt = now.steady();
        }
    }

    private void refused(@Nullable Peer from, Waiting.Candidate candidate, Code code, String detail, Moment now) {
        tell(new Notice.Dropped(code));
        if (from != null
                && PayloadCodec.decode(candidate.entry().payload())
                        instanceof Decoded.Value<Payload>(Payload payload)) {
            from.engine.refuse(payload.reference(), code.code());
            alarms.raise(code, from.station, "", detail, now);
        }
    }

    /// Puts an entry on the journal and does what follows from it; then looks at what had waited for it.
    private void admit(Entry first, Moment now) {
        ledger.append(first, now);
        speakAnew(first.payload().feed(), now);
        effectOf(first, now);
        waiting.arrived(first.reference()).forEach(candidate -> judge(candidate, now));
        for (Pending pending : ledger.next()) {
            reconsider(pending, now);
        }
    }

    private void reconsider(Pending pending, Moment now) {
        var admissions = new Admissions(roster.line(), roster, entryVerifier);
        switch (admissions.judge(ledger.journal(), pending.signed(), pending.claimed())) {
            case Admission.Admitted(Entry entry) -> admit(entry, now);
            case Admission.Forked forked -> {
                ledger.drop(pending);
                forked(forked, now);
            }
            case Admission.Held _, Admission.Refused _ -> ledger.drop(pending);
            case Admission.Ahead _, Admission.Waiting _, Admission.NeedsExpansion _ -> {}
        }
    }

    private void effectOf(Entry entry, Moment now) {
        Payload payload = entry.payload();
        suspensions = suspensions.after(entry);
        blobs.named(entry, now);
        Peer author = peers.get(payload.feed().station());
        if (author != null) {
            author.engine.peerHolds(payload.feed(), payload.sequence());
            payload.seen().forEach(mark -> holds(author, mark));
        }
        switch (payload.act()) {
            case Act.Amendment _ -> amended(entry, now);
            case Act.KeyOffer _ -> {
                keys.offered(entry);
                befriend(now);
            }
            case Act.LinkTest test -> linkTest(entry, test, now);
            case Act.Seen _, Act.Message _, Act.Notification _, Act.Acknowledgement _, Act.Translation _ -> {}
            case Act.Suspension _, Act.Resumption _, Act.Unknown _ -> {}
        }
        receipt(payload, now);
    }

    /// Arranges the receipt of what a peer has said: at once where an officer's word is urgent, as often
    /// as may be.
    private void receipt(Payload payload, Moment now) {
        Peer author = peers.get(payload.feed().station());
        if (author != null && !(payload.act() instanceof Act.Seen)) {
            boolean atOnce = payload.precedence().urgent() && !payload.automatic() && author.urgentReceipts.take(now);
            seen(atOnce ? payload.precedence() : Precedence.ROUTINE, now);
        }
    }

    private void holds(Peer author, SeenMark mark) {
        if (mark.sequence() > 0) {
            author.engine.peerHolds(mark.feed(), mark.sequence());
        }
        mark.ahead().stream()
                .map(ahead -> new Reference(mark.feed(), ahead.sequence()))
                .filter(place -> ledger.journal().standing(place).isPresent())
                .forEach(author.engine::peerHoldsAhead);
    }

    private void linkTest(Entry entry, Act.LinkTest test, Moment now) {
        if (entry.payload().feed().station() == identity.station()) {
            return;
        }
        switch (test.passage()) {
            case Act.Passage.Sent sent -> {
                tests.heard(entry, now);
                boolean ours = entry.payload().to().isEmpty()
                        || entry.payload().to().contains(ledger.feed().party());
                if (ours
                        && !receiveOnly
                        && tests.returnsTo(entry.payload().feed().station(), now)) {
                    author(tests.returning(entry, sent, now), now);
                }
            }
            case Act.Passage.Returned returned ->
                tests.returned(entry, returned, now).ifPresent(result -> tested(result, now));
        }
    }

    private void tested(LinkTests.Outcome outcome, Moment now) {
        Peer peer = peers.get(outcome.station());
        if (peer == null) {
            return;
        }
        peer.watch.tested(outcome.intact(), outcome.offsetMillis(), now);
        alarms.end(Code.TEST_MISSED, outcome.station(), "");
        raiseIf(
                !outcome.intact(),
                Code.TEST_ALTERED,
                outcome.station(),
                "test " + outcome.test() + " came back altered",
                now);
        raiseIf(
                Math.abs(outcome.offsetMillis()) > LinkTests.MAX_OFFSET_MILLIS,
                Code.CLOCK_OFFSET,
                outcome.station(),
                "offset " + outcome.offsetMillis() + " ms",
                now);
        tell(new Notice.LineChanged(status(peer, now)));
    }

    private void raiseIf(boolean present, Code code, int station, String detail, Moment now) {
        if (present) {
            alarms.raise(code, station, "", detail, now);
        } else {
            alarms.end(code, station, "");
        }
    }

    // --- what a courier brings ---

    private Effect.Result taken(byte[] file, Moment now) {
        return switch (courier.open(file, roster)) {
            case Decoded.Refusal<Courier.Brought>(Code code, String detail) -> {
                tell(new Notice.Dropped(code));
                yield new Effect.Result.Refused(code, detail);
            }
            case Decoded.Value<Courier.Brought>(Courier.Brought brought) -> taken(brought, now);
        };
    }

    /// Entries are judged as if the sender had sent them over the line, in the order of the file. What came before
    /// something that it follows and found no room meanwhile is judged once more at the end.
    private Effect.Result taken(Courier.Brought brought, Moment now) {
        var candidates = new ArrayList<Waiting.Candidate>();
        for (Frame frame : brought.frames()) {
            if (frame instanceof Frame.Carry(var entry, var binding)) {
                candidates.add(new Waiting.Candidate(entry, binding, brought.from()));
            }
        }
        int held = (int) candidates.stream().filter(this::held).count();
        candidates.forEach(candidate -> judge(candidate, now));
        candidates.stream().filter(candidate -> !held(candidate)).forEach(candidate -> judge(candidate, now));
        int added = (int) candidates.stream().filter(this::held).count() - held;
        int pieces = pieces(brought, now);
        courier.asked(brought).ifPresent(ledger::write);
        return new Effect.Result.Taken(brought.from(), brought.made(), candidates.size(), added, held, pieces);
    }

    private boolean held(Waiting.Candidate candidate) {
        return PayloadCodec.decode(candidate.entry().payload()) instanceof Decoded.Value<Payload>(Payload payload)
                && ledger.journal().standing(payload.reference()).isPresent();
    }

    private int pieces(Courier.Brought brought, Moment now) {
        Peer from = peers.get(brought.from());
        int taken = 0;
        for (Frame frame : brought.frames()) {
            if (from != null && frame instanceof Frame.BlobPiece piece && blobs.brought(from, piece, now)) {
                taken++;
            }
        }
        return taken;
    }

    /// A courier file to another station with this load; empty if the roster does not name it. A question of some
    /// milliseconds.
    public Optional<byte[]> sealForCourier(int station, Load load, Moment now) {
        return courier.seal(station, load, roster, now);
    }

    /// What a courier to a station is to ask for.
    ///
    /// @param limit blobs that are asked for at once
    public Load askingByCourier(int station, int limit) {
        long held =
                ledger.journal().heads().stream().mapToLong(FeedHead::sequence).sum();
        List<Frame.BlobWanted> lacking = blobs.lacking(station >>> 8);
        return new Load(held, lacking.size(), List.copyOf(lacking.subList(0, Math.min(limit, lacking.size()))));
    }

    // --- what this station says ---

    /// Arranges the receipt of an entry: at once, in the same commit, if it is urgent.
    private void seen(Precedence precedence, Moment now) {
        if (precedence.urgent()) {
            author(automatic(TrafficClass.SERVICE, precedence, new Act.Seen()), now);
        } else {
            seenDueAt = Math.min(seenDueAt, now.steady() + SEEN_DELAY_MILLIS);
        }
    }

    static Draft automatic(TrafficClass trafficClass, Precedence precedence, Act act) {
        return new Draft(trafficClass, precedence, List.of(), null, List.of(), act, null);
    }

    private Entry author(Draft draft, Moment now) {
        blobs.with(draft);
        Entry entry = ledger.author(draft, now);
        blobs.named(entry, now);
        suspensions = suspensions.after(entry);
        seenDueAt = ledger.unseen() ? now.steady() + SEEN_DELAY_MILLIS : Long.MAX_VALUE;
        peers.values().forEach(peer -> peer.engine.receipted());
        if (entry.payload().act() instanceof Act.Amendment) {
            amended(entry, now);
        }
        return entry;
    }

    private void release(long command, Draft draft, Moment now) {
        if (settled(command, draft, () -> refusal(draft, now))) {
            return;
        }
        made(command, draft, author(withinQuota(draft, now), now));
    }

    private Draft withinQuota(Draft draft, Moment now) {
        return new Draft(
                draft.trafficClass(),
                releases.withinQuota(draft, roster.agreement().rules(), now),
                draft.to(),
                draft.matter(),
                draft.refs(),
                draft.act(),
                draft.blobs(),
                draft.request());
    }

    /// Signs every one of the drafts, or none. All of it goes into the commit of this step, so that the
    /// disk has all of it or nothing, whatever happens in between.
    private Effect.Result together(List<Draft> drafts, Moment now) {
        List<Effect.Result> before =
                drafts.stream().flatMap(draft -> repeated(draft).stream()).toList();
        if (!before.isEmpty()) {
            return repeatedTogether(before, drafts.size());
        }
        for (int i = 0; i < drafts.size(); i++) {
            Optional<Effect.Result.Refused> refused = refusal(drafts.get(i), now);
            if (refused.isPresent()) {
                String which = (i + 1) + " of " + drafts.size() + ": ";
                return new Effect.Result.Refused(
                        refused.get().code(), which + refused.get().detail());
            }
        }
        var places = new ArrayList<Reference>();
        for (Draft draft : drafts) {
            Entry entry = author(withinQuota(draft, now), now);
            answered(draft, entry);
            places.add(entry.reference());
        }
        return new Effect.Result.Together(places, false);
    }

    private static Effect.Result repeatedTogether(List<Effect.Result> before, int all) {
        var places = new ArrayList<Reference>();
        for (Effect.Result each : before) {
            if (!(each instanceof Effect.Result.Repeated(Reference place))) {
                return each;
            }
            places.add(place);
        }
        return places.size() == all
                ? new Effect.Result.Together(places, true)
                : new Effect.Result.Refused(
                        Code.IDEMPOTENCY_KEY_REUSED, places.size() + " of " + all + " were made before");
    }

    /// Why a draft could not be released now; empty if it could. Nothing is signed and nothing is
    /// changed.
    public Optional<Effect.Result.Refused> refusal(Draft draft, Moment now) {
        int room = ledger.room(draft, now);
        return room < 0
                ? Optional.of(new Effect.Result.Refused(Code.OVER_LIMIT, "the entry is " + -room + " bytes too long"))
                : releases.refusal(draft, ledger.journal(), roster, suspensions(), now)
                        .or(() -> blobs.refusal(draft));
    }

    /// Answers a command that made its entry before, or may make none.
    private boolean settled(long command, Draft draft, Supplier<Optional<Effect.Result.Refused>> refusal) {
        Optional<Effect.Result> early =
                repeated(draft).or(() -> faulty()).or(() -> refusal.get().map(refused -> refused));
        if (early.isPresent() && early.get() instanceof Effect.Result.Repeated(Reference place) && unwritten(place)) {
            commands.add(new Command(command, ledger.journal().entry(place).orElseThrow(), draft.precedence()));
        } else {
            early.ifPresent(result -> effects.add(new Effect.Answer(command, result)));
        }
        return early.isPresent();
    }

    /// The command is answered once its entry is on disk; its key is kept in the same commit.
    private void made(long command, Draft draft, Entry entry) {
        answered(draft, entry);
        commands.add(new Command(command, entry, draft.precedence()));
    }

    private void answered(Draft draft, Entry entry) {
        Draft.Request request = draft.request();
        if (request != null) {
            var answer = new Answer(request.key(), request.hash(), entry.reference());
            ledger.write(new Write.Reply(answer));
            asked.put(request.key(), answer);
        }
    }

    private Optional<Effect.Result> repeated(Draft draft) {
        Draft.Request request = draft.request();
        if (request == null) {
            return Optional.empty();
        }
        Answer underWay = asked.get(request.key());
        Optional<Answer> known = underWay != null ? Optional.of(underWay) : store.answer(request.key());
        return known.map(answer -> answer.request().equals(request.hash())
                ? new Effect.Result.Repeated(answer.reference())
                : new Effect.Result.Refused(
                        Code.IDEMPOTENCY_KEY_REUSED, "key " + request.key() + " made " + answer.reference()));
    }

    private boolean unwritten(Reference place) {
        return asked.values().stream().anyMatch(answer -> answer.reference().equals(place));
    }

    /// Does what a command asks, and answers it once all that came of it is on disk.
    private void onceWritten(long command, Supplier<Effect.Result> task) {
        Effect.Result result = faulty().orElseGet(task);
        if (ledger.settled()) {
            effects.add(new Effect.Answer(command, result));
        } else {
            waits.add(new Waits(command, result, ledger.lastToken()));
        }
    }

    private void answerWaits(long writtenToken) {
        waits.stream()
                .filter(waiting -> waiting.token() <= writtenToken)
                .forEach(waiting -> effects.add(new Effect.Answer(waiting.command(), waiting.result())));
        waits.removeIf(waiting -> waiting.token() <= writtenToken);
    }

    private Optional<Effect.Result> faulty() {
        if (!halted && !stopping) {
            return Optional.empty();
        }
        Code code = halted ? Code.STATION_FAULT : Code.STOPPING;
        return Optional.of(new Effect.Result.Refused(code, code.text()));
    }

    private void test(Input.TestLine asked, Moment now) {
        if (receiveOnly) {
            effects.add(new Effect.Answer(
                    asked.command(), new Effect.Result.Refused(Code.RECEIVE_ONLY, Code.RECEIVE_ONLY.text())));
            return;
        }
        Draft draft = tests.sending(asked.to(), asked.request(), now);
        if (!settled(asked.command(), draft, () -> releases.addressees(draft, roster))) {
            made(asked.command(), draft, sendTest(draft, now));
        }
    }

    private Entry sendTest(Draft draft, Moment now) {
        Entry entry = author(draft, now);
        tests.sent(entry, now);
        return entry;
    }

    private void stop() {
        if (!halted && !stopping) {
            ledger.journal()
                    .head(ledger.feed())
                    .ifPresent(head -> ledger.write(Incarnation.mark(head, identity.bootId())));
        }
        stopping = true;
    }

    // --- the disk ---

    private void written(long token, Moment now) {
        boolean signed = false;
        for (Entry entry : ledger.written(token)) {
            Feed feed = entry.payload().feed();
            if (feed.station() == identity.station()) {
                signed = true;
                offered.put(feed, entry.payload().sequence());
                peers.values().forEach(peer -> {
                    peer.engine.offer(entry);
                    peer.repeatSoon(now);
                });
            } else {
                peers.values().stream()
                        .filter(peer -> peer.engine.connected())
                        .forEach(peer -> peer.engine.acknowledge(now.steady()));
            }
            tell(new Notice.Admitted(entry));
            answer(entry);
        }
        if (signed && !ledger.unseen()) { // what came with it is receipted by it
            peers.values().forEach(peer -> peer.engine.receipted());
        }
        if (ledger.settled()) {
            blobs.settled(now);
        }
        answerWaits(token);
    }

    private void answer(Entry entry) {
        asked.values().removeIf(answer -> answer.reference().equals(entry.reference()));
        for (Command command : List.copyOf(commands)) {
            if (command.entry().reference().equals(entry.reference())) {
                effects.add(new Effect.Answer(command.number(), new Effect.Result.Authored(entry, command.asked())));
                commands.remove(command);
            }
        }
    }

    private void halt(Input.WriteFailed failed, Moment now) {
        halted = true;
        alarms.raise(Code.STATION_FAULT, 0, "", failed.code().code() + " " + failed.detail(), now);
        peers.values().forEach(peer -> peer.watch.ownFault(true));
        for (Command command : commands) {
            effects.add(new Effect.Answer(
                    command.number(),
                    new Effect.Result.Refused(Code.STATION_FAULT, failed.code().code() + " " + failed.detail())));
        }
        commands.clear();
        waits.forEach(waiting -> effects.add(new Effect.Answer(
                waiting.command(),
                new Effect.Result.Refused(Code.STATION_FAULT, failed.code().code() + " " + failed.detail()))));
        waits.clear();
    }

    // --- time ---

    private void due(Moment now) {
        for (Peer peer : peers.values()) {
            if (!receiveOnly && peer.dialDue(now) && !stopping) {
                effects.add(new Effect.Dial(peer.station));
            }
            if (peer.watch.turn(now)) {
                turned(peer, now);
            }
            peer.listens(peer.watch.listens(), now);
            peer.repeat(now);
        }
        relays(now);
        if (halted || stopping) {
            return;
        }
        if (keys.rotationDue(now.wall())) {
            offerKey(now);
        }
        if (receiveOnly) {
            tests.excuse(now);
        } else {
            testsDue(now);
            blobs.due(peers, now);
        }
        if (seenDueAt <= now.steady()) {
            seenDueAt = Long.MAX_VALUE;
            if (ledger.unseen()) {
                author(automatic(TrafficClass.SERVICE, Precedence.ROUTINE, new Act.Seen()), now);
            }
        }
    }

    private void turned(Peer peer, Moment now) {
        LineStatus status = status(peer, now);
        raiseIf(
                status.technical() == LineStatus.Technical.UNANSWERED,
                Code.LINE_UNANSWERED,
                peer.station,
                "no proof of life from station " + peer.station,
                now);
        tell(new Notice.LineChanged(status));
    }

    private void testsDue(Moment now) {
        boolean anybody = peers.values().stream().anyMatch(peer -> peer.watch.working());
        if (tests.due(now) && anybody) {
            sendTest(tests.sending(List.of(), null, now), now);
        }
        for (int station : tests.missed(now)) {
            if (peers.containsKey(station) && peers.get(station).watch.listens()) {
                continue; // it has declared that it returns none
            }
            alarms.raise(Code.TEST_MISSED, station, "", "link test of " + tests.lastSlotBegan() + " was missed", now);
        }
    }

    private void offerKey(Moment now) {
        byte[] seed = random.bytes(KemKey.SEED_BYTES);
        byte[] key = KemKey.fromSeed(seed).publicKey().bytes();
        Entry entry = author(automatic(TrafficClass.SERVICE, Precedence.ROUTINE, new Act.KeyOffer(key)), now);
        ledger.write(keys.add(entry, seed, now.wall()));
        keys.retire(seenByPeers(), roster.agreement().rules().courierDays(), now.wall())
                .forEach(ledger::write);
        crowdedOut(now);
        doors.keys(keys.alive());
    }

    /// What each other station of the roster has signed to have seen, in all its incarnations together;
    /// those that never signed anything aside.
    private List<SeenVector> seenByPeers() {
        return roster.stations().stream()
                .filter(station -> station.number() != identity.station())
                .map(station -> ledger.journal().heads().stream()
                        .filter(head -> head.feed().station() == station.number())
                        .toList())
                .filter(heads -> !heads.isEmpty())
                .map(Heart::together)
                .toList();
    }

    private static SeenVector together(List<FeedHead> heads) {
        var seen = new TreeMap<Feed, Long>();
        heads.forEach(head -> head.seen().sequences().forEach((feed, upTo) -> seen.merge(feed, upTo, Math::max)));
        return new SeenVector(seen);
    }

    private void crowdedOut(Moment now) {
        List<Write.Forget> forgotten = keys.crowdedOut();
        forgotten.forEach(ledger::write);
        raiseIf(
                !forgotten.isEmpty(),
                Code.SEALING_KEY_CROWDED_OUT,
                0,
                "a station has signed for none of the last " + KeyRing.MAX_OWN + " sealing keys",
                now);
    }

    /// What others have said is passed on only after a while: mostly they reach each other themselves.
    private void relays(Moment now) {
        if (peers.size() > 1 && now.steady() >= relayAt) {
            relaySoon.forEach((feed, sequence) -> offered.merge(feed, sequence, Math::max));
            relaySoon = new TreeMap<>();
            ledger.journal().durableHeads().forEach(head -> relaySoon.put(head.feed(), head.sequence()));
            relayAt = now.steady() + RELAY_AFTER_MILLIS;
        } else if (peers.size() == 1 && now.steady() >= relayAt) {
            ledger.journal().durableHeads().forEach(head -> offered.put(head.feed(), head.sequence()));
            relayAt = now.steady() + RELAY_AFTER_MILLIS;
        }
    }

    private void remember() {
        if (doors.revision() != sessionsRevision && !halted) {
            sessionsRevision = doors.revision();
            ledger.write(new Write.Remember(
                    SESSIONS, vault.seal(SESSIONS, doors.memory().encode())));
        }
    }

    private Engine.Offer offer() {
        return new Engine.Offer(ledger.journal(), ledger.journal().durableHeads(), offered);
    }

    private void pump(Moment now) {
        if (receiveOnly) {
            return;
        }
        Engine.Offer offer = offer();
        for (Peer peer : peers.values()) {
            peer.engine.pump(offer, now.steady(), (bearer, frame) -> transmit(peer, bearer, frame, now));
        }
    }

    private int transmit(Peer peer, long bearer, byte[] frame, Moment now) {
        Peer.Way way = peer.ways.get(bearer);
        int bytes = 0;
        for (byte[] message :
                peer.sealer.seal(frame, way == null ? SealWire.MAX_SEALED_BYTES : way.mtu(), now.wall())) {
            send(bearer, message);
            bytes += message.length;
        }
        return bytes;
    }

    private void tell(Notice notice) {
        effects.add(new Effect.Tell(notice));
    }

    /// When something is due next even if nothing happens; steady milliseconds.
    public long nextAt() {
        long next = Math.min(seenDueAt, relayAt);
        if (receiveOnly) {
            return next;
        }
        next = Math.min(next, blobs.nextAt());
        for (Peer peer : peers.values()) {
            next = Math.min(next, Math.min(peer.engine.nextAt(), Math.min(peer.dialsAt(), peer.repeatsAt())));
        }
        return next;
    }

    // --- what can be asked, on the owning thread ---

    public Feed feed() {
        return ledger.feed();
    }

    public Roster roster() {
        return roster;
    }

    public Suspensions suspensions() {
        return suspensions.under(roster);
    }

    public List<FeedHead> heads() {
        return ledger.journal().durableHeads();
    }

    public List<Notice.Alarm> alarms() {
        return alarms.standing();
    }

    public List<LineStatus> lines(Moment now) {
        return peers.values().stream().map(peer -> status(peer, now)).toList();
    }

    /// Whether every other station is known to hold an entry of this one.
    public boolean heldByAll(Reference place) {
        return peers.values().stream().allMatch(peer -> peer.engine.held(place.feed()) >= place.sequence());
    }

    /// How the bearers to each peer stand, and what waits for them.
    public List<LineBoard> boards(Moment now) {
        Engine.Offer offer = offer();
        return peers.values().stream()
                .map(peer -> new LineBoard(peer.station, peer.engine.status(now.steady()), peer.engine.backlog(offer)))
                .toList();
    }

    private LineStatus status(Peer peer, Moment now) {
        return peer.watch.status(tests.nextAt(now), tests.nextIsOurs(now), now);
    }
}
