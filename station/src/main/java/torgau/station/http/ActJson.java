package torgau.station.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import torgau.journal.Act;
import torgau.journal.Decoded;
import torgau.journal.Digest;
import torgau.journal.Entry;
import torgau.journal.JournalView;
import torgau.journal.Payload;
import torgau.journal.Reference;
import torgau.journal.Text;
import torgau.journal.agreement.Amended;
import torgau.journal.agreement.Change;

/// What an entry does, as the interface shows it.
final class ActJson {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Names names;
    private final JournalView journal;
    private final Sentences sentences;
    private final NotificationJson notifications;
    private final String language;

    /// @param language of this station, for what is said in one language only
    ActJson(Names names, JournalView journal, Sentences sentences, NotificationJson notifications, String language) {
        this.names = names;
        this.journal = journal;
        this.sentences = sentences;
        this.notifications = notifications;
        this.language = language;
    }

    /// The act of an entry that has this message number.
    ObjectNode of(Payload payload, String number) {
        return of(payload, number, List.of());
    }

    /// The same of an entry that is not signed yet.
    ///
    /// @param annexes that go with it
    ObjectNode of(Payload payload, String number, List<byte[]> annexes) {
        String own = names.language(payload.feed().party());
        return switch (payload.act()) {
            case Act.Message message -> message(message);
            case Act.Notification filed ->
                notifications.of(filed, NotificationJson.Around.of(payload, number, annexes));
            case Act.Acknowledgement act -> acknowledgement(payload, act, own);
            case Act.Translation translation -> translation(payload, translation);
            case Act.LinkTest test -> linkTest(payload, test);
            case Act.KeyOffer offer ->
                typed("key_offer").put("key_hash", Digest.over(offer.kemKey()).toString());
            case Act.Seen _ -> typed("seen");
            case Act.Amendment amendment -> amendment(payload, amendment);
            case Act.Suspension suspension -> suspension(suspension, own);
            case Act.Resumption resumption -> resumption(payload, resumption, own);
            case Act.Unknown unknown ->
                typed("unknown").put("number", unknown.type()).put("bytes", unknown.body().length);
        };
    }

    private static ObjectNode typed(String type) {
        return JSON.objectNode().put("type", type);
    }

    static ObjectNode sentence(Text text) {
        return JSON.objectNode().put("language", text.language()).put("text", text.words());
    }

    static String stage(Act.Stage stage) {
        return switch (stage) {
            case Act.Stage.Read _ -> "read";
            case Act.Stage.Understood _ -> "understood";
            case Act.Stage.NotUnderstood _ -> "not_understood";
            case Act.Stage.PassedOn _ -> "passed_on";
        };
    }

    private static ObjectNode message(Act.Message message) {
        ObjectNode json = typed("message");
        json.put("language", message.text().language());
        json.put("text", message.text().words());
        if (!message.subject().isEmpty()) {
            json.put("subject", message.subject());
        }
        if (!message.courtesy().isEmpty()) {
            ArrayNode courtesy = json.putArray("courtesy");
            message.courtesy().forEach(text -> courtesy.add(sentence(text)));
        }
        return json;
    }

    private ObjectNode acknowledgement(Payload payload, Act.Acknowledgement act, String own) {
        ObjectNode json = typed("acknowledgement");
        Optional<Reference> of = payload.refs().stream().findFirst();
        json.put("of", names.reference(of.orElse(payload.reference())));
        json.put("stage", stage(act.stage()));
        String spoken = own;
        switch (act.stage()) {
            case Act.Stage.Read _ -> {}
            case Act.Stage.Understood understood -> {
                spoken = understood.readBack().language();
                json.put("read_back", understood.readBack().words());
                restated(of, understood).ifPresent(restated -> json.set("restated", restated));
            }
            case Act.Stage.NotUnderstood not -> {
                json.put("cause", Causes.name(not.cause()));
                if (not.about() != null) {
                    spoken = not.about().language();
                    json.put("about", not.about().words());
                }
                fields(json, not);
            }
            case Act.Stage.PassedOn(long at) -> json.put("passed_on_at", Names.instant(at));
        }
        json.put("language", spoken);
        String number = of.flatMap(journal::entry).map(names::messageNumber).orElse("?");
        json.set("sentences", sentences(payload.feed().party(), act, number, spoken));
        return json;
    }

    /// The fields in question, if any are named.
    static void fields(ObjectNode json, Act.Stage.NotUnderstood not) {
        if (!not.fields().isEmpty()) {
            ArrayNode fields = json.putArray("fields");
            not.fields().forEach(fields::add);
        }
    }

    /// What was restated, field by field beside the original; empty if nothing was.
    Optional<ArrayNode> restated(Optional<Reference> of, Act.Stage.Understood understood) {
        return of.flatMap(journal::entry)
                .map(Entry::payload)
                .flatMap(said -> said.act() instanceof Act.Notification filed
                        ? Optional.of(notifications.restated(said, filed, understood.restated()))
                        : Optional.empty())
                .filter(restated -> !restated.isEmpty());
    }

    /// The sentence that an acknowledgement signs in every language of the line, its author's first.
    ArrayNode sentences(int party, Act.Acknowledgement act, String number, String first) {
        var spoken = new java.util.LinkedHashSet<String>(List.of(first));
        spoken.addAll(names.roster().agreement().languages());
        ArrayNode json = JSON.arrayNode();
        for (String one : spoken) {
            if (Sentences.LANGUAGES.contains(Names.primary(one))) {
                String text = sentences.acknowledgement(one, names.party(party), act, number);
                json.add(JSON.objectNode().put("language", one).put("text", text));
            }
        }
        return json;
    }

    private ObjectNode translation(Payload payload, Act.Translation act) {
        ObjectNode json = typed("translation");
        json.put("of", names.reference(payload.refs().stream().findFirst().orElse(payload.reference())));
        json.put("part", act.part());
        json.put("language", act.text().language());
        return json.put("text", act.text().words());
    }

    /// A return carries only a hash: whether the passage came through is known where the test is held.
    private ObjectNode linkTest(Payload payload, Act.LinkTest test) {
        ObjectNode json = typed("link_test");
        switch (test.passage()) {
            case Act.Passage.Sent sent -> json.put("passage", sent.text().words());
            case Act.Passage.Returned returned -> {
                Optional<Reference> of = payload.refs().stream().findFirst();
                json.put("of", names.reference(of.orElse(payload.reference())));
                of.flatMap(journal::entry)
                        .flatMap(sent -> intact(sent, returned))
                        .ifPresent(intact -> json.put("intact", intact));
            }
        }
        return json;
    }

    /// Whether a return is that of the passage sent; empty if nothing was sent there.
    static Optional<Boolean> intact(Entry test, Act.Passage.Returned returned) {
        return test.payload().act() instanceof Act.LinkTest(Act.Passage.Sent(Text text))
                ? Optional.of(Digest.over(text.words().getBytes(StandardCharsets.UTF_8))
                        .equals(returned.received()))
                : Optional.empty();
    }

    private ObjectNode amendment(Payload payload, Act.Amendment amendment) {
        ObjectNode json = typed("amendment");
        @Nullable
        Change change = Amended.decode(amendment.signedAmendment()) instanceof Decoded.Value<Amended>(Amended it)
                ? it.change()
                : null;
        json.put("by", names.party(change == null ? payload.feed().party() : change.party()));
        json.put("change", change == null ? say("amendment.unreadable", "") : said(change));
        return json;
    }

    private String said(Change change) {
        return switch (change) {
            case Change.AddStation add ->
                say("amendment.add_station", add.station().code());
            case Change.Rekey rekey -> say("amendment.rekey", rekey.station().code());
            case Change.Retire retire -> say("amendment.retire", names.station(retire.station()));
            case Change.Lead lead when lead.office().office().isEmpty() -> say("amendment.lead_none", "");
            case Change.Lead lead -> say("amendment.lead", lead.office().office());
        };
    }

    private String say(String key, String name) {
        return sentences.say(language, key, Map.of("name", name));
    }

    private static ObjectNode suspension(Act.Suspension suspension, String own) {
        ObjectNode json = typed("suspension");
        standing(json, suspension);
        return json.put("language", language(suspension.reason(), own));
    }

    /// What a suspension says, wherever it is shown.
    static void standing(ObjectNode json, Act.Suspension suspension) {
        json.set("scope", scope(suspension.scope()));
        json.put("authority", suspension.authority());
        json.put("effective_date", Names.day(suspension.effective()));
        if (suspension.reason() != null) {
            json.put("reason", suspension.reason().words());
        }
        ArrayNode open = json.putArray("stays_open");
        suspension.staysOpen().forEach(open::add);
    }

    private static ObjectNode scope(Act.Scope scope) {
        ObjectNode json = JSON.objectNode();
        switch (scope) {
            case Act.Scope.WholeLine _ -> json.put("kind", "line");
            case Act.Scope.Track(String name) -> json.put("kind", "track").put("name", name);
            case Act.Scope.Procedure(String code) ->
                json.put("kind", "procedure").put("name", code);
            case Act.Scope.Counterpart(String office) ->
                json.put("kind", "counterpart").put("name", office);
        }
        return json;
    }

    private ObjectNode resumption(Payload payload, Act.Resumption resumption, String own) {
        ObjectNode json = typed("resumption");
        Reference of =
                payload.refs().isEmpty() ? payload.reference() : payload.refs().getFirst();
        json.put("of", names.reference(of));
        json.put("authority", resumption.authority());
        json.put("effective_date", Names.day(resumption.effective()));
        if (resumption.reason() != null) {
            json.put("reason", resumption.reason().words());
        }
        return json.put("language", language(resumption.reason(), own));
    }

    private static String language(@Nullable Text text, String own) {
        return text == null ? own : text.language();
    }
}
