package torgau.catalogue.check;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import torgau.catalogue.Field;
import torgau.catalogue.Words;
import torgau.catalogue.phrase.Phrase;
import torgau.catalogue.phrase.PhraseFault;
import torgau.catalogue.yaml.Findings;
import torgau.catalogue.yaml.Tree;
import torgau.journal.Code;

/// A sentence can be rendered, names the same things in every language, all that its fields hold and only what is
/// there;
/// every number in it has the words that go with it.
final class PhraseCheck {
    /// Numbers at which the languages change their words.
    static final List<Number> NUMBERS = List.of(0, 1, 2, 5, 11, 21, 101, 1.5);

    private final Findings findings;
    private final Sentence sentence;
    private final Map<String, Phrase> read = new TreeMap<>();

    /// What is looked at.
    ///
    /// @param name what says it: a format, a signal
    /// @param fields all of which it says
    /// @param others what it may name beside its fields
    /// @param tree where its words stand
    record Sentence(String name, Words words, List<Field> fields, SortedSet<String> others, Tree tree) {}

    PhraseCheck(Findings findings, Sentence sentence) {
        this.findings = findings;
        this.sentence = sentence;
    }

    void run() {
        sentence.words().byLanguage().forEach((language, text) -> {
            try {
                read.put(language, Phrase.of(text, language));
            } catch (PhraseFault fault) {
                note(Code.CATALOGUE_PHRASE_MALFORMED, language, String.valueOf(fault.getMessage()), "mend it");
            }
        });
        read.forEach(this::placeholders);
        read.forEach(this::plurals);
        same();
    }

    private void placeholders(String language, Phrase phrase) {
        var known = new TreeSet<>(sentence.others());
        sentence.fields().forEach(field -> known.add(field.name()));
        for (String name : phrase.placeholders()) {
            if (!known.contains(name)) {
                String wayOut = "name one of " + String.join(", ", known);
                note(Code.CATALOGUE_PLACEHOLDERS_DIFFER, language, "names {" + name + "}", wayOut);
            }
        }
        for (Field field : sentence.fields()) {
            if (field.dispensable() && phrase.needed().contains(field.name())) {
                String what = "needs {" + field.name() + "}, which may be missing";
                note(Code.CATALOGUE_PHRASE_MALFORMED, language, what, "put its part in square brackets");
            }
            if (!phrase.placeholders().contains(field.name())) {
                String what = "does not say {" + field.name() + "}";
                note(Code.CATALOGUE_PLACEHOLDERS_DIFFER, language, what, "say every field");
            }
        }
    }

    private void plurals(String language, Phrase phrase) {
        phrase.plurals().forEach((name, forms) -> {
            var missing = new TreeSet<>(phrase.forms());
            missing.removeAll(forms);
            if (!missing.isEmpty()) {
                String what = "has no " + missing + " of {" + name + "}";
                note(Code.CATALOGUE_PHRASE_MALFORMED, language, what, "write every form");
            }
        });
        for (Number number : NUMBERS) {
            Map<String, Object> values = new LinkedHashMap<>();
            phrase.placeholders()
                    .forEach(name -> values.put(name, phrase.plurals().containsKey(name) ? number : "…"));
            try {
                phrase.with(values);
            } catch (IllegalArgumentException fault) {
                String what = "cannot be made with " + number + ": " + fault.getMessage();
                note(Code.CATALOGUE_PHRASE_MALFORMED, language, what, "mend it");
                return;
            }
        }
    }

    private void same() {
        var all = new TreeSet<String>();
        read.values().forEach(phrase -> all.addAll(phrase.placeholders()));
        read.forEach((language, phrase) -> {
            var missing = new TreeSet<>(all);
            missing.removeAll(phrase.placeholders());
            if (!missing.isEmpty()) {
                String wayOut = "say the same in every language";
                note(Code.CATALOGUE_PLACEHOLDERS_DIFFER, language, "does not say " + missing, wayOut);
            }
        });
    }

    private void note(Code code, String language, String what, String wayOut) {
        String whose = "the " + language + " sentence of `" + sentence.name() + "` ";
        findings.add(sentence.tree().find(language), code, whose + what, wayOut);
    }
}
