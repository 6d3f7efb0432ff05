package torgau.station.words;

import java.util.ArrayList;
import java.util.List;
import torgau.store.search.Row;

/// One word of a text.
///
/// @param from where it begins in the text as it was written, in UTF-16 units
/// @param to where it ends
/// @param folded it in the letters that are compared, at most [WordForms#LONGEST_LETTERS] of them
public record Word(int from, int to, String folded) {
    private static final String APOSTROPHES = "'’ʼ‘`´ʹ＇′";

    /// The words of a text in their order: letters and digits, with an apostrophe where it stands
    /// between letters. Everything else only parts words.
    public static List<Word> in(String text) {
        var words = new ArrayList<Word>();
        int from = -1;
        for (int at = 0; at < text.length(); ) {
            int letter = text.codePointAt(at);
            boolean inside = from < 0 ? Character.isLetterOrDigit(letter) : inside(text, at, letter);
            if (inside && from < 0) {
                from = at;
            } else if (!inside && from >= 0) {
                add(words, text, from, at);
                from = -1;
            }
            at += Character.charCount(letter);
        }
        if (from >= 0) {
            add(words, text, from, text.length());
        }
        return words;
    }

    /// The same without their places.
    public static List<String> folded(String text) {
        return in(text).stream().map(Word::folded).toList();
    }

    private static boolean inside(String text, int at, int letter) {
        return switch (Character.getType(letter)) {
            case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK -> true;
            case Character.FORMAT -> true;
            default -> Character.isLetterOrDigit(letter) || apostrophe(text, at, letter);
        };
    }

    private static boolean apostrophe(String text, int at, int letter) {
        return APOSTROPHES.indexOf(letter) >= 0
                && Character.isLetter(text.codePointBefore(at))
                && at + 1 < text.length()
                && Character.isLetter(text.codePointAt(at + 1));
    }

    private static void add(List<Word> words, String text, int from, int to) {
        String written = text.substring(from, Math.min(to, from + 4 * WordForms.LONGEST_LETTERS));
        String folded = Letters.folded(written);
        if (folded.length() > WordForms.LONGEST_LETTERS || !folded.codePoints().allMatch(Row::inWord)) {
            folded = cut(folded);
        }
        if (!folded.isEmpty()) {
            words.add(new Word(from, to, folded));
        }
    }

    private static String cut(String folded) {
        var kept = new StringBuilder();
        folded.codePoints().filter(Row::inWord).limit(WordForms.LONGEST_LETTERS).forEach(kept::appendCodePoint);
        return kept.toString();
    }
}
