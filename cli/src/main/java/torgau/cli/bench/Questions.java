package torgau.cli.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/// Questions of one to three words, each drawn from a text of the corpus, so that frequent words are
/// asked for as often as they are said; every fifth is typed on the wrong keyboard.
final class Questions {
    private static final int SLIP_IN = 5;
    private static final String LATIN = "qwertyuiop[]asdfghjkl;'zxcvbnm,.";
    private static final String RUSSIAN = "йцукенгшщзхъфывапролджэячсмитьбю";
    private static final String UKRAINIAN = "йцукенгшщзхїфівапролджєячсмитьбю";

    private final RandomGenerator random;
    private final List<Question> all = new ArrayList<>();

    /// A question, and how it was typed.
    ///
    /// @param language in which it was meant
    record Question(String language, String right, String typed) {
        boolean slip() {
            return !right.equals(typed);
        }
    }

    Questions(RandomGenerator random) {
        this.random = random;
    }

    List<Question> all() {
        return all;
    }

    /// Draws one from a text.
    void draw(String language, List<String> text) {
        int words = 1 + Math.max(0, random.nextInt(6) - 3);
        var drawn = new ArrayList<String>();
        for (int i = 0; i < words; i++) {
            drawn.add(text.get(random.nextInt(text.size())));
        }
        String right = String.join(" ", drawn);
        boolean slip = all.size() % SLIP_IN == 0;
        all.add(new Question(language, right, slip ? slipped(language, right) : right));
    }

    private static String slipped(String language, String right) {
        return switch (language) {
            case "en" -> on(right, LATIN, RUSSIAN);
            case "uk" -> on(right, UKRAINIAN, LATIN);
            default -> on(right, RUSSIAN, LATIN);
        };
    }

    private static String on(String words, String meant, String typed) {
        var slipped = new StringBuilder();
        words.chars()
                .map(letter -> meant.indexOf(letter) < 0 ? letter : typed.charAt(meant.indexOf(letter)))
                .forEach(letter -> slipped.append((char) letter));
        return slipped.toString();
    }
}
