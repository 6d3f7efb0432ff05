package torgau.station.home;

import java.util.List;
import torgau.journal.Office;
import torgau.journal.Text;

/// What a station says of itself and tests its line with where its keepers chose nothing else: an office, and passages
/// with nothing in them that could be misread, the last with every letter of the alphabet.
final class Customary {
    private Customary() {}

    static List<Office> offices(String language) {
        return List.of(
                switch (language) {
                    case "ru" -> new Office("Оперативный дежурный", "дежурная служба");
                    case "uk" -> new Office("Оперативний черговий", "чергова служба");
                    default -> new Office("Duty officer", "duty office");
                });
    }

    static List<Text> passages(String language) {
        return words(language).stream().map(words -> new Text(language, words)).toList();
    }

    private static List<String> words(String language) {
        return switch (language) {
            case "ru" ->
                List.of(
                        "Уж небо осенью дышало, уж реже солнышко блистало, короче становился день.",
                        "Буря мглою небо кроет, вихри снежные крутя; то, как зверь, она завоет, то заплачет, как дитя.",
                        "Съешь ещё этих мягких французских булок, да выпей же чаю. 0123456789");
            case "uk" ->
                List.of(
                        "Реве та стогне Дніпр широкий, сердитий вітер завива, додолу верби гне високі, горами хвилю"
                                + " підійма.",
                        "Садок вишневий коло хати, хрущі над вишнями гудуть, плугатарі з плугами йдуть.",
                        "Чуєш їх, доцю, га? Кумедна ж ти, прощайся без ґольфів! 0123456789");
            default ->
                List.of(
                        "Season of mists and mellow fruitfulness, close bosom-friend of the maturing sun.",
                        "I wandered lonely as a cloud that floats on high o'er vales and hills.",
                        "The quick brown fox jumps over the lazy dog. 0123456789");
        };
    }
}
