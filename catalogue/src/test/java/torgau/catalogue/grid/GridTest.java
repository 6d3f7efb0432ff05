package torgau.catalogue.grid;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import torgau.catalogue.value.Places;
import torgau.catalogue.value.Value.Position;

class GridTest {
    private static Position place(String written) {
        return Places.position(written).orElseThrow();
    }

    /// The first two are published with the library proj4js/mgrs and in the article on the system; the
    /// others are on the odd zones of Norway and Svalbard, at the antimeridian and at the equator.
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            48-14.969N 016-24.870E | 33U XP 05004 44996
            21-18.566N 157-55.012W | 4Q FJ 12340 56780
            60-23.4N 005-19.2E     | 32V KN 972 005
            78-12.0N 015-36.0E     | 33X WG 136 807
            10-00.0N 180-00.0E     | 60P ZS 289 069
            00-00.0N 000-00.0E     | 31N AA 660 000
            51-33.65N 013-00.5E    | 33U UT 6194 1407
            """)
    void a_place_has_the_square_that_is_as_exact_as_the_place(String written, String square) {
        assertThat(Grid.of(place(written))).hasValue(square);
    }

    @Test
    void a_coarse_place_and_the_poles_have_none() {
        assertThat(Grid.of(place("near 52N 013E"))).isEmpty();
        assertThat(Grid.of(place("84-00.1N 013-00.0E"))).isEmpty();
        assertThat(Grid.of(place("80-00.1S 013-00.0E"))).isEmpty();
    }

    /// The square named must hold the place: its own corner is less than its width away.
    @Test
    void the_square_that_is_named_holds_the_place() throws Exception {
        for (int latitude = -79; latitude < 84; latitude += 7) {
            for (int longitude = -180; longitude < 180; longitude += 11) {
                Position place = new Position(latitude * 60_000 + 12_345, longitude * 60_000 + 6_789, false);
                var corner = mil.nga
                        .mgrs
                        .MGRS
                        .parse(Grid.of(place).orElseThrow().replace(" ", ""))
                        .toPoint();
                assertThat(Math.abs(corner.getLatitude() - place.latitude() / 60_000.0))
                        .isLessThan(3e-5);
            }
        }
    }
}
