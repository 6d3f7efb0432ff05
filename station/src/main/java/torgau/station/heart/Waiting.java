package torgau.station.heart;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import torgau.journal.Binding;
import torgau.journal.Digest;
import torgau.journal.Reference;
import torgau.journal.SignedEntry;

/// Entries that came before something they follow. Nothing in them is verified, so each peer has a share of its own,
/// for a while; what finds no room, or waits too long, the peer sends again.
final class Waiting {
    /// Entries kept at most for one peer.
    static final int MAX_PER_PEER = 512;
    /// Bytes kept at most for one peer.
    static final long MAX_BYTES_PER_PEER = 8 << 20;
    /// How long one is kept.
    static final long KEPT_MILLIS = 60_000;

    private final NavigableMap<Integer, Share> shares = new TreeMap<>();

    /// An entry to be judged, and the peer that sent it.
    record Candidate(SignedEntry entry, @Nullable Binding binding, int from) {
        long bytes() {
            return entry.length()
                    + (binding == null
                            ? 0L
                            : (long) Digest.BYTES * binding.seen().size());
        }
    }

    private record Kept(Reference missing, Candidate candidate, long since) {}

    /// What one peer has sent, the oldest first.
    private static final class Share {
        final Map<Reference, Kept> byPlace = new LinkedHashMap<>();
        final NavigableMap<Reference, Collection<Reference>> byMissing = new TreeMap<>();
        long bytes;

        boolean room(Candidate another) {
            return byPlace.size() < MAX_PER_PEER && bytes + another.bytes() <= MAX_BYTES_PER_PEER;
        }

        void add(Reference place, Kept kept) {
            byPlace.put(place, kept);
            byMissing.computeIfAbsent(kept.missing(), _ -> new ArrayList<>()).add(place);
            bytes += kept.candidate().bytes();
        }

        void remove(Reference place) {
            Kept kept = byPlace.remove(place);
            if (kept != null) {
                bytes -= kept.candidate().bytes();
                byMissing.computeIfPresent(kept.missing(), (_, places) -> {
                    places.remove(place);
                    return places.isEmpty() ? null : places;
                });
            }
        }

        void expire(long now) {
            while (!byPlace.isEmpty()) {
                Map.Entry<Reference, Kept> oldest =
                        byPlace.entrySet().iterator().next();
                if (now - oldest.getValue().since() < KEPT_MILLIS) {
                    return;
                }
                remove(oldest.getKey());
            }
        }

        List<Candidate> arrived(Reference missing) {
            var ready = new ArrayList<Candidate>();
            for (Reference place : List.copyOf(byMissing.getOrDefault(missing, List.of()))) {
                ready.add(Objects.requireNonNull(byPlace.get(place)).candidate());
                remove(place);
            }
            return ready;
        }
    }

    /// Keeps a candidate until `missing` is here, in place of what the same peer sent for this place before.
    ///
    /// @param now steady milliseconds
    void add(Reference place, Reference missing, Candidate candidate, long now) {
        Share share = shares.computeIfAbsent(candidate.from(), _ -> new Share());
        share.expire(now);
        share.remove(place);
        if (share.room(candidate)) {
            share.add(place, new Kept(missing, candidate, now));
        }
    }

    /// What waited for this entry, whoever sent it.
    List<Candidate> arrived(Reference place) {
        return shares.values().stream()
                .flatMap(share -> share.arrived(place).stream())
                .toList();
    }
}
