package torgau.station.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import torgau.catalogue.Field;
import torgau.catalogue.value.Numbers;
import torgau.catalogue.value.Value;
import torgau.journal.Act;
import torgau.matters.History;
import torgau.matters.Turn;

/// What later entries changed in the fields of a matter, as the interface shows it.
record HistoryJson(Names names, Numbers numbers, NotificationJson said) {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    ArrayNode of(List<History.Changed> history) {
        ArrayNode json = JSON.arrayNode();
        history.forEach(changed -> json.add(changed(changed)));
        return json;
    }

    private ObjectNode changed(History.Changed changed) {
        Field field = changed.field();
        ObjectNode json = JSON.objectNode().put("name", field.name());
        json.set("label", said.words(field.label()));
        ArrayNode changes = json.putArray("changes");
        changed.changes().forEach(change -> changes.add(change(change, field)));
        return json;
    }

    private ObjectNode change(History.Change change, Field field) {
        Turn by = change.by();
        Turn of = change.of();
        ObjectNode json = JSON.objectNode().put("party", names.party(by.party()));
        json.put("entry", names.reference(by.place())).put("number", numbers.number(by.place()));
        json.put("time", Names.instant(by.time())).put("format", by.code());
        json.put("of", names.reference(of.place())).put("of_number", numbers.number(of.place()));
        value(json, "was", of, field, change.was());
        value(json, "now", by.code().equals(of.code()) ? by : of, field, change.now());
        return json;
    }

    /// @param in an entry with that field, whose words tell how its value is read
    private void value(ObjectNode json, String name, Turn in, Field field, @Nullable Value value) {
        if (value != null && in.said() instanceof Turn.Said.Filed(Act.Notification act, var _)) {
            json.set(name, said.value(in, act, field.name(), value));
        }
    }
}
