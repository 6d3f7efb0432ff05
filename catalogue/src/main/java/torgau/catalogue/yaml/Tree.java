package torgau.catalogue.yaml;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.composer.Composer;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import torgau.catalogue.value.Raw;
import torgau.journal.Code;
import torgau.journal.cbor.CborWriter;

/// A value in a YAML 1.2 file, with its line. What is asked of it and is not there is noted, and
/// something empty comes back, so that reading can go on.
public final class Tree {
    /// Characters of one file.
    public static final int MAX_CHARS = 1 << 20;

    /// Longer than anything is awaited.
    private static final Duration LONGEST = Duration.ofDays(3_660);

    private final Findings findings;
    private final Place place;
    private final String path;
    private final @Nullable Node node;
    private final SequencedMap<String, Tree> children = new LinkedHashMap<>();

    private Tree(Findings findings, Place place, String path, @Nullable Node node) {
        this.findings = findings;
        this.place = place;
        this.path = path;
        this.node = node;
        if (node instanceof MappingNode mapping) {
            mapping.getValue().forEach(this::add);
        }
    }

    /// The outermost value of a text; an empty one if it is not YAML.
    public static Tree of(String file, String text, Findings findings) {
        var whole = new Place(file, 0);
        if (text.length() > MAX_CHARS) {
            findings.add(
                    whole,
                    Code.CATALOGUE_MALFORMED,
                    "has " + text.length() + " characters",
                    "split it; at most " + MAX_CHARS + " are read");
            return new Tree(findings, whole, "", null);
        }
        try {
            var settings = LoadSettings.builder()
                    .setLabel(file)
                    .setMaxAliasesForCollections(0)
                    .build();
            Optional<Node> root = new Composer(settings, new Shallow(settings, text)).getSingleNode();
            return new Tree(findings, root.map(node -> place(file, node)).orElse(whole), "", root.orElse(null));
        } catch (MarkedYamlEngineException fault) {
            int line = fault.getProblemMark().map(mark -> mark.getLine() + 1).orElse(0);
            findings.add(
                    new Place(file, line),
                    Code.CATALOGUE_MALFORMED,
                    "is not YAML: " + fault.getProblem(),
                    "mend the line; a text with `: ` or `#` in it stands in quotes");
        } catch (YamlEngineException fault) {
            findings.add(whole, Code.CATALOGUE_MALFORMED, "is not YAML: " + fault.getMessage(), "mend the file");
        }
        return new Tree(findings, whole, "", null);
    }

    private static Place place(String file, Node node) {
        return new Place(
                file, node.getStartMark().map(mark -> mark.getLine() + 1).orElse(0));
    }

    private void add(NodeTuple tuple) {
        Node value = tuple.getValueNode();
        String key = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "";
        Place where = place(place.file(), tuple.getKeyNode());
        if (key.isEmpty()) {
            findings.add(where, Code.CATALOGUE_VALUE_REFUSED, "a key is not a plain word", "write `key: value`");
        } else if (children.containsKey(key)) {
            findings.add(where, Code.CATALOGUE_VALUE_REFUSED, "`" + path + key + "` is given twice", "keep one");
        } else {
            children.put(key, new Tree(findings, where, path + key + ".", value));
        }
    }

    /// Notes something about this value.
    public void note(Code code, String what, String wayOut) {
        findings.add(place, code, what, wayOut);
    }

    /// Notes that this value is not allowed.
    public void refuse(String why, String wayOut) {
        note(Code.CATALOGUE_VALUE_REFUSED, "`" + name() + "` " + why, wayOut);
    }

    public Place place() {
        return place;
    }

    /// Where it stands in the file, as in `formats.UA.by`.
    public String name() {
        return path.isEmpty() ? "the file" : path.substring(0, path.length() - 1);
    }

    public boolean has(String key) {
        return children.containsKey(key);
    }

    /// Notes each key that is not one of these.
    public Tree only(String... known) {
        mapping();
        children.forEach((key, value) -> {
            if (!List.of(known).contains(key)) {
                value.note(
                        Code.CATALOGUE_KEY_UNKNOWN,
                        "unknown key `" + value.name() + "`",
                        "known are " + String.join(", ", known));
            }
        });
        return this;
    }

    /// What is under a key, which must be there.
    public Tree at(String key) {
        Tree child = children.get(key);
        if (child != null) {
            return child;
        }
        if (mapping()) {
            note(Code.CATALOGUE_KEY_MISSING, "`" + path + key + "` is missing", "add it");
        }
        return absent(key);
    }

    /// Where something stands, as far as there is a way to it.
    public Place find(String... way) {
        Tree at = this;
        for (String key : way) {
            Tree next = at.children.get(key);
            if (next == null) {
                break;
            }
            at = next;
        }
        return at.place;
    }

    /// What is under a key, or something empty.
    public Tree maybe(String key) {
        Tree child = children.get(key);
        return child == null ? absent(key) : child;
    }

    private Tree absent(String key) {
        return new Tree(findings, place, path + key + ".", null);
    }

    private boolean mapping() {
        if (node != null && !(node instanceof MappingNode)) {
            refuse("must be a mapping", "write `key: value`");
        }
        return node instanceof MappingNode;
    }

    /// Whether anything is here.
    public boolean given() {
        return node != null;
    }

    /// Whether it is one value.
    public boolean scalar() {
        return node instanceof ScalarNode;
    }

    public boolean list() {
        return node instanceof SequenceNode;
    }

    /// What is under each key; nothing if it is no mapping.
    public SequencedMap<String, Tree> children() {
        return children;
    }

    /// The keys with what is under each, in their order.
    public SequencedMap<String, Tree> entries() {
        mapping();
        return children;
    }

    /// What each key's value is read as, in their order.
    public <T> SequencedMap<String, T> each(Function<Tree, T> reading) {
        var read = new LinkedHashMap<String, T>();
        entries().forEach((key, value) -> read.put(key, reading.apply(value)));
        return read;
    }

    /// What is written here, as it would be filed.
    public Raw raw() {
        return switch (node) {
            case MappingNode _ -> new Raw.Pairs(each(Tree::raw));
            case SequenceNode _ ->
                new Raw.Several(items().stream().map(Tree::raw).toList());
            case null, default -> new Raw.Word(node == null ? "" : text());
        };
    }

    /// What is written here as deterministic CBOR: a text, `[0, * item]` of a list, `[1, * (key,
    /// value)]` of a mapping in its order; null if nothing is.
    byte[] encoded() {
        var out = new CborWriter();
        write(out);
        return out.toByteArray();
    }

    private void write(CborWriter out) {
        switch (node) {
            case MappingNode _ -> {
                out.array(1 + 2 * children.size()).integer(1);
                children.forEach((key, value) -> value.write(out.text(key)));
            }
            case SequenceNode sequence -> {
                out.array(1 + sequence.getValue().size()).integer(0);
                items().forEach(item -> item.write(out));
            }
            case ScalarNode scalar -> out.text(scalar.getValue());
            case null, default -> out.nil();
        }
    }

    /// The items of a list; none if there is no list.
    public List<Tree> items() {
        var items = new ArrayList<Tree>();
        if (node instanceof SequenceNode sequence) {
            for (Node item : sequence.getValue()) {
                String at = name() + "[" + (items.size() + 1) + "].";
                items.add(new Tree(findings, place(place.file(), item), at, item));
            }
        } else if (node != null) {
            refuse("must be a list", "write `[one, two]`");
        }
        return items;
    }

    /// The texts of a list.
    public List<String> texts() {
        return items().stream().map(Tree::text).toList();
    }

    /// The texts of a list, or one text that stands for a list of one.
    public List<String> textOrTexts() {
        return node instanceof ScalarNode ? List.of(text()) : texts();
    }

    /// The items of a list, or one mapping that stands for a list of one.
    public List<Tree> itemOrItems() {
        return node instanceof MappingNode ? List.of(this) : items();
    }

    /// A scalar as it is written; empty if there is none.
    public String text() {
        if (node instanceof ScalarNode scalar && !scalar.getTag().equals(Tag.NULL)) {
            return scalar.getValue();
        }
        if (node != null) {
            refuse("must be one value", "write it behind the colon; a text with `: ` in it in quotes");
        }
        return "";
    }

    /// A scalar, or null if nothing is here.
    public @Nullable String textIfGiven() {
        return node == null ? null : text();
    }

    public boolean flag(boolean ifMissing) {
        String text = node == null ? String.valueOf(ifMissing) : text();
        if (!text.equals("true") && !text.equals("false")) {
            refuse("is `" + text + "`", "write true or false");
        }
        return text.equals("true");
    }

    public int integer(int min, int max, int ifMissing) {
        String text = node == null ? String.valueOf(ifMissing) : text();
        boolean number = text.matches("[0-9]{1,9}");
        if (!number || Integer.parseInt(text) < min || Integer.parseInt(text) > max) {
            refuse("is `" + text + "`", "write a whole number from " + min + " to " + max);
            return ifMissing;
        }
        return Integer.parseInt(text);
    }

    /// A length of time as ISO 8601 writes it; none if there is none that can be read.
    ///
    /// @param zero whether it may be none, for what is due at the very time of an event
    public Duration duration(boolean zero) {
        String text = text();
        try {
            Duration read = Duration.parse(text);
            if (!read.isNegative() && (zero || !read.isZero()) && read.compareTo(LONGEST) <= 0) {
                return read;
            }
        } catch (DateTimeParseException fault) {
            // noted below
        }
        if (node != null) {
            refuse("is `" + text + "`", "write a length of time as PT30M, PT48H or P15D, at most ten years");
        }
        return Duration.ZERO;
    }

    /// One of the constants of a kind, written in lower case.
    public <E extends Enum<E>> E oneOf(E[] known, E ifNone) {
        String text = text();
        for (E each : known) {
            if (each.name().equalsIgnoreCase(text)) {
                return each;
            }
        }
        if (node != null) {
            refuse(
                    "is `" + text + "`",
                    "choose one of " + List.of(known).toString().toLowerCase(Locale.ROOT));
        }
        return ifNone;
    }
}
