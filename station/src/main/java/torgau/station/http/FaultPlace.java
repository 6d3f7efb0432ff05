package torgau.station.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import torgau.catalogue.Common;
import torgau.catalogue.Field;
import torgau.catalogue.FieldType;
import torgau.catalogue.value.Raw;

/// Where a fault lies: as a JSON Pointer into what was written, and as an officer calls it.
///
/// @param pointer below the object with the fields
/// @param label for instance `Forces involved 2, Kind`
/// @param field the innermost field of the format; null if the format has none there
record FaultPlace(String pointer, String label, @Nullable Field field) {
    private static final Pattern STEP = Pattern.compile("^\\.?([^.\\[]+)|^\\[([0-9]{1,4})]");

    /// Finds a place that a fault names, as in `forces[2].kind`.
    static FaultPlace of(String path, List<Field> fields, Raw.Pairs written, Common common, String language) {
        return new Walk(common, language, fields, written).to(path);
    }

    private static final class Walk {
        private final Common common;
        private final String language;
        private final StringBuilder pointer = new StringBuilder();
        private final List<String> label = new ArrayList<>();
        private List<Field> fields;
        private @Nullable Field field;
        private @Nullable Raw raw;

        Walk(Common common, String language, List<Field> fields, Raw written) {
            this.common = common;
            this.language = language;
            this.fields = fields;
            this.raw = written;
        }

        FaultPlace to(String path) {
            String rest = path;
            while (!rest.isEmpty()) {
                Matcher step = STEP.matcher(rest);
                if (named(rest) || !step.find()) {
                    into(rest);
                    break;
                }
                if (step.group(2) == null) {
                    into(step.group(1));
                } else {
                    item(Integer.parseInt(step.group(2)));
                }
                rest = rest.substring(step.end());
            }
            return new FaultPlace(pointer.toString(), String.join(", ", label), field);
        }

        /// Whether somebody wrote just this name, dots and brackets in it and all.
        private boolean named(String name) {
            return raw instanceof Raw.Pairs(SequencedMap<String, Raw> values) && values.containsKey(name);
        }

        private void into(String name) {
            if (raw instanceof Raw.Pairs(SequencedMap<String, Raw> values) && !values.containsKey(name)) {
                shape(values, inner -> inner instanceof Raw.Pairs);
            }
            pointer.append('/').append(RawJson.escaped(name));
            raw = raw instanceof Raw.Pairs(SequencedMap<String, Raw> values) ? values.get(name) : null;
            Optional<Field> known =
                    fields.stream().filter(each -> each.name().equals(name)).findFirst();
            label.add(known.flatMap(each -> each.label().in(language)).orElseGet(() -> part(name)));
            if (known.isPresent()) {
                field = known.get();
                fields = field.type() instanceof FieldType.Table(List<Field> columns, FieldType.Range _)
                        ? columns
                        : List.of();
            }
        }

        private void item(int number) {
            if (raw instanceof Raw.Pairs(SequencedMap<String, Raw> values)) {
                shape(values, inner -> inner instanceof Raw.Several);
            }
            pointer.append('/').append(number - 1);
            raw = raw instanceof Raw.Several(List<Raw> items) && number <= items.size() ? items.get(number - 1) : null;
            label.add(label.isEmpty() ? String.valueOf(number) : label.removeLast() + " " + number);
        }

        /// The name of a shape is not part of a fault's path: `{circle: {centre: …}}` is spoken of as
        /// `centre`.
        private void shape(SequencedMap<String, Raw> values, java.util.function.Predicate<Raw> has) {
            if (values.size() == 1 && has.test(values.firstEntry().getValue())) {
                pointer.append('/').append(RawJson.escaped(values.firstEntry().getKey()));
                raw = values.firstEntry().getValue();
            }
        }

        private String part(String name) {
            return common.label("shape", name)
                    .flatMap(words -> words.in(language))
                    .orElse(name);
        }
    }
}
