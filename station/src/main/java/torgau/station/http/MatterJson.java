package torgau.station.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.NavigableMap;
import java.util.Optional;
import torgau.catalogue.Common;
import torgau.catalogue.Procedure;
import torgau.catalogue.value.Numbers;
import torgau.catalogue.value.Value;
import torgau.catalogue.value.Written;
import torgau.journal.Act;
import torgau.journal.Code;
import torgau.journal.Entry;
import torgau.journal.Reference;
import torgau.matters.Awaited;
import torgau.matters.Book;
import torgau.matters.CalendarItem;
import torgau.matters.Facts;
import torgau.matters.Links;
import torgau.matters.Matter;
import torgau.matters.Outcome;
import torgau.matters.Outline;
import torgau.matters.Step;
import torgau.matters.Terms;
import torgau.matters.Turn;
import torgau.station.formats.MessageNumbers;

/// Matters as the interface shows them.
final class MatterJson {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int MAX_SUBJECT = 80;
    private static final int MAX_LINKS = 64;

    private final Front front;
    private final Names names;
    private final Numbers numbers;
    private final NotificationJson said;
    private final AwaitedJson awaited;
    private final CalendarJson calendar;
    private final StandingJson standings;

    MatterJson(Front front) {
        this.front = front;
        this.names = front.names();
        this.numbers = new MessageNumbers(front.process().journal(), names.roster());
        this.said = front.notifications(names);
        this.standings = new StandingJson(front);
        Common common = front.formats().catalogue().common();
        this.awaited = new AwaitedJson(names, numbers, said, common, front.ownParty());
        this.calendar = new CalendarJson(names, numbers, said, new BasisJson(said, common), front.ownParty());
    }

    Names names() {
        return names;
    }

    ObjectNode of(Book.Item item, long now) {
        return awaited.of(item.subject(), item.awaited(), item.due(), now);
    }

    /// One thing awaited in a matter.
    ObjectNode of(Matter matter, Awaited item, Awaited.Stopped stopped, long now) {
        return awaited.of(matter.subject(), item, item.due(stopped), now);
    }

    /// A text in every language in which an entry is shown.
    NotificationJson words() {
        return said;
    }

    Numbers numbers() {
        return numbers;
    }

    ObjectNode of(CalendarItem item, long now) {
        return calendar.of(item, now);
    }

    ObjectNode of(Outline outline) {
        ObjectNode json = JSON.objectNode().put("id", names.reference(outline.id()));
        json.put("number", numbers.number(outline.id()));
        head(json, outline.id(), outline.procedure(), outline.state());
        json.put("entries", outline.entries());
        json.put("last", names.reference(outline.last().place()));
        json.put("last_at", Names.instant(outline.lastTime()));
        return json.put("awaited", outline.awaited());
    }

    /// What a matter is and how it stands, and no more.
    ObjectNode head(Matter matter) {
        ObjectNode json = JSON.objectNode().put("id", names.reference(matter.id()));
        json.put("number", numbers.number(matter.id()));
        head(json, matter.id(), matter.subject().code(), matter.state());
        return json;
    }

    private void head(ObjectNode json, Reference id, String code, String state) {
        Optional<Entry> opening = front.process().journal().entry(id);
        Optional<Procedure> procedure = opening.flatMap(FilingPlace::form)
                .filter(form -> form.procedure().equals(code))
                .flatMap(form -> front.formats().edition(code, form.edition()));
        procedure.ifPresent(known -> {
            json.put("procedure", code);
            json.set("title", said.words(known.title()));
        });
        procedure
                .flatMap(known -> Optional.ofNullable(known.lifecycle().labels().getOrDefault(state, null)))
                .ifPresent(label -> json.putObject("state").put("code", state).set("words", said.words(label)));
        opening.ifPresent(entry -> {
            json.put("opened_by", names.party(entry.payload().feed().party()));
            json.put("opened_at", Names.instant(entry.payload().time()));
            json.put("class", entry.payload().trafficClass().name());
            Turn opened = Turn.of(entry);
            String subject = entry.payload().act() instanceof Act.Message message
                            && opened.subject().isEmpty()
                    ? message.text().words()
                    : opened.subject();
            if (!subject.isBlank()) {
                json.put("subject", line(subject)).put("language", opened.language());
            }
        });
    }

    /// The first line, and not more of it than a list has room for.
    static String line(String words) {
        String line = words.strip().lines().findFirst().orElse("");
        int points = line.codePointCount(0, line.length());
        return points <= MAX_SUBJECT ? line : line.substring(0, line.offsetByCodePoints(0, MAX_SUBJECT - 1)) + "…";
    }

    ObjectNode of(Matter matter, Awaited.Stopped stopped, long now) {
        ObjectNode json = head(matter);
        if (!matter.subject().track().isEmpty()) {
            json.put("track", matter.subject().track());
        }
        NavigableMap<Reference, List<Turn>> reservations = matter.reservations();
        ArrayNode steps = json.putArray("steps");
        matter.steps().forEach(step -> steps.add(step(matter, step, reservations)));
        ArrayNode waiting = json.putArray("awaited");
        matter.awaited().forEach(item -> waiting.add(awaited.of(matter.subject(), item, item.due(stopped), now)));
        next(json.putArray("next"), matter);
        ArrayNode leads = json.putArray("lead_times");
        matter.leads().forEach(lead -> leads.add(lead(lead, now)));
        ArrayNode standing = json.putArray("standing");
        matter.standing().forEach(each -> standing.add(standings.of(each, now)));
        ArrayNode facts = json.putArray("facts");
        matter.facts().forEach(fact -> facts.add(fact(fact)));
        json.set("history", new HistoryJson(names, numbers, said).of(matter.history()));
        links(json, matter.links());
        return json;
    }

    private void links(ObjectNode json, Links links) {
        Links.Origin origin = links.origin();
        if (origin != null) {
            ObjectNode from = json.putObject("opened_by_act").put("entry", names.reference(origin.act()));
            from.put("number", numbers.number(origin.act()));
            from.put("matter", names.reference(origin.matter()));
            from.put("matter_number", numbers.number(origin.matter()));
        }
        ArrayNode opens = json.putArray("opens");
        for (Links.Opens each : links.opens()) {
            ObjectNode act =
                    opens.addObject().put("entry", names.reference(each.act().place()));
            act.put("number", numbers.number(each.act().place()));
            act.put("procedure", each.procedure());
            front.formats()
                    .catalogue()
                    .procedure(each.procedure())
                    .ifPresent(known -> act.set("title", said.words(known.title())));
            ArrayNode matters = act.putArray("matters");
            each.matters().stream()
                    .limit(MAX_LINKS)
                    .forEach(id ->
                            matters.addObject().put("id", names.reference(id)).put("number", numbers.number(id)));
        }
    }

    /// What each party says of one thing, side by side.
    private ObjectNode fact(Facts.Fact fact) {
        ObjectNode json = JSON.objectNode().put("name", fact.field().name());
        json.set("label", said.words(fact.field().label()));
        json.put("agreement", fact.agreement().name().toLowerCase(Locale.ROOT));
        ArrayNode views = json.putArray("views");
        for (Facts.View view : fact.views()) {
            ObjectNode one =
                    views.addObject().put("party", names.party(view.turn().party()));
            one.put("entry", names.reference(view.turn().place()));
            one.put("number", numbers.number(view.turn().place()));
            one.put("time", Names.instant(view.turn().time()));
            one.put("format", view.turn().code());
            Turn correction = view.correctedBy();
            if (correction != null) {
                one.put("corrected_by", names.reference(correction.place()));
                one.put("corrected_by_number", numbers.number(correction.place()));
            }
            one.put("last", view.last());
            if (view.turn().said() instanceof Turn.Said.Filed(Act.Notification act, var _)) {
                one.setAll(said.value(view.turn(), act, fact.field().name(), view.value()));
            }
        }
        return json;
    }

    private void next(ArrayNode json, Matter matter) {
        int own = front.ownParty();
        matter.next(own).forEach(format -> json.add(next(format).put("ours", true)));
        Optional<Integer> other = matter.cast().addressed().stream()
                .filter(party -> party != own)
                .findFirst()
                .or(() -> Optional.of(matter.cast().opener()))
                .filter(party -> party != own);
        other.ifPresent(party ->
                matter.next(party).forEach(format -> json.add(next(format).put("ours", false))));
    }

    private ObjectNode next(Matter.Next next) {
        ObjectNode json = JSON.objectNode().put("format", next.format().code());
        json.set("title", said.words(next.format().title()));
        return json.put("to", next.to()).put("re", names.reference(next.re()));
    }

    private ObjectNode step(Matter matter, Step step, NavigableMap<Reference, List<Turn>> reservations) {
        var turn = step.turn();
        ObjectNode json = JSON.objectNode().put("entry", names.reference(turn.place()));
        json.put("number", numbers.number(turn.place()));
        json.put("party", names.party(turn.party()));
        json.put("time", Names.instant(turn.time()));
        if (!turn.code().isEmpty()) {
            json.put("format", turn.code());
        }
        outcome(json, matter, step);
        List<Turn> taken = reservations.getOrDefault(turn.place(), List.of());
        if (!taken.isEmpty()) {
            ArrayNode with = json.putArray("reservations");
            taken.stream().limit(MAX_LINKS).forEach(each -> with.add(reservation(each)));
        }
        return json;
    }

    /// With what reservation a later entry took this one, in the words of its author.
    private ObjectNode reservation(Turn turn) {
        ObjectNode json = JSON.objectNode().put("entry", names.reference(turn.place()));
        json.put("number", numbers.number(turn.place()));
        json.put("party", names.party(turn.party()));
        if (turn.said() instanceof Turn.Said.Filed(Act.Notification act, var _)) {
            json.put("language", act.language());
        }
        String text = turn.value(Matter.RESERVATION).orElse(null) instanceof Value.Words(String words) ? words : "";
        return json.put("text", text);
    }

    private void outcome(ObjectNode json, Matter matter, Step step) {
        switch (step.outcome()) {
            case Outcome.Moved(String from, String to) -> {
                json.put("outcome", "moved").put("to", to);
                matter.procedure()
                        .flatMap(known ->
                                Optional.ofNullable(known.lifecycle().labels().getOrDefault(to, null)))
                        .ifPresent(label -> json.set("words", said.words(label)));
                if (!from.isEmpty()) {
                    json.put("from", from);
                }
            }
            case Outcome.Noted _ -> json.put("outcome", "noted");
            case Outcome.Foreign _ -> json.put("outcome", "unknown_format");
            case Outcome.Crossed(Reference by) -> {
                json.put("outcome", "crossed").put("by", names.reference(by));
                json.put("by_number", numbers.number(by));
            }
            case Outcome.Voided(Code code, String detail) ->
                json.put("outcome", "void").put("code", code.code()).put("detail", detail);
        }
    }

    private ObjectNode lead(Terms.Lead lead, long now) {
        ObjectNode json =
                JSON.objectNode().put("notice", names.reference(lead.notice().place()));
        json.put("notice_number", numbers.number(lead.notice().place()));
        json.put("party", names.party(lead.party()));
        json.put("event", Names.instant(lead.event()));
        json.put("wanted_seconds", lead.wanted().toSeconds());
        if (lead.given() != null) {
            json.put("given_seconds", lead.given().toSeconds());
        }
        json.put("basis", lead.basis());
        return json.put("short", lead.isShort(now));
    }

    /// What was filed: which entry, which format, by whom and when.
    ObjectNode act(ObjectNode json, Turn turn) {
        entry(json, turn.place());
        return json.put("format", turn.code())
                .put("party", names.party(turn.party()))
                .put("time", Names.instant(turn.time()));
    }

    /// An entry by its reference and its message number.
    void entry(ObjectNode json, Reference place) {
        json.put("entry", names.reference(place)).put("number", numbers.number(place));
    }

    /// A value as it is written.
    String written(Value value) {
        return RawJson.of(Written.of(value, numbers)).asText();
    }
}
