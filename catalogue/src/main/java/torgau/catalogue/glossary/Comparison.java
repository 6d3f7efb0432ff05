package torgau.catalogue.glossary;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import torgau.journal.Text;

/// An original beside its translation: what a linguist should look at again. The grave comes first. That
/// a negation was lost, or a sentence turned round, no rule finds: a clean list is no review.
public final class Comparison {
    private static final int MOST = 200;

    private final Lexicon lexicon;
    private final Text original;
    private final Text translation;
    private final List<Token> translated;
    private final List<Finding> findings = new ArrayList<>();

    private Comparison(Lexicon lexicon, Text original, Text translation) {
        this.lexicon = lexicon;
        this.original = original;
        this.translation = translation;
        this.translated = lexicon.tokens(translation.words());
    }

    /// What is found, at most 200.
    public static List<Finding> of(Lexicon lexicon, Text original, Text translation) {
        var comparison = new Comparison(lexicon, original, translation);
        comparison.facts();
        comparison.terms();
        comparison.never();
        return comparison.findings.stream().limit(MOST).toList();
    }

    // --- figures, times, places, units, code words ---

    private void facts() {
        List<Fact> there = FactReader.read(original.words(), original.language(), otherAlphabet(original));
        List<Fact> here = FactReader.read(translation.words(), translation.language(), otherAlphabet(translation));
        codeWords(there, translation.words());
        codeWords(here, original.words());
        var pairing = new Pairing(there, here);
        pairing.otherUnits().forEach(findings::add);
        var inTranslation = new Spelt(translation.words());
        pairing.lost().stream()
                .filter(fact -> !inTranslation.has(fact))
                .map(Finding.Lost::new)
                .forEach(findings::add);
        var inOriginal = new Spelt(original.words());
        pairing.added().stream()
                .filter(fact -> !inOriginal.has(fact))
                .map(Finding.Added::new)
                .forEach(findings::add);
    }

    private static boolean otherAlphabet(Text text) {
        return text.words()
                .codePoints()
                .anyMatch(point -> Character.UnicodeScript.of(point) == Character.UnicodeScript.CYRILLIC);
    }

    /// A code word is only looked for in the other text: there it may be a word among others.
    private static void codeWords(List<Fact> facts, String other) {
        facts.removeIf(fact -> fact.kind() == Fact.Kind.CODE
                && fact.value().chars().noneMatch(Character::isDigit)
                && Pattern.compile("(?<![\\p{L}\\p{N}])" + Pattern.quote(fact.written()) + "(?![\\p{L}\\p{N}])")
                        .matcher(other)
                        .find());
    }

    // --- terms ---

    private void terms() {
        List<Lexicon.Found> found = lexicon.find(original.words(), original.language());
        Map<List<String>, List<Lexicon.Found>> byWords = new LinkedHashMap<>();
        for (Lexicon.Found term : found) {
            List<String> agreed = term.in(translation.language());
            if (!agreed.isEmpty()) {
                byWords.computeIfAbsent(agreed, _ -> new ArrayList<>()).add(term);
            }
        }
        List<Term> all =
                found.stream().flatMap(term -> term.terms().stream()).distinct().toList();
        List<Span> agreedSomewhere =
                Lexicon.all(lexicon.phrases(all, translation.language(), Lexicon.Entry::phrases), translated);
        byWords.forEach((agreed, places) -> term(agreed, places, agreedSomewhere));
    }

    private void term(List<String> agreed, List<Lexicon.Found> places, List<Span> agreedSomewhere) {
        Lexicon.Found first = places.getFirst();
        String written = first.span().of(original.words());
        List<Term> terms = first.terms();
        String language = translation.language();
        int rendered = Lexicon.all(lexicon.phrases(terms, language, Lexicon.Entry::phrases), translated)
                .size();
        if (rendered == 0) {
            findings.add(new Finding.TermMissing(written, first.span(), agreed));
        } else if (rendered < places.size()) {
            findings.add(new Finding.TermVaries(written, first.span(), agreed, places.size(), rendered));
        }
        List<String> used = agreed.stream()
                .filter(word -> !Lexicon.all(lexicon.phrase(word), translated).isEmpty())
                .toList();
        if (places.size() > 1 && used.size() > 1) {
            findings.add(new Finding.TwoWords(written, first.span(), used));
        }
        for (Span wrong : Lexicon.all(lexicon.phrases(terms, language, Lexicon.Entry::avoid), translated)) {
            if (agreedSomewhere.stream().noneMatch(wrong::meets)) {
                findings.add(new Finding.InsteadOf(wrong.of(translation.words()), wrong, agreed));
            }
        }
    }

    private void never() {
        Lexicon.all(lexicon.never(translation.language()), translated)
                .forEach(span -> findings.add(new Finding.Never(span.of(translation.words()), span)));
    }
}
