package torgau.station.paper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import torgau.station.text.Texts;

/// Prints papers. Font and libraries are loaded with the first one; whoever only makes a press pays
/// nothing.
///
/// Safe for any number of threads: they print one after another.
public final class PaperPress {
    /// Of what is said, in points: the first at which a paper has one page, if there is one.
    private static final List<Float> SIZES = List.of(11f, 10f, 9.5f, 9f, 8.5f, Composer.SMALLEST);
    /// Of what takes several pages.
    private static final float FLOWING = 10;

    private @Nullable Type type;

    /// What is loaded once.
    ///
    /// @param profile ICC, of the output intent
    private record Type(Face face, Map<String, Texts> texts, byte[] profile) {}

    /// The PDF/A-2u file of a paper; the same bytes for the same paper.
    public synchronized byte[] print(Paper paper) {
        Type loaded = type();
        var terms = Terms.of(loaded.texts(), paper.columns());
        try {
            return Pdf.of(
                    Leaf.of(paper.columns().size()),
                    pages(paper, terms, loaded.face()),
                    loaded.face(),
                    new Archival(paper, loaded.profile()));
        } catch (IOException fault) {
            throw new UncheckedIOException("a paper is made in memory", fault);
        }
    }

    static List<Page> pages(Paper paper, Terms terms, Face face) {
        return SIZES.stream()
                .map(size -> new Composer(paper, terms, face, size).pages())
                .filter(pages -> pages.size() == 1)
                .findFirst()
                .orElseGet(() -> new Composer(paper, terms, face, FLOWING).pages());
    }

    private Type type() {
        Type loaded = type;
        if (loaded == null) {
            loaded = new Type(Face.load(), Terms.load(), Archival.profile());
            type = loaded;
        }
        return loaded;
    }
}
