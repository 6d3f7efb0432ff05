package torgau.station.http;

import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
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

    private static final int MAX_SESSIONS = 64;
    private static final int SECRET_BYTES = 32;

    private final RandomSource random;
    private final LongSupplier steadyNanos;
    private final Map<Digest, Session> open = new LinkedHashMap<>();

    /// @param token hash of the token that opened it
    private record Session(Digest token, long since) {}

    Sessions(RandomSource random, LongSupplier steadyNanos) {
        this.random = random;
        this.steadyNanos = steadyNanos;
    }

    /// Opens a session and answers its secret.
    ///
    /// @param token hash of the token that opens it
    synchronized String open(Digest token) {
        String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(random.bytes(SECRET_BYTES));
        open.put(Token.hash(secret), new Session(token, now()));
        if (open.size() > MAX_SESSIONS) {
            open.remove(open.keySet().iterator().next());
        }
        return secret;
    }

    /// Hash of the token with which a live session was opened; empty if the secret is that of none.
    synchronized Optional<Digest> live(String secret) {
        Session session = open.get(Token.hash(secret));
        if (session != null && now() - session.since() > LIFE_MILLIS) {
            open.remove(Token.hash(secret));
            return Optional.empty();
        }
        return Optional.ofNullable(session).map(Session::token);
    }

    private long now() {
        return TimeUnit.NANOSECONDS.toMillis(steadyNanos.getAsLong());
    }

    synchronized void end(String secret) {
        open.remove(Token.hash(secret));
    }
}
