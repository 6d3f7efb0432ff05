package torgau.station.http;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;
import torgau.journal.Act;
import torgau.matters.Terms;
import torgau.matters.Turn;

/// What was notified until a time, and whether it stands.
record StandingJson(Front front, Coding coding) {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    StandingJson(Front front) {
        this(front, new Coding(front));
    }

    ObjectNode of(Terms.Standing standing, long now) {
        Turn notice = standing.notice();
        ObjectNode json = JSON.objectNode();
        json.setAll(coding.cited(notice));
        json.put("format", notice.code());
        if (notice.said() instanceof Turn.Said.Filed(Act.Notification act, var _)) {
            front.formats()
                    .find(act.form())
                    .ifPresent(known ->
                            json.set("title", coding.words(known.format().title())));
        }
        if (!notice.subject().isBlank()) {
            json.put("subject", MatterJson.line(notice.subject())).put("language", notice.language());
        }
        json.put("class", notice.trafficClass().name());
        json.put("until", Names.instant(standing.until()));
        cited(json, "confirmed_by", standing.confirmedBy());
        Terms.Ended ended = standing.ended();
        if (ended != null) {
            cited(json, "ended_by", ended.by());
            json.put("ended_at", Names.instant(ended.at()));
        }
        return json.put("stands", standing.standsAt(now));
    }

    private void cited(ObjectNode json, String name, @Nullable Turn by) {
        if (by != null) {
            json.set(name, coding.cited(by.place()));
        }
    }
}
