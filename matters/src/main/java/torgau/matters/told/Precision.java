package torgau.matters.told;

import java.util.List;
import java.util.Optional;
import torgau.catalogue.value.Value;

/// How precisely something was told.
public enum Precision {
    EXACT,
    /// A range of numbers or altitudes, or a period that is open.
    BAND,
    /// A place by whole degrees, or by a named part of a region.
    COARSE,
    UNDISCLOSED;

    /// How precise a value is; empty of one for which that means nothing, such as free words.
    static Optional<Precision> of(Value value) {
        return switch (value) {
            case Value.Undisclosed _ -> Optional.of(UNDISCLOSED);
            case Value.Count(long from, long to) -> Optional.of(from == to ? EXACT : BAND);
            case Value.Quantity _, Value.Instant _, Value.Frequency _, Value.Heading _ -> Optional.of(EXACT);
            case Value.Name _, Value.Code _, Value.Codes _, Value.YesNo _ -> Optional.of(EXACT);
            case Value.Period(long _, Long to) -> Optional.of(to == null ? BAND : EXACT);
            case Value.Altitude(Value.Level lower, Value.Level upper) ->
                Optional.of(lower.equals(upper) ? EXACT : BAND);
            case Value.Position place -> Optional.of(place.coarse() ? COARSE : EXACT);
            case Value.Area area -> Optional.of(of(area));
            case Value.Route(List<Value.Route.Point> points) ->
                Optional.of(points.stream().anyMatch(point -> point.place().coarse()) ? COARSE : EXACT);
            case Value.Words _, Value.Items _, Value.Office _, Value.Rows _, Value.Answers _ -> Optional.empty();
            case Value.Message _, Value.Attachment _, Value.Annexed _, Value.Person _ -> Optional.empty();
            case Value.Keyed _, Value.NotHere _, Value.Foreign _ -> Optional.empty();
        };
    }

    private static Precision of(Value.Area area) {
        boolean coarse = switch (area) {
            case Value.Area.Polygon(List<Value.Position> corners) ->
                corners.stream().anyMatch(Value.Position::coarse);
            case Value.Area.Circle(Value.Position centre, Value.Quantity _) -> centre.coarse();
            case Value.Area.Corridor(List<Value.Position> along, Value.Quantity _) ->
                along.stream().anyMatch(Value.Position::coarse);
            case Value.Area.Quadrant _ -> true;
        };
        return coarse ? COARSE : EXACT;
    }
}
