package torgau.station.translation;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import torgau.catalogue.glossary.Lexicon;
import torgau.station.formats.Formats;
import torgau.station.words.WordForms;

/// The agreed words of the catalogue with their forms, made ready when they are first asked for: the
/// dictionary of forms takes a moment to read.
public final class Words implements Supplier<Lexicon> {
    private final Formats formats;
    private @Nullable Lexicon ready;

    private Words(Formats formats) {
        this.formats = formats;
    }

    /// Those of the catalogue that is held.
    public static Words of(Formats formats) {
        return new Words(formats);
    }

    @Override
    public synchronized Lexicon get() {
        Lexicon lexicon = ready;
        if (lexicon == null) {
            lexicon = new Lexicon(formats.glossary(), new WordForms()::bases);
            ready = lexicon;
        }
        return lexicon;
    }
}
