package torgau.catalogue.value;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import torgau.catalogue.value.Value.Position;

/// Positions as `58-21.0N 019-44.0E`: degrees and minutes, WGS-84.
public final class Places {
    private static final Pattern EXACT = Pattern.compile(
            "([0-9]{1,2})[-° ]([0-9]{1,2}(?:[.,][0-9]{1,3})?)['′]?\\s*([NS])[\\s,/]*([0-9]{1,3})[-° ]([0-9]{1,2}(?:[.,][0-9]{1,3})?)['′]?\\s*([EW])");
    private static final Pattern COARSE =
            Pattern.compile("(?:NEAR\\s+)?([0-9]{1,2})°?\\s*([NS])[\\s,/]*([0-9]{1,3})°?\\s*([EW])");

    private Places() {}

    /// A position, if there is one on Earth that is written so.
    public static Optional<Position> position(String written) {
        String text = written.strip().toUpperCase(java.util.Locale.ROOT);
        Matcher exact = EXACT.matcher(text);
        if (exact.matches()) {
            return position(
                    angle(exact.group(1), exact.group(2)),
                    exact.group(3),
                    angle(exact.group(4), exact.group(5)),
                    exact.group(6),
                    false);
        }
        Matcher coarse = COARSE.matcher(text);
        return coarse.matches()
                ? position(
                        angle(coarse.group(1), "0"),
                        coarse.group(2),
                        angle(coarse.group(3), "0"),
                        coarse.group(4),
                        true)
                : Optional.empty();
    }

    /// Thousandths of a minute; more than there are if the minutes are sixty or more.
    private static int angle(String degrees, String minutes) {
        String[] parts = minutes.replace(',', '.').split("\\.", -1);
        int whole = Integer.parseInt(parts[0]);
        int thousandths = parts.length < 2 ? 0 : Integer.parseInt((parts[1] + "00").substring(0, 3));
        return whole >= 60
                ? Integer.MAX_VALUE
                : Integer.parseInt(degrees) * Position.DEGREE + whole * 1_000 + thousandths;
    }

    private static Optional<Position> position(int latitude, String ns, int longitude, String ew, boolean coarse) {
        if (latitude > 90 * Position.DEGREE || longitude > 180 * Position.DEGREE) {
            return Optional.empty();
        }
        return Optional.of(
                new Position(ns.equals("S") ? -latitude : latitude, ew.equals("W") ? -longitude : longitude, coarse));
    }

    /// As it is written in a file: the least decimals that say it all, one at least.
    public static String written(Position place) {
        if (place.coarse()) {
            return "near " + Digits.of(degrees(place.latitude()), 2) + north(place) + " "
                    + Digits.of(degrees(place.longitude()), 3) + east(place);
        }
        return half(place.latitude(), 2) + north(place) + " " + half(place.longitude(), 3) + east(place);
    }

    private static String north(Position place) {
        return place.latitude() < 0 ? "S" : "N";
    }

    private static String east(Position place) {
        return place.longitude() < 0 ? "W" : "E";
    }

    private static String half(int angle, int digits) {
        return Digits.of(degrees(angle), digits) + "-" + minutes(angle);
    }

    /// Whole degrees of an angle in thousandths of a minute, whichever way it goes.
    public static int degrees(int angle) {
        return Math.abs(angle) / Position.DEGREE;
    }

    /// Its minutes with one decimal, or as many as say it all.
    public static String minutes(int angle) {
        int minutes = Math.abs(angle) % Position.DEGREE;
        String decimals = Digits.of(minutes % 1_000, 3).replaceFirst("0{1,2}$", "");
        return Digits.of(minutes / 1_000, 2) + "." + decimals;
    }
}
