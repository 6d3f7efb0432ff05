package torgau.station.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import torgau.catalogue.value.Value;
import torgau.matters.Turn;
import torgau.matters.plan.Event;
import torgau.matters.plan.Side;
import torgau.matters.plan.When;
import torgau.station.tables.Listed;

/// The plan as a table: first the fields of a proposal under their labels, as the import reads them,
/// then how each side says that the event stands.
final class PlanListed {
    private static final List<String> FIELDS = List.of(
            "plan",
            "number",
            "track",
            "event",
            "aim",
            "kind",
            "host",
            "level",
            "dates",
            "precision",
            "place",
            "owner",
            "counterpart",
            "size",
            "languages",
            "interpretation",
            "funding",
            "steps",
            "related",
            "remarks");

    private final PlanWords words;
    private final List<Integer> parties;
    private final List<Event> events;

    PlanListed(PlanWords words, List<Event> events) {
        this.words = words;
        this.events = List.copyOf(events);
        var all = new TreeSet<Integer>();
        events.forEach(event -> event.sides().forEach(side -> all.add(side.party())));
        this.parties = List.copyOf(all);
    }

    Listed table() {
        return new Listed(
                words.say("table.plan", Map.of()),
                headings(),
                events.stream().map(this::row).toList());
    }

    private List<String> headings() {
        var headings = new ArrayList<String>();
        for (String field : FIELDS) {
            String label = words.label(field);
            switch (field) {
                case "dates" -> {
                    headings.add(label + ", " + words.say("table.part.from", Map.of()));
                    headings.add(label + ", " + words.say("table.part.to", Map.of()));
                }
                case "owner", "counterpart" -> {
                    headings.add(label);
                    headings.add(label + ", " + words.say("table.part.capacity", Map.of()));
                }
                default -> headings.add(label);
            }
        }
        headings.add(words.say("table.column.state", Map.of()));
        parties.forEach(party -> {
            headings.add(words.say("table.column.status", Map.of("party", words.party(party))));
            headings.add(words.say("table.column.office", Map.of("party", words.party(party))));
        });
        headings.add(words.say("table.column.message", Map.of()));
        return headings;
    }

    private List<String> row(Event event) {
        var cells = new ArrayList<String>();
        Turn opening = event.reading().last("WP").orElseGet(event::opening);
        FIELDS.forEach(field -> field(cells, event, opening, field));
        cells.add(words.state(event));
        for (int party : parties) {
            Optional<Side> side = event.side(party);
            cells.add(side.map(words::status).orElse(""));
            cells.add(side.map(PlanWords::office).orElse(""));
        }
        cells.add(words.messageNumber(event.id()));
        return cells;
    }

    private void field(List<String> cells, Event event, Turn opening, String field) {
        switch (field) {
            case "plan" -> cells.add(event.what().plan());
            case "number" -> cells.add(PlanWords.number(event));
            case "event" -> cells.add(event.what().event());
            case "host" -> cells.add(words.host(event));
            case "level" -> cells.add(words.code("levels", event.what().level()));
            case "place" -> cells.add(place(event, opening));
            case "dates" -> dates(cells, event.dates().planned());
            case "owner" ->
                office(cells, event.side(opening.party()).flatMap(side -> Optional.ofNullable(side.owner())));
            case "counterpart" -> office(cells, event.reading().value(opening, "counterpart", Value.Office.class));
            default -> cells.add(words.field(event, opening, field));
        }
    }

    private String place(Event event, Turn opening) {
        String place = event.what().place();
        return place == null ? words.field(event, opening, "place") : place;
    }

    private static void dates(List<String> cells, @org.jspecify.annotations.Nullable When when) {
        if (when == null) {
            cells.add("");
            cells.add("");
            return;
        }
        Long to = when.to();
        cells.add(PlanWords.minute(when.from()) + (to == null ? ".." : ""));
        cells.add(to == null ? "" : PlanWords.minute(to));
    }

    private static void office(List<String> cells, Optional<Value.Office> office) {
        cells.add(office.map(Value.Office::title).orElse(""));
        cells.add(office.map(Value.Office::capacity).orElse(""));
    }
}
