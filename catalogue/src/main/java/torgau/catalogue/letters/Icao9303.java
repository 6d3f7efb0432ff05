package torgau.catalogue.letters;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Russian and Ukrainian letters as machine-readable travel documents write them in Latin ones: ICAO
/// Doc 9303, part 3, section 6, table B (transliteration of Cyrillic characters).
///
/// The soft sign and the apostrophe are left out. States print documents by tables of their own as well,
/// and people keep the spelling of an older one: a difference from this is worth a look, and no fault.
public final class Icao9303 {
    private static final Map<String, String> BOTH = table("""
            а a б b в v г g д d е e ж zh з z и i й i к k л l м m н n о o п p р r с s т t у u ф f х kh ц ts ч ch ш sh \
            щ shch ю iu я ia""");
    private static final Map<String, String> RUSSIAN = table("ё e ъ ie ы y э e");
    private static final Map<String, String> UKRAINIAN = table("г h ґ g є ie и y і i ї i");
    private static final Map<String, String> UKRAINIAN_FIRST = table("є ye ї yi й y ю yu я ya");
    private static final String SILENT = "ь";

    private Icao9303() {}

    private static Map<String, String> table(String pairs) {
        var table = new TreeMap<String, String>();
        String[] words = pairs.split(" ", -1);
        for (int i = 0; i < words.length; i += 2) {
            table.put(words[i], words[i + 1]);
        }
        return Collections.unmodifiableMap(table);
    }

    /// How a name is expected in Latin letters: once for each language in which it can be written, and
    /// none if it is written in neither.
    public static List<String> spellings(String name) {
        return Tongue.of(name).stream()
                .map(tongue -> latin(name, tongue))
                .distinct()
                .toList();
    }

    /// A name in Latin letters. What is no letter of the language stays as it is.
    public static String latin(String name, Tongue tongue) {
        String composed = Letters.composed(name);
        var out = new StringBuilder();
        boolean first = true;
        for (int at = 0; at < composed.length(); at++) {
            char letter = composed.charAt(at);
            if (mark(letter)) {
                continue;
            }
            String lower = String.valueOf(letter).toLowerCase(Locale.ROOT);
            String latin = lower.equals(SILENT) ? "" : of(lower, tongue, first);
            out.append(Character.isUpperCase(letter) ? capital(latin, composed, at) : latin);
            first = !Character.isLetter(letter);
        }
        return out.toString();
    }

    private static boolean mark(char letter) {
        return letter == '\'' || letter == '’' || letter == 'ʼ' || letter == '`';
    }

    private static String of(String letter, Tongue tongue, boolean first) {
        return switch (tongue) {
            case RUSSIAN -> RUSSIAN.getOrDefault(letter, BOTH.getOrDefault(letter, letter));
            case UKRAINIAN -> {
                String within = UKRAINIAN.getOrDefault(letter, BOTH.getOrDefault(letter, letter));
                yield first ? UKRAINIAN_FIRST.getOrDefault(letter, within) : within;
            }
        };
    }

    /// One letter may become four: all capitals in a word of capitals, else the first alone.
    private static String capital(String latin, String name, int at) {
        boolean capitals = (at + 1 < name.length() && Character.isUpperCase(name.charAt(at + 1)))
                || (at > 0 && Character.isUpperCase(name.charAt(at - 1)));
        return capitals || latin.isEmpty()
                ? latin.toUpperCase(Locale.ROOT)
                : latin.substring(0, 1).toUpperCase(Locale.ROOT) + latin.substring(1);
    }

    /// Whether a Latin spelling is one of those expected: order of the words, case, marks and signs
    /// between the letters do not count.
    public static boolean agrees(String name, String latin) {
        List<String> given = bare(latin);
        return spellings(name).stream().anyMatch(spelling -> bare(spelling).equals(given));
    }

    /// What is compared of a name across alphabets: its words in Latin capitals, without marks and
    /// signs; of one in Cyrillic letters once for each language in which it can be written, and nothing
    /// of a name that has no letters or digits.
    public static List<String> compared(String name) {
        return Stream.concat(Stream.of(name).filter(_ -> Tongue.of(name).isEmpty()), spellings(name).stream())
                .map(spelling -> Letters.words(spelling).stream()
                        .map(Letters::bare)
                        .filter(word -> !word.isEmpty())
                        .collect(Collectors.joining(" ")))
                .filter(words -> !words.isEmpty())
                .distinct()
                .toList();
    }

    private static List<String> bare(String name) {
        return Letters.words(name).stream().map(Letters::bare).sorted().toList();
    }
}
