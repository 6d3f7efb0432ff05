package torgau.catalogue.glossary;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Finds in a text what a translation leaves as it is. What was found as one thing is not looked at
/// again as another.
final class FactReader {
    /// The grid's square, the ground within it, and two even figures of it.
    private static final Pattern GRID = Pattern.compile(
            "(?<![\\p{L}\\p{N}])\\d{1,2}[C-HJ-NP-X]\\s?[A-HJ-NP-Z]{2}\\s?\\d{2,5}\\s?\\d{2,5}(?![\\p{L}\\p{N}])");
    private static final Pattern GROUP = Pattern.compile(
            "(?<![\\p{L}\\p{N}])(\\d{6})\\s?([A-Z])\\s?(\\p{Lu}{3})\\s?(\\d{4}|\\d{2})?(?![\\p{L}\\p{N}])");
    private static final Pattern COORDINATE = Pattern.compile("(?u)(?<![\\p{L}\\p{N}.,])" + Coordinates.ANY);
    private static final Pattern DAY_FIRST =
            Pattern.compile("(?iu)(?<![\\p{L}\\p{N}])(\\d{1,2})(?:st|nd|rd|th|-?го)?\\s+(?:of\\s+)?(" + Months.NAMES
                    + ")(?![\\p{L}])(?:,?\\s+(\\d{4}))?");
    private static final Pattern MONTH_FIRST = Pattern.compile("(?iu)(?<![\\p{L}\\p{N}])(" + Months.NAMES
            + ")\\s+(\\d{1,2})(?:st|nd|rd|th)?(?![\\p{L}\\p{N}])(?:,?\\s+(\\d{4}))?");
    private static final Pattern FIGURES = Pattern.compile(
            "(?<![\\p{L}\\p{N}])(?:(\\d{4})-(\\d{2})-(\\d{2})|(\\d{1,2})[./](\\d{1,2})[./](\\d{4}))(?![\\p{N}])");
    private static final Pattern TIME = Pattern.compile(
            "(?iu)(?<![\\p{L}\\p{N}:])(?:(\\d{1,2}):(\\d{2})(?:\\s?(a\\.?m|p\\.?m)(?![\\p{L}]))?|(\\d{2})(\\d{2})Z)(?![\\p{N}:])");
    private static final Pattern LEVEL = Pattern.compile(
            "(?iu)(?<![\\p{L}])(?:FL|(?:эшелон|ешелон)\\p{L}*(?:\\s+пол[её]та|\\s+польоту)?)\\s?(\\d{2,3})(?![\\p{L}\\p{N}])");
    private static final String NUMBER =
            "\\d{1,3}(?:[ \\u00a0\\u202f]\\d{3}){1,6}(?!\\d)(?:[.,]\\d{1,20})?|\\d++(?:[.,]\\d++){0,6}";
    private static final Pattern AMOUNT = Pattern.compile(
            "(?u)(?<![\\p{L}\\p{N}])(?<minus>(?:(?<![^\\s(])[-−–]|(?iu:minus|минус|мінус)\\s))?(?<number>" + NUMBER
                    + ")(?:[-\\s\\u00a0\\u202f]?(?i:" + Measures.ANY + "))");
    private static final Pattern CODE = Pattern.compile(
            "(?<![\\p{L}\\p{N}])(?=[\\p{Lu}\\d])(?=[\\p{L}\\p{N}./-]{0,64}\\d)(?=[\\p{L}\\p{N}./-]{0,64}\\p{Lu})[\\p{Lu}\\d][\\p{L}\\d]*(?:[-./][\\p{Lu}\\d][\\p{L}\\d]*)*(?![\\p{L}\\p{N}])");
    private static final Pattern PLAIN = Pattern.compile(
            "(?u)(?<minus>(?:(?<![^\\s(])[-−–]|(?iu:minus|минус|мінус)\\s))?(?<![\\p{L}\\p{N}])(?<number>" + NUMBER
                    + ")");
    private static final Pattern CAPITALS = Pattern.compile("(?<![\\p{L}\\p{N}])[A-Z][A-Z-]*[A-Z](?![\\p{L}\\p{N}])");

    private final String text;
    private final String language;
    private final List<Fact> facts = new ArrayList<>();
    private final BitSet taken = new BitSet();

    private FactReader(String text, String language) {
        this.text = text;
        this.language = language;
    }

    /// All that is there, in its order.
    ///
    /// @param language of the text: it decides what a comma in a number is
    /// @param codeWords whether Latin capitals are code words, as they are in a text of another alphabet
    static List<Fact> read(String text, String language, boolean codeWords) {
        var reader = new FactReader(text, Lexicon.primary(language));
        reader.all();
        if (codeWords) {
            reader.each(CAPITALS, found -> reader.fact(Fact.Kind.CODE, found, Codes.value(found.group())));
        }
        reader.facts.sort(Comparator.comparingInt(fact -> fact.span().from()));
        return reader.facts;
    }

    private void all() {
        each(GRID, found -> fact(Fact.Kind.CODE, found, Codes.value(found.group())));
        each(GROUP, this::group);
        each(COORDINATE, found -> fact(Fact.Kind.COORDINATE, found, Coordinates.value(found)));
        each(DAY_FIRST, found -> date(found, found.group(3), Months.named(found.group(2)), found.group(1)));
        each(MONTH_FIRST, found -> date(found, found.group(3), Months.named(found.group(1)), found.group(2)));
        each(FIGURES, this::figures);
        each(TIME, this::time);
        each(LEVEL, found -> number(found, found.group(1), "", "fl"));
        each(AMOUNT, found -> number(found, found.group("number"), sign(found), Measures.unit(found)));
        each(CODE, found -> fact(Fact.Kind.CODE, found, Codes.value(found.group())));
        each(
                PLAIN,
                found -> number(
                        found,
                        found.group("number"),
                        sign(found),
                        Measures.hour(text, found.end(), language) ? "h" : ""));
    }

    private void each(Pattern pattern, Function<MatchResult, @Nullable Fact> reading) {
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            int next = taken.nextSetBit(matcher.start());
            Fact fact = next >= 0 && next < matcher.end() ? null : reading.apply(matcher.toMatchResult());
            if (fact != null) {
                facts.add(fact);
                taken.set(matcher.start(), matcher.end());
            }
        }
    }

    private Fact fact(Fact.Kind kind, MatchResult found, String value) {
        return fact(kind, found, value, "");
    }

    private static Fact fact(Fact.Kind kind, MatchResult found, String value, String unit) {
        return new Fact(kind, value, unit, found.group().strip(), new Span(found.start(), found.end()));
    }

    private @Nullable Fact group(MatchResult found) {
        int month = Months.grouped(found.group(3));
        if (month == 0) {
            return null;
        }
        String year = found.group(4) == null ? "" : found.group(4);
        String short2 = year.length() > 2 ? year.substring(2) : year;
        return fact(Fact.Kind.GROUP, found, found.group(1) + found.group(2) + " " + month + " " + short2);
    }

    private @Nullable Fact date(MatchResult found, @Nullable String year, int month, String day) {
        int number = Integer.parseInt(day);
        return month == 0 || number < 1 || number > 31
                ? null
                : fact(Fact.Kind.DATE, found, (year == null ? "" : year) + "-" + month + "-" + number);
    }

    private @Nullable Fact figures(MatchResult found) {
        boolean iso = found.group(1) != null;
        int month = Integer.parseInt(found.group(iso ? 2 : 5));
        return month > 12 ? null : date(found, found.group(iso ? 1 : 6), month, found.group(iso ? 3 : 4));
    }

    private @Nullable Fact time(MatchResult found) {
        boolean colon = found.group(1) != null;
        int hours = Integer.parseInt(found.group(colon ? 1 : 4));
        int minutes = Integer.parseInt(found.group(colon ? 2 : 5));
        String half = found.group(3) == null ? "" : found.group(3).substring(0, 1);
        int noon = half.equalsIgnoreCase("p") && hours < 12 ? 12 : half.equalsIgnoreCase("a") && hours == 12 ? -12 : 0;
        return hours > 24 || minutes > 59 ? null : fact(Fact.Kind.TIME, found, (hours + noon) * 60 + minutes + "");
    }

    private static String sign(MatchResult found) {
        return found.group("minus") == null ? "" : "-";
    }

    private Fact number(MatchResult found, String written, String sign, String unit) {
        String plain = written.replaceAll("[ \\u00a0\\u202f]", "");
        String value = language.equals("en") && plain.matches("\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?")
                ? plain.replace(",", "")
                : plain.replace(',', '.');
        boolean decimal = value.matches("\\d+(?:\\.\\d+)?");
        return fact(
                Fact.Kind.NUMBER,
                found,
                sign + (decimal ? new BigDecimal(value).stripTrailingZeros().toPlainString() : value),
                unit);
    }
}
