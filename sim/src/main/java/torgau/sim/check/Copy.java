package torgau.sim.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import torgau.journal.Digest;
import torgau.journal.Feed;
import torgau.journal.Reference;

/// What one disk holds, as this room has worked it out: every chain with ids, heights and all that was seen.
final class Copy {
    private final Digest line;
    private final Signatures signatures;
    private final NavigableMap<Feed, List<Link>> chains = new TreeMap<>();

    /// One entry in its chain.
    ///
    /// @param vector everything that its feed had signed to have seen by then
    record Link(Said said, Digest id, long height, NavigableMap<Feed, Long> vector, byte[] payload, byte[] signature) {}

    Copy(Digest line, Signatures signatures) {
        this.line = line;
        this.signatures = signatures;
    }

    /// Takes the next entry of a feed, or fails with what is wrong with it.
    Link take(byte[] payload, byte[] signature) {
        Said said = Said.read(payload);
        List<Link> chain = chains.computeIfAbsent(said.feed(), _ -> new ArrayList<>());
        if (said.place().sequence() != chain.size() + 1) {
            throw new Violation("gap: " + said.place() + " after " + chain.size());
        }
        @Nullable Link before = chain.isEmpty() ? null : chain.getLast();
        NavigableMap<Feed, Long> vector = vector(said, before);
        var ids = new ArrayList<Digest>();
        long height = before == null ? 0 : before.height();
        for (Said.Mark mark : said.seen()) {
            if (mark.sequence() > 0) {
                Link seen = held(said, new Reference(mark.feed(), mark.sequence()));
                ids.add(seen.id());
                height = Math.max(height, seen.height());
                closed(said, seen, vector);
            }
        }
        byte[] message = SignedBytes.of(line, before == null ? null : before.id(), ids, payload);
        if (!signatures.hold(said.feed().station(), message, signature)) {
            throw new Violation("the signature of " + said.place() + " does not hold on what is before it here");
        }
        var link = new Link(said, Digest.over(message), height + 1, vector, payload, signature);
        chain.add(link);
        return link;
    }

    private static NavigableMap<Feed, Long> vector(Said said, @Nullable Link before) {
        NavigableMap<Feed, Long> vector = before == null ? new TreeMap<>() : new TreeMap<>(before.vector());
        for (Said.Mark mark : said.seen()) {
            long known = vector.getOrDefault(mark.feed(), 0L);
            if (mark.feed().equals(said.feed()) || mark.sequence() < known) {
                throw new Violation(
                        said.place() + " saw " + mark.feed() + " up to " + mark.sequence() + ", before " + known);
            }
            if (mark.sequence() > 0) {
                vector.put(mark.feed(), mark.sequence());
            }
        }
        return vector;
    }

    private Link held(Said said, Reference place) {
        return link(place).orElseThrow(() -> new Violation(said.place() + " saw " + place + ", which is not held"));
    }

    private static void closed(Said said, Link seen, NavigableMap<Feed, Long> vector) {
        seen.vector().forEach((feed, sequence) -> {
            if (!feed.equals(said.feed()) && vector.getOrDefault(feed, 0L) < sequence) {
                throw new Violation(said.place() + " saw " + seen.said().place() + " but not " + feed + "." + sequence
                        + ", which that one had seen");
            }
        });
    }

    /// Takes over another valid signature on an entry that is held.
    void resign(Reference place, byte[] signature) {
        List<Link> chain = chains.getOrDefault(place.feed(), List.of());
        Link old = link(place).orElseThrow(() -> new Violation("no entry to sign again at " + place));
        chain.set(
                (int) place.sequence() - 1,
                new Link(old.said(), old.id(), old.height(), old.vector(), old.payload(), signature));
    }

    Optional<Link> link(Reference place) {
        List<Link> chain = chains.getOrDefault(place.feed(), List.of());
        return place.sequence() <= chain.size() ? Optional.of(chain.get((int) place.sequence() - 1)) : Optional.empty();
    }

    /// How far every feed is held, and the id of its last entry.
    Map<Feed, String> heads() {
        var heads = new LinkedHashMap<Feed, String>();
        chains.forEach((feed, chain) -> {
            if (!chain.isEmpty()) {
                heads.put(feed, chain.size() + " " + chain.getLast().id());
            }
        });
        return heads;
    }

    /// What the feeds of a station, all incarnations together, have signed to have seen of `feed`.
    long seenBy(int station, Feed feed) {
        return chains.subMap(new Feed(station, 0), true, new Feed(station, -1), true).values().stream()
                .filter(chain -> !chain.isEmpty())
                .mapToLong(chain -> chain.getLast().vector().getOrDefault(feed, 0L))
                .max()
                .orElse(0);
    }

    List<Link> all() {
        return chains.values().stream().flatMap(List::stream).toList();
    }
}
