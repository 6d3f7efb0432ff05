package torgau.station.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import torgau.catalogue.Field;
import torgau.catalogue.value.Fault;
import torgau.catalogue.value.Fault.Rule;
import torgau.catalogue.value.Raw;
import torgau.journal.Code;
import torgau.station.formats.Known;

/// What is wrong with fields, all of it at once, in the officer's language: the field by its label, what
/// was written, the rule and the way out.
final class FilingFaults {
    /// Faults that one answer names.
    static final int MOST = 200;

    private static final int MAX_LIMITS = 64;

    private final Known format;
    private final List<Field> fields;
    private final Raw.Pairs written;
    private final Sentences sentences;
    private final String language;

    FilingFaults(Known format, List<Field> fields, Raw.Pairs written, Filing.Speech speech) {
        this.format = format;
        this.fields = fields;
        this.written = written;
        this.sentences = speech.sentences();
        this.language = Names.primary(speech.faults());
    }

    /// The refusal of a request whose fields are at `at`.
    Refusal refusal(List<Fault> faults, String at) {
        ArrayNode json = JsonNodeFactory.instance.arrayNode();
        var messages = new ArrayList<String>();
        for (Fault fault : faults.subList(0, Math.min(MOST, faults.size()))) {
            ObjectNode one = json(fault, at);
            messages.add(one.path("message").asText());
            json.add(one);
        }
        String pointer = json.path(0).path("pointer").asText();
        return new Refusal(422, Code.FILING_REFUSED, String.join(" ", messages), pointer, json);
    }

    private ObjectNode json(Fault fault, String at) {
        FaultPlace place = FaultPlace.of(fault.field(), fields, written, format.common(), language);
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("pointer", Refusal.cut(at + place.pointer(), Refusal.MAX_POINTER));
        json.put("field", Refusal.cut(fault.field(), Refusal.MAX_POINTER));
        json.put("label", Refusal.cut(place.label(), Refusal.MAX_POINTER));
        json.put("written", fault.written());
        json.put("rule", fault.rule().name());
        ArrayNode limits = json.putArray("limits");
        fault.limits().stream().limit(MAX_LIMITS).forEach(limit -> limits.add(Refusal.cut(limit, Refusal.MAX_POINTER)));
        return json.put("message", Refusal.cut(message(fault, place), Refusal.MAX_MESSAGE));
    }

    private String message(Fault fault, FaultPlace place) {
        var values = new HashMap<String, Object>();
        values.put("field", place.label());
        values.put("written", fault.written());
        values.put("limits", limits(fault, place));
        values.put("has_limits", fault.limits().isEmpty() ? "no" : "yes");
        List<String> limits = fault.limits();
        values.put("least", limits.isEmpty() ? "" : limits.getFirst());
        values.put("most", limits.size() < 2 ? "" : limits.get(1));
        values.put("found", limits.size() < 3 ? "" : limits.get(2));
        return sentences.say(language, "fault." + fault.rule().name(), values);
    }

    /// What is allowed, as an officer reads it: the items of a list with their words.
    private String limits(Fault fault, FaultPlace place) {
        Field field = place.field();
        if (fault.rule() == Rule.NOT_ASKED) {
            return asked(fault.limits());
        }
        if (fault.rule() != Rule.CODE || field == null) {
            return String.join(", ", fault.limits());
        }
        return fault.limits().stream().map(code -> code + words(field, code)).collect(Collectors.joining(", "));
    }

    /// Which field decides, and what it would have to say.
    private String asked(List<String> limits) {
        String name = limits.getFirst();
        Optional<Field> decides = format.format().field(name);
        String label = decides.flatMap(field -> field.label().in(language)).orElse(name);
        return label + ": "
                + limits.stream()
                        .skip(1)
                        .map(code ->
                                code + decides.map(field -> words(field, code)).orElse(""))
                        .collect(Collectors.joining(", "));
    }

    private String words(Field field, String code) {
        return field.type().lists().stream()
                .flatMap(list -> format.list(list).stream())
                .flatMap(list -> list.item(code).stream())
                .flatMap(item -> item.in(language).stream())
                .findFirst()
                .map(words -> " (" + words + ")")
                .orElse("");
    }
}
