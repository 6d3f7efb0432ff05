package torgau.station.http;

import static torgau.station.http.Bodies.body;
import static torgau.station.http.Bodies.json;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import torgau.journal.Code;
import torgau.station.home.Seat;
import torgau.station.home.Token;
import torgau.station.officers.Officer;
import torgau.station.officers.Officers;
import torgau.station.officers.Passkeys;

/// Signing in and out of the console, and locking it.
final class SessionApi {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern CEREMONY = Pattern.compile("[A-Za-z0-9_-]{22}");
    private static final int MAX_CODE = 64;
    /// What somebody pasted in place of a token is no token, and is told no other thing for its form.
    private static final int MOST_PASTED = 8_192;

    private final Front front;
    private final Sessions sessions;
    private final Officers officers;
    private final StatusJson status;
    private final Supplier<Doorway> doorway;

    /// What is known only once the station listens.
    record Doorway(Access access, Passkeys passkeys) {}

    SessionApi(Front front, Sessions sessions, Officers officers, StatusJson status, Supplier<Doorway> doorway) {
        this.front = front;
        this.sessions = sessions;
        this.officers = officers;
        this.status = status;
        this.doorway = doorway;
    }

    private Access access() {
        return doorway.get().access();
    }

    /// `GET /session`: who is signed in. Of a locked session also how the line is and whether a FLASH is
    /// there, and nothing of what it says.
    void state(Context request) {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("officers", officers.begun())
                .put("signed_in", Access.known(request).isPresent());
        Access.known(request).ifPresent(seat -> json.put("seat", seat.name()));
        Access.officer(request).ifPresent(officer -> json.set("officer", OfficersApi.brief(officer)));
        boolean locked = access().locked(request);
        json.put("locked", locked);
        if (locked) {
            json.set("glance", status.glance());
        }
        json(request, json);
    }

    /// `POST /session`: a token for a cookie, as long as no officers sign in here.
    void byToken(Context request) throws IOException {
        JsonIn in = JsonIn.of(body(request));
        String token = in.text("token", 0, MOST_PASTED);
        in.end();
        Seat seat = access().holder(token);
        if (officers.begun()) {
            throw new Refusal(403, Code.PASSKEY_WANTED);
        }
        Access.seated(request, seat, Optional.empty());
        String secret = sessions.open(new Sessions.Holder.Bearer(Token.hash(token)), () -> true)
                .orElseThrow();
        signedIn(request, seat, secret, "seat " + seat.name());
    }

    private void signedIn(Context request, Seat seat, String secret, String who) {
        access().ending(request); // whoever signs in anew leaves no older session behind
        request.header("Set-Cookie", access().opening(secret));
        front.process().log().note("signed_in", seat.offices().getFirst(), null, who);
        Names names = front.names();
        json(
                request,
                JsonNodeFactory.instance
                        .objectNode()
                        .put("party", names.party(front.ownParty()))
                        .put("station", names.station(front.ownStation()))
                        .put("language", front.language()));
    }

    /// `POST /session/passkey-options`.
    void passkeyOptions(Context request) {
        asked(request, doorway.get().passkeys().signingIn());
    }

    private static void asked(Context request, Passkeys.Asked asked) {
        try {
            ObjectNode json = JsonNodeFactory.instance.objectNode().put("ceremony", asked.ceremony());
            json.set("options", JSON.readTree(asked.options()).path("publicKey"));
            json(request, json);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /// `POST /session/passkey`.
    void byPasskey(Context request) throws IOException {
        Officer officer = shown(request);
        Seat seat = access().seatOf(officer).orElseThrow(() -> access().refused(Code.PASSKEY_REFUSED));
        Access.seated(request, seat, Optional.of(officer));
        String secret = sessions.open(new Sessions.Holder.Person(officer.id()), () -> serves(officer))
                .orElseThrow(() -> access().refused(Code.PASSKEY_REFUSED));
        signedIn(request, seat, secret, "officer " + officer.id());
    }

    /// Whether an officer may still sign in with the passkeys that there were.
    private boolean serves(Officer officer) {
        return officers.named(officer.id())
                .filter(now -> now.enrolled() && now.has(officer.passkeys()))
                .isPresent();
    }

    /// The officer whose passkey the request shows.
    private Officer shown(Context request) throws IOException {
        JsonIn in = JsonIn.of(body(request));
        String ceremony = in.word("ceremony", CEREMONY);
        String credential = in.raw("credential");
        in.end();
        return doorway.get()
                .passkeys()
                .signedIn(ceremony, credential)
                .orElseThrow(() -> access().refused(Code.PASSKEY_REFUSED));
    }

    /// `POST /session/lock`.
    void lock(Context request) {
        access().lock(request, true);
        front.process()
                .log()
                .note("locked", null, null, "seat " + Access.seat(request).name());
        request.status(204);
    }

    /// `POST /session/presence`: somebody is at the console. The door has noted it.
    void presence(Context request) {
        request.status(204);
    }

    /// `POST /session/unlock`: by the passkey of the officer whose session it is, or the token that opened
    /// it.
    void unlock(Context request) throws IOException {
        Optional<Officer> holder = Access.officer(request);
        if (holder.isPresent()) {
            Officer officer = shown(request);
            if (!officer.id().equals(holder.get().id())) {
                throw access().refused(Code.PASSKEY_REFUSED);
            }
        } else {
            JsonIn in = JsonIn.of(body(request));
            String token = in.text("token", 0, MOST_PASTED);
            in.end();
            if (!access().holder(token).name().equals(Access.seat(request).name())) {
                throw access().refused(Code.TOKEN_REFUSED);
            }
        }
        access().lock(request, false);
        front.process()
                .log()
                .note("unlocked", null, null, "seat " + Access.seat(request).name());
        request.status(204);
    }

    /// `DELETE /session`.
    void signOut(Context request) {
        request.header("Set-Cookie", access().ending(request));
        front.process().log().note("signed_out", null, null, null);
        request.status(204);
    }

    /// `POST /enrolment-options`: the code of an invitation for what the browser makes a passkey from.
    void enrolmentOptions(Context request) throws IOException {
        JsonIn in = JsonIn.of(body(request));
        String id = in.word("officer", Officer.ID);
        String code = in.line("code", 1, MAX_CODE);
        in.end();
        Officer invited = officers.invited(id, code).orElseThrow(() -> access().refused(Code.INVITATION_REFUSED));
        asked(request, doorway.get().passkeys().enrolment(invited));
    }

    /// `POST /enrolment`.
    void enrolment(Context request) throws IOException {
        JsonIn in = JsonIn.of(body(request));
        String ceremony = in.word("ceremony", CEREMONY);
        String credential = in.raw("credential");
        in.end();
        Officer enrolled = doorway.get()
                .passkeys()
                .enrolled(ceremony, credential, front.now())
                .orElseThrow(() -> access().refused(Code.INVITATION_REFUSED));
        front.process().log().note("enrolled", null, null, "officer " + enrolled.id());
        json(request, OfficersApi.brief(enrolled));
    }
}
