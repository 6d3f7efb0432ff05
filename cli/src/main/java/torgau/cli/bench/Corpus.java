package torgau.cli.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import torgau.station.home.CatalogueFolder;
import torgau.station.words.Word;

/// Texts in three languages whose words are as frequent as words are: those of the catalogue and its
/// glossary, the n-th drawn in proportion to 1 / (n + 2.7), with numbers and names among them. The same
/// seed gives the same texts.
final class Corpus {
    /// Two texts of five are English, two Russian, one Ukrainian.
    private static final List<String> LANGUAGES = List.of("en", "ru", "uk", "ru", "en");

    private static final Pattern LINE = Pattern.compile("(?m)^\\s*(en|ru|uk): *(.+)$");
    private static final List<String> SYLLABLES =
            List.of("ка", "ро", "ви", "мен", "до", "тар", "ли", "ско", "бер", "на");
    private static final double MANDELBROT = 2.7;
    private static final int LEAST_WORDS = 8;
    private static final int MORE_WORDS = 32;
    private static final int NUMBER_IN = 12;
    private static final int NAME_IN = 40;

    private final RandomGenerator random;
    private final Map<String, List<String>> ranked = new LinkedHashMap<>();
    private final Map<String, double[]> upTo = new LinkedHashMap<>();

    Corpus(RandomGenerator random) {
        this.random = random;
        var counted = new LinkedHashMap<String, Map<String, Integer>>();
        CatalogueFolder.builtIn().texts().values().forEach(text -> {
            Matcher line = LINE.matcher(text);
            while (line.find()) {
                var counts = counted.computeIfAbsent(line.group(1), _ -> new LinkedHashMap<>());
                Word.folded(line.group(2)).forEach(word -> counts.merge(word, 1, Integer::sum));
            }
        });
        counted.forEach(this::rank);
    }

    private void rank(String language, Map<String, Integer> counts) {
        List<String> words = counts.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .map(Map.Entry::getKey)
                .toList();
        var sums = new double[words.size()];
        double sum = 0;
        for (int rank = 0; rank < sums.length; rank++) {
            sum += 1 / (rank + MANDELBROT);
            sums[rank] = sum;
        }
        ranked.put(language, words);
        upTo.put(language, sums);
    }

    static String language(int number) {
        return LANGUAGES.get(number % LANGUAGES.size());
    }

    /// Words of one text.
    List<String> text(String language) {
        int length = LEAST_WORDS + random.nextInt(MORE_WORDS);
        var words = new ArrayList<String>(length);
        while (words.size() < length) {
            words.add(word(language));
        }
        return words;
    }

    private String word(String language) {
        if (random.nextInt(NUMBER_IN) == 0) {
            return String.valueOf(random.nextInt(10_000));
        }
        return random.nextInt(NAME_IN) == 0 && !language.equals("en") ? name() : drawn(language);
    }

    private String name() {
        var name = new StringBuilder();
        for (int syllable = 0; syllable < 4; syllable++) {
            name.append(SYLLABLES.get(random.nextInt(SYLLABLES.size())));
        }
        return name.toString();
    }

    private String drawn(String language) {
        double[] sums = upTo.getOrDefault(language, new double[0]);
        int place = Arrays.binarySearch(sums, random.nextDouble() * sums[sums.length - 1]);
        List<String> words = ranked.getOrDefault(language, List.of());
        return words.get(Math.min(words.size() - 1, place < 0 ? -place - 1 : place));
    }
}
