package torgau.station.search;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;
import torgau.journal.Act;
import torgau.journal.Payload;
import torgau.journal.agreement.Roster;
import torgau.station.formats.MessageNumbers;
import torgau.station.words.Letters;
import torgau.station.words.Remembered;
import torgau.station.words.Slips;
import torgau.station.words.Word;
import torgau.station.words.WordForms;
import torgau.store.Arrived;
import torgau.store.search.Row;

/// The words by which an entry is found.
public final class EntryWords {
    /// Changes with the rules of this package and of `words`: an index made by other rules is made
    /// again.
    static final String RULES = "2";

    /// Words of one entry at most; the rest of a longer one is not found.
    static final int MOST_WORDS = 20_000;

    /// Stands between two texts, so that no phrase reaches from one into the next. Nobody can type it.
    static final String GAP = "\uE003";

    private static final int REMEMBERED_BITS = 12;
    private static final int REMEMBERED_LETTERS = 160;

    private final EntryTexts texts;
    private final WordForms forms;
    private final Supplier<Roster> roster;
    /// Titles, labels, words of codes and offices come again and again.
    private final Remembered<List<Word>> words = new Remembered<>(REMEMBERED_BITS, REMEMBERED_LETTERS);

    /// @param roster of the line as it is now
    public EntryWords(EntryTexts texts, WordForms forms, Supplier<Roster> roster) {
        this.texts = texts;
        this.forms = forms;
        this.roster = roster;
    }

    /// The base forms of words.
    public WordForms forms() {
        return forms;
    }

    /// The texts of an entry, its message number among them.
    Stream<String> texts(Payload payload, long height) {
        return texts.of(payload, MessageNumbers.of(roster.get(), payload, height));
    }

    /// An entry as it is kept in the index.
    Row row(Arrived arrived) {
        return row(arrived.entry().payload(), arrived.entry().height(), arrived.cursor());
    }

    /// The same of one that is not on the journal yet.
    public Row row(Payload payload, long height, long cursor) {
        var sequence = new ArrayList<String>();
        var known = new HashSet<>(Facets.of(payload));
        if (payload.act() instanceof Act.Notification filed && !texts.knows(filed.form())) {
            known.add(Facets.unread(filed.form().procedure(), filed.form().edition()));
        }
        texts(payload, height).forEach(text -> add(sequence, known, text));
        return new Row(cursor, known, sequence);
    }

    private void add(List<String> sequence, Set<String> known, String text) {
        for (Word word : in(text)) {
            if (sequence.size() >= MOST_WORDS) {
                return;
            }
            sequence.add(word.folded());
            if (known.add(word.folded())) {
                known.addAll(found(word.folded()));
            }
        }
        sequence.add(GAP);
    }

    /// The words of a text.
    List<Word> in(String text) {
        return words.of(text, Word::in);
    }

    /// The base forms by which a word of an entry is found; of one in two alphabets also those of what
    /// it looks like.
    Set<String> found(String word) {
        if (!Letters.mixed(word)) {
            return forms.bases(word);
        }
        var bases = new TreeSet<>(forms.bases(word));
        Slips.unmixed(word).forEach(one -> bases.addAll(forms.bases(one)));
        return bases;
    }
}
