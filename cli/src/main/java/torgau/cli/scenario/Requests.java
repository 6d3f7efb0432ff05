package torgau.cli.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import torgau.cli.api.StationApi;

/// Turns a step into the request that an officer's command would make.
final class Requests {
    private final JsonNode parties;
    private final Map<String, String> references;
    private final UnaryOperator<String> numbers;
    private final Instant now;

    /// @param references of what was labelled, by label
    /// @param numbers message number of an entry, by its reference
    Requests(JsonNode parties, Map<String, String> references, UnaryOperator<String> numbers, Instant now) {
        this.parties = parties;
        this.references = references;
        this.numbers = numbers;
        this.now = now;
    }

    /// The body of `POST /entries`.
    ObjectNode entry(Scenario.Step step) {
        JsonNode arguments = step.arguments();
        ObjectNode body = StationApi.JSON.createObjectNode();
        if (step.verb().equals("file")) {
            copy(arguments, body, "class", "precedence");
        } else {
            body.put("class", arguments.path("class").asText("FORMAL"));
            body.put("precedence", arguments.path("precedence").asText("ROUTINE"));
        }
        if (arguments.has("to")) {
            body.set("to", arguments.get("to"));
        }
        if (arguments.has("re")) {
            body.put("re", reference(step, arguments.get("re").asText()));
        }
        body.set("office", office(step));
        body.set("act", act(step));
        return body;
    }

    private ObjectNode act(Scenario.Step step) {
        return switch (step.verb()) {
            case "say" -> message(step);
            case "file" -> notification(step);
            case "ack" -> acknowledgement(step);
            case "translate" -> translation(step);
            case "suspend" -> suspension(step);
            case "resume" -> resumption(step);
            default -> throw new ScenarioFault(step.name() + ": unknown verb " + step.verb());
        };
    }

    private ObjectNode message(Scenario.Step step) {
        JsonNode arguments = step.arguments();
        ObjectNode act = act("message", step);
        act.put("text", arguments.path("text").asText().strip());
        if (arguments.has("subject")) {
            act.put("subject", arguments.get("subject").asText());
        }
        if (arguments.has("courtesy")) {
            ArrayNode courtesy = act.putArray("courtesy");
            arguments
                    .get("courtesy")
                    .properties()
                    .forEach(text -> courtesy.addObject()
                            .put("language", text.getKey())
                            .put("text", text.getValue().asText().strip()));
        }
        return act;
    }

    private ObjectNode notification(Scenario.Step step) {
        JsonNode arguments = step.arguments();
        ObjectNode act = act("notification", step);
        copy(arguments, act, "format", "procedure", "label", "track");
        act.set("fields", filling(step).of(arguments.path("fields")));
        return act;
    }

    private Filling filling(Scenario.Step step) {
        return new Filling(label -> numbers.apply(reference(step, label)), now);
    }

    private static void copy(JsonNode from, ObjectNode into, String... names) {
        for (String name : names) {
            if (from.has(name)) {
                into.set(name, from.get(name));
            }
        }
    }

    private ObjectNode acknowledgement(Scenario.Step step) {
        JsonNode arguments = step.arguments();
        ObjectNode act = act("acknowledgement", step);
        act.put("of", reference(step, arguments.path("of").asText()));
        act.put("stage", arguments.path("stage").asText());
        for (String text : new String[] {"read_back", "about", "cause"}) {
            if (arguments.has(text)) {
                act.put(text, arguments.get(text).asText().strip());
            }
        }
        copy(arguments, act, "fields");
        if (arguments.has("restate")) {
            act.set("restated", filling(step).of(arguments.get("restate")));
        }
        if (arguments.path("stage").asText().equals("passed_on")) {
            act.put("passed_on_at", instant(now));
        }
        return act;
    }

    private ObjectNode translation(Scenario.Step step) {
        ObjectNode act = act("translation", step);
        act.put("of", reference(step, step.arguments().path("of").asText()));
        copy(step.arguments(), act, "part");
        return act.put("text", step.arguments().path("text").asText().strip());
    }

    /// What a step of a translation on the own desk is asked with, but for its revision.
    ObjectNode kept(Scenario.Step step) {
        ObjectNode body = StationApi.JSON.createObjectNode().put("language", language(step));
        copy(step.arguments(), body, "part");
        if (step.arguments().has("text")) {
            body.put("text", step.arguments().path("text").asText().strip());
        }
        body.set("office", office(step));
        return body;
    }

    private ObjectNode suspension(Scenario.Step step) {
        JsonNode arguments = step.arguments();
        ObjectNode act = act("suspension", step);
        JsonNode scope = arguments.path("scope");
        if (scope.isObject()) {
            String kind = scope.fieldNames().next();
            act.putObject("scope").put("kind", kind).put("name", scope.get(kind).asText());
        } else {
            act.putObject("scope").put("kind", scope.asText("line"));
        }
        decision(act, arguments);
        act.set("stays_open", arguments.path("stays_open").isArray() ? arguments.get("stays_open") : act.arrayNode());
        return act;
    }

    private ObjectNode resumption(Scenario.Step step) {
        ObjectNode act = act("resumption", step);
        act.put("of", reference(step, step.arguments().path("of").asText()));
        decision(act, step.arguments());
        return act;
    }

    private void decision(ObjectNode act, JsonNode arguments) {
        act.put("authority", arguments.path("authority").asText().strip());
        act.put("effective_date", LocalDate.ofInstant(now, ZoneOffset.UTC).toString());
        if (arguments.has("reason")) {
            act.put("reason", arguments.get("reason").asText().strip());
        }
    }

    private ObjectNode act(String type, Scenario.Step step) {
        return StationApi.JSON.createObjectNode().put("type", type).put("language", language(step));
    }

    private String language(Scenario.Step step) {
        String own = parties.path(step.party()).path("language").asText("en");
        return step.arguments().path("language").asText(own);
    }

    private ObjectNode office(Scenario.Step step) {
        JsonNode party = parties.path(step.party());
        JsonNode office = party.path("offices").path(step.office());
        String language = party.path("language").asText("en");
        if (office.isMissingNode()) {
            throw new ScenarioFault(step.name() + ": party " + step.party() + " has no office " + step.office());
        }
        return StationApi.JSON
                .createObjectNode()
                .put("title", office.path("title").path(language).asText())
                .put("capacity", office.path("capacity").path(language).asText());
    }

    /// The entry that a label names.
    String reference(Scenario.Step step, String label) {
        String reference = references.get(label);
        if (reference == null) {
            throw new ScenarioFault(step.name() + ": nothing was labelled " + label + " before it");
        }
        return reference;
    }

    private static String instant(Instant at) {
        return String.format(Locale.ROOT, "%tFT%<tT.%<tLZ", at.atOffset(ZoneOffset.UTC));
    }
}
