package torgau.catalogue.grid;

import java.util.Optional;
import mil.nga.mgrs.MGRS;
import torgau.catalogue.value.Digits;
import torgau.catalogue.value.Places;
import torgau.catalogue.value.Value.Position;

/// Positions in the Military Grid Reference System (NGA.STND.0037): `33U XP 050 449`. It is shown beside
/// degrees and minutes, which alone are filed.
public final class Grid {
    private static final int SOUTH = -80 * 60_000;
    private static final int NORTH = 84 * 60_000;
    private static final double DEGREE = 60_000;
    /// Digits each way of a square of one metre.
    private static final int METRE = 5;

    private Grid() {}

    /// The square that the position lies in, as small as its minutes were given exactly: of 100, 10 or 1
    /// metres. None for whole degrees, nor near the poles, where the system has other squares.
    public static Optional<String> of(Position place) {
        if (place.coarse() || place.latitude() < SOUTH || place.latitude() > NORTH) {
            return Optional.empty();
        }
        MGRS square = MGRS.from(place.longitude() / DEGREE, place.latitude() / DEGREE);
        int digits = digits(place);
        return Optional.of(square.getZone() + Character.toString(square.getBand()) + " " + square.getColumnRowId()
                + " " + Digits.of(square.getEasting(), METRE).substring(0, digits)
                + " " + Digits.of(square.getNorthing(), METRE).substring(0, digits));
    }

    private static int digits(Position place) {
        int decimals = Math.max(decimals(place.latitude()), decimals(place.longitude()));
        return Math.min(METRE, decimals + 2);
    }

    private static int decimals(int angle) {
        String minutes = Places.minutes(angle);
        return minutes.length() - minutes.indexOf('.') - 1;
    }
}
