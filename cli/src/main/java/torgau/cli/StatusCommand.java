package torgau.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import torgau.station.text.Dtg;
import torgau.station.text.Texts;

/// `torgau status`: how the line stands.
@Command(
        name = "status",
        header = "Show how the line stands, as seen from this station.",
        description =
                "Technical state and suspension are different things and shown apart; a suspended line still carries"
                        + " everything.",
        footerHeading = "%nExamples:%n",
        footer = {"  torgau status --home blue", "  torgau status --home blue --watch 5"},
        sortOptions = false)
final class StatusCommand extends StationVerb {
    private static final int LONGEST_SECONDS = 3_600;

    @Option(
            names = "--watch",
            paramLabel = "SECONDS",
            description = "Show it anew after each so many seconds, 1 to 3600, until it is stopped.")
    private @Nullable Integer seconds;

    StatusCommand(Surroundings around) {
        super(around);
    }

    @Override
    public Integer call() {
        Integer every = seconds;
        if (every == null) {
            return show();
        }
        if (every < 1 || every > LONGEST_SECONDS) {
            throw usage("--watch takes 1 to " + LONGEST_SECONDS + " seconds");
        }
        try {
            while (true) {
                show();
                Thread.sleep(Duration.ofSeconds(every));
                print(json ? "" : "-".repeat(Sheet.WIDTH));
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return Exit.OK;
        }
    }

    private int show() {
        JsonNode status = get("/status");
        if (json) {
            print(status);
            return Exit.OK;
        }
        Texts texts = texts();
        new Sheet("")
                .row(
                        texts.say("cli.label.station"),
                        status.path("station").asText() + " ("
                                + status.path("party").asText() + ")")
                .row(texts.say("cli.label.line"), status.path("agreement_name").asText())
                .row("", status.path("line_id").asText())
                .row(
                        texts.say("cli.label.fingerprint"),
                        status.path("fingerprint").asText())
                .row(
                        texts.say("cli.label.awaiting"),
                        status.path("awaiting_acknowledgement").asText())
                .lines()
                .forEach(this::print);
        authority(texts, status.path("authority"));
        if (status.has("receive_only")) {
            String stage = status.path("receive_only").path("stage").asText();
            print("! " + texts.say("cli.receive_only." + stage));
        }
        status.path("counterparts").forEach(each -> counterpart(texts, each));
        new CounterpartsReport(texts).leading(status.path("lead_offices")).forEach(this::print);
        status.path("suspensions").forEach(each -> print("! " + suspension(texts, each)));
        status.path("alarms").forEach(each -> print("! " + alarm(texts, each)));
        return Exit.OK;
    }

    private void authority(Texts texts, JsonNode authority) {
        if (!authority.path("table").asBoolean(true)) {
            print("! " + texts.say("cli.status.no_table"));
        }
        for (String key : List.of("waiting", "uncountersigned")) {
            int count = authority.path(key).asInt();
            if (count > 0) {
                print("! " + texts.say("cli.status." + key, with("n", count)));
            }
        }
    }

    private void counterpart(Texts texts, JsonNode each) {
        print("");
        String state = each.path("technical").asText();
        String headline = each.path("headline").asText();
        print(each.path("station").asText() + "  "
                + (texts.has("line." + headline)
                        ? texts.say("line." + headline)
                        : texts.say("line.unknown", Map.of("state", headline))));
        String key = texts.has("line." + state + ".since") ? "line." + state + ".since" : "line.unknown.since";
        var sheet = new Sheet("  ")
                .row(
                        texts.say("cli.label.standing"),
                        texts.say(
                                key,
                                Map.of(
                                        "time", time(each.path("since").asText()),
                                        "party", each.path("declared_by").asText("?"),
                                        "until", time(each.path("listens_until").asText()),
                                        "state", state)));
        if (each.has("receipt_withheld_since")) {
            String since = time(each.get("receipt_withheld_since").asText());
            sheet.row("", texts.say("line.receipt_withheld.since", Map.of("time", since)));
        }
        if (each.has("last_proof_of_life")) {
            sheet.row(
                    texts.say("cli.label.alive"),
                    time(each.get("last_proof_of_life").asText()));
        }
        if (each.has("next_link_test_at")) {
            sheet.row(
                    texts.say("cli.label.next_test"),
                    time(each.get("next_link_test_at").asText()));
        }
        if (each.has("last_link_test")) {
            JsonNode test = each.get("last_link_test");
            sheet.row(
                    texts.say("cli.label.last_test"),
                    texts.say(
                            "console.last_test." + test.path("result").asText("none"),
                            Map.of("time", time(test.path("at").asText()))));
        }
        if (each.has("clock_offset_ms")) {
            sheet.row(texts.say("cli.label.offset"), each.get("clock_offset_ms").asText() + " ms");
        }
        new BoardReport(texts).into(sheet, each);
        sheet.lines().forEach(this::print);
    }

    static String suspension(Texts texts, JsonNode each) {
        return each.path("reference").asText() + "  "
                + texts.say(
                        "line.suspended.by",
                        Map.of(
                                "authority", each.path("authority").asText(),
                                "party", each.path("by").asText(),
                                "date", each.path("effective_date").asText()));
    }

    private static String alarm(Texts texts, JsonNode each) {
        String kind = each.path("kind").asText();
        String key = texts.has("alarm." + kind) ? "alarm." + kind : "alarm.other";
        return texts.say(key, Map.of("station", each.path("station").asText(""), "kind", kind)) + "  "
                + time(each.path("raised_at").asText()) + "  "
                + each.path("detail").asText("");
    }

    private static String time(String iso) {
        return iso.isEmpty() ? "" : Dtg.both(Instant.parse(iso));
    }
}
