package torgau.station.http;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import torgau.journal.Digest;
import torgau.journal.crypto.RandomSource;

/// Who is signed in with a browser. In memory only: a station that starts again asks anew. Of a session only
/// the hash of its secret is kept. A clock on the wall that is set ends nobody's session: the steady one counts.
final class Sessions {
    /// How long a session lasts at most.
    static final long LIFE_MILLIS = 12L * 3_600_000;

    private static final int MAX_SESSIONS = 64;
    private static final int SECRET_BYTES = 32;

    private final RandomSource random;
    private final LongSupplier steadyNanos;
    private final Map<Digest, Session> open = new LinkedHashMap<>();

    /// @param office whose token opened it
    record Session(String office, long since) {}

    Sessions(RandomSource random, LongSupplier steadyNanos) {
        this.random = random;
        this.steadyNanos = steadyNanos;
    }

    /// Opens a session and answers its secret.
    synchronized String open(String office) {
        String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(random.bytes(SECRET_BYTES));
        open.put(hash(secret), new Session(office, now()));
        if (open.size() > MAX_SESSIONS) {
            open.remove(open.keySet().iterator().next());
        }
        return secret;
    }

    /// Whether the secret is that of a live session.
    synchronized boolean live(String secret) {
        Session session = open.get(hash(secret));
        if (session != null && now() - session.since() > LIFE_MILLIS) {
            open.remove(hash(secret));
            return false;
        }
        return session != null;
    }

    private long now() {
        return TimeUnit.NANOSECONDS.toMillis(steadyNanos.getAsLong());
    }

    synchronized void end(String secret) {
        open.remove(hash(secret));
    }

    static Digest hash(String secret) {
        return Digest.over(secret.getBytes(StandardCharsets.UTF_8));
    }
}
