package torgau.link.emulator;

/// What became of the packets of one direction. Every packet offered is in exactly one of the last four,
/// or still on its way.
///
/// @param bytes that were on the air, with headers
/// @param late time at which the last of them had left, nanoseconds
public record Count(long offered, long bytes, long late, long delivered, long lost, long overflowed, long tooLong) {
    static final Count NONE = new Count(0, 0, 0, 0, 0, 0, 0);

    Count offer() {
        return new Count(offered + 1, bytes, late, delivered, lost, overflowed, tooLong);
    }

    Count air(int more, long at) {
        return new Count(offered, bytes + more, at, delivered, lost, overflowed, tooLong);
    }

    Count deliver() {
        return new Count(offered, bytes, late, delivered + 1, lost, overflowed, tooLong);
    }

    Count lose() {
        return new Count(offered, bytes, late, delivered, lost + 1, overflowed, tooLong);
    }

    Count overflow() {
        return new Count(offered, bytes, late, delivered, lost, overflowed + 1, tooLong);
    }

    Count refuse() {
        return new Count(offered, bytes, late, delivered, lost, overflowed, tooLong + 1);
    }
}
