package torgau.station.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;
import torgau.journal.Payload;
import torgau.station.shell.Kept;
import torgau.station.words.Slips;
import torgau.station.words.WordForms;
import torgau.store.Arrived;
import torgau.store.search.Row;
import torgau.store.search.SearchFile;
import torgau.store.search.Wanted;

/// Finds entries by the index and reads them from the journal, the newest first. How much one question
/// looks through is bounded; what is left is found by the next, from where this one stopped.
public final class Finder {
    /// Entries that the index names and one question looks at.
    static final int MOST_LOOKED_AT = 4_000;

    private static final int LEAST_CHUNK = 64;
    private static final int MOST_CHUNK = 1_024;

    private final WordForms forms;
    private final Slips slips;

    /// @param slips what is meant by words that do not occur
    public Finder(WordForms forms, Slips slips) {
        this.forms = forms;
        this.slips = slips;
    }

    /// What was found.
    ///
    /// @param before cursor before which to go on
    /// @param more whether there may be more before that
    public record Found(List<Arrived> entries, long before, boolean more, Meant meant) {}

    /// One question.
    ///
    /// @param before entries that came before this cursor
    public Found find(Places places, Asked asked, Narrowed narrowed, long before, int limit) {
        Meant meant = places.index.use(file -> Meant.of(asked, file, forms, slips));
        return new Search(places, wanted(meant, narrowed), meant, narrowed, limit).from(before);
    }

    /// Where one looks.
    ///
    /// @param journal reads the entry that arrived at a cursor
    public record Places(Kept<SearchFile> index, LongFunction<Optional<Arrived>> journal) {}

    private static Wanted wanted(Meant meant, Narrowed narrowed) {
        var all = new ArrayList<>(meant.wanted());
        all.addAll(narrowed.wanted());
        return all.isEmpty() ? Facets.all() : new Wanted.All(all);
    }

    /// Whether an entry that is not on the journal yet would be found.
    public static boolean takes(Meant meant, Narrowed narrowed, Row row, Payload payload) {
        return meant.takes(row)
                && narrowed.wanted().stream().allMatch(wanted -> wanted.in(row.forms()))
                && narrowed.takes(payload);
    }

    private static final class Search {
        private final Places places;
        private final Wanted wanted;
        private final Meant meant;
        private final Narrowed narrowed;
        private final int limit;
        private final List<Arrived> found = new ArrayList<>();
        private long below;

        private Search(Places places, Wanted wanted, Meant meant, Narrowed narrowed, int limit) {
            this.places = places;
            this.wanted = wanted;
            this.meant = meant;
            this.narrowed = narrowed;
            this.limit = limit;
        }

        Found from(long before) {
            below = before;
            int lookedAt = 0;
            int chunk = Math.max(LEAST_CHUNK, limit + 1);
            while (lookedAt < MOST_LOOKED_AT) {
                int most = chunk;
                List<Long> page = places.index.use(file -> file.newest(wanted, below, most));
                if (take(page)) {
                    return new Found(found, below, true, meant);
                }
                if (page.size() < chunk) {
                    return new Found(found, below, false, meant);
                }
                lookedAt += page.size();
                chunk = Math.min(MOST_CHUNK, 4 * chunk);
            }
            return new Found(found, below, true, meant);
        }

        /// Whether there is more than is wanted.
        private boolean take(List<Long> page) {
            for (long cursor : phrased(page)) {
                Optional<Arrived> entry = places.journal
                        .apply(cursor)
                        .filter(each -> narrowed.takes(each.entry().payload()));
                if (entry.isPresent() && found.size() == limit) {
                    return true;
                }
                entry.ifPresent(found::add);
                below = cursor;
            }
            below = page.isEmpty() ? below : page.getLast();
            return false;
        }

        private List<Long> phrased(List<Long> page) {
            var kept = new ArrayList<>(page);
            for (List<String> phrase : meant.phrases()) {
                if (!kept.isEmpty()) {
                    long last = kept.getLast();
                    long first = kept.getFirst();
                    kept.retainAll(places.index.use(file -> file.phrased(phrase, last, first)));
                }
            }
            return kept;
        }
    }
}
