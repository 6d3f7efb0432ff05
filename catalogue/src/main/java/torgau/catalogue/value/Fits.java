package torgau.catalogue.value;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import torgau.catalogue.CodeList;
import torgau.catalogue.Field;
import torgau.catalogue.FieldType;

/// Whether the values of a filed format are of its fields' kinds. Asked of what another station filed,
/// which may have asked less of its officers than this one does.
public final class Fits {
    private Fits() {}

    /// What does not fit; empty if all does.
    public static Optional<String> unfit(
            List<Field> fields, Map<String, Value> values, Function<String, Optional<CodeList>> lists) {
        for (Field field : fields) {
            Value value = values.get(field.name());
            boolean needed = !field.optional() && Asked.of(field, values, values.keySet()) == Asked.YES;
            if (value == null ? needed : !fits(field, value, lists)) {
                return Optional.of(field.name() + (value == null ? " is missing" : " is of another kind"));
            }
        }
        return values.keySet().stream()
                .filter(name -> fields.stream().noneMatch(field -> field.name().equals(name)))
                .map(name -> name + " is no field of the format")
                .findFirst();
    }

    private static boolean fits(Field field, Value value, Function<String, Optional<CodeList>> lists) {
        if (value instanceof Value.Undisclosed) {
            return field.undisclosed();
        }
        return field.sensitive() ? value instanceof Value.Annexed : bare(field, value, lists);
    }

    /// Whether a value of a sensitive field, out of its annex, is of the field's kind.
    public static boolean bare(Field field, Value value, Function<String, Optional<CodeList>> lists) {
        return switch (field.type()) {
            case FieldType.Text _ -> value instanceof Value.Words;
            case FieldType.Numbered(FieldType.Range count, int _) ->
                value instanceof Value.Items(List<String> texts) && count.has(texts.size());
            case FieldType.OneCode(String list) -> value instanceof Value.Code(String code) && has(lists, list, code);
            case FieldType.SomeCodes(String list, FieldType.Range count) ->
                value instanceof Value.Codes(List<String> codes)
                        && count.has(codes.size())
                        && codes.stream().allMatch(code -> has(lists, list, code));
            case FieldType.YesNo _ -> value instanceof Value.YesNo;
            case FieldType.Quantity(FieldType.Dimension dimension) ->
                value instanceof Value.Quantity(long _, String unit)
                        && dimension.units().contains(unit);
            case FieldType.Count(FieldType.Range range) ->
                value instanceof Value.Count(long from, long to) && range.has(from) && range.has(to) && from <= to;
            case FieldType.Instant _ -> value instanceof Value.Instant;
            case FieldType.Period _ -> value instanceof Value.Period(long from, Long to) && (to == null || to >= from);
            case FieldType.Position(boolean coarse) ->
                value instanceof Value.Position place && (coarse || !place.coarse());
            case FieldType.Area(boolean coarse) -> value instanceof Value.Area area && fits(area, coarse);
            case FieldType.Altitude _ ->
                value instanceof Value.Altitude(Value.Level lower, Value.Level upper) && fits(lower) && fits(upper);
            case FieldType.Route _ -> value instanceof Value.Route(var points) && !points.isEmpty();
            case FieldType.Frequency _ -> value instanceof Value.Frequency;
            case FieldType.Heading _ -> value instanceof Value.Heading;
            case FieldType.Name _ -> value instanceof Value.Name;
            case FieldType.Office _ -> value instanceof Value.Office;
            case FieldType.Person _ -> value instanceof Value.Person;
            case FieldType.Table(List<Field> columns, FieldType.Range count) ->
                value instanceof Value.Rows(var rows)
                        && count.has(rows.size())
                        && rows.stream()
                                .allMatch(row -> unfit(columns, row, lists).isEmpty());
            case FieldType.PerItem _ -> value instanceof Value.Answers(var answers) && !answers.isEmpty();
            case FieldType.ReferenceTo _ -> value instanceof Value.Message;
            case FieldType.Attachment _ -> value instanceof Value.Attachment;
        };
    }

    private static boolean fits(Value.Area area, boolean coarse) {
        return switch (area) {
            case Value.Area.Polygon(var corners) -> corners.size() >= 3;
            case Value.Area.Circle(var _, Value.Quantity radius) -> fits(radius, FieldType.Dimension.LENGTH);
            case Value.Area.Corridor(var along, Value.Quantity width) ->
                along.size() >= 2 && fits(width, FieldType.Dimension.LENGTH);
            case Value.Area.Quadrant _ -> coarse;
        };
    }

    private static boolean fits(Value.Level level) {
        return !(level instanceof Value.Level.Height(Value.Quantity height, boolean _))
                || fits(height, FieldType.Dimension.HEIGHT);
    }

    private static boolean fits(Value.Quantity quantity, FieldType.Dimension dimension) {
        return dimension.units().contains(quantity.unit());
    }

    private static boolean has(Function<String, Optional<CodeList>> lists, String list, String code) {
        return lists.apply(list).flatMap(known -> known.item(code)).isPresent();
    }
}
