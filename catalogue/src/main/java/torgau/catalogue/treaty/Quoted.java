package torgau.catalogue.treaty;

/// The sender's own words: between quotation marks, and each such mark within them doubled. So nothing
/// that they say can be taken for a line of the frame, whatever it looks like.
final class Quoted {
    /// Every mark that a copy of the text may have instead of another.
    private static final String MARKS = "\"“”„‟«»″＂〝〞〟❝❞";

    private static final int UNPRINTABLE = 0xFFFD;

    private Quoted() {}

    static boolean mark(int character) {
        return MARKS.indexOf(character) >= 0;
    }

    /// Between the marks of the language.
    static String of(String words, String language) {
        return language.equals("en") ? "“" + doubled(words) + "”" : "«" + doubled(words) + "»";
    }

    private static String doubled(String words) {
        var out = new StringBuilder();
        words.codePoints().filter(each -> !Blanks.nothing(each)).forEach(each -> {
            out.appendCodePoint(printable(each) ? each : UNPRINTABLE);
            if (mark(each)) {
                out.appendCodePoint(each);
            }
        });
        return out.toString();
    }

    /// Neither a control character nor one that turns the direction of what follows.
    private static boolean printable(int character) {
        boolean turns = (0x202A <= character && character <= 0x202E) || (0x2066 <= character && character <= 0x2069);
        return !turns && (!Character.isISOControl(character) || Blanks.blank(character));
    }

    /// Whether a name needs no marks: nothing in it could end it or begin another line.
    static boolean plain(String name) {
        return !name.isEmpty()
                && Character.isLetterOrDigit(name.codePointAt(0))
                && name.codePoints().allMatch(each -> Character.isLetterOrDigit(each) || " -.()/'’".indexOf(each) >= 0)
                && name.equals(name.strip());
    }
}
