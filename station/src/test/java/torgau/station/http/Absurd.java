package torgau.station.http;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Random;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import torgau.catalogue.CodeList;
import torgau.catalogue.Field;
import torgau.catalogue.FieldType;
import torgau.catalogue.value.Value;
import torgau.catalogue.value.Value.Area;
import torgau.catalogue.value.Value.Level;
import torgau.catalogue.value.Value.Position;
import torgau.catalogue.value.Value.Quantity;
import torgau.journal.Digest;
import torgau.journal.Reference;

/// Values that no officer would file, each at an end of what the journal admits.
final class Absurd {
    static final long LAST_MILLIS = (1L << 53) - 1;
    /// The end of the year 9999.
    static final long LAST_YEAR = 253_402_300_799_999L;

    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "Harbour",
            "HARBOUR ",
            "\u0000",
            "line one\nline two\r\n\tBEGIN:VEVENT",
            "\u202eturned\u2066 and not turned back",
            "<script>alert(1)</script>&amp;]]>",
            "=HYPERLINK(\"http://example.invalid\",\"a\")",
            "\";,\\",
            "\ud83c\udca1\ufffe\u0301\u0301\u0301",
            "Гавань",
            "х".repeat(400),
            "unbroken".repeat(300),
            "7, 999");

    private final Random random;
    private final Function<String, Optional<CodeList>> lists;
    private final Supplier<Reference> entries;
    private final Function<Value, Value.Annexed> annexes;

    /// Draws from `random`.
    ///
    /// @param entries draws one that is cited
    /// @param annexes puts a value apart
    Absurd(
            Random random,
            Function<String, Optional<CodeList>> lists,
            Supplier<Reference> entries,
            Function<Value, Value.Annexed> annexes) {
        this.random = random;
        this.lists = lists;
        this.entries = entries;
        this.annexes = annexes;
    }

    /// Every field of a format that must be there, and most of the others.
    SequencedMap<String, Value> of(List<Field> fields) {
        var values = new LinkedHashMap<String, Value>();
        for (Field field : fields) {
            boolean file = field.type() instanceof FieldType.Attachment;
            if (!field.optional() || (!file && random.nextInt(8) != 0)) {
                values.put(field.name(), of(field));
            }
        }
        return values;
    }

    private Value of(Field field) {
        if (field.undisclosed() && random.nextInt(4) == 0) {
            return new Value.Undisclosed();
        }
        return field.sensitive() ? annexes.apply(of(field.type())) : of(field.type());
    }

    private Value of(FieldType type) {
        return switch (type) {
            case FieldType.Text _ -> new Value.Words(text());
            case FieldType.Numbered(FieldType.Range count, int _) -> new Value.Items(several(count, this::text));
            case FieldType.OneCode(String list) -> new Value.Code(codes(list).getFirst());
            case FieldType.SomeCodes(String list, FieldType.Range count) -> {
                List<String> codes = codes(list);
                yield new Value.Codes(
                        random.nextBoolean()
                                ? several(count, codes::getFirst)
                                : codes.subList(0, Math.clamp(codes.size(), 0, count.max())));
            }
            case FieldType.YesNo _ -> new Value.YesNo(random.nextBoolean());
            case FieldType.Quantity(FieldType.Dimension dimension) -> quantity(dimension);
            case FieldType.Count(FieldType.Range range) ->
                new Value.Count(range.min(), random.nextBoolean() ? range.min() : range.max());
            case FieldType.Instant _ -> new Value.Instant(time());
            case FieldType.Period _ -> period();
            case FieldType.Position(boolean coarse) -> position(coarse && random.nextBoolean());
            case FieldType.Area(boolean coarse) -> area(coarse);
            case FieldType.Altitude _ -> new Value.Altitude(level(), level());
            case FieldType.Route _ ->
                new Value.Route(several(
                        new FieldType.Range(1, 64), () -> new Value.Route.Point(position(false), maybe(this::time))));
            case FieldType.Frequency _ -> new Value.Frequency(random.nextBoolean() ? 0 : LAST_MILLIS);
            case FieldType.Heading _ -> new Value.Heading(359);
            case FieldType.Name _ -> new Value.Name(text());
            case FieldType.Office _ -> new Value.Office(text(), text());
            case FieldType.Person _ -> new Value.Person(text(), text(), text(), text(), text(), 9_999);
            case FieldType.Table(List<Field> columns, FieldType.Range count) -> rows(columns, count);
            case FieldType.PerItem _ ->
                new Value.Answers(several(new FieldType.Range(1, 100), () -> Optional.ofNullable(maybe(this::text))));
            case FieldType.ReferenceTo _ -> new Value.Message(entries.get());
            case FieldType.Attachment _ ->
                new Value.Attachment(
                        text(),
                        annexes.apply(new Value.Undisclosed()).blob(),
                        Digest.over(),
                        Value.Attachment.MAX_BYTES);
        };
    }

    /// Rows, now and then of one text, under numbers of their own.
    private Value rows(List<Field> columns, FieldType.Range count) {
        var first = new TreeMap<>(of(columns));
        var rows = new ArrayList<NavigableMap<String, Value>>();
        for (var each : several(count, () -> random.nextBoolean() ? first : of(columns))) {
            var row = new TreeMap<>(each);
            row.computeIfPresent("number", (_, old) -> {
                int number = rows.size() + 1;
                return old instanceof Value.Count ? new Value.Count(number, number) : old;
            });
            rows.add(row);
        }
        return new Value.Rows(rows);
    }

    private String text() {
        return TEXTS.get(random.nextInt(TEXTS.size()));
    }

    /// The fewest there may be, or a great many.
    private <T> List<T> several(FieldType.Range count, Supplier<T> one) {
        int many = Math.min(count.max(), random.nextInt(8) == 0 ? 40 : 3);
        return Stream.generate(one)
                .limit(random.nextBoolean() ? count.min() : Math.max(count.min(), many))
                .toList();
    }

    private <T> @Nullable T maybe(Supplier<T> one) {
        return random.nextBoolean() ? one.get() : null;
    }

    private List<String> codes(String list) {
        var codes = new ArrayList<>(lists.apply(list).orElseThrow().items().keySet());
        java.util.Collections.shuffle(codes, random);
        return codes;
    }

    private Quantity quantity(FieldType.Dimension dimension) {
        String unit = dimension.units().getLast();
        return new Quantity(random.nextBoolean() ? 0 : LAST_MILLIS, unit);
    }

    private long time() {
        long[] times = {0, LAST_YEAR, LAST_YEAR + 1, LAST_MILLIS, 1_811_000_000_000L, 1_811_086_400_000L};
        return times[random.nextInt(times.length)];
    }

    private Value period() {
        long one = time();
        long other = time();
        return new Value.Period(Math.min(one, other), random.nextInt(3) == 0 ? null : Math.max(one, other));
    }

    private Position position(boolean coarse) {
        int degrees = coarse ? 60_000 : 1;
        int[] norths = {-90 * 60_000 / degrees, 0, 90 * 60_000 / degrees};
        int[] easts = {-180 * 60_000 / degrees, 0, 180 * 60_000 / degrees};
        return new Position(norths[random.nextInt(3)] * degrees, easts[random.nextInt(3)] * degrees, coarse);
    }

    private Area area(boolean coarse) {
        return switch (random.nextInt(coarse ? 4 : 3)) {
            case 0 ->
                new Area.Polygon(IntStream.range(0, 3 + random.nextInt(61))
                        .mapToObj(_ -> position(false))
                        .toList());
            case 1 -> new Area.Circle(position(false), quantity(FieldType.Dimension.LENGTH));
            case 2 ->
                new Area.Corridor(List.of(position(false), position(false)), quantity(FieldType.Dimension.LENGTH));
            default -> new Area.Quadrant(text(), text());
        };
    }

    private Level level() {
        return switch (random.nextInt(4)) {
            case 0 -> new Level.Ground();
            case 1 -> new Level.Unlimited();
            case 2 -> new Level.FlightLevel(999);
            default -> new Level.Height(quantity(FieldType.Dimension.HEIGHT), random.nextBoolean());
        };
    }
}
