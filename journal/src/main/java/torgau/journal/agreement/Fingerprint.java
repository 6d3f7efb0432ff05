package torgau.journal.agreement;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import torgau.journal.Digest;

/// A digest short enough to read over a telephone: eight groups of five digits. 37 digits carry the first 122 bits;
/// the last three are the check digits, the number modulo 997, so that any one wrong or swapped digit is noticed.
public record Fingerprint(String digits) {
    private static final int DATA_DIGITS = 37;
    private static final BigInteger CHECK = BigInteger.valueOf(997);

    /// The fingerprint of a digest.
    public static Fingerprint of(Digest digest) {
        var number = new BigInteger(1, Arrays.copyOf(digest.bytes(), 16)).shiftRight(6);
        String data = String.format("%0" + DATA_DIGITS + "d", number);
        return new Fingerprint(
                data + String.format(Locale.ROOT, "%03d", number.mod(CHECK).intValue()));
    }

    /// What somebody typed, whatever the spacing; empty if it is not forty digits or a digit is wrong.
    public static Optional<Fingerprint> typed(String text) {
        String digits = text.replaceAll("[\\s.-]", "");
        if (!digits.matches("[0-9]{40}")) {
            return Optional.empty();
        }
        var number = new BigInteger(digits.substring(0, DATA_DIGITS));
        int check = Integer.parseInt(digits.substring(DATA_DIGITS));
        return number.mod(CHECK).intValue() == check ? Optional.of(new Fingerprint(digits)) : Optional.empty();
    }

    /// Eight groups of five digits.
    @Override
    public String toString() {
        return digits.replaceAll("(\\d{5})(?=\\d)", "$1 ");
    }
}
