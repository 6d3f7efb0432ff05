package torgau.catalogue.glossary;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/// A glossary made ready for looking its words up in texts, in whatever forms they stand there.
public final class Lexicon {
    private final Function<String, Set<String>> bases;
    private final SortedMap<String, List<Entry>> entries = new TreeMap<>();
    private final SortedMap<String, List<Phrase>> never = new TreeMap<>();

    /// A term in one language.
    record Entry(Term term, List<Phrase> phrases, List<Phrase> avoid) {}

    /// A term found in a text.
    ///
    /// @param terms those that are written so, most often one
    public record Found(Span span, List<Term> terms) {
        /// The agreed words in another language; none if there are none.
        public List<String> in(String language) {
            return terms.stream()
                    .flatMap(term -> term.in(primary(language)).stream())
                    .distinct()
                    .toList();
        }
    }

    /// @param bases the base forms of a word; two words are forms of one if they share a base
    public Lexicon(Glossary glossary, Function<String, Set<String>> bases) {
        this.bases = bases;
        for (Term term : glossary.terms()) {
            term.words()
                    .forEach((language, words) -> entries.computeIfAbsent(language, _ -> new ArrayList<>())
                            .add(new Entry(term, phrases(words), phrases(term.avoidedIn(language)))));
        }
        glossary.never().forEach((language, words) -> never.put(language, phrases(words)));
    }

    List<Phrase> phrase(String written) {
        return phrases(List.of(written));
    }

    private List<Phrase> phrases(List<String> words) {
        return words.stream().map(each -> Phrase.of(each, bases)).toList();
    }

    static String primary(String language) {
        return language.split("-", 2)[0].toLowerCase(Locale.ROOT);
    }

    List<Token> tokens(String text) {
        return Token.of(text, bases);
    }

    List<Phrase> never(String language) {
        return never.getOrDefault(primary(language), List.of());
    }

    /// What is looked for of some terms in a language.
    List<Phrase> phrases(List<Term> terms, String language, Function<Entry, List<Phrase>> which) {
        return entries(language).stream()
                .filter(entry -> terms.contains(entry.term()))
                .flatMap(entry -> which.apply(entry).stream())
                .toList();
    }

    private List<Entry> entries(String language) {
        return entries.getOrDefault(primary(language), List.of());
    }

    /// The terms in a text, in their order. Of terms that begin at one word the longest is found, and
    /// none within another.
    public List<Found> find(String text, String language) {
        List<Token> tokens = tokens(text);
        var found = new ArrayList<Found>();
        int at = 0;
        while (at < tokens.size()) {
            int end = at;
            List<Term> terms = new ArrayList<>();
            for (Entry entry : entries(language)) {
                int ends = longest(entry.phrases(), tokens, at);
                if (ends > end) {
                    terms.clear();
                    end = ends;
                }
                if (ends == end && ends > at) {
                    terms.add(entry.term());
                }
            }
            if (end > at) {
                found.add(new Found(span(tokens, at, end), List.copyOf(terms)));
            }
            at = Math.max(end, at + 1);
        }
        return found;
    }

    private static int longest(List<Phrase> phrases, List<Token> tokens, int at) {
        return phrases.stream()
                .mapToInt(phrase -> phrase.end(tokens, at).orElse(at))
                .max()
                .orElse(at);
    }

    private static Span span(List<Token> tokens, int from, int to) {
        return new Span(
                tokens.get(from).span().from(), tokens.get(to - 1).span().to());
    }

    /// Where any of these stands, each beginning counted once.
    static List<Span> all(List<Phrase> phrases, List<Token> tokens) {
        var spans = new ArrayList<Span>();
        for (int at = 0; at < tokens.size(); at++) {
            int end = longest(phrases, tokens, at);
            if (end > at) {
                spans.add(span(tokens, at, end));
            }
        }
        return spans;
    }
}
