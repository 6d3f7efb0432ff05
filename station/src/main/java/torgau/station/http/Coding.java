package torgau.station.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import torgau.catalogue.Catalogue;
import torgau.catalogue.Words;
import torgau.catalogue.value.Numbers;
import torgau.catalogue.value.Value;
import torgau.journal.Reference;
import torgau.matters.Turn;
import torgau.matters.directory.Post;
import torgau.station.formats.MessageNumbers;

/// Codes of the catalogue's lists with their words, entries with their numbers, offices and times: what
/// the views of several matters show alike.
final class Coding {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Names names;
    private final Numbers numbers;
    private final NotificationJson said;
    private final Catalogue catalogue;

    Coding(Front front) {
        this.names = front.names();
        this.numbers = new MessageNumbers(front.process().journal(), names.roster());
        this.said = front.notifications(names);
        this.catalogue = front.formats().catalogue();
    }

    Names names() {
        return names;
    }

    Numbers numbers() {
        return numbers;
    }

    /// A code of a list of a procedure, with its words where the catalogue has them.
    ObjectNode code(String procedure, String list, String code) {
        ObjectNode json = JSON.objectNode().put("code", code);
        catalogue
                .procedure(procedure)
                .flatMap(known -> known.list(list, catalogue.common()))
                .flatMap(known -> known.item(code))
                .ifPresent(words -> json.set("words", said.words(words)));
        return json;
    }

    ArrayNode codes(String procedure, String list, List<String> codes) {
        ArrayNode json = JSON.arrayNode();
        codes.forEach(code -> json.add(code(procedure, list, code)));
        return json;
    }

    /// The state of a matter, with its words.
    ObjectNode state(String procedure, String state) {
        ObjectNode json = JSON.objectNode().put("code", state);
        catalogue
                .procedure(procedure)
                .flatMap(known -> Optional.ofNullable(known.lifecycle().labels().getOrDefault(state, null)))
                .ifPresent(words -> json.set("words", said.words(words)));
        return json;
    }

    /// Words of the catalogue, in each language of the line.
    ObjectNode words(Words words) {
        return said.words(words);
    }

    /// A position, a route or an area, in words.
    void where(ObjectNode json, String name, @Nullable Value place) {
        if (place != null) {
            json.set(name, said.where(place));
        }
    }

    /// An entry, by reference and by number.
    ObjectNode cited(Reference place) {
        return JSON.objectNode().put("entry", names.reference(place)).put("number", numbers.number(place));
    }

    /// An entry, who made it and when.
    ObjectNode cited(Turn by) {
        return cited(by.place()).put("party", names.party(by.party())).put("time", Names.instant(by.time()));
    }

    ObjectNode post(Post post) {
        return JSON.objectNode()
                .put("party", names.party(post.party()))
                .put("title", post.title())
                .put("capacity", post.capacity());
    }

    ObjectNode post(int party, Value.Office office) {
        return post(Post.of(party, office));
    }

    void post(ObjectNode json, String name, @Nullable Post post) {
        if (post != null) {
            json.set(name, post(post));
        }
    }

    /// A time from and to; an open end is left out.
    static ObjectNode period(Value.Period period) {
        ObjectNode json = JSON.objectNode().put("from", Names.instant(period.from()));
        Long to = period.to();
        return to == null ? json : json.put("until", Names.instant(to));
    }

    static void instant(ObjectNode json, String name, @Nullable Long millis) {
        if (millis != null) {
            json.put(name, Names.instant(millis));
        }
    }

    static void text(ObjectNode json, String name, @Nullable String text) {
        if (text != null && !text.isEmpty()) {
            json.put(name, text);
        }
    }
}
