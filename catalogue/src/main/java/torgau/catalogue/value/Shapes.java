package torgau.catalogue.value;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import torgau.catalogue.FieldType.Dimension;
import torgau.catalogue.FieldType.Range;
import torgau.catalogue.value.Fault.Rule;

/// Reads places, areas and routes.
final class Shapes {
    private static final int MAX_POINTS = 64;
    private static final int MAX_LETTERS = 120;
    private static final String[] KINDS = {"polygon", "circle", "corridor", "quadrant"};

    private final Parts parts;

    Shapes(Parts parts) {
        this.parts = parts;
    }

    Value.@Nullable Position position(Raw raw, String path, boolean coarse) {
        Value value = parts.word(raw, path, Rule.POSITION, List.of(), Places::position);
        if (value instanceof Value.Position position) {
            if (!position.coarse() || coarse) {
                return position;
            }
            parts.no(path, Places.written(position), Rule.COARSE);
        }
        return null;
    }

    private @Nullable List<Value.Position> positions(Raw raw, String path, int least) {
        var places = new ArrayList<Value.Position>();
        List<Raw> items = parts.list(raw, path, new Range(least, MAX_POINTS));
        for (Raw item : items) {
            Value.Position place = position(item, path + "[" + (places.size() + 1) + "]", false);
            if (place == null) {
                return null;
            }
            places.add(place);
        }
        return items.isEmpty() ? null : places;
    }

    @Nullable
    Value area(Raw raw, String path, boolean coarse) {
        if (!(raw instanceof Raw.Pairs(SequencedMap<String, Raw> shape)) || shape.size() != 1) {
            return parts.no(path, "", Rule.AREA, KINDS);
        }
        Raw body = shape.firstEntry().getValue();
        return switch (shape.firstEntry().getKey()) {
            case "polygon" -> {
                List<Value.Position> corners = positions(body, path, 3);
                yield corners == null ? null : new Value.Area.Polygon(corners);
            }
            case "circle" -> circle(body, path);
            case "corridor" -> corridor(body, path);
            case "quadrant" -> coarse ? quadrant(body, path) : parts.no(path, "quadrant", Rule.COARSE);
            default -> parts.no(path, shape.firstEntry().getKey(), Rule.AREA, KINDS);
        };
    }

    private @Nullable Value circle(Raw raw, String path) {
        SequencedMap<String, Raw> given = parts.pairs(raw, path, "centre", "radius");
        if (given.isEmpty()) {
            return null;
        }
        Value.Position centre = position(Parts.part(given, "centre"), path + ".centre", false);
        Value radius = length(Parts.part(given, "radius"), path + ".radius");
        return centre != null && radius instanceof Value.Quantity length ? new Value.Area.Circle(centre, length) : null;
    }

    private @Nullable Value corridor(Raw raw, String path) {
        SequencedMap<String, Raw> given = parts.pairs(raw, path, "along", "width");
        if (given.isEmpty()) {
            return null;
        }
        List<Value.Position> along = positions(Parts.part(given, "along"), path + ".along", 2);
        Value width = length(Parts.part(given, "width"), path + ".width");
        return along != null && width instanceof Value.Quantity length ? new Value.Area.Corridor(along, length) : null;
    }

    private @Nullable Value quadrant(Raw raw, String path) {
        SequencedMap<String, Raw> given = parts.pairs(raw, path, "of", "part");
        if (given.isEmpty()) {
            return null;
        }
        String of = parts.word(Parts.part(given, "of"), path + ".of");
        String part = parts.word(Parts.part(given, "part"), path + ".part");
        if (of == null || part == null) {
            return null;
        }
        return fits(of) && fits(part)
                ? new Value.Area.Quadrant(of, part)
                : parts.no(path, of, Rule.LETTERS, "1", String.valueOf(MAX_LETTERS));
    }

    private static boolean fits(String name) {
        return !name.isEmpty() && name.codePointCount(0, name.length()) <= MAX_LETTERS;
    }

    private @Nullable Value length(Raw raw, String path) {
        return parts.word(
                raw, path, Rule.AMOUNT, Dimension.LENGTH.units(), text -> Amounts.quantity(text, Dimension.LENGTH));
    }

    @Nullable
    Value route(Raw raw, String path) {
        var points = new ArrayList<Value.Route.Point>();
        List<Raw> items = parts.list(raw, path, new Range(1, MAX_POINTS));
        for (Raw item : items) {
            String at = path + "[" + (points.size() + 1) + "]";
            String text = parts.word(item, at);
            if (text == null) {
                return null;
            }
            String[] halves = text.split("\\s+at\\s+", 2);
            Value.Position place = position(new Raw.Word(halves[0]), at, false);
            Optional<Long> time = halves.length < 2 ? Optional.empty() : Times.instant(halves[1]);
            if (place == null || (halves.length == 2 && time.isEmpty())) {
                return place == null ? null : parts.no(at, halves[1], Rule.TIME);
            }
            points.add(new Value.Route.Point(place, time.orElse(null)));
        }
        return items.isEmpty() ? null : new Value.Route(points);
    }
}
