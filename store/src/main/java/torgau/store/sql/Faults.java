package torgau.store.sql;

import java.sql.SQLException;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;
import torgau.journal.Code;
import torgau.store.StoreFault;

/// What SQLite's result codes mean to a store.
public final class Faults {
    private static final int PRIMARY = 0xff;

    private Faults() {}

    /// The fault that a failure is.
    ///
    /// @param what the file, or what was done to it
    public static StoreFault of(String what, SQLException failure) {
        return new StoreFault(code(failure), what + ": " + failure.getMessage(), failure);
    }

    private static Code code(SQLException failure) {
        if (!(failure instanceof SQLiteException sqlite)) {
            return Code.STORE_UNREADABLE;
        }
        SQLiteErrorCode result = sqlite.getResultCode();
        return switch (SQLiteErrorCode.getErrorCode(result.code & PRIMARY)) {
            case SQLITE_FULL -> Code.DISK_FULL;
            case SQLITE_IOERR -> ofDevice(result);
            case SQLITE_CORRUPT, SQLITE_CONSTRAINT, SQLITE_MISMATCH -> Code.STORE_CORRUPT;
            case SQLITE_NOTADB -> Code.NOT_OURS;
            case SQLITE_BUSY, SQLITE_LOCKED -> Code.STORE_LOCKED;
            default -> Code.STORE_UNREADABLE;
        };
    }

    private static Code ofDevice(SQLiteErrorCode result) {
        return switch (result) {
            case SQLITE_IOERR_SHMSIZE -> Code.DISK_FULL;
            case SQLITE_IOERR_READ, SQLITE_IOERR_SHORT_READ, SQLITE_IOERR_CORRUPTFS, SQLITE_IOERR_DATA ->
                Code.STORE_UNREADABLE;
            default -> Code.SYNC_FAILED;
        };
    }
}
