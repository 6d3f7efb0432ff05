package torgau.station.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import torgau.catalogue.value.Times;
import torgau.matters.Matter;
import torgau.matters.Tallies;
import torgau.matters.figures.Expectation;
import torgau.matters.figures.Figures;
import torgau.matters.figures.Scope;
import torgau.station.formats.MessageNumbers;
import torgau.station.paper.PaperPress;
import torgau.station.report.Document;
import torgau.station.report.Html;
import torgau.station.shell.Docket;
import torgau.station.text.Texts;

/// What each side expects, figures measured from the journal, and the sheet of a yearly review. All of
/// it is for one's own side: nothing of it is sent.
final class FiguresApi {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int MAX_PAGE = 500;
    private static final int DEFAULT_PAGE = 100;
    /// Of how many periods figures are worked out for one list of expectations.
    private static final int MOST_PERIODS = 4;

    private final Front front;
    private final Docket docket;
    private final Counting counting;
    private final PaperPress press = new PaperPress();

    FiguresApi(Front front, Docket docket) {
        this.front = front;
        this.docket = docket;
        this.counting = new Counting(docket);
    }

    /// A report that was asked for.
    ///
    /// @param complete whether the whole journal had been read
    record Asked(Figures figures, List<Expectation> expectations, boolean complete) {}

    /// Those of the newest matters.
    private Docket.Told<List<Expectation>> expectations() {
        Followed.Told<Matter> told = new Followed(docket).newest("EP", MAX_PAGE, (_, matter) -> Optional.of(matter));
        return new Docket.Told<>(Expectation.of(told.all()), told.complete());
    }

    private FiguresJson shown() {
        return new FiguresJson(new Coding(front));
    }

    /// What `GET /expectations` answers: each beside what is measured by now in its own period.
    ObjectNode all(Query query) {
        int limit = query.number("limit", 1, MAX_PAGE, DEFAULT_PAGE);
        query.end();
        long now = front.now();
        Docket.Told<List<Expectation>> told = expectations();
        Docket.Told<Tallies> tallies = counting.tallies();
        NavigableMap<String, Figures> measured = new TreeMap<>();
        ObjectNode json = JSON.objectNode().put("now", Names.instant(now));
        ArrayNode list = json.putArray("expectations");
        FiguresJson words = shown();
        for (Expectation expectation :
                told.answer().reversed().stream().limit(limit).toList()) {
            list.add(words.of(expectation, measured(expectation, tallies.answer(), now, measured)));
        }
        json.put("total", told.answer().size());
        return json.put("complete", told.complete() && tallies.complete());
    }

    /// Figures of the period of an expectation as far as it has passed; empty if it has not begun, or if
    /// those of so many others were worked out already.
    private static Optional<Figures> measured(
            Expectation expectation, Tallies tallies, long now, NavigableMap<String, Figures> known) {
        Long end = expectation.to();
        long to = Math.min(now, end == null ? now : end);
        if (expectation.from() >= to) {
            return Optional.empty();
        }
        var scope = new Scope(expectation.from(), to, expectation.track());
        String key = scope.toString();
        if (!known.containsKey(key) && known.size() < MOST_PERIODS) {
            known.put(key, Figures.of(tallies, scope));
        }
        return Optional.ofNullable(known.get(key));
    }

    /// What `GET /expectations/report` answers.
    ObjectNode report(Query query) {
        Scope scope = scope(query);
        query.end();
        Asked asked = asked(scope);
        ObjectNode json = JSON.objectNode().put("private", true);
        json.put("from", Names.instant(scope.from())).put("to", Names.instant(scope.to()));
        json.put("track", scope.track());
        FiguresJson words = shown();
        words.report(json, asked);
        return json.put("complete", asked.complete());
    }

    /// The figures of a period, and the expectations whose own period it touches.
    Asked asked(Scope scope) {
        Docket.Told<Tallies> tallies = counting.tallies();
        Docket.Told<List<Expectation>> told = expectations();
        List<Expectation> touched = told.answer().stream()
                .filter(each -> each.from() < scope.to())
                .filter(each -> each.to() == null || each.to() > scope.from())
                .filter(each -> scope.track().isEmpty() || scope.track().equals(each.track()))
                .limit(MAX_PAGE)
                .toList();
        return new Asked(Figures.of(tallies.answer(), scope), touched, tallies.complete() && told.complete());
    }

    /// A report as a file.
    record Print(String contentType, byte[] bytes) {}

    /// What `GET /expectations/report/file` answers.
    Print print(Query query) {
        Scope scope = scope(query);
        String as = query.word("as").orElse("html");
        String language = query.word("language").orElse(front.language());
        query.end();
        if (!Sentences.LANGUAGES.contains(language)) {
            throw Refusal.malformed("language", language + "; there are texts in " + Sentences.LANGUAGES);
        }
        Asked asked = asked(scope);
        return switch (as) {
            case "html" -> new Print("text/html; charset=utf-8", utf8(Html.of(document(asked, language))));
            case "csv" -> new Print("text/csv; charset=utf-8", utf8(shown().csv(asked.figures())));
            case "pdf" -> new Print("application/pdf", pdf(document(asked, language), language));
            default -> throw Refusal.malformed("as", as + "; a report is html, csv or pdf");
        };
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private Document document(Asked asked, String language) {
        Names names = front.names();
        var texts = Texts.in(language);
        var numbers = new MessageNumbers(front.process().journal(), names.roster());
        return new ReportDocument(texts, new ReportWords(front.formats(), texts), names, numbers)
                .of(asked, names.station(front.ownStation()));
    }

    private byte[] pdf(Document document, String language) {
        var texts = Texts.in(language);
        return press.print(
                document,
                Instant.ofEpochMilli(front.now()),
                (page, pages) -> texts.say("report.page", Map.of("page", page, "pages", pages)));
    }

    /// The period that is asked for: from a time until another, or until now.
    Scope scope(Query query) {
        long from = time(query, "from")
                .orElseThrow(() -> Refusal.malformed("from", "from is missing: the begin of the period"));
        long to = time(query, "to").orElseGet(front::now);
        String track = query.word("track").orElse("");
        if (from >= to) {
            throw Refusal.malformed("to", "to is not after from");
        }
        return new Scope(from, to, track);
    }

    /// A day, its first instant; or a time as formats write it.
    static Optional<Long> time(Query query, String name) {
        return query.word(name)
                .map(written -> Times.instant(written)
                        .or(() -> day(written))
                        .orElseThrow(() -> Refusal.malformed(
                                name, written + " is no time; wanted is, for example, 2026-11-21 or 211830ZNOV26")));
    }

    private static Optional<Long> day(String written) {
        if (!written.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}")) {
            return Optional.empty();
        }
        try {
            Instant begin =
                    LocalDate.parse(written).atStartOfDay(ZoneOffset.UTC).toInstant();
            return Optional.of(begin.toEpochMilli());
        } catch (DateTimeException noDay) {
            return Optional.empty();
        }
    }

    /// What `GET /expectations/review` answers: a review sheet with the figures of a year that both
    /// sides compute alike, to be completed and filed by an officer.
    ObjectNode review(Query query) {
        int year = query.number(
                "year",
                1970,
                9999,
                Instant.ofEpochMilli(front.now()).atZone(ZoneOffset.UTC).getYear());
        query.end();
        long from = begin(year);
        long to = year == 9999 ? Instant.parse("9999-12-31T23:59:59Z").toEpochMilli() : begin(year + 1);
        Asked asked = asked(new Scope(from, to, ""));
        ObjectNode json = shown().review(asked.figures());
        return json.put("complete", asked.complete());
    }

    private static long begin(int year) {
        return LocalDate.of(year, 1, 1).atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
    }
}
