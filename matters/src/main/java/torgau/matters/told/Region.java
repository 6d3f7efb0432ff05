package torgau.matters.told;

import java.util.List;
import torgau.catalogue.value.Value;

/// A piece of the Earth between two parallels and two meridians. It may lie across the 180th meridian.
///
/// @param south thousandths of a minute, as all of them
/// @param west more than `east` if it lies across the 180th meridian
public record Region(int south, int west, int north, int east) {
    private static final int DEGREE = 60_000;

    public Region {
        if (south > north) {
            throw new IllegalArgumentException("its south lies north of its north");
        }
    }

    /// Whether any point that a value names lies in it; of an area and a route their corners count, of a
    /// circle its centre, and a named part of a region lies nowhere.
    boolean has(Value value) {
        return switch (value) {
            case Value.Position place -> holds(place);
            case Value.Area.Polygon(List<Value.Position> corners) ->
                corners.stream().anyMatch(this::holds);
            case Value.Area.Circle(Value.Position centre, Value.Quantity _) -> holds(centre);
            case Value.Area.Corridor(List<Value.Position> along, Value.Quantity _) ->
                along.stream().anyMatch(this::holds);
            case Value.Route(List<Value.Route.Point> points) -> points.stream().anyMatch(point -> holds(point.place()));
            default -> false;
        };
    }

    /// Of a place of whole degrees, one degree around it counts.
    private boolean holds(Value.Position place) {
        int slack = place.coarse() ? DEGREE : 0;
        return south - slack <= place.latitude()
                && place.latitude() <= north + slack
                && (within(place.longitude())
                        || within(place.longitude() + slack)
                        || within(place.longitude() - slack));
    }

    private boolean within(int longitude) {
        return west <= east ? west <= longitude && longitude <= east : west <= longitude || longitude <= east;
    }
}
