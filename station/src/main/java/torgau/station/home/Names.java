package torgau.station.home;

import java.util.regex.Pattern;

/// Short names of parties and stations, as the API and the agreement have them.
public final class Names {
    /// What a party's name looks like, in words.
    public static final String PARTY_FORM = "1 to 16 of A-Z and 0-9, a letter first";

    /// What a station's name looks like, in words.
    public static final String STATION_FORM = "1 to 32 of A-Z and 0-9 with single hyphens between, a letter first";

    private static final Pattern PARTY = Pattern.compile("[A-Z][A-Z0-9]{0,15}");
    private static final Pattern STATION = Pattern.compile("(?=.{1,32}$)[A-Z][A-Z0-9]*(-[A-Z0-9]+)*");

    private Names() {}

    public static boolean isParty(String name) {
        return PARTY.matcher(name).matches();
    }

    public static boolean isStation(String name) {
        return STATION.matcher(name).matches();
    }
}
