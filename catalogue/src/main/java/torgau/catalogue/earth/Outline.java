package torgau.catalogue.earth;

import com.google.common.geometry.S2LatLng;
import com.google.common.geometry.S2Loop;
import com.google.common.geometry.S2Point;
import com.google.common.geometry.S2Polygon;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.sf.geographiclib.Geodesic;
import net.sf.geographiclib.GeodesicData;
import net.sf.geographiclib.GeodesicLine;
import torgau.catalogue.value.Value.Position;

/// Closed lines on WGS-84 as polygons of a sphere. Their points are so near to each other that the edges
/// of the one are those of the other to within a metre.
final class Outline {
    /// Metres between two points of an edge.
    private static final double STEP = 100_000;
    /// Points of half a circle: it is drawn to a thousandth of its radius.
    private static final int HALF_CIRCLE = 36;
    private static final double THOUSANDTHS = 60_000;

    private final List<S2Point> points = new ArrayList<>();

    private Outline() {}

    /// What lies on the smaller side of a line through these corners, which is closed from the last to the
    /// first; empty if it crosses itself or has no inside.
    static Optional<S2Polygon> inside(List<Position> corners) {
        var outline = new Outline();
        for (int i = 0; i < corners.size(); i++) {
            GeodesicLine edge = edge(corners.get(i), corners.get((i + 1) % corners.size()));
            int steps = steps(edge);
            for (int step = 0; step < steps; step++) {
                outline.add(edge.Position(edge.Distance() * step / steps));
            }
        }
        return outline.closed();
    }

    static Optional<S2Polygon> around(Position centre, double radius) {
        var outline = new Outline();
        outline.arc(latitude(centre), longitude(centre), 0, radius, 2 * HALF_CIRCLE);
        return outline.closed();
    }

    /// All that lies no farther than `half` from a line between two places.
    static Optional<S2Polygon> along(Position from, Position to, double half) {
        GeodesicLine line = edge(from, to);
        if (line.Distance() < half / 1_000) {
            return around(from, half);
        }
        var outline = new Outline();
        int steps = steps(line);
        GeodesicData start = line.Position(0);
        outline.arc(start.lat2, start.lon2, start.azi2 + 90, half, HALF_CIRCLE);
        for (int step = 0; step < steps; step++) {
            outline.beside(line, step, steps, -90, half);
        }
        GeodesicData end = line.Position(line.Distance());
        outline.arc(end.lat2, end.lon2, end.azi2 - 90, half, HALF_CIRCLE);
        for (int step = steps; step > 0; step--) {
            outline.beside(line, step, steps, 90, half);
        }
        return outline.closed();
    }

    /// Points around one, beginning at an azimuth and going clockwise.
    private void arc(double latitude, double longitude, double azimuth, double radius, int count) {
        for (int i = 0; i < count; i++) {
            add(Geodesic.WGS84.Direct(latitude, longitude, azimuth + i * 180.0 / HALF_CIRCLE, radius));
        }
    }

    private void beside(GeodesicLine line, int step, int steps, double turn, double half) {
        GeodesicData at = line.Position(line.Distance() * step / steps);
        add(Geodesic.WGS84.Direct(at.lat2, at.lon2, at.azi2 + turn, half));
    }

    private static GeodesicLine edge(Position from, Position to) {
        return Geodesic.WGS84.InverseLine(latitude(from), longitude(from), latitude(to), longitude(to));
    }

    private static int steps(GeodesicLine edge) {
        return Math.max(1, (int) Math.ceil(edge.Distance() / STEP));
    }

    private static double latitude(Position place) {
        return place.latitude() / THOUSANDTHS;
    }

    private static double longitude(Position place) {
        return place.longitude() / THOUSANDTHS;
    }

    private void add(GeodesicData at) {
        S2Point point = S2LatLng.fromDegrees(at.lat2, at.lon2).toPoint();
        if (points.isEmpty() || !points.getLast().equals(point)) {
            points.add(point);
        }
    }

    private Optional<S2Polygon> closed() {
        if (points.size() > 1 && points.getLast().equals(points.getFirst())) {
            points.removeLast();
        }
        if (points.size() < 3 || !S2Loop.isValid(points)) {
            return Optional.empty();
        }
        var loop = new S2Loop(points);
        loop.normalize();
        return loop.isValid() ? Optional.of(new S2Polygon(loop)) : Optional.empty();
    }
}
