package torgau.station.paper;

import java.util.ArrayList;
import java.util.List;

/// Fills lines of one width. Lines break at blanks, which are dropped there; a word that is longer than
/// a line breaks where the line ends, without a hyphen, so that it can be copied.
final class Wrap {
    private final Face face;
    private final float width;
    private final float size;
    private final float indent;
    private final List<Line> lines = new ArrayList<>();
    private final StringBuilder pending = new StringBuilder();
    private List<Line.Run> runs = new ArrayList<>();
    private boolean bold;
    private float used;

    /// Lines of `width` points, all but the first indented.
    Wrap(Face face, float width, float size, float indent) {
        this.face = face;
        this.width = width;
        this.size = size;
        this.indent = indent;
    }

    /// Adds legible text in one weight.
    Wrap add(String text, boolean inBold) {
        flush();
        bold = inBold;
        String[] paragraphs = text.split("\n", -1);
        for (int each = 0; each < paragraphs.length; each++) {
            if (each > 0) {
                newLine();
            }
            words(paragraphs[each]);
        }
        return this;
    }

    /// Ends the last line.
    List<Line> lines() {
        newLine();
        return lines;
    }

    private void words(String text) {
        int at = 0;
        while (at < text.length()) {
            int blank = text.indexOf(' ', at);
            int end = blank < 0 ? text.length() : blank;
            word(text.substring(at, end).replace('\u00a0', ' '));
            if (blank >= 0) {
                blank();
            }
            at = end + 1;
        }
    }

    private void word(String word) {
        float needed = face.width(word, bold) * size;
        if (needed > room() && used > 0 && needed <= width - indent) {
            newLine();
        }
        if (needed <= room()) {
            pending.append(word);
            used += needed;
        } else {
            letters(word);
        }
    }

    private void letters(String word) {
        word.codePoints().mapToObj(Character::toString).forEach(letter -> {
            float needed = face.width(letter, bold) * size;
            if (needed > room() && used > 0) {
                newLine();
            }
            pending.append(letter);
            used += needed;
        });
    }

    private void blank() {
        float needed = face.width(" ", bold) * size;
        if (needed <= room()) {
            pending.append(' ');
            used += needed;
        }
    }

    private float room() {
        return width - inset() - used;
    }

    private float inset() {
        return lines.isEmpty() ? 0 : indent;
    }

    private void flush() {
        if (!pending.isEmpty()) {
            runs.add(new Line.Run(pending.toString(), bold));
            pending.setLength(0);
        }
    }

    private void newLine() {
        flush();
        lines.add(new Line(runs, size, inset()));
        runs = new ArrayList<>();
        used = 0;
    }
}
