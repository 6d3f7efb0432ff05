package torgau.catalogue.picture;

import java.util.List;

/// Boxes and lines, each at its place; the corner above left is 0, 0.
record Drawing(List<Box> boxes, List<Net> nets, double width, double height) {
    Drawing {
        boxes = List.copyOf(boxes);
        nets = List.copyOf(nets);
    }

    static Drawing of(Columns columns) {
        return new Router(columns).drawing();
    }
}
