package torgau.cli.filing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.schema.FailsafeSchema;
import torgau.cli.ceremony.Refused;
import torgau.journal.Code;

/// Fields as YAML or JSON has them. Every scalar is the text that stands there: `NO`, `012` and `12.50`
/// stay what they are.
public final class WrittenFields {
    /// Characters of one text with fields; a request takes no more.
    public static final int MAX_TEXT = 131_072;

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private WrittenFields() {}

    /// The fields in a text.
    ///
    /// @param source as it is called in a refusal
    public static ObjectNode of(String text, String source) {
        if (value(text, source) instanceof ObjectNode fields) {
            return fields;
        }
        throw new Refused(Code.YAML_VALUE_REFUSED, source + " does not name its fields; write each as `name: value`");
    }

    /// One value: a text as it stands, or a list or mapping if it begins as one.
    public static JsonNode typed(String text, String source) {
        String start = text.strip();
        return start.startsWith("{") || start.startsWith("[") ? value(start, source) : JSON.textNode(text.strip());
    }

    private static JsonNode value(String text, String source) {
        if (text.length() > MAX_TEXT) {
            throw new Refused(Code.YAML_VALUE_REFUSED, source + " is longer than " + MAX_TEXT + " characters");
        }
        var settings = LoadSettings.builder()
                .setSchema(new FailsafeSchema())
                .setMaxAliasesForCollections(0)
                .build();
        try {
            return node(new Load(settings).loadFromString(text), source);
        } catch (YamlEngineException fault) {
            throw new Refused(Code.YAML_MALFORMED, source + ": " + fault.getMessage());
        }
    }

    private static JsonNode node(Object tree, String source) {
        return switch (tree) {
            case String text -> JSON.textNode(text);
            case List<?> items -> {
                ArrayNode list = JSON.arrayNode();
                items.forEach(item -> list.add(node(item, source)));
                yield list;
            }
            case Map<?, ?> pairs -> {
                ObjectNode object = JSON.objectNode();
                pairs.forEach((name, value) -> object.set(String.valueOf(name), node(value, source)));
                yield object;
            }
            case null, default ->
                throw new Refused(Code.YAML_VALUE_REFUSED, source + " has a field that says nothing; leave it out");
        };
    }
}
