package torgau.station.paper;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;

/// The one font of a paper, Liberation Sans, from the class path: no font of the machine is ever looked
/// for.
final class Face {
    /// Outline of bold letters, in sizes of the font: Liberation Sans comes with PDFBox in one weight.
    static final float OUTLINE = 0.035f;
    /// What bold letters stand farther apart, in sizes of the font.
    static final float SPACING = 0.02f;

    private static final float NONE = -1;
    private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

    private final TrueTypeFont font;
    /// By character, in sizes of the font; NONE where there is no glyph.
    private final float[] widths = new float[Character.MAX_VALUE + 1];

    private Face(TrueTypeFont font) throws IOException {
        this.font = font;
        CmapLookup glyphs = font.getUnicodeCmapLookup();
        for (int character = 0; character < widths.length; character++) {
            int glyph = glyphs.getGlyphId(character);
            widths[character] = glyph == 0 ? NONE : (float) font.getAdvanceWidth(glyph) / font.getUnitsPerEm();
        }
    }

    static Face load() {
        try (InputStream in = PDDocument.class.getResourceAsStream(FONT)) {
            if (in == null) {
                throw new IllegalStateException(FONT + " is not in the jar of PDFBox");
            }
            TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(in.readAllBytes()));
            // Substitutions cost fifty times what the drawing does, and would give other letters than were written.
            font.setEnableGsub(false);
            return new Face(font);
        } catch (IOException fault) {
            throw new UncheckedIOException(FONT, fault);
        }
    }

    TrueTypeFont font() {
        return font;
    }

    boolean has(int character) {
        return character < widths.length && widths[character] >= 0;
    }

    /// How far a text goes of which the font has every character, in sizes of the font.
    float width(String text, boolean bold) {
        float width = bold ? text.length() * SPACING : 0;
        for (int at = 0; at < text.length(); at++) {
            width += widths[text.charAt(at)];
        }
        return width;
    }
}
