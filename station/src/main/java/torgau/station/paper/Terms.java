package torgau.station.paper;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import torgau.station.home.StationConfig;
import torgau.station.text.Texts;

/// What the paper says of itself, in the language of each column; in English where the software does not
/// speak it.
final class Terms {
    private static final String BETWEEN = " · ";

    private final List<Texts> columns;

    private Terms(List<Texts> columns) {
        this.columns = columns;
    }

    /// The texts of all languages that the software speaks, by language.
    static SequencedMap<String, Texts> load() {
        var texts = new TreeMap<String, Texts>();
        StationConfig.LANGUAGES.forEach(language -> texts.put(language, Texts.in(language)));
        return texts;
    }

    static Terms of(Map<String, Texts> texts, List<Paper.Column> columns) {
        return in(texts, columns.stream().map(Paper.Column::language).toList());
    }

    static Terms in(Map<String, Texts> texts, List<String> languages) {
        var each = new ArrayList<Texts>();
        for (String tag : languages) {
            String language = Locale.forLanguageTag(tag).getLanguage();
            each.add(texts.containsKey(language) ? texts.get(language) : texts.get("en"));
        }
        return new Terms(each);
    }

    String in(int column, String key) {
        return columns.get(column).say(key);
    }

    /// In all languages, one after another.
    String all(String key) {
        return all(key, Map.of());
    }

    String all(String key, Map<String, ?> arguments) {
        return join(columns.stream().map(texts -> texts.say(key, arguments)).toList());
    }

    /// Words that say the same in each language, each once.
    static String join(List<String> words) {
        return String.join(BETWEEN, new LinkedHashSet<>(words));
    }
}
