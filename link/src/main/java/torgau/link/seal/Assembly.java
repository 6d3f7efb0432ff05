package torgau.link.seal;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/// Openings of which some pieces are still missing. Bounded in number, in bytes and in time, in all and per
/// address.
final class Assembly {
    /// Half-open openings that are kept for one address.
    static final int MAX_PER_ADDRESS = 4;

    /// Half-open openings that are kept in all; the oldest gives way.
    static final int MAX_IN_ALL = 64;

    /// How long a half-open opening waits for its other pieces, in milliseconds.
    static final long PATIENCE_MS = 120_000;

    private final List<HalfOpen> halfOpen = new ArrayList<>();

    /// What became of a piece.
    sealed interface Progress {
        record Whole(byte[] opening) implements Progress {}

        record Held(int pieces, int of) implements Progress {}

        record Full() implements Progress {}

        record Inconsistent() implements Progress {}
    }

    Progress take(String address, Piece piece, long now) {
        expire(now);
        if (piece.count() == 1) {
            return whole(piece.tag(), piece.slice());
        }
        var found = find(address, piece);
        if (found.isEmpty() && heldFor(address) >= MAX_PER_ADDRESS) {
            return new Progress.Full();
        }
        return progress(found.orElseGet(() -> begin(address, piece, now)), piece);
    }

    int size() {
        return halfOpen.size();
    }

    private Progress progress(HalfOpen half, Piece piece) {
        half.put(piece);
        int held = half.held();
        if (half.length() > Opening.MAX_BYTES) {
            halfOpen.remove(half);
            return new Progress.Inconsistent();
        }
        if (held < piece.count()) {
            return new Progress.Held(held, piece.count());
        }
        halfOpen.remove(half);
        return whole(piece.tag(), half.joined());
    }

    private static Progress whole(long tag, byte[] opening) {
        return Piece.tag(opening) == tag ? new Progress.Whole(opening) : new Progress.Inconsistent();
    }

    private HalfOpen begin(String address, Piece piece, long now) {
        if (halfOpen.size() >= MAX_IN_ALL) {
            halfOpen.removeFirst();
        }
        var half = new HalfOpen(address, piece, now);
        halfOpen.add(half);
        return half;
    }

    private Optional<HalfOpen> find(String address, Piece piece) {
        return halfOpen.stream().filter(each -> each.takes(address, piece)).findFirst();
    }

    private long heldFor(String address) {
        return halfOpen.stream().filter(each -> each.address.equals(address)).count();
    }

    private void expire(long now) {
        halfOpen.removeIf(each -> Math.abs(now - each.since) >= PATIENCE_MS);
    }

    private static final class HalfOpen {
        private final String address;
        private final Piece first;
        private final long since;
        private final TreeMap<Integer, byte[]> slices = new TreeMap<>();

        HalfOpen(String address, Piece first, long since) {
            this.address = address;
            this.first = first;
            this.since = since;
        }

        boolean takes(String from, Piece piece) {
            return address.equals(from)
                    && first.hint() == piece.hint()
                    && first.tag() == piece.tag()
                    && first.count() == piece.count();
        }

        void put(Piece piece) {
            slices.put(piece.index(), piece.slice());
        }

        int held() {
            return slices.size();
        }

        int length() {
            return slices.values().stream().mapToInt(slice -> slice.length).sum();
        }

        byte[] joined() {
            var joined = ByteBuffer.allocate(length());
            slices.values().forEach(joined::put);
            return joined.array();
        }
    }
}
