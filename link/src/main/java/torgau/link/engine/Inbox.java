package torgau.link.engine;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import torgau.journal.Reference;

/// Puts fragments of entries together again, whatever bearer and order they came by. Bounded: of more entries than
/// `MAX_OPEN` begun at once the oldest is dropped, and sent again by the peer.
final class Inbox {
    private static final int MAX_OPEN = 8;

    private final Map<Reference, Assembly> open = new LinkedHashMap<>();

    private record Assembly(byte[] bytes, NavigableMap<Integer, Integer> ranges) {
        Assembly(int total) {
            this(new byte[total], new TreeMap<>());
        }

        /// Notes that `[from, to)` is here and joins it with what touches it.
        void fill(int from, int to) {
            var before = ranges.floorEntry(from);
            int start = before != null && before.getValue() >= from ? before.getKey() : from;
            int end = to;
            for (var next = ranges.ceilingEntry(start);
                    next != null && next.getKey() <= end;
                    next = ranges.ceilingEntry(start)) {
                end = Math.max(end, next.getValue());
                ranges.remove(next.getKey());
            }
            ranges.put(start, end);
        }

        boolean complete() {
            return ranges.size() == 1
                    && ranges.firstEntry().getKey() == 0
                    && ranges.firstEntry().getValue() == bytes.length;
        }
    }

    /// The whole encoded frame, once its last missing piece is here.
    Optional<byte[]> add(Frame.Fragment fragment) {
        Assembly known = open.get(fragment.of());
        if (known == null || known.bytes().length != fragment.total()) {
            known = new Assembly(fragment.total());
            open.put(fragment.of(), known);
            dropOldest();
        }
        System.arraycopy(fragment.piece(), 0, known.bytes(), fragment.offset(), fragment.piece().length);
        known.fill(fragment.offset(), fragment.offset() + fragment.piece().length);
        if (!known.complete()) {
            return Optional.empty();
        }
        open.remove(fragment.of());
        return Optional.of(known.bytes());
    }

    private void dropOldest() {
        if (open.size() > MAX_OPEN) {
            open.remove(open.keySet().iterator().next());
        }
    }
}
