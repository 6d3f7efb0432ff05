package torgau.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import torgau.cli.api.StationApi;
import torgau.station.text.Dtg;

/// `torgau told`: what each side has told the other.
@Command(
        name = "told",
        header = "Show what we have told them and they us, and what was told at different precision.",
        description = {
            "Each filed format and free message, the newest first: its label, and how precisely it told places, times, numbers"
                    + " and names. What one side told twice in a matter, and not as precisely, stands at the end.",
            "For whoever decides on the next release. Nothing of it is sent."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  torgau told --home blue --by us --theme MA --from 2026-01-01",
            "  torgau told --home blue --area \"54-00.0N 018-00.0E..56-00.0N 022-00.0E\""
        },
        sortOptions = false)
final class ToldCommand extends StationVerb {
    @Option(names = "--by", paramLabel = "us|them|PARTY", description = "Who told it (default: all).")
    private @Nullable String by;

    @Option(names = "--theme", paramLabel = "WORD", description = "A procedure, a format, a track, words of a subject.")
    private @Nullable String theme;

    @Option(names = "--from", paramLabel = "DAY", description = "Not before: 2026-01-01, or a time.")
    private @Nullable String from;

    @Option(names = "--to", paramLabel = "DAY", description = "Before this.")
    private @Nullable String to;

    @Option(
            names = "--area",
            paramLabel = "AREA",
            description = "South-west and north-east corner with .. between, or words of a place's name.")
    private @Nullable String area;

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "50",
            description = "How many at most, the newest first (default: 50).")
    private int limit;

    ToldCommand(Surroundings around) {
        super(around);
    }

    @Override
    public Integer call() {
        limited(limit, 500);
        JsonNode list = get("/told" + query());
        if (json) {
            print(list);
            return Exit.OK;
        }
        if (list.path("told").isEmpty()) {
            print(texts().say("cli.told.none"));
        }
        var sheet = new Sheet("");
        list.path("told").forEach(told -> row(told, sheet));
        sheet.lines().forEach(this::print);
        if (!list.path("uneven").isEmpty()) {
            print(texts().say("cli.told.uneven"));
        }
        list.path("uneven").forEach(uneven -> print("  " + uneven(uneven)));
        if (list.path("more").asBoolean()) {
            print(texts().say("cli.told.more"));
        }
        if (!list.path("complete").asBoolean()) {
            print(texts().say("cli.matters.incomplete"));
        }
        return Exit.OK;
    }

    private String query() {
        var query = new StringJoiner("&", "?", "").add("limit=" + limit);
        add(query, "by", by);
        add(query, "theme", theme);
        add(query, "from", from);
        add(query, "to", to);
        add(query, "area", area);
        return query.toString();
    }

    private static void add(StringJoiner query, String name, @Nullable String value) {
        if (value != null) {
            query.add(name + "=" + StationApi.encoded(value));
        }
    }

    private void row(JsonNode told, Sheet sheet) {
        var parts = new ArrayList<String>();
        List.of("format", "subject", "track", "label").forEach(name -> {
            if (!told.path(name).asText().isEmpty()) {
                parts.add(told.path(name).asText());
            }
        });
        if (!told.path("stands").asBoolean()) {
            parts.add(texts().say("cli.told.no_effect"));
        }
        told.path("facts")
                .forEach(fact -> parts.add(fact.path("field").asText() + ": "
                        + (fact.path("written").isTextual()
                                ? fact.path("written").asText()
                                : fact.path("written").toString())
                        + precision(fact)));
        sheet.row(
                Dtg.group(Instant.parse(told.path("time").asText())),
                told.path("party").asText() + " ("
                        + texts().say("cli.told." + told.path("by").asText()) + ")",
                told.path("number").asText(),
                String.join("; ", parts));
    }

    private String precision(JsonNode fact) {
        String precision = fact.path("precision").asText();
        return precision.equals("exact") ? "" : " (" + texts().say("cli.told.precision." + precision) + ")";
    }

    private String uneven(JsonNode uneven) {
        var given = new ArrayList<String>();
        uneven.path("of")
                .forEach(one -> given.add(one.path("number").asText() + " "
                        + texts().say("cli.told.precision."
                                + one.path("precision").asText())));
        return uneven.path("party").asText() + ", " + uneven.path("field").asText() + ": " + String.join(", ", given);
    }
}
