package torgau.catalogue.value;

/// Numbers in the digits 0 to 9, whatever the digits of the machine's own language are.
public final class Digits {
    private Digits() {}

    /// A number from 0 with leading zeros.
    ///
    /// @param least digits
    public static String of(long number, int least) {
        String digits = Long.toString(number);
        return digits.length() >= least ? digits : "0".repeat(least - digits.length()) + digits;
    }
}
