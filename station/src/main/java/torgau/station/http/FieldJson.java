package torgau.station.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.List;
import torgau.catalogue.Field;
import torgau.catalogue.FieldType;
import torgau.catalogue.FieldType.Range;
import torgau.catalogue.OnlyIf;

/// A field of a format as a form for it needs it: what it is called, what it takes, and its limits.
final class FieldJson {
    private final NotificationJson notifications;

    FieldJson(NotificationJson notifications) {
        this.notifications = notifications;
    }

    ArrayNode all(Collection<Field> fields) {
        ArrayNode json = JsonNodeFactory.instance.arrayNode();
        fields.forEach(field -> json.add(of(field)));
        return json;
    }

    private ObjectNode of(Field field) {
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("name", field.name());
        type(json, field.type());
        json.set("label", notifications.words(field.label()));
        if (field.hint() != null) {
            json.set("hint", notifications.words(field.hint()));
        }
        json.put("optional", field.optional());
        OnlyIf onlyIf = field.onlyIf();
        if (onlyIf != null) {
            texts(json.putObject("only_if").put("field", onlyIf.field()).putArray("items"), onlyIf.items());
        }
        json.put("undisclosed", field.undisclosed());
        return json.put("sensitive", field.sensitive());
    }

    private void type(ObjectNode json, FieldType type) {
        switch (type) {
            case FieldType.Text(int maxWords) -> words(json.put("type", "text"), maxWords);
            case FieldType.Numbered(Range count, int maxWords) ->
                words(range(json.put("type", "numbered"), count), maxWords);
            case FieldType.OneCode(String list) -> json.put("type", "code").put("list", list);
            case FieldType.SomeCodes(String list, Range count) ->
                range(json.put("type", "codes").put("list", list), count);
            case FieldType.YesNo _ -> json.put("type", "yes_no");
            case FieldType.Quantity(FieldType.Dimension dimension) ->
                texts(json.put("type", "quantity").putArray("units"), dimension.units());
            case FieldType.Count(Range range) -> range(json.put("type", "count"), range);
            case FieldType.Instant _ -> json.put("type", "instant");
            case FieldType.Period _ -> json.put("type", "period");
            case FieldType.Position(boolean coarse) ->
                json.put("type", "position").put("coarse", coarse);
            case FieldType.Area(boolean coarse) -> json.put("type", "area").put("coarse", coarse);
            case FieldType.Altitude _ -> json.put("type", "altitude");
            case FieldType.Route _ -> json.put("type", "route");
            case FieldType.Frequency _ -> json.put("type", "frequency");
            case FieldType.Heading _ -> json.put("type", "heading");
            case FieldType.Name(int letters) -> json.put("type", "name").put("max_letters", letters);
            case FieldType.Office _ -> json.put("type", "office");
            case FieldType.Person _ -> json.put("type", "person");
            case FieldType.Table(List<Field> columns, Range count) ->
                range(json.put("type", "table"), count).set("columns", all(columns));
            case FieldType.PerItem(String format, String field) ->
                json.put("type", "per_item").put("of", format + "." + field);
            case FieldType.ReferenceTo(List<String> to) ->
                texts(json.put("type", "reference").putArray("to"), to);
            case FieldType.Attachment _ -> json.put("type", "attachment");
        }
    }

    private static ObjectNode range(ObjectNode json, Range range) {
        return json.put("min", range.min()).put("max", range.max());
    }

    private static void words(ObjectNode json, int most) {
        if (most > 0) {
            json.put("max_words", most);
        }
    }

    private static void texts(ArrayNode json, List<String> texts) {
        texts.forEach(json::add);
    }
}
