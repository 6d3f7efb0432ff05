package torgau.station.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import torgau.catalogue.Procedure;
import torgau.catalogue.value.Numbers;
import torgau.journal.Act;
import torgau.journal.Code;
import torgau.journal.Entry;
import torgau.journal.Reference;
import torgau.matters.Awaited;
import torgau.matters.Book;
import torgau.matters.Matter;
import torgau.matters.Outcome;
import torgau.matters.Step;
import torgau.matters.Terms;
import torgau.station.formats.MessageNumbers;
import torgau.station.heart.Draft;
import torgau.station.shell.Docket;

/// The matters of the line and what is awaited in them.
final class MatterApi {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int MAX_PAGE = 500;
    private static final int DEFAULT_PAGE = 100;
    private static final int MAX_SUBJECT = 80;

    private final Front front;
    private final Docket docket;

    MatterApi(Front front, Docket docket) {
        this.front = front;
        this.docket = docket;
    }

    /// What one answer needs.
    private final class Words {
        final Names names = front.names();
        final Numbers numbers = new MessageNumbers(front.process().journal(), names.roster());
        final NotificationJson said = front.notifications(names);
        final AwaitedJson awaited = new AwaitedJson(
                names, numbers, said, front.formats().catalogue().common(), front.ownParty());
    }

    /// What `GET /matters` answers: the one with the newest entry first.
    ObjectNode all(Query query) {
        boolean open = query.flag("awaited", false);
        Optional<String> procedure = query.word("procedure");
        int limit = query.number("limit", 1, MAX_PAGE, DEFAULT_PAGE);
        query.end();
        var words = new Words();
        Docket.Told<List<Book.Outline>> told = docket.ask(Book::outlines);
        ObjectNode json = JSON.objectNode();
        ArrayNode matters = json.putArray("matters");
        told.answer().stream()
                .filter(outline -> !open || outline.awaited() > 0)
                .filter(outline -> procedure.isEmpty() || procedure.get().equals(outline.procedure()))
                .limit(limit)
                .forEach(outline -> matters.add(outline(outline, words)));
        json.put("total", told.answer().size());
        return json.put("complete", told.complete());
    }

    private ObjectNode outline(Book.Outline outline, Words words) {
        ObjectNode json = JSON.objectNode().put("id", words.names.reference(outline.id()));
        json.put("number", words.numbers.number(outline.id()));
        head(json, outline.id(), outline.procedure(), outline.state(), words);
        json.put("entries", outline.entries());
        json.put("last", words.names.reference(outline.last().place()));
        json.put("last_at", Names.instant(outline.lastTime()));
        return json.put("awaited", outline.awaited());
    }

    private void head(ObjectNode json, Reference id, String code, String state, Words words) {
        Optional<Procedure> procedure = front.formats().catalogue().procedure(code);
        procedure.ifPresent(known -> {
            json.put("procedure", code);
            json.set("title", words.said.words(known.title()));
        });
        procedure
                .flatMap(known -> Optional.ofNullable(known.lifecycle().labels().getOrDefault(state, null)))
                .ifPresent(label -> json.putObject("state").put("code", state).set("words", words.said.words(label)));
        Optional<Entry> opening = front.process().journal().entry(id);
        opening.ifPresent(entry -> {
            json.put("opened_by", words.names.party(entry.payload().feed().party()));
            json.put("opened_at", Names.instant(entry.payload().time()));
            json.put("class", entry.payload().trafficClass().name());
            if (entry.payload().act() instanceof Act.Message message) {
                json.put("subject", subject(message));
            }
        });
    }

    private static String subject(Act.Message message) {
        String words = message.subject().isEmpty() ? message.text().words() : message.subject();
        String line = words.strip().lines().findFirst().orElse("");
        int points = line.codePointCount(0, line.length());
        return points <= MAX_SUBJECT ? line : line.substring(0, line.offsetByCodePoints(0, MAX_SUBJECT - 1)) + "…";
    }

    /// What `GET /matters/{reference}` answers. Any entry of the matter names it.
    ObjectNode one(String name) {
        var words = new Words();
        Reference place =
                words.names.place(name, front.process().journal()).orElseThrow(() -> Refusal.notFound("entry " + name));
        long now = front.now();
        Docket.Told<Optional<Asked>> told = docket.ask(book -> book.matter(place)
                .or(() -> front.process()
                        .journal()
                        .entry(place)
                        .map(entry -> entry.payload().matter())
                        .flatMap(book::matter))
                .map(matter -> new Asked(matter, book.stopped(matter.subject(), now))));
        Asked asked = told.answer().orElseThrow(() -> Refusal.notFound("matter " + name));
        return matter(asked.matter(), asked.stopped(), now, words).put("complete", told.complete());
    }

    private record Asked(Matter matter, Awaited.Stopped stopped) {}

    private ObjectNode matter(Matter matter, Awaited.Stopped stopped, long now, Words words) {
        ObjectNode json = JSON.objectNode().put("id", words.names.reference(matter.id()));
        json.put("number", words.numbers.number(matter.id()));
        head(json, matter.id(), matter.subject().code(), matter.state(), words);
        if (!matter.subject().track().isEmpty()) {
            json.put("track", matter.subject().track());
        }
        ArrayNode steps = json.putArray("steps");
        matter.steps().forEach(step -> steps.add(step(matter, step, words)));
        ArrayNode awaited = json.putArray("awaited");
        matter.awaited().forEach(item -> awaited.add(words.awaited.of(matter.subject(), item, item.due(stopped), now)));
        ArrayNode next = json.putArray("next");
        matter.next(front.ownParty())
                .forEach(format -> next.add(next(format, words).put("ours", true)));
        matter.cast().addressed().stream()
                .filter(party -> party != front.ownParty())
                .findFirst()
                .or(() -> Optional.of(matter.cast().opener()))
                .filter(party -> party != front.ownParty())
                .ifPresent(party -> matter.next(party)
                        .forEach(format -> next.add(next(format, words).put("ours", false))));
        ArrayNode leads = json.putArray("lead_times");
        matter.leads().forEach(lead -> leads.add(lead(lead, now, words)));
        ArrayNode standing = json.putArray("standing");
        matter.standing().forEach(each -> standing.add(standing(each, now, words)));
        return json;
    }

    private static ObjectNode next(Matter.Next next, Words words) {
        ObjectNode json = JSON.objectNode().put("format", next.format().code());
        json.set("title", words.said.words(next.format().title()));
        return json.put("to", next.to());
    }

    private static ObjectNode step(Matter matter, Step step, Words words) {
        var turn = step.turn();
        ObjectNode json = JSON.objectNode().put("entry", words.names.reference(turn.place()));
        json.put("number", words.numbers.number(turn.place()));
        json.put("party", words.names.party(turn.party()));
        json.put("time", Names.instant(turn.time()));
        if (!turn.code().isEmpty()) {
            json.put("format", turn.code());
        }
        switch (step.outcome()) {
            case Outcome.Moved(String from, String to) -> {
                json.put("outcome", "moved").put("to", to);
                matter.procedure()
                        .flatMap(known ->
                                Optional.ofNullable(known.lifecycle().labels().getOrDefault(to, null)))
                        .ifPresent(label -> json.set("words", words.said.words(label)));
                if (!from.isEmpty()) {
                    json.put("from", from);
                }
            }
            case Outcome.Noted _ -> json.put("outcome", "noted");
            case Outcome.Foreign _ -> json.put("outcome", "unknown_format");
            case Outcome.Crossed(Reference by) -> json.put("outcome", "crossed").put("by", words.names.reference(by));
            case Outcome.Voided(Code code, String detail) ->
                json.put("outcome", "void").put("code", code.code()).put("detail", detail);
        }
        return json;
    }

    private static ObjectNode lead(Terms.Lead lead, long now, Words words) {
        ObjectNode json = JSON.objectNode()
                .put("notice", words.names.reference(lead.notice().place()));
        json.put("party", words.names.party(lead.party()));
        json.put("event", Names.instant(lead.event()));
        json.put("wanted_seconds", lead.wanted().toSeconds());
        if (lead.given() != null) {
            json.put("given_seconds", lead.given().toSeconds());
        }
        json.put("basis", lead.basis());
        return json.put("short", lead.isShort(now));
    }

    private static ObjectNode standing(Terms.Standing standing, long now, Words words) {
        ObjectNode json = JSON.objectNode()
                .put("notice", words.names.reference(standing.notice().place()));
        json.put("until", Names.instant(standing.until()));
        var confirmed = standing.confirmedBy();
        if (confirmed != null) {
            json.put("confirmed_by", words.names.reference(confirmed.place()));
        }
        return json.put("stands", standing.standsAt(now));
    }

    /// Refuses what would be void: a format that cannot be filed in the state of its matter, or not by
    /// us.
    void permits(Draft draft) {
        Reference id = draft.matter();
        if (!(draft.act() instanceof Act.Notification filed) || id == null) {
            return;
        }
        docket.ask(book -> book.matter(id)).answer().ifPresent(matter -> permits(matter, filed.form().format()));
    }

    private void permits(Matter matter, String format) {
        List<String> ours = codes(matter, front.ownParty());
        if (ours.contains(format) || matter.procedure().isEmpty()) {
            return;
        }
        boolean theirs = matter.cast().addressed().stream()
                .anyMatch(party -> codes(matter, party).contains(format));
        throw new Refusal(
                409,
                theirs ? Code.NOT_ITS_ROLE : Code.NOT_IN_STATE,
                format + " in the state " + matter.state() + "; we may file " + String.join(", ", ours),
                "/act/format");
    }

    private static List<String> codes(Matter matter, int party) {
        return matter.next(party).stream().map(next -> next.format().code()).toList();
    }

    /// What `GET /awaited` answers.
    ObjectNode awaited(Query query) {
        int limit = query.number("limit", 1, MAX_PAGE, DEFAULT_PAGE);
        query.end();
        var words = new Words();
        long now = front.now();
        Docket.Told<List<Book.Item>> told = docket.ask(book -> book.awaited(now));
        ObjectNode json = JSON.objectNode().put("now", Names.instant(now));
        var items = told.answer();
        int own = front.ownParty();
        list(json, "from_us", items.stream().filter(item -> item.awaited().party() == own), limit, now, words);
        list(
                json,
                "from_them",
                items.stream()
                        .filter(item -> item.awaited().party() != own
                                && item.subject().cast().has(own)),
                limit,
                now,
                words);
        return json.put("complete", told.complete());
    }

    private static void list(
            ObjectNode json, String name, java.util.stream.Stream<Book.Item> items, int limit, long now, Words words) {
        var all = items.toList();
        ArrayNode list = json.putArray(name);
        all.stream()
                .limit(limit)
                .forEach(item -> list.add(words.awaited.of(item.subject(), item.awaited(), item.due(), now)));
        json.put(name + "_total", all.size());
    }
}
