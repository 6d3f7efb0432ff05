package torgau.cli;

import java.io.FilterWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;

/// Text that another party wrote, made fit for a terminal: it can colour, move, hide, reverse or forge nothing there.
///
/// Whatever is not seen as itself (control characters of C0 and C1, marks of direction and other format
/// characters, line and paragraph separators) becomes its escape, `\u001b`; in JSON that is the same text. The
/// two joiners that some scripts need stay as they are.
final class Visible {
    private static final int NON_JOINER = 0x200C;
    private static final int JOINER = 0x200D;

    private Visible() {}

    /// One line: a line feed in it is escaped as well, since what follows would pass for a line of our own.
    static String line(String text) {
        return escaped(text, false);
    }

    /// What is written to it comes out visible; only line feeds and tabs are let through.
    static PrintWriter writer(PrintWriter out) {
        return new PrintWriter(new Escaping(out));
    }

    private static String escaped(String text, boolean layout) {
        if (text.codePoints().noneMatch(point -> hidden(point, layout))) {
            return text;
        }
        var visible = new StringBuilder();
        text.codePoints().forEach(point -> {
            if (hidden(point, layout)) {
                for (char unit : Character.toChars(point)) {
                    visible.append("\\u").append(java.util.HexFormat.of().toHexDigits(unit));
                }
            } else {
                visible.appendCodePoint(point);
            }
        });
        return visible.toString();
    }

    private static boolean hidden(int point, boolean layout) {
        return switch (Character.getType(point)) {
            case Character.CONTROL -> !layout || (point != '\n' && point != '\t');
            case Character.FORMAT -> point != NON_JOINER && point != JOINER;
            case Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }

    private static final class Escaping extends FilterWriter {
        private Escaping(Writer out) {
            super(out);
        }

        @Override
        public void write(int unit) throws IOException {
            out.write(escaped(String.valueOf((char) unit), true));
        }

        @Override
        public void write(char[] text, int from, int length) throws IOException {
            out.write(escaped(new String(text, from, length), true));
        }

        @Override
        public void write(String text, int from, int length) throws IOException {
            out.write(escaped(text.substring(from, from + length), true));
        }
    }
}
