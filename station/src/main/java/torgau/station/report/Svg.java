package torgau.station.report;

import java.util.Locale;
import torgau.station.report.Bars.Part;
import torgau.station.report.Document.Chart;

/// Bars as SVG. Series differ by more than their colour: the second is hatched.
final class Svg {
    private final String hatch;
    private final StringBuilder out = new StringBuilder();

    private Svg(int number) {
        this.hatch = "hatch" + number;
    }

    /// @param number of the picture in its page
    static String of(Chart chart, int number) {
        var svg = new Svg(number);
        svg.draw(chart);
        return svg.out.toString();
    }

    private void draw(Chart chart) {
        out.append(String.format(
                Locale.ROOT,
                "<svg viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"%s\">\n",
                Bars.WIDTH,
                Bars.HEIGHT,
                Html.escaped(spoken(chart))));
        out.append("<defs><pattern id=\"" + hatch
                + "\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\">"
                + "<rect width=\"3\" height=\"6\" class=\"s1\"/></pattern></defs>\n");
        Bars.of(chart).parts().forEach(this::add);
        out.append("</svg>\n");
    }

    /// What the picture shows, for who cannot see it; the table beside it has the numbers.
    private static String spoken(Chart chart) {
        return chart.title() + ". " + chart.unit() + ". " + String.join(", ", chart.series());
    }

    private void add(Part part) {
        switch (part) {
            case Part.Across(boolean axis, int from, int to, int y) ->
                out.append(String.format(
                        Locale.ROOT,
                        "<line class=\"%s\" x1=\"%d\" y1=\"%d\" x2=\"%d\" y2=\"%d\"/>\n",
                        axis ? "axis" : "grid",
                        from,
                        y,
                        to,
                        y));
            case Part.Bar bar ->
                out.append(String.format(
                        Locale.ROOT,
                        "<rect %s x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\"/>\n",
                        bar.hatched() ? "fill=\"url(#" + hatch + ")\" stroke=\"var(--b)\"" : "class=\"s0\"",
                        bar.x(),
                        bar.y(),
                        bar.width(),
                        bar.height()));
            case Part.Words(int x, int y, Bars.Anchor anchor, String text) ->
                out.append(String.format(
                        Locale.ROOT,
                        "<text x=\"%d\" y=\"%d\" text-anchor=\"%s\" font-size=\"%d\" fill=\"currentColor\">%s</text>\n",
                        x,
                        y,
                        anchor.name().toLowerCase(Locale.ROOT),
                        Bars.TEXT,
                        Html.escaped(text)));
        }
    }
}
