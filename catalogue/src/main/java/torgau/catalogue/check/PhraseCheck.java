package torgau.catalogue.check;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import torgau.catalogue.Clock;
import torgau.catalogue.Field;
import torgau.catalogue.Format;
import torgau.catalogue.Words;
import torgau.catalogue.phrase.Phrase;
import torgau.catalogue.phrase.PhraseFault;
import torgau.journal.Code;

/// Every phrase can be rendered, names the same things in every language, and only what is there; every number has the
/// words that go with it.
final class PhraseCheck {
    /// Numbers at which the languages change their words.
    static final List<Number> NUMBERS = List.of(0, 1, 2, 5, 11, 21, 101, 1.5);
    /// What every phrase may name beside the fields of its format.
    private static final SortedSet<String> ALWAYS = new TreeSet<>(List.of("from", "to", "number", "time"));
    private static final String HOURS = "hours";

    private final Desk desk;

    PhraseCheck(Desk desk) {
        this.desk = desk;
    }

    void run() {
        boolean procedure = desk.tree().has("procedure");
        for (Format format : procedure
                ? desk.procedure().formats().values()
                : desk.common().formats().values()) {
            boolean here = desk.tree().maybe("formats").has(format.code());
            if (here && format.phrase() == null) {
                desk.note(
                        Code.CATALOGUE_KEY_MISSING,
                        "`" + format.code() + "` has no sentence",
                        "write it under `phrases`",
                        "formats",
                        format.code());
            } else if (here && format.phrase() != null) {
                phrase(format, format.phrase());
            }
        }
    }

    private void phrase(Format format, Words words) {
        var read = new TreeMap<String, Phrase>();
        words.byLanguage().forEach((language, text) -> {
            try {
                read.put(language, Phrase.of(text, language));
            } catch (PhraseFault fault) {
                note(
                        Code.CATALOGUE_PHRASE_MALFORMED,
                        "the " + language + " sentence of `" + format.code() + "` " + fault.getMessage(),
                        "mend it",
                        format,
                        language);
            }
        });
        var known = new TreeSet<>(ALWAYS);
        format.fields().forEach(field -> known.add(field.name()));
        if (desk.procedure().clocks().stream().map(Clock::on).anyMatch(format.code()::equals)) {
            known.add(HOURS);
        }
        read.forEach((language, phrase) -> {
            placeholders(format, language, phrase, known);
            plurals(format, language, phrase);
        });
        same(format, read);
    }

    private void placeholders(Format format, String language, Phrase phrase, SortedSet<String> known) {
        for (String name : phrase.placeholders()) {
            if (!known.contains(name)) {
                note(
                        Code.CATALOGUE_PLACEHOLDERS_DIFFER,
                        "the " + language + " sentence of `" + format.code() + "` names {" + name + "}",
                        "name one of " + String.join(", ", known),
                        format,
                        language);
            }
        }
        for (Field field : format.fields()) {
            if (field.optional() && phrase.needed().contains(field.name())) {
                note(
                        Code.CATALOGUE_PHRASE_MALFORMED,
                        "the " + language + " sentence of `" + format.code() + "` needs {" + field.name()
                                + "}, which may be missing",
                        "put its part in square brackets",
                        format,
                        language);
            }
            if (!phrase.placeholders().contains(field.name())) {
                note(
                        Code.CATALOGUE_PLACEHOLDERS_DIFFER,
                        "the " + language + " sentence of `" + format.code() + "` does not say {" + field.name() + "}",
                        "say every field",
                        format,
                        language);
            }
        }
    }

    private void plurals(Format format, String language, Phrase phrase) {
        phrase.plurals().forEach((name, forms) -> {
            var missing = new TreeSet<>(phrase.forms());
            missing.removeAll(forms);
            if (!missing.isEmpty()) {
                note(
                        Code.CATALOGUE_PHRASE_MALFORMED,
                        "the " + language + " sentence of `" + format.code() + "` has no " + missing + " of {" + name
                                + "}",
                        "write every form",
                        format,
                        language);
            }
        });
        for (Number number : NUMBERS) {
            Map<String, Object> values = new LinkedHashMap<>();
            phrase.placeholders()
                    .forEach(name -> values.put(name, phrase.plurals().containsKey(name) ? number : "…"));
            try {
                phrase.with(values);
            } catch (IllegalArgumentException fault) {
                note(
                        Code.CATALOGUE_PHRASE_MALFORMED,
                        "the " + language + " sentence of `" + format.code() + "` cannot be made with " + number + ": "
                                + fault.getMessage(),
                        "mend it",
                        format,
                        language);
                return;
            }
        }
    }

    private void same(Format format, Map<String, Phrase> read) {
        var all = new TreeSet<String>();
        read.values().forEach(phrase -> all.addAll(phrase.placeholders()));
        read.forEach((language, phrase) -> {
            var missing = new TreeSet<>(all);
            missing.removeAll(phrase.placeholders());
            if (!missing.isEmpty()) {
                note(
                        Code.CATALOGUE_PLACEHOLDERS_DIFFER,
                        "the " + language + " sentence of `" + format.code() + "` does not say " + missing,
                        "say the same in every language",
                        format,
                        language);
            }
        });
    }

    private void note(Code code, String what, String wayOut, Format format, String language) {
        desk.note(code, what, wayOut, "phrases", format.code(), language);
    }
}
