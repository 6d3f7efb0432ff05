package torgau.station.http;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import torgau.catalogue.Common;
import torgau.catalogue.render.FrameWords;
import torgau.journal.Label;
import torgau.journal.TrafficClass;
import torgau.matters.plan.Event;
import torgau.station.paper.Listing;
import torgau.station.paper.Paper;
import torgau.station.text.Dtg;

/// The plan on paper: one block an event, the languages side by side, each side's word beside the
/// other's.
final class PlanPaper {
    private static final String NAME = "Plan of contacts";

    private final Common common;
    private final List<PlanWords> words;
    private final Instant made;

    PlanPaper(Common common, List<PlanWords> words, Instant made) {
        this.common = common;
        this.words = List.copyOf(words);
        this.made = made;
    }

    Listing of(List<Event> events) {
        return new Listing(
                NAME,
                words.stream().map(each -> column(each, events.size())).toList(),
                events.stream()
                        .map(event ->
                                words.stream().map(each -> part(each, event)).toList())
                        .toList(),
                made);
    }

    private Listing.Column column(PlanWords each, int count) {
        return new Listing.Column(
                each.language(),
                new FrameWords(common, each.language()).label(Label.PARTIES_ONLY),
                each.say("table.plan", Map.of()),
                List.of(
                        each.say("paper.plan.as_of", Map.of("time", Dtg.group(made))),
                        each.say("paper.plan.count", Map.of("count", count)),
                        each.say("paper.plan.meaning", Map.of())),
                common.phrase("names").flatMap(names -> names.in(each.language())).stream()
                        .toList());
    }

    private Listing.Part part(PlanWords each, Event event) {
        var rows = new ArrayList<Paper.Head>();
        row(rows, each.label("kind"), each.code("kinds", event.what().kind()));
        row(rows, each.label("dates"), each.dates(event));
        row(
                rows,
                each.label("place"),
                event.what().place() == null ? "" : event.what().place());
        row(rows, each.label("host"), each.host(event));
        row(rows, each.label("level"), each.code("levels", event.what().level()));
        row(rows, each.say("table.column.state", Map.of()), each.state(event));
        event.sides().forEach(side -> {
            String office = PlanWords.office(side);
            row(rows, each.party(side.party()), each.status(side) + (office.isEmpty() ? "" : " (" + office + ")"));
        });
        row(rows, each.say("table.column.message", Map.of()), each.messageNumber(event.id()));
        return new Listing.Part(heading(each, event), rows);
    }

    /// A drill says so first.
    private String heading(PlanWords each, Event event) {
        TrafficClass trafficClass = event.opening().trafficClass();
        boolean drill = PlanWords.drill(event);
        String number = PlanWords.number(event);
        return (drill ? new FrameWords(common, each.language()).trafficClass(trafficClass) + ": " : "")
                + event.what().plan() + (number.isEmpty() ? "" : " · " + number) + " · "
                + event.what().event();
    }

    private static void row(List<Paper.Head> rows, String label, String value) {
        if (!value.isEmpty()) {
            rows.add(new Paper.Head(label, value));
        }
    }
}
