package torgau.catalogue.value;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import torgau.catalogue.CodeList;
import torgau.catalogue.Field;
import torgau.catalogue.FieldType;
import torgau.catalogue.FieldType.Dimension;
import torgau.catalogue.FieldType.Range;
import torgau.catalogue.value.Value.Area;
import torgau.catalogue.value.Value.Level;
import torgau.catalogue.value.Value.Position;
import torgau.catalogue.value.Value.Quantity;
import torgau.journal.Digest;

/// Values that an officer could file, drawn from a seed.
public final class RandomValues {
    /// A name as a travel document can have it, in letters of one alphabet.
    private String called(String letters) {
        var name = new StringBuilder();
        for (int i = 0; i < 2 + random.nextInt(20); i++) {
            int at = random.nextInt(letters.length());
            name.append(i % 7 == 6 ? List.of(" ", "-", ". ").get(random.nextInt(3)) : "")
                    .append(letters.charAt(at));
        }
        return name.toString();
    }

    private static final long CENTURY = 4_102_444_800_000L;
    private final Random random;
    private final Function<String, Optional<CodeList>> lists;
    private final Supplier<String> texts;

    /// Draws from `random`.
    ///
    /// @param texts draws free texts, names and titles
    public RandomValues(Random random, Function<String, Optional<CodeList>> lists, Supplier<String> texts) {
        this.random = random;
        this.lists = lists;
        this.texts = texts;
    }

    /// Every field of a format that must be there, and about half of the others.
    public NavigableMap<String, Value> of(List<Field> fields) {
        var values = new TreeMap<String, Value>();
        for (Field field : fields) {
            boolean asked = Asked.of(field, values, values.keySet()) == Asked.YES;
            if (asked && (!field.optional() || random.nextBoolean())) {
                values.put(field.name(), of(field));
            }
        }
        return values;
    }

    /// A value of a field, now and then undisclosed where it may be.
    public Value of(Field field) {
        return field.undisclosed() && random.nextInt(4) == 0 ? new Value.Undisclosed() : of(field.type());
    }

    private Value of(FieldType type) {
        return switch (type) {
            case FieldType.Text(int words) -> new Value.Words(cut(texts.get(), words));
            case FieldType.Numbered(Range count, int words) ->
                new Value.Items(several(count, () -> cut(texts.get(), words)));
            case FieldType.OneCode(String list) -> new Value.Code(codes(list).getFirst());
            case FieldType.SomeCodes(String list, Range count) ->
                new Value.Codes(codes(list)
                        .subList(
                                0,
                                Math.min(
                                        between(count.min(), count.max()),
                                        codes(list).size())));
            case FieldType.YesNo _ -> new Value.YesNo(random.nextBoolean());
            case FieldType.Quantity(Dimension dimension) -> quantity(dimension);
            case FieldType.Count(Range range) -> count(range);
            case FieldType.Instant _ -> new Value.Instant(time());
            case FieldType.Period _ -> period();
            case FieldType.Position(boolean coarse) -> position(coarse && random.nextBoolean());
            case FieldType.Area(boolean coarse) -> area(coarse);
            case FieldType.Altitude _ -> new Value.Altitude(level(), level());
            case FieldType.Route _ ->
                new Value.Route(
                        several(new Range(1, 5), () -> new Value.Route.Point(position(false), maybe(this::time))));
            case FieldType.Frequency _ -> frequency();
            case FieldType.Heading _ -> new Value.Heading(random.nextInt(360));
            case FieldType.Name(int letters) -> new Value.Name(name(letters));
            case FieldType.Office _ -> new Value.Office(name(120), name(200));
            case FieldType.Person _ ->
                new Value.Person(
                        called(random.nextBoolean() ? "абвгдежзйклмнопрстуфхцчшщьюяєіїґ" : "абёъыэ"),
                        maybe(() -> called("abcdefghijklmnopqrstuvwxyz")),
                        maybe(() -> name(120)),
                        maybe(() -> name(120)),
                        maybe(() -> name(120)),
                        maybe(() -> 1_900 + random.nextInt(150)));
            case FieldType.Table(List<Field> columns, Range count) -> new Value.Rows(several(count, () -> of(columns)));
            case FieldType.PerItem _ ->
                new Value.Answers(several(
                        new Range(1, 6),
                        () -> random.nextInt(3) == 0 ? Optional.<String>empty() : Optional.of(texts.get())));
            case FieldType.ReferenceTo _ ->
                new Value.Message(MadeUpNumbers.ANY
                        .place((random.nextBoolean() ? "RED" : "BLUE") + "-OPS-2026-" + (1 + random.nextInt(9_999)))
                        .orElseThrow());
            case FieldType.Attachment _ ->
                new Value.Attachment(name(120), hash(), hash(), random.nextInt(Value.Attachment.MAX_BYTES));
        };
    }

    private int between(int least, int most) {
        return least + random.nextInt(most - least + 1);
    }

    private <T> List<T> several(Range count, Supplier<T> one) {
        return Stream.generate(one)
                .limit(between(Math.max(1, count.min()), Math.min(count.max(), count.min() + 4)))
                .toList();
    }

    private <T> @Nullable T maybe(Supplier<T> one) {
        return random.nextBoolean() ? one.get() : null;
    }

    private List<String> codes(String list) {
        var codes = new ArrayList<>(lists.apply(list).orElseThrow().items().keySet());
        codes.sort(null);
        java.util.Collections.shuffle(codes, random);
        return codes;
    }

    private static String cut(String text, int words) {
        String[] all = text.split("(?<=\\s)", -1);
        return words == 0 || all.length <= words
                ? text
                : String.join("", List.of(all).subList(0, words)).strip();
    }

    private String name(int letters) {
        String text = texts.get().replaceAll("\\p{Cntrl}+", " ");
        return (text.length() <= letters ? text : text.substring(0, letters)).strip();
    }

    private Quantity quantity(Dimension dimension) {
        String unit = dimension.units().get(random.nextInt(dimension.units().size()));
        long thousandths = random.nextInt(50_000) * (random.nextBoolean() ? 1_000L : 1L);
        return new Quantity(thousandths, unit);
    }

    private Value count(Range range) {
        int from = between(range.min(), range.max());
        return new Value.Count(from, random.nextBoolean() ? from : between(from, range.max()));
    }

    private long time() {
        long minute = random.nextInt(40_000_000) * 60_000L + CENTURY / 4;
        return random.nextInt(4) == 0 ? minute + random.nextInt(60) * 1_000L : minute;
    }

    private Value period() {
        long from = time();
        return new Value.Period(from, random.nextBoolean() ? null : from + random.nextInt(100_000) * 60_000L);
    }

    private Position position(boolean coarse) {
        int one = coarse ? Position.DEGREE : random.nextBoolean() ? 100 : 1;
        int north = between(-90 * Position.DEGREE / one, 90 * Position.DEGREE / one) * one;
        int east = between(-180 * Position.DEGREE / one, 180 * Position.DEGREE / one) * one;
        return new Position(north, east, coarse);
    }

    private Area area(boolean coarse) {
        return switch (random.nextInt(coarse ? 4 : 3)) {
            case 0 -> new Area.Polygon(several(new Range(3, 7), () -> position(false)));
            case 1 -> new Area.Circle(position(false), quantity(Dimension.LENGTH));
            case 2 -> new Area.Corridor(several(new Range(2, 5), () -> position(false)), quantity(Dimension.LENGTH));
            default -> new Area.Quadrant(name(60), name(60));
        };
    }

    private Level level() {
        return switch (random.nextInt(4)) {
            case 0 -> new Level.Ground();
            case 1 -> new Level.Unlimited();
            case 2 -> new Level.FlightLevel(random.nextInt(1_000));
            default -> new Level.Height(quantity(Dimension.HEIGHT), random.nextBoolean());
        };
    }

    private Value frequency() {
        long[] steps = {1, 1_000, 1_000_000};
        return new Value.Frequency((1 + random.nextInt(200_000)) * steps[random.nextInt(3)]);
    }

    private Digest hash() {
        byte[] hash = new byte[Digest.BYTES];
        random.nextBytes(hash);
        return Digest.of(hash);
    }
}
