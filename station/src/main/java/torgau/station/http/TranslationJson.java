package torgau.station.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Map;
import torgau.catalogue.glossary.Finding;
import torgau.catalogue.glossary.Lexicon;
import torgau.catalogue.glossary.Span;
import torgau.station.translation.Memory;
import torgau.station.translation.TranslationDesk;
import torgau.store.desk.Translation;

/// The translation desk as the interface shows it.
///
/// @param spoken language in which the officer is answered
record TranslationJson(Names names, Sentences sentences, String spoken) {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int PARTS_OF_ONE = 100;

    /// A text with all that helps to translate it.
    ObjectNode sheet(TranslationDesk.Sheet sheet) {
        ObjectNode json = JSON.objectNode().put("part", sheet.of().part());
        json.put("language", sheet.original().language());
        json.put("text", sheet.original().words());
        sheet.now().ifPresent(now -> json.set("translation", state(now)));
        ArrayNode history = json.putArray("history");
        sheet.history().stream()
                .skip(Math.max(0, sheet.history().size() - PARTS_OF_ONE))
                .forEach(state -> history.add(state(state)));
        ArrayNode terms = json.putArray("terms");
        sheet.terms().forEach(term -> terms.add(term(term, sheet)));
        ArrayNode findings = json.putArray("findings");
        sheet.findings().forEach(finding -> findings.add(finding(finding)));
        ArrayNode memory = json.putArray("memory");
        sheet.memory().forEach(like -> memory.add(like(like)));
        return json;
    }

    /// A translation in one state.
    ObjectNode state(Translation now) {
        ObjectNode json = JSON.objectNode().put("state", lower(now.state()));
        json.put("revision", now.revision());
        json.put("language", now.of().language());
        json.put("text", now.words());
        json.putObject("office")
                .put("title", now.office().title())
                .put("capacity", now.office().capacity());
        json.put("at", Names.instant(now.at()));
        if (now.engine() != null) {
            json.put("engine", now.engine());
        }
        if (now.note() != null) {
            json.put("note", now.note());
        }
        return json;
    }

    static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static ObjectNode term(Lexicon.Found found, TranslationDesk.Sheet sheet) {
        ObjectNode json = span(found.span());
        ArrayNode agreed = json.putArray("agreed");
        found.in(sheet.of().language()).forEach(agreed::add);
        ArrayNode notes = json.putArray("notes");
        found.terms().forEach(term -> {
            if (term.note() != null) {
                notes.add(term.note());
            }
        });
        return json;
    }

    private static ObjectNode span(Span span) {
        return JSON.objectNode().put("from", span.from()).put("to", span.to());
    }

    private ObjectNode like(Memory.Remembered like) {
        ObjectNode json = span(like.sentence());
        ArrayNode hits = json.putArray("hits");
        for (Memory.Hit hit : like.hits()) {
            ObjectNode one = hits.addObject().put("ratio", Math.floor(hit.ratio() * 100) / 100);
            one.put("was", hit.was()).put("translated", hit.translated());
            one.put("reference", names.reference(hit.entry())).put("part", hit.part());
            one.put("standing", lower(hit.standing()));
        }
        return json;
    }

    private ObjectNode finding(Finding finding) {
        ObjectNode json = JSON.objectNode().put("kind", kind(finding)).put("grave", finding.grave());
        json.put("message", sentences.say(spoken, "finding." + kind(finding), values(finding)));
        switch (finding) {
            case Finding.Lost lost -> json.set("original", span(lost.original().span()));
            case Finding.Added added ->
                json.set("translation", span(added.translation().span()));
            case Finding.OtherUnit other -> {
                json.set("original", span(other.original().span()));
                json.set("translation", span(other.translation().span()));
            }
            case Finding.TermMissing missing -> json.set("original", span(missing.original()));
            case Finding.TermVaries varies -> json.set("original", span(varies.original()));
            case Finding.TwoWords two -> json.set("original", span(two.original()));
            case Finding.InsteadOf wrong -> json.set("translation", span(wrong.translation()));
            case Finding.Never never -> json.set("translation", span(never.translation()));
        }
        return json;
    }

    private static String kind(Finding finding) {
        return switch (finding) {
            case Finding.Lost _ -> "lost";
            case Finding.Added _ -> "added";
            case Finding.OtherUnit _ -> "other_unit";
            case Finding.TermMissing _ -> "term_missing";
            case Finding.TermVaries _ -> "term_varies";
            case Finding.TwoWords _ -> "two_words";
            case Finding.InsteadOf _ -> "instead_of";
            case Finding.Never _ -> "never";
        };
    }

    private static Map<String, ?> values(Finding finding) {
        return switch (finding) {
            case Finding.Lost lost -> Map.of("written", lost.original().written());
            case Finding.Added added -> Map.of("written", added.translation().written());
            case Finding.OtherUnit other ->
                Map.of(
                        "written",
                        other.original().written(),
                        "other",
                        other.translation().written());
            case Finding.TermMissing missing ->
                Map.of("term", missing.term(), "agreed", String.join(", ", missing.agreed()));
            case Finding.TermVaries varies ->
                Map.of(
                        "term",
                        varies.term(),
                        "agreed",
                        String.join(", ", varies.agreed()),
                        "times",
                        varies.times(),
                        "rendered",
                        varies.rendered());
            case Finding.TwoWords two -> Map.of("term", two.term(), "used", String.join(", ", two.used()));
            case Finding.InsteadOf wrong -> Map.of("word", wrong.word(), "agreed", String.join(", ", wrong.agreed()));
            case Finding.Never never -> Map.of("word", never.word());
        };
    }
}
