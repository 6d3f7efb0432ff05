package torgau.station.paper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import torgau.journal.crypto.Sha256;
import torgau.station.report.Document;
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
                    new Archival(Archival.Identity.of(paper), loaded.profile()));
        } catch (IOException fault) {
            throw new UncheckedIOException("a paper is made in memory", fault);
        }
    }

    /// The same of a listing.
    public synchronized byte[] print(Listing listing) {
        Type loaded = type();
        var languages = listing.columns().stream().map(Listing.Column::language).toList();
        var identity = new Archival.Identity(
                listing.name(),
                languages.getFirst(),
                listing.made(),
                Sha256.of(listing.name().getBytes(StandardCharsets.UTF_8)),
                listing.toString());
        try {
            return Pdf.of(
                    Leaf.of(languages.size()),
                    new ListingComposer(listing, Terms.in(loaded.texts(), languages), loaded.face()).pages(),
                    loaded.face(),
                    new Archival(identity, loaded.profile()));
        } catch (IOException fault) {
            throw new UncheckedIOException("a paper is made in memory", fault);
        }
    }

    /// The PDF/A-2u file of a report; the same bytes for the same report and time.
    ///
    /// @param place says which page of how many
    public synchronized byte[] print(Document report, Instant made, BiFunction<Integer, Integer, String> place) {
        Type loaded = type();
        byte[] subject = Sha256.of(report.toString().getBytes(StandardCharsets.UTF_8));
        var identity = new Archival.Identity("Torgau", report.language(), made, subject, report.mark() + made);
        try {
            return Pdf.of(
                    Leaf.of(1),
                    new ReportComposer(report, loaded.face()).pages(place),
                    loaded.face(),
                    new Archival(identity, loaded.profile()));
        } catch (IOException fault) {
            throw new UncheckedIOException("a report is made in memory", fault);
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
