package torgau.station.http;

import io.javalin.http.Context;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import torgau.journal.Code;
import torgau.matters.Step;
import torgau.matters.plan.Event;
import torgau.matters.plan.When;
import torgau.station.formats.Known;
import torgau.station.paper.PaperPress;
import torgau.station.tables.CsvFile;
import torgau.station.tables.IcsFile;
import torgau.station.tables.XlsxFile;

/// The plan for other programs: tables that the import reads again, and a calendar for each office. What
/// is only practised is in none of them; on paper it says so.
final class PlanExport {
    private static final int LINE_LETTERS = 16;
    private static final List<String> GIVEN_UP = List.of("cancelled", "declined", "withdrawn");
    private static final List<String> SURE = List.of("confirmed", "held");

    /// Events on one paper.
    private static final int MAX_PRINTED = 1_000;

    private final PaperPress press = new PaperPress();
    private final Front front;
    private final PlanApi plans;

    PlanExport(Front front, PlanApi plans) {
        this.front = front;
        this.plans = plans;
    }

    /// A file as a program knows it.
    record File(String type, String name, byte[] bytes) {}

    /// What `GET /plan/export` answers.
    File file(Query query, Context request) {
        String kind = query.word("format").orElse("xlsx");
        List<String> languages = languages(query.word("languages"), front.spoken(request));
        Optional<String> office = query.word("office");
        Optional<String> plan = query.word("plan");
        query.end();
        List<Event> all = events(office, plan);
        List<Event> events =
                all.stream().filter(event -> !PlanWords.drill(event)).toList();
        Known format = front.formats().named(PlanTable.FORMAT).stream()
                .findFirst()
                .orElseThrow(() -> new Refusal(422, Code.FORMAT_UNKNOWN, "no plan is in the catalogue"));
        List<PlanWords> words = languages.stream()
                .map(language -> new PlanWords(front, format, language))
                .toList();
        PlanWords first = words.getFirst();
        return switch (kind) {
            case "xlsx" ->
                new File(
                        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                        "plan.xlsx",
                        XlsxFile.of(new PlanListed(first, events).table()));
            case "csv" ->
                new File(
                        "text/csv; charset=utf-8",
                        "plan.csv",
                        CsvFile.of(new PlanListed(first, events).table(), separator(first)));
            case "ics" -> new File("text/calendar; charset=utf-8", "plan.ics", calendar(words, events, office));
            case "pdf" -> new File("application/pdf", "plan.pdf", paper(format, words, all));
            default -> throw Refusal.malformed("format", kind + "; there are xlsx, csv, ics, pdf");
        };
    }

    private byte[] paper(Known format, List<PlanWords> words, List<Event> events) {
        if (events.size() > MAX_PRINTED) {
            throw new Refusal(
                    422,
                    Code.TABLE_TOO_LARGE,
                    events.size() + " events; at most " + MAX_PRINTED
                            + " are printed at once: name a plan or an office");
        }
        return press.print(new PlanPaper(format.common(), words, Instant.ofEpochMilli(front.now())).of(events));
    }

    /// Programs set up for these languages write decimals with a comma, and expect a semicolon.
    private static char separator(PlanWords words) {
        return words.language().equals("en") ? ',' : ';';
    }

    private List<String> languages(Optional<String> asked, String spoken) {
        List<String> known = front.formats().catalogue().common().languages();
        List<String> wanted = asked.map(all -> List.of(all.split(",", -1))).orElse(List.of(spoken));
        if (!known.containsAll(wanted) || wanted.stream().distinct().count() < wanted.size() || wanted.size() > 3) {
            throw Refusal.malformed("languages", String.join(",", wanted) + "; at most 3 of " + known + ", each once");
        }
        return wanted;
    }

    private List<Event> events(Optional<String> office, Optional<String> plan) {
        return plans.whole().events().stream()
                .filter(event -> plan.isEmpty() || event.what().plan().equals(plan.get()))
                .filter(event -> office.isEmpty() || of(event, office.get()))
                .sorted(PlanWords.BY_DATE)
                .toList();
    }

    private static boolean of(Event event, String office) {
        return event.sides().stream()
                .flatMap(side -> Optional.ofNullable(side.owner()).stream())
                .anyMatch(owner -> owner.title().equalsIgnoreCase(office.strip()));
    }

    private byte[] calendar(List<PlanWords> words, List<Event> events, Optional<String> office) {
        PlanWords first = words.getFirst();
        String name = first.say("table.plan", Map.of())
                + office.map(title -> ", " + title).orElse("");
        return IcsFile.of(
                name,
                events.stream()
                        .filter(event -> event.dates().planned() != null)
                        .map(event -> entry(words, event))
                        .toList());
    }

    private IcsFile.Event entry(List<PlanWords> words, Event event) {
        PlanWords first = words.getFirst();
        When when = java.util.Objects.requireNonNull(event.dates().planned());
        List<Step> steps = event.matter().steps();
        String line = HexFormat.of()
                .formatHex(front.process().setup().agreement().line().bytes())
                .substring(0, LINE_LETTERS);
        String place = event.what().place();
        return new IcsFile.Event(
                first.messageNumber(event.id()) + "@" + line + ".torgau",
                steps.size() - 1,
                steps.stream().mapToLong(step -> step.turn().time()).max().orElse(0),
                when.from(),
                when.to(),
                words.stream().map(each -> summary(each, event)).distinct().collect(Collectors.joining(" · ")),
                words.stream().map(each -> description(each, event)).collect(Collectors.joining("\n\n")),
                place == null ? "" : place,
                first.code("kinds", event.what().kind()),
                status(event));
    }

    private static String summary(PlanWords words, Event event) {
        String number = PlanWords.number(event);
        return (number.isEmpty() ? "" : number + " ")
                + words.code("kinds", event.what().kind()) + ": " + event.what().event();
    }

    private static String description(PlanWords words, Event event) {
        var lines = new ArrayList<String>();
        lines.add(words.say("table.column.state", Map.of()) + ": " + words.state(event));
        lines.add(words.label("host") + ": " + words.host(event));
        event.sides()
                .forEach(side -> lines.add(words.say("table.column.status", Map.of("party", words.party(side.party())))
                        + ": " + words.status(side)
                        + (side.owner() == null ? "" : " (" + PlanWords.office(side) + ")")));
        return String.join("\n", lines);
    }

    private static IcsFile.Status status(Event event) {
        boolean suspended = event.sides().stream().anyMatch(torgau.matters.plan.Side::isSuspended);
        return GIVEN_UP.contains(event.state())
                ? IcsFile.Status.CANCELLED
                : SURE.contains(event.state()) && !suspended ? IcsFile.Status.CONFIRMED : IcsFile.Status.TENTATIVE;
    }
}
