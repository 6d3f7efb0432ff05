package torgau.cli.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import torgau.cli.api.Reply;
import torgau.cli.api.StationApi;

/// Plays a scenario: each step is a request to the station of the party that does it, as its officer's
/// command would be.
public final class Player {
    private static final String RELEASE = "release";
    /// A verb that stays on the own desk.
    private static final String KEEP = "keep";

    private final Scenario scenario;
    private final Map<String, StationApi> stations;
    private final int divisor;
    private final Clock clock;
    private final Consumer<String> tell;
    private final Releasing releasing;
    private final Map<String, String> references = new HashMap<>();
    private int done;

    /// @param stations by party code
    /// @param seconds the same stations, asked from their second seats
    /// @param divisor of every pause
    /// @param tell takes one line for each step
    public Player(
            Scenario scenario,
            Map<String, StationApi> stations,
            Map<String, StationApi> seconds,
            int divisor,
            Clock clock,
            Consumer<String> tell) {
        this.releasing = new Releasing(stations, seconds);
        this.scenario = scenario;
        this.stations = Map.copyOf(stations);
        this.divisor = divisor;
        this.clock = clock;
        this.tell = tell;
    }

    /// Plays all steps; how many acts were put on the journal.
    ///
    /// @throws ScenarioFault at the first step that fails
    public int play() throws InterruptedException {
        for (Scenario.Step step : scenario.steps()) {
            Thread.sleep(step.pause().dividedBy(divisor));
            play(step);
        }
        releasing.over();
        return done;
    }

    private void play(Scenario.Step step) throws InterruptedException {
        StationApi station = stations.get(step.party());
        if (station == null) {
            throw new ScenarioFault(step.name() + ": there is no station of party " + step.party());
        }
        Reply reply = request(step, station);
        String refusal = step.expect().path("refused").asText("");
        if (!refusal.isEmpty()) {
            require(reply.code().equals(refusal), step, "expected refusal " + refusal + ", got " + outcome(reply));
            tell.accept(line(step, said(step), "refused as expected: " + refusal));
            return;
        }
        require(reply.accepted(), step, reply.refusal());
        if (!step.verb().equals(RELEASE) && releasing.waits(step, reply.body())) {
            String number = reply.body().path("id").asText();
            tell.accept(line(step, said(step) + title(step, reply), "waits for a second signature: release " + number));
            return;
        }
        sent(step, reply);
    }

    private void sent(Scenario.Step step, Reply reply) throws InterruptedException {
        boolean release = step.verb().equals(RELEASE);
        String reference = reply.body().path(release ? "entry" : "reference").asText();
        boolean already = references.containsValue(reference);
        done += reference.isEmpty() || already ? 0 : 1;
        Optional<String> label =
                release ? Optional.of(step.arguments().path("of").asText()) : step.label();
        if (!reference.isEmpty()) {
            label.ifPresent(name -> references.put(name, reference));
        }
        tell.accept(line(step, said(step) + title(step, reply), reference));
        new Expectations(stations, references).check(step, reference);
    }

    private Reply request(Scenario.Step step, StationApi station) throws InterruptedException {
        if (step.verb().equals(RELEASE)) {
            return releasing.decided(step);
        }
        if (step.verb().equals("test-line")) {
            return station.post("/link-tests", StationApi.JSON.createObjectNode());
        }
        UnaryOperator<String> numbers = reference -> number(step, station, reference);
        var requests = new Requests(scenario.parties(), references, numbers, Instant.now(clock));
        if (step.verb().equals(KEEP)) {
            return kept(step, station, requests);
        }
        var body = requests.entry(step);
        arrived(step, station, body.path("re").asText(""));
        String of = body.path("act").path("of").asText("");
        arrived(step, station, of);
        if (List.of("ack", "translate").contains(step.verb())) {
            // Each has the class and the precedence of what it is about.
            JsonNode acknowledged = station.get("/entries/" + of).body();
            body.set("class", acknowledged.path("class"));
            body.set("precedence", acknowledged.path("precedence"));
        }
        return station.post("/entries", body);
    }

    /// A step of a translation on the own desk, which puts nothing on the journal.
    private Reply kept(Scenario.Step step, StationApi station, Requests requests) throws InterruptedException {
        ObjectNode body = requests.kept(step);
        String of = requests.reference(step, step.arguments().path("of").asText());
        arrived(step, station, of);
        String path = "/entries/" + of + "/translations";
        JsonNode sheets =
                station.get(path + "?to=" + body.path("language").asText()).body();
        int revision = 0;
        for (JsonNode sheet : sheets.path("parts")) {
            if (sheet.path("part").asText().equals(body.path("part").asText())) {
                revision = sheet.at("/translation/revision").asInt();
            }
        }
        body.put("revision", revision);
        return body.has("text")
                ? station.put(path, body)
                : station.post(path + "/" + step.arguments().path("step").asText(), body);
    }

    /// An officer can refer to what is here, so the player waits until it is.
    private static void arrived(Scenario.Step step, StationApi station, String reference) throws InterruptedException {
        if (!reference.isEmpty()
                && !Waiting.until(
                        Waiting.ARRIVAL,
                        () -> station.get("/entries/" + reference).accepted())) {
            throw new ScenarioFault(step.name() + ": " + reference + " has not arrived within " + Waiting.ARRIVAL);
        }
    }

    /// As an officer would write it into a field that names a message.
    private static String number(Scenario.Step step, StationApi station, String reference) {
        try {
            arrived(step, station, reference);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new ScenarioFault(step.name() + ": interrupted");
        }
        return station.get("/entries/" + reference)
                .body()
                .path("message_number")
                .asText();
    }

    private static void require(boolean holds, Scenario.Step step, String otherwise) {
        if (!holds) {
            throw new ScenarioFault(step.name() + ": " + otherwise);
        }
    }

    private static String outcome(Reply reply) {
        return reply.accepted() ? "acceptance" : reply.refusal();
    }

    /// The first words of a step.
    private static String said(Scenario.Step step) {
        JsonNode arguments = step.arguments();
        if (step.verb().equals(RELEASE)) {
            return arguments.path("how").asText() + " " + arguments.path("of").asText();
        }
        return Stream.of("text", "read_back", "about", "format")
                .map(name -> arguments.path(name).asText().strip())
                .filter(text -> !text.isEmpty())
                .findFirst()
                .flatMap(text -> text.lines().findFirst())
                .orElse("");
    }

    /// Of a filed format, in the language of the party that filed it.
    private String title(Scenario.Step step, Reply reply) {
        String language = scenario.parties().path(step.party()).path("language").asText("en");
        String title = reply.body().at("/act/title/" + language).asText();
        return title.isEmpty() ? "" : "  " + title;
    }

    private static String line(Scenario.Step step, String words, String outcome) {
        String shown = words.length() > 60 ? words.substring(0, 59) + "…" : words;
        return String.format(
                "%3d  %-4s %-7s %-9s %-60s  %s",
                step.number(), step.party(), step.office(), step.verb(), shown, outcome);
    }
}
