package torgau.station.watch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import torgau.station.watch.WatchLine.What;

/// How a line of the watch log is kept.
public final class WatchJson {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private WatchJson() {}

    /// What is kept of a line beside its number and time.
    public static ObjectNode kept(String by, String seat, What what) {
        ObjectNode json = JSON.objectNode().put("by", by).put("seat", seat);
        switch (what) {
            case What.Taken taken -> {
                json.put("what", "taken");
                taken.handOver().ifPresent(line -> json.put("hand_over", line));
                taken.without().ifPresent(why -> json.put("without", why));
            }
            case What.Noted noted -> json.put("what", "noted").put("words", noted.words());
            case What.HandedOver over -> {
                json.put("what", "handed_over").put("words", over.words()).put("total", over.total());
                ArrayNode items = json.putArray("items");
                over.items().forEach(item -> items.add(kept(item)));
            }
        }
        return json;
    }

    private static ObjectNode kept(OpenItem item) {
        ObjectNode json = JSON.objectNode()
                .put("kind", item.kind().name().toLowerCase(Locale.ROOT))
                .put("name", item.name())
                .put("number", item.number());
        item.due().ifPresent(due -> json.put("due", due));
        return json;
    }

    /// The line that was kept so.
    ///
    /// @throws IllegalArgumentException if nothing is kept so
    public static WatchLine line(long number, long at, JsonNode kept) {
        String word = kept.path("what").asText();
        What what = switch (word) {
            case "taken" ->
                new What.Taken(
                        Optional.of(kept.path("hand_over").asLong()).filter(line -> line > 0),
                        Optional.of(kept.path("without").asText()).filter(why -> !why.isEmpty()));
            case "noted" -> new What.Noted(kept.path("words").asText());
            case "handed_over" ->
                new What.HandedOver(
                        kept.path("words").asText(),
                        items(kept.path("items")),
                        kept.path("total").asInt());
            default -> throw new IllegalArgumentException("no line of a watch log: " + word);
        };
        return new WatchLine(
                number, at, kept.path("by").asText(), kept.path("seat").asText(), what);
    }

    private static List<OpenItem> items(JsonNode list) {
        var items = new ArrayList<OpenItem>();
        list.forEach(item -> items.add(new OpenItem(
                OpenItem.Kind.valueOf(item.path("kind").asText().toUpperCase(Locale.ROOT)),
                item.path("name").asText(),
                item.path("number").asText(),
                item.has("due") ? Optional.of(item.path("due").asLong()) : Optional.empty())));
        return items;
    }
}
