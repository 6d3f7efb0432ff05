package torgau.catalogue.earth;

import java.util.Optional;
import torgau.catalogue.value.Value;

/// A place that is compared with areas: a position, a route or an area. Where it or the area is given in
/// whole degrees, it may be a degree farther away, to every side.
public final class Sought {
    private final Extent exact;
    private final Extent wide;

    private Sought(Extent exact, Extent wide) {
        this.exact = exact;
        this.wide = wide;
    }

    /// A place; empty if it has no known bounds: a named part of a region, lines that cross
    /// each other, or more of the Earth than can be compared.
    public static Optional<Sought> of(Value place) {
        return Extent.of(place, 0)
                .flatMap(exact -> Extent.of(place, Extent.DEGREE).map(wide -> new Sought(exact, wide)));
    }

    /// How it lies to an area; empty if that cannot be told.
    public Optional<Lies> in(Value.Area area) {
        return Extent.of(area, 0).map(known -> (exact.coarse() || known.coarse() ? wide : exact).in(known));
    }
}
