package torgau.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import torgau.station.text.Dtg;
import torgau.station.text.Texts;

/// What waits for a second person, as that person reads it.
record ReleaseReport(JsonNode release, Texts texts, Instant now) {
    /// In one or two words.
    String state() {
        String state = release.path("awaits_countersignature").asBoolean()
                ? "uncountersigned"
                : release.path("state").asText();
        return texts.say("cli.release." + state);
    }

    /// Precedence, kind and class.
    String what() {
        return new EntryReport(release, texts).content().getFirst();
    }

    /// By whom, and how long ago.
    String proposed() {
        JsonNode by = release.path("proposed");
        Instant at = Instant.parse(by.path("at").asText());
        String age = AwaitedReport.left(Duration.between(at, now));
        return texts.say("cli.release.proposed", Map.of("who", who(by), "age", age));
    }

    private static String who(JsonNode hand) {
        return hand.path("office").asText() + " (" + hand.path("seat").asText() + ")";
    }

    /// Everything that a person looks at before deciding.
    List<String> lines() {
        var lines = new ArrayList<>(
                List.of(release.path("id").asText() + "  " + state(), proposed(), texts.say("cli.release.content")));
        new EntryReport(release, texts).content().forEach(line -> lines.add("  " + line));
        others(lines);
        if (release.has("legal_basis")) {
            String basis = release.path("legal_basis").asText();
            lines.add(texts.say("cli.release.legal_basis", Map.of("basis", basis)));
        }
        var offices = new ArrayList<String>();
        release.path("second_offices").forEach(office -> offices.add(office.asText()));
        if (!offices.isEmpty()) {
            lines.add(texts.say("cli.release.second", Map.of("offices", String.join(", ", offices))));
        }
        since(lines);
        decided(lines);
        return lines;
    }

    /// What is released together with the first, each whole: one signature is for all of it.
    private void others(List<String> lines) {
        JsonNode others = release.path("others");
        ObjectNode alone = Verb.object();
        release.properties().forEach(each -> alone.set(each.getKey(), each.getValue()));
        alone.remove("others");
        for (int at = 0; at < others.size(); at++) {
            lines.add(texts.say("cli.release.together", Map.of("number", at + 2, "count", others.size() + 1)));
            new EntryReport(alone.set("act", others.get(at)), texts).content().forEach(line -> lines.add("  " + line));
        }
    }

    private void since(List<String> lines) {
        JsonNode since = release.path("since");
        since.path("entries")
                .forEach(entry -> lines.add("! " + texts.say("cli.release.since", Map.of("entry", entry.asText()))));
        if (since.has("fault")) {
            lines.add("! " + since.at("/fault/code").asText() + " "
                    + since.at("/fault/message").asText());
        }
    }

    private void decided(List<String> lines) {
        for (String key : List.of("decided", "countersigned")) {
            JsonNode hand = release.path(key);
            if (!hand.isMissingNode()) {
                String at = Dtg.both(Instant.parse(hand.path("at").asText()));
                lines.add(texts.say("cli.release." + key, Map.of("who", who(hand), "at", at)));
            }
        }
        for (String key : List.of("reason", "entry")) {
            if (release.has(key)) {
                lines.add(release.path(key).asText());
            }
        }
    }
}
