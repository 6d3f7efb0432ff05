package torgau.station.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import torgau.matters.Voice;
import torgau.matters.directory.Candidate;
import torgau.matters.directory.Conflict;
import torgau.matters.directory.Contact;
import torgau.matters.directory.Declared;
import torgau.matters.directory.Finder;
import torgau.matters.directory.Lead;
import torgau.matters.directory.Post;
import torgau.matters.directory.Scope;

/// Offices as the interface shows them: what each party has declared of its own.
final class DirectoryJson {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String DE = "DE";

    private final Coding coding;

    DirectoryJson(Coding coding) {
        this.coding = coding;
    }

    private static String lower(Enum<?> one) {
        return one.name().toLowerCase(Locale.ROOT);
    }

    ObjectNode of(Declared entry) {
        ObjectNode json = coding.post(entry.post());
        json.setAll(coding.cited(entry.by().place()));
        json.put("standing", lower(entry.standing()));
        json.set("valid", Coding.period(entry.valid()));
        Declared.Authority says = entry.authority();
        json.set("level", coding.code(DE, "levels", says.level()));
        json.set("tracks", coding.codes(DE, "tracks", says.tracks()));
        json.set("functions", scope("functions", says.functions()));
        Coding.text(json, "region", says.region());
        coding.where(json, "area", says.area());
        json.set("decides", scope("competences", says.decides()));
        json.set("transmits", scope("competences", says.transmits()));
        Coding.text(json, "limits", says.limits());
        coding.post(json, "above", entry.above());
        json.put("above_withheld", entry.aboveWithheld());
        coding.post(json, "deputy", entry.deputy());
        json.put("deputy_withheld", entry.deputyWithheld());
        Post counterpart = entry.counterpart();
        if (counterpart != null) {
            json.putObject("counterpart").put("title", counterpart.title()).put("capacity", counterpart.capacity());
        }
        json.set("languages", coding.codes(DE, "languages", entry.languages()));
        return json;
    }

    private ObjectNode scope(String list, Scope scope) {
        ObjectNode json = JSON.objectNode().put("disclosed", scope.disclosed());
        json.set("codes", coding.codes(DE, list, scope.codes()));
        return json;
    }

    ObjectNode of(Lead lead) {
        ObjectNode json = JSON.objectNode().put("party", coding.names().party(lead.party()));
        json.set("track", coding.code(DE, "tracks", lead.track()));
        Coding.text(json, "region", lead.region());
        coding.where(json, "area", lead.area());
        coding.post(json, "office", lead.office());
        coding.post(json, "meanwhile", lead.meanwhile());
        var by = lead.by();
        if (by != null) {
            json.setAll(coding.cited(by.place()));
            json.put("stated_at", Names.instant(by.time()));
        }
        return json.put("standing", lower(lead.standing()));
    }

    ObjectNode of(Contact contact) {
        ObjectNode json = coding.post(contact.post());
        json.setAll(coding.cited(contact.by().place()));
        json.put("standing", lower(contact.standing()));
        json.set("valid", Coding.period(contact.valid()));
        json.set("role", coding.code("DC", "duty_roles", contact.role()));
        json.set("languages", coding.codes("DC", "languages", contact.languages()));
        ArrayNode hours = json.putArray("hours");
        contact.hours().forEach(row -> {
            ObjectNode one = hours.addObject();
            one.set("days", coding.codes("DC", "days", row.days()));
            one.put("from", row.from()).put("until", row.until());
        });
        Coding.text(json, "phrase", contact.phrase());
        return json;
    }

    ObjectNode of(Voice voice) {
        return coding.post(Post.of(voice.party(), voice.office()))
                .put("entries", voice.entries())
                .put("first_at", Names.instant(voice.first()))
                .put("last_at", Names.instant(voice.last()));
    }

    ObjectNode of(Conflict conflict) {
        ObjectNode json = JSON.objectNode().put("kind", lower(conflict.kind()));
        json.set("office", coding.post(conflict.post()));
        String list = conflict.kind() == Conflict.Kind.LEADS
                ? "tracks"
                : conflict.kind() == Conflict.Kind.CHAIN ? "levels" : "competences";
        json.set("subject", coding.code(DE, list, conflict.subject()));
        ArrayNode entries = json.putArray("entries");
        conflict.entries().forEach(place -> entries.add(coding.cited(place)));
        return json;
    }

    /// What was found of one party.
    ObjectNode of(Finder.Found found, int most) {
        ObjectNode json = JSON.objectNode().put("party", coding.names().party(found.party()));
        ArrayNode theirs = json.putArray("theirs");
        found.theirs().stream().limit(most).forEach(each -> theirs.add(of(each)));
        ArrayNode ours = json.putArray("ours");
        found.ours().stream().limit(most).forEach(each -> ours.add(of(each)));
        ArrayNode matches = json.putArray("matches");
        found.matches().stream().limit(most).forEach(each -> {
            ObjectNode match = matches.addObject();
            match.set("theirs", coding.post(each.theirs().post()));
            match.set("ours", coding.post(each.ours().post()));
            match.put("same_level", each.sameLevel()).put("proposed", each.proposed());
        });
        ObjectNode up = json.putObject("way_up").put("end", lower(found.wayUp().end()));
        ArrayNode rungs = up.putArray("offices");
        found.wayUp().rungs().forEach(rung -> {
            ObjectNode one = coding.post(rung.post()).put("able", rung.able());
            var entry = rung.entry();
            if (entry != null) {
                one.setAll(coding.cited(entry.by().place()));
                one.set("level", coding.code(DE, "levels", entry.authority().level()));
            }
            rungs.add(one);
        });
        ArrayNode gaps = json.putArray("missing");
        found.gaps().forEach(gap -> gaps.add(of(gap)));
        return json;
    }

    private ObjectNode of(Candidate each) {
        ObjectNode json = coding.post(each.post()).put("power", lower(each.power()));
        ArrayNode reasons = json.putArray("reasons");
        each.reasons().forEach(reason -> reasons.add(lower(reason)));
        var entry = each.entry();
        if (entry != null) {
            json.set("directory_entry", of(entry));
        }
        var by = each.by();
        if (by != null) {
            json.set("by", coding.cited(by.place()));
        }
        return json;
    }

    private ObjectNode of(Finder.Gap gap) {
        ObjectNode json = JSON.objectNode()
                .put("kind", lower(gap.kind()))
                .put("party", coding.names().party(gap.party()));
        coding.post(json, "office", gap.office());
        var entry = gap.entry();
        if (entry != null) {
            json.setAll(coding.cited(entry));
            json.put("ask", gap.ask());
        }
        if (json.path("ask").asText("").isEmpty()) {
            json.remove("ask");
        }
        return json;
    }
}
