package torgau.station.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import torgau.catalogue.Common;
import torgau.catalogue.Signal;
import torgau.catalogue.Signalling;
import torgau.catalogue.Words;
import torgau.catalogue.render.Sentences.Envelope;
import torgau.catalogue.render.ValueWords;
import torgau.catalogue.value.Apart;
import torgau.catalogue.value.FilingCodec;
import torgau.catalogue.value.Numbers;
import torgau.catalogue.value.Value;
import torgau.journal.Act;
import torgau.journal.Decoded;
import torgau.journal.JournalView;
import torgau.journal.Payload;
import torgau.journal.TrafficClass;
import torgau.matters.Turn;
import torgau.station.formats.Filed;
import torgau.station.formats.Formats;
import torgau.station.formats.MessageNumbers;

/// Filed formats as the interface shows them, in every language of the line and in that of this station.
final class NotificationJson {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Names names;
    private final Formats formats;
    private final Numbers numbers;
    private final String language;
    private final HeldAnnexes.Of annexes;

    /// @param language of this station
    NotificationJson(Names names, JournalView journal, Formats formats, String language, HeldAnnexes.Of annexes) {
        this.names = names;
        this.formats = formats;
        this.numbers = new MessageNumbers(journal, names.roster());
        this.language = language;
        this.annexes = annexes;
    }

    /// What stands around the fields.
    ///
    /// @param party its author
    /// @param to parties addressed; all others if empty
    /// @param time milliseconds UTC
    /// @param with blobs that go with what is not said yet
    record Around(String number, int party, List<Integer> to, long time, TrafficClass trafficClass, List<byte[]> with) {
        static Around of(Payload payload, String number, List<byte[]> with) {
            return new Around(
                    number, payload.feed().party(), payload.to(), payload.time(), payload.trafficClass(), with);
        }
    }

    /// A filed format.
    ObjectNode of(Act.Notification act, Around around) {
        return of(act, around, filed(act, around));
    }

    /// A filed format that was read already.
    ObjectNode of(Act.Notification act, Around around, Filed filed) {
        ObjectNode json = JSON.objectNode().put("type", "notification");
        json.put("procedure", act.form().procedure());
        json.put("edition", act.form().edition());
        json.put("format", act.form().format());
        filed.title().ifPresent(title -> json.set("title", words(title)));
        signal(act).ifPresent(signal -> json.put("agreed_signal", signal.agreed()));
        json.put("label", act.label().name());
        json.put("track", act.track());
        json.put("language", act.language());
        json.put("known", filed.known().isPresent());
        filed.fault().ifPresent(code -> json.put("fault", code.code()));
        formats.adopted(act.form().procedure(), act.form().edition())
                .map(edition -> edition.proposal().reservations())
                .filter(list -> !list.isEmpty())
                .ifPresent(list -> json.set("reservations", EditionsApi.reservations(list, names)));
        json.set("fields", fields(filed));
        List<Apart> apart = Apart.in(filed.journaled());
        if (!apart.isEmpty()) {
            ArrayNode list = json.putArray("apart");
            HeldAnnexes held = held(around);
            apart.forEach(each -> list.add(apart(each, held)));
        }
        filed.known().ifPresent(known -> {
            ArrayNode back = json.putArray("read_back");
            known.format().readBack().forEach(back::add);
        });
        var envelope = new Envelope(
                around.number(),
                names.party(around.party()),
                String.join(", ", names.addressees(around.party(), around.to())),
                around.time(),
                around.trafficClass());
        json.set("sentences", sentences(filed, envelope, act.language()));
        return json;
    }

    /// What a format says, with what is in its annexes as far as that is here.
    Filed filed(Act.Notification act, Around around) {
        return Filed.of(formats, numbers, held(around), act);
    }

    private HeldAnnexes held(Around around) {
        return annexes.said(around.party(), around.to(), around.with());
    }

    /// A file, or a value in an annex: what there is of it at this station.
    private static ObjectNode apart(Apart each, HeldAnnexes held) {
        ObjectNode json = JSON.objectNode().put("field", each.path());
        if (each.value() instanceof Value.Attachment(String name, var blob, var _, long length)) {
            return json.put("kind", "file")
                    .put("state", held.state(blob))
                    .put("name", name)
                    .put("bytes", length);
        }
        json.put("kind", "annex");
        return each.value() instanceof Value.Annexed named ? json.put("state", held.state(named.blob())) : json;
    }

    private Optional<Signal> signal(Act.Notification act) {
        return Optional.of(act.form())
                .filter(form -> form.procedure().equals(Signalling.CODE))
                .flatMap(form -> formats.catalogue().signals().signal(form.format()));
    }

    private ArrayNode fields(Filed filed) {
        ArrayNode json = JSON.arrayNode();
        filed.values().forEach((name, value) -> json.add(field(filed, name, value)));
        return json;
    }

    private ObjectNode field(Filed filed, String name, Value value) {
        ObjectNode json = JSON.objectNode().put("name", name);
        filed.field(name).ifPresent(field -> json.set("label", words(field.label())));
        json.setAll(value(filed, name, value));
        return json;
    }

    private ObjectNode value(Filed filed, String name, Value value) {
        ObjectNode json = JSON.objectNode();
        json.set("written", RawJson.of(filed.written(value)));
        ObjectNode words = each(tongue -> filed.words(name, value, tongue));
        if (!words.isEmpty()) {
            json.set("words", words);
        }
        return json;
    }

    /// A value of a field of a filed format, as it is written and in words.
    ///
    /// @param said who filed it, and to whom
    ObjectNode value(Turn said, Act.Notification act, String name, Value value) {
        HeldAnnexes held = annexes.said(said.party(), said.to(), List.of());
        Filed filed = Filed.of(formats, numbers, held, act);
        return value(filed, name, held.joined(filed.known(), filed.field(name), value));
    }

    /// What was restated of an entry, beside what it says.
    ArrayNode restated(Payload said, Act.Notification of, byte[] restated) {
        HeldAnnexes held = annexes.said(said.feed().party(), said.to(), List.of());
        Filed original = Filed.of(formats, numbers, held, of);
        ArrayNode json = JSON.arrayNode();
        if (FilingCodec.decode(restated)
                instanceof Decoded.Value<SequencedMap<String, Value>>(SequencedMap<String, Value> values)) {
            values.forEach((name, value) -> json.add(restated(original, held, name, value)));
        }
        return json;
    }

    /// A value in an annex is compared by those who hold it; to others nothing is said of it.
    private ObjectNode restated(Filed original, HeldAnnexes held, String name, Value value) {
        ObjectNode json = JSON.objectNode().put("name", name);
        original.field(name).ifPresent(field -> json.set("label", words(field.label())));
        json.set("restated", RawJson.of(original.written(value)));
        Optional<Value> said = Optional.ofNullable(original.values().get(name));
        said.ifPresent(each -> json.set("original", RawJson.of(original.written(each))));
        Value due = asRestated(original, held, name);
        boolean comparable = due == null
                || Apart.in(Map.of(name, due)).stream().noneMatch(each -> each.value() instanceof Value.Annexed);
        return comparable ? json.put("equal", value.equals(due)) : json;
    }

    /// What a field would be if it were restated as it was said; what is in an annex that is not here
    /// stays named.
    private static @Nullable Value asRestated(Filed original, HeldAnnexes held, String name) {
        Value said = original.journaled().get(name);
        return said == null
                ? null
                : Apart.changed(
                                original.field(name).stream().toList(),
                                Map.of(name, said),
                                (_, _, value) -> value instanceof Value.Annexed named
                                        ? held.held(named)
                                                .<Value>map(annex -> annex.keyed(annex.value()))
                                                .orElse(value)
                                        : value)
                        .get(name);
    }

    private ArrayNode sentences(Filed filed, Envelope envelope, String first) {
        ArrayNode json = JSON.arrayNode();
        var spoken = new ArrayList<>(tongues());
        spoken.sort(
                java.util.Comparator.comparing(tongue -> !Names.primary(tongue).equals(Names.primary(first))));
        for (String tongue : spoken) {
            filed.sentence(envelope, Names.primary(tongue))
                    .ifPresent(text -> json.addObject().put("language", tongue).put("text", text));
        }
        return json;
    }

    /// Words in each language in which an entry is shown.
    ObjectNode words(Words words) {
        return each(words::in);
    }

    /// A position, a route or an area.
    ObjectNode where(Value place) {
        Common common = formats.catalogue().common();
        return each(tongue -> new ValueWords(common, _ -> Optional.empty(), numbers, tongue).where(place));
    }

    private ObjectNode each(Function<String, Optional<String>> in) {
        ObjectNode json = JSON.objectNode();
        tongues().forEach(tongue -> in.apply(Names.primary(tongue)).ifPresent(text -> json.put(tongue, text)));
        return json;
    }

    /// The languages of the line, and this station's own, as far as the catalogue has them.
    private List<String> tongues() {
        var tongues = new LinkedHashSet<>(names.roster().agreement().languages());
        if (tongues.stream().noneMatch(tongue -> Names.primary(tongue).equals(Names.primary(language)))) {
            tongues.add(language);
        }
        List<String> known = formats.catalogue().common().languages();
        tongues.removeIf(tongue -> !known.contains(Names.primary(tongue)));
        return List.copyOf(tongues);
    }
}
