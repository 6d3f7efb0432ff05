package torgau.cli.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import torgau.cli.api.StationApi;

/// A scenario as read from its file.
///
/// @param parties by code: name, language, offices
public record Scenario(String name, JsonNode title, JsonNode notice, JsonNode parties, List<Step> steps) {
    /// One thing that an office does.
    ///
    /// @param pause before it, from the end of the step before
    /// @param party and office: who does it
    /// @param label for later steps; empty if none
    /// @param verb of the command line
    /// @param arguments of the verb, by name
    /// @param expect what must come of it; a missing node if nothing is expected
    public record Step(
            int number,
            Duration pause,
            String party,
            String office,
            Optional<String> label,
            String verb,
            JsonNode arguments,
            JsonNode expect) {
        /// The step as a person would name it in a complaint.
        public String name() {
            return "step " + number + label.map(text -> " (" + text + ")").orElse("");
        }
    }

    /// Reads a scenario file (YAML 1.2).
    ///
    /// @throws ScenarioFault if it is not one; the message names the place
    public static Scenario read(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            Object tree =
                    new Load(LoadSettings.builder().setLabel(file.toString()).build()).loadFromInputStream(in);
            return of(StationApi.JSON.valueToTree(tree), file);
        } catch (IOException fault) {
            throw new ScenarioFault("cannot read " + file + ": " + fault.getMessage());
        } catch (YamlEngineException fault) {
            throw new ScenarioFault(file + " is not YAML 1.2: " + fault.getMessage());
        }
    }

    private static Scenario of(JsonNode root, Path file) {
        var steps = new ArrayList<Step>();
        for (JsonNode step : root.path("steps")) {
            steps.add(step(steps.size() + 1, step, file));
        }
        if (steps.isEmpty() || !root.path("parties").isObject()) {
            throw new ScenarioFault(file + " has no steps or no parties");
        }
        return new Scenario(
                root.path("scenario").asText(), root.path("title"), root.path("notice"), root.path("parties"), steps);
    }

    private static Step step(int number, JsonNode step, Path file) {
        String[] by = step.path("by").asText().split("/", 2);
        JsonNode verbs = step.path("do");
        if (by.length != 2 || verbs.size() != 1 || !step.has("at")) {
            throw new ScenarioFault(file + ": step " + number + " needs `at`, `by: PARTY/OFFICE` and one verb in `do`");
        }
        String verb = verbs.fieldNames().next();
        Optional<String> label = Optional.ofNullable(step.get("as")).map(JsonNode::asText);
        try {
            Duration pause = Duration.parse(step.path("at").asText());
            return new Step(number, pause, by[0], by[1], label, verb, verbs.get(verb), step.path("expect"));
        } catch (java.time.format.DateTimeParseException fault) {
            throw new ScenarioFault(file + ": step " + number + ": not an ISO 8601 duration: " + step.path("at"));
        }
    }
}
