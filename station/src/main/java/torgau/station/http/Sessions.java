package torgau.station.http;

import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import torgau.journal.Digest;
import torgau.journal.crypto.RandomSource;
import torgau.station.home.Token;

/// Who is signed in with a browser. In memory only: a station that starts again asks anew. Of a session
/// only the hash of its secret is kept. A clock on the wall that is set ends nobody's session: the
/// steady one counts.
final class Sessions {
    /// How long a session lasts at most.
    static final long LIFE_MILLIS = 12L * 3_600_000;
    /// How long a session lasts of which nothing is heard: an open page asks every minute.
    static final long IDLE_MILLIS = 30L * 60_000;
    /// How long an officer may do nothing before the session is locked here: a page locks itself after 15
    /// minutes, unless its script has stopped.
    static final long AWAY_MILLIS = 16L * 60_000;

    /// Sessions of one holder: whoever signs in once more loses the oldest of the own, and nobody else any.
    private static final int MOST_OF_ONE = 8;

    private static final int SECRET_BYTES = 32;

    private final RandomSource random;
    private final LongSupplier steadyNanos;
    private final Map<Digest, Session> open = new LinkedHashMap<>();

    /// Whose session it is.
    sealed interface Holder {
        /// Whoever has a token.
        ///
        /// @param hash of the token that opened it
        record Bearer(Digest hash) implements Holder {}

        /// An officer.
        ///
        /// @param officer id of who has signed in
        record Person(String officer) implements Holder {}
    }

    /// One browser's.
    ///
    /// @param used when it was last heard of; an open page asks by itself
    /// @param touched when its holder last did something
    /// @param locked whether nothing of what is said is shown until its holder has signed in again
    record Session(Holder holder, long since, long used, long touched, boolean locked) {}

    Sessions(RandomSource random, LongSupplier steadyNanos) {
        this.random = random;
        this.steadyNanos = steadyNanos;
    }

    /// Opens a session and answers its secret; empty if the holder was put out meanwhile.
    ///
    /// @param still asked once the session is there: whoever puts its holder out after that finds it
    Optional<String> open(Holder holder, BooleanSupplier still) {
        String secret = opened(holder);
        if (still.getAsBoolean()) {
            return Optional.of(secret);
        }
        end(secret);
        return Optional.empty();
    }

    private synchronized String opened(Holder holder) {
        String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(random.bytes(SECRET_BYTES));
        List<Digest> own = open.entrySet().stream()
                .filter(each -> each.getValue().holder().equals(holder))
                .map(Map.Entry::getKey)
                .toList();
        own.stream().limit(Math.max(0, own.size() + 1 - MOST_OF_ONE)).forEach(open::remove);
        open.put(Token.hash(secret), new Session(holder, now(), now(), now(), false));
        return secret;
    }

    /// A live session, which is heard of by this; empty if the secret is that of none. That of an officer
    /// who is away is locked.
    synchronized Optional<Session> live(String secret) {
        Digest hash = Token.hash(secret);
        Session session = open.get(hash);
        if (session == null) {
            return Optional.empty();
        }
        if (now() - session.since() > LIFE_MILLIS || now() - session.used() > IDLE_MILLIS) {
            open.remove(hash);
            return Optional.empty();
        }
        boolean away = session.holder() instanceof Holder.Person && now() - session.touched() > AWAY_MILLIS;
        var heard = new Session(session.holder(), session.since(), now(), session.touched(), session.locked() || away);
        open.put(hash, heard);
        return Optional.of(heard);
    }

    /// Notes that the holder of a session does something.
    synchronized void touch(String secret) {
        open.computeIfPresent(
                Token.hash(secret),
                (_, kept) -> new Session(kept.holder(), kept.since(), kept.used(), now(), kept.locked()));
    }

    /// Locks a session, or unlocks it: both are done by its holder.
    synchronized void lock(String secret, boolean locked) {
        open.computeIfPresent(
                Token.hash(secret), (_, kept) -> new Session(kept.holder(), kept.since(), kept.used(), now(), locked));
    }

    private long now() {
        return TimeUnit.NANOSECONDS.toMillis(steadyNanos.getAsLong());
    }

    synchronized void end(String secret) {
        open.remove(Token.hash(secret));
    }

    /// Ends every session of this holder: one that was left must not live again when the holder may sign
    /// in again.
    synchronized void endAll(Holder holder) {
        open.values().removeIf(session -> session.holder().equals(holder));
    }
}
