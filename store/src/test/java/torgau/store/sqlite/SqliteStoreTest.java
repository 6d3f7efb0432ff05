package torgau.store.sqlite;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import torgau.store.JournalStore;
import torgau.store.StoreContract;

class SqliteStoreTest extends StoreContract {
    @TempDir
    private Path home;

    @Override
    protected JournalStore open() {
        return SqliteStore.open(home.resolve("journal.db"));
    }
}
