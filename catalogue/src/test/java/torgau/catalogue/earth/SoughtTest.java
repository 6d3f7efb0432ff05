package torgau.catalogue.earth;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import net.sf.geographiclib.Geodesic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import torgau.catalogue.value.Places;
import torgau.catalogue.value.Value;

class SoughtTest {
    private static Value.Position place(String written) {
        return Places.position(written).orElseThrow();
    }

    private static Value.Area.Polygon polygon(String... corners) {
        return new Value.Area.Polygon(
                List.of(corners).stream().map(SoughtTest::place).toList());
    }

    private static Value.Quantity miles(long miles) {
        return new Value.Quantity(miles * 1_000, "nm");
    }

    private static Value.Area circle(String centre, long miles) {
        return new Value.Area.Circle(place(centre), miles(miles));
    }

    private static Value.Area corridor(long width, String... along) {
        return new Value.Area.Corridor(
                List.of(along).stream().map(SoughtTest::place).toList(), miles(width));
    }

    private static Optional<Lies> lies(Value what, Value.Area in) {
        return Sought.of(what).flatMap(sought -> sought.in(in));
    }

    @ParameterizedTest
    @CsvSource({
        "55-00.0N 020-00.0E, WITHIN",
        "61-00.0N 020-00.0E, APART",
        "55-00.0S 020-00.0E, APART",
        "55-00.0N 160-00.0W, APART",
        "50-00.0N 010-00.0E, IN_PART",
    })
    void a_position_lies_in_a_polygon_or_not_and_on_its_corner_in_part(String where, Lies expected) {
        var box = polygon("50-00.0N 010-00.0E", "50-00.0N 030-00.0E", "60-00.0N 030-00.0E", "60-00.0N 010-00.0E");
        assertThat(lies(place(where), box)).contains(expected);
    }

    /// Catalogue: corners are joined along the geodesic, which between two places of one latitude runs
    /// nearer to the pole than the parallel.
    @Test
    void an_edge_runs_along_the_geodesic_and_not_along_the_parallel() {
        var wide = polygon("50-00.0N 000-00.0E", "50-00.0N 090-00.0E", "60-00.0N 090-00.0E", "60-00.0N 000-00.0E");
        assertThat(lies(place("65-00.0N 045-00.0E"), wide)).contains(Lies.WITHIN);
        assertThat(lies(place("69-00.0N 045-00.0E"), wide)).contains(Lies.APART);
        assertThat(lies(place("53-00.0N 045-00.0E"), wide)).contains(Lies.APART);
    }

    @Test
    void an_area_may_lie_across_the_180th_meridian_and_over_a_pole() {
        var strait = polygon("60-00.0N 175-00.0E", "60-00.0N 175-00.0W", "66-00.0N 175-00.0W", "66-00.0N 175-00.0E");
        assertThat(lies(place("63-00.0N 179-00.0W"), strait)).contains(Lies.WITHIN);
        assertThat(lies(place("63-00.0N 000-00.0E"), strait)).contains(Lies.APART);
        var arctic = polygon("80-00.0N 000-00.0E", "80-00.0N 090-00.0E", "80-00.0N 180-00.0E", "80-00.0N 090-00.0W");
        assertThat(lies(place("90-00.0N 000-00.0E"), arctic)).contains(Lies.WITHIN);
        assertThat(lies(place("70-00.0N 045-00.0E"), arctic)).contains(Lies.APART);
        assertThat(lies(place("89-59.0N 012-00.0W"), circle("90-00.0N 077-00.0E", 10)))
                .contains(Lies.WITHIN);
    }

    /// 1 nautical mile is 1852 m; a degree of latitude at 55° N is 60.1 of them.
    @Test
    void a_circle_reaches_as_far_as_its_radius_in_its_own_unit() {
        Value.Area circle = circle("55-00.0N 020-00.0E", 60);
        assertThat(lies(place("55-59.0N 020-00.0E"), circle)).contains(Lies.WITHIN);
        assertThat(lies(place("56-01.0N 020-00.0E"), circle)).contains(Lies.APART);
        var kilometres = new Value.Area.Circle(place("55-00.0N 020-00.0E"), new Value.Quantity(60_000, "km"));
        assertThat(lies(place("55-59.0N 020-00.0E"), kilometres)).contains(Lies.APART);
        assertThat(lies(place("55-30.0N 020-00.0E"), kilometres)).contains(Lies.WITHIN);
    }

    @Test
    void a_corridor_reaches_half_its_width_to_either_side_and_around_its_ends() {
        Value.Area corridor = corridor(20, "55-00.0N 010-00.0E", "55-00.0N 012-00.0E", "57-00.0N 012-00.0E");
        assertThat(lies(place("55-09.0N 011-00.0E"), corridor)).contains(Lies.WITHIN);
        assertThat(lies(place("55-12.0N 011-00.0E"), corridor)).contains(Lies.APART);
        assertThat(lies(place("56-30.0N 012-10.0E"), corridor)).contains(Lies.WITHIN);
        assertThat(lies(place("57-09.0N 012-00.0E"), corridor)).contains(Lies.WITHIN);
        assertThat(lies(place("57-12.0N 012-00.0E"), corridor)).contains(Lies.APART);
    }

    @Test
    void an_area_and_a_route_lie_in_another_wholly_in_part_or_not() {
        var box = polygon("50-00.0N 010-00.0E", "50-00.0N 030-00.0E", "60-00.0N 030-00.0E", "60-00.0N 010-00.0E");
        assertThat(lies(circle("55-00.0N 020-00.0E", 30), box)).contains(Lies.WITHIN);
        assertThat(lies(circle("50-00.0N 020-00.0E", 30), box)).contains(Lies.IN_PART);
        assertThat(lies(circle("45-00.0N 020-00.0E", 30), box)).contains(Lies.APART);
        assertThat(lies(box, circle("55-00.0N 020-00.0E", 30))).contains(Lies.IN_PART);
        var through = new Value.Route(List.of(
                new Value.Route.Point(place("55-00.0N 005-00.0E"), null),
                new Value.Route.Point(place("55-00.0N 035-00.0E"), null)));
        assertThat(lies(through, box)).contains(Lies.IN_PART);
    }

    @Test
    void what_is_given_in_whole_degrees_may_lie_a_degree_away() {
        var box = polygon("50-00.0N 010-00.0E", "50-00.0N 030-00.0E", "60-00.0N 030-00.0E", "60-00.0N 010-00.0E");
        assertThat(lies(place("near 55N 020E"), box)).contains(Lies.WITHIN);
        assertThat(lies(place("near 60N 020E"), box)).contains(Lies.IN_PART);
        assertThat(lies(place("near 49N 010E"), box)).contains(Lies.IN_PART);
        assertThat(lies(place("near 47N 020E"), box)).contains(Lies.APART);
        var coarse = polygon("near 50N 010E", "near 50N 030E", "near 60N 030E", "near 60N 010E");
        assertThat(lies(place("55-00.0N 020-00.0E"), coarse)).contains(Lies.WITHIN);
        assertThat(lies(place("50-40.0N 011-00.0E"), coarse)).contains(Lies.IN_PART);
        assertThat(lies(place("49-20.0N 011-00.0E"), coarse)).contains(Lies.IN_PART);
    }

    @Test
    void what_has_no_bounds_or_too_many_cannot_be_compared() {
        Value.Position here = place("55-00.0N 020-00.0E");
        assertThat(lies(here, new Value.Area.Quadrant("Northern waters", "north")))
                .isEmpty();
        assertThat(Sought.of(new Value.Words("here"))).isEmpty();
        assertThat(lies(here, circle("55-00.0N 020-00.0E", 100_000))).isEmpty();
        assertThat(lies(here, polygon("50-00.0N 010-00.0E", "50-00.0N 010-00.0E", "60-00.0N 010-00.0E")))
                .isEmpty();
        var crossing = polygon("50-00.0N 010-00.0E", "60-00.0N 030-00.0E", "60-00.0N 010-00.0E", "50-00.0N 030-00.0E");
        assertThat(lies(here, crossing)).isEmpty();
        assertThat(lies(here, new Value.Area.Polygon(Collections.nCopies(129, here))))
                .isEmpty();
        assertThat(lies(here, new Value.Area.Corridor(Collections.nCopies(130, here), miles(1))))
                .isEmpty();
    }

    /// Against the distance that another routine computes.
    @Test
    void a_position_lies_in_a_circle_if_its_distance_is_less_than_the_radius() {
        var random = new SplittableRandom(1945);
        for (int i = 0; i < 3_000; i++) {
            Value.Position centre = anywhere(random);
            Value.Position place = anywhere(random);
            long radius = random.nextLong(1, 4_800);
            double metres = Geodesic.WGS84.Inverse(
                            degrees(centre.latitude()),
                            degrees(centre.longitude()),
                            degrees(place.latitude()),
                            degrees(place.longitude()))
                    .s12;
            double ratio = metres / (radius * 1_852.0);
            Optional<Lies> found = lies(place, new Value.Area.Circle(centre, miles(radius)));
            if (ratio < 0.998) {
                assertThat(found).as("%s in %s round %s", place, radius, centre).contains(Lies.WITHIN);
            } else if (ratio > 1.002) {
                assertThat(found).as("%s in %s round %s", place, radius, centre).contains(Lies.APART);
            }
        }
    }

    private static Value.Position anywhere(SplittableRandom random) {
        return new Value.Position(
                random.nextInt(-5_400_000, 5_400_001), random.nextInt(-10_800_000, 10_800_001), false);
    }

    private static double degrees(int thousandths) {
        return thousandths / 60_000.0;
    }
}
