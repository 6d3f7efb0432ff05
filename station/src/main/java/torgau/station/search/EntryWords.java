package torgau.station.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import torgau.journal.Payload;
import torgau.journal.agreement.Roster;
import torgau.station.formats.MessageNumbers;
import torgau.station.words.Slips;
import torgau.station.words.Word;
import torgau.station.words.WordForms;
import torgau.store.Arrived;
import torgau.store.search.Row;

/// The words by which an entry is found.
///
/// @param roster of the line as it is now
public record EntryWords(EntryTexts texts, WordForms forms, Supplier<Roster> roster) {
    /// Changes with the rules of this package and of `words`: an index made by other rules is made
    /// again.
    static final String RULES = "1";

    /// Words of one entry at most; the rest of a longer one is not found.
    static final int MOST_WORDS = 20_000;

    /// Stands between two texts, so that no phrase reaches from one into the next. Nobody can type it.
    static final String GAP = "\uE003";

    /// The texts of an entry, its message number among them.
    List<String> texts(Payload payload, long height) {
        return texts.of(payload, MessageNumbers.of(roster.get(), payload, height));
    }

    /// The piece of an entry in which the words stand that were meant.
    public Snippet snippet(Payload payload, long height, Meant meant) {
        return Snippet.of(texts(payload, height), meant, this);
    }

    /// An entry as it is kept in the index.
    Row row(Arrived arrived) {
        return row(arrived.entry().payload(), arrived.entry().height(), arrived.cursor());
    }

    /// The same of one that is not on the journal yet.
    public Row row(Payload payload, long height, long cursor) {
        var words = new ArrayList<String>();
        var known = new TreeSet<>(Facets.of(payload));
        for (String text : texts(payload, height)) {
            List<String> some = Word.folded(text);
            int room = MOST_WORDS - words.size();
            words.addAll(some.size() <= room ? some : some.subList(0, Math.max(0, room)));
            words.add(GAP);
        }
        for (String word : new TreeSet<>(words)) {
            known.add(word);
            if (!word.equals(GAP)) {
                known.addAll(found(word));
            }
        }
        return new Row(cursor, known, words);
    }

    /// The base forms by which a word of an entry is found; of one in two alphabets also those of what
    /// it looks like.
    Set<String> found(String word) {
        var bases = new TreeSet<>(forms.bases(word));
        Slips.unmixed(word).forEach(one -> bases.addAll(forms.bases(one)));
        return bases;
    }
}
