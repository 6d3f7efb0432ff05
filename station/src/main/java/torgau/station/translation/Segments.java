package torgau.station.translation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import torgau.catalogue.glossary.Span;

/// The sentences of a text, in English, Russian or Ukrainian. A full stop behind an abbreviation, an
/// initial or a number of a paragraph ends none.
final class Segments {
    private static final Pattern END =
            Pattern.compile("[.!?…]+[\"»”')\\]]{0,3}(?=\\s+[\"«“'(\\[]{0,3}[\\p{Lu}\\p{N}])|\\R+");
    private static final Pattern LAST = Pattern.compile("(?<![\\p{L}\\p{N}])[\\p{L}\\p{N}]{1,8}$");
    private static final Set<String> ABBREVIATIONS = new TreeSet<>(List.of(
            "approx", "art", "capt", "cf", "cmdr", "col", "dr", "etc", "fig", "gen", "lt", "maj", "mr", "mrs", "ms",
            "no", "para", "sgt", "st", "vs", "гг", "ген", "гор", "гр", "кап", "кв", "мин", "млн", "млрд", "мор", "обл",
            "оз", "пол", "пом", "пос", "пп", "пн", "пд", "рис", "сек", "сел", "см", "ст", "стр", "сх", "тыс", "тис",
            "ул", "вул", "чел", "шт", "зх", "хв", "им", "ім"));

    private Segments() {}

    /// Where they stand, without the blanks around them.
    static List<Span> of(String text) {
        var segments = new ArrayList<Span>();
        Matcher end = END.matcher(text);
        int from = 0;
        while (end.find()) {
            if (ends(text, from, end)) {
                add(segments, text, from, end.end());
                from = end.end();
            }
        }
        add(segments, text, from, text.length());
        return segments;
    }

    private static boolean ends(String text, int from, Matcher end) {
        if (!end.group().equals(".")) {
            return true;
        }
        Matcher last = LAST.matcher(text).region(Math.max(from, end.start() - 10), end.start());
        if (!last.find()) {
            return true;
        }
        String word = last.group();
        boolean initial = word.codePointCount(0, word.length()) == 1;
        boolean paragraph = last.start() == from && word.chars().allMatch(Character::isDigit);
        return !initial && !paragraph && !ABBREVIATIONS.contains(word.toLowerCase(Locale.ROOT));
    }

    private static void add(List<Span> segments, String text, int begin, int end) {
        int from = begin;
        int to = end;
        while (from < to && Character.isWhitespace(text.charAt(from))) {
            from++;
        }
        while (to > from && Character.isWhitespace(text.charAt(to - 1))) {
            to--;
        }
        if (from < to) {
            segments.add(new Span(from, to));
        }
    }
}
