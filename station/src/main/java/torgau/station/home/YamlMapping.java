package torgau.station.home;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import torgau.journal.Code;

/// A mapping in a YAML 1.2 file that a person wrote: each key known, each value of its kind, each fault
/// with its line.
public final class YamlMapping {
    /// Bytes of such a file at most.
    public static final int MAX_BYTES = 1 << 20;

    private final String file;
    private final String path;
    private final @Nullable Node node;
    private final Map<String, Node> values = new LinkedHashMap<>();

    private YamlMapping(String file, String path, @Nullable Node node) {
        this.file = file;
        this.path = path;
        this.node = node;
        if (node instanceof MappingNode mapping) {
            mapping.getValue().forEach(this::add);
        } else if (node != null) {
            throw fault(Code.YAML_VALUE_REFUSED, node, what() + " must be a mapping, `key: value`");
        }
    }

    /// Reads a file whose outermost value is a mapping.
    public static YamlMapping in(Path file) {
        return of(
                file.getFileName().toString(), new String(PrivateFiles.read(file, MAX_BYTES), StandardCharsets.UTF_8));
    }

    /// Reads the text of such a file.
    public static YamlMapping of(String file, String text) {
        try {
            var settings = LoadSettings.builder().setLabel(file).build();
            var node = new Compose(settings).composeString(text);
            return new YamlMapping(
                    file, "", node.orElseThrow(() -> new HomeFault(Code.YAML_MALFORMED, file + " is empty")));
        } catch (MarkedYamlEngineException fault) {
            String line = fault.getProblemMark().map(YamlMapping::line).orElse("");
            throw new HomeFault(Code.YAML_MALFORMED, file + line + ": " + fault.getProblem(), fault);
        } catch (YamlEngineException fault) {
            throw new HomeFault(Code.YAML_MALFORMED, file + ": " + fault.getMessage(), fault);
        }
    }

    /// A text as such a file holds it, whatever is in it.
    public static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    /// Refuses any key that is not one of these, naming the nearest that is.
    public YamlMapping only(String... known) {
        values.forEach((key, value) -> {
            if (!List.of(known).contains(key)) {
                String nearest = Nearest.to(key, List.of(known))
                        .map(near -> "; did you mean `" + near + "`?")
                        .orElse("; known are " + String.join(", ", new TreeSet<>(List.of(known))));
                throw fault(Code.YAML_KEY_UNKNOWN, value, "unknown key `" + path + key + "`" + nearest);
            }
        });
        return this;
    }

    /// The keys as they are written, in their order.
    public SequencedSet<String> keys() {
        return new java.util.LinkedHashSet<>(values.keySet());
    }

    public boolean has(String key) {
        return values.containsKey(key);
    }

    public String text(String key) {
        return scalar(key, needed(key));
    }

    public Optional<String> textIfGiven(String key) {
        return Optional.ofNullable(values.get(key)).map(value -> scalar(key, value));
    }

    /// A whole number of `min` to `max`.
    public int integer(String key, int min, int max) {
        Node value = needed(key);
        String written = value instanceof ScalarNode scalar ? scalar.getValue() : "";
        if (!value.getTag().equals(Tag.INT) || !written.matches("-?[0-9]{1,9}")) {
            throw refused(key, "must be a whole number, " + min + " to " + max);
        }
        int number = Integer.parseInt(written);
        if (number < min || number > max) {
            throw refused(key, "is " + number + ", allowed are " + min + " to " + max);
        }
        return number;
    }

    public int integer(String key, int min, int max, int ifMissing) {
        return has(key) ? integer(key, min, max) : ifMissing;
    }

    /// `true` or `false`.
    public boolean flag(String key, boolean ifMissing) {
        Node value = values.get(key);
        if (value == null) {
            return ifMissing;
        }
        String written = value instanceof ScalarNode scalar ? scalar.getValue() : "";
        if (!value.getTag().equals(Tag.BOOL)) {
            throw refused(key, "must be true or false");
        }
        return written.equals("true");
    }

    /// The mapping under `key`.
    public YamlMapping mapping(String key) {
        return new YamlMapping(file, path + key + ".", needed(key));
    }

    /// The mapping under `key`; an empty one if it is left out.
    public YamlMapping mappingIfGiven(String key) {
        return new YamlMapping(file, path + key + ".", values.get(key));
    }

    /// The mappings in the list under `key`; none if it is left out.
    public List<YamlMapping> mappings(String key) {
        var mappings = new ArrayList<YamlMapping>();
        for (Node item : items(key)) {
            mappings.add(new YamlMapping(file, path + key + "[" + (mappings.size() + 1) + "].", item));
        }
        return mappings;
    }

    /// The texts in the list under `key`; none if it is left out.
    public List<String> texts(String key) {
        return items(key).stream().map(item -> scalar(key, item)).toList();
    }

    /// The fault that the value of `key`, or this mapping where it has none, is not allowed.
    public HomeFault refused(String key, String why) {
        return fault(Code.YAML_VALUE_REFUSED, values.getOrDefault(key, node), "`" + path + key + "` " + why);
    }

    private void add(NodeTuple tuple) {
        if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
            throw fault(Code.YAML_VALUE_REFUSED, tuple.getKeyNode(), "a key must be a plain word");
        }
        if (values.put(key.getValue(), tuple.getValueNode()) != null) {
            throw fault(Code.YAML_VALUE_REFUSED, key, "`" + path + key.getValue() + "` is given twice");
        }
    }

    private Node needed(String key) {
        Node value = values.get(key);
        if (value == null) {
            throw fault(Code.YAML_KEY_MISSING, node, "`" + path + key + "` is missing");
        }
        return value;
    }

    private String scalar(String key, Node value) {
        if (value instanceof ScalarNode scalar && value.getTag().equals(Tag.STR)) {
            return scalar.getValue();
        }
        boolean other = value instanceof ScalarNode && !value.getTag().equals(Tag.NULL);
        throw fault(
                Code.YAML_VALUE_REFUSED,
                value,
                "`" + path + key + "` must be text" + (other ? ": put it in quotes" : ""));
    }

    private List<Node> items(String key) {
        return switch (values.get(key)) {
            case null -> List.of();
            case SequenceNode sequence -> sequence.getValue();
            case Node other -> throw fault(Code.YAML_VALUE_REFUSED, other, "`" + path + key + "` must be a list");
        };
    }

    private String what() {
        return path.isEmpty() ? "the file" : "`" + path.substring(0, path.length() - 1) + "`";
    }

    private HomeFault fault(Code code, @Nullable Node at, String sentence) {
        String line = at == null ? "" : at.getStartMark().map(YamlMapping::line).orElse("");
        return new HomeFault(code, file + line + ": " + sentence);
    }

    private static String line(Mark mark) {
        return " line " + (mark.getLine() + 1);
    }
}
