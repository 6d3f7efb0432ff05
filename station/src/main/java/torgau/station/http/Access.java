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
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import torgau.journal.Code;
import torgau.journal.Digest;
import torgau.station.home.Seat;
import torgau.station.home.Token;
import torgau.station.officers.Officer;
import torgau.station.officers.Officers;

/// Who may ask what. Three walls, each of which would do: the Host must be the console's own, a page of
/// another origin may change nothing, and nothing is answered without the token or a session.
final class Access {
    /// Wrong tokens in a minute after which no further one is looked at.
    static final int WRONG_TOKENS_A_MINUTE = 10;

    private static final long MINUTE_MILLIS = 60_000;
    private static final int MAX_TOKEN = 256;
    private static final String BEARER = "Bearer ";
    private static final String SEAT = "seat";
    private static final String OFFICER = "officer";
    private static final String HEALTH = "/healthz";
    private static final String SESSION = ApiServer.API + "/session";
    private static final String UNLOCKING = SESSION + "/unlock";
    private static final Set<HandlerType> READING = Set.of(HandlerType.GET, HandlerType.HEAD, HandlerType.OPTIONS);
    /// What an open page notes with nobody before it, as it shows what has come.
    private static final Pattern OPENED = Pattern.compile(Pattern.quote(ApiServer.API) + "/entries/[^/]+/opened");

    private final URI origin;
    private final String local;
    private final int port;
    private final String cookie;
    private final Seats seats;
    private final Sessions sessions;
    private final Officers officers;
    private final Rights rights = Rights.TABLE;
    private final LongSupplier steadyNanos;
    private final Deque<Long> wrong = new ArrayDeque<>();

    /// @param origin at which browsers see the console
    /// @param local address at which programs on this machine reach it
    /// @param port at which it listens here
    /// @param station whose name the cookie ends with: cookies ignore ports
    Access(URI origin, String local, int port, String station, Holders holders, LongSupplier steadyNanos) {
        this.origin = origin;
        this.local = local;
        this.port = port;
        this.cookie = "torgau-session-" + station.toLowerCase(Locale.ROOT);
        this.seats = holders.seats();
        this.sessions = holders.sessions();
        this.officers = holders.officers();
        this.steadyNanos = steadyNanos;
    }

    /// Those who can be let in.
    record Holders(Seats seats, Sessions sessions, Officers officers) {}

    /// Refuses what may not be asked.
    void check(Context request) {
        host(request);
        origin(request);
        String path = request.path();
        boolean guarded = path.startsWith("/api/") || path.equals("/metrics");
        boolean open = rights.open(request.method().name(), path);
        Optional<Guest> guest = guarded ? guest(request) : Optional.empty();
        guest.ifPresent(known -> seated(request, known.seat(), known.officer()));
        if (!guarded || open) {
            return;
        }
        Guest known = guest.orElseThrow(() -> new Refusal(401, Code.NOT_SIGNED_IN));
        boolean leaving = path.equals(SESSION) && request.method().equals(HandlerType.DELETE);
        if (known.locked() && !leaving && !path.equals(UNLOCKING)) {
            throw new Refusal(423, Code.SESSION_LOCKED);
        }
        if (!known.locked() && !READING.contains(request.method()) && !byItself(path)) {
            secret(request).ifPresent(sessions::touch);
        }
        known.officer()
                .ifPresent(officer -> rights.admits(officer, request.method().name(), path));
    }

    /// Whether an open page asks this though nobody is there.
    private static boolean byItself(String path) {
        return Previews.has(path) || OPENED.matcher(path).matches();
    }

    /// Whoever was let in.
    private record Guest(Seat seat, Optional<Officer> officer, boolean locked) {}

    /// A request that brings the token, or that only asks how the station is, may also name the address
    /// at which it listens.
    private void host(Context request) {
        String host = Optional.ofNullable(request.header("Host")).orElse("").toLowerCase(Locale.ROOT);
        boolean own = host.equals(origin.getAuthority().toLowerCase(Locale.ROOT));
        boolean noBrowser = bearer(request) != null || request.path().equals(HEALTH);
        if (!own && !(noBrowser && listening(host))) {
            throw new Refusal(
                    421, Code.WRONG_HOST, "the Host is " + host + ", this station's is " + origin.getAuthority());
        }
    }

    private boolean listening(String host) {
        return host.equals(local)
                || host.equals("127.0.0.1:" + port)
                || host.equals("localhost:" + port)
                || host.equals("[::1]:" + port);
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

    /// A token that is wrong is refused wherever it is brought.
    private Optional<Guest> guest(Context request) {
        String token = bearer(request);
        return token != null
                ? Optional.of(new Guest(holder(token), Optional.empty(), false))
                : session(request).flatMap(this::guest);
    }

    /// The seat of an officer, with the officer in it; empty if that seat was taken away.
    Optional<Seat> seatOf(Officer officer) {
        return seats.named(officer.seat()).map(seat -> seat.takenBy(officer.id()));
    }

    /// Where officers have begun, no session of a token is any more.
    private Optional<Guest> guest(Sessions.Session session) {
        return switch (session.holder()) {
            case Sessions.Holder.Bearer(Digest hash) ->
                seats.holder(hash)
                        .filter(_ -> !officers.begun())
                        .map(seat -> new Guest(seat, Optional.empty(), session.locked()));
            case Sessions.Holder.Person(String id) ->
                officers.named(id)
                        .filter(Officer::enrolled)
                        .flatMap(officer ->
                                seatOf(officer).map(seat -> new Guest(seat, Optional.of(officer), session.locked())));
        };
    }

    private Optional<Sessions.Session> session(Context request) {
        return secret(request).flatMap(sessions::live);
    }

    /// What the request brings as its session's secret. Whoever brings a token asks as that token alone:
    /// a token must not unlock an officer's session that happens to come along.
    private Optional<String> secret(Context request) {
        return Optional.ofNullable(request.cookie(cookie))
                .filter(secret -> bearer(request) == null && secret.length() <= MAX_TOKEN);
    }

    /// Whether the session that the request brings is locked.
    boolean locked(Context request) {
        return session(request).map(Sessions.Session::locked).orElse(false);
    }

    /// Locks the session that the request brings, or unlocks it.
    void lock(Context request, boolean locked) {
        String secret = secret(request).orElseThrow(() -> new Refusal(409, Code.NO_SESSION));
        sessions.lock(secret, locked);
    }

    /// Notes the seat at which a request is made, and by whom.
    static void seated(Context request, Seat seat, Optional<Officer> officer) {
        request.attribute(SEAT, seat);
        officer.ifPresent(known -> request.attribute(OFFICER, known));
    }

    /// The officer who makes a request; empty if a token does.
    static Optional<Officer> officer(Context request) {
        return Optional.ofNullable(request.<Officer>attribute(OFFICER));
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
        return token != null
                ? seats.holder(hash(token)).isPresent()
                : session(request)
                        .flatMap(this::guest)
                        .filter(guest -> !guest.locked())
                        .isPresent();
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
        return seats.holder(hash(token)).orElseThrow(() -> refused(Code.TOKEN_REFUSED));
    }

    /// The refusal of whoever has shown nothing that is right: counted, and after ten in a minute not
    /// even answered as such.
    synchronized Refusal refused(Code code) {
        long now = TimeUnit.NANOSECONDS.toMillis(steadyNanos.getAsLong());
        while (!wrong.isEmpty() && now - wrong.peekFirst() >= MINUTE_MILLIS) {
            wrong.removeFirst();
        }
        if (wrong.size() >= WRONG_TOKENS_A_MINUTE) {
            return new Refusal(
                    429,
                    Code.TOO_MANY_REQUESTS,
                    "more than " + WRONG_TOKENS_A_MINUTE + " wrong attempts to sign in within a minute");
        }
        wrong.addLast(now);
        return new Refusal(401, code);
    }

    /// The cookie of a new session.
    String opening(String secret) {
        return cookie + "=" + secret + "; Path=/; HttpOnly; SameSite=Strict; Max-Age=" + Sessions.LIFE_MILLIS / 1_000
                + secure();
    }

    /// Ends the session that the request brings, and answers the cookie that removes it.
    String ending(Context request) {
        secret(request).ifPresent(sessions::end);
        return cookie + "=; Path=/; HttpOnly; SameSite=Strict; Max-Age=0" + secure();
    }

    private String secure() {
        return "https".equals(origin.getScheme()) ? "; Secure" : "";
    }
}
