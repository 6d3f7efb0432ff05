package torgau.station.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import torgau.journal.Reference;
import torgau.matters.visits.Remark;

/// What one's own officers may want to look at in a list of persons.
record RemarksJson(Coding coding) {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    ArrayNode of(List<Remark> remarks) {
        ArrayNode json = JSON.arrayNode();
        remarks.forEach(remark -> json.add(of(remark)));
        return json;
    }

    private ObjectNode of(Remark remark) {
        ObjectNode json = JSON.objectNode().put("number", remark.number());
        return switch (remark) {
            case Remark.Spelling(long _, String given, List<String> expected) -> {
                json.put("kind", given == null ? "no_latin" : "spelling");
                expected.forEach(json.putArray("expected")::add);
                yield given == null ? json : json.put("given", given);
            }
            case Remark.Letters(long _, String word) ->
                json.put("kind", "letters").put("given", word);
            case Remark.Twice(long _, long other, Remark.Same by) ->
                json.put("kind", "twice")
                        .put("other", other)
                        .put("by", by.name().toLowerCase(Locale.ROOT));
            case Remark.Elsewhere(long _, Reference visit, long other, Remark.Same by) -> {
                json.put("kind", "elsewhere")
                        .put("other", other)
                        .put("by", by.name().toLowerCase(Locale.ROOT));
                json.set("visit", coding.cited(visit));
                yield json;
            }
        };
    }
}
