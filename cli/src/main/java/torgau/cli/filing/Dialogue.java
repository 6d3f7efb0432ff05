package torgau.cli.filing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import torgau.cli.Prompt;
import torgau.cli.ceremony.Refused;
import torgau.station.text.Texts;

/// Asks for the fields of a format one by one: what each is called, its hint, what it may be. An answer
/// that the station would refuse is asked for again at once.
public final class Dialogue {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String UNDISCLOSED = "undisclosed";
    private static final int MAX_ITEMS = 64;
    /// How a value of a type is written; the same in every language.
    private static final Map<String, String> EXAMPLES = Map.ofEntries(
            Map.entry("quantity", "12.5 km"),
            Map.entry("count", "250, 200..300"),
            Map.entry("instant", "211830ZNOV26"),
            Map.entry("period", "211830ZNOV26..220600ZNOV26"),
            Map.entry("position", "58-21.0N 019-44.0E"),
            Map.entry("altitude", "GND..FL245, 300 m..1500 m AMSL"),
            Map.entry("route", "58-21.0N 019-44.0E at 211830ZNOV26"),
            Map.entry("frequency", "121.5 MHz"),
            Map.entry("heading", "135"),
            Map.entry("reference", "RED-OPS-2026-14"));
    private static final Map<String, List<String>> SHAPES = Map.of(
            "circle", List.of("centre", "radius"),
            "quadrant", List.of("of", "part"));

    private final Prompt prompt;
    private final Consumer<String> out;
    private final Texts texts;
    private final JsonNode lists;
    private final Judge judge;
    private final Attached attached;

    /// Says what is wrong with a field among those that were given so far; nothing if it can be filed.
    @FunctionalInterface
    public interface Judge {
        List<String> faults(ObjectNode written, String field);
    }

    /// The officer ended the input. What was written so far stays in the fields.
    public static final class Ended extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /// Asks in the language of the texts.
    ///
    /// @param out where questions are shown
    /// @param lists code lists by name, as the station shows them
    /// @param attached puts files in
    public Dialogue(Prompt prompt, Consumer<String> out, Texts texts, JsonNode lists, Judge judge, Attached attached) {
        this.prompt = prompt;
        this.out = out;
        this.texts = texts;
        this.lists = lists;
        this.judge = judge;
        this.attached = attached;
    }

    /// Asks for each field that is not written yet.
    ///
    /// @throws Ended if the input ends first
    public void ask(JsonNode fields, ObjectNode written) {
        for (JsonNode field : fields) {
            String name = field.path("name").asText();
            while (!written.has(name) && wanted(field, written)) {
                if (!asked(field, written) && field.path("optional").asBoolean()) {
                    break;
                }
            }
        }
    }

    /// Whether a field is asked for, by what was answered before.
    private static boolean wanted(JsonNode field, ObjectNode written) {
        JsonNode onlyIf = field.path("only_if");
        String said = written.path(onlyIf.path("field").asText()).asText();
        return onlyIf.isMissingNode()
                || onlyIf.path("items")
                        .valueStream()
                        .anyMatch(item -> item.asText().equals(said));
    }

    /// Whether something was answered. What cannot be filed is told, and is not kept.
    private boolean asked(JsonNode field, ObjectNode written) {
        out.accept("");
        out.accept(label(field) + (field.path("optional").asBoolean() ? " " + texts.say("cli.file.optional") : ""));
        String hint = field.path("hint").path(texts.language()).asText("");
        if (!hint.isEmpty()) {
            out.accept("  " + hint);
        }
        if (field.path("undisclosed").asBoolean()) {
            out.accept("  " + texts.say("cli.file.undisclosed"));
        }
        String name = field.path("name").asText();
        try {
            JsonNode value = value(field);
            if (value == null) {
                if (!field.path("optional").asBoolean()) {
                    out.accept("  " + texts.say("cli.file.needed"));
                }
                return false;
            }
            written.set(name, value);
        } catch (Refused fault) {
            out.accept("  " + fault.getMessage());
            return true;
        }
        List<String> faults = judge.faults(written, name);
        faults.forEach(fault -> out.accept("  " + fault));
        if (!faults.isEmpty()) {
            written.remove(name);
        }
        return true;
    }

    private String label(JsonNode field) {
        return field.path("label")
                .path(texts.language())
                .asText(field.path("name").asText());
    }

    /// What was typed for a field; null for nothing.
    private @Nullable JsonNode value(JsonNode field) {
        return switch (field.path("type").asText()) {
            case "code" -> code(field, items(field));
            case "yes_no" -> code(field, List.of("yes", "no"));
            case "codes" -> codes(field);
            case "numbered", "per_item", "route" -> several(field);
            case "table" -> table(field);
            case "office" -> parts(field, List.of("title", "capacity"));
            case "area" -> area(field);
            case "person" -> parts(field, List.of("name", "latin", "rank", "post", "document", "born"));
            case "attachment" ->
                line("cli.file.path").map(path -> (JsonNode) attached.of(path)).orElse(null);
            default -> word(field, "> ");
        };
    }

    private Optional<String> line(String key) {
        return typed("  " + texts.say(key) + " ");
    }

    /// A line; empty if it is blank.
    private Optional<String> typed(String question) {
        String line = prompt.line(question).orElseThrow(Ended::new).strip();
        return line.isEmpty() ? Optional.empty() : Optional.of(line);
    }

    private @Nullable JsonNode word(JsonNode field, String question) {
        String example = EXAMPLES.get(field.path("type").asText());
        if (example != null) {
            out.accept("  " + texts.say("cli.file.example", Map.of("example", example)));
        }
        return typed("  " + question)
                .map(line -> (JsonNode) JSON.textNode(line))
                .orElse(null);
    }

    private List<String> items(JsonNode field) {
        return lists.path(field.path("list").asText()).findValuesAsText("code");
    }

    private void show(JsonNode field, List<String> codes) {
        JsonNode list = lists.path(field.path("list").asText());
        for (int i = 0; i < codes.size(); i++) {
            String words = list.path(i).path("words").path(texts.language()).asText("");
            String said = words.isEmpty() ? texts.say("cli.file." + codes.get(i)) : words;
            out.accept("  %2d  %s  (%s)".formatted(i + 1, said, codes.get(i)));
        }
    }

    private @Nullable JsonNode code(JsonNode field, List<String> codes) {
        show(field, codes);
        return typed("  > ")
                .map(line -> (JsonNode) JSON.textNode(meant(line, codes)))
                .orElse(null);
    }

    private @Nullable JsonNode codes(JsonNode field) {
        List<String> codes = items(field);
        show(field, codes);
        Optional<String> line = line("cli.file.several");
        if (line.isEmpty() || line.get().equals(UNDISCLOSED)) {
            return line.map(JSON::textNode).orElse(null);
        }
        ArrayNode list = JSON.arrayNode();
        for (String each : line.get().split("[,;]", -1)) {
            if (!each.isBlank()) {
                list.add(meant(each.strip(), codes));
            }
        }
        return list;
    }

    /// A code by itself or by its number in the list.
    private static String meant(String typed, List<String> codes) {
        boolean number = !codes.contains(typed) && typed.matches("[0-9]{1,3}");
        int at = number ? Integer.parseInt(typed) : 0;
        return at >= 1 && at <= codes.size() ? codes.get(at - 1) : typed;
    }

    private @Nullable JsonNode several(JsonNode field) {
        String example = EXAMPLES.get(field.path("type").asText());
        String how = texts.say("cli.file.lines");
        out.accept(
                "  " + (example == null ? how : how + " " + texts.say("cli.file.example", Map.of("example", example))));
        var lines = new ArrayList<String>();
        for (Optional<String> line = typed("  1) ");
                line.isPresent() && lines.size() < MAX_ITEMS;
                line = typed("  " + (lines.size() + 1) + ") ")) {
            if (lines.isEmpty() && line.get().equals(UNDISCLOSED)) {
                return JSON.textNode(UNDISCLOSED);
            }
            lines.add(line.get());
        }
        ArrayNode list = JSON.arrayNode();
        lines.forEach(list::add);
        return lines.isEmpty() ? null : list;
    }

    /// Rows until the first column of one is left empty.
    private @Nullable JsonNode table(JsonNode field) {
        ArrayNode rows = JSON.arrayNode();
        while (rows.size() < MAX_ITEMS) {
            out.accept("  " + texts.say("cli.file.row", Map.of("n", rows.size() + 1)));
            ObjectNode row = JSON.objectNode();
            for (JsonNode column : field.path("columns")) {
                out.accept("  " + label(column)
                        + (column.path("optional").asBoolean() ? " " + texts.say("cli.file.optional") : ""));
                JsonNode value = value(column);
                if (value == null && row.isEmpty()) {
                    return rows.isEmpty() ? null : rows;
                }
                if (value != null) {
                    row.set(column.path("name").asText(), value);
                }
            }
            rows.add(row);
        }
        return rows;
    }

    /// An object of these parts, each asked for; null if the first is left empty.
    private @Nullable JsonNode parts(JsonNode field, List<String> names) {
        ObjectNode parts = JSON.objectNode();
        for (String name : names) {
            Optional<String> line = line("cli.file.part." + name);
            if (line.isEmpty() && parts.isEmpty()) {
                return null;
            }
            if (parts.isEmpty()
                    && field.path("undisclosed").asBoolean()
                    && line.get().equals(UNDISCLOSED)) {
                return JSON.textNode(UNDISCLOSED);
            }
            line.ifPresent(text -> parts.put(name, text));
        }
        return parts;
    }

    private @Nullable JsonNode area(JsonNode field) {
        var shapes = new ArrayList<>(List.of("polygon", "circle", "corridor"));
        if (field.path("coarse").asBoolean()) {
            shapes.add("quadrant");
        }
        show(field, shapes);
        Optional<String> line = typed("  > ");
        if (line.isEmpty()) {
            return null;
        }
        String shape = meant(line.get(), shapes);
        JsonNode body = switch (shape) {
            case "polygon" -> places("cli.file.corners");
            case "corridor" -> corridor();
            case "circle", "quadrant" -> parts(field, SHAPES.getOrDefault(shape, List.of()));
            default -> null;
        };
        return body == null
                ? WrittenFields.typed(line.get(), label(field))
                : JSON.objectNode().set(shape, body);
    }

    private JsonNode corridor() {
        ObjectNode corridor = JSON.objectNode();
        corridor.set("along", places("cli.file.along"));
        line("cli.file.part.width").ifPresent(width -> corridor.put("width", width));
        return corridor;
    }

    private ArrayNode places(String key) {
        out.accept("  " + texts.say(key) + " "
                + texts.say("cli.file.example", Map.of("example", String.valueOf(EXAMPLES.get("position")))));
        ArrayNode places = JSON.arrayNode();
        for (Optional<String> line = typed("  1) ");
                line.isPresent() && places.size() < MAX_ITEMS;
                line = typed("  " + (places.size() + 1) + ") ")) {
            places.add(line.get());
        }
        return places;
    }
}
