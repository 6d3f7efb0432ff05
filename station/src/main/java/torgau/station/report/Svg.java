package torgau.station.report;

import java.util.List;
import java.util.Locale;
import torgau.station.report.Document.Chart;
import torgau.station.report.Document.Group;

/// Bars as SVG, drawn with whole numbers, so that every machine draws the same. Series differ by more
/// than their colour: the second is hatched.
final class Svg {
    private static final int WIDTH = 920;
    private static final int HEIGHT = 280;
    private static final int LEFT = 64;
    private static final int RIGHT = 12;
    private static final int TOP = 34;
    private static final int BOTTOM = 44;
    private static final int TICKS = 4;
    /// Labels stand so far apart at least.
    private static final int LABEL = 72;

    private final Chart chart;
    private final StringBuilder out = new StringBuilder();
    private final long most;
    private final String hatch;

    private Svg(Chart chart, int number) {
        this.chart = chart;
        this.hatch = "hatch" + number;
        this.most = round(chart.groups().stream()
                .flatMap(group -> group.values().stream())
                .mapToLong(Long::longValue)
                .max()
                .orElse(0));
    }

    /// @param number of the picture in its page
    static String of(Chart chart, int number) {
        var svg = new Svg(chart, number);
        svg.draw();
        return svg.out.toString();
    }

    /// The next number of the form 4, 8, 20, 40, 80, 200 …: a quarter of it is whole.
    static long round(long value) {
        for (long power = 1; power < Long.MAX_VALUE / 100; power *= 10) {
            for (int times : List.of(4, 8, 20)) {
                if (value <= times * power) {
                    return times * power;
                }
            }
        }
        return value;
    }

    private void draw() {
        out.append(String.format(
                Locale.ROOT,
                "<svg viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"%s\">\n",
                WIDTH,
                HEIGHT,
                Html.escaped(spoken())));
        out.append("<defs><pattern id=\"" + hatch
                + "\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\">"
                + "<rect width=\"3\" height=\"6\" class=\"s1\"/></pattern></defs>\n");
        legend();
        for (int tick = 0; tick <= TICKS; tick++) {
            int y = y(most * tick / TICKS);
            out.append(String.format(
                    Locale.ROOT,
                    "<line class=\"%s\" x1=\"%d\" y1=\"%d\" x2=\"%d\" y2=\"%d\"/>\n",
                    tick == 0 ? "axis" : "grid",
                    LEFT,
                    y,
                    WIDTH - RIGHT,
                    y));
            text(LEFT - 8, y + 4, "end", Long.toString(most * tick / TICKS));
        }
        int each = (WIDTH - LEFT - RIGHT) / Math.max(1, chart.groups().size());
        int skip = Math.max(1, (LABEL + each - 1) / Math.max(1, each));
        for (int i = 0; i < chart.groups().size(); i++) {
            group(chart.groups().get(i), LEFT + i * each, each, i % skip == 0);
        }
        out.append("</svg>\n");
    }

    /// What the picture shows, for who cannot see it; the table beside it has the numbers.
    private String spoken() {
        return chart.title() + ". " + chart.unit() + ". " + String.join(", ", chart.series());
    }

    private void legend() {
        text(LEFT, 14, "start", chart.unit());
        int x = WIDTH - RIGHT;
        for (int i = chart.series().size() - 1; i >= 0 && chart.series().size() > 1; i--) {
            String name = chart.series().get(i);
            text(x, 14, "end", name);
            x -= 9 * name.length() + 18;
            bar(i, x, 4, 12, 12);
            x -= 16;
        }
    }

    private void group(Group group, int x, int width, boolean labelled) {
        int series = Math.max(1, group.values().size());
        int bar = Math.min(60, Math.max(2, (width - 8) / series));
        int from = x + (width - bar * series) / 2;
        for (int i = 0; i < group.values().size(); i++) {
            long value = group.values().get(i);
            if (value >= 0) {
                int y = y(value);
                bar(i, from + i * bar, y, Math.max(1, bar - 2), y(0) - y);
                if (bar >= 26) {
                    text(from + i * bar + bar / 2 - 1, y - 5, "middle", Long.toString(value));
                }
            }
        }
        if (labelled) {
            text(x + width / 2, HEIGHT - BOTTOM + 20, "middle", group.label());
        }
    }

    private void bar(int series, int x, int y, int width, int height) {
        if (series % 2 == 0) {
            out.append(String.format(
                    Locale.ROOT,
                    "<rect class=\"s0\" x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\"/>\n",
                    x,
                    y,
                    width,
                    height));
        } else {
            out.append(String.format(
                    Locale.ROOT,
                    "<rect fill=\"url(#%s)\" stroke=\"var(--b)\" x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\"/>\n",
                    hatch,
                    x,
                    y,
                    width,
                    height));
        }
    }

    private int y(long value) {
        return HEIGHT - BOTTOM - (int) (value * (HEIGHT - TOP - BOTTOM) / Math.max(1, most));
    }

    private void text(int x, int y, String anchor, String text) {
        out.append(String.format(
                Locale.ROOT,
                "<text x=\"%d\" y=\"%d\" text-anchor=\"%s\" font-size=\"13\" fill=\"currentColor\">%s</text>\n",
                x,
                y,
                anchor,
                Html.escaped(text)));
    }
}
