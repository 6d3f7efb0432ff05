package torgau.link.engine;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import torgau.journal.Binding;
import torgau.journal.Bindings;
import torgau.journal.Entry;
import torgau.journal.Feed;
import torgau.journal.JournalView;
import torgau.journal.Payload;
import torgau.journal.Precedence;
import torgau.journal.Reference;
import torgau.journal.SeenMark;
import torgau.journal.SignedEntry;
import torgau.link.pack.Dictionary;
import torgau.link.pack.Packing;

/// What the peer lacks, and what of it goes next: by precedence, then age. An entry above ROUTINE
/// overtakes its feed and then carries its explicit ids; the rest of a feed goes in its order.
final class Outbox {
    /// Entries under way that the peer has not yet said it holds; as many may have overtaken them.
    static final int WINDOW_ENTRIES = 2_048;
    private static final int MAX_ASKED = 256;
    /// Entries beyond what is under way among which urgent ones are looked for.
    private static final int LOOK_AHEAD = 4 * WINDOW_ENTRIES;

    private static final int LOOK_AT_ONCE = 256;

    private final NavigableMap<Feed, Long> held = new TreeMap<>();
    private final NavigableMap<Feed, Long> sent = new TreeMap<>();
    private final NavigableSet<Reference> overtaken = new TreeSet<>();
    private final NavigableMap<Urgent, Reference> urgent = new TreeMap<>();
    private final NavigableMap<Feed, Long> looked = new TreeMap<>();
    private final NavigableSet<Reference> asked = new TreeSet<>();
    private final Map<Feed, Entry> next = new TreeMap<>();
    private final EnumMap<Precedence, Partial> partials = new EnumMap<>(Precedence.class);
    private long underWay;
    private long arrived;
    private boolean packs = true;

    private record Urgent(Precedence precedence, long height, Reference place) implements Comparable<Urgent> {
        @Override
        public int compareTo(Urgent other) {
            int order = precedence.compareTo(other.precedence);
            order = order != 0 ? order : Long.compare(height, other.height);
            return order != 0 ? order : place.compareTo(other.place);
        }
    }

    private static final class Partial {
        final Reference of;
        final byte[] bytes;
        int offset;

        Partial(Reference of, byte[] bytes) {
            this.of = of;
            this.bytes = bytes;
        }
    }

    /// How an entry goes out.
    ///
    /// @param usual bytes of an entry in one frame
    /// @param flash the same of a FLASH, which goes over every bearer
    /// @param packs whether the bearer is one on which fewer bytes are worth packing them
    record Fragments(int usual, int flash, boolean packs) {
        int bytes(Precedence precedence) {
            return precedence == Precedence.FLASH ? flash : usual;
        }
    }

    /// One frame to send, and how urgent it is.
    record Piece(byte[] frame, Precedence precedence) {}

    /// The peer holds `feed` up to `sequence`.
    void holds(Feed feed, long sequence) {
        long before = held.getOrDefault(feed, 0L);
        if (sequence > before) {
            held.put(feed, sequence);
            long cursor = sent(feed);
            long ofThoseUnderWay = Math.max(0, Math.min(cursor, sequence) - before);
            underWay -= ofThoseUnderWay;
            if (cursor < sequence) {
                sent.put(feed, sequence);
                next.remove(feed);
            }
            var ahead = overtaken.subSet(new Reference(feed, 1), true, new Reference(feed, sequence), true);
            arrived += ofThoseUnderWay + ahead.size();
            ahead.clear();
        }
    }

    /// The peer says all that it holds of the feeds in `span`: what it does not name, it lacks. If that
    /// is less than was known, its disk was set back, and what it lacks is sent again.
    void holdsExactly(Frame.Span span, List<SeenMark> marks) {
        var named = new TreeMap<Feed, Long>();
        marks.forEach(mark -> named.put(mark.feed(), mark.sequence()));
        List<Feed> less = held.entrySet().stream()
                .filter(known -> span.has(known.getKey()))
                .filter(known -> named.getOrDefault(known.getKey(), 0L) < known.getValue())
                .map(Map.Entry::getKey)
                .toList();
        if (!less.isEmpty()) {
            held.keySet().removeAll(less);
            rewind();
        }
    }

    /// The peer asks for an entry with its explicit ids.
    void expand(Entry entry) {
        if (asked.size() < MAX_ASKED && asked.add(entry.reference())) {
            Precedence precedence = entry.payload().precedence();
            urgent.put(new Urgent(precedence, entry.height(), entry.reference()), entry.reference());
        }
    }

    /// Entries ahead of a gap that the peer holds are not sent again; what is beyond the window is not
    /// remembered.
    void holdsAhead(Reference place) {
        if (overtaken.contains(place)) {
            arrived++;
        } else if (place.sequence() > held(place.feed()) && overtaken.size() < WINDOW_ENTRIES) {
            overtaken.add(place);
        }
    }

    /// Forgets what is under way: it will be sent again.
    void rewind() {
        sent.clear();
        sent.putAll(held);
        overtaken.clear();
        looked.clear();
        next.clear();
        partials.clear();
        underWay = 0;
    }

    boolean waitsForPeer() {
        return underWay > 0 || !overtaken.isEmpty();
    }

    /// Entries that have overtaken their feeds and are not known to be held without a gap.
    int overtaken() {
        return overtaken.size();
    }

    /// Grows whenever the peer says that it holds something that was under way.
    long arrived() {
        return arrived;
    }

    /// Whether an entry that the peer needs before others is not wholly sent yet: none of it can be
    /// overdue.
    boolean amidst() {
        return partials.values().stream()
                .map(partial -> partial.of)
                .anyMatch(of -> of.sequence() == held(of.feed()) + 1 || overtaken.contains(of));
    }

    long held(Feed feed) {
        return held.getOrDefault(feed, 0L);
    }

    /// A new entry of this station: if it is more urgent than ROUTINE it need not wait for its feed.
    void offer(Entry entry) {
        Payload payload = entry.payload();
        if (lookedAt(payload.feed()) + 1 == payload.sequence()) {
            looked.put(payload.feed(), payload.sequence());
        }
        look(entry);
    }

    private void look(Entry entry) {
        Precedence precedence = entry.payload().precedence();
        if (precedence != Precedence.ROUTINE) {
            urgent.put(new Urgent(precedence, entry.height(), entry.reference()), entry.reference());
        }
    }

    /// How much of a feed has gone or is held there.
    private long sent(Feed feed) {
        return sent.getOrDefault(feed, 0L);
    }

    private long lookedAt(Feed feed) {
        return Math.max(held(feed), looked.getOrDefault(feed, 0L));
    }

    /// Looks for urgent entries among those that the peer lacks, whoever made them and whenever.
    private void look(JournalView journal, Map.Entry<Feed, Long> offered) {
        Feed feed = offered.getKey();
        long upTo = Math.min(offered.getValue(), sent(feed) + LOOK_AHEAD);
        for (long at = lookedAt(feed); at < upTo; at = lookedAt(feed)) {
            int limit = (int) Math.min(LOOK_AT_ONCE, upTo - at);
            journal.range(feed, at + 1, limit).forEach(this::look);
            looked.put(feed, at + limit);
        }
    }

    /// The next frame to send, if the peer lacks anything of `offered` that may go now.
    Optional<Piece> next(JournalView journal, NavigableMap<Feed, Long> offered, Fragments fragments) {
        offered.entrySet().forEach(feed -> look(journal, feed));
        Optional<Entry> first = chain(journal, offered);
        Optional<Urgent> overtaking = overtaking(offered).filter(urgent -> overtakes(urgent, first));
        Optional<Entry> chain = underWay < WINDOW_ENTRIES ? first : Optional.empty();
        Precedence best = overtaking
                .map(Urgent::precedence)
                .or(() -> chain.map(entry -> entry.payload().precedence()))
                .orElse(Precedence.ROUTINE);
        for (Partial partial : moreUrgentThan(best)) {
            return Optional.of(piece(partial, fragments.bytes(precedenceOf(partial))));
        }
        Partial equal = partials.get(best);
        if (equal != null) {
            return Optional.of(piece(equal, fragments.bytes(best)));
        }
        return overtaking.isPresent()
                ? overtake(journal, overtaking.get(), fragments)
                : follow(journal, chain, fragments);
    }

    /// Whether a FLASH, or the rest of one, may go now.
    boolean flashWaits(JournalView journal, NavigableMap<Feed, Long> offered) {
        offered.entrySet().forEach(feed -> look(journal, feed));
        return partials.containsKey(Precedence.FLASH)
                || overtaking(offered)
                        .filter(urgent -> urgent.precedence() == Precedence.FLASH)
                        .isPresent();
    }

    /// Whether it goes before the first of those that are next in their feeds. What the peer asked for
    /// does so among equals: it is the older.
    private boolean overtakes(Urgent urgent, Optional<Entry> first) {
        Precedence of = first.map(entry -> entry.payload().precedence()).orElse(Precedence.ROUTINE);
        int order = urgent.precedence().compareTo(of);
        return asked.contains(urgent.place()) ? order <= 0 : order < 0 && overtaken.size() < WINDOW_ENTRIES;
    }

    private List<Partial> moreUrgentThan(Precedence precedence) {
        return partials.entrySet().stream()
                .filter(open -> open.getKey().compareTo(precedence) < 0)
                .map(Map.Entry::getValue)
                .toList();
    }

    /// The most urgent entry that may go, and is not under way or was asked for.
    private Optional<Urgent> overtaking(NavigableMap<Feed, Long> offered) {
        for (var all = urgent.keySet().iterator(); all.hasNext(); ) {
            Urgent next = all.next();
            Reference place = next.place();
            boolean wanted = asked.contains(place);
            if (!wanted && (sent(place.feed()) >= place.sequence() || overtaken.contains(place))) {
                all.remove();
            } else if (offered.getOrDefault(place.feed(), 0L) >= place.sequence()) {
                return wanted || overtaken.size() < window(next.precedence()) ? Optional.of(next) : Optional.empty();
            }
        }
        return Optional.empty();
    }

    /// Entries that may overtake their feeds before the peer says that it holds some of them; for FLASH
    /// there is always room beside the others.
    private static int window(Precedence precedence) {
        return precedence == Precedence.FLASH ? 2 * WINDOW_ENTRIES : WINDOW_ENTRIES;
    }

    private Optional<Piece> overtake(JournalView journal, Urgent first, Fragments fragments) {
        urgent.remove(first);
        Entry entry = journal.entry(first.place()).orElseThrow();
        asked.remove(first.place());
        if (sent(first.place().feed()) < first.place().sequence()) {
            overtaken.add(first.place());
        }
        return Optional.of(begin(entry, Bindings.of(journal, entry.payload()).orElseThrow(), fragments));
    }

    private Optional<Piece> follow(JournalView journal, Optional<Entry> chain, Fragments fragments) {
        if (chain.isEmpty()) {
            return Optional.empty();
        }
        Payload payload = chain.get().payload();
        boolean understood = payload.precedence() == Precedence.ROUTINE || hasGoneBefore(payload);
        Binding binding = understood ? null : Bindings.of(journal, payload).orElseThrow();
        advance(payload.feed());
        return Optional.of(begin(chain.get(), binding, fragments));
    }

    /// Whether the peer has got, but for what is lost on the way, all that an entry follows and has
    /// seen.
    private boolean hasGoneBefore(Payload payload) {
        return hasGone(payload.feed(), payload.sequence() - 1)
                && Binding.seenPlaces(payload).stream().allMatch(seen -> hasGone(seen.feed(), seen.sequence()));
    }

    private boolean hasGone(Feed feed, long sequence) {
        return sent(feed) >= sequence
                && partials.values().stream()
                        .map(partial -> partial.of)
                        .noneMatch(of -> of.feed().equals(feed) && of.sequence() <= sequence);
    }

    /// The most urgent entry that is next in its feed.
    private Optional<Entry> chain(JournalView journal, NavigableMap<Feed, Long> offered) {
        Entry best = null;
        for (Map.Entry<Feed, Long> feed : offered.entrySet()) {
            Entry entry = nextOf(journal, feed.getKey(), feed.getValue());
            if (entry != null && (best == null || sooner(entry, best))) {
                best = entry;
            }
        }
        return Optional.ofNullable(best);
    }

    private static boolean sooner(Entry one, Entry other) {
        int order = one.payload().precedence().compareTo(other.payload().precedence());
        return order != 0 ? order < 0 : one.compareTo(other) < 0;
    }

    private @Nullable Entry nextOf(JournalView journal, Feed feed, long upTo) {
        long cursor = sent(feed);
        while (cursor < upTo && overtaken.contains(new Reference(feed, cursor + 1))) {
            advance(feed);
            cursor++;
        }
        if (cursor >= upTo) {
            return null;
        }
        Entry known = next.get(feed);
        if (known == null) {
            known = journal.entry(new Reference(feed, cursor + 1)).orElseThrow();
            next.put(feed, known);
        }
        return known;
    }

    private void advance(Feed feed) {
        sent.merge(feed, 1L, Long::sum);
        next.remove(feed);
        underWay++;
    }

    private Piece begin(Entry entry, @Nullable Binding binding, Fragments fragments) {
        byte[] frame = FrameCodec.encode(fragments.packs() && packs ? packed(entry, binding) : plain(entry, binding));
        Precedence precedence = entry.payload().precedence();
        int fragmentBytes = fragments.bytes(precedence);
        if (frame.length <= fragmentBytes) {
            return new Piece(frame, precedence);
        }
        var partial = new Partial(entry.reference(), frame);
        partials.put(precedence, partial);
        return piece(partial, fragmentBytes);
    }

    private static Frame plain(Entry entry, @Nullable Binding binding) {
        return new Frame.Carry(entry.signed(), binding);
    }

    private static Frame packed(Entry entry, @Nullable Binding binding) {
        SignedEntry signed = entry.signed();
        return Packing.pack(signed.payload())
                .<Frame>map(packed -> new Frame.Packed(Dictionary.NUMBER, packed, signed.signature(), binding))
                .orElseGet(() -> plain(entry, binding));
    }

    /// The peer cannot unpack; false if that was known.
    boolean plain() {
        boolean news = packs;
        packs = false;
        return news;
    }

    private Piece piece(Partial partial, int fragmentBytes) {
        int length = Math.min(fragmentBytes, partial.bytes.length - partial.offset);
        byte[] piece = Arrays.copyOfRange(partial.bytes, partial.offset, partial.offset + length);
        byte[] frame = FrameCodec.encode(new Frame.Fragment(partial.of, partial.bytes.length, partial.offset, piece));
        partial.offset += length;
        Precedence precedence = precedenceOf(partial);
        if (partial.offset == partial.bytes.length) {
            partials.remove(precedence);
        }
        return new Piece(frame, precedence);
    }

    private Precedence precedenceOf(Partial partial) {
        return partials.entrySet().stream()
                .filter(open -> open.getValue() == partial)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
    }
}
