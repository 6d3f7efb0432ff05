package torgau.station.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import torgau.station.words.Word;

/// What an officer typed into the search. There is no syntax to get wrong: words, phrases in quotation
/// marks, and a star at the end of a beginning; anything else only parts words.
public record Asked(List<Part> parts) {
    /// Characters of a question at most.
    public static final int MAX_LETTERS = 512;

    /// Words of a question at most.
    public static final int MAX_WORDS = 32;

    private static final String QUOTES = "\"«»“”„";
    private static final Pattern BLANKS = Pattern.compile("[\\p{Z}\\s]+");

    public Asked {
        parts = List.copyOf(parts);
    }

    /// One condition; all hold together.
    public sealed interface Part {
        /// What was typed between two blanks, in small letters: one word as a rule.
        ///
        /// @param words it as words
        /// @param beginning whether the last one is only how a word begins
        record Typed(String typed, List<String> words, boolean beginning) implements Part {}

        /// Words that stand one after the other, as they were typed.
        record Phrase(List<String> words) implements Part {}
    }

    /// Reads a question.
    public static Asked of(String question) {
        var parts = new ArrayList<Part>();
        boolean quoted = false;
        int from = 0;
        for (int at = 0; at <= question.length(); at++) {
            if (at == question.length() || QUOTES.indexOf(question.charAt(at)) >= 0) {
                String piece = question.substring(from, at);
                if (quoted) {
                    phrase(parts, piece);
                } else {
                    Stream.of(BLANKS.split(piece)).forEach(run -> typed(parts, run));
                }
                quoted = !quoted;
                from = at + 1;
            }
        }
        return new Asked(parts);
    }

    private static void phrase(List<Part> parts, String piece) {
        List<String> words = Word.folded(piece);
        if (!words.isEmpty()) {
            parts.add(new Part.Phrase(words));
        }
    }

    /// Codes and numbers with signs in them (`RED-OPS-2026-14`, `09.00`) are phrases.
    private static void typed(List<Part> parts, String run) {
        List<String> words = Word.folded(run);
        boolean number = words.stream().anyMatch(word -> word.chars().anyMatch(Character::isDigit));
        if (words.size() > 1 && number) {
            parts.add(new Part.Phrase(words));
        } else if (!words.isEmpty()) {
            parts.add(new Part.Typed(run.toLowerCase(Locale.ROOT), words, run.endsWith("*")));
        }
    }

    /// How many words were typed.
    public int words() {
        return parts.stream()
                .mapToInt(part -> switch (part) {
                    case Part.Typed typed -> typed.words().size();
                    case Part.Phrase(List<String> words) -> words.size();
                })
                .sum();
    }
}
