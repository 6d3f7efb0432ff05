package torgau.station.tables;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import torgau.catalogue.CodeList;
import torgau.catalogue.Field;
import torgau.catalogue.FieldType;
import torgau.catalogue.Words;
import torgau.station.tables.Target.Part;
import torgau.station.text.Texts;

/// The words that a table may use: the names and labels of a format's fields and of the items of its
/// lists, in every language of the catalogue. Capitals, blanks and what stands in brackets do not
/// matter.
public final class Vocabulary {
    private static final Pattern APOSTROPHES = Pattern.compile("['’ʼ`]");
    private static final Pattern OTHERS = Pattern.compile("[^\\p{L}\\p{N}]+");
    /// Characters of a heading.
    private static final int LONGEST = 300;

    private final List<Field> fields;
    private final Map<String, Target> targets = new TreeMap<>();
    private final Map<String, Map<String, String>> codes = new TreeMap<>();

    /// @param lists finds a code list by its name
    /// @param texts for the words that no format has, one for each language
    /// @param also further words of fields with one code: of a party that hosts, its name
    public Vocabulary(
            List<Field> fields,
            Function<String, Optional<CodeList>> lists,
            List<Texts> texts,
            Map<String, Map<String, String>> also) {
        this.fields = List.copyOf(fields);
        fields.forEach(field -> name(field, texts));
        fields.forEach(
                field -> field.type().lists().forEach(list -> lists.apply(list).ifPresent(this::list)));
        also.forEach((list, words) -> words.forEach((word, code) ->
                codes.computeIfAbsent(list, _ -> new TreeMap<>()).putIfAbsent(key(word), code)));
    }

    private void name(Field field, List<Texts> texts) {
        var names = new ArrayList<>(List.of(field.name()));
        names.addAll(field.label().byLanguage().values());
        names.forEach(name -> put(name, new Target(field, Part.WHOLE)));
        for (Part part : parts(field.type())) {
            var target = new Target(field, part);
            put(target.name(), target);
            for (Texts words : texts) {
                String word = words.say("table.part." + part.word());
                names.forEach(name -> put(name + ", " + word, target));
                if (part != Part.CAPACITY && field.name().equals("dates")) {
                    put(words.say("table.heading." + part.word()), target);
                }
            }
        }
    }

    private static List<Part> parts(FieldType type) {
        return switch (type) {
            case FieldType.Period _ -> List.of(Part.FROM, Part.TO);
            case FieldType.Office _ -> List.of(Part.CAPACITY);
            default -> List.of();
        };
    }

    private void put(String name, Target target) {
        targets.putIfAbsent(key(name), target);
        targets.putIfAbsent(key(name.replaceAll("\\([^)]*\\)", " ")), target);
    }

    private void list(CodeList list) {
        Map<String, String> words = codes.computeIfAbsent(list.name(), _ -> new TreeMap<>());
        list.items().keySet().forEach(code -> words.put(key(code), code));
        list.items().forEach((code, item) -> labels(item).forEach(label -> words.putIfAbsent(label, code)));
    }

    private static List<String> labels(Words item) {
        return item.byLanguage().values().stream().map(Vocabulary::key).toList();
    }

    List<Field> fields() {
        return fields;
    }

    /// What a heading names.
    Optional<Target> target(String heading) {
        if (heading.length() > LONGEST) {
            return Optional.empty();
        }
        return Optional.ofNullable(targets.get(key(heading)))
                .or(() -> Optional.ofNullable(targets.get(key(heading.replaceAll("\\([^)]*\\)", " ")))));
    }

    /// The item of a list that a word names.
    Optional<String> code(String list, String word) {
        return Optional.ofNullable(codes.getOrDefault(list, Map.of()).get(key(word)));
    }

    /// Letters and digits alone, in small letters; ё is е, and no apostrophe divides a word.
    static String key(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replace('ё', 'е');
        return OTHERS.matcher(APOSTROPHES.matcher(plain).replaceAll(""))
                .replaceAll(" ")
                .strip();
    }
}
