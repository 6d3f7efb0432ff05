package torgau.station.http;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import torgau.journal.Code;
import torgau.journal.Digest;
import torgau.station.home.Seat;
import torgau.station.home.Token;

/// Who may ask what. Three walls, each of which would do: the Host must be the console's own, a page of
/// another origin may change nothing, and nothing is answered without the token or a session.
final class Access {
    /// Wrong tokens in a minute after which no further one is looked at.
    static final int WRONG_TOKENS_A_MINUTE = 10;

    private static final long MINUTE_MILLIS = 60_000;
    private static final int MAX_TOKEN = 256;
    private static final String BEARER = "Bearer ";
    private static final String SEAT = "seat";
    private static final Set<String> OPEN = Set.of("/healthz", "/api/v1/session");
    private static final Set<HandlerType> READING = Set.of(HandlerType.GET, HandlerType.HEAD, HandlerType.OPTIONS);

    private final URI origin;
    private final int port;
    private final String cookie;
    private final Seats seats;
    private final Sessions sessions;
    private final LongSupplier wallMillis;
    private final Deque<Long> wrong = new ArrayDeque<>();

    /// @param origin at which browsers see the console
    /// @param port at which it listens here
    /// @param station whose name the cookie ends with: cookies ignore ports
    Access(URI origin, int port, String station, Seats seats, Sessions sessions, LongSupplier wallMillis) {
        this.origin = origin;
        this.port = port;
        this.cookie = "torgau-session-" + station.toLowerCase(Locale.ROOT);
        this.seats = seats;
        this.sessions = sessions;
        this.wallMillis = wallMillis;
    }

    /// Refuses what may not be asked.
    void check(Context request) {
        host(request);
        origin(request);
        String path = request.path();
        boolean guarded = path.startsWith("/api/") || path.equals("/metrics");
        if (guarded && !OPEN.contains(path) && !authorized(request)) {
            throw new Refusal(401, Code.NOT_SIGNED_IN);
        }
        if (path.equals("/api/v1/session") && request.method().equals(HandlerType.DELETE) && !authorized(request)) {
            throw new Refusal(401, Code.NOT_SIGNED_IN);
        }
    }

    /// A request that brings the token, or that only asks how the station is, may also name the loopback
    /// address.
    private void host(Context request) {
        String host = Optional.ofNullable(request.header("Host")).orElse("").toLowerCase(Locale.ROOT);
        boolean own = host.equals(origin.getAuthority().toLowerCase(Locale.ROOT));
        boolean noBrowser = bearer(request) != null || request.path().equals("/healthz");
        if (!own && !(noBrowser && loopback(host))) {
            throw new Refusal(
                    421, Code.WRONG_HOST, "the Host is " + host + ", this station's is " + origin.getAuthority());
        }
    }

    private boolean loopback(String host) {
        return host.equals("127.0.0.1:" + port) || host.equals("localhost:" + port) || host.equals("[::1]:" + port);
    }

    private void origin(Context request) {
        String from = request.header("Origin");
        boolean changes = !READING.contains(request.method());
        boolean byCookie = bearer(request) == null && request.cookie(cookie) != null;
        boolean missing = from == null && changes && byCookie;
        if (missing || (from != null && !from.equals(origin.toString()))) {
            throw new Refusal(403, Code.FOREIGN_ORIGIN, "the Origin is " + from + ", this console's is " + origin);
        }
    }

    private boolean authorized(Context request) {
        String token = bearer(request);
        Optional<Seat> seat = token != null ? Optional.of(holder(token)) : session(request);
        seat.ifPresent(known -> seated(request, known));
        return seat.isPresent();
    }

    private Optional<Seat> session(Context request) {
        return Optional.ofNullable(request.cookie(cookie))
                .filter(secret -> secret.length() <= MAX_TOKEN)
                .flatMap(sessions::live)
                .flatMap(seats::holder);
    }

    /// Notes the seat at which a request is made.
    static void seated(Context request, Seat seat) {
        request.attribute(SEAT, seat);
    }

    /// The seat at which a request is made, if that is known: nobody may have been let in.
    static Optional<Seat> known(Context request) {
        return Optional.ofNullable(request.<Seat>attribute(SEAT));
    }

    /// The seat at which a request that was let in is made.
    static Seat seat(Context request) {
        return Objects.requireNonNull(request.attribute(SEAT));
    }

    /// Whether a request that was let in would still be: its session may have ended since, its seat may
    /// be gone.
    boolean stillWelcome(Context request) {
        String token = bearer(request);
        return (token != null ? seats.holder(hash(token)) : session(request)).isPresent();
    }

    private static Digest hash(String token) {
        return Token.hash(token.substring(0, Math.min(token.length(), MAX_TOKEN)));
    }

    private static @Nullable String bearer(Context request) {
        String header = request.header("Authorization");
        return header != null && header.startsWith(BEARER) ? header.substring(BEARER.length()) : null;
    }

    /// Whose token this is. After ten wrong ones in a minute further wrong ones are not even answered as
    /// such; a right one always is, so that nobody can lock an officer out.
    Seat holder(String token) {
        return seats.holder(hash(token)).orElseThrow(this::refused);
    }

    private synchronized Refusal refused() {
        long now = wallMillis.getAsLong();
        while (!wrong.isEmpty() && now - wrong.peekFirst() >= MINUTE_MILLIS) {
            wrong.removeFirst();
        }
        if (wrong.size() >= WRONG_TOKENS_A_MINUTE) {
            return new Refusal(
                    429, Code.TOO_MANY_REQUESTS, "more than " + WRONG_TOKENS_A_MINUTE + " wrong tokens in a minute");
        }
        wrong.addLast(now);
        return new Refusal(401, Code.TOKEN_REFUSED);
    }

    /// The cookie of a new session.
    String opening(String secret) {
        return cookie + "=" + secret + "; Path=/; HttpOnly; SameSite=Strict; Max-Age=" + Sessions.LIFE_MILLIS / 1_000
                + secure();
    }

    /// Ends the session that the request brings, and answers the cookie that removes it.
    String ending(Context request) {
        String secret = request.cookie(cookie);
        if (secret != null) {
            sessions.end(secret);
        }
        return cookie + "=; Path=/; HttpOnly; SameSite=Strict; Max-Age=0" + secure();
    }

    private String secure() {
        return "https".equals(origin.getScheme()) ? "; Secure" : "";
    }
}
