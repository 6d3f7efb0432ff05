package torgau.link.seal;

import java.util.List;
import torgau.journal.Digest;

/// An opening of ours that the peer has not used yet, and when to send it again.
final class Knock {
    /// How long to wait for a frame under the new session before the opening is sent again, in milliseconds; then
    /// twice as long each time.
    static final long FIRST_PAUSE_MS = 15_000;

    /// The longest pause between two repetitions, in milliseconds.
    static final long MAX_PAUSE_MS = 600_000;

    /// How often one opening is sent before another is made, to the peer's next key if it has several.
    static final int TRIES = 3;

    private final Session session;
    private final byte[] opening;
    private final Guard guard;
    private final PeerKeys.Target target;
    private long pause;
    private long sentAt;
    private int sent;

    private Knock(Session session, byte[] opening, Guard guard, PeerKeys.Target target, long pause) {
        this.session = session;
        this.opening = opening;
        this.guard = guard;
        this.target = target;
        this.pause = pause;
    }

    /// Makes an opening to this key of the peer's.
    static Knock make(Us us, int peer, PeerKeys.Target target, long number, byte[] salt, long pause, long now) {
        var self = us.self();
        byte[] info = Opening.info(self.line(), self.feed(), peer, target.keyOffer());
        var sent = Hpke.send(target.key(), info, us.random().bytes(Hpke.RANDOM_BYTES));
        byte[] signature = self.signer().sign(Opening.toBeSigned(info, sent.enc(), number));
        byte[] opening = new Opening(self.feed(), peer, target.keyOffer(), number, sent.enc(), signature).encode();
        var record =
                new SessionRecord(sent.secret(), true, number, target.keyOffer(), Digest.over(opening), now, false);
        var guard = Guard.of(self.line(), target.key());
        return new Knock(new Session(record, salt), opening, guard, target, pause);
    }

    Session session() {
        return session;
    }

    PeerKeys.Target target() {
        return target;
    }

    long pause() {
        return pause;
    }

    /// Whether the peer still has the key, and the session is still there.
    boolean fits(PeerKeys peer, Sessions sessions) {
        return peer.targets().contains(target) && sessions.all().contains(session);
    }

    /// Whether this opening was sent in vain often enough.
    boolean spent(long now) {
        return sent >= TRIES && due(now);
    }

    /// Makes the opening due whenever it was sent last.
    void again() {
        sent = Math.min(sent, TRIES - 1);
        sentAt = Long.MIN_VALUE / 2;
    }

    /// The pieces to send now; none before they are due.
    List<byte[]> pieces(int mtu, long now) {
        if (!due(now)) {
            return List.of();
        }
        if (sent > 0) {
            pause = Math.min(MAX_PAUSE_MS, 2 * pause);
        }
        sent++;
        sentAt = now;
        return Piece.split(opening, guard, mtu);
    }

    /// A clock that was set back must not silence us.
    private boolean due(long now) {
        return sent == 0 || now - sentAt >= pause || now < sentAt;
    }
}
