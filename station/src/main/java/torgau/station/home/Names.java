package torgau.station.home;

import java.util.regex.Pattern;

/// Short names of parties and stations, as the agreement has them.
public final class Names {
    /// What a name looks like, in words.
    public static final String FORM = "1 to 32 of A-Z, 0-9 and hyphens, a letter first";

    private static final Pattern NAME = Pattern.compile("[A-Z][A-Z0-9-]{0,31}");

    private Names() {}

    public static boolean isName(String text) {
        return NAME.matcher(text).matches();
    }
}
