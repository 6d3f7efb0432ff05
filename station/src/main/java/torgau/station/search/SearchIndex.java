package torgau.station.search;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import torgau.journal.Code;
import torgau.station.shell.Follower;
import torgau.station.shell.Kept;
import torgau.station.shell.StationProcess;
import torgau.store.Filter;
import torgau.store.StoreFault;
import torgau.store.search.Progress;
import torgau.store.search.SearchFile;

/// The index of a station, kept up with its journal in the background: from where it stood when the
/// station starts, and with each entry that comes. Whatever happens to its file, the station goes on,
/// and the index is made again.
public final class SearchIndex implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger("torgau.search");
    private static final Set<Code> DAMAGED =
            EnumSet.of(Code.STORE_CORRUPT, Code.NOT_OURS, Code.NEWER_SCHEMA, Code.STORE_UNREADABLE);
    private static final long QUESTION_WAITS_MILLIS = 50;
    private static final int PAGES_A_QUESTION = 2;

    private final StationProcess process;
    private final IndexFiles files;
    private final SearchRules rules;
    private final Kept<SearchFile> file = new Kept<>(SearchFile::close);
    private final Follower follower;
    private volatile boolean open;
    private volatile @Nullable Code wrong;
    private volatile boolean complete;
    private volatile boolean closed;

    /// Begins to follow.
    ///
    /// @param path of the index; its folder is there
    /// @param rules by which entries have words
    public SearchIndex(Path path, StationProcess process, SearchRules rules) {
        this.files = new IndexFiles(path);
        this.process = process;
        this.rules = rules;
        this.follower = new Follower(process, new Indexer());
        follower.start();
    }

    /// One question to the index, with all that is on disk by now, unless so much has come that
    /// [#complete] says it is not.
    ///
    /// @throws StoreFault of code SEARCH_AWAY while there is no index that can be asked
    public <T> T ask(Function<Kept<SearchFile>, T> question) {
        try {
            follower.take(PAGES_A_QUESTION, QUESTION_WAITS_MILLIS);
            return question.apply(file);
        } catch (StoreFault fault) {
            if (open && !file.faulted()) {
                throw fault;
            }
            wrong = fault.code();
            follower.wake();
            throw new StoreFault(Code.SEARCH_AWAY, fault.code().code(), fault);
        }
    }

    /// The rules by which its entries have words.
    public SearchRules rules() {
        return rules;
    }

    /// Whether the whole journal has been read.
    public boolean complete() {
        return complete;
    }

    /// The cursor of the last entry that was read; 0 if none was.
    public long readUpTo() {
        return file.use(SearchFile::progress).map(Progress::cursor).orElse(0L);
    }

    /// Takes the next page; whether that was the last.
    private boolean follow() {
        if (!open) {
            file.replace(files::open);
            open = true;
        }
        Indexing.Read read = rules.outdated(file) ? Indexing.Read.FOREIGN : next();
        complete = read == Indexing.Read.ALL;
        if (read == Indexing.Read.FOREIGN) {
            shut();
            files.remove();
        }
        return complete;
    }

    private Indexing.Read next() {
        return rules.indexing()
                .next(
                        file,
                        (cursor, limit) ->
                                process.journal().read(store -> store.arrivedAfter(cursor, limit, Filter.ALL)));
    }

    private void shut() {
        open = false;
        complete = false;
        file.close();
    }

    /// As the follower sees it. A fault of the journal is the journal's matter; one of the index is
    /// mended.
    private final class Indexer implements Follower.Following {
        @Override
        public String name() {
            return "search";
        }

        @Override
        public Logger log() {
            return LOG;
        }

        @Override
        public boolean follow() {
            return SearchIndex.this.follow();
        }

        @Override
        public boolean round(Follower with) {
            return with.inTurn(() -> {
                Code told = wrong;
                if (told != null) {
                    wrong = null;
                    SearchIndex.this.mend(told);
                }
                return follow();
            });
        }

        @Override
        public void mend(StoreFault fault) {
            if (!open || file.faulted()) {
                SearchIndex.this.mend(fault.code());
            }
        }
    }

    /// Sets a damaged index aside, so that an empty one is begun; where the disk is full or does not
    /// write, the same one is tried again.
    private void mend(Code code) {
        shut();
        if (DAMAGED.contains(code) && !closed) {
            try {
                files.setAside();
                LOG.atWarn()
                        .addKeyValue("code", Code.SEARCH_SET_ASIDE.code())
                        .addKeyValue("reason", code.code())
                        .log("a damaged index was set aside; it is made again");
            } catch (StoreFault fault) {
                LOG.atWarn().addKeyValue("code", fault.code().code()).log("a damaged index could not be set aside");
            }
        }
    }

    @Override
    public void close() {
        closed = true;
        follower.close();
        follower.ended();
        file.close();
    }
}
