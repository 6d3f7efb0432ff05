package torgau.link.seal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import torgau.journal.Digest;

/// Seals what goes to one peer station, and opens what comes from it.
///
/// It makes an opening when there is no session, when the peer offers a newer key, when the session nears its
/// seventh day, or when the peer says that it has lost it. Until the new session has been used by the peer, it
/// keeps to one that the peer is known to be able to read.
public final class Sealer {
    private final Us us;
    private final byte[] salt;
    private final Sessions sessions = new Sessions();
    private final Numbers numbers = new Numbers();
    private final Patience patience = new Patience();
    private PeerKeys peer;
    private @Nullable Knock knock;

    Sealer(Us us, PeerKeys peer) {
        this.us = us;
        this.salt = us.salt();
        this.peer = peer;
        peer(peer);
    }

    /// Number of the peer station.
    public int station() {
        return peer.station();
    }

    /// The messages that carry this frame: last the sealed frame, before it an opening where one is due.
    ///
    /// @param frame at most [SealWire#room] of the MTU
    public List<byte[]> seal(byte[] frame, int mtu, long now) {
        if (frame.length > SealWire.room(mtu)) {
            throw new IllegalArgumentException("frame of " + frame.length + " bytes is too long for an MTU of " + mtu);
        }
        attend(now);
        var messages = new ArrayList<byte[]>();
        if (knock != null) {
            messages.addAll(knock.pieces(mtu, now));
        }
        messages.add(sessions.speaking().or(this::knocking).orElseThrow().seal(frame));
        return messages;
    }

    /// A bearer came up: what is sealed next is spelled out, and an opening that was not used yet goes along.
    public void bearerUp() {
        sessions.spellOut();
        knocking().ifPresent(_ -> again());
    }

    /// The session that is spoken under now, if the peer is known to share one.
    public Optional<Long> sessionSpoken() {
        return sessions.speaking().map(Session::id);
    }

    PeerKeys peer() {
        return peer;
    }

    void peer(PeerKeys next) {
        peer = next;
        sessions.target(next.targets().getFirst().keyOffer());
    }

    SessionMemory.Peer memory() {
        return new SessionMemory.Peer(station(), numbers.last(), sessions.records(), numbers.heard());
    }

    void recall(SessionMemory.Peer memory) {
        numbers.recall(memory.lastNumber());
        memory.sessions().forEach(record -> sessions.add(new Session(record, salt)));
        memory.heard().forEach(heard -> numbers.heard(heard.feed(), heard.number()));
    }

    /// Whether this opening made one of the sessions.
    boolean holds(Digest opening) {
        return sessions.holds(opening);
    }

    /// Whether its feed made a later opening, or this one, before.
    boolean replayed(Opening opening) {
        return !numbers.later(opening.sender(), opening.number());
    }

    /// Takes over a verified opening of the peer's.
    Session accept(Opening opening, Digest digest, byte[] secret, long now) {
        var record = new SessionRecord(secret, false, opening.number(), opening.keyOffer(), digest, now, true);
        var session = new Session(record, salt);
        sessions.add(session);
        numbers.heard(opening.sender(), opening.number());
        us.revised();
        return session;
    }

    /// What an early frame is, if it names one of the sessions.
    Optional<Inbound> open(Header.Early header, byte[] message, long now) {
        return sessions.withId(header.session())
                .map(session -> opened(session, false, () -> session.open(header, message, now)));
    }

    /// What a live frame is, if it names a key of one of the sessions.
    Optional<Inbound> open(Header.Live header, byte[] message, long now) {
        Optional<Inbound> inbound = Optional.empty();
        for (Session session : sessions.all()) {
            if (session.hears(header.keyId())) {
                inbound = Optional.of(opened(session, true, () -> session.open(header, message, now)));
                if (inbound.get() instanceof Inbound.Opened) {
                    return inbound;
                }
            }
        }
        return inbound;
    }

    /// The peer lacks a key of ours, if the notice is to be believed: spells out the session; where that is what
    /// it lacks, opens anew, but not often.
    boolean heed(Notices.Named named, long now) {
        return switch (named) {
            case Notices.Named.OfKey key -> sessions.spellOut(key.id());
            case Notices.Named.OfSession lost -> lost(lost.id(), now);
        };
    }

    private boolean lost(long session, long now) {
        var spoken = sessions.speaking().or(this::knocking);
        if (spoken.filter(each -> each.id() == session).isEmpty() || !patience.heeds(now)) {
            return false;
        }
        sessions.doubtAll();
        again();
        return true;
    }

    private Inbound opened(Session session, boolean live, java.util.function.Supplier<ReceiveKey.Verdict> opening) {
        boolean known = session.record().readable();
        var verdict = opening.get();
        if (known != session.record().readable()) {
            us.revised();
        }
        return switch (verdict) {
            case ReceiveKey.Verdict.Authentic it -> new Inbound.Opened(station(), it.frame(), session.id(), live);
            case ReceiveKey.Verdict.Refused it -> new Inbound.Dropped(it.code());
        };
    }

    private void attend(long now) {
        if (sessions.expire(now)) {
            us.revised();
        }
        var speaking = sessions.speaking();
        if (speaking.isPresent() && sessions.fresh(speaking.get(), now)) {
            knock = null;
        } else if (knock == null || knock.spent(now) || !knock.fits(peer, sessions)) {
            knock = knock(nextTarget(now), now);
            sessions.add(knock.session());
            us.revised();
        }
    }

    /// The key to open to: each of the peer's in turn, but only its best once there is a session under another of them.
    private PeerKeys.Target nextTarget(long now) {
        boolean makesDo = sessions.speaking()
                .filter(session -> sessions.young(session, now)
                        && peer.offers(session.record().keyOffer()))
                .isPresent();
        if (makesDo) {
            return peer.targets().getFirst();
        }
        int last = knock == null ? -1 : peer.targets().indexOf(knock.target());
        return peer.targets().get((last + 1) % peer.targets().size());
    }

    private Knock knock(PeerKeys.Target target, long now) {
        long pause = knock == null ? Knock.FIRST_PAUSE_MS : knock.pause();
        long number = numbers.next(sessions.nextNumber(), now);
        return Knock.make(us, peer.station(), target, number, salt, pause, now);
    }

    private void again() {
        if (knock != null) {
            knock.again();
        }
    }

    private Optional<Session> knocking() {
        return Optional.ofNullable(knock).map(Knock::session);
    }
}
