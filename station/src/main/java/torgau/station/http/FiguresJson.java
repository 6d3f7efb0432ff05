package torgau.station.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import torgau.catalogue.value.Numbers;
import torgau.catalogue.value.Times;
import torgau.journal.Reference;
import torgau.matters.figures.Delay;
import torgau.matters.figures.Expectation;
import torgau.matters.figures.Figure;
import torgau.matters.figures.Figures;
import torgau.matters.figures.Listing;
import torgau.matters.figures.Lives;
import torgau.matters.figures.Measured;
import torgau.station.report.Csv;

/// Figures and expectations as the interface shows them.
final class FiguresJson {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int MOST = 500;
    /// Rows of a report; a line with more offices than that has a report of its own kind to write.
    private static final int MOST_FIGURES = 20_000;
    private static final long MINUTE = 60_000;
    private static final String EXPECTED = "EP";

    private final Coding coding;
    private final Names names;
    private final Numbers numbers;

    FiguresJson(Coding coding) {
        this.coding = coding;
        this.names = coding.names();
        this.numbers = coding.numbers();
    }

    private void entry(ObjectNode json, Reference place) {
        json.put("reference", names.reference(place)).put("number", numbers.number(place));
    }

    void report(ObjectNode json, FiguresApi.Asked asked) {
        Figures figures = asked.figures();
        List<Figure> rows = Listing.of(figures);
        ArrayNode list = json.putArray("figures");
        rows.stream().limit(MOST_FIGURES).forEach(figure -> list.add(of(figure)));
        json.put("figures_total", rows.size());
        ArrayNode open = json.putArray("open");
        figures.open().forEach(each -> open.add(of(each)));
        ArrayNode commitments = json.putArray("commitments");
        figures.commitments().stream().limit(MOST).forEach(each -> commitments.add(of(each)));
        lives(json.putArray("events"), figures.events());
        lives(json.putArray("incidents"), figures.incidents());
        ArrayNode expectations = json.putArray("expectations");
        asked.expectations().forEach(each -> expectations.add(of(each, Optional.of(figures))));
    }

    /// One figure a row, with its heading, unit, the number of cases, and the entry that it names.
    String csv(Figures figures) {
        var rows = new ArrayList<List<String>>();
        rows.add(List.of("figure", "party", "other", "by", "key", "unit", "value", "of", "entry", "from", "to"));
        String from = Names.instant(figures.scope().from());
        String to = Names.instant(figures.scope().to());
        for (Figure figure : Listing.of(figures)) {
            Reference place = figure.place();
            rows.add(List.of(
                    figure.code(),
                    figure.party() == 0 ? "" : names.party(figure.party()),
                    figure.other() == 0 ? "" : names.party(figure.other()),
                    figure.by(),
                    figure.key(),
                    figure.unit() == Figure.Unit.SECONDS ? "seconds" : "count",
                    Long.toString(figure.value()),
                    Long.toString(figure.of()),
                    place == null ? "" : numbers.number(place),
                    from,
                    to));
        }
        return Csv.of(rows);
    }

    private ObjectNode of(Figure figure) {
        ObjectNode json = JSON.objectNode().put("figure", figure.code());
        if (figure.party() != 0) {
            json.put("party", names.party(figure.party()));
        }
        if (figure.other() != 0) {
            json.put("other", names.party(figure.other()));
        }
        json.put("by", figure.by()).put("key", figure.key());
        json.put("unit", figure.unit() == Figure.Unit.SECONDS ? "seconds" : "count");
        json.put("value", figure.value()).put("of", figure.of());
        Reference place = figure.place();
        if (place != null) {
            entry(json, place);
        }
        return json;
    }

    private ObjectNode of(Delay.Open open) {
        ObjectNode json = JSON.objectNode();
        entry(json, open.place());
        json.put("format", open.format()).put("from", names.party(open.party()));
        json.put("clock", open.clock()).put("sent_at", Names.instant(open.sent()));
        if (open.received() >= 0) {
            json.put("received_at", Names.instant(open.received()));
        }
        return json;
    }

    private ObjectNode of(Lives.Kept kept) {
        ObjectNode json = JSON.objectNode();
        entry(json, kept.place());
        json.put("holder", names.party(kept.holder())).put("until", Names.instant(kept.until()));
        if (kept.said() >= 0) {
            json.put("said_done_at", Names.instant(kept.said())).put("extent", kept.extent());
        }
        if (!kept.seen().isEmpty()) {
            json.put("seen", kept.seen());
        }
        return json.put("state", kept.state());
    }

    private void lives(ArrayNode list, List<Lives.Life> lives) {
        for (Lives.Life life : lives.stream().limit(MOST).toList()) {
            ObjectNode json = list.addObject();
            entry(json, life.place());
            json.put("procedure", life.procedure()).put("party", names.party(life.party()));
            json.put("at", Names.instant(life.at())).put("state", life.state());
            if (life.settled() >= 0) {
                json.put("settled_after_seconds", life.settled() / 1_000);
            }
        }
    }

    /// An expectation, each of its rows beside what was measured.
    ///
    /// @param figures empty if there are none of its period
    ObjectNode of(Expectation expectation, Optional<Figures> figures) {
        ObjectNode json = JSON.objectNode();
        entry(json, expectation.matter());
        json.put("party", names.party(expectation.party()));
        if (!expectation.track().isEmpty()) {
            json.set("track", coding.code(EXPECTED, "tracks", expectation.track()));
        }
        json.put("from", Names.instant(expectation.from()));
        Long to = expectation.to();
        if (to != null) {
            json.put("to", Names.instant(to));
        }
        Long review = expectation.review();
        if (review != null) {
            json.put("review", Names.instant(review));
        }
        json.put("state", expectation.state());
        ArrayNode rows = json.putArray("rows");
        expectation.rows().forEach(row -> rows.add(of(row, figures)));
        return json;
    }

    private ObjectNode of(Expectation.Row row, Optional<Figures> figures) {
        ObjectNode json = JSON.objectNode().put("number", row.number());
        json.put("stated_in", numbers.number(row.by())).put("measure", row.measure());
        json.put("expected", row.words());
        Long target = row.target();
        if (target != null) {
            json.put("target", target.longValue());
        }
        json.put("unit", row.unit());
        Long until = row.until();
        if (until != null) {
            json.put("until", Names.instant(until));
        }
        ObjectNode answers = json.putObject("answers");
        row.answers()
                .forEach((party, answer) -> answers.set(names.party(party), coding.code(EXPECTED, "answers", answer)));
        ArrayNode findings = json.putArray("findings");
        row.findings().forEach((party, finding) -> findings.add(of(party, finding)));
        ArrayNode measured = json.putArray("measured");
        figures.map(all -> Measured.of(all, row.measure(), row.unit()))
                .orElse(List.of())
                .forEach(each -> measured.add(of(each)));
        return json;
    }

    private ObjectNode of(int party, Expectation.Finding finding) {
        ObjectNode json = JSON.objectNode().put("party", names.party(party));
        json.put("in", numbers.number(finding.by()));
        Long found = finding.found();
        if (found != null) {
            json.put("found", found.longValue());
        }
        json.put("unit", finding.unit());
        return json.set("view", coding.code(EXPECTED, "views", finding.view()));
    }

    private ObjectNode of(Measured measured) {
        ObjectNode json = JSON.objectNode();
        if (measured.party() != 0) {
            json.put("party", names.party(measured.party()));
        }
        json.put("figure", measured.figure()).put("value", measured.written()).put("unit", measured.unit());
        json.put("of", measured.of());
        ArrayNode entries = json.putArray("entries");
        measured.places().forEach(place -> entries.add(numbers.number(place)));
        return json;
    }

    /// A review sheet that an officer completes: its figures, and what it lacks is left to be written.
    ObjectNode review(Figures figures) {
        ObjectNode json = JSON.objectNode().put("format", "NRS");
        ObjectNode fields = json.putObject("fields");
        fields.put(
                "period",
                Times.written(figures.scope().from()) + ".."
                        + Times.written(figures.scope().to() - MINUTE));
        ArrayNode statistics = fields.putArray("statistics");
        figures.review()
                .forEach((figure, number) ->
                        statistics.addObject().put("figure", figure).put("number", number.longValue()));
        List<Lives.Life> open = figures.incidents().stream()
                .filter(incident -> incident.settled() < 0)
                .limit(30)
                .toList();
        if (!open.isEmpty()) {
            ArrayNode items = fields.putArray("open_items");
            open.forEach(incident -> items.addObject()
                    .put("matter", numbers.number(incident.place()))
                    .put("standing", "open"));
        }
        ArrayNode lacking = json.putArray("lacking");
        List.of("agenda", "form").forEach(lacking::add);
        if (!open.isEmpty()) {
            lacking.add("open_items.subject");
        }
        return json;
    }
}
