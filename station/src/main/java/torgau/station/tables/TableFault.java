package torgau.station.tables;

import torgau.journal.Code;

/// A file that cannot be read as a table at all. The message names what was found, and nothing of what
/// the cells say.
public final class TableFault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Code code;

    TableFault(Code code, String message) {
        super(message, null, false, false);
        this.code = code;
    }

    public Code code() {
        return code;
    }

    static TableFault damaged(String what) {
        return new TableFault(Code.TABLE_UNREADABLE, what);
    }

    static TableFault tooLarge(String what, long most) {
        return new TableFault(Code.TABLE_TOO_LARGE, what + "; allowed are " + most);
    }
}
