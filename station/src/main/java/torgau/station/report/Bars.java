package torgau.station.report;

import java.util.ArrayList;
import java.util.List;
import torgau.station.report.Document.Chart;
import torgau.station.report.Document.Group;

/// A chart as it is drawn: lines, bars and words at whole numbers, so that every machine and every kind
/// of paper draws the same. From the upper left; y grows downwards.
///
/// @param parts in the order in which they are drawn
public record Bars(List<Part> parts) {
    public static final int WIDTH = 920;
    public static final int HEIGHT = 280;
    /// Of its words.
    public static final int TEXT = 13;

    private static final int LEFT = 64;
    private static final int RIGHT = 12;
    private static final int TOP = 34;
    private static final int BOTTOM = 44;
    private static final int TICKS = 4;
    /// Labels stand so far apart at least.
    private static final int LABEL = 72;

    public Bars {
        parts = List.copyOf(parts);
    }

    /// What is drawn.
    public sealed interface Part {
        /// A line across.
        ///
        /// @param axis whether it is the one at zero
        record Across(boolean axis, int from, int to, int y) implements Part {}

        /// A bar.
        ///
        /// @param series from 0; those of odd numbers are hatched
        record Bar(int series, int x, int y, int width, int height) implements Part {
            public boolean hatched() {
                return series % 2 == 1;
            }
        }

        /// Words on their base line.
        record Words(int x, int y, Anchor anchor, String text) implements Part {}
    }

    /// What of the words stands at their place.
    public enum Anchor {
        START,
        MIDDLE,
        END
    }

    public static Bars of(Chart chart) {
        return new Drawing(chart).drawn();
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

    private static final class Drawing {
        private final Chart chart;
        private final long most;
        private final List<Part> parts = new ArrayList<>();

        Drawing(Chart chart) {
            this.chart = chart;
            this.most = round(chart.groups().stream()
                    .flatMap(group -> group.values().stream())
                    .mapToLong(Long::longValue)
                    .max()
                    .orElse(0));
        }

        Bars drawn() {
            legend();
            for (int tick = 0; tick <= TICKS; tick++) {
                int y = y(most * tick / TICKS);
                parts.add(new Part.Across(tick == 0, LEFT, WIDTH - RIGHT, y));
                words(LEFT - 8, y + 4, Anchor.END, Long.toString(most * tick / TICKS));
            }
            int each = (WIDTH - LEFT - RIGHT) / Math.max(1, chart.groups().size());
            int skip = Math.max(1, (LABEL + each - 1) / Math.max(1, each));
            for (int i = 0; i < chart.groups().size(); i++) {
                group(chart.groups().get(i), LEFT + i * each, each, i % skip == 0);
            }
            return new Bars(parts);
        }

        private void legend() {
            words(LEFT, 14, Anchor.START, chart.unit());
            int x = WIDTH - RIGHT;
            for (int i = chart.series().size() - 1; i >= 0 && chart.series().size() > 1; i--) {
                String name = chart.series().get(i);
                words(x, 14, Anchor.END, name);
                x -= 9 * name.length() + 18;
                parts.add(new Part.Bar(i, x, 4, 12, 12));
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
                    parts.add(new Part.Bar(i, from + i * bar, y, Math.max(1, bar - 2), y(0) - y));
                    if (bar >= 26) {
                        words(from + i * bar + bar / 2 - 1, y - 5, Anchor.MIDDLE, Long.toString(value));
                    }
                }
            }
            if (labelled) {
                words(x + width / 2, HEIGHT - BOTTOM + 20, Anchor.MIDDLE, group.label());
            }
        }

        private int y(long value) {
            return HEIGHT - BOTTOM - (int) (value * (HEIGHT - TOP - BOTTOM) / Math.max(1, most));
        }

        private void words(int x, int y, Anchor anchor, String text) {
            parts.add(new Part.Words(x, y, anchor, text));
        }
    }
}
