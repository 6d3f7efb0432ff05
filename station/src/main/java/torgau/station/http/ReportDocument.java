package torgau.station.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import torgau.catalogue.value.Numbers;
import torgau.matters.figures.Cadence;
import torgau.matters.figures.Delay;
import torgau.matters.figures.Expectation;
import torgau.matters.figures.Figures;
import torgau.matters.figures.Measured;
import torgau.matters.figures.Spread;
import torgau.station.report.Document;
import torgau.station.report.Document.Chart;
import torgau.station.report.Document.Column;
import torgau.station.report.Document.Group;
import torgau.station.report.Document.Section;
import torgau.station.report.Document.Table;
import torgau.station.text.Texts;

/// A report in words.
final class ReportDocument {
    /// Rows of a table that are shown; how many more there are is said.
    /// Units in which something can be expected (`EP`, code list `units`).
    private static final List<String> UNITS = List.of("hours", "days", "percent", "per_month", "per_year", "in_all");
    private static final int MOST_ROWS = 200;
    private static final String NONE = "–";

    private final Texts texts;
    private final ReportWords words;
    private final Names names;
    private final Numbers numbers;

    ReportDocument(Texts texts, ReportWords words, Names names, Numbers numbers) {
        this.texts = texts;
        this.words = words;
        this.names = names;
        this.numbers = numbers;
    }

    Document of(FiguresApi.Asked asked, String station) {
        Figures figures = asked.figures();
        var heads = new ArrayList<String>();
        heads.add(texts.say(
                "report.period",
                Map.of(
                        "from",
                        time(figures.scope().from()),
                        "to",
                        time(figures.scope().to()))));
        if (!figures.scope().track().isEmpty()) {
            heads.add(texts.say("report.track", Map.of("track", figures.scope().track())));
        }
        heads.add(texts.say("report.made", Map.of("station", station)));
        heads.add(texts.say("report.neutral"));
        if (!asked.complete()) {
            heads.add(texts.say("report.incomplete"));
        }
        var lives = new ReportLives(texts, words, names, numbers);
        var sections = List.of(
                expectations(asked),
                answers(figures),
                receipts(figures),
                open(figures),
                cadence(figures),
                lives.notices(figures),
                lives.commitments(figures),
                lives.events(figures),
                lives.incidents(figures),
                lives.line(figures),
                lives.said(figures));
        return new Document(texts.language(), texts.say("report.title"), texts.say("report.private"), heads, sections);
    }

    static String time(long millis) {
        return Names.instant(millis).substring(0, 16).replace('T', ' ');
    }

    /// Hours and minutes, which every language reads alike.
    static String hours(long millis) {
        long minutes = millis / 60_000;
        return minutes / 60 + (minutes % 60 < 10 ? ":0" : ":") + minutes % 60;
    }

    /// A table of at most [#MOST_ROWS] rows.
    static Section section(
            Texts texts,
            String name,
            Optional<Chart> chart,
            List<Column> columns,
            List<List<String>> rows,
            boolean few) {
        var notes = new ArrayList<String>();
        if (few) {
            notes.add(texts.say("report.few"));
        }
        if (rows.size() > MOST_ROWS) {
            notes.add(texts.say("report.more", Map.of("count", rows.size() - MOST_ROWS)));
        }
        var table = new Table(columns, rows.subList(0, Math.min(rows.size(), MOST_ROWS)));
        return new Section(
                texts.say("report." + name),
                texts.say("report." + name + ".how"),
                chart,
                table,
                texts.say("report.nothing"),
                notes);
    }

    static Column words(Texts texts, String name) {
        return new Column(texts.say("report.column." + name), false);
    }

    static Column number(Texts texts, String name) {
        return new Column(texts.say("report.column." + name), true);
    }

    private Column words(String name) {
        return words(texts, name);
    }

    private Column number(String name) {
        return number(texts, name);
    }

    private Section expectations(FiguresApi.Asked asked) {
        var rows = new ArrayList<List<String>>();
        for (Expectation expectation : asked.expectations()) {
            for (Expectation.Row row : expectation.rows()) {
                rows.add(List.of(
                        names.party(expectation.party()),
                        Long.toString(row.number()),
                        row.words() + " (" + words.item("EP", "measures", row.measure()) + ")",
                        target(row),
                        measured(Measured.of(asked.figures(), row.measure(), row.unit())),
                        answers(row)));
            }
        }
        List<Column> columns = List.of(
                words("party"),
                number("number"),
                words("expected"),
                number("wanted"),
                words("measured"),
                words("answer"));
        return section(texts, "expectations", Optional.empty(), columns, rows, false);
    }

    private String target(Expectation.Row row) {
        Long target = row.target();
        return target == null ? NONE : in(row.unit(), target.toString());
    }

    private String measured(List<Measured> measured) {
        return measured.isEmpty()
                ? NONE
                : String.join("; ", measured.stream().map(this::measured).toList());
    }

    private String measured(Measured one) {
        String whose = one.party() == 0 ? "" : names.party(one.party()) + ": ";
        String of = texts.say("report.column.cases").toLowerCase(Locale.forLanguageTag(texts.language()));
        return whose + in(one.unit(), one.written()) + " (" + of + ": " + one.of() + ")";
    }

    private String answers(Expectation.Row row) {
        var answers = new ArrayList<String>();
        row.answers()
                .forEach((party, answer) ->
                        answers.add(names.party(party) + ": " + words.item("EP", "answers", answer)));
        row.findings()
                .forEach((party, finding) ->
                        answers.add(names.party(party) + ": " + words.item("EP", "views", finding.view())));
        return answers.isEmpty() ? NONE : String.join("; ", answers);
    }

    private List<Column> delays() {
        return List.of(
                words("party"),
                words("of"),
                number("count"),
                number("median"),
                number("ninety"),
                words("longest"),
                number("open"),
                number("ended"));
    }

    private Section answers(Figures figures) {
        List<Delay> some = of(figures, List.of(Delay.Kind.ANSWER, Delay.Kind.REPORT, Delay.Kind.CONFIRMATION));
        return section(
                texts,
                "answers",
                bands(figures),
                delays(),
                some.stream().map(this::row).toList(),
                few(some));
    }

    private Section receipts(Figures figures) {
        List<Delay> some = of(figures, List.of(Delay.Kind.RECEIPT, Delay.Kind.ACKNOWLEDGEMENT));
        return section(
                texts,
                "receipts",
                Optional.empty(),
                delays(),
                some.stream().map(this::row).toList(),
                few(some));
    }

    private static List<Delay> of(Figures figures, List<Delay.Kind> kinds) {
        return figures.delays().stream()
                .filter(delay -> kinds.contains(delay.key().kind()))
                .toList();
    }

    static boolean few(List<Delay> delays) {
        return delays.stream()
                .anyMatch(delay -> delay.spread().count() > 0 && delay.spread().median() < 0);
    }

    private List<String> row(Delay delay) {
        Spread spread = delay.spread();
        return List.of(
                names.party(delay.key().party()),
                texts.say("report.kind." + delay.key().kind().name().toLowerCase(Locale.ROOT)) + ", "
                        + words.heading(delay.key()),
                Long.toString(spread.count()),
                spread.median() < 0 ? NONE : hours(spread.median()),
                spread.ninety() < 0 ? NONE : hours(spread.ninety()),
                cases(spread, numbers),
                Long.toString(delay.open()),
                Long.toString(delay.ended()));
    }

    static String cases(Spread spread, Numbers numbers) {
        return spread.cases().isEmpty()
                ? NONE
                : String.join(
                        "; ",
                        spread.cases().stream()
                                .map(one -> hours(one.millis()) + " (" + numbers.number(one.place()) + ")")
                                .toList());
    }

    private Optional<Chart> bands(Figures figures) {
        List<Delay> all = of(figures, List.of(Delay.Kind.ANSWER)).stream()
                .filter(delay -> delay.key().by() == Delay.By.ALL)
                .toList();
        if (all.stream().allMatch(delay -> delay.spread().count() == 0)) {
            return Optional.empty();
        }
        var groups = new ArrayList<Group>();
        for (int band = 0; band <= Spread.BOUNDS.size(); band++) {
            int at = band;
            groups.add(new Group(
                    texts.say("report.band." + band),
                    all.stream().map(delay -> delay.spread().bands().get(at)).toList()));
        }
        List<String> series =
                all.stream().map(delay -> names.party(delay.key().party())).toList();
        return Optional.of(new Chart(texts.say("report.chart.bands"), texts.say("report.unit.cases"), series, groups));
    }

    private Section open(Figures figures) {
        List<List<String>> rows = figures.open().stream()
                .map(open -> List.of(
                        names.party(open.party()),
                        numbers.number(open.place()),
                        words.format(open.format()),
                        time(open.sent()),
                        open.received() < 0 ? NONE : time(open.received())))
                .toList();
        List<Column> columns =
                List.of(words("party"), words("message"), words("format"), words("sent"), words("received"));
        return section(texts, "open", Optional.empty(), columns, rows, false);
    }

    private Section cadence(Figures figures) {
        var months = new TreeMap<String, Long>();
        for (Cadence pair : figures.cadence()) {
            pair.months().forEach((month, count) -> months.merge(month, count, Long::sum));
        }
        var groups = new ArrayList<Group>();
        months.forEach((month, count) -> groups.add(new Group(month, List.of(count))));
        Optional<Chart> chart = groups.isEmpty()
                ? Optional.empty()
                : Optional.of(new Chart(
                        texts.say("report.chart.contacts"),
                        texts.say("report.unit.contacts"),
                        List.of(texts.say("report.unit.contacts")),
                        groups));
        List<List<String>> rows = figures.cadence().stream()
                .map(pair -> List.of(
                        names.party(pair.party()) + ", " + pair.office() + " – " + names.party(pair.otherParty()) + ", "
                                + pair.otherOffice(),
                        Long.toString(pair.contacts()),
                        pair.contacts() < 2 ? NONE : hours(pair.longest()),
                        time(pair.last())))
                .toList();
        List<Column> columns = List.of(words("offices"), number("contacts"), number("gap"), words("last"));
        return section(texts, "cadence", chart, columns, rows, false);
    }

    /// A number with its unit; alone if it has none that is known.
    private String in(String unit, String number) {
        return UNITS.contains(unit) ? texts.say("report.in." + unit, Map.of("number", number)) : number;
    }
}
