package torgau.station.words;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import morfologik.stemming.Dictionary;
import morfologik.stemming.DictionaryLookup;
import morfologik.stemming.WordData;
import torgau.store.search.Row;

/// The dictionary of Ukrainian (dict_uk), 7 MB in memory. A word that it does not know is its own base.
final class Ukrainian {
    private static final String RESOURCE = "/ua/net/nlp/ukrainian";

    private final Dictionary dictionary;

    private Ukrainian(Dictionary dictionary) {
        this.dictionary = dictionary;
    }

    static Ukrainian dictionary() {
        try (InputStream words = resource(".dict");
                InputStream properties = resource(".info")) {
            return new Ukrainian(Dictionary.read(words, properties));
        } catch (IOException fault) {
            throw new UncheckedIOException(RESOURCE, fault);
        }
    }

    private static InputStream resource(String ending) {
        InputStream in = Ukrainian.class.getResourceAsStream(RESOURCE + ending);
        if (in == null) {
            throw new IllegalStateException("no resource " + RESOURCE + ending);
        }
        return in;
    }

    /// The lemmas of a folded word, ascending.
    Set<String> bases(String folded) {
        var bases = new TreeSet<String>();
        for (WordData found : new DictionaryLookup(dictionary).lookup(folded)) { // a lookup is for one thread
            String lemma = Letters.folded(found.getStem().toString());
            if (lemma.codePoints().allMatch(Row::inWord)) {
                bases.add(lemma);
            }
        }
        return bases.isEmpty() ? Set.of(folded) : Collections.unmodifiableSet(bases);
    }
}
