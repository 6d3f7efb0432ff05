package torgau.station.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import torgau.station.watch.OpenItem;
import torgau.station.watch.Shifts;
import torgau.station.watch.Watch;
import torgau.station.watch.WatchLine;
import torgau.station.watch.WatchLine.What;

/// The watch as the interface shows it.
final class WatchShown {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int MOST_TURNS = 30;

    ObjectNode watch(Watch watch, Shifts shifts, long now) {
        ObjectNode json = JSON.objectNode()
                .put("private", true)
                .put("now", Names.instant(now))
                .put("revision", watch.revision());
        Shifts.Shift shift = shifts.at(now);
        json.putObject("shift").put("from", Names.instant(shift.from())).put("until", Names.instant(shift.until()));
        json.put("take_within_minutes", shifts.takeWithin().toMinutes());
        watch.current().ifPresent(turn -> {
            json.set("turn", turn(turn));
            ArrayNode notes = json.putArray("notes");
            turn.notes().forEach(note -> notes.add(line(note)));
        });
        watch.waiting().ifPresent(over -> json.set("handed_over", line(over)));
        ArrayNode turns = json.putArray("turns");
        watch.turns().reversed().stream().skip(1).limit(MOST_TURNS).forEach(turn -> turns.add(turn(turn)));
        return json;
    }

    private static ObjectNode turn(Watch.Turn turn) {
        ObjectNode json = JSON.objectNode()
                .put("officer", turn.taken().by())
                .put("seat", turn.taken().seat())
                .put("from", Names.instant(turn.taken().at()))
                .put("notes", turn.notes().size());
        turn.until().ifPresent(until -> json.put("until", Names.instant(until)));
        return json;
    }

    ObjectNode line(WatchLine line) {
        ObjectNode json = JSON.objectNode()
                .put("line", line.number())
                .put("at", Names.instant(line.at()))
                .put("officer", line.by())
                .put("seat", line.seat());
        switch (line.what()) {
            case What.Taken taken -> {
                json.put("what", "taken");
                taken.handOver().ifPresent(over -> json.put("hand_over", over));
                taken.without().ifPresent(why -> json.put("without", why));
            }
            case What.Noted noted -> json.put("what", "noted").put("words", noted.words());
            case What.HandedOver over -> {
                json.put("what", "handed_over").put("words", over.words());
                items(json.putObject("open"), over.items(), over.total());
            }
        }
        return json;
    }

    ObjectNode items(ObjectNode json, List<OpenItem> open, int total) {
        ArrayNode items = json.put("total", total).putArray("items");
        for (OpenItem item : open) {
            ObjectNode each = items.addObject()
                    .put("kind", item.kind().name().toLowerCase(Locale.ROOT))
                    .put("name", item.name())
                    .put("number", item.number());
            item.due().ifPresent(due -> each.put("due", Names.instant(due)));
        }
        return json;
    }
}
