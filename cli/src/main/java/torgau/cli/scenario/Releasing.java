package torgau.cli.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import torgau.cli.api.Reply;
import torgau.cli.api.StationApi;

/// What waits for a second person in a scenario, and the second person, who sits at another seat.
final class Releasing {
    private static final Set<String> BY_THE_FIRST = Set.of("emergency", "withdraw");
    private static final String CHANGED = "TG-6052";
    private static final int LOOKS = 5;

    private final Map<String, StationApi> first;
    private final Map<String, StationApi> second;
    private final Map<String, String> waiting = new HashMap<>();
    private final Set<String> undecided = new TreeSet<>();

    /// @param first by party code
    /// @param second the same stations, asked from their second seats
    Releasing(Map<String, StationApi> first, Map<String, StationApi> second) {
        this.first = first;
        this.second = second;
    }

    /// Whether a station only keeps what it was asked to say; noted under the label of the step.
    boolean waits(Scenario.Step step, JsonNode answer) {
        if (!answer.has("proposed")) {
            return false;
        }
        String label = step.label()
                .orElseThrow(
                        () -> new ScenarioFault(step.name() + ": it waits for a second signature, and has no label"));
        if (!step.expect().isMissingNode()) {
            throw new ScenarioFault(
                    step.name() + ": it waits for a second signature; what it expects belongs to its release");
        }
        waiting.put(label, answer.path("id").asText());
        undecided.add(label);
        return true;
    }

    /// Number of the release that a label names.
    String number(Scenario.Step step) {
        String label = step.arguments().path("of").asText();
        String id = waiting.get(label);
        if (id == null) {
            throw new ScenarioFault(step.name() + ": nothing labelled " + label + " waits for a second signature");
        }
        return id;
    }

    /// Decides as the step says. Whoever finds that something has come meanwhile looks again, as an
    /// officer would.
    Reply decided(Scenario.Step step) {
        String how = step.arguments().path("how").asText();
        String one = "/releases/" + number(step);
        StationApi station = Objects.requireNonNull((BY_THE_FIRST.contains(how) ? first : second).get(step.party()));
        Reply reply = decided(station, one, how, step);
        for (int look = 1; look < LOOKS && reply.code().equals(CHANGED); look++) {
            reply = decided(station, one, how, step);
        }
        if (reply.accepted()) {
            undecided.remove(step.arguments().path("of").asText());
        }
        return reply;
    }

    private static Reply decided(StationApi station, String one, String how, Scenario.Step step) {
        Reply seen = station.get(one);
        if (!seen.accepted()) {
            return seen;
        }
        ObjectNode body = StationApi.JSON
                .createObjectNode()
                .put("digest", seen.body().path("digest").asText());
        if (step.arguments().has("reason")) {
            body.put("reason", step.arguments().path("reason").asText().strip());
        }
        return station.post(one + "/" + how, body);
    }

    /// Fails if anything still waits.
    void over() {
        if (!undecided.isEmpty()) {
            throw new ScenarioFault("at the end these still wait for a second signature: " + undecided);
        }
    }
}
