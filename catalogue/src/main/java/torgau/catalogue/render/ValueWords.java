package torgau.catalogue.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import torgau.catalogue.CodeList;
import torgau.catalogue.Common;
import torgau.catalogue.Field;
import torgau.catalogue.FieldType;
import torgau.catalogue.Words;
import torgau.catalogue.grid.Grid;
import torgau.catalogue.value.Digits;
import torgau.catalogue.value.Numbers;
import torgau.catalogue.value.Places;
import torgau.catalogue.value.Raw;
import torgau.catalogue.value.Times;
import torgau.catalogue.value.Value;
import torgau.catalogue.value.Value.Area;
import torgau.catalogue.value.Value.Level;
import torgau.catalogue.value.Value.Position;
import torgau.catalogue.value.Value.Quantity;
import torgau.catalogue.value.Written;
import torgau.journal.Digest;
import torgau.journal.Reference;

/// Values in words of one language. Times are date-time groups and positions degrees and minutes in
/// every language.
public final class ValueWords {
    private static final String NO_BREAK = " ";
    private static final long MEGA = 1_000_000;
    private static final long KILO = 1_000;

    private final Common common;
    private final Function<String, Optional<CodeList>> lists;
    private final Numbers numbers;
    private final String language;
    private final boolean grid;

    /// Words in one language.
    ///
    /// @param lists finds a code list by its name
    /// @param numbers says an entry's message number
    public ValueWords(Common common, Function<String, Optional<CodeList>> lists, Numbers numbers, String language) {
        this(common, lists, numbers, language, false);
    }

    private ValueWords(
            Common common, Function<String, Optional<CodeList>> lists, Numbers numbers, String language, boolean grid) {
        this.common = common;
        this.lists = lists;
        this.numbers = numbers;
        this.language = language;
        this.grid = grid;
    }

    /// The same, with the grid square after each position: for screens and paper, not for what is read
    /// out or typed back in.
    public ValueWords withGrid() {
        return new ValueWords(common, lists, numbers, language, true);
    }

    /// A value as it stands in a sentence.
    public String of(Field field, Value value) {
        return switch (value) {
            case Value.Undisclosed _ -> in(common.phrase("undisclosed"), "undisclosed");
            case Value.Words(String text) -> sentence(text);
            case Value.Items(List<String> texts) ->
                numbered(texts.stream().map(ValueWords::sentence).toList());
            case Value.Code(String code) -> code(field, code);
            case Value.Codes(List<String> codes) ->
                codes.stream().map(code -> code(field, code)).collect(Collectors.joining(", "));
            case Value.YesNo(boolean yes) -> label("answer", yes ? "yes" : "no");
            case Quantity quantity -> quantity(quantity);
            case Value.Count(long from, long to) -> from == to ? String.valueOf(from) : from + "–" + to;
            case Value.Instant(long millis) -> Times.written(millis);
            case Value.Period(long from, Long to) ->
                label("shape", "from") + NO_BREAK + Times.written(from) + " "
                        + (to == null
                                ? label("shape", "open_end")
                                : label("shape", "until") + NO_BREAK + Times.written(to));
            case Position place -> place(place);
            case Area area -> area(area);
            case Value.Altitude(Level lower, Level upper) -> level(lower) + " – " + level(upper);
            case Value.Route(List<Value.Route.Point> points) -> route(points);
            case Value.Frequency(long hertz) -> frequency(hertz);
            case Value.Heading(int degrees) -> Digits.of(degrees, 3) + "°";
            case Value.Name(String text) -> text;
            case Value.Office(String title, String capacity) -> title + ", " + capacity;
            case Value.Rows(List<NavigableMap<String, Value>> rows) ->
                numbered(rows.stream().map(row -> row(field, row)).toList());
            case Value.Answers(List<Optional<String>> answers) ->
                numbered(answers.stream()
                        .map(answer -> answer.map(ValueWords::sentence).orElse(label("answer", "declined")))
                        .toList());
            case Value.Message(Reference place) -> numbers.number(place);
            case Value.Attachment(String name, Digest _, Digest _, long _) -> name;
            case Value.Person person -> person(person);
            case Value.Annexed _ -> label("annex", "apart");
            case Value.Keyed _ -> label("annex", "restated");
            case Value.NotHere(Value.NotHere.Why why) ->
                label("annex", why.name().toLowerCase(Locale.ROOT));
            case Value.Foreign foreign -> Written.of(foreign, numbers) instanceof Raw.Word(String text) ? text : "";
        };
    }

    private String person(Value.Person person) {
        var parts = new ArrayList<String>();
        String latin = person.latin();
        parts.add(person.name() + (latin == null ? "" : " (" + latin + ")"));
        Stream.of(person.rank(), person.post()).filter(Objects::nonNull).forEach(parts::add);
        Optional.ofNullable(person.document())
                .ifPresent(document -> parts.add(label("person", "document") + NO_BREAK + document));
        Optional.ofNullable(person.born()).ifPresent(year -> parts.add(label("person", "born") + NO_BREAK + year));
        return String.join(", ", parts);
    }

    /// Without the full stop that the sentence around it brings.
    private static String sentence(String text) {
        return text.endsWith(".") && !text.endsWith("..") ? text.substring(0, text.length() - 1) : text;
    }

    private static String numbered(List<String> texts) {
        var parts = new ArrayList<String>();
        for (String text : texts) {
            parts.add(parts.size() + 1 + ")" + NO_BREAK + text);
        }
        return String.join("; ", parts);
    }

    private String code(Field field, String code) {
        Optional<Words> words = field.type().lists().stream()
                .flatMap(list -> lists.apply(list).flatMap(known -> known.item(code)).stream())
                .findFirst();
        return in(words, code);
    }

    private String row(Field table, NavigableMap<String, Value> row) {
        if (!(table.type() instanceof FieldType.Table(List<Field> columns, FieldType.Range _))) {
            return "";
        }
        return columns.stream()
                .filter(column -> row.containsKey(column.name()))
                .map(column -> in(Optional.of(column.label()), column.name()) + ": " + of(column, value(row, column)))
                .collect(Collectors.joining(", "));
    }

    private static Value value(Map<String, Value> row, Field column) {
        return Optional.ofNullable(row.get(column.name())).orElseThrow();
    }

    private String quantity(Quantity quantity) {
        String unit = label("unit", quantity.unit());
        return decimal(quantity.thousandths(), 1_000) + (unit.equals("°") ? "" : NO_BREAK) + unit;
    }

    /// A number with the decimal sign of the language, and no needless zeros.
    private String decimal(long number, long one) {
        String decimals = String.valueOf(one + number % one).substring(1).replaceFirst("0+$", "");
        return number / one + (decimals.isEmpty() ? "" : point() + decimals);
    }

    private String frequency(long hertz) {
        return hertz >= MEGA
                ? decimal(hertz, MEGA) + NO_BREAK + label("unit", "MHz")
                : decimal(hertz, KILO) + NO_BREAK + label("unit", "kHz");
    }

    /// A position, a route or an area; empty of what is no place.
    public Optional<String> where(Value value) {
        return switch (value) {
            case Position place -> Optional.of(place(place));
            case Value.Route(List<Value.Route.Point> points) -> Optional.of(route(points));
            case Area area -> Optional.of(area(area));
            default -> Optional.empty();
        };
    }

    private String route(List<Value.Route.Point> points) {
        return points.stream().map(this::point).collect(Collectors.joining("; "));
    }

    private String place(Position place) {
        int latitude = place.latitude();
        int longitude = place.longitude();
        String north = latitude < 0 ? "S" : "N";
        String east = longitude < 0 ? "W" : "E";
        int up = Places.degrees(latitude);
        int along = Places.degrees(longitude);
        return place.coarse()
                ? label("shape", "near") + NO_BREAK + Digits.of(up, 2) + "°" + north + " " + Digits.of(along, 3) + "°"
                        + east
                : half(Digits.of(up, 2), latitude, north) + " " + half(Digits.of(along, 3), longitude, east)
                        + square(place);
    }

    private String half(String degrees, int angle, String side) {
        return degrees + "°" + minutes(angle) + "′" + side;
    }

    private String square(Position place) {
        return grid ? Grid.of(place).map(square -> " (MGRS " + square + ")").orElse("") : "";
    }

    private String minutes(int angle) {
        return Places.minutes(angle).replace(".", point());
    }

    /// The decimal sign of the language.
    private String point() {
        return language.equals("en") ? "." : ",";
    }

    private String places(List<Position> places) {
        return places.stream().map(this::place).collect(Collectors.joining("; "));
    }

    private String area(Area area) {
        return switch (area) {
            case Area.Polygon(List<Position> corners) -> label("shape", "polygon") + " " + places(corners);
            case Area.Circle(Position centre, Quantity radius) ->
                label("shape", "circle") + ", " + label("shape", "centre") + " " + place(centre) + ", "
                        + label("shape", "radius") + " " + quantity(radius);
            case Area.Corridor(List<Position> along, Quantity width) ->
                label("shape", "corridor") + " " + places(along) + ", " + label("shape", "width") + " "
                        + quantity(width);
            case Area.Quadrant(String of, String part) -> label("shape", "quadrant") + ": " + of + ", " + part;
        };
    }

    private String point(Value.Route.Point point) {
        Long at = point.at();
        return place(point.place()) + (at == null ? "" : " (" + Times.written(at) + ")");
    }

    private String level(Level level) {
        return switch (level) {
            case Level.Ground _ -> label("altitude", "GND");
            case Level.Unlimited _ -> label("altitude", "UNL");
            case Level.FlightLevel(int hundreds) -> "FL" + Digits.of(hundreds, 3);
            case Level.Height(Quantity height, boolean aboveGround) ->
                quantity(height) + " " + label("altitude", aboveGround ? "AGL" : "AMSL");
        };
    }

    private String label(String group, String name) {
        return in(common.label(group, name), name);
    }

    private String in(Optional<Words> words, String otherwise) {
        return words.flatMap(each -> each.in(language)).orElse(otherwise);
    }
}
