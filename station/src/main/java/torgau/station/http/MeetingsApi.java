package torgau.station.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import torgau.catalogue.value.Times;
import torgau.journal.Code;
import torgau.journal.Reference;
import torgau.journal.agreement.Party;
import torgau.matters.Matter;
import torgau.matters.talks.AgendaDraft;
import torgau.matters.talks.Commitment;
import torgau.matters.talks.Commitments;
import torgau.matters.talks.Talk;
import torgau.matters.talks.Talks;
import torgau.station.shell.Docket;

/// Meetings and calls, and what was undertaken in them.
final class MeetingsApi {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int MAX_PAGE = 500;
    private static final int DEFAULT_PAGE = 100;
    /// What MTG and MTH take.
    private static final int AGENDA_ITEMS = 15;
    private static final int ADDITIONS = 10;
    private static final int WORDS_OF_ITEM = 40;

    private final Front front;
    private final Docket docket;

    MeetingsApi(Front front, Docket docket) {
        this.front = front;
        this.docket = docket;
    }

    private record Taken(List<Talks.Source> talks, List<Matter> followed, List<Matter> reports) {
        Talks all() {
            return Talks.of(talks);
        }

        Commitments commitments() {
            return Commitments.of(
                    followed,
                    Stream.concat(talks.stream().map(Talks.Source::matter), reports.stream())
                            .toList());
        }
    }

    private Docket.Told<Taken> told() {
        long now = front.now();
        return docket.ask(book -> new Taken(
                Stream.of("MT", "CL")
                        .flatMap(code -> book.following(code, CounterpartsApi.MOST_OF_ONE).stream())
                        .map(matter -> new Talks.Source(matter, book.stopped(matter.subject(), now)))
                        .toList(),
                book.following("CM", CounterpartsApi.MOST_OF_ONE),
                book.following("AR", CounterpartsApi.MOST_OF_ONE)));
    }

    private Stream<Integer> others() {
        return front.names().roster().agreement().parties().stream()
                .map(Party::number)
                .filter(party -> party != front.ownParty());
    }

    /// What `GET /meetings` answers.
    ObjectNode all(Query query) {
        int limit = query.number("limit", 1, MAX_PAGE, DEFAULT_PAGE);
        Optional<Integer> party = query.party("party", front.names());
        query.end();
        long now = front.now();
        Docket.Told<Taken> told = told();
        Talks talks = told.answer().all();
        var words = new TalkJson(new Coding(front), now);
        ObjectNode json = JSON.objectNode().put("now", Names.instant(now));
        List<Talk> shown = talks.all().stream()
                .filter(talk -> party.isEmpty() || talk.cast().has(party.get()))
                .toList();
        ArrayNode list = json.putArray("talks");
        shown.stream().limit(limit).forEach(talk -> list.add(words.line(talk)));
        ArrayNode next = json.putArray("next");
        others().forEach(other -> talks.next(front.ownParty(), other, now)
                .ifPresent(talk -> next.add(new Coding(front)
                        .cited(talk.id())
                        .put("party", front.names().party(other)))));
        ArrayNode cadence = json.putArray("cadence");
        talks.cadence(front.ownParty()).stream()
                .limit(limit)
                .forEach(pair -> cadence.add(words.of(pair, front.ownParty())));
        return json.put("total", shown.size()).put("complete", told.complete());
    }

    private record One(Talk talk, Matter matter, Talks talks, Commitments commitments, boolean complete) {}

    private One one(String name) {
        Reference place = front.names()
                .place(name, front.process().journal())
                .orElseThrow(() -> Refusal.notFound("entry " + name));
        Reference id = front.process()
                .journal()
                .entry(place)
                .map(entry -> entry.payload().matter())
                .orElse(place);
        Docket.Told<Taken> told = told();
        Talks talks = told.answer().all();
        Talk talk = talks.talk(id)
                .or(() -> talks.talk(place))
                .orElseThrow(() -> new Refusal(404, Code.NO_TALK, name + " is neither a meeting nor a call", ""));
        Matter matter = told.answer().talks().stream()
                .map(Talks.Source::matter)
                .filter(each -> each.id().equals(talk.id()))
                .findFirst()
                .orElseThrow();
        return new One(talk, matter, talks, told.answer().commitments(), told.complete());
    }

    /// What `GET /meetings/{reference}` answers.
    ObjectNode show(String name) {
        One one = one(name);
        long now = front.now();
        var words = new TalkJson(new Coding(front), now);
        ObjectNode json = words.whole(one.talk());
        json.put("now", Names.instant(now));
        json.put("next", isNext(one, now));
        ArrayNode open = json.putArray("open_commitments");
        open(one).stream().limit(MAX_PAGE).forEach(each -> open.add(words.of(each)));
        ArrayNode from = json.putArray("from_record");
        var minutes = one.talk().minutes();
        if (minutes != null) {
            one.commitments().from(minutes.by()).forEach(each -> from.add(words.of(each)));
        }
        return json.put("complete", one.complete());
    }

    private boolean isNext(One one, long now) {
        return others().anyMatch(other -> one.talks()
                .next(front.ownParty(), other, now)
                .filter(talk -> talk.id().equals(one.talk().id()))
                .isPresent());
    }

    /// What stands between us and any other party of a talk that is not held yet.
    private List<Commitment> open(One one) {
        return one.talk().minutes() != null
                ? List.of()
                : others().filter(one.talk().cast()::has)
                        .flatMap(other -> one.commitments().open(front.ownParty(), other).stream())
                        .distinct()
                        .toList();
    }

    /// What `GET /meetings/{reference}/agenda-draft` answers.
    ObjectNode agenda(String name, String language) {
        One one = one(name);
        AgendaDraft draft = AgendaDraft.of(one.matter(), one.talk(), open(one), front.ownParty())
                .orElseThrow(() -> new Refusal(
                        409,
                        Code.NO_AGENDA_NOW,
                        one.talk().call()
                                ? "a call has topics and no agenda"
                                : "the state is " + one.talk().state(),
                        ""));
        var coding = new Coding(front);
        ObjectNode json = JSON.objectNode().put("format", draft.format());
        json.set("re", coding.cited(draft.re()));
        json.put("language", language);
        ObjectNode fields = json.putObject("fields");
        boolean answer = draft.format().equals("MTH");
        if (!answer) {
            Long to = draft.date().to();
            fields.put("date", Times.written(draft.date().from()) + ".." + (to == null ? "" : Times.written(to)));
        }
        ArrayNode items = fields.putArray(answer ? "additions" : "items");
        List<String> texts = texts(draft, language, coding);
        int most = answer ? ADDITIONS : AGENDA_ITEMS;
        texts.stream().limit(most).forEach(items::add);
        json.put("left_out", Math.max(0, texts.size() - most));
        ArrayNode fill = json.putArray("still_to_fill");
        (answer ? List.of("items", "agenda", "outcome") : List.of("outcome", "breaks")).forEach(fill::add);
        return json.put("complete", one.complete());
    }

    private List<String> texts(AgendaDraft draft, String language, Coding coding) {
        var texts = new ArrayList<>(draft.items());
        for (Commitment each : draft.commitments()) {
            String number = coding.numbers().number(each.by().place());
            if (draft.items().stream().noneMatch(item -> item.contains(number))) {
                texts.add(item(each, number, language));
            }
        }
        return texts;
    }

    /// One line of at most as many words as an item takes.
    private String item(Commitment each, String number, String language) {
        Long latest = each.latest();
        String by = latest == null ? "—" : Names.day(latest);
        String party = each.party() == 0 ? "—" : front.names().party(each.party());
        String key = each.source() instanceof Commitment.Source.Recorded
                ? "meetings.item_recorded"
                : "meetings.item_followed";
        String frame =
                front.sentences().say(language, key, Map.of("number", number, "party", party, "date", by, "what", ""));
        int left = WORDS_OF_ITEM - frame.strip().split("\\s+").length - 1;
        String[] words = each.what().strip().split("\\s+");
        String what = String.join(" ", List.of(words).subList(0, Math.min(left, words.length)))
                + (words.length > left ? " …" : "");
        return front.sentences().say(language, key, Map.of("number", number, "party", party, "date", by, "what", what));
    }

    /// What `GET /commitments` answers.
    ObjectNode commitments(Query query) {
        int limit = query.number("limit", 1, MAX_PAGE, DEFAULT_PAGE);
        boolean openOnly = query.flag("open", true);
        Optional<Integer> party = query.party("party", front.names());
        query.end();
        long now = front.now();
        Docket.Told<Taken> told = told();
        var words = new TalkJson(new Coding(front), now);
        List<Commitment> shown = told.answer().commitments().all().stream()
                .filter(each -> !openOnly || each.open())
                .filter(each -> party.isEmpty() || party.get() == each.party())
                .toList();
        ObjectNode json = JSON.objectNode().put("now", Names.instant(now));
        ArrayNode list = json.putArray("commitments");
        shown.stream().limit(limit).forEach(each -> list.add(words.of(each)));
        return json.put("total", shown.size()).put("complete", told.complete());
    }
}
