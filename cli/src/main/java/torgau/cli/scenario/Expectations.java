package torgau.cli.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import torgau.cli.api.Reply;
import torgau.cli.api.StationApi;

/// What must come of a step, looked for until it is there or its time is over. What was there instead is
/// said.
final class Expectations {
    private final Map<String, StationApi> stations;
    private final Map<String, String> references;

    /// @param stations by party code
    /// @param references of what was labelled, by label
    Expectations(Map<String, StationApi> stations, Map<String, String> references) {
        this.stations = new TreeMap<>(stations);
        this.references = references;
    }

    /// Waits for all that the step expects.
    ///
    /// @param reference of the entry that the step made; empty if it made none
    /// @throws ScenarioFault at the first thing that does not come
    void check(Scenario.Step step, String reference) throws InterruptedException {
        JsonNode expect = step.expect();
        StationApi own = Objects.requireNonNull(stations.get(step.party()));
        await(step, "receipt", it -> receipt(own, reference, it.asText()));
        await(step, "line", it -> line(it.asText()));
        await(step, "state", it -> state(reference(step, it), it));
        await(step, "outcome", it -> outcome(reference(step, it), it));
        await(step, "kept", it -> kept(step.party(), reference(step, it), it));
        await(step, "answered", it -> answered(own, reference(step, it), it));
        for (JsonNode it : several(expect.path("awaited"))) {
            await(step, () -> awaited(step.party(), own, reference(step, it), it));
        }
    }

    /// One look: empty if it is as expected, else what there is.
    private interface Look {
        Optional<String> at(JsonNode expected);
    }

    private static List<JsonNode> several(JsonNode oneOrMore) {
        var all = new ArrayList<JsonNode>();
        if (oneOrMore.isArray()) {
            oneOrMore.forEach(all::add);
        } else if (oneOrMore.isObject()) {
            all.add(oneOrMore);
        }
        return all;
    }

    private static void await(Scenario.Step step, String name, Look look) throws InterruptedException {
        if (step.expect().has(name)) {
            JsonNode expected = step.expect().get(name);
            await(step, () -> look.at(expected));
        }
    }

    private static void await(Scenario.Step step, Supplier<Optional<String>> look) throws InterruptedException {
        Duration limit = Duration.parse(step.expect().path("within").asText(Waiting.ARRIVAL.toString()));
        if (!Waiting.until(limit, () -> look.get().isEmpty())) {
            Optional<String> last = look.get();
            if (last.isPresent()) {
                throw new ScenarioFault(step.name() + ": after " + limit + " " + last.get());
            }
        }
    }

    private String reference(Scenario.Step step, JsonNode expected) {
        String label = expected.path("of").asText();
        String reference = references.get(label);
        if (reference == null) {
            throw new ScenarioFault(step.name() + ": expects something of " + label + ", which labels nothing yet");
        }
        return reference;
    }

    private static Optional<String> receipt(StationApi own, String reference, String stage) {
        var stages = new ArrayList<String>();
        own.get("/entries/" + reference)
                .body()
                .path("receipts")
                .forEach(receipt -> stages.add(receipt.path("stage").asText()));
        return stages.contains(stage)
                ? Optional.empty()
                : Optional.of("there is no receipt `" + stage + "`, only " + stages);
    }

    private Optional<String> line(String expected) {
        boolean suspended = expected.equals("suspended");
        return stations.entrySet().stream()
                .filter(station -> suspended(station.getValue()) != suspended)
                .map(station -> station.getKey() + " does not show the line as `" + expected + "`")
                .findFirst();
    }

    private static boolean suspended(StationApi station) {
        for (JsonNode suspension : station.get("/status").body().path("suspensions")) {
            if (suspension.at("/scope/kind").asText().equals("line")) {
                return true;
            }
        }
        return false;
    }

    private Optional<String> state(String reference, JsonNode expected) {
        return everywhere(
                reference,
                "the state of " + named(expected),
                expected,
                matter -> matter.at("/state/code").asText("none"));
    }

    private Optional<String> outcome(String reference, JsonNode expected) {
        return everywhere(reference, "the outcome of " + named(expected), expected, matter -> {
            for (JsonNode made : matter.path("steps")) {
                if (made.path("entry").asText().equals(reference)) {
                    String code = made.path("code").asText();
                    return made.path("outcome").asText() + (code.isEmpty() ? "" : " (" + code + ")");
                }
            }
            return "none";
        });
    }

    /// The own desk has a translation in this state, and no other station knows of any.
    private Optional<String> kept(String party, String reference, JsonNode expected) {
        for (var station : stations.entrySet()) {
            String to = expected.path("language").asText();
            String wanted = station.getKey().equals(party) ? expected.path("is").asText() : "none";
            String found = "none";
            for (JsonNode sheet : station.getValue()
                    .get("/entries/" + reference + "/translations?to=" + to)
                    .body()
                    .path("parts")) {
                if (sheet.path("part").asText().equals(expected.path("part").asText())) {
                    found = sheet.at("/translation/state").asText("none");
                }
            }
            found = found.isEmpty() ? "none" : found;
            if (!found.equals(wanted)) {
                return Optional.of("the translation of " + named(expected) + " into " + to + " at " + station.getKey()
                        + " is " + found + ", expected " + wanted);
            }
        }
        return Optional.empty();
    }

    /// What a matter shows.
    private interface Shown {
        String of(JsonNode matter);
    }

    private Optional<String> everywhere(String reference, String what, JsonNode expected, Shown shown) {
        String wanted = expected.path("is").asText();
        for (var station : stations.entrySet()) {
            Reply reply = station.getValue().get("/matters/" + reference);
            String found = reply.accepted() ? shown.of(reply.body()) : "none: " + reply.refusal();
            if (!found.split(" ", 2)[0].equals(wanted)) {
                return Optional.of(what + " at " + station.getKey() + " is " + found + ", expected " + wanted);
            }
        }
        return Optional.empty();
    }

    /// Where both sides have to do the same, each has its own item: ours is not what we await from them.
    private static Optional<String> awaited(String party, StationApi own, String reference, JsonNode expected) {
        String from = expected.path("from").asText();
        String found = "gone";
        for (JsonNode item : own.get("/awaited?limit=500").body().path("from_" + from)) {
            boolean ours = item.path("from").asText().equals(party);
            if (ours == from.equals("us") && demanded(item, reference, expected)) {
                found = item.path("state").asText();
            }
        }
        String wanted = expected.path("is").asText();
        return found.equals(wanted)
                ? Optional.empty()
                : Optional.of(clock(expected) + ", awaited from " + from + ", is " + found + ", expected " + wanted);
    }

    private static Optional<String> answered(StationApi own, String reference, JsonNode expected) {
        long most = Duration.parse(expected.path("within").asText()).toSeconds();
        String found = "not there";
        for (JsonNode item : own.get("/matters/" + reference).body().path("awaited")) {
            if (demanded(item, reference, expected)) {
                found = item.path("state").asText();
                if (found.equals("done")) {
                    long after = item.path("after_seconds").asLong(Long.MAX_VALUE);
                    return after <= most
                            ? Optional.empty()
                            : Optional.of(clock(expected) + " was answered after " + after + " s, expected within "
                                    + most + " s");
                }
            }
        }
        return Optional.of(clock(expected) + " is " + found + ", expected done");
    }

    private static boolean demanded(JsonNode item, String reference, JsonNode expected) {
        return item.path("demand").asText().equals(reference)
                && item.path("clock").asText().equals(expected.path("clock").asText());
    }

    private static String clock(JsonNode expected) {
        return "`" + expected.path("clock").asText() + "` of " + named(expected);
    }

    private static String named(JsonNode expected) {
        return "`" + expected.path("of").asText() + "`";
    }
}
