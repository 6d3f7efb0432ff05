package torgau.station.paper;

import java.text.Normalizer;
import java.util.Locale;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;

/// Text as it can be shown: every character that would not be seen, or that could move or cover what is
/// beside it, stands as its code point, `‹U+202E›`. The mark `‹` itself is written so too, so that
/// nobody can feign one.
///
/// @param shown whether the font has a character
record Legible(IntPredicate shown) {
    static final char OPEN = '‹';
    private static final char CLOSE = '›';
    private static final char NONE = 0;
    private static final Pattern LINE_END = Pattern.compile("\r\n|[\r\u0085\u2028\u2029]");

    /// Lines end with a line feed, and blanks are blanks or no-break blanks; all else is one visible
    /// character each.
    String of(String text) {
        String lines = LINE_END.matcher(text).replaceAll("\n");
        var legible = new StringBuilder(lines.length());
        Normalizer.normalize(lines, Normalizer.Form.NFC).codePoints().forEach(character -> {
            char blank = blank(character);
            if (blank == NONE) {
                visible(character, legible);
            } else {
                legible.append(blank);
            }
        });
        return legible.toString();
    }

    private void visible(int character, StringBuilder to) {
        if (character != OPEN && steady(character) && shown.test(character)) {
            to.appendCodePoint(character);
        } else {
            to.append(OPEN)
                    .append(String.format(Locale.ROOT, "U+%04X", character))
                    .append(CLOSE);
        }
    }

    /// The blank or line feed that a character is shown as, if it is one.
    private static char blank(int character) {
        return switch (character) {
            case '\n' -> '\n';
            case '\t' -> ' ';
            case '\u00a0', '\u2007', '\u202f' -> '\u00a0';
            default -> Character.getType(character) == Character.SPACE_SEPARATOR ? ' ' : NONE;
        };
    }

    /// Stands where it is put, from left to right, and takes room of its own.
    private static boolean steady(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.NON_SPACING_MARK,
                    Character.ENCLOSING_MARK,
                    Character.COMBINING_SPACING_MARK -> false;
            default -> forward(Character.getDirectionality(character));
        };
    }

    private static boolean forward(byte direction) {
        return switch (direction) {
            case Character.DIRECTIONALITY_RIGHT_TO_LEFT,
                    Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC,
                    Character.DIRECTIONALITY_ARABIC_NUMBER -> false;
            default -> true;
        };
    }
}
