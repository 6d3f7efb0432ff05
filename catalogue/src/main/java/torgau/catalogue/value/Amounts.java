package torgau.catalogue.value;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import torgau.catalogue.FieldType.Dimension;
import torgau.catalogue.value.Value.Level;
import torgau.catalogue.value.Value.Quantity;

/// Amounts with their units, counts, altitudes and frequencies.
final class Amounts {
    private static final Pattern AMOUNT = Pattern.compile("([0-9]{1,9})(?:[.,]([0-9]{1,3}))?\\s*([A-Za-z/°]+)");
    private static final Pattern LEVEL = Pattern.compile("FL\\s*([0-9]{1,3})");
    private static final Pattern ABOVE = Pattern.compile("(.*?)\\s*(AMSL|AGL)\\s*");
    private static final String TO = "..";
    private static final long MAX_HERTZ = 300_000_000_000L;

    private Amounts() {}

    static Optional<Quantity> quantity(String written, Dimension dimension) {
        return quantity(written, dimension.units());
    }

    private static Optional<Quantity> quantity(String written, List<String> units) {
        Matcher amount = AMOUNT.matcher(written.strip());
        if (!amount.matches() || !units.contains(amount.group(3))) {
            return Optional.empty();
        }
        return Optional.of(new Quantity(thousandths(amount), amount.group(3)));
    }

    private static long thousandths(Matcher amount) {
        String decimals = amount.group(2) == null ? "" : amount.group(2);
        return Long.parseLong(amount.group(1)) * 1_000 + Long.parseLong((decimals + "000").substring(0, 3));
    }

    /// Thousandths as a number without needless zeros.
    static String decimal(long thousandths) {
        String decimals = Digits.of(thousandths % 1_000, 3).replaceFirst("0+$", "");
        return thousandths / 1_000 + (decimals.isEmpty() ? "" : "." + decimals);
    }

    static Optional<Value.Count> count(String written) {
        String[] ends = written.strip().split("\\.\\.", -1);
        boolean numbers = ends.length <= 2
                && List.of(ends).stream().allMatch(end -> end.strip().matches("[0-9]{1,9}"));
        if (!numbers) {
            return Optional.empty();
        }
        long from = Long.parseLong(ends[0].strip());
        long to = Long.parseLong(ends[ends.length - 1].strip());
        return to < from ? Optional.empty() : Optional.of(new Value.Count(from, to));
    }

    /// A band: two levels with two dots between them, and behind the second what heights are measured
    /// from. The first says so itself where it is measured from something else.
    static Optional<Value.Altitude> altitude(String written) {
        String text = written.strip().toUpperCase(Locale.ROOT);
        int at = text.indexOf(TO);
        if (at < 0) {
            return Optional.empty();
        }
        String upper = text.substring(at + TO.length());
        Matcher said = ABOVE.matcher(upper);
        String above = said.matches() ? said.group(2) : "";
        Optional<Level> low = level(text.substring(0, at), above);
        return low.flatMap(from -> level(upper, above).map(to -> new Value.Altitude(from, to)));
    }

    /// One end of a band.
    ///
    /// @param otherwise what a height is measured from if it does not say so itself
    private static Optional<Level> level(String written, String otherwise) {
        Matcher own = ABOVE.matcher(written.strip());
        String text = own.matches() ? own.group(1) : written.strip();
        String above = own.matches() ? own.group(2) : otherwise;
        Matcher flight = LEVEL.matcher(text);
        if (flight.matches()) {
            return Optional.of(new Level.FlightLevel(Integer.parseInt(flight.group(1))));
        }
        return switch (text) {
            case "GND", "SFC" -> Optional.of(new Level.Ground());
            case "UNL" -> Optional.of(new Level.Unlimited());
            default ->
                quantity(text.toLowerCase(Locale.ROOT), Dimension.HEIGHT)
                        .filter(_ -> above.equals("AGL") || above.equals("AMSL"))
                        .map(height -> new Level.Height(height, above.equals("AGL")));
        };
    }

    static Optional<Value.Frequency> frequency(String written) {
        Matcher amount = AMOUNT.matcher(written.strip());
        if (!amount.matches()) {
            return Optional.empty();
        }
        long each = switch (amount.group(3)) {
            case "kHz" -> 1L;
            case "MHz" -> 1_000L;
            case "GHz" -> 1_000_000L;
            default -> 0L;
        };
        long hertz = Math.multiplyExact(thousandths(amount), each);
        return hertz <= 0 || hertz > MAX_HERTZ ? Optional.empty() : Optional.of(new Value.Frequency(hertz));
    }
}
