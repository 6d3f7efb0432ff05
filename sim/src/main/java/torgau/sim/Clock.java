package torgau.sim;

import torgau.station.heart.Moment;

/// A station's own clock on the wall: off, running too fast or too slow, and set anew now and then.
final class Clock {
    private static final long EPOCH = 1_772_000_000_000L;

    private long offset;
    private final long partsPerMillion;

    Clock(Chance chance) {
        this.offset = chance.between(-3_000, 3_000);
        this.partsPerMillion = chance.between(-200, 200);
    }

    Moment moment(long steady) {
        return new Moment(EPOCH + steady + offset + steady * partsPerMillion / 1_000_000, steady);
    }

    void jump(long millis) {
        offset += millis;
    }
}
