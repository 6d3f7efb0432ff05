package torgau.station.search;

import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import torgau.journal.Payload;
import torgau.station.shell.Kept;
import torgau.store.Arrived;
import torgau.store.StoreFault;
import torgau.store.search.Progress;
import torgau.store.search.Row;
import torgau.store.search.SearchFile;

/// Takes the words of the journal into an index, page by page.
///
/// @param madeBy all rules that decide which words an entry has
public record Indexing(EntryWords words, String madeBy) {
    private static final Logger LOG = LoggerFactory.getLogger("torgau.search");
    private static final int PAGE = 512;

    /// What became of a page.
    public enum Read {
        /// There is more.
        MORE,
        /// That was the last.
        ALL,
        /// The index is of another journal, or made by other rules: an empty one is needed.
        FOREIGN
    }

    /// Reads entries that arrived after a cursor, at most so many, in the order of arrival.
    @FunctionalInterface
    public interface Source {
        List<Arrived> after(long cursor, int limit);
    }

    /// Takes the next page. Whichever of the two fails throws its `StoreFault`, and is not used while
    /// the other is.
    public Read next(Kept<SearchFile> file, Source journal) {
        Optional<Progress> progress = file.use(SearchFile::progress);
        long cursor = progress.map(Progress::cursor).orElse(0L);
        // With the last one that was read, by which the journal is known.
        List<Arrived> page = journal.after(Math.max(0, cursor - 1), PAGE);
        if (progress.isPresent() && !follows(progress.get(), page)) {
            return Read.FOREIGN;
        }
        List<Arrived> fresh = page.subList(cursor == 0 ? 0 : 1, page.size());
        if (!fresh.isEmpty()) {
            Arrived last = fresh.getLast();
            List<Row> rows = rows(fresh);
            file.use(open -> {
                open.add(rows, new Progress(last.cursor(), last.entry().id(), madeBy));
                return last;
            });
        }
        return page.size() < PAGE ? Read.ALL : Read.MORE;
    }

    private boolean follows(Progress progress, List<Arrived> page) {
        return progress.madeBy().equals(madeBy)
                && !page.isEmpty()
                && page.getFirst().cursor() == progress.cursor()
                && page.getFirst().entry().id().equals(progress.entry());
    }

    private List<Row> rows(List<Arrived> fresh) {
        return fresh.stream()
                .filter(arrived -> found(arrived.entry().payload()))
                .map(this::row)
                .toList();
    }

    /// A bug of ours with one entry keeps no other from being found.
    private Row row(Arrived arrived) {
        try {
            return words.row(arrived);
        } catch (StoreFault fault) {
            throw fault;
        } catch (RuntimeException bug) {
            LOG.atError()
                    .setCause(bug)
                    .addKeyValue("entry", arrived.entry().reference())
                    .log("the words of an entry could not be taken");
            return new Row(arrived.cursor(), Facets.of(arrived.entry().payload()), List.of());
        }
    }

    /// Whether an entry is found at all: what the station says by itself is not.
    public static boolean found(Payload payload) {
        return !payload.automatic();
    }
}
