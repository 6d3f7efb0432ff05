package torgau.journal.agreement;

import java.util.regex.Pattern;

/// Short names of parties and stations: capital letters, digits and hyphens, beginning with a letter.
final class Codes {
    private static final Pattern FORM = Pattern.compile("[A-Z][A-Z0-9-]{0,31}");

    private Codes() {}

    static void check(String what, String code) {
        if (!FORM.matcher(code).matches()) {
            throw new IllegalArgumentException(
                    what + " must be 1 to 32 of A-Z, 0-9 and -, beginning with a letter: " + code);
        }
    }
}
