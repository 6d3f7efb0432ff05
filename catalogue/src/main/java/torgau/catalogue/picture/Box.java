package torgau.catalogue.picture;

import java.util.ArrayList;
import java.util.List;

/// A state with what may be sent in it, somewhere on the page.
record Box(String state, List<String> title, List<Row> rows, double x, double y, double width) {
    static final double TITLE_SIZE = 9.5;
    static final double TITLE_LEADING = 12;
    static final double PAD = 6;

    Box {
        title = List.copyOf(title);
        rows = List.copyOf(rows);
    }

    /// A box of this width, at no place yet.
    static Box of(Wording wording, String state, double width) {
        List<String> title = Lettering.wrapped(wording.state(state), width - 2 * PAD, TITLE_SIZE * 1.05);
        var rows = new ArrayList<Row>();
        double top = titleHeight(title) + PAD / 2;
        String role = "";
        List<Move> moves = wording.moves(state);
        for (Move move : moves) {
            if (!move.role().equals(role)) {
                role = move.role();
                var said = Lettering.wrapped(wording.role(role), width - 2 * PAD, Row.SIZE);
                rows.add(new Row("", said, null, top));
                top += rows.getLast().height();
            }
            var said = Lettering.wrapped(wording.format(move.format()), width - 2 * PAD - Row.INDENT, Row.SIZE);
            rows.add(new Row(move.format(), said, move.to(), top));
            top += rows.getLast().height();
        }
        if (moves.isEmpty()) {
            rows.add(new Row("", Lettering.wrapped(wording.label("end"), width - 2 * PAD, Row.SIZE), null, top));
        }
        return new Box(state, title, rows, 0, 0, width);
    }

    Box at(double left, double top) {
        return new Box(state, title, rows, left, top, width);
    }

    private static double titleHeight(List<String> title) {
        return title.size() * TITLE_LEADING + PAD;
    }

    double titleHeight() {
        return titleHeight(title);
    }

    double height() {
        Row last = rows.getLast();
        return last.top() + last.height() + PAD / 2;
    }

    double right() {
        return x + width;
    }

    double bottom() {
        return y + height();
    }

    /// Where lines end that lead here from the right: no row of this column is as high.
    double entry() {
        return y + titleHeight() / 2;
    }

    /// Where lines end that lead here from the left: beside the title, as far as may be from the rows of the column
    /// before.
    double entry(List<Box> before) {
        double best = entry();
        double room = 0;
        for (double at = y + PAD / 2; at <= y + titleHeight() - PAD / 2; at += 0.5) {
            double nearest = distance(at, before);
            if (nearest > room) {
                best = at;
                room = nearest;
            }
        }
        return best;
    }

    private static double distance(double at, List<Box> boxes) {
        return boxes.stream()
                .flatMapToDouble(box -> box.rows().stream()
                        .filter(row -> row.to() != null)
                        .mapToDouble(row -> Math.abs(box.y() + row.port() - at)))
                .min()
                .orElse(1);
    }
}
