package torgau.catalogue.treaty;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import torgau.catalogue.CodeList;
import torgau.catalogue.Field;
import torgau.catalogue.FieldType;
import torgau.catalogue.render.FrameWords;
import torgau.catalogue.treaty.TreatyFault.Rule;
import torgau.catalogue.value.Raw;

/// Reads the numbered lines of a format that is known, field by field, in the form in which a file would
/// have them.
final class FieldsTyped {
    private static final String UNDISCLOSED = "undisclosed";
    private static final String NOT_GIVEN = "";
    private static final String DECLINED = "declined";
    private static final Pattern COUNT = Pattern.compile("[0-9]{1,3}(?![0-9])");

    private final Typed typed;
    private final FrameWords frame;
    private final Function<String, Optional<CodeList>> lists;
    private final ShapesTyped shapes;
    private final BooleanSupplier end;
    private final List<TreatyFault> faults;
    private final Map<String, Integer> lines = new TreeMap<>();
    private final Map<String, String> labels = new TreeMap<>();

    /// Reads from where `typed` is.
    ///
    /// @param end whether the frame goes on
    FieldsTyped(
            Typed typed,
            FrameWords frame,
            Function<String, Optional<CodeList>> lists,
            BooleanSupplier end,
            List<TreatyFault> faults) {
        this.typed = typed;
        this.frame = frame;
        this.lists = lists;
        this.shapes = new ShapesTyped(typed, frame);
        this.end = end;
        this.faults = faults;
    }

    /// Line and label of a field by its path, as in `forces[2].kind`; of the nearest around it if it has
    /// none.
    int line(String path) {
        return near(lines, path).orElse(1);
    }

    String label(String path) {
        return near(labels, path).orElse("");
    }

    private static <T> Optional<T> near(Map<String, T> all, String path) {
        for (String at = path; !at.isEmpty(); at = shorter(at)) {
            T one = all.get(at);
            if (one != null) {
                return Optional.of(one);
            }
        }
        return Optional.empty();
    }

    private static String shorter(String path) {
        return path.substring(0, Math.max(0, Math.max(path.lastIndexOf('.'), path.lastIndexOf('['))));
    }

    /// All fields of the format. After one that cannot be read it goes on at the next that it finds.
    Raw.Pairs all(List<Field> fields) {
        var read = new LinkedHashMap<String, Raw>();
        for (int field = 0; field < fields.size(); field++) {
            try {
                field(fields.get(field), String.valueOf(field + 1), "").ifPresent(add(read, fields.get(field)));
            } catch (Misread fault) {
                String label = label(fields.get(field));
                faults.add(new TreatyFault(
                        typed.line(fault.at), label, fault.rule, typed.found(fault.at), fault.due, null));
                field = next(fields, field + 1) - 1;
            }
        }
        return new Raw.Pairs(read);
    }

    private static Consumer<Raw> add(Map<String, Raw> read, Field field) {
        return raw -> read.put(field.name(), raw);
    }

    /// The next field whose label is found; one more than there are if none is.
    private int next(List<Field> fields, int from) {
        int[] found = {fields.size()};
        typed.seek(() -> {
            for (int field = from; field < fields.size(); field++) {
                if (typed.label(String.valueOf(field + 1), label(fields.get(field)))) {
                    found[0] = field;
                    return true;
                }
            }
            return end.getAsBoolean();
        });
        return found[0];
    }

    private String label(Field field) {
        return frame.in(Optional.of(field.label()), field.name());
    }

    private Optional<Raw> field(Field field, String number, String path) {
        typed.punctuation();
        int from = typed.at();
        if (!typed.label(number, label(field))) {
            throw typed.no(Rule.LABEL, number + ". " + label(field));
        }
        lines.put(path + field.name(), typed.line(from));
        labels.put(path + field.name(), label(field));
        SequencedMap<String, String> instead = new LinkedHashMap<>();
        instead.put(NOT_GIVEN, frame.noneGiven());
        instead.put(UNDISCLOSED, frame.phrase("undisclosed"));
        Optional<String> word = typed.choice(instead, this::follows);
        return word.isPresent()
                ? word.filter(each -> !each.equals(NOT_GIVEN)).map(Raw.Word::new)
                : Optional.of(value(field.type(), number, path + field.name()));
    }

    /// Whether a line is at its end: another begins, or the frame goes on.
    private boolean follows() {
        int from = typed.at();
        boolean follows = typed.someNumber() || end.getAsBoolean();
        typed.back(from);
        return follows;
    }

    private Raw value(FieldType type, String number, String path) {
        return switch (type) {
            case FieldType.Text _, FieldType.Name _ -> quoted();
            case FieldType.Numbered _ -> items(number, path, this::quoted);
            case FieldType.OneCode(String list) -> code(list);
            case FieldType.SomeCodes(String list, FieldType.Range _) -> items(number, path, () -> code(list));
            case FieldType.YesNo _ -> shapes.word("answer", "yes", "no");
            case FieldType.Quantity(FieldType.Dimension dimension) -> new Raw.Word(shapes.quantity(dimension));
            case FieldType.Count _ -> new Raw.Word(shapes.count());
            case FieldType.Instant _ -> new Raw.Word(shapes.time());
            case FieldType.Period _ -> new Raw.Word(shapes.period());
            case FieldType.Position _ -> new Raw.Word(shapes.position());
            case FieldType.Area _ -> shapes.area(this::quoted);
            case FieldType.Altitude _ -> new Raw.Word(shapes.altitude());
            case FieldType.Route _ -> shapes.route();
            case FieldType.Frequency _ -> new Raw.Word(shapes.frequency());
            case FieldType.Heading _ -> new Raw.Word(shapes.heading());
            case FieldType.Office _ -> ShapesTyped.pairs("title", quoted(), "capacity", quoted());
            case FieldType.Person _ -> shapes.person(this::quoted);
            case FieldType.Table(List<Field> columns, FieldType.Range _) -> rows(columns, number, path);
            case FieldType.PerItem _ -> items(number, path, this::answer);
            case FieldType.ReferenceTo _ -> new Raw.Word(shapes.message());
            case FieldType.Attachment _ -> shapes.attachment(quoted());
        };
    }

    private Raw quoted() {
        return new Raw.Word(typed.quoted().orElseThrow(() -> typed.no(Rule.QUOTATION)));
    }

    private Raw code(String list) {
        Map<String, String> words = new LinkedHashMap<>();
        lists.apply(list)
                .ifPresent(codes -> codes.items()
                        .forEach((code, each) ->
                                words.put(code, each.in(frame.language()).orElse(code))));
        return new Raw.Word(typed.choice(words, this::follows)
                .orElseThrow(() -> typed.no(Rule.WORDS, List.copyOf(words.values()))));
    }

    private Raw answer() {
        return typed.words(frame.label("answer", DECLINED)) ? new Raw.Word(DECLINED) : quoted();
    }

    /// How many items are said to follow.
    private int count() {
        typed.punctuation();
        return Integer.parseInt(
                typed.next(COUNT).orElseThrow(() -> typed.no(Rule.NUMBER)).group());
    }

    private Misread missed(String number) {
        typed.punctuation();
        return typed.no(Rule.LABEL, number);
    }

    private Raw items(String number, String path, Supplier<Raw> one) {
        var items = new ArrayList<Raw>();
        for (int count = count(); items.size() < count; ) {
            if (!typed.number(number + "." + (items.size() + 1))) {
                throw missed(number + "." + (items.size() + 1) + ".");
            }
            lines.put(path + "[" + (items.size() + 1) + "]", typed.line(typed.at()));
            items.add(one.get());
        }
        return new Raw.Several(items);
    }

    private Raw rows(List<Field> columns, String number, String path) {
        var rows = new ArrayList<Raw>();
        for (int count = count(); rows.size() < count; ) {
            String at = path + "[" + (rows.size() + 1) + "].";
            var row = new LinkedHashMap<String, Raw>();
            for (int column = 0; column < columns.size(); column++) {
                field(columns.get(column), number + "." + (rows.size() + 1) + "." + (column + 1), at)
                        .ifPresent(add(row, columns.get(column)));
            }
            rows.add(new Raw.Pairs(row));
        }
        return new Raw.Several(rows);
    }
}
