package torgau.station.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.BiFunction;
import torgau.catalogue.value.FilingCodec;
import torgau.catalogue.value.Value;
import torgau.journal.Act;
import torgau.journal.Code;
import torgau.journal.Decoded;
import torgau.journal.Reference;
import torgau.matters.Awaited;
import torgau.matters.Book;
import torgau.matters.CalendarItem;
import torgau.matters.Matter;
import torgau.matters.Outcome;
import torgau.matters.Outline;
import torgau.station.heart.Draft;
import torgau.station.shell.Docket;

/// The matters of the line and what is awaited in them.
final class MatterApi {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int MAX_PAGE = 500;
    private static final int DEFAULT_PAGE = 100;

    private final Front front;
    private final Docket docket;

    MatterApi(Front front, Docket docket) {
        this.front = front;
        this.docket = docket;
    }

    private MatterJson shown() {
        return new MatterJson(front);
    }

    /// What `GET /matters` answers: the one with the newest entry first.
    ObjectNode all(Query query) {
        boolean open = query.flag("awaited", false);
        Optional<String> procedure = query.word("procedure");
        int limit = query.number("limit", 1, MAX_PAGE, DEFAULT_PAGE);
        query.end();
        var words = shown();
        Docket.Told<List<Outline>> told = docket.ask(Book::outlines);
        ObjectNode json = JSON.objectNode();
        ArrayNode matters = json.putArray("matters");
        told.answer().stream()
                .filter(outline -> !open || outline.awaited() > 0)
                .filter(outline -> procedure.isEmpty() || procedure.get().equals(outline.procedure()))
                .limit(limit)
                .forEach(outline -> matters.add(words.of(outline)));
        json.put("total", told.answer().size());
        return json.put("complete", told.complete());
    }

    /// What `GET /matters/{reference}` answers. Any entry of the matter names it.
    ObjectNode one(String name) {
        var words = shown();
        long now = front.now();
        Docket.Told<Asked> told = named(name, (book, matter) -> new Asked(matter, book.stopped(matter.subject(), now)));
        Asked asked = told.answer();
        return words.of(asked.matter(), asked.stopped(), now).put("complete", told.complete());
    }

    /// The matter of which the entry of this name is one.
    Docket.Told<Matter> named(String name) {
        return named(name, (_, matter) -> matter);
    }

    private <T> Docket.Told<T> named(String name, BiFunction<Book, Matter, T> question) {
        Reference place = front.names()
                .place(name, front.process().journal())
                .orElseThrow(() -> Refusal.notFound("entry " + name));
        Docket.Told<Optional<T>> told =
                docket.ask(book -> named(book, place).map(matter -> question.apply(book, matter)));
        T answer = told.answer().orElseThrow(() -> Refusal.notFound("matter " + name));
        return new Docket.Told<>(answer, told.complete());
    }

    /// The matter of which this entry is one.
    Optional<Matter> named(Book book, Reference place) {
        return book.matter(place)
                .or(() -> front.process()
                        .journal()
                        .entry(place)
                        .map(entry -> entry.payload().matter())
                        .flatMap(book::matter));
    }

    private record Asked(Matter matter, Awaited.Stopped stopped) {}

    /// Refuses what would be void: a format that cannot be filed in the state of its matter, or not by
    /// us.
    void permits(Draft draft) {
        Reference id = draft.matter();
        if (!(draft.act() instanceof Act.Notification filed)) {
            return;
        }
        SequencedMap<String, Value> fields =
                FilingCodec.decode(filed.fields()) instanceof Decoded.Value<SequencedMap<String, Value>>(var read)
                        ? read
                        : new LinkedHashMap<>();
        Act.Form form = filed.form();
        if (id == null) {
            front.formats()
                    .edition(form.procedure(), form.edition())
                    .flatMap(procedure -> Matter.rowFault(procedure, form.format(), fields))
                    .ifPresent(MatterApi::refused);
            return;
        }
        docket.ask(book -> book.matter(id)).answer().ifPresent(matter -> {
            permits(matter, form.format());
            matter.rowFault(form.format(), fields).ifPresent(MatterApi::refused);
        });
    }

    private static void refused(Outcome.Voided fault) {
        throw new Refusal(409, fault.code(), fault.detail(), "/act/fields");
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
        var words = shown();
        long now = front.now();
        int own = front.ownParty();
        Docket.Told<Both> told = docket.ask(book -> new Both(book.awaited(now), book.calendar(own, now)));
        ObjectNode json = JSON.objectNode().put("now", Names.instant(now));
        var items = told.answer().items();
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
        ArrayNode calendar = json.putArray("calendar");
        told.answer().calendar().stream()
                .filter(item -> item.open() && item.begun(now))
                .limit(limit)
                .forEach(item -> calendar.add(words.of(item, now)));
        return json.put("complete", told.complete());
    }

    private record Both(List<Book.Item> items, List<CalendarItem> calendar) {}

    /// What `GET /calendar` answers.
    ObjectNode calendar(Query query) {
        int limit = query.number("limit", 1, MAX_PAGE, DEFAULT_PAGE);
        query.end();
        var words = shown();
        long now = front.now();
        Docket.Told<List<CalendarItem>> told = docket.ask(book -> book.calendar(front.ownParty(), now));
        ObjectNode json = JSON.objectNode().put("now", Names.instant(now));
        ArrayNode items = json.putArray("items");
        told.answer().stream().limit(limit).forEach(item -> items.add(words.of(item, now)));
        return json.put("total", told.answer().size()).put("complete", told.complete());
    }

    private static void list(
            ObjectNode json,
            String name,
            java.util.stream.Stream<Book.Item> items,
            int limit,
            long now,
            MatterJson words) {
        var all = items.toList();
        ArrayNode list = json.putArray(name);
        all.stream().limit(limit).forEach(item -> list.add(words.of(item, now)));
        json.put(name + "_total", all.size());
    }
}
