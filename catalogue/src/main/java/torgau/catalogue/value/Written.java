package torgau.catalogue.value;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import torgau.catalogue.value.Value.Area;
import torgau.catalogue.value.Value.Level;
import torgau.catalogue.value.Value.Position;
import torgau.catalogue.value.Value.Quantity;
import torgau.journal.Digest;
import torgau.journal.Reference;

/// Values as a file writes them: what [FilingReader] reads back to the same values. docs/catalogue.md
/// has the table.
public final class Written {
    static final String BORN = "born";
    static final List<String> OF_A_PERSON = List.of("name", "latin", "rank", "post", "document", BORN);
    private static final String TO = "..";
    private static final long GIGA = 1_000_000_000;
    private static final long MEGA = 1_000_000;

    private final Numbers numbers;

    private Written(Numbers numbers) {
        this.numbers = numbers;
    }

    /// All fields of a filing, in their order.
    ///
    /// @param numbers says an entry's message number
    public static Raw.Pairs of(Map<String, Value> fields, Numbers numbers) {
        return new Written(numbers).fields(fields);
    }

    /// One value. Of a kind that this version does not know: its number and its bytes in hexadecimal,
    /// which no reader takes.
    public static Raw of(Value value, Numbers numbers) {
        return new Written(numbers).value(value);
    }

    private Raw.Pairs fields(Map<String, Value> fields) {
        var written = new LinkedHashMap<String, Raw>();
        fields.forEach((name, value) -> written.put(name, value(value)));
        return new Raw.Pairs(written);
    }

    private Raw value(Value value) {
        return switch (value) {
            case Value.Undisclosed _ -> new Raw.Word(FilingReader.UNDISCLOSED);
            case Value.Words(String text) -> new Raw.Word(text);
            case Value.Items(List<String> texts) -> words(texts);
            case Value.Code(String code) -> new Raw.Word(code);
            case Value.Codes(List<String> codes) -> words(codes);
            case Value.YesNo(boolean yes) -> new Raw.Word(yes ? "yes" : "no");
            case Quantity quantity -> new Raw.Word(amount(quantity));
            case Value.Count(long from, long to) -> new Raw.Word(from == to ? String.valueOf(from) : from + TO + to);
            case Value.Instant(long millis) -> new Raw.Word(Times.written(millis));
            case Value.Period(long from, Long to) ->
                new Raw.Word(Times.written(from) + TO + (to == null ? "" : Times.written(to)));
            case Position place -> new Raw.Word(Places.written(place));
            case Area area -> area(area);
            case Value.Altitude(Level lower, Level upper) -> new Raw.Word(band(lower, upper));
            case Value.Route(List<Value.Route.Point> points) ->
                words(points.stream().map(Written::point).toList());
            case Value.Frequency(long hertz) -> new Raw.Word(frequency(hertz));
            case Value.Heading(int degrees) -> new Raw.Word(Digits.of(degrees, 3));
            case Value.Name(String text) -> new Raw.Word(text);
            case Value.Office(String title, String capacity) ->
                pairs("title", new Raw.Word(title), "capacity", new Raw.Word(capacity));
            case Value.Rows(List<NavigableMap<String, Value>> rows) ->
                new Raw.Several(rows.stream().<Raw>map(this::fields).toList());
            case Value.Answers(List<Optional<String>> answers) ->
                words(answers.stream()
                        .map(answer -> answer.orElse(FilingReader.DECLINED))
                        .toList());
            case Value.Message(Reference place) -> new Raw.Word(numbers.number(place));
            case Value.Attachment(String name, Digest blob, Digest key, long length) ->
                pairs(
                        "name", new Raw.Word(name),
                        "blob", new Raw.Word(blob.hex()),
                        "key", new Raw.Word(key.hex()),
                        "bytes", number(length));
            case Value.Annexed(Digest blob, int length) ->
                new Raw.Word("annex " + blob.hex() + ", " + length + " bytes");
            case Value.Person person -> person(person);
            case Value.Keyed(Digest code) -> new Raw.Word("keyed hash " + code.hex());
            case Value.NotHere(Value.NotHere.Why why) ->
                new Raw.Word("annex: " + why.name().toLowerCase(Locale.ROOT).replace('_', ' '));
            case Value.Foreign foreign -> new Raw.Word(foreign(foreign));
        };
    }

    private static String foreign(Value.Foreign foreign) {
        return "kind " + foreign.kind() + ": "
                + HexFormat.of().formatHex(foreign.data().encode());
    }

    private static Raw person(Value.Person person) {
        SequencedMap<String, Raw> pairs = new LinkedHashMap<>();
        List<@Nullable String> parts =
                Arrays.asList(person.name(), person.latin(), person.rank(), person.post(), person.document());
        for (int part = 0; part < parts.size(); part++) {
            String name = OF_A_PERSON.get(part);
            Optional.ofNullable(parts.get(part)).ifPresent(text -> pairs.put(name, new Raw.Word(text)));
        }
        Optional.ofNullable(person.born()).ifPresent(year -> pairs.put(BORN, number(year)));
        return new Raw.Pairs(pairs);
    }

    private static Raw number(long number) {
        return new Raw.Word(String.valueOf(number));
    }

    private static Raw words(List<String> texts) {
        return new Raw.Several(texts.stream().<Raw>map(Raw.Word::new).toList());
    }

    private static Raw places(List<Position> places) {
        return words(places.stream().map(Places::written).toList());
    }

    /// Names and what they stand for, by turns.
    private static Raw pairs(Object... namesAndValues) {
        SequencedMap<String, Raw> pairs = new LinkedHashMap<>();
        for (int at = 0; at < namesAndValues.length; at += 2) {
            pairs.put((String) namesAndValues[at], (Raw) namesAndValues[at + 1]);
        }
        return new Raw.Pairs(pairs);
    }

    private static Raw area(Area area) {
        return switch (area) {
            case Area.Polygon(List<Position> corners) -> pairs("polygon", places(corners));
            case Area.Circle(Position centre, Quantity radius) ->
                pairs(
                        "circle",
                        pairs("centre", new Raw.Word(Places.written(centre)), "radius", new Raw.Word(amount(radius))));
            case Area.Corridor(List<Position> along, Quantity width) ->
                pairs("corridor", pairs("along", places(along), "width", new Raw.Word(amount(width))));
            case Area.Quadrant(String of, String part) ->
                pairs("quadrant", pairs("of", new Raw.Word(of), "part", new Raw.Word(part)));
        };
    }

    private static String amount(Quantity quantity) {
        return Amounts.decimal(quantity.thousandths()) + " " + quantity.unit();
    }

    /// In the greatest unit in which three decimals say it all.
    private static String frequency(long hertz) {
        if (hertz >= GIGA && hertz % MEGA == 0) {
            return Amounts.decimal(hertz / MEGA) + " GHz";
        }
        return hertz >= MEGA && hertz % 1_000 == 0
                ? Amounts.decimal(hertz / 1_000) + " MHz"
                : Amounts.decimal(hertz) + " kHz";
    }

    private static String point(Value.Route.Point point) {
        Long at = point.at();
        return Places.written(point.place()) + (at == null ? "" : " at " + Times.written(at));
    }

    /// What heights are measured from stands once at the end if it is the same for both.
    private static String band(Level lower, Level upper) {
        String above = above(upper).isEmpty() ? above(lower) : above(upper);
        boolean apart = !above(lower).isEmpty() && !above(lower).equals(above);
        return level(lower) + (apart ? above(lower) : "") + TO + level(upper) + above;
    }

    private static String level(Level level) {
        return switch (level) {
            case Level.Ground _ -> "GND";
            case Level.Unlimited _ -> "UNL";
            case Level.FlightLevel(int hundreds) -> "FL" + Digits.of(hundreds, 3);
            case Level.Height(Quantity height, boolean _) -> amount(height);
        };
    }

    private static String above(Level level) {
        return level instanceof Level.Height(Quantity _, boolean aboveGround) ? aboveGround ? " AGL" : " AMSL" : "";
    }
}
