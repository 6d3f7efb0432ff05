package torgau.station.http;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import torgau.catalogue.value.Numbers;
import torgau.matters.figures.Counts;
import torgau.matters.figures.Figures;
import torgau.matters.figures.Line;
import torgau.matters.figures.Lives;
import torgau.matters.figures.Notices;
import torgau.station.report.Document.Chart;
import torgau.station.report.Document.Column;
import torgau.station.report.Document.Group;
import torgau.station.report.Document.Section;
import torgau.station.text.Texts;

/// Notices, commitments, events, incidents, tests and entries of a report, in words.
final class ReportLives {
    private static final String NONE = "–";

    private final Texts texts;
    private final ReportWords words;
    private final Names names;
    private final Numbers numbers;

    ReportLives(Texts texts, ReportWords words, Names names, Numbers numbers) {
        this.texts = texts;
        this.words = words;
        this.names = names;
        this.numbers = numbers;
    }

    private Column words(String name) {
        return ReportDocument.words(texts, name);
    }

    private Column number(String name) {
        return ReportDocument.number(texts, name);
    }

    private Section section(String name, Optional<Chart> chart, List<Column> columns, List<List<String>> rows) {
        return ReportDocument.section(texts, name, chart, columns, rows, false);
    }

    Section notices(Figures figures) {
        List<List<String>> rows = figures.leads().stream().map(this::lead).toList();
        List<Column> columns = List.of(
                words("party"),
                words("format"),
                number("count"),
                number("in_time"),
                number("wanted"),
                number("median"),
                words("longest"),
                number("unproven"));
        boolean few = figures.leads().stream().anyMatch(lead -> lead.given().median() < 0);
        return ReportDocument.section(texts, "notices", Optional.empty(), columns, rows, few);
    }

    private List<String> lead(Notices.Lead lead) {
        return List.of(
                names.party(lead.party()),
                words.format(lead.format()),
                Long.toString(lead.given().count()),
                Long.toString(lead.inTime()),
                ReportDocument.hours(lead.wanted()),
                lead.given().median() < 0
                        ? NONE
                        : ReportDocument.hours(lead.given().median()),
                ReportDocument.cases(lead.given(), numbers),
                Long.toString(lead.unproven()));
    }

    Section commitments(Figures figures) {
        List<List<String>> rows =
                figures.commitments().stream().map(this::commitment).toList();
        List<Column> columns = List.of(
                words("party"), words("message"), words("until"), words("said_done"), words("seen"), words("state"));
        return section("commitments", Optional.empty(), columns, rows);
    }

    private List<String> commitment(Lives.Kept kept) {
        String said = kept.said() < 0
                ? NONE
                : ReportDocument.time(kept.said()) + ", " + words.item("CM", "extents", kept.extent());
        return List.of(
                names.party(kept.holder()),
                numbers.number(kept.place()),
                ReportDocument.time(kept.until()),
                said,
                kept.seen().isEmpty() ? NONE : words.item("CM", "extents", kept.seen()),
                words.state("CM", kept.state()));
    }

    Section events(Figures figures) {
        List<List<String>> rows = figures.events().stream()
                .map(event -> List.of(
                        names.party(event.party()),
                        numbers.number(event.place()),
                        ReportDocument.time(event.at()),
                        words.state(event.procedure(), event.state())))
                .toList();
        List<Column> columns = List.of(words("party"), words("message"), words("at"), words("state"));
        return section("events", Optional.empty(), columns, rows);
    }

    Section incidents(Figures figures) {
        List<List<String>> rows = figures.incidents().stream()
                .map(incident -> List.of(
                        names.party(incident.party()),
                        numbers.number(incident.place()),
                        words.format(incident.procedure()),
                        ReportDocument.time(incident.at()),
                        words.state(incident.procedure(), incident.state()),
                        incident.settled() < 0 ? NONE : ReportDocument.hours(incident.settled())))
                .toList();
        List<Column> columns = List.of(
                words("party"), words("message"), words("format"), words("at"), words("state"), number("settled"));
        return section("incidents", Optional.empty(), columns, rows);
    }

    Section line(Figures figures) {
        List<List<String>> rows = figures.months().stream().map(this::tests).toList();
        List<Column> columns = List.of(
                words("month"),
                words("party"),
                number("tests"),
                number("in_time"),
                number("late"),
                number("none"),
                number("days"));
        NavigableMap<String, NavigableMap<Integer, Long>> shares = new TreeMap<>();
        for (Line.Tests tests : figures.months()) {
            shares.computeIfAbsent(tests.period(), _ -> new TreeMap<>())
                    .merge(tests.from(), 100 * tests.inTime() / Math.max(1, tests.sent()), Math::min);
        }
        return section("line", chart("tests", "percent", shares), columns, rows);
    }

    private List<String> tests(Line.Tests tests) {
        return List.of(
                tests.period(),
                names.party(tests.from()) + " → " + names.party(tests.by()),
                Long.toString(tests.sent()),
                Long.toString(tests.inTime()),
                Long.toString(tests.late()),
                Long.toString(tests.none()),
                Long.toString(tests.said()));
    }

    Section said(Figures figures) {
        List<List<String>> rows = figures.said().stream().map(this::said).toList();
        List<Column> columns = List.of(
                words("month"),
                words("party"),
                number("entries"),
                number("voided"),
                number("crossed"),
                number("unknown"),
                number("corrections"));
        NavigableMap<String, NavigableMap<Integer, Long>> entries = new TreeMap<>();
        for (Counts.Said said : figures.said()) {
            entries.computeIfAbsent(said.month(), _ -> new TreeMap<>()).put(said.party(), said.entries());
        }
        return section("said", chart("entries", "entries", entries), columns, rows);
    }

    private List<String> said(Counts.Said said) {
        return List.of(
                said.month(),
                names.party(said.party()),
                Long.toString(said.entries()),
                Long.toString(said.voided()),
                Long.toString(said.crossed()),
                Long.toString(said.unknown()),
                Long.toString(said.corrections()));
    }

    /// Bars by month, one of each party.
    private Optional<Chart> chart(String name, String unit, NavigableMap<String, NavigableMap<Integer, Long>> months) {
        if (months.isEmpty()) {
            return Optional.empty();
        }
        var parties = new TreeSet<Integer>();
        months.values().forEach(each -> parties.addAll(each.keySet()));
        var groups = new ArrayList<Group>();
        months.forEach((month, values) -> groups.add(new Group(
                month,
                parties.stream().map(party -> values.getOrDefault(party, -1L)).toList())));
        List<String> series = parties.stream().map(names::party).toList();
        return Optional.of(
                new Chart(texts.say("report.chart." + name), texts.say("report.unit." + unit), series, groups));
    }
}
