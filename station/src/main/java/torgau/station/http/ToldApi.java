package torgau.station.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.PriorityQueue;
import torgau.catalogue.value.Numbers;
import torgau.catalogue.value.Places;
import torgau.catalogue.value.Value;
import torgau.catalogue.value.Written;
import torgau.matters.Book;
import torgau.matters.Outline;
import torgau.matters.told.Region;
import torgau.matters.told.Told;
import torgau.matters.told.Wanted;
import torgau.station.formats.MessageNumbers;
import torgau.station.shell.Docket;

/// What each side has told the other, for whoever decides on the next release.
final class ToldApi {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int MAX_PAGE = 500;
    private static final int DEFAULT_PAGE = 50;
    /// Matters that one question looks through, those with the newest entries first.
    private static final int MOST_MATTERS = 500;

    private static final String BETWEEN = "..";

    private final Front front;
    private final Docket docket;

    ToldApi(Front front, Docket docket) {
        this.front = front;
        this.docket = docket;
    }

    /// What was found, and whether matters were left that were not looked through.
    private record Found(List<Told> told, List<Told.Uneven> uneven, boolean more, boolean complete) {}

    /// What `GET /told` answers, the newest first.
    ObjectNode all(Query query) {
        int limit = query.number("limit", 1, MAX_PAGE, DEFAULT_PAGE);
        Names names = front.names();
        Wanted wanted = wanted(query, names);
        query.end();
        Found found = found(wanted, limit);
        Numbers numbers = new MessageNumbers(front.process().journal(), names.roster());
        ObjectNode json = JSON.objectNode();
        ArrayNode told = json.putArray("told");
        found.told().forEach(each -> told.add(of(each, names, numbers)));
        ArrayNode uneven = json.putArray("uneven");
        found.uneven().forEach(each -> uneven.add(of(each, names, numbers)));
        return json.put("more", found.more()).put("complete", found.complete());
    }

    private Wanted wanted(Query query, Names names) {
        int party = party(query.word("by").orElse(""), names);
        String area = query.word("area").orElse("");
        Optional<Region> region = region(area);
        return new Wanted(
                party,
                query.word("theme").orElse(""),
                FiguresApi.time(query, "from").orElse(0L),
                FiguresApi.time(query, "to").orElse(Long.MAX_VALUE),
                region,
                region.isEmpty() ? area : "");
    }

    /// Us, them, a party by its name; on a line of two the other is meant by them. 0 for all.
    private int party(String by, Names names) {
        int own = front.ownParty();
        return switch (by) {
            case "" -> 0;
            case "us" -> own;
            case "them" -> -own;
            default ->
                names.party(by)
                        .orElseThrow(
                                () -> Refusal.malformed("by", by + " is neither us nor them nor a party of this line"));
        };
    }

    /// Two opposite corners; empty of words, which name a place.
    private static Optional<Region> region(String area) {
        String[] corners = area.split("\\.\\.(?=[0-9])", -1);
        if (corners.length != 2 || !area.contains(BETWEEN)) {
            return Optional.empty();
        }
        Optional<Value.Position> one = Places.position(corners[0].strip());
        Optional<Value.Position> other = Places.position(corners[1].strip());
        if (one.isEmpty() || other.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Region(
                Math.min(one.get().latitude(), other.get().latitude()),
                one.get().longitude(),
                Math.max(one.get().latitude(), other.get().latitude()),
                other.get().longitude()));
    }

    /// Looks through matters one by one, so that nobody else waits; once there are enough, an older
    /// matter has nothing newer.
    private Found found(Wanted wanted, int limit) {
        Docket.Told<List<Outline>> outlines = docket.ask(Book::outlines);
        var newest = new PriorityQueue<Told>();
        var uneven = new ArrayList<Told.Uneven>();
        int looked = 0;
        for (Outline outline : outlines.answer()) {
            boolean enough =
                    newest.size() == limit && newest.peek().turn().order().compareTo(outline.last()) > 0;
            if (enough || looked == MOST_MATTERS) {
                return new Found(sorted(newest), uneven, true, outlines.complete());
            }
            looked++;
            List<Told> told = docket.ask(book -> book.matter(outline.id()))
                    .answer()
                    .map(Told::of)
                    .orElse(List.of());
            List<Told> some = told.stream().filter(wanted::has).toList();
            if (!some.isEmpty()) {
                Told.uneven(told).stream()
                        .filter(each -> wanted.by(each.party()))
                        .limit(Math.max(0, MAX_PAGE - uneven.size()))
                        .forEach(uneven::add);
            }
            some.forEach(newest::add);
            while (newest.size() > limit) {
                newest.poll();
            }
        }
        return new Found(sorted(newest), uneven, false, outlines.complete());
    }

    private static List<Told> sorted(PriorityQueue<Told> newest) {
        return newest.stream().sorted(Comparator.reverseOrder()).toList();
    }

    private ObjectNode of(Told told, Names names, Numbers numbers) {
        ObjectNode json = JSON.objectNode();
        json.put("reference", names.reference(told.turn().place()));
        json.put("number", numbers.number(told.turn().place()));
        json.put("by", told.turn().party() == front.ownParty() ? "us" : "them");
        json.put("party", names.party(told.turn().party()));
        ArrayNode to = json.putArray("to");
        names.addressees(told.turn().party(), told.turn().to()).forEach(to::add);
        json.put("time", Names.instant(told.turn().time()));
        if (!told.format().isEmpty()) {
            json.put("procedure", told.procedure()).put("format", told.format());
        }
        json.put("track", told.track()).put("subject", told.subject());
        Coding.text(json, "language", told.turn().language());
        told.label().ifPresent(label -> json.put("label", label.name()));
        json.put("stands", told.stands());
        ArrayNode facts = json.putArray("facts");
        for (Told.Fact fact : told.facts()) {
            ObjectNode one = facts.addObject().put("field", fact.field());
            one.put("precision", fact.precision().name().toLowerCase(Locale.ROOT));
            one.set("written", RawJson.of(Written.of(fact.value(), numbers)));
        }
        return json;
    }

    private ObjectNode of(Told.Uneven uneven, Names names, Numbers numbers) {
        ObjectNode json =
                JSON.objectNode().put("party", names.party(uneven.party())).put("field", uneven.field());
        ArrayNode of = json.putArray("of");
        for (Told.Given given : uneven.of().stream().limit(MAX_PAGE).toList()) {
            of.addObject()
                    .put("number", numbers.number(given.by().place()))
                    .put("precision", given.precision().name().toLowerCase(Locale.ROOT));
        }
        return json;
    }
}
