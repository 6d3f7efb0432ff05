package torgau.station.translation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import torgau.catalogue.glossary.Span;
import torgau.journal.Reference;
import torgau.journal.Text;
import torgau.matters.Courtesy;

/// What was translated before, sentence by sentence: the senders' courtesy translations on the journal,
/// and what this desk has reviewed or certified. Not for several threads.
///
/// A text and its translation are laid side by side by sentences if they have as many, else as wholes.
/// At most [#MOST] pairs are held; the oldest texts are forgotten first.
public final class Memory {
    static final int MOST = 20_000;
    private static final double LIKE = 0.7;
    private static final int BEST = 5;
    private static final int CANDIDATES = 30;

    private final Map<Source, List<Pair>> pairs = new LinkedHashMap<>();
    private int size;

    /// Whose word a translation is.
    public enum Standing {
        /// Its sender's, on the journal.
        COURTESY,
        REVIEWED,
        CERTIFIED
    }

    /// Where a translation comes from.
    ///
    /// @param entry whose text was translated
    /// @param kept where the translation is: an entry and a number in it, or this desk
    record Source(Reference entry, String part, String language, String kept) {}

    private record Pair(Source source, Likeness one, Likeness other, Text first, Text second, Standing standing) {}

    /// A sentence that was translated before.
    ///
    /// @param ratio from 0.7; 1: the same but for case and blanks
    /// @param was as it stood then
    public record Hit(double ratio, String was, String translated, Reference entry, String part, Standing standing) {}

    /// A sentence of a text with what is like it.
    public record Remembered(Span sentence, List<Hit> hits) {
        public Remembered {
            hits = List.copyOf(hits);
        }
    }

    Memory() {}

    /// Takes a translation in place of what the same source had.
    void put(Source source, Text original, Text translation, Standing standing) {
        forget(source);
        var made = new ArrayList<Pair>();
        List<Span> from = Segments.of(original.words());
        List<Span> to = Segments.of(translation.words());
        if (from.size() != to.size()) {
            from = List.of(new Span(0, original.words().length()));
            to = List.of(new Span(0, translation.words().length()));
        }
        for (int i = 0; i < from.size(); i++) {
            var one = new Text(original.language(), from.get(i).of(original.words()));
            var other = new Text(translation.language(), to.get(i).of(translation.words()));
            made.add(new Pair(source, Likeness.of(one.words()), Likeness.of(other.words()), one, other, standing));
        }
        pairs.put(source, made);
        size += made.size();
        while (size > MOST && pairs.size() > 1) {
            forget(pairs.keySet().iterator().next());
        }
    }

    /// Forgets what a source had.
    void forget(Source source) {
        List<Pair> gone = pairs.remove(source);
        size -= gone == null ? 0 : gone.size();
    }

    int size() {
        return size;
    }

    /// What is like the sentences of a text, in a language: of each at most five, the most like first.
    ///
    /// @param except the entry that has the text
    /// @param most how many sentences are looked up; those behind them are not
    List<Remembered> like(Text text, String language, Reference except, int most) {
        var remembered = new ArrayList<Remembered>();
        for (Span sentence : Segments.of(text.words()).stream().limit(most).toList()) {
            List<Hit> hits = hits(Likeness.of(sentence.of(text.words())), text.language(), language, except);
            if (!hits.isEmpty()) {
                remembered.add(new Remembered(sentence, hits));
            }
        }
        return remembered;
    }

    private record Candidate(Pair pair, boolean turned, double bound) {}

    private List<Hit> hits(Likeness wanted, String from, String to, Reference except) {
        var candidates = new ArrayList<Candidate>();
        pairs.values()
                .forEach(of -> of.forEach(pair -> {
                    if (!pair.source().entry().equals(except)) {
                        candidate(candidates, pair, wanted, from, to);
                    }
                }));
        candidates.sort(Comparator.comparingDouble(Candidate::bound).reversed());
        return candidates.stream()
                .limit(CANDIDATES)
                .map(candidate -> hit(candidate, wanted))
                .filter(hit -> hit.ratio() >= LIKE)
                .sorted(Comparator.comparingDouble(Hit::ratio)
                        .thenComparing(Hit::standing)
                        .reversed())
                .limit(BEST)
                .toList();
    }

    private static void candidate(List<Candidate> candidates, Pair pair, Likeness wanted, String from, String to) {
        boolean straight = languages(pair.first(), pair.second(), from, to);
        boolean turned = !straight && languages(pair.second(), pair.first(), from, to);
        if (straight || turned) {
            double bound = wanted.bound(turned ? pair.other() : pair.one());
            if (bound >= LIKE) {
                candidates.add(new Candidate(pair, turned, bound));
            }
        }
    }

    private static boolean languages(Text one, Text other, String from, String to) {
        return Courtesy.sameLanguage(one.language(), from) && Courtesy.sameLanguage(other.language(), to);
    }

    private static Hit hit(Candidate candidate, Likeness wanted) {
        Pair pair = candidate.pair();
        boolean turned = candidate.turned();
        return new Hit(
                wanted.ratio(turned ? pair.other() : pair.one()),
                (turned ? pair.second() : pair.first()).words(),
                (turned ? pair.first() : pair.second()).words(),
                pair.source().entry(),
                pair.source().part(),
                pair.standing());
    }
}
