package torgau.catalogue.value;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import torgau.catalogue.value.Value.Area;
import torgau.catalogue.value.Value.Level;
import torgau.catalogue.value.Value.Position;
import torgau.catalogue.value.Value.Quantity;
import torgau.journal.Decoded;
import torgau.journal.Digest;
import torgau.journal.Fields;
import torgau.journal.cbor.CborReader;
import torgau.journal.cbor.CborValue;
import torgau.journal.cbor.CborWriter;

/// The fields of a filed format as bytes: `[* [name, kind, data]]`, in the order of the format. It says
/// by itself what each field is, so that who does not know the format can still show it. Shapes:
/// docs/spec/07-formats.md.
public final class FilingCodec {
    /// Fields of a format, rows of a table, points of a line.
    public static final int MOST = 100;

    private static final int NAME_BYTES = 64;
    private static final int TEXT_BYTES = 32_768;
    private static final long MOST_MILLIS = (1L << 53) - 1;

    private FilingCodec() {}

    /// The one encoding of these fields in this order.
    ///
    /// @throws IllegalArgumentException if a person stands in them: such a value goes into an annex
    public static byte[] encode(SequencedMap<String, Value> fields) {
        Fields.shape(fields.values().stream().noneMatch(FilingCodec::bare), "personal data outside an annex");
        var out = new CborWriter();
        fields(out, fields);
        return out.toByteArray();
    }

    /// The fields that these bytes say, or why they are none. A kind that is not known here is kept as
    /// it came.
    public static Decoded<SequencedMap<String, Value>> decode(byte[] bytes) {
        return Decoded.reading("fields", () -> {
            var in = new CborReader(bytes);
            SequencedMap<String, Value> fields = fields(in);
            in.end();
            Fields.shape(fields.values().stream().noneMatch(FilingCodec::bare), "personal data outside an annex");
            return fields;
        });
    }

    /// Whether a value names a person where everybody can read it.
    private static boolean bare(Value value) {
        return value instanceof Value.Person
                || (value instanceof Value.Rows(var rows)
                        && rows.stream().anyMatch(row -> row.values().stream().anyMatch(FilingCodec::bare)));
    }

    private static void fields(CborWriter out, Map<String, Value> fields) {
        out.array(fields.size());
        fields.forEach((name, value) -> {
            out.array(3).text(name);
            value(out, value);
        });
    }

    private static SequencedMap<String, Value> fields(CborReader in) {
        var fields = new LinkedHashMap<String, Value>();
        for (int left = Fields.count(in, "fields", MOST); left > 0; left--) {
            in.array(3);
            String name = in.text(NAME_BYTES);
            Fields.shape(fields.put(name, value(in)) == null, "field " + name + " twice");
        }
        return fields;
    }

    static void value(CborWriter out, Value value) {
        switch (value) {
            case Value.Undisclosed _ -> out.integer(Kinds.UNDISCLOSED).nil();
            case Value.Words(String text) -> out.integer(Kinds.WORDS).text(text);
            case Value.Items(List<String> texts) -> texts(out.integer(Kinds.ITEMS), texts);
            case Value.Code(String code) -> out.integer(Kinds.CODE).text(code);
            case Value.Codes(List<String> codes) -> texts(out.integer(Kinds.CODES), codes);
            case Value.YesNo(boolean yes) -> out.integer(Kinds.YES_NO).bool(yes);
            case Quantity quantity -> quantity(out.integer(Kinds.QUANTITY), quantity);
            case Value.Count(long from, long to) ->
                out.integer(Kinds.COUNT).array(2).integer(from).integer(to);
            case Value.Instant(long millis) -> out.integer(Kinds.INSTANT).integer(millis);
            case Value.Period(long from, Long to) ->
                timeOrNull(out.integer(Kinds.PERIOD).array(2).integer(from), to);
            case Position place -> position(out.integer(Kinds.POSITION), place);
            case Area.Polygon(List<Position> corners) -> positions(out.integer(Kinds.POLYGON), corners);
            case Area.Circle(Position centre, Quantity radius) -> {
                position(out.integer(Kinds.CIRCLE).array(2), centre);
                quantity(out, radius);
            }
            case Area.Corridor(List<Position> along, Quantity width) -> {
                positions(out.integer(Kinds.CORRIDOR).array(2), along);
                quantity(out, width);
            }
            case Area.Quadrant(String of, String part) ->
                out.integer(Kinds.QUADRANT).array(2).text(of).text(part);
            case Value.Altitude(Level lower, Level upper) -> {
                level(out.integer(Kinds.ALTITUDE).array(2), lower);
                level(out, upper);
            }
            case Value.Route(List<Value.Route.Point> points) -> {
                out.integer(Kinds.ROUTE).array(points.size());
                points.forEach(point -> {
                    position(out.array(2), point.place());
                    timeOrNull(out, point.at());
                });
            }
            case Value.Frequency(long hertz) -> out.integer(Kinds.FREQUENCY).integer(hertz);
            case Value.Heading(int degrees) -> out.integer(Kinds.HEADING).integer(degrees);
            case Value.Name(String text) -> out.integer(Kinds.NAME).text(text);
            case Value.Office(String title, String capacity) ->
                out.integer(Kinds.OFFICE).array(2).text(title).text(capacity);
            case Value.Rows(List<NavigableMap<String, Value>> rows) -> {
                out.integer(Kinds.ROWS).array(rows.size());
                rows.forEach(row -> fields(out, row));
            }
            case Value.Answers(List<Optional<String>> answers) -> {
                out.integer(Kinds.ANSWERS).array(answers.size());
                answers.forEach(answer -> answer.ifPresentOrElse(out::text, out::nil));
            }
            case Value.Message(var place) -> Fields.reference(out.integer(Kinds.MESSAGE), place);
            case Value.Attachment(String name, Digest blob, Digest key, long length) ->
                out.integer(Kinds.ATTACHMENT)
                        .array(4)
                        .text(name)
                        .bytes(blob.bytes())
                        .bytes(key.bytes())
                        .integer(length);
            case Value.Annexed(Digest blob, int length) ->
                out.integer(Kinds.ANNEXED).array(2).bytes(blob.bytes()).integer(length);
            case Value.Person person -> person(out.integer(Kinds.PERSON), person);
            case Value.Keyed(Digest code) -> out.integer(Kinds.KEYED).bytes(code.bytes());
            case Value.NotHere _ -> throw new IllegalArgumentException("what is not here is not written");
            case Value.Foreign(int kind, CborValue data) -> data.write(out.integer(kind));
        }
    }

    static Value value(CborReader in) {
        int kind = (int) in.unsigned(Kinds.MOST);
        return switch (kind) {
            case Kinds.UNDISCLOSED -> {
                in.nil();
                yield new Value.Undisclosed();
            }
            case Kinds.WORDS -> new Value.Words(in.text(TEXT_BYTES));
            case Kinds.ITEMS -> new Value.Items(texts(in));
            case Kinds.CODE -> new Value.Code(in.text(NAME_BYTES));
            case Kinds.CODES -> new Value.Codes(texts(in));
            case Kinds.YES_NO -> new Value.YesNo(in.bool());
            case Kinds.QUANTITY -> quantity(in);
            case Kinds.COUNT -> {
                in.array(2);
                yield new Value.Count(in.unsigned(Integer.MAX_VALUE), in.unsigned(Integer.MAX_VALUE));
            }
            case Kinds.INSTANT -> new Value.Instant(in.unsigned(MOST_MILLIS));
            case Kinds.PERIOD -> {
                in.array(2);
                yield new Value.Period(in.unsigned(MOST_MILLIS), timeOrNull(in));
            }
            case Kinds.POSITION -> position(in);
            case Kinds.POLYGON -> new Area.Polygon(positions(in));
            case Kinds.CIRCLE -> {
                in.array(2);
                yield new Area.Circle(position(in), quantity(in));
            }
            case Kinds.CORRIDOR -> {
                in.array(2);
                yield new Area.Corridor(positions(in), quantity(in));
            }
            case Kinds.QUADRANT -> {
                in.array(2);
                yield new Area.Quadrant(in.text(TEXT_BYTES), in.text(TEXT_BYTES));
            }
            case Kinds.ALTITUDE -> {
                in.array(2);
                yield new Value.Altitude(level(in), level(in));
            }
            case Kinds.ROUTE ->
                new Value.Route(list(in, () -> {
                    in.array(2);
                    return new Value.Route.Point(position(in), timeOrNull(in));
                }));
            case Kinds.FREQUENCY -> new Value.Frequency(in.unsigned(MOST_MILLIS));
            case Kinds.HEADING -> new Value.Heading((int) in.unsigned(359));
            case Kinds.NAME -> new Value.Name(in.text(TEXT_BYTES));
            case Kinds.OFFICE -> {
                in.array(2);
                yield new Value.Office(in.text(TEXT_BYTES), in.text(TEXT_BYTES));
            }
            case Kinds.ROWS -> new Value.Rows(list(in, () -> row(in)));
            case Kinds.ANSWERS -> new Value.Answers(list(in, () -> textOrNone(in)));
            case Kinds.MESSAGE -> new Value.Message(Fields.reference(in));
            case Kinds.ATTACHMENT -> {
                in.array(4);
                yield new Value.Attachment(
                        in.text(TEXT_BYTES),
                        Fields.digest(in),
                        Fields.digest(in),
                        in.unsigned(Value.Attachment.MAX_BYTES));
            }
            case Kinds.ANNEXED -> {
                in.array(2);
                yield new Value.Annexed(Fields.digest(in), (int) in.unsigned(Value.Annexed.MAX_BYTES));
            }
            case Kinds.PERSON -> person(in);
            case Kinds.KEYED -> new Value.Keyed(Fields.digest(in));
            default -> new Value.Foreign(kind, CborValue.read(in));
        };
    }

    /// The columns of a row ascend by name, so that a row has one encoding.
    private static NavigableMap<String, Value> row(CborReader in) {
        SequencedMap<String, Value> row = fields(in);
        var sorted = new TreeMap<>(row);
        Fields.shape(List.copyOf(sorted.keySet()).equals(List.copyOf(row.keySet())), "columns out of order");
        return sorted;
    }

    private static <T> List<T> list(CborReader in, Supplier<T> item) {
        var items = new ArrayList<T>();
        for (int left = Fields.count(in, "items", MOST); left > 0; left--) {
            items.add(item.get());
        }
        return items;
    }

    private static void texts(CborWriter out, List<String> texts) {
        out.array(texts.size());
        texts.forEach(out::text);
    }

    private static List<String> texts(CborReader in) {
        return list(in, () -> in.text(TEXT_BYTES));
    }

    private static Optional<String> textOrNone(CborReader in) {
        if (in.nextIsNull()) {
            in.nil();
            return Optional.empty();
        }
        return Optional.of(in.text(TEXT_BYTES));
    }

    private static void person(CborWriter out, Value.Person person) {
        out.array(6).text(person.name());
        for (String part : new String[] {person.latin(), person.rank(), person.post(), person.document()}) {
            Optional.ofNullable(part).ifPresentOrElse(out::text, out::nil);
        }
        Optional.ofNullable(person.born()).ifPresentOrElse(out::integer, out::nil);
    }

    private static Value person(CborReader in) {
        in.array(6);
        String name = in.text(TEXT_BYTES);
        var parts = new ArrayList<Optional<String>>();
        for (int part = 0; part < 4; part++) {
            parts.add(textOrNone(in));
        }
        Long born = timeOrNull(in);
        Fields.shape(born == null || born <= Value.Person.LAST_YEAR, "born in " + born);
        return new Value.Person(
                name,
                parts.get(0).orElse(null),
                parts.get(1).orElse(null),
                parts.get(2).orElse(null),
                parts.get(3).orElse(null),
                born == null ? null : born.intValue());
    }

    private static void timeOrNull(CborWriter out, @Nullable Long millis) {
        if (millis == null) {
            out.nil();
        } else {
            out.integer(millis);
        }
    }

    private static @Nullable Long timeOrNull(CborReader in) {
        if (in.nextIsNull()) {
            in.nil();
            return null;
        }
        return in.unsigned(MOST_MILLIS);
    }

    private static void quantity(CborWriter out, Quantity quantity) {
        out.array(2).integer(quantity.thousandths()).text(quantity.unit());
    }

    private static Quantity quantity(CborReader in) {
        in.array(2);
        return new Quantity(in.unsigned(MOST_MILLIS), in.text(NAME_BYTES));
    }

    private static void position(CborWriter out, Position place) {
        out.array(3).integer(place.latitude()).integer(place.longitude()).bool(place.coarse());
    }

    private static Position position(CborReader in) {
        in.array(3);
        return new Position(angle(in), angle(in), in.bool());
    }

    private static int angle(CborReader in) {
        long angle = in.integer();
        Fields.shape(-180L * Position.DEGREE <= angle && angle <= 180L * Position.DEGREE, "an angle of " + angle);
        return (int) angle;
    }

    private static void positions(CborWriter out, List<Position> places) {
        out.array(places.size());
        places.forEach(place -> position(out, place));
    }

    private static List<Position> positions(CborReader in) {
        return list(in, () -> position(in));
    }

    private static void level(CborWriter out, Level level) {
        switch (level) {
            case Level.Ground _ -> out.array(1).integer(Kinds.GROUND);
            case Level.Unlimited _ -> out.array(1).integer(Kinds.UNLIMITED);
            case Level.FlightLevel(int hundreds) ->
                out.array(2).integer(Kinds.FLIGHT_LEVEL).integer(hundreds);
            case Level.Height(Quantity height, boolean aboveGround) ->
                quantity(out.array(2).integer(aboveGround ? Kinds.ABOVE_GROUND : Kinds.ABOVE_SEA), height);
        }
    }

    private static Level level(CborReader in) {
        int items = in.array();
        int kind = (int) in.unsigned(Kinds.ABOVE_SEA);
        Fields.shape(items == (kind <= Kinds.UNLIMITED ? 1 : 2), "level " + kind + " with " + items + " items");
        return switch (kind) {
            case Kinds.GROUND -> new Level.Ground();
            case Kinds.UNLIMITED -> new Level.Unlimited();
            case Kinds.FLIGHT_LEVEL -> new Level.FlightLevel((int) in.unsigned(999));
            default -> new Level.Height(quantity(in), kind == Kinds.ABOVE_GROUND);
        };
    }
}
