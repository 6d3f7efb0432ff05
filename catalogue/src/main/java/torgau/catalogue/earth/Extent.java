package torgau.catalogue.earth;

import com.google.common.geometry.S2Polygon;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import torgau.catalogue.value.Value;

/// What a value covers of the Earth's surface, as polygons that together are it.
///
/// @param coarse whether any of its positions was given in whole degrees
record Extent(List<S2Polygon> pieces, boolean coarse) {
    /// The longest degree of latitude, in metres.
    static final double DEGREE = 111_700;
    /// The breadth of a point and of a line. Positions are given to 1.9 m.
    private static final double LINE = 2;
    /// Wider circles and corridors reach over the other side of the Earth.
    private static final double WIDEST = 9_000_000;
    private static final int MOST_LEGS = 128;

    /// What a value covers, with a margin around it.
    ///
    /// @param margin in metres
    /// @return empty if it covers nothing that is known or can be compared
    static Optional<Extent> of(Value value, double margin) {
        return switch (value) {
            case Value.Position place -> along(List.of(place), 0, margin);
            case Value.Route(List<Value.Route.Point> points) ->
                along(points.stream().map(Value.Route.Point::place).toList(), 0, margin);
            case Value.Area.Circle(Value.Position centre, Value.Quantity radius) ->
                along(List.of(centre), metres(radius), margin);
            case Value.Area.Corridor(List<Value.Position> line, Value.Quantity width) ->
                along(line, metres(width) / 2, margin);
            case Value.Area.Polygon(List<Value.Position> corners) -> inside(corners, margin);
            default -> Optional.empty();
        };
    }

    /// All that lies no farther than this from a line, or from a point.
    private static Optional<Extent> along(List<Value.Position> line, double metres, double margin) {
        double half = Math.max(metres + margin, LINE);
        if (line.isEmpty() || line.size() > MOST_LEGS + 1 || half > WIDEST) {
            return Optional.empty();
        }
        var pieces = new ArrayList<Optional<S2Polygon>>();
        if (line.size() == 1) {
            pieces.add(Outline.around(line.getFirst(), half));
        }
        for (int i = 1; i < line.size(); i++) {
            pieces.add(Outline.along(line.get(i - 1), line.get(i), half));
        }
        return known(pieces, coarse(line));
    }

    /// The smaller side of a closed line.
    private static Optional<Extent> inside(List<Value.Position> corners, double margin) {
        if (corners.size() > MOST_LEGS) {
            return Optional.empty();
        }
        var pieces = new ArrayList<Optional<S2Polygon>>();
        pieces.add(Outline.inside(corners));
        for (int i = 0; margin > 0 && i < corners.size(); i++) {
            pieces.add(Outline.along(corners.get(i), corners.get((i + 1) % corners.size()), margin));
        }
        return known(pieces, coarse(corners));
    }

    private static Optional<Extent> known(List<Optional<S2Polygon>> pieces, boolean coarse) {
        return pieces.stream().allMatch(Optional::isPresent)
                ? Optional.of(
                        new Extent(pieces.stream().flatMap(Optional::stream).toList(), coarse))
                : Optional.empty();
    }

    private static boolean coarse(List<Value.Position> places) {
        return places.stream().anyMatch(Value.Position::coarse);
    }

    private static double metres(Value.Quantity length) {
        double factor = switch (length.unit()) {
            case "km" -> 1_000;
            case "nm" -> 1_852;
            case "ft" -> 0.3048;
            default -> 1;
        };
        return length.thousandths() / 1_000.0 * factor;
    }

    /// How this lies to another. A piece that lies across two of the other lies in it in part.
    Lies in(Extent other) {
        if (pieces.stream().allMatch(piece -> other.pieces.stream().anyMatch(whole -> whole.contains(piece)))) {
            return Lies.WITHIN;
        }
        return pieces.stream().anyMatch(piece -> other.pieces.stream().anyMatch(whole -> whole.intersects(piece)))
                ? Lies.IN_PART
                : Lies.APART;
    }
}
