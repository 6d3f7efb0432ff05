package torgau.station.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import torgau.journal.Code;
import torgau.journal.Entry;
import torgau.journal.Limits;
import torgau.journal.Payload;
import torgau.journal.Text;
import torgau.matters.Courtesy;
import torgau.matters.FreeTexts;
import torgau.station.translation.Progress;
import torgau.station.translation.TranslationDesk;
import torgau.station.translation.TranslationRoom;
import torgau.store.desk.Translation;

/// The translation desk. What is kept here is private to this station: nothing of it is said to anybody.
final class TranslationApi {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int MAX_QUEUE = 200;
    private static final int DEFAULT_QUEUE = 50;
    private static final int MAX_REVISION = Translation.MOST_REVISIONS;

    private final Front front;
    private final TranslationDesk desk;

    TranslationApi(Front front, TranslationDesk desk) {
        this.front = front;
        this.desk = desk;
    }

    // --- the queue ---

    /// `GET /translations`.
    ObjectNode queue(Query query) {
        int limit = query.number("limit", 1, MAX_QUEUE, DEFAULT_QUEUE);
        query.end();
        TranslationRoom.Queue queue = desk.queue(limit);
        ObjectNode json = JSON.objectNode().put("language", front.language());
        ArrayNode waits = json.putArray("waits");
        for (Waiting each : waiting(queue.waits())) {
            waits.add(waits(each, front.names()));
        }
        return json.put("total", queue.total()).put("complete", queue.complete());
    }

    /// @param courtesy those of which the sender gave a translation into the watch's language
    private record Waiting(Entry entry, List<String> parts, List<String> courtesy) {}

    private List<Waiting> waiting(List<TranslationRoom.Waits> all) {
        return front.process().journal().read(journal -> {
            var receipts = new Receipts(journal, front.ownParty());
            return all.stream()
                    .flatMap(each -> journal.entry(each.entry()).stream()
                            .map(entry -> new Waiting(entry, each.parts(), courtesy(receipts, entry))))
                    .toList();
        });
    }

    private List<String> courtesy(Receipts receipts, Entry entry) {
        return receipts.courtesy(entry.payload()).stream()
                .filter(each -> Courtesy.sameLanguage(each.text().language(), front.language()))
                .map(Receipts.Beside::part)
                .toList();
    }

    private ObjectNode waits(Waiting waiting, Names names) {
        Entry entry = waiting.entry();
        Payload payload = entry.payload();
        ObjectNode json = JSON.objectNode().put("reference", names.reference(entry.reference()));
        json.put("message_number", names.messageNumber(entry));
        json.put("from", names.party(payload.feed().party()));
        json.put("class", payload.trafficClass().name())
                .put("precedence", payload.precedence().name());
        json.put("time", Names.instant(payload.time()));
        var states = new TreeMap<String, Translation.State>();
        desk.now(entry.reference()).stream()
                .filter(now -> Courtesy.sameLanguage(now.of().language(), front.language()))
                .forEach(now -> states.put(now.of().part(), now.state()));
        Map<String, Text> texts = FreeTexts.of(payload.act());
        ArrayNode list = json.putArray("parts");
        for (String part : waiting.parts()) {
            ObjectNode one = list.addObject().put("part", part);
            Optional.ofNullable(texts.get(part)).ifPresent(text -> one.put("language", text.language()));
            Optional.ofNullable(states.get(part)).ifPresent(state -> one.put("state", TranslationJson.lower(state)));
            one.put("courtesy", waiting.courtesy().contains(part));
        }
        return json;
    }

    // --- one entry ---

    /// `GET /entries/{reference}/translations`.
    ObjectNode of(String name, Query query, String spoken) {
        String to = query.word("to").orElse(front.language());
        Optional<String> part = query.word("part");
        query.end();
        if (!Names.LANGUAGE.matcher(to).matches()) {
            throw Refusal.malformed("to", to + " is no language");
        }
        Names names = front.names();
        Entry entry = entry(name, names);
        ObjectNode json = JSON.objectNode().put("reference", names.reference(entry.reference()));
        json.put("message_number", names.messageNumber(entry)).put("to", to);
        json.put("ours", entry.payload().feed().party() == front.ownParty());
        var words = new TranslationJson(names, front.sentences(), spoken);
        ArrayNode parts = json.putArray("parts");
        desk.sheets(entry, to, part).forEach(sheet -> {
            ObjectNode one = words.sheet(sheet);
            desk.machine(sheet.original().language(), to).ifPresent(machine -> one.put("machine", machine));
            parts.add(one);
        });
        courtesy(json, entry, to, names);
        return json;
    }

    private void courtesy(ObjectNode json, Entry entry, String to, Names names) {
        ArrayNode list = json.putArray("courtesy");
        front
                .process()
                .journal()
                .read(journal -> new Receipts(journal, front.ownParty()).courtesy(entry.payload()))
                .stream()
                .filter(each -> Courtesy.sameLanguage(each.text().language(), to))
                .forEach(each -> list.addObject()
                        .put("by_reference", names.reference(each.by()))
                        .put("part", each.part())
                        .put("language", each.text().language())
                        .put("text", each.text().words()));
    }

    private Entry entry(String name, Names names) {
        return names.place(name, front.process().journal())
                .flatMap(front.process().journal()::entry)
                .orElseThrow(() -> Refusal.notFound("entry " + name + " here"));
    }

    // --- steps ---

    /// `PUT /entries/{reference}/translations`.
    ObjectNode write(String name, byte[] body, String spoken) {
        JsonIn in = JsonIn.of(body);
        String words = in.text("text", 1, Limits.TEXT_BYTES);
        return step(name, in, new Progress.Step.Written(words), spoken);
    }

    /// `POST /entries/{reference}/translations/review`.
    ObjectNode review(String name, byte[] body, String spoken) {
        return step(name, JsonIn.of(body), new Progress.Step.Reviewed(), spoken);
    }

    /// `POST /entries/{reference}/translations/certify`.
    ObjectNode certify(String name, byte[] body, String spoken) {
        return step(name, JsonIn.of(body), new Progress.Step.Certified(), spoken);
    }

    private ObjectNode step(String name, JsonIn in, Progress.Step step, String spoken) {
        Names names = front.names();
        Entry entry = entry(name, names);
        Asked asked = asked(in, entry, names);
        return answer(
                DeskApi.writing(() -> desk.step(entry, asked.of(), asked.revision(), step, asked.by())), names, spoken);
    }

    /// `POST /entries/{reference}/translations/machine`.
    ObjectNode machine(String name, byte[] body, String spoken) {
        Names names = front.names();
        Entry entry = entry(name, names);
        Asked asked = asked(JsonIn.of(body), entry, names);
        return answer(DeskApi.writing(() -> desk.ask(entry, asked.of(), asked.revision(), asked.by())), names, spoken);
    }

    private record Asked(Translation.Of of, long revision, Progress.By by) {}

    private Asked asked(JsonIn in, Entry entry, Names names) {
        String part = in.wordIfGiven("part", Drafting.PART).orElse("");
        var of = new Translation.Of(entry.reference(), part, in.word("language", Names.LANGUAGE));
        long revision = in.number("revision", 0, MAX_REVISION);
        Optional<String> note = in.textIfGiven("note", 1, Limits.TEXT_BYTES);
        var office = front.drafting(names, front.language()).office(in.object("office"));
        in.end();
        return new Asked(of, revision, new Progress.By(office, front.now(), note.orElse(null)));
    }

    private ObjectNode answer(TranslationDesk.Answer answer, Names names, String spoken) {
        return switch (answer) {
            case TranslationDesk.Answer.Kept(TranslationDesk.Sheet sheet) -> {
                sheet.now()
                        .ifPresent(now -> front.process()
                                .log()
                                .note(
                                        "translation_" + TranslationJson.lower(now.state()),
                                        now.office().title(),
                                        now.of().entry(),
                                        now.of().part() + " " + now.of().language() + " " + now.revision()));
                ObjectNode json = new TranslationJson(names, front.sentences(), spoken).sheet(sheet);
                desk.machine(sheet.original().language(), sheet.of().language())
                        .ifPresent(machine -> json.put("machine", machine));
                yield json;
            }
            case TranslationDesk.Answer.Refused(Code code, String detail) ->
                throw new Refusal(status(code), code, shortened(detail), field(code));
        };
    }

    private static String shortened(String detail) {
        return detail.length() <= Refusal.MAX_MESSAGE ? detail : detail.substring(0, Refusal.MAX_MESSAGE);
    }

    private static int status(Code code) {
        return switch (code) {
            case TRANSLATION_CHANGED, NOT_IN_THAT_STATE, SAME_OFFICE_CERTIFIES, NO_ENGINE -> 409;
            case ENGINE_BUSY -> 429;
            case ENGINE_UNREACHABLE, ENGINE_REFUSED, ENGINE_NONSENSE -> 502;
            case ENGINE_LATE -> 504;
            case STOPPING -> 503;
            default -> 422;
        };
    }

    private static @org.jspecify.annotations.Nullable String field(Code code) {
        return switch (code) {
            case NO_SUCH_TEXT -> "/part";
            case SAME_LANGUAGE, ENGINE_LANGUAGE -> "/language";
            case TRANSLATION_CHANGED -> "/revision";
            case SAME_OFFICE_CERTIFIES -> "/office";
            default -> null;
        };
    }
}
