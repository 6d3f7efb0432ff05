package torgau.station.officers;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import torgau.catalogue.value.Hidden;

/// What the name of a person is not made of: two officers must not look like one. Two whole words may still
/// look alike, as in Latin and in Cyrillic; the id, in plain ASCII, is who somebody is.
public final class PersonName {
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{M}]+");
    /// Scripts with letters that cannot be told apart.
    private static final Set<Character.UnicodeScript> ALIKE =
            EnumSet.of(Character.UnicodeScript.LATIN, Character.UnicodeScript.CYRILLIC, Character.UnicodeScript.GREEK);
    /// What is shown as nothing and is no format character.
    private static final String UNSEEN = "\u034F\u115F\u1160\u17B4\u17B5\u3164\uFFA0";

    private PersonName() {}

    /// What is wrong with a name; empty if nothing is.
    public static Optional<String> fault(String name) {
        return name.codePoints()
                .filter(PersonName::hidden)
                .mapToObj(point -> "it has the character " + Hidden.name(point) + " in it, which nobody sees")
                .findFirst()
                .or(() -> BETWEEN_WORDS
                        .splitAsStream(name)
                        .filter(PersonName::mixed)
                        .findFirst()
                        .map(word -> "the word " + word + " has letters of several scripts, which look alike"));
    }

    private static boolean hidden(int point) {
        boolean selects = (point >= 0xFE00 && point <= 0xFE0F) || (point >= 0xE0100 && point <= 0xE01EF);
        return selects
                || UNSEEN.indexOf(point) >= 0
                || switch (Character.getType(point)) {
                    case Character.FORMAT,
                            Character.PRIVATE_USE,
                            Character.SURROGATE,
                            Character.UNASSIGNED,
                            Character.LINE_SEPARATOR,
                            Character.PARAGRAPH_SEPARATOR -> true;
                    default -> false;
                };
    }

    private static boolean mixed(String word) {
        return word.codePoints()
                        .mapToObj(Character.UnicodeScript::of)
                        .filter(ALIKE::contains)
                        .distinct()
                        .count()
                > 1;
    }
}
