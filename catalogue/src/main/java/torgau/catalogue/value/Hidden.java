package torgau.catalogue.value;

import java.util.Locale;
import java.util.Optional;

/// Characters that nobody types on purpose and no reader sees: with one of them in it, a text is read
/// otherwise than it was signed. No side signs them through its own station; what another side has signed
/// is shown with their code points.
///
/// They are the embeddings, overrides and isolates of direction (Unicode UAX #9, 2.1 to 2.4), blanks
/// without width, invisible operators, marks of annotation and tags. The joiners, the soft hyphen and the
/// marks of direction that turn nothing (U+200E, U+200F, U+061C) belong to how some languages are written.
public final class Hidden {
    private Hidden() {}

    /// Whether a character is one of them.
    public static boolean is(int point) {
        return (point >= 0x202A && point <= 0x202E)
                || (point >= 0x2060 && point <= 0x206F)
                || (point >= 0xFFF9 && point <= 0xFFFB)
                || (point >= 0xE0000 && point <= 0xE007F)
                || point == 0x180E
                || point == 0x200B
                || point == 0xFEFF;
    }

    /// The first of them in a text, as `U+202E`; empty if it has none.
    public static Optional<String> in(String text) {
        return text.codePoints().filter(Hidden::is).mapToObj(Hidden::name).findFirst();
    }

    /// The text with each of them as its code point, `‹U+202E›`.
    static String shown(String text) {
        var shown = new StringBuilder();
        text.codePoints().forEach(point -> {
            if (is(point)) {
                shown.append('‹').append(name(point)).append('›');
            } else {
                shown.appendCodePoint(point);
            }
        });
        return shown.toString();
    }

    /// A character by its code point, as `U+202E`.
    public static String name(int point) {
        return String.format(Locale.ROOT, "U+%04X", point);
    }
}
