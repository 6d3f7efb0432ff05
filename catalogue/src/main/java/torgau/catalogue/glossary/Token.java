package torgau.catalogue.glossary;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/// A word of a text, where it stands, and its base forms.
record Token(Span span, Set<String> bases) {
    private static final Pattern WORD =
            Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N}]*(?:['’ʼ-][\\p{L}\\p{M}\\p{N}]+)*");

    static List<Token> of(String text, Function<String, Set<String>> bases) {
        return WORD.matcher(text)
                .results()
                .map(word -> new Token(new Span(word.start(), word.end()), bases.apply(word.group())))
                .toList();
    }

    boolean sharesBase(Set<String> others) {
        return bases.stream().anyMatch(others::contains);
    }
}
