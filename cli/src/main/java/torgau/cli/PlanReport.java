package torgau.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import torgau.station.text.Texts;

/// The plan as an officer reads it.
record PlanReport(Texts texts) {
    private static final int DAY = 10;

    /// One event a line, both sides' status side by side.
    List<String> events(JsonNode events) {
        var sheet = new Sheet("  ");
        for (JsonNode event : events) {
            var cells = new ArrayList<String>();
            cells.add(event.path("number").asText());
            cells.add(event.has("dates") ? days(event.path("dates")) : texts.say("cli.plan.no_dates"));
            event.path("sides").forEach(side -> cells.add(side.path("party").asText() + ": " + status(side)));
            while (cells.size() < 4) {
                cells.add("");
            }
            cells.add(title(event));
            sheet.row(cells.toArray(String[]::new));
        }
        return sheet.lines();
    }

    private String status(JsonNode side) {
        String status = side.has("status")
                ? texts.say("cli.plan.status." + side.path("status").asText())
                : texts.say("cli.plan.status.none");
        boolean suspended = !side.path("suspended_by").isEmpty();
        return suspended ? texts.say("cli.plan.suspended", Map.of("status", status)) : status;
    }

    /// First and last day; between tildes if the event lies somewhere within.
    static String days(JsonNode dates) {
        String from = day(dates.path("from"));
        String to = dates.has("to") ? day(dates.path("to")) : "";
        String days = from.equals(to) ? from : from + " … " + to;
        return dates.path("exact").asBoolean() ? days : "~" + days + "~";
    }

    private static String day(JsonNode instant) {
        String text = instant.asText();
        return text.length() < DAY ? text : text.substring(0, DAY);
    }

    private String title(JsonNode event) {
        var owners = new ArrayList<String>();
        event.path("sides").forEach(side -> {
            if (side.has("owner")) {
                owners.add(office(side.path("owner")));
            }
        });
        String host = String.join(", ", AwaitedReport.codes(event.path("hosts")));
        var parts = new ArrayList<String>();
        parts.add(event.path("event").asText());
        if (!host.isEmpty()) {
            parts.add(texts.say("cli.plan.host", Map.of("party", host)));
        }
        if (event.has("place")) {
            parts.add(event.path("place").asText());
        }
        parts.add(String.join(" — ", owners));
        return Visible.line(String.join("; ", parts));
    }

    static String office(JsonNode office) {
        String capacity = office.path("capacity").asText();
        return office.path("title").asText() + (capacity.isEmpty() ? "" : ", " + capacity);
    }

    /// One clash after the other, each with its events under it.
    List<String> clashes(JsonNode clashes) {
        var lines = new ArrayList<String>();
        for (JsonNode clash : clashes) {
            String kind = texts.say("cli.plan.clash." + clash.path("kind").asText());
            var parts = new ArrayList<String>();
            parts.add(clash.path("certain").asBoolean() ? kind : texts.say("cli.plan.possible", Map.of("clash", kind)));
            if (clash.has("party")) {
                parts.add(clash.path("party").asText());
            }
            if (clash.has("what")) {
                parts.add(clash.path("what").asText());
            }
            clash.path("days")
                    .forEach(day -> parts.add(day.path("day").asText() + " "
                            + new AwaitedReport(texts, java.time.Instant.EPOCH).words(day.path("names"))));
            lines.add(String.join(": ", parts.subList(0, 1))
                    + (parts.size() > 1 ? ": " : "")
                    + String.join("; ", parts.subList(1, parts.size())));
            var sheet = new Sheet("  ");
            clash.path("events").forEach(event -> row(sheet, event));
            if (clash.has("related")) {
                JsonNode related = clash.path("related");
                sheet.row(
                        related.path("number").asText(),
                        days(related.path("dates")),
                        related.path("procedure").asText());
            }
            lines.addAll(sheet.lines());
        }
        return lines;
    }

    private static void row(Sheet sheet, JsonNode event) {
        sheet.row(
                event.path("number").asText(),
                event.has("dates") ? days(event.path("dates")) : "",
                Visible.line(event.path("event").asText()));
    }

    /// One step a line.
    List<String> steps(JsonNode steps) {
        var sheet = new Sheet("  ");
        steps.forEach(
                step -> sheet.row(step.path("day").asText(), fate(step), String.join(", ", parties(step)), what(step)));
        return sheet.lines();
    }

    private String fate(JsonNode step) {
        String fate = step.path("fate").asText();
        boolean unseen = fate.equals("passed") && !step.path("shown").asBoolean();
        return texts.say("cli.plan.fate." + (unseen ? "unseen" : fate));
    }

    private static List<String> parties(JsonNode step) {
        var parties = new ArrayList<String>();
        step.path("by").forEach(each -> parties.add(each.path("party").asText()));
        return parties;
    }

    private String what(JsonNode step) {
        String words = step.has("words")
                ? new AwaitedReport(texts, java.time.Instant.EPOCH).words(step.path("words"))
                : step.path("step").asText();
        JsonNode event = step.path("event");
        String of = event.path("number").asText() + " " + event.path("event").asText();
        String done = step.has("done") ? " (" + step.path("done").asText() + ")" : "";
        return Visible.line(words + done + "; " + of);
    }

    /// The same under the offices that are in charge.
    List<String> byOwner(JsonNode steps) {
        NavigableMap<String, Sheet> owners = new TreeMap<>();
        for (JsonNode step : steps) {
            for (JsonNode by : step.path("by")) {
                String owner = by.path("party").asText() + ": "
                        + (by.has("owner") ? office(by.path("owner")) : texts.say("cli.plan.no_owner"));
                owners.computeIfAbsent(owner, _ -> new Sheet("  "))
                        .row(step.path("day").asText(), fate(step), what(step));
            }
        }
        var lines = new ArrayList<String>();
        owners.forEach((owner, sheet) -> {
            lines.add(owner);
            lines.addAll(sheet.lines());
        });
        return lines;
    }
}
