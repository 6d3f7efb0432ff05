package torgau.station.search;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import torgau.journal.Payload;
import torgau.station.words.Word;

/// Cuts out of each entry that one question found the piece in which its words stand.
public final class Snippets {
    private static final int BEFORE = 60;
    private static final int LENGTH = 200;
    private static final int MOST_REMEMBERED = 10_000;

    private final EntryWords words;
    private final Meant meant;
    /// What each word matches; entries that have one word in common have others.
    private final Map<String, List<Meant.Term>> matched = new HashMap<>();

    /// @param meant by the question
    public Snippets(EntryWords words, Meant meant) {
        this.words = words;
        this.meant = meant;
    }

    private record Hits(String text, List<Word> words, int terms) {}

    /// Of the text in which most of the words stand; of the first text if they stand in none. Only as
    /// many texts of the entry are made as are looked at.
    public Snippet of(Payload payload, long height) {
        Hits best = null;
        for (Iterator<String> texts = words.texts(payload, height).iterator(); texts.hasNext(); ) {
            Hits hits = hits(texts.next());
            best = best == null || hits.terms > best.terms ? hits : best;
            if (best.terms == meant.terms().size()) {
                break;
            }
        }
        return cut(Objects.requireNonNull(best, "an entry has its number at least"));
    }

    private Hits hits(String text) {
        var found = new ArrayList<Word>();
        var terms = new HashSet<Meant.Term>();
        for (Word word : words.in(text)) {
            boolean all = !found.isEmpty() && terms.size() == meant.terms().size();
            if (all && word.from() > found.getFirst().from() + LENGTH) {
                break; // it would not be shown
            }
            List<Meant.Term> matches = matches(word.folded());
            if (!matches.isEmpty()) {
                terms.addAll(matches);
                found.add(word);
            }
        }
        return new Hits(text, found, terms.size());
    }

    private List<Meant.Term> matches(String word) {
        if (matched.size() > MOST_REMEMBERED) {
            matched.clear();
        }
        return matched.computeIfAbsent(word, folded -> meant.matched(folded, words.found(folded)));
    }

    /// Begins and ends between words where it can.
    private static Snippet cut(Hits hits) {
        String text = hits.text;
        int first = hits.words.isEmpty() ? 0 : hits.words.getFirst().from();
        int from = first <= BEFORE ? 0 : between(text, first - BEFORE, first);
        int to = text.length() <= from + LENGTH ? text.length() : from + LENGTH;
        if (to < text.length() && Character.isLowSurrogate(text.charAt(to))) {
            to--;
        }
        String start = from == 0 ? "" : "…";
        var marks = new ArrayList<Snippet.Mark>();
        for (Word word : hits.words) {
            if (word.to() <= to) {
                marks.add(new Snippet.Mark(word.from() - from + start.length(), word.to() - from + start.length()));
            }
        }
        return new Snippet(start + text.substring(from, to) + (to == text.length() ? "" : "…"), marks);
    }

    private static int between(String text, int least, int first) {
        int blank = text.indexOf(' ', least);
        int from = blank < 0 || blank >= first ? least : blank + 1;
        return Character.isLowSurrogate(text.charAt(from)) ? from + 1 : from;
    }
}
