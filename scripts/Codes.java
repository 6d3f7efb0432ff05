import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Turns docs/spec/codes.yaml into constants: `java scripts/Codes.java FILE [--java ROOT] [--typescript FILE]`.
///
/// It runs before anything is compiled, so it needs nothing but the JDK. The file has one fixed form, one entry a
/// line; whatever else it finds it refuses in one sentence with the line's number, and writes nothing.
final class Codes {
    static final Map<Character, String> ROOMS = new TreeMap<>(Map.of(
            '1', "journal", '2', "link", '3', "store", '4', "matters", '5', "catalogue", '6', "API", '7', "CLI"));

    private static final Pattern HEADING = Pattern.compile("# (\\d)xxx (\\w+)");
    private static final Pattern ENTRY = Pattern.compile("- \\{code: ([^,]*), name: ([^,]*), (.*)}");
    private static final Pattern QUOTED = Pattern.compile("(\\w+): \"((?:[^\"\\\\]|\\\\[\"\\\\])*)\"");
    private static final Pattern NUMBER = Pattern.compile("TG-([1-9])\\d{3}");
    private static final Pattern NAME = Pattern.compile("[A-Z][A-Z0-9]*(_[A-Z0-9]+)*");

    private Codes() {}

    /// A code in use.
    record Code(String code, String name, String text, String remedy) {}

    /// What is wrong with the file, in one sentence, and where.
    static final class Refused extends Exception {
        private static final long serialVersionUID = 1L;

        Refused(int line, String sentence) {
            super("line " + line + ": " + sentence);
        }
    }

    static void main(String[] arguments) throws IOException {
        Path source = Path.of(arguments[0]);
        try {
            Collection<Code> codes = read(Files.readAllLines(source));
            for (int i = 1; i + 1 < arguments.length; i += 2) {
                Path target = Path.of(arguments[i + 1]);
                switch (arguments[i]) {
                    case "--java" -> write(target.resolve("torgau/journal/Code.java"), java(codes));
                    case "--typescript" -> write(target, typescript(codes));
                    default -> throw new IllegalArgumentException("unknown option " + arguments[i]);
                }
            }
        } catch (Refused refused) {
            System.err.println(source + ", " + refused.getMessage());
            System.exit(1);
        }
    }

    /// The codes in use, by number. Retired ones are checked like the others, so that their number stays taken.
    static Collection<Code> read(List<String> lines) throws Refused {
        Map<String, Code> codes = new TreeMap<>();
        Map<String, Integer> taken = new HashMap<>();
        char block = '0';
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            Matcher heading = HEADING.matcher(line);
            if (heading.matches()) {
                block = block(i + 1, heading);
            } else if (!line.isBlank() && !line.startsWith("#")) {
                entry(i + 1, line, block, taken).ifPresent(code -> codes.put(code.code(), code));
            }
        }
        return codes.values();
    }

    private static char block(int number, Matcher heading) throws Refused {
        char block = heading.group(1).charAt(0);
        if (!heading.group(2).equals(ROOMS.get(block))) {
            throw new Refused(number, "there is no block `" + heading.group() + "`; the blocks are " + ROOMS + ".");
        }
        return block;
    }

    private static Optional<Code> entry(int number, String line, char block, Map<String, Integer> taken)
            throws Refused {
        Matcher entry = ENTRY.matcher(line);
        if (!entry.matches()) {
            throw new Refused(number, "not of the form `- {code: TG-1001, name: NAME, text: \"…\", remedy: \"…\"}`.");
        }
        String code = code(number, entry.group(1), block);
        String name = entry.group(2);
        if (!NAME.matcher(name).matches()) {
            throw new Refused(number, "the name `" + name + "` is not in CAPITALS_WITH_UNDERSCORES.");
        }
        for (String key : List.of(code, name)) {
            Integer before = taken.putIfAbsent(key, number);
            if (before != null) {
                throw new Refused(number, key + " is taken by line " + before + "; nothing here is ever used twice.");
            }
        }
        return texts(number, code, name, entry.group(3));
    }

    private static String code(int number, String code, char block) throws Refused {
        Matcher parts = NUMBER.matcher(code);
        if (!parts.matches() || !ROOMS.containsKey(parts.group(1).charAt(0))) {
            throw new Refused(number, "the code `" + code + "` is not TG- and four digits in a known block.");
        }
        if (parts.group(1).charAt(0) != block) {
            throw new Refused(
                    number,
                    code + " is of block " + parts.group(1) + "xxx " + ROOMS.get(parts.group(1).charAt(0))
                            + " and must stand below that heading.");
        }
        return code;
    }

    private static Optional<Code> texts(int number, String code, String name, String rest) throws Refused {
        List<String> keys = new ArrayList<>();
        List<String> values = new ArrayList<>();
        int end = 0;
        Matcher quoted = QUOTED.matcher(rest);
        while (end <= rest.length() && quoted.region(end, rest.length()).lookingAt()) {
            keys.add(quoted.group(1));
            values.add(quoted.group(2).replace("\\\"", "\"").replace("\\\\", "\\"));
            end = quoted.end();
            end += rest.startsWith(", ", end) ? 2 : 0;
        }
        boolean inUse = keys.equals(List.of("text", "remedy"));
        if (end != rest.length() || !(inUse || keys.equals(List.of("retired")))) {
            throw new Refused(number, code + " needs `text` and `remedy`, or `retired`, each in double quotes.");
        }
        for (int i = 0; i < keys.size(); i++) {
            if (values.get(i).isBlank()) {
                throw new Refused(number, "the " + keys.get(i) + " of " + code + " is empty.");
            }
        }
        return inUse ? Optional.of(new Code(code, name, values.get(0), values.get(1))) : Optional.empty();
    }

    /// The enum `torgau.journal.Code`.
    static String java(Collection<Code> codes) {
        return """
                // Written by scripts/Codes.java from docs/spec/codes.yaml: edit that.
                package torgau.journal;

                import java.util.Optional;

                /// Every refusal and fault that Torgau names, from docs/spec/codes.yaml. A text may change, a code never.
                public enum Code {
                %s;

                    private final String code;
                    private final String text;
                    private final String remedy;

                    Code(String code, String text, String remedy) {
                        this.code = code;
                        this.text = text;
                        this.remedy = remedy;
                    }

                    /// The stable code, as `TG-1001`.
                    public String code() {
                        return code;
                    }

                    /// What is wrong, in a sentence.
                    public String text() {
                        return text;
                    }

                    /// The way out, in a sentence.
                    public String remedy() {
                        return remedy;
                    }

                    /// The constant of a stable code, if this version knows it.
                    public static Optional<Code> of(String code) {
                        for (Code each : values()) {
                            if (each.code.equals(code)) {
                                return Optional.of(each);
                            }
                        }
                        return Optional.empty();
                    }
                }
                """
                .formatted(codes.stream()
                        .map(code -> "    %s(%s, %s, %s)"
                                .formatted(
                                        code.name(), literal(code.code()), literal(code.text()), literal(code.remedy())))
                        .collect(Collectors.joining(",\n")));
    }

    /// The console's constants, keyed by code.
    static String typescript(Collection<Code> codes) {
        return """
                // Written by scripts/Codes.java from docs/spec/codes.yaml: edit that.
                export const codes = {
                %s
                } as const;

                export type Code = keyof typeof codes;
                """
                .formatted(codes.stream()
                        .map(code -> "  %s: { name: %s, text: %s, remedy: %s },"
                                .formatted(
                                        literal(code.code()),
                                        literal(code.name()),
                                        literal(code.text()),
                                        literal(code.remedy())))
                        .collect(Collectors.joining("\n")));
    }

    private static String literal(String value) {
        return "\"" + value.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }

    /// Leaves a file alone that is already right, so that nothing is compiled again for it.
    private static void write(Path target, String content) throws IOException {
        if (!Files.exists(target) || !Files.readString(target).equals(content)) {
            Files.createDirectories(target.toAbsolutePath().getParent());
            Files.writeString(target, content);
        }
    }
}
