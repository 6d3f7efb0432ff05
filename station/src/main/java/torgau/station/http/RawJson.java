package torgau.station.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import torgau.catalogue.value.Raw;

/// What was written for a field, as JSON: a text, a list, an object. A number is read as its text, true
/// and false as yes and no.
final class RawJson {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private RawJson() {}

    static JsonNode of(Raw raw) {
        return switch (raw) {
            case Raw.Word(String text) -> JSON.textNode(text);
            case Raw.Several(List<Raw> items) -> {
                ArrayNode list = JSON.arrayNode();
                items.forEach(item -> list.add(of(item)));
                yield list;
            }
            case Raw.Pairs(SequencedMap<String, Raw> values) -> {
                ObjectNode object = JSON.objectNode();
                values.forEach((name, value) -> object.set(name, of(value)));
                yield object;
            }
        };
    }

    /// Reads it.
    ///
    /// @param at JSON Pointer to the node, for refusals
    static Raw raw(JsonNode node, String at) {
        if (node.isObject()) {
            return pairs(node, at);
        }
        if (node.isArray()) {
            var items = new ArrayList<Raw>();
            node.forEach(item -> items.add(raw(item, at + "/" + items.size())));
            return new Raw.Several(items);
        }
        if (node.isBoolean()) {
            return new Raw.Word(node.booleanValue() ? "yes" : "no");
        }
        if (node.isNumber()) {
            return new Raw.Word(
                    node.isIntegralNumber()
                            ? node.asText()
                            : node.decimalValue().toPlainString());
        }
        if (!node.isTextual()) {
            throw Refusal.malformed(at, "null says nothing: leave the field out");
        }
        return new Raw.Word(text(node.textValue(), at));
    }

    static Raw.Pairs pairs(JsonNode node, String at) {
        var values = new LinkedHashMap<String, Raw>();
        node.properties().forEach(each -> {
            String name = text(each.getKey(), at);
            values.put(name, raw(each.getValue(), at + "/" + escaped(name)));
        });
        return new Raw.Pairs(values);
    }

    private static String text(String written, String at) {
        String text = Normalizer.normalize(written, Normalizer.Form.NFC);
        if (text.codePoints().anyMatch(JsonIn::unsayable)) {
            throw Refusal.field(at, "half a character or a control character is in it");
        }
        return text;
    }

    /// A name as a step of a JSON Pointer (RFC 6901).
    static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
