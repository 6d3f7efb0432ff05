package torgau.catalogue.treaty;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import torgau.catalogue.CodeList;
import torgau.catalogue.Field;
import torgau.catalogue.FieldType;
import torgau.catalogue.render.FrameWords;
import torgau.catalogue.render.Known;
import torgau.catalogue.render.ValueWords;
import torgau.catalogue.value.FilingReader;
import torgau.catalogue.value.Numbers;
import torgau.catalogue.value.Raw;
import torgau.catalogue.value.Value;
import torgau.catalogue.value.Value.Area;
import torgau.catalogue.value.Written;

/// The numbered lines of a filing: `2. Label: value`, of a list `2.1. value`, of a table `2.1.3. Column:
/// value`.
///
/// A value that could not be filed here is shown as its author's program wrote it, between quotation
/// marks.
final class Contents {
    private final Optional<Known> known;
    private final FrameWords frame;
    private final Numbers numbers;
    private final ValueWords words;
    private final List<String> lines = new ArrayList<>();

    Contents(Optional<Known> known, FrameWords frame, Numbers numbers) {
        this.known = known;
        this.frame = frame;
        this.numbers = numbers;
        this.words = new ValueWords(frame.common(), this::list, numbers, frame.language());
    }

    private Optional<CodeList> list(String name) {
        return known.flatMap(each -> each.procedure().list(name, frame.common()));
    }

    /// A line for each field of the format, whether it was filed or not, then what was filed beside
    /// them.
    List<String> of(Map<String, Value> fields) {
        lines.clear();
        List<Field> own = known.map(each -> each.format().fields()).orElse(List.of());
        fields("", own, fields);
        return List.copyOf(lines);
    }

    private void fields(String prefix, List<Field> fields, Map<String, Value> values) {
        int number = 0;
        SequencedMap<String, Value> surplus = new LinkedHashMap<>(values);
        for (Field field : fields) {
            number++;
            field(prefix + number, field, surplus.remove(field.name()));
        }
        for (Map.Entry<String, Value> other : surplus.entrySet()) {
            number++;
            written(prefix + number, other.getKey(), Written.of(other.getValue(), numbers));
        }
    }

    private void line(String number, String label, String value) {
        lines.add(number + ". " + label + ": " + value);
    }

    private void item(String number, String value) {
        lines.add(number + ". " + value);
    }

    private void field(String number, Field field, @Nullable Value value) {
        String label = frame.in(Optional.of(field.label()), field.name());
        if (value == null) {
            line(number, label, frame.noneGiven());
        } else if (value instanceof Value.Rows(var rows) && field.type() instanceof FieldType.Table table) {
            line(number, label, count(rows.size()));
            rows(number, table.columns(), rows);
        } else if (value instanceof Value.NotHere) {
            line(number, label, words.of(field, value));
        } else if (fileable(field, value)) {
            value(number, label, field, value);
        } else {
            written(number, label, Written.of(value, numbers));
        }
    }

    /// How many lines follow, so that none is lost unseen.
    private static String count(int items) {
        return "(" + items + ")";
    }

    private void rows(String number, List<Field> columns, List<NavigableMap<String, Value>> rows) {
        for (int row = 0; row < rows.size(); row++) {
            fields(number + "." + (row + 1) + ".", columns, rows.get(row));
        }
    }

    private boolean fileable(Field field, Value value) {
        var one = new LinkedHashMap<String, Value>();
        one.put(field.name(), value);
        return FilingReader.read(List.of(field.alone()), Written.of(one, numbers), this::list, numbers)
                .values()
                .equals(one);
    }

    private void value(String number, String label, Field field, Value value) {
        switch (value) {
            case Value.Items(List<String> texts) ->
                items(number, label, texts.stream().map(this::quoted).toList());
            case Value.Codes(List<String> codes) ->
                items(
                        number,
                        label,
                        codes.stream()
                                .map(code -> words.of(field, new Value.Code(code)))
                                .toList());
            case Value.Answers(List<Optional<String>> answers) ->
                items(
                        number,
                        label,
                        answers.stream()
                                .map(answer -> answer.map(this::quoted).orElse(frame.label("answer", "declined")))
                                .toList());
            default -> line(number, label, inline(field, value));
        }
    }

    private void items(String number, String label, List<String> items) {
        line(number, label, count(items.size()));
        for (int item = 0; item < items.size(); item++) {
            item(number + "." + (item + 1), items.get(item));
        }
    }

    private String inline(Field field, Value value) {
        return switch (value) {
            case Value.Words(String text) -> quoted(text);
            case Value.Name(String text) -> quoted(text);
            case Value.Office(String title, String capacity) -> quoted(title) + ", " + quoted(capacity);
            case Area.Quadrant(String of, String part) ->
                frame.label("shape", "quadrant") + ": " + quoted(of) + ", " + quoted(part);
            case Value.Attachment(String name, var blob, var key, long length) ->
                quoted(name) + ", " + length + " " + frame.label("file", "bytes") + ", SHA-256 " + blob.hex() + ", "
                        + frame.label("file", "key") + " " + key.hex();
            case Value.Person person -> person(person);
            default -> words.of(field, value);
        };
    }

    private String person(Value.Person person) {
        var parts = new ArrayList<String>();
        parts.add(quoted(person.name()));
        String[] names = {"latin", "rank", "post", "document"};
        String[] given = {person.latin(), person.rank(), person.post(), person.document()};
        for (int part = 0; part < names.length; part++) {
            if (given[part] != null) {
                parts.add(frame.label("person", names[part]) + " " + quoted(given[part]));
            }
        }
        Optional.ofNullable(person.born()).ifPresent(year -> parts.add(frame.label("person", "born") + " " + year));
        return String.join(", ", parts);
    }

    private String quoted(String text) {
        return Quoted.of(text, frame.language());
    }

    /// As a file writes it: for what this catalogue does not know.
    private void written(String number, String name, Raw raw) {
        String label = Quoted.plain(name.replace('_', ' ')) ? name : quoted(name);
        switch (raw) {
            case Raw.Word(String text) -> line(number, label, quoted(text));
            case Raw.Several several -> {
                line(number, label, "");
                inside(number, several);
            }
            case Raw.Pairs pairs -> {
                line(number, label, "");
                inside(number, pairs);
            }
        }
    }

    private void inside(String number, Raw raw) {
        switch (raw) {
            case Raw.Word(String text) -> item(number, quoted(text));
            case Raw.Several(List<Raw> items) -> {
                for (int item = 0; item < items.size(); item++) {
                    inside(number + "." + (item + 1), items.get(item));
                }
            }
            case Raw.Pairs pairs -> {
                int pair = 0;
                for (Map.Entry<String, Raw> each : pairs.values().entrySet()) {
                    pair++;
                    written(number + "." + pair, each.getKey(), each.getValue());
                }
            }
        }
    }
}
