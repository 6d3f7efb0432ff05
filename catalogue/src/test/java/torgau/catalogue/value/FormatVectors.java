package torgau.catalogue.value;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import torgau.catalogue.Examples;
import torgau.catalogue.Examples.Example;
import torgau.catalogue.Field;
import torgau.catalogue.value.Value.Level;
import torgau.catalogue.value.Value.Position;
import torgau.catalogue.value.Value.Quantity;
import torgau.journal.Code;
import torgau.journal.Decoded;
import torgau.journal.Digest;
import torgau.journal.cbor.CborValue;
import torgau.journal.cbor.CborValue.ArrayValue;
import torgau.journal.cbor.CborValue.IntegerValue;
import torgau.journal.cbor.CborValue.TextValue;

/// Makes docs/spec/vectors/formats.json: `java … torgau.catalogue.value.FormatVectors FILE`.
public final class FormatVectors {
    static final String FILE = "docs/spec/vectors/formats.json";

    /// That only a vector may have.
    private static final byte[] SALT = HexFormat.of().parseHex("cd".repeat(Annex.SALT_BYTES));
    private static final Digest KEY = Digest.ofHex("ab".repeat(32));
    private static final byte[] TRACK = "time,height\n1130,900\n".getBytes(StandardCharsets.UTF_8);

    private FormatVectors() {}

    /// A person.
    static Annex annex() {
        var person = new Value.Person("Іваненко Олесь", "Ivanenko Oles", "Captain", null, "passport 4711", 1984);
        return new Annex(SALT, person);
    }

    /// The filing as it stands on a journal, what is sensitive in it in annexes.
    static SequencedMap<String, Value> journaled(Example example, Map<String, Value> values) {
        return Apart.annexed(example.format().fields(), values, value -> {
            byte[] blob = new Annex(SALT, value).encode(1);
            return new Value.Annexed(Digest.over(blob), blob.length);
        });
    }

    public static void main(String[] arguments) throws IOException {
        Files.writeString(Path.of(arguments[0]), json());
    }

    /// The published file, looked for upwards from the working directory.
    static Path file() {
        Path at = Path.of("").toAbsolutePath();
        while (!Files.exists(at.resolve(FILE)) && at.getParent() != null) {
            at = at.getParent();
        }
        return at.resolve(FILE);
    }

    static String json() {
        return "{\n  \"about\": "
                + text(
                        "Fields of filed formats: docs/spec/07-formats.md. As a file writes them, and in hexadecimal as they stand in"
                                + " an entry. The number BLUE-OPS-2026-N is the entry N of the feed [257, h'00000000'], RED-OPS-2026-N"
                                + " that of [513, h'00000000'].")
                + ",\n  \"filings\": [\n"
                + Examples.all().stream().map(FormatVectors::filing).collect(Collectors.joining(",\n"))
                + "\n  ],\n  \"values\": [\n"
                + values().stream().map(FormatVectors::value).collect(Collectors.joining(",\n"))
                + "\n  ],\n  \"blobs\": [\n"
                + blob("track.csv: " + hex(TRACK), SealedFile.seal(1, KEY, TRACK))
                + ",\n"
                + blob("the annex with a person", annex().encode(1))
                + "\n  ],\n  \"refused\": [\n"
                + faults().entrySet().stream().map(FormatVectors::refused).collect(Collectors.joining(",\n"))
                + "\n  ]\n}\n";
    }

    private static String value(Value value) {
        var field = new LinkedHashMap<String, Value>();
        field.put("f", value);
        return "    {\"written\": " + raw(Written.of(value, MadeUpNumbers.ANY)) + ", \"cbor\": "
                + text(hex(FilingCodec.encode(field))) + "}";
    }

    /// At least one value of each kind, as the only field `f`; of levels, times and places each of their
    /// forms.
    public static List<Value> values() {
        var north = new Position(3_500_250, 1_184_000, false);
        var south = new Position(-30_500, -10_799_999, false);
        var east = new Position(0, 10_800_000, false);
        var far = new Quantity(12_500, "km");
        var low = new Level.Height(new Quantity(300_000, "m"), true);
        var high = new Level.Height(new Quantity(5_000_000, "ft"), false);
        var row = new TreeMap<String, Value>();
        row.put("kind", new Value.Code("ships"));
        row.put("number", new Value.Count(2, 2));
        return List.of(
                new Value.Undisclosed(),
                new Value.Words("«Мы видели “корабли”»\nи самолёты"),
                new Value.Items(List.of("one", "two")),
                new Value.Code("exercise"),
                new Value.Codes(List.of("b", "a")),
                new Value.YesNo(true),
                far,
                new Value.Count(200, 300),
                new Value.Instant(1_795_285_800_000L),
                new Value.Instant(1_795_285_805_000L),
                new Value.Period(1_795_285_800_000L, null),
                new Value.Period(1_795_285_800_000L, 1_795_327_200_000L),
                north,
                new Position(-60_000, 1_140_000, true),
                new Value.Area.Polygon(List.of(north, south, east)),
                new Value.Area.Circle(north, far),
                new Value.Area.Corridor(List.of(north, south), far),
                new Value.Area.Quadrant("Baltic Sea", "north"),
                new Value.Altitude(new Level.Ground(), new Level.FlightLevel(245)),
                new Value.Altitude(low, high),
                new Value.Altitude(high, new Level.Unlimited()),
                new Value.Route(
                        List.of(new Value.Route.Point(north, 1_795_285_800_000L), new Value.Route.Point(south, null))),
                new Value.Frequency(121_500_000),
                new Value.Heading(0),
                new Value.Name("417"),
                new Value.Office("Duty officer", "Operations centre"),
                new Value.Rows(List.of(row)),
                new Value.Answers(List.of(Optional.of("Yes."), Optional.empty())),
                new Value.Message(MadeUpNumbers.ANY.place("RED-OPS-2026-14").orElseThrow()),
                SealedFile.named("track.csv", KEY, TRACK, SealedFile.seal(1, KEY, TRACK)),
                new Value.Annexed(Digest.over(annex().encode(1)), annex().encode(1).length),
                annex().keyed(annex().value()),
                new Value.Foreign(4_711, array(number(-1), new TextValue("?"), new CborValue.NullValue())));
    }

    private static String blob(String what, byte[] blob) {
        return "    {\"what\": " + text(what) + ", \"blob\": " + text(hex(blob)) + ", \"sha256\": "
                + text(Digest.over(blob).hex()) + "}";
    }

    private static String filing(Example example) {
        SequencedMap<String, Value> fields = ordered(example);
        return "    {\"procedure\": " + text(example.procedure().code())
                + ", \"edition\": " + example.procedure().edition()
                + ", \"format\": " + text(example.format().code())
                + ",\n     \"fields\": " + raw(Written.of(fields, MadeUpNumbers.ANY))
                + ",\n     \"cbor\": " + text(hex(FilingCodec.encode(fields))) + "}";
    }

    /// The fields of an example in the order of its format, as they stand on a journal.
    static SequencedMap<String, Value> ordered(Example example) {
        var fields = new LinkedHashMap<String, Value>();
        for (Field field : example.format().fields()) {
            Value value = example.values().get(field.name());
            if (value != null) {
                fields.put(field.name(), value);
            }
        }
        return journaled(example, fields);
    }

    private static String refused(Map.Entry<String, byte[]> fault) {
        if (!(FilingCodec.decode(fault.getValue())
                instanceof Decoded.Refusal<SequencedMap<String, Value>>(Code code, String _))) {
            throw new IllegalStateException(fault.getKey() + " is read");
        }
        return "    {\"what\": " + text(fault.getKey()) + ", \"cbor\": " + text(hex(fault.getValue())) + ", \"code\": "
                + text(code.code()) + "}";
    }

    /// One fault each.
    static SequencedMap<String, byte[]> faults() {
        var faults = new LinkedHashMap<String, byte[]>();
        faults.put("nothing", new byte[0]);
        faults.put("a map", new byte[] {(byte) 0xa0});
        faults.put(
                "a field of two items",
                array(array(new TextValue("f"), number(0))).encode());
        faults.put("a field twice", array(undisclosed("f"), undisclosed("f")).encode());
        faults.put("one byte more", HexFormat.of().parseHex("8000"));
        faults.put("101 fields", HexFormat.of().parseHex("9865" + "00".repeat(101)));
        faults.put("undisclosed with a value", one(Kinds.UNDISCLOSED, number(0)));
        faults.put("a number for words", one(Kinds.WORDS, number(0)));
        faults.put("a band that ends below its beginning", one(Kinds.COUNT, array(number(2), number(1))));
        faults.put("a period that ends before its beginning", one(Kinds.PERIOD, array(number(2), number(1))));
        faults.put("a time before 1970", one(Kinds.INSTANT, number(-1)));
        faults.put("a place beyond the pole", one(Kinds.POSITION, place(5_400_001, 0, false)));
        faults.put("a place beyond the date line", one(Kinds.POSITION, place(0, -10_800_001, false)));
        faults.put("a coarse place with minutes", one(Kinds.POSITION, place(60_001, 0, true)));
        faults.put("a heading of 360", one(Kinds.HEADING, number(360)));
        faults.put("ground with a height", one(Kinds.ALTITUDE, array(array(number(0), number(1)), array(number(1)))));
        faults.put("a level of no kind", one(Kinds.ALTITUDE, array(array(number(5)), array(number(1)))));
        faults.put("columns out of order", one(Kinds.ROWS, array(array(undisclosed("b"), undisclosed("a")))));
        faults.put("a person outside an annex", one(Kinds.PERSON, person()));
        faults.put(
                "a file beyond the limit",
                one(
                        Kinds.ATTACHMENT,
                        array(new TextValue("f"), hash(), hash(), number(Value.Attachment.MAX_BYTES + 1L))));
        faults.put("an annex of no length", one(Kinds.ANNEXED, array(hash(), number(0))));
        faults.put("a kind beyond 65535", one(Kinds.MOST + 1, number(0)));
        return faults;
    }

    private static CborValue hash() {
        return new CborValue.BytesValue(new byte[Digest.BYTES]);
    }

    private static CborValue person() {
        var none = new CborValue.NullValue();
        return array(new TextValue("x"), none, none, none, none, none);
    }

    private static CborValue undisclosed(String name) {
        return array(new TextValue(name), number(Kinds.UNDISCLOSED), new CborValue.NullValue());
    }

    private static byte[] one(int kind, CborValue data) {
        return array(array(new TextValue("f"), number(kind), data)).encode();
    }

    private static CborValue number(long number) {
        return new IntegerValue(number);
    }

    private static CborValue place(long north, long east, boolean coarse) {
        return array(number(north), number(east), new CborValue.BoolValue(coarse));
    }

    private static CborValue array(CborValue... items) {
        return new ArrayValue(List.of(items));
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    private static String raw(Raw raw) {
        return switch (raw) {
            case Raw.Word(String text) -> text(text);
            case Raw.Several(List<Raw> items) ->
                items.stream().map(FormatVectors::raw).collect(Collectors.joining(", ", "[", "]"));
            case Raw.Pairs(SequencedMap<String, Raw> values) ->
                values.entrySet().stream()
                        .map(pair -> text(pair.getKey()) + ": " + raw(pair.getValue()))
                        .collect(Collectors.joining(", ", "{", "}"));
        };
    }

    private static String text(String text) {
        var out = new StringBuilder("\"");
        text.chars().forEach(each -> {
            switch (each) {
                case '"', '\\' -> out.append('\\').append((char) each);
                default -> out.append(each < ' ' ? "\\u%04x".formatted(each) : String.valueOf((char) each));
            }
        });
        return out.append('"').toString();
    }
}
