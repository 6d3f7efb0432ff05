package torgau.link.seal;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import torgau.journal.Digest;

/// The sessions with one peer: at most four, none older than seven days.
final class Sessions {
    /// Sessions kept with one peer.
    static final int MAX_SESSIONS = 4;

    /// How long a secret may live, in milliseconds.
    static final long MAX_AGE_MS = 7 * 86_400_000L;

    /// When the station that opened a session opens a new one, in milliseconds.
    static final long RENEW_MS = 6 * 86_400_000L;

    /// How much longer the other one waits for that before it opens one itself, in milliseconds.
    static final long RENEW_LATER_MS = 43_200_000L;

    /// How long a session that is no longer spoken under is still heard, in milliseconds.
    static final long LINGER_MS = 3_600_000L;

    private static final Comparator<Session> BY_NUMBER = Comparator.comparingLong(
                    (Session session) -> session.record().number())
            .thenComparing(Session::id, Long::compareUnsigned);

    private final List<Session> sessions = new ArrayList<>();
    private @Nullable Digest targetOffer;

    /// Says which KeyOffer the peer makes now: sessions that we opened to another one are due for renewal.
    void target(@Nullable Digest keyOffer) {
        targetOffer = keyOffer;
    }

    void add(Session session) {
        if (sessions.size() >= MAX_SESSIONS) {
            sessions.stream()
                    .min(Comparator.comparing(Session::usable).thenComparingLong(Session::heardAt))
                    .ifPresent(sessions::remove);
        }
        sessions.add(session);
    }

    List<Session> all() {
        return Collections.unmodifiableList(sessions);
    }

    List<SessionRecord> records() {
        return sessions.stream().map(Session::record).toList();
    }

    Optional<Session> withId(long id) {
        return sessions.stream().filter(session -> session.id() == id).findFirst();
    }

    boolean holds(Digest opening) {
        return sessions.stream().anyMatch(session -> session.record().opening().equals(opening));
    }

    /// The session to speak under: of those that the peer can read, the one with the greatest opening number,
    /// then with the greatest id. Both ends know these, so both come to choose the same.
    Optional<Session> speaking() {
        Optional<Session> best = Optional.empty();
        for (Session session : sessions) {
            if (session.usable() && (best.isEmpty() || BY_NUMBER.compare(session, best.get()) > 0)) {
                best = Optional.of(session);
            }
        }
        return best;
    }

    /// A number greater than that of any session, so that a new one is preferred.
    long nextNumber() {
        return 1
                + sessions.stream()
                        .mapToLong(session -> session.record().number())
                        .max()
                        .orElse(0);
    }

    /// Whether this session need not be renewed yet.
    boolean fresh(Session session, long now) {
        var record = session.record();
        return young(session, now) && (!record.openedByUs() || Objects.equals(record.keyOffer(), targetOffer));
    }

    /// Whether this session need not be renewed for its age.
    boolean young(Session session, long now) {
        var record = session.record();
        return now - record.openedAt() < (record.openedByUs() ? RENEW_MS : RENEW_MS + RENEW_LATER_MS);
    }

    /// Drops what is too old, worn out, or no longer heard; true if that changed anything.
    boolean expire(long now) {
        var speaking = speaking().orElse(null);
        boolean changed = false;
        for (int i = sessions.size() - 1; i >= 0; i--) {
            var session = sessions.get(i);
            session.notAfter(now);
            boolean silent = speaking != null && session != speaking && now - session.heardAt() >= LINGER_MS;
            if (silent || session.wornOut() || now - session.record().openedAt() >= MAX_AGE_MS) {
                sessions.remove(i);
                changed = true;
            }
        }
        return changed;
    }

    void doubtAll() {
        sessions.forEach(Session::doubt);
    }

    void spellOut() {
        sessions.forEach(Session::spellOut);
    }

    /// Spells out the session that is spoken under this key; false if none is.
    boolean spellOut(int keyId) {
        var spoken =
                sessions.stream().filter(session -> session.speaksUnder(keyId)).findFirst();
        spoken.ifPresent(Session::spellOut);
        return spoken.isPresent();
    }
}
