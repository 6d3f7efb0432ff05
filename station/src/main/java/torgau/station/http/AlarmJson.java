package torgau.station.http;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import torgau.journal.JournalView;
import torgau.station.formats.MessageNumbers;
import torgau.store.desk.Alarm;

/// Alarms as the interface shows them.
final class AlarmJson {
    private static final int MAX_DETAIL = 500;

    private final Names names;
    private final JournalView journal;

    AlarmJson(Front front) {
        this.names = front.names();
        this.journal = front.process().journal();
    }

    ObjectNode of(Alarm alarm) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("id", alarm.id());
        json.put("kind", alarm.kind());
        json.put("precedence", alarm.precedence().name());
        json.put("raised_at", Names.instant(alarm.raisedAt()));
        if (alarm.silencedAt() != null) {
            json.put("silenced_at", Names.instant(alarm.silencedAt()));
        }
        if (alarm.clearedAt() != null) {
            json.put("cleared_at", Names.instant(alarm.clearedAt()));
        }
        about(json, alarm.about());
        return json;
    }

    private void about(ObjectNode json, Alarm.About about) {
        if (about.station() != null) {
            json.put("station", names.station(about.station()));
        }
        if (about.reference() != null) {
            json.put("reference", names.reference(about.reference()));
            journal.entry(about.reference())
                    .ifPresent(entry -> json.put(
                                    "class", entry.payload().trafficClass().name())
                            .put("number", MessageNumbers.of(names.roster(), entry.payload(), entry.height())));
        }
        if (about.code() != null) {
            json.put("code", about.code());
        }
        if (about.detail() != null && !about.detail().isEmpty()) {
            String detail = about.detail();
            int points = Math.min(MAX_DETAIL, detail.codePointCount(0, detail.length()));
            json.put("detail", detail.substring(0, detail.offsetByCodePoints(0, points)));
        }
    }
}
