package torgau.catalogue.picture;

import java.util.List;

/// Writes SVG: shapes and text, nothing that runs and nothing from elsewhere.
final class Svg {
    private static final String FONT = "Arial, 'Liberation Sans', 'DejaVu Sans', sans-serif";

    private static final double A4_HEIGHT = 210;

    private final StringBuilder out = new StringBuilder();

    /// @param width of the drawing in its own units, shown on an A4 page
    Svg(String language, String title, double width, double height) {
        this(language, title, width, height, A4_HEIGHT);
    }

    /// @param sheet height of the sheet in millimetres; it is as wide as an A4 page
    Svg(String language, String title, double width, double height, double sheet) {
        out.append("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"297mm\" height=\"")
                .append(number(sheet))
                .append("mm\" viewBox=\"0 0 ")
                .append(number(width))
                .append(' ')
                .append(number(height))
                .append("\" font-family=\"")
                .append(FONT)
                .append("\" fill=\"#111\" xml:lang=\"")
                .append(escaped(language))
                .append("\">\n<title>")
                .append(escaped(title))
                .append("</title>\n");
        rect(0, 0, width, height, "fill=\"#fff\"");
    }

    void rect(double x, double y, double width, double height, String style) {
        out.append("<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" %s/>\n"
                .formatted(number(x), number(y), number(width), number(height), style));
    }

    void lines(List<Net.Line> lines, String style) {
        out.append("<path d=\"");
        for (Net.Line line : lines) {
            out.append("M%s %sL%s %s"
                    .formatted(number(line.fromX()), number(line.fromY()), number(line.toX()), number(line.toY())));
        }
        out.append("\" fill=\"none\" ").append(style).append("/>\n");
    }

    /// A line from one place to another that leaves and arrives level.
    void curve(Net.Point from, Net.Point to, String style) {
        double middle = (from.x() + to.x()) / 2;
        out.append("<path d=\"M%s %sC%s %s %s %s %s %s\" fill=\"none\" %s/>\n"
                .formatted(
                        number(from.x()),
                        number(from.y()),
                        number(middle),
                        number(from.y()),
                        number(middle),
                        number(to.y()),
                        number(to.x()),
                        number(to.y()),
                        style));
    }

    void dot(Net.Point at, String style) {
        out.append("<circle cx=\"%s\" cy=\"%s\" r=\"1.6\" %s/>\n".formatted(number(at.x()), number(at.y()), style));
    }

    /// @param dx from the tip to the arrow's back
    void arrow(Net.Point tip, double dx, String style) {
        out.append("<path d=\"M%s %sl%s -3v6z\" %s/>\n".formatted(number(tip.x()), number(tip.y()), number(dx), style));
    }

    /// @param y of the line on which the letters stand
    void text(double x, double y, double size, String style, String text) {
        out.append("<text x=\"%s\" y=\"%s\" font-size=\"%s\"%s>%s</text>\n"
                .formatted(number(x), number(y), number(size), style.isEmpty() ? "" : " " + style, escaped(text)));
    }

    String written() {
        return out + "</svg>\n";
    }

    private static String number(double number) {
        double tenths = Math.round(number * 10) / 10.0;
        return tenths == Math.rint(tenths) ? Long.toString((long) tenths) : Double.toString(tenths);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replaceAll("[\\p{Cntrl}\\uFFFE\\uFFFF]", " ");
    }
}
