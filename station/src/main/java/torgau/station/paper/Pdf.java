package torgau.station.paper;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.apache.pdfbox.util.Matrix;
import torgau.station.paper.Page.Shape;
import torgau.station.paper.Page.Text;

/// Draws pages with PDFBox. Black, white and shades of gray only.
final class Pdf {
    /// Of the bars along the edges, points.
    private static final float HAZARD_OUTER = 12;
    private static final float HAZARD_INNER = 24;
    private static final float HAZARD_BAR = 5;
    private static final float HAZARD_STEP = 14;

    private final Leaf leaf;

    private Pdf(Leaf leaf) {
        this.leaf = leaf;
    }

    static byte[] of(Leaf leaf, List<Page> pages, Face face, Archival archival) throws IOException {
        try (var document = new PDDocument();
                var out = new ByteArrayOutputStream()) {
            archival.mark(document);
            PDFont font = PDType0Font.load(document, face.font(), true);
            for (Page page : pages) {
                new Pdf(leaf).draw(document, page, font);
            }
            document.save(out);
            return out.toByteArray();
        }
    }

    private void draw(PDDocument document, Page page, PDFont font) throws IOException {
        var sheet = new PDPage(new PDRectangle(leaf.width(), leaf.height()));
        document.addPage(sheet);
        try (var content = new PDPageContentStream(document, sheet)) {
            for (Shape shape : page.shapes()) {
                draw(shape, content);
            }
            content.beginText();
            float size = 0;
            for (Text text : page.texts()) {
                if (text.size() != size) {
                    size = text.size();
                    content.setFont(font, size);
                }
                draw(text, content);
            }
            content.endText();
        }
    }

    private static void draw(Text text, PDPageContentStream content) throws IOException {
        float gray = text.white() ? 1 : 0;
        content.setNonStrokingColor(gray);
        content.setRenderingMode(text.bold() ? RenderingMode.FILL_STROKE : RenderingMode.FILL);
        content.setCharacterSpacing(text.bold() ? text.size() * Face.SPACING : 0);
        if (text.bold()) {
            content.setStrokingColor(gray);
            content.setLineWidth(text.size() * Face.OUTLINE);
        }
        content.setTextMatrix(Matrix.getTranslateInstance(text.x(), text.y()));
        content.showText(text.text());
    }

    private void draw(Shape shape, PDPageContentStream content) throws IOException {
        switch (shape) {
            case Shape.Box(float x, float y, float width, float height, float gray) -> {
                content.setNonStrokingColor(gray);
                content.addRect(x, y, width, height);
                content.fill();
            }
            case Shape.Rule(float x1, float y1, float x2, float y2, float thickness) -> {
                content.setStrokingColor(0f);
                content.setLineWidth(thickness);
                content.moveTo(x1, y1);
                content.lineTo(x2, y2);
                content.stroke();
            }
            case Shape.Hazard _ -> hazard(content);
        }
    }

    private void hazard(PDPageContentStream content) throws IOException {
        content.saveGraphicsState();
        content.addRect(HAZARD_OUTER, HAZARD_OUTER, leaf.width() - 2 * HAZARD_OUTER, leaf.height() - 2 * HAZARD_OUTER);
        content.addRect(HAZARD_INNER, HAZARD_INNER, leaf.width() - 2 * HAZARD_INNER, leaf.height() - 2 * HAZARD_INNER);
        content.clipEvenOdd();
        content.setStrokingColor(0f);
        content.setLineWidth(HAZARD_BAR);
        for (float x = -leaf.height(); x < leaf.width(); x += HAZARD_STEP) {
            content.moveTo(x, 0);
            content.lineTo(x + leaf.height(), leaf.height());
        }
        content.stroke();
        content.restoreGraphicsState();
    }
}
