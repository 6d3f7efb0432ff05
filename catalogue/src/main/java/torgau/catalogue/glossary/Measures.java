package torgau.catalogue.glossary;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Units as they are written behind a number in English, Russian and Ukrainian.
final class Measures {
    private static final Map<String, String> WRITTEN = new LinkedHashMap<>();

    // The longer come before those that they begin with.
    static {
        WRITTEN.put(
                "nm",
                "nmi?|nautical\\s+miles?|морск\\p{L}+\\s+мил\\p{L}+|морськ\\p{L}+\\s+мил\\p{L}+|мор\\.\\s*мил\\p{L}+");
        WRITTEN.put("kmh", "km/h|kph|км/ч(?:ас)?|км/год|кілометр\\p{L}*\\s+на\\s+годину|километр\\p{L}*\\s+в\\s+час");
        WRITTEN.put("ms", "m/s|м/с");
        WRITTEN.put("km", "kms?|kilomet(?:er|re)s?|км|километр\\p{L}*|кілометр\\p{L}*");
        WRITTEN.put("mm", "mm|millimet(?:er|re)s?|мм|миллиметр\\p{L}*|міліметр\\p{L}*");
        WRITTEN.put("cm", "cm|centimet(?:er|re)s?|см|сантиметр\\p{L}*");
        WRITTEN.put("mile", "miles?|миль|мил[яиеьюі]\\p{L}{0,2}");
        WRITTEN.put("min", "mins?|minutes?|мин|минут\\p{L}*|хв|хвилин\\p{L}*");
        WRITTEN.put("m", "m|met(?:er|re)s?|м|метр\\p{L}*");
        WRITTEN.put("ft", "ft|feet|foot|фут\\p{L}*");
        WRITTEN.put("kn", "kn|kts?|knots?|уз|узл\\p{L}+|узел|вуз|вузл\\p{L}+|вузол");
        WRITTEN.put("kg", "kgs?|kilogram(?:me)?s?|кг|килограмм\\p{L}*|кілограм\\p{L}*");
        WRITTEN.put("t", "t|tons?|tonnes?|т|тонн\\p{L}*");
        WRITTEN.put(
                "day",
                "days?|день|дн(?:я|і|ей|ів|ями?|ях|ем|ю)|сут(?:ки|ок|кам|ками|ках)|доб(?:а|и|у|і|ою|ам|ами|ах)|діб");
        WRITTEN.put("h", "h|hrs?|hours?|ч|час(?:а|ов|у|ам|ами|ах)?|годин\\p{L}*");
        WRITTEN.put("s", "sec|seconds?|сек|секунд\\p{L}*");
        WRITTEN.put("deg", "°|deg|degrees?|град|градус\\p{L}*");
        WRITTEN.put("pct", "%|per\\s?cent|процент\\p{L}*|відсот\\p{L}*");
        WRITTEN.put("ghz", "GHz|ГГц");
        WRITTEN.put("mhz", "MHz|МГц");
        WRITTEN.put("khz", "kHz|кГц");
        WRITTEN.put("hz", "Hz|Гц");
    }

    /// Any of them, each in a group of its own name, with nothing of a word behind it.
    static final String ANY = WRITTEN.entrySet().stream()
            .map(unit -> "(?<u" + unit.getKey() + ">" + unit.getValue() + ")")
            .collect(Collectors.joining("|", "(?:(?:", ")(?![\\p{L}\\p{N}]))"));

    /// The Ukrainian abbreviation of an hour; in Russian it is a year.
    private static final Pattern HOUR = Pattern.compile("(?iu)\\s?год(?![\\p{L}])\\.?");

    private Measures() {}

    /// The unit that such a pattern found; empty if none.
    static String unit(MatchResult found) {
        for (String unit : WRITTEN.keySet()) {
            if (found.group("u" + unit) != null) {
                return unit;
            }
        }
        return "";
    }

    /// Whether an abbreviated hour stands at a place of a text in this language.
    static boolean hour(String text, int at, String language) {
        return language.equals("uk")
                && HOUR.matcher(text).region(at, text.length()).lookingAt();
    }
}
