package torgau.catalogue.treaty;

/// Lines of at most 69 columns. What goes on in the next line stands three columns in, so that only
/// lines of the frame begin in the first.
final class Wrapping {
    static final int COLUMNS = 69;

    private static final String INDENT = "   ";

    private final StringBuilder out = new StringBuilder();
    private int column;
    private boolean indented;

    /// Adds a line, wrapped. A break within it begins a line that goes on.
    void line(String line) {
        column = 0;
        indented = false;
        boolean first = true;
        for (String part : line.split("\\R+", -1)) {
            if (!first) {
                next();
            }
            first = false;
            for (String word : part.split("[ \\t]+", -1)) {
                word(word, word.codePointCount(0, word.length()));
            }
        }
        out.append('\n');
    }

    private void word(String word, int width) {
        boolean begun = column > (indented ? INDENT.length() : 0);
        if (begun && column + 1 + width > COLUMNS) {
            next();
        } else if (begun && width > 0) {
            out.append(' ');
            column++;
        }
        boolean fits = column + width <= COLUMNS;
        word.codePoints().forEach(each -> put(each, fits));
    }

    /// A word longer than a line goes on behind a soft hyphen.
    private void put(int character, boolean fits) {
        if (!fits && column == COLUMNS - 1) {
            out.appendCodePoint(Blanks.SOFT_HYPHEN);
            next();
        }
        out.appendCodePoint(character);
        column++;
    }

    private void next() {
        out.append('\n').append(INDENT);
        column = INDENT.length();
        indented = true;
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
