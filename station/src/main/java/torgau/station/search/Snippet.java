package torgau.station.search;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import torgau.station.words.Word;

/// The piece of an entry in which the words stand that were searched.
///
/// @param marks the words, ascending by place
public record Snippet(String text, List<Mark> marks) {
    private static final int BEFORE = 60;
    private static final int LENGTH = 200;

    public Snippet {
        marks = List.copyOf(marks);
    }

    /// From one place in the text to another, in UTF-16 units.
    public record Mark(int from, int to) {}

    private record Hits(String text, List<Word> words, int terms) {}

    /// Of the text in which most of the words stand; of the first text if they stand in none.
    static Snippet of(List<String> texts, Meant meant, EntryWords words) {
        Hits best = new Hits(texts.getFirst(), List.of(), 0);
        for (String text : texts) {
            Hits hits = hits(text, meant, words);
            best = hits.terms > best.terms ? hits : best;
            if (best.terms == meant.terms().size()) {
                break;
            }
        }
        return cut(best);
    }

    private static Hits hits(String text, Meant meant, EntryWords words) {
        var found = new ArrayList<Word>();
        var terms = new HashSet<Meant.Term>();
        for (Word word : words.in(text)) {
            List<Meant.Term> matched = meant.matched(word.folded(), words.found(word.folded()));
            if (!matched.isEmpty()) {
                terms.addAll(matched);
                found.add(word);
            }
        }
        return new Hits(text, found, terms.size());
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
        var marks = new ArrayList<Mark>();
        for (Word word : hits.words) {
            if (word.to() <= to) {
                marks.add(new Mark(word.from() - from + start.length(), word.to() - from + start.length()));
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
