package torgau.journal.file;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import torgau.journal.Digest;
import torgau.journal.Entry;
import torgau.journal.Feed;
import torgau.journal.FeedHead;
import torgau.journal.JournalView;
import torgau.journal.Reference;
import torgau.journal.SeenMark;

/// What must be known of all earlier entries in order to check the next one, and no more: ids, heights and marks, in
/// about 40 bytes an entry.
final class Columns implements JournalView {
    private static final int WORDS = 5;
    /// Entries for which a feed begins with room: a feed of one entry must cost little, since anybody who has a station
    /// key can make thousands of them.
    private static final int FIRST_ROWS = 4;

    private final NavigableMap<Feed, Column> feeds = new TreeMap<>();

    private static final class Column {
        FeedHead head;
        long[] words = new long[FIRST_ROWS * WORDS];
        final NavigableMap<Long, List<SeenMark>> marks = new TreeMap<>();

        Column(FeedHead head) {
            this.head = head;
        }
    }

    void add(Entry entry) {
        Feed feed = entry.payload().feed();
        Column column = feeds.get(feed);
        if (column == null) {
            column = new Column(FeedHead.first(entry));
            feeds.put(feed, column);
        } else {
            column.head = column.head.after(entry);
        }
        int at = Math.toIntExact(entry.payload().sequence() - 1) * WORDS;
        if (at == column.words.length) {
            column.words = Arrays.copyOf(column.words, column.words.length * 2);
        }
        Digest id = entry.id();
        column.words[at] = id.first();
        column.words[at + 1] = id.second();
        column.words[at + 2] = id.third();
        column.words[at + 3] = id.fourth();
        column.words[at + 4] = entry.height();
        if (!entry.payload().seen().isEmpty()) {
            column.marks.put(entry.payload().sequence(), entry.payload().seen());
        }
    }

    @Override
    public Optional<Entry.Standing> standing(Reference place) {
        Column column = feeds.get(place.feed());
        if (column == null || place.sequence() > column.head.sequence()) {
            return Optional.empty();
        }
        int at = Math.toIntExact(place.sequence() - 1) * WORDS;
        long[] words = column.words;
        var id = new Digest(words[at], words[at + 1], words[at + 2], words[at + 3]);
        return Optional.of(new Entry.Standing(id, words[at + 4]));
    }

    @Override
    public List<SeenMark> marks(Feed feed, long from, long to) {
        Column column = feeds.get(feed);
        var marks = new ArrayList<SeenMark>();
        if (column != null) {
            column.marks.subMap(from, true, to, true).values().forEach(marks::addAll);
        }
        return marks;
    }

    @Override
    public List<FeedHead> heads() {
        return feeds.values().stream().map(column -> column.head).toList();
    }

    @Override
    public Optional<FeedHead> head(Feed feed) {
        return Optional.ofNullable(feeds.get(feed)).map(column -> column.head);
    }

    /// Texts of earlier entries are not kept: no check needs them, and a rival of an earlier entry is a failure anyway.
    @Override
    public Optional<Entry> entry(Reference place) {
        return Optional.empty();
    }

    @Override
    public List<Entry> range(Feed feed, long from, int limit) {
        return List.of();
    }
}
