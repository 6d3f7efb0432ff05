package torgau.catalogue.glossary;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.regex.MatchResult;
import org.jspecify.annotations.Nullable;

/// One coordinate as people write it: `54°12.5'N`, `5412N`, `01130E`, `54 12 30 с. ш.`
final class Coordinates {
    /// Degrees, minutes and seconds, apart or run together, and the hemisphere.
    static final String ANY = "(?<cdeg>\\d{2,7}|\\d)(?:[.,](?<cfrac>\\d+))?(?:\\s?[°º]\\s?|[\\s-])?"
            + "(?:(?<cmin>\\d{1,2}(?:[.,]\\d+)?)(?:\\s?['′’]\\s?|[\\s-])?)?(?:(?<csec>\\d{1,2}(?:[.,]\\d+)?)(?:\\s?[\"″”]\\s?)?)?\\s?"
            + "(?<chem>[NSEW]|с\\.?\\s?ш|ю\\.?\\s?ш|в\\.?\\s?д|з\\.?\\s?д|пн\\.?\\s?ш|пд\\.?\\s?ш|сх\\.?\\s?д|зх\\.?\\s?д)(?![\\p{L}\\p{N}])";

    private static final BigDecimal SIXTY = BigDecimal.valueOf(60);
    private static final int RUN_TOGETHER = 4;
    private static final int PLACES = 3;

    private Coordinates() {}

    /// Minutes of arc and hemisphere, as in `3252.5N`.
    static String value(MatchResult found) {
        String hemisphere = hemisphere(found.group("chem"));
        String whole = found.group("cdeg");
        BigDecimal minutes;
        if (whole.length() >= RUN_TOGETHER) {
            int degrees = hemisphere.matches("[EW]") && whole.length() % 2 == 1 ? 3 : 2;
            minutes = number(whole.substring(0, degrees))
                    .multiply(SIXTY)
                    .add(number(whole.substring(degrees, degrees + 2) + fraction(whole, degrees, found.group("cfrac"))))
                    .add(seconds(whole.length() > degrees + 2 ? whole.substring(degrees + 2) : null));
        } else {
            String fraction = found.group("cfrac");
            minutes = number(whole + (fraction == null ? "" : "." + fraction))
                    .multiply(SIXTY)
                    .add(number(found.group("cmin")))
                    .add(seconds(found.group("csec")));
        }
        return minutes.setScale(PLACES, RoundingMode.HALF_UP)
                        .stripTrailingZeros()
                        .toPlainString()
                + hemisphere;
    }

    private static String fraction(String whole, int degrees, @Nullable String fraction) {
        return fraction == null || whole.length() > degrees + 2 ? "" : "." + fraction;
    }

    private static BigDecimal seconds(@Nullable String seconds) {
        return number(seconds).divide(SIXTY, PLACES + 3, RoundingMode.HALF_UP);
    }

    private static BigDecimal number(@Nullable String written) {
        return written == null ? BigDecimal.ZERO : new BigDecimal(written.replace(',', '.'));
    }

    private static String hemisphere(String written) {
        String plain = written.toLowerCase(Locale.ROOT).replaceAll("[.\\s]", "");
        return switch (plain) {
            case "n", "сш", "пнш" -> "N";
            case "s", "юш", "пдш" -> "S";
            case "e", "вд", "схд" -> "E";
            default -> "W";
        };
    }
}
