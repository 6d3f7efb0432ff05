package torgau.station.http;

import static torgau.station.http.Bodies.body;
import static torgau.station.http.Bodies.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import torgau.journal.Code;
import torgau.station.home.Seat;
import torgau.station.officers.Officer;
import torgau.station.officers.Officer.State;
import torgau.station.officers.Officers;
import torgau.station.officers.PersonName;
import torgau.station.officers.Role;

/// The administration of officers. With the token of the home, on the machine itself, the first two
/// administrators are made; from then on it takes away, and gives only what the last administrator asks for.
final class OfficersApi {
    private static final Pattern WORD = Pattern.compile("[a-z_]{1,32}");

    private final Front front;
    private final Officers officers;
    private final Seats seats;
    private final Sessions sessions;
    private final Recoveries recoveries;

    OfficersApi(Front front, Officers officers, Seats seats, Sessions sessions) {
        this.front = front;
        this.officers = officers;
        this.seats = seats;
        this.sessions = sessions;
        this.recoveries = new Recoveries(front.process().clocks().steadyNanos());
    }

    void add(RoutesConfig routes) {
        String one = ApiServer.API + "/officers/{id}";
        routes.get(ApiServer.API + "/officers", this::all);
        routes.post(ApiServer.API + "/officers", this::added);
        routes.put(one, this::changed);
        routes.put(one + "/state", this::moved);
        routes.post(one + "/invitation", this::invited);
        routes.post(one + "/recovery", this::recovered);
    }

    /// Who somebody is, for those who see that person sign in.
    static ObjectNode brief(Officer officer) {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("id", officer.id())
                .put("name", officer.name())
                .put("seat", officer.seat());
        ArrayNode roles = json.putArray("roles");
        officer.roles().forEach(role -> roles.add(role.word()));
        return json;
    }

    private static ObjectNode shown(Officer officer) {
        ObjectNode json = brief(officer)
                .put("revision", officer.decision())
                .put("state", officer.state().name().toLowerCase(Locale.ROOT))
                .put("passkeys", officer.passkeys().size());
        Officer.Invitation invitation = officer.invitation();
        if (invitation != null) {
            json.put("invited_until", Names.instant(invitation.until()));
        }
        return json;
    }

    private void all(Context request) {
        if (Access.officer(request).isEmpty()) {
            ofTheHome(request);
        }
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("begun", officers.begun());
        ArrayNode list = json.putArray("officers");
        officers.all().forEach(officer -> list.add(shown(officer)));
        ArrayNode names = json.putArray("seats");
        seats.names().stream().distinct().sorted().forEach(names::add);
        json(request, json);
    }

    /// Refuses whoever is neither an administrator nor, while there are no two of them, on the machine
    /// itself.
    private void mayMake(Context request) {
        if (Access.officer(request).isEmpty()) {
            ofTheHome(request);
            if (officers.begun()) {
                throw new Refusal(403, Code.ADMINISTRATOR_WANTED);
            }
        }
    }

    private static void ofTheHome(Context request) {
        if (!Access.seat(request).name().equals(Seat.FIRST)) {
            throw new Refusal(403, Code.ADMINISTRATOR_WANTED);
        }
    }

    private void added(Context request) throws IOException {
        mayMake(request);
        JsonIn in = JsonIn.of(body(request));
        String id = in.word("id", Officer.ID);
        String name = name(in);
        String seat = seat(in);
        Set<Role> roles = roles(in);
        in.end();
        if (!officers.add(id, name, seat, roles)) {
            throw new Refusal(409, Code.OFFICER_CHANGED, "there is an officer " + id + ", or there are too many");
        }
        done(request, "officer_added", id);
        request.status(201);
        json(request, shown(named(id)));
    }

    private synchronized void changed(Context request) throws IOException {
        mayMake(request);
        JsonIn in = JsonIn.of(body(request));
        Officer officer = named(request.pathParam("id"), in);
        String name = name(in);
        String seat = seat(in);
        Set<Role> roles = roles(in);
        in.end();
        if (!roles.contains(Role.ADMINISTRATOR)) {
            notTheLast(request, officer);
        }
        answered(request, officers.change(officer, name, seat, roles), "officer_changed");
    }

    /// Suspending and ending are also for the token of the home: who keeps the machine can always take
    /// away, and give nothing.
    private synchronized void moved(Context request) throws IOException {
        JsonIn in = JsonIn.of(body(request));
        Officer officer = named(request.pathParam("id"), in);
        State state = State.valueOf(
                in.word("state", Pattern.compile("active|suspended|ended")).toUpperCase(Locale.ROOT));
        in.end();
        if (state == State.ACTIVE) {
            mayMake(request);
        } else if (Access.officer(request).isEmpty()) {
            ofTheHome(request);
        }
        if (officer.state() == State.ENDED) {
            throw new Refusal(409, Code.OFFICER_CHANGED, "the duty of " + officer.id() + " has ended for good");
        }
        if (state != State.ACTIVE) {
            notTheLast(request, officer);
        }
        Optional<Officer> next = officers.change(officer, state);
        if (state != State.ACTIVE && next.isPresent()) {
            sessions.endAll(new Sessions.Holder.Person(officer.id()));
        }
        answered(request, next, "officer_" + state.name().toLowerCase(Locale.ROOT));
    }

    /// An administrator who has signed in leaves nobody without one; the keeper of the machine may.
    private void notTheLast(Context request, Officer officer) {
        List<Officer> serving = officers.administrators();
        if (Access.officer(request).isPresent()
                && serving.size() == 1
                && serving.getFirst().id().equals(officer.id())) {
            throw new Refusal(409, Code.LAST_ADMINISTRATOR);
        }
    }

    private void invited(Context request) throws IOException {
        Officer officer = decided(request);
        if (!officer.passkeys().isEmpty()) {
            throw new Refusal(403, Code.SECOND_ADMINISTRATOR_WANTED, officer.id() + " has passkeys: recover them");
        }
        if (officers.begun()) {
            byTwo(request, officer, false);
        } else {
            mayMake(request);
            invitation(request, officer, false);
        }
    }

    private void recovered(Context request) throws IOException {
        byTwo(request, decided(request), true);
    }

    /// The first administrator asks, the second confirms, each signed in: one alone makes no person and
    /// replaces none. Where no other administrator can sign in, whoever keeps the machine confirms.
    private void byTwo(Context request, Officer officer, boolean recovering) {
        List<String> serving =
                officers.administrators().stream().map(Officer::id).toList();
        Optional<Officer> administrator = Access.officer(request);
        if (administrator.isPresent()) {
            String own = administrator.get().id();
            if (own.equals(officer.id())) {
                throw new Refusal(403, Code.SECOND_ADMINISTRATOR_WANTED, "these are your own passkeys");
            }
            if (!recoveries.confirmed(officer.id(), own, serving::contains)) {
                asked(request, officer, recovering);
                return;
            }
        } else {
            ofTheHome(request);
            boolean another =
                    serving.stream().filter(id -> !id.equals(officer.id())).count() > 1;
            if (another || !recoveries.taken(officer.id(), serving::contains)) {
                throw new Refusal(403, Code.ADMINISTRATOR_WANTED);
            }
        }
        invitation(request, officer, recovering);
    }

    private void asked(Context request, Officer officer, boolean recovering) {
        done(request, recovering ? "recovery_asked" : "invitation_asked", officer.id());
        request.status(202);
        json(
                request,
                JsonNodeFactory.instance
                        .objectNode()
                        .put("officer", officer.id())
                        .put("confirmed", false));
    }

    private Officer decided(Context request) throws IOException {
        JsonIn in = JsonIn.of(body(request));
        Officer officer = named(request.pathParam("id"), in);
        in.end();
        if (officer.state() != State.ACTIVE) {
            throw new Refusal(409, Code.OFFICER_CHANGED, officer.id() + " is not active");
        }
        return officer;
    }

    private void invitation(Context request, Officer officer, boolean recovering) {
        Officers.Code code = officers.invite(officer, recovering).orElseThrow(OfficersApi::overtaken);
        if (recovering) {
            sessions.endAll(new Sessions.Holder.Person(officer.id()));
        }
        done(request, recovering ? "officer_recovered" : "officer_invited", officer.id());
        request.status(201);
        json(
                request,
                JsonNodeFactory.instance
                        .objectNode()
                        .put("officer", officer.id())
                        .put("confirmed", true)
                        .put("code", code.words())
                        .put("until", Names.instant(code.until())));
    }

    private void answered(Context request, Optional<Officer> now, String kind) {
        Officer officer = now.orElseThrow(OfficersApi::overtaken);
        done(request, kind, officer.id());
        json(request, shown(officer));
    }

    private void done(Context request, String kind, String officer) {
        String by = Access.officer(request)
                .map(administrator -> "officer " + administrator.id())
                .orElse("the token of the home");
        front.process().log().note(kind, null, null, officer + ", by " + by);
    }

    private static Refusal overtaken() {
        return new Refusal(409, Code.OFFICER_CHANGED);
    }

    private Officer named(String id) {
        return officers.named(id).orElseThrow(() -> Refusal.notFound("officer of this id"));
    }

    /// The officer, at the revision that the request has read.
    private Officer named(String id, JsonIn in) {
        long revision = in.number("revision", 1, Integer.MAX_VALUE);
        Officer officer = named(id);
        if (officer.decision() != revision) {
            throw overtaken();
        }
        return officer;
    }

    private static String name(JsonIn in) {
        String name = in.line("name", 1, Officer.MAX_NAME);
        PersonName.fault(name).ifPresent(fault -> {
            throw Refusal.field("/name", "nobody is called that: " + fault);
        });
        return name;
    }

    private String seat(JsonIn in) {
        String seat = in.word("seat", Pattern.compile("[a-z][a-z0-9-]{0,31}"));
        if (seats.named(seat).isEmpty()) {
            throw Refusal.field("/seat", "there is no seat " + seat + "; there are " + seats.names());
        }
        return seat;
    }

    private static Set<Role> roles(JsonIn in) {
        var roles = EnumSet.noneOf(Role.class);
        in.words("roles", Role.values().length, WORD)
                .forEach(word ->
                        roles.add(Role.of(word).orElseThrow(() -> Refusal.field("/roles", word + " is no role"))));
        return roles;
    }
}
