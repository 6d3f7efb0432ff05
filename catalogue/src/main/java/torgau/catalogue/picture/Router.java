package torgau.catalogue.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.SequencedSet;
import java.util.TreeMap;

/// Leads every line through the tracks.
final class Router {
    private static final double STEP = 5;
    /// Between a box and the first track beside it.
    private static final double ROOM = 9;

    private final Columns columns;
    private final NavigableMap<String, Integer> column;
    private final List<SequencedSet<String>> tracks;
    private final List<Box> placed = new ArrayList<>();
    private final List<NavigableMap<String, Double>> trackX = new ArrayList<>();
    private final Map<String, Box> byState = new TreeMap<>();
    private double width;
    private int lanes;

    Router(Columns columns) {
        this.columns = columns;
        this.column = columns.byState();
        this.tracks = columns.tracks();
    }

    Drawing drawing() {
        int all = 0;
        for (String state : column.keySet()) {
            all += over(state, true) ? 1 : 0;
            all += over(state, false) ? 1 : 0;
        }
        double top = all * STEP + (all == 0 ? 0 : ROOM);
        place(top);
        var nets = new ArrayList<Net>();
        for (Box box : placed) {
            for (boolean rightwards : new boolean[] {true, false}) {
                if (!channels(box.state(), rightwards).isEmpty()) {
                    nets.add(net(box, rightwards));
                }
            }
        }
        return new Drawing(placed, nets, width, top + columns.height());
    }

    private void place(double top) {
        double x = 0;
        for (int i = 0; i < columns.boxes().size(); i++) {
            double y = top;
            double right = x;
            for (Box box : columns.boxes().get(i)) {
                Box at = box.at(x, y);
                placed.add(at);
                byState.put(at.state(), at);
                y = at.bottom() + Columns.GAP;
                right = at.right();
            }
            var xs = new TreeMap<String, Double>();
            for (String state : tracks.get(i)) {
                xs.put(state, right + ROOM + xs.size() * STEP);
            }
            trackX.add(xs);
            x = right + 2 * ROOM + xs.size() * STEP;
            width = xs.isEmpty() ? right : x;
        }
    }

    /// The columns beside which a track runs that enters a state from this side.
    private List<Integer> channels(String state, boolean rightwards) {
        var channels = new ArrayList<Integer>();
        int own = column.getOrDefault(state, 0);
        for (int i = 0; i < tracks.size(); i++) {
            if (tracks.get(i).contains(state) && i < own == rightwards) {
                channels.add(i);
            }
        }
        return channels;
    }

    private boolean over(String state, boolean rightwards) {
        return channels(state, rightwards).size() > 1;
    }

    private Net net(Box to, boolean rightwards) {
        var lines = new ArrayList<Net.Line>();
        var dots = new ArrayList<Net.Point>();
        List<Integer> channels = channels(to.state(), rightwards);
        double lane = over(to.state(), rightwards) ? ++lanes * STEP : Double.NaN;
        int entry = rightwards ? channels.getLast() : channels.getFirst();
        double end = rightwards ? to.entry(placed(entry)) : to.entry();
        for (int channel : channels) {
            double x = x(channel, to.state());
            var stops = new ArrayList<Double>();
            for (Box box : placed(channel)) {
                stops.addAll(rows(box, to.state(), x, lines, dots));
            }
            if (channel == entry) {
                stops.add(end);
            }
            if (!Double.isNaN(lane)) {
                stops.add(lane);
            }
            stops.sort(null);
            lines.add(new Net.Line(x, stops.getFirst(), x, stops.getLast()));
        }
        if (!Double.isNaN(lane)) {
            lines.add(new Net.Line(x(channels.getFirst(), to.state()), lane, x(channels.getLast(), to.state()), lane));
        }
        var tip = new Net.Point(rightwards ? to.x() : to.right(), end);
        lines.add(new Net.Line(x(entry, to.state()), end, tip.x(), tip.y()));
        return new Net(to.state(), lines, dots, tip, rightwards);
    }

    private List<Box> placed(int channel) {
        return columns.boxes().get(channel).stream()
                .map(box -> byState.getOrDefault(box.state(), box))
                .toList();
    }

    private List<Double> rows(Box box, String to, double x, List<Net.Line> lines, List<Net.Point> dots) {
        var stops = new ArrayList<Double>();
        for (Row row : box.rows()) {
            if (to.equals(row.to())) {
                double y = box.y() + row.port();
                lines.add(new Net.Line(box.right(), y, x, y));
                dots.add(new Net.Point(x, y));
                stops.add(y);
            }
        }
        return stops;
    }

    private double x(int channel, String state) {
        return trackX.get(channel).getOrDefault(state, 0.0);
    }
}
