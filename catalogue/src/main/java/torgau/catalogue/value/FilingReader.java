package torgau.catalogue.value;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import torgau.catalogue.CodeList;
import torgau.catalogue.Field;
import torgau.catalogue.FieldType;
import torgau.catalogue.FieldType.Dimension;
import torgau.catalogue.FieldType.Range;
import torgau.catalogue.OnlyIf;
import torgau.catalogue.letters.Letters;
import torgau.catalogue.value.Fault.Rule;
import torgau.journal.Digest;
import torgau.journal.Reference;

/// Reads the fields of one filing. What cannot be filed is noted field by field, all of it at once.
public final class FilingReader {
    static final String UNDISCLOSED = "undisclosed";
    static final String DECLINED = "declined";
    private static final int MAX_TEXT = 8_000;

    private final Function<String, Optional<CodeList>> lists;
    private final Numbers numbers;
    private final List<Fault> faults = new ArrayList<>();
    private final Parts parts = new Parts(faults);
    private final Shapes shapes = new Shapes(parts);

    /// What was read, and what cannot be filed.
    ///
    /// @param values by field; those in the faults are not in it
    public record Read(NavigableMap<String, Value> values, List<Fault> faults) {
        public Read {
            values = new TreeMap<>(values);
            faults = List.copyOf(faults);
        }
    }

    private FilingReader(Function<String, Optional<CodeList>> lists, Numbers numbers) {
        this.lists = lists;
        this.numbers = numbers;
    }

    /// Reads what was written; every fault is noted, and what is right is there all the same.
    ///
    /// @param lists finds a code list by its name
    /// @param numbers finds an entry by its message number
    public static Read read(
            List<Field> fields, Raw.Pairs written, Function<String, Optional<CodeList>> lists, Numbers numbers) {
        var reader = new FilingReader(lists, numbers);
        return new Read(reader.fields(fields, written, ""), reader.faults);
    }

    private NavigableMap<String, Value> fields(List<Field> fields, Raw.Pairs written, String path) {
        var values = new TreeMap<String, Value>();
        SequencedMap<String, Raw> given = written.values();
        for (Field field : fields) {
            Raw raw = given.get(field.name());
            Asked asked = Asked.of(field, values, given.keySet());
            if (raw != null && asked == Asked.NO) {
                faults.add(new Fault(path + field.name(), "", Rule.NOT_ASKED, limits(field)));
            } else if (raw != null) {
                Optional.ofNullable(field(field, raw, path + field.name()))
                        .ifPresent(value -> values.put(field.name(), value));
            } else if (!field.optional() && asked == Asked.YES) {
                faults.add(new Fault(path + field.name(), "", Rule.NEEDED, List.of()));
            }
        }
        List<String> names = fields.stream().map(Field::name).toList();
        given.keySet().stream()
                .filter(name -> !names.contains(name))
                .forEach(name -> faults.add(new Fault(path + name, "", Rule.UNKNOWN, names)));
        return values;
    }

    private static List<String> limits(Field field) {
        OnlyIf onlyIf = Objects.requireNonNull(field.onlyIf());
        return Stream.concat(Stream.of(onlyIf.field()), onlyIf.items().stream()).toList();
    }

    private @Nullable Value field(Field field, Raw raw, String path) {
        if (raw instanceof Raw.Word(String text) && text.strip().equals(UNDISCLOSED)) {
            return field.undisclosed() ? new Value.Undisclosed() : parts.no(path, text, Rule.NOT_UNDISCLOSED);
        }
        return switch (field.type()) {
            case FieldType.Text(int words) -> text(raw, path, words);
            case FieldType.Numbered(Range count, int words) -> numbered(raw, path, count, words);
            case FieldType.OneCode(String list) -> code(raw, path, list);
            case FieldType.SomeCodes(String list, Range count) -> codes(raw, path, list, count);
            case FieldType.YesNo _ -> yesNo(raw, path);
            case FieldType.Quantity(Dimension dimension) ->
                parts.word(raw, path, Rule.AMOUNT, dimension.units(), text -> Amounts.quantity(text, dimension));
            case FieldType.Count(Range range) -> count(raw, path, range);
            case FieldType.Instant _ ->
                parts.word(
                        raw,
                        path,
                        Rule.TIME,
                        List.of(),
                        text -> Times.instant(text).map(Value.Instant::new));
            case FieldType.Period _ -> parts.word(raw, path, Rule.PERIOD, List.of(), Times::period);
            case FieldType.Position(boolean coarse) -> shapes.position(raw, path, coarse);
            case FieldType.Area(boolean coarse) -> shapes.area(raw, path, coarse);
            case FieldType.Altitude _ -> parts.word(raw, path, Rule.ALTITUDE, List.of(), Amounts::altitude);
            case FieldType.Route _ -> shapes.route(raw, path);
            case FieldType.Frequency _ ->
                parts.word(raw, path, Rule.FREQUENCY, List.of("kHz", "MHz", "GHz"), Amounts::frequency);
            case FieldType.Heading _ -> parts.word(raw, path, Rule.HEADING, List.of("0", "359"), FilingReader::heading);
            case FieldType.Name(int letters) -> name(raw, path, letters);
            case FieldType.Office _ -> office(raw, path);
            case FieldType.Person _ -> person(raw, path);
            case FieldType.Table(List<Field> columns, Range count) -> table(raw, path, columns, count);
            case FieldType.PerItem _ -> answers(raw, path);
            case FieldType.ReferenceTo _ -> message(raw, path);
            case FieldType.Attachment _ -> attachment(raw, path);
        };
    }

    private @Nullable Value text(Raw raw, String path, int maxWords) {
        String text = parts.word(raw, path);
        return text == null || !fits(text, path, maxWords) ? null : new Value.Words(text);
    }

    private boolean fits(String text, String path, int maxWords) {
        int words = text.isEmpty() ? 0 : text.split("\\s+", -1).length;
        int most = maxWords == 0 ? MAX_TEXT : maxWords;
        if (text.isEmpty() || text.length() > MAX_TEXT || words > most) {
            parts.no(path, text, Rule.WORDS, "1", String.valueOf(most), String.valueOf(words));
            return false;
        }
        return true;
    }

    private @Nullable Value numbered(Raw raw, String path, Range count, int maxWords) {
        var texts = new ArrayList<String>();
        List<Raw> items = parts.list(raw, path, count);
        for (Raw item : items) {
            String text = parts.word(item, path + "[" + (texts.size() + 1) + "]");
            if (text == null || !fits(text, path + "[" + (texts.size() + 1) + "]", maxWords)) {
                return null;
            }
            texts.add(text);
        }
        return items.isEmpty() ? null : new Value.Items(texts);
    }

    private @Nullable String known(Raw raw, String path, String list) {
        String code = parts.word(raw, path);
        CodeList codes = lists.apply(list).orElse(new CodeList(list, new LinkedHashMap<>()));
        if (code != null && codes.item(code).isEmpty()) {
            parts.no(path, code, Rule.CODE, codes.items().keySet().toArray(String[]::new));
            return null;
        }
        return code;
    }

    private @Nullable Value code(Raw raw, String path, String list) {
        String code = known(raw, path, list);
        return code == null ? null : new Value.Code(code);
    }

    private @Nullable Value codes(Raw raw, String path, String list, Range count) {
        var codes = new ArrayList<String>();
        List<Raw> items = parts.list(raw, path, count);
        for (Raw item : items) {
            String code = known(item, path, list);
            if (code == null) {
                return null;
            }
            codes.add(code);
        }
        if (new TreeSet<>(codes).size() < codes.size()) {
            return parts.no(path, String.join(", ", codes), Rule.TWICE);
        }
        return items.isEmpty() ? null : new Value.Codes(codes);
    }

    private @Nullable Value yesNo(Raw raw, String path) {
        return parts.word(raw, path, Rule.YES_OR_NO, List.of("yes", "no"), text -> switch (text) {
            case "yes" -> Optional.of(new Value.YesNo(true));
            case "no" -> Optional.of(new Value.YesNo(false));
            default -> Optional.empty();
        });
    }

    private @Nullable Value count(Raw raw, String path, Range range) {
        Value value = parts.word(raw, path, Rule.NUMBER, List.of(), Amounts::count);
        if (value instanceof Value.Count(long from, long to) && !(range.has(from) && range.has(to))) {
            return parts.no(
                    path, from + ".." + to, Rule.BAND, String.valueOf(range.min()), String.valueOf(range.max()));
        }
        return value;
    }

    private static Optional<Value.Heading> heading(String text) {
        return text.matches("[0-9]{1,3}") && Integer.parseInt(text) < 360
                ? Optional.of(new Value.Heading(Integer.parseInt(text)))
                : Optional.empty();
    }

    private @Nullable Value name(Raw raw, String path, int letters) {
        String text = parts.word(raw, path);
        if (text == null) {
            return null;
        }
        boolean plain = text.codePoints().noneMatch(Character::isISOControl);
        return !text.isEmpty() && text.codePointCount(0, text.length()) <= letters && plain
                ? new Value.Name(text)
                : parts.no(path, text, Rule.LETTERS, "1", String.valueOf(letters));
    }

    private @Nullable Value office(Raw raw, String path) {
        SequencedMap<String, Raw> given = parts.pairs(raw, path, "title", "capacity");
        if (given.isEmpty()) {
            return null;
        }
        boolean titled = name(Parts.part(given, "title"), path + ".title", 120) instanceof Value.Name;
        boolean capable = name(Parts.part(given, "capacity"), path + ".capacity", 200) instanceof Value.Name;
        String title = parts.word(Parts.part(given, "title"), path + ".title");
        String capacity = parts.word(Parts.part(given, "capacity"), path + ".capacity");
        return titled && capable && title != null && capacity != null ? new Value.Office(title, capacity) : null;
    }

    private @Nullable Value table(Raw raw, String path, List<Field> columns, Range count) {
        var rows = new ArrayList<NavigableMap<String, Value>>();
        List<Raw> items = parts.list(raw, path, count);
        for (Raw item : items) {
            String at = path + "[" + (rows.size() + 1) + "]";
            if (!(item instanceof Raw.Pairs pairs)) {
                return parts.no(
                        at,
                        "",
                        Rule.A_MAPPING,
                        columns.stream().map(Field::name).toArray(String[]::new));
            }
            rows.add(fields(columns, pairs, at + "."));
        }
        return items.isEmpty() ? null : new Value.Rows(rows);
    }

    private @Nullable Value answers(Raw raw, String path) {
        var answers = new ArrayList<Optional<String>>();
        List<Raw> items = parts.list(raw, path, new Range(1, 40));
        for (Raw item : items) {
            String text = parts.word(item, path + "[" + (answers.size() + 1) + "]");
            if (text == null || !(text.equals(DECLINED) || fits(text, path, 0))) {
                return null;
            }
            answers.add(text.equals(DECLINED) ? Optional.empty() : Optional.of(text));
        }
        return items.isEmpty() ? null : new Value.Answers(answers);
    }

    private @Nullable Value person(Raw raw, String path) {
        SequencedMap<String, Raw> given = parts.pairs(raw, path, List.of("name"), Written.OF_A_PERSON);
        if (given.isEmpty()) {
            return null;
        }
        var words = new TreeMap<String, String>();
        given.forEach((part, each) -> {
            if (!part.equals(Written.BORN)
                    && name(each, path + "." + part, 120) instanceof Value.Name(String text)
                    && known(part, text, path)) {
                words.put(part, text);
            }
        });
        Raw year = given.get(Written.BORN);
        Integer born = year == null ? null : year(year, path + "." + Written.BORN);
        String name = words.get("name");
        return name == null || words.size() + (born == null ? 0 : 1) < given.size()
                ? null
                : new Value.Person(
                        name, words.get("latin"), words.get("rank"), words.get("post"), words.get("document"), born);
    }

    /// Whether a name is written in letters that whoever checks a travel document can know.
    private boolean known(String part, String text, String path) {
        boolean latin = part.equals("latin");
        Optional<String> unknown = latin || part.equals("name") ? Letters.unknown(text, latin) : Optional.empty();
        unknown.ifPresent(word -> parts.no(path + "." + part, word, latin ? Rule.LATIN : Rule.ALPHABET));
        return unknown.isEmpty();
    }

    private @Nullable Integer year(Raw raw, String path) {
        Value read = count(raw, path, new Range(Value.Person.FIRST_YEAR, Value.Person.LAST_YEAR));
        return read instanceof Value.Count(long from, long to) && from == to ? (Integer) (int) from : none(path, read);
    }

    private @Nullable Integer none(String path, @Nullable Value band) {
        if (band != null) {
            parts.no(path, "", Rule.NUMBER);
        }
        return null;
    }

    private @Nullable Value attachment(Raw raw, String path) {
        SequencedMap<String, Raw> given = parts.pairs(raw, path, "name", "blob", "key", "bytes");
        if (given.isEmpty()) {
            return null;
        }
        Value name = name(Parts.part(given, "name"), path + ".name", 120);
        Optional<Digest> blob = hex(Parts.part(given, "blob"), path + ".blob");
        Optional<Digest> key = hex(Parts.part(given, "key"), path + ".key");
        Value length = count(Parts.part(given, "bytes"), path + ".bytes", new Range(0, Value.Attachment.MAX_BYTES));
        return blob.isPresent()
                        && key.isPresent()
                        && name instanceof Value.Name(String file)
                        && length instanceof Value.Count(long bytes, long _)
                ? new Value.Attachment(file, blob.get(), key.get(), bytes)
                : null;
    }

    private Optional<Digest> hex(Raw raw, String path) {
        String hex = parts.word(raw, path);
        if (hex != null && !hex.matches("[0-9a-f]{64}")) {
            parts.no(path, hex, Rule.HASH);
            return Optional.empty();
        }
        return Optional.ofNullable(hex).map(Digest::ofHex);
    }

    private @Nullable Value message(Raw raw, String path) {
        String number = parts.word(raw, path);
        if (number == null) {
            return null;
        }
        if (!Numbers.SHAPE.matcher(number).matches()) {
            return parts.no(path, number, Rule.MESSAGE_NUMBER);
        }
        Optional<Reference> place = numbers.place(number);
        return place.isPresent() ? new Value.Message(place.get()) : parts.no(path, number, Rule.MESSAGE_NOT_HELD);
    }
}
