package torgau.sim.check;

import java.util.NavigableMap;
import java.util.TreeMap;
import torgau.journal.Reference;

/// Watches that a FLASH is never behind anything less urgent by more than what its bearer had taken already.
///
/// It counts bytes: what a bearer takes after the FLASH was ready, and before the message that brings it. That may be
/// other FLASH entries and the link's own small frames, but no heap of ROUTINE.
public final class Preemption {
    /// Bytes of frames without entries, with room for two openings.
    private static final int SMALL_FRAMES_BYTES = 6_144;
    /// What explicit ids, frames and padding add to an entry.
    private static final int FRAMING_BYTES = 1_024;

    private final NavigableMap<Reference, Integer> flashes = new TreeMap<>();
    private final NavigableMap<Way, Since> ready = new TreeMap<>();
    private final NavigableMap<Way, Long> brought = new TreeMap<>();

    /// An entry and a bearer, or an entry and the station that it is brought to.
    private record Way(Reference place, long to) implements Comparable<Way> {
        @Override
        public int compareTo(Way other) {
            int order = place.compareTo(other.place);
            return order != 0 ? order : Long.compare(to, other.to);
        }
    }

    private record Since(long taken, long now) {}

    /// A FLASH entry is on its author's disk.
    public void made(Reference place, int bytes) {
        flashes.put(place, bytes + FRAMING_BYTES);
    }

    /// A FLASH may go over a bearer that has taken so many bytes.
    public void ready(Reference place, long bearer, long taken, long now) {
        if (flashes.containsKey(place)) {
            ready.putIfAbsent(new Way(place, bearer), new Since(taken, now));
        }
    }

    /// A message, before which the bearer had taken `taken` bytes, has brought an entry to a station.
    public void brings(Reference place, int station, long bearer, long taken, long now) {
        if (!flashes.containsKey(place) || place.feed().station() == station) {
            return;
        }
        boolean first = brought.putIfAbsent(new Way(place, station), now) == null;
        Since since = ready.get(new Way(place, bearer));
        if (first && since != null && taken - since.taken() > SMALL_FRAMES_BYTES + others(since.now(), station)) {
            throw new Violation("FLASH " + place + " went behind " + (taken - since.taken()) + " bytes to " + station
                    + " on " + bearer + " since " + since);
        }
    }

    /// A message was lost on a bearer: what was in it comes later, and nobody is to blame.
    public void lost(long bearer) {
        ready.keySet().removeIf(way -> way.to() == bearer);
    }

    /// Bytes of all FLASH entries that the station had not been brought by then.
    private long others(long then, int station) {
        return flashes.entrySet().stream()
                .filter(flash -> brought.getOrDefault(new Way(flash.getKey(), station), Long.MAX_VALUE) >= then)
                .mapToLong(flash -> flash.getValue())
                .sum();
    }
}
