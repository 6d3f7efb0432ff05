package torgau.catalogue.glossary;

import java.util.BitSet;
import java.util.List;
import java.util.regex.Pattern;

/// Small numbers that a text writes as words.
final class Spelt {
    private static final List<String> WORDS = List.of(
            "zero|nil|ноль|нуль|нул\\p{L}+",
            "one|first|один|одн\\p{L}+|перв\\p{L}+|перш\\p{L}+",
            "two|second|дв[аеуіо]\\p{L}*|втор\\p{L}+|друг\\p{L}+|обе\\p{L}*|оба|обид\\p{L}+",
            "three|third|тр[иеёь]\\p{L}*",
            "four|fourth|четыр\\p{L}+|четв\\p{L}+|чотир\\p{L}+",
            "five|fifth|пят\\p{L}+|п['’ʼ]ят\\p{L}+",
            "six|sixth|шест\\p{L}+|шіст\\p{L}+|шост\\p{L}+",
            "seven|seventh|сем\\p{L}+|седьм\\p{L}+|сім|сьом\\p{L}+",
            "eight|eighth|восем\\p{L}+|восьм\\p{L}+|вісім|восьм\\p{L}+",
            "nine|ninth|девят\\p{L}+|дев['’ʼ]ят\\p{L}+",
            "ten|tenth|десят\\p{L}+",
            "eleven\\p{L}*|одиннадцат\\p{L}+|одинадцят\\p{L}+",
            "twelve|twelfth|двенадцат\\p{L}+|дванадцят\\p{L}+");
    private static final List<Pattern> PATTERNS = WORDS.stream()
            .map(words -> Pattern.compile("(?iu)(?<![\\p{L}])(?:" + words + ")(?![\\p{L}])"))
            .toList();

    private final String text;
    private final BitSet asked = new BitSet();
    private final BitSet there = new BitSet();

    Spelt(String text) {
        this.text = text;
    }

    /// Whether the text has a number in words.
    boolean has(Fact fact) {
        if (fact.kind() != Fact.Kind.NUMBER || !fact.value().matches("[0-9]{1,2}")) {
            return false;
        }
        int number = Integer.parseInt(fact.value());
        if (number >= PATTERNS.size()) {
            return false;
        }
        if (!asked.get(number)) {
            asked.set(number);
            there.set(number, PATTERNS.get(number).matcher(text).find());
        }
        return there.get(number);
    }
}
