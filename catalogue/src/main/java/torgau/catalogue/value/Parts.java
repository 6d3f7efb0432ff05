package torgau.catalogue.value;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import torgau.catalogue.FieldType.Range;
import torgau.catalogue.value.Fault.Rule;

/// What fields are made of: one value, a list, a mapping. What is none of them where it should be is
/// noted.
record Parts(List<Fault> faults) {
    @Nullable
    Value no(String path, String written, Rule rule, String... limits) {
        faults.add(new Fault(path, written, rule, List.of(limits)));
        return null;
    }

    @Nullable
    String word(Raw raw, String path) {
        if (raw instanceof Raw.Word(String text)) {
            Optional<String> hidden = Hidden.in(text);
            hidden.ifPresent(point -> no(path, Hidden.shown(text), Rule.HIDDEN, point));
            return hidden.isPresent() ? null : text.strip();
        }
        no(path, "", Rule.ONE_VALUE);
        return null;
    }

    <V extends Value> @Nullable Value word(
            Raw raw, String path, Rule rule, List<String> limits, Function<String, Optional<V>> reading) {
        String text = word(raw, path);
        if (text == null) {
            return null;
        }
        Optional<V> read = reading.apply(text);
        if (read.isEmpty()) {
            faults.add(new Fault(path, text, rule, limits));
        }
        return read.orElse(null);
    }

    List<Raw> list(Raw raw, String path, Range count) {
        if (!(raw instanceof Raw.Several(List<Raw> items))) {
            no(path, "", Rule.A_LIST);
            return List.of();
        }
        if (!count.has(items.size()) || items.size() > FilingCodec.MOST) {
            no(
                    path,
                    "",
                    Rule.ITEMS,
                    String.valueOf(count.min()),
                    String.valueOf(Math.min(count.max(), FilingCodec.MOST)),
                    String.valueOf(items.size()));
            return List.of();
        }
        return items;
    }

    SequencedMap<String, Raw> pairs(Raw raw, String path, String... names) {
        if (raw instanceof Raw.Pairs(SequencedMap<String, Raw> values)
                && values.keySet().equals(new LinkedHashSet<>(List.of(names)))) {
            return values;
        }
        no(path, "", Rule.A_MAPPING, names);
        return new LinkedHashMap<>();
    }

    /// What was given of these names; nothing if one that is needed is missing, or another is there.
    SequencedMap<String, Raw> pairs(Raw raw, String path, List<String> needed, List<String> allowed) {
        if (raw instanceof Raw.Pairs(SequencedMap<String, Raw> values)
                && values.keySet().containsAll(needed)
                && allowed.containsAll(values.keySet())) {
            return values;
        }
        no(path, "", Rule.PARTS, allowed.toArray(String[]::new));
        return new LinkedHashMap<>();
    }

    /// One of the pairs that [#pairs] gave; it gives all that were asked for, or none.
    static Raw part(SequencedMap<String, Raw> pairs, String key) {
        return Objects.requireNonNull(pairs.get(key), key);
    }
}
