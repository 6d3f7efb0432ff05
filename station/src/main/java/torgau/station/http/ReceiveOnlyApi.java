package torgau.station.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.Optional;
import java.util.OptionalLong;
import torgau.journal.Code;
import torgau.journal.Reference;
import torgau.station.officers.Officer;
import torgau.station.shell.ReceiveOnly;
import torgau.station.shell.Wires;

/// The order to send nothing to other stations, as officers give and end it.
record ReceiveOnlyApi(Front front) {
    private static final long LONGEST_MILLIS = 366L * 86_400_000;

    /// `POST /receive-only`: orders silence, in place of any order that stands.
    ObjectNode begin(Context request, byte[] body) {
        JsonIn in = JsonIn.of(body);
        OptionalLong until = in.has("until") ? OptionalLong.of(in.instant("until")) : OptionalLong.empty();
        Optional<Reference> lastWord =
                in.has("last_word") ? Optional.of(own(in.word("last_word", Names.MESSAGE))) : Optional.empty();
        in.end();
        until.ifPresent(this::ahead);
        DeskApi.writing(() -> {
            order().begin(until, who(request), lastWord);
            return lastWord;
        });
        return now().orElseGet(ReceiveOnlyApi::off);
    }

    private void ahead(long until) {
        if (until <= front.now() || until > front.now() + LONGEST_MILLIS) {
            throw Refusal.field("/until", Names.instant(until) + " is not within a year from now");
        }
    }

    private Reference own(String name) {
        return front.names()
                .place(name, front.process().journal())
                .filter(place -> place.feed().station() == front.ownStation())
                .filter(place -> front.process().journal().standing(place).isPresent())
                .orElseThrow(() -> Refusal.field("/last_word", name + " is no entry of this station"));
    }

    /// `DELETE /receive-only`: ends the order; where there is none, nothing happens.
    ObjectNode end(Context request) {
        try {
            order().end(who(request));
        } catch (IOException taken) {
            throw new Refusal(409, Code.PORT_TAKEN, String.valueOf(taken.getMessage()));
        }
        return now().orElseGet(ReceiveOnlyApi::off);
    }

    private static ObjectNode off() {
        return JsonNodeFactory.instance.objectNode().put("stage", "off");
    }

    private static String who(Context request) {
        return Access.officer(request)
                .map(Officer::id)
                .orElseGet(() -> "seat " + Access.seat(request).name());
    }

    private ReceiveOnly order() {
        return front.process().receiveOnly();
    }

    /// The order that stands, as it is shown; empty if none does.
    Optional<ObjectNode> now() {
        return order().order().map(this::shown);
    }

    private ObjectNode shown(ReceiveOnly.Order order) {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("stage", order().silent() ? "on" : "last_word")
                .put("ordered_at", Names.instant(order.at()))
                .put("by", order.by());
        order.until().ifPresent(until -> json.put("until", Names.instant(until)));
        order.lastWord().ifPresent(place -> json.put("last_word", front.names().reference(place)));
        ArrayNode hears = json.putArray("receives_on");
        front.process().wires().receiving().stream().map(this::way).forEach(hears::add);
        return json;
    }

    private ObjectNode way(Wires.Way way) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("station", front.names().station(way.station()))
                .put("name", way.name());
    }
}
