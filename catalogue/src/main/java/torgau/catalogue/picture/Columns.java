package torgau.catalogue.picture;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.SequencedSet;
import java.util.TreeMap;

/// Which state stands in which column, and which tracks run between the columns. A layer that is too tall has several.
///
/// What leads to a state further right runs beside its own column, over the top, and down beside the state's column, to
/// enter it from the left. What leads back, or stays, enters from the right.
record Columns(List<List<Box>> boxes) {
    static final double GAP = 12;

    Columns {
        boxes = boxes.stream().map(List::copyOf).toList();
    }

    static Columns of(Wording wording, double boxWidth, double maxHeight) {
        var columns = new ArrayList<List<Box>>();
        for (List<String> layer : Layers.of(wording)) {
            double used = Double.POSITIVE_INFINITY;
            for (String state : layer) {
                Box box = Box.of(wording, state, boxWidth);
                if (used + box.height() > maxHeight) {
                    columns.add(new ArrayList<>());
                    used = 0;
                }
                columns.getLast().add(box);
                used += box.height() + GAP;
            }
        }
        return new Columns(columns);
    }

    /// The column of each state.
    NavigableMap<String, Integer> byState() {
        var columns = new TreeMap<String, Integer>();
        for (int column = 0; column < boxes.size(); column++) {
            for (Box box : boxes.get(column)) {
                columns.put(box.state(), column);
            }
        }
        return columns;
    }

    /// For each column the states to which a track runs on its right; those of the next column last, so that a line
    /// that
    /// enters there and one that turns back do not meet.
    List<SequencedSet<String>> tracks() {
        Map<String, Integer> column = byState();
        var tracks = new ArrayList<SequencedSet<String>>();
        boxes.forEach(each -> tracks.add(new LinkedHashSet<>()));
        for (int from = 0; from < boxes.size(); from++) {
            for (Box box : boxes.get(from)) {
                for (Row row : box.rows()) {
                    Integer to = row.to() == null ? null : column.get(row.to());
                    if (to != null && row.to() != null) {
                        tracks.get(from).add(row.to());
                        tracks.get(from < to ? to - 1 : to).add(row.to());
                    }
                }
            }
        }
        for (int i = 0; i < tracks.size(); i++) {
            SequencedSet<String> states = tracks.get(i);
            int next = i + 1;
            List<String> last = states.stream()
                    .filter(state -> Objects.equals(column.get(state), next))
                    .toList();
            last.forEach(states::addLast);
        }
        return tracks;
    }

    double height() {
        double height = 0;
        for (List<Box> column : boxes) {
            double used = -GAP;
            for (Box box : column) {
                used += box.height() + GAP;
            }
            height = Math.max(height, used);
        }
        return height;
    }
}
