package torgau.store;

import org.jspecify.annotations.Nullable;
import torgau.journal.Code;

/// The disk, or a file on it, failed the store. What was to be committed counts as not kept; after re-opening it may
/// turn out that it was.
public final class StoreFault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Code code;

    public StoreFault(Code code, String detail) {
        this(code, detail, null);
    }

    public StoreFault(Code code, String detail, @Nullable Throwable cause) {
        super(code.code() + " " + detail, cause);
        this.code = code;
    }

    /// The reason, one of TG-3xxx.
    public Code code() {
        return code;
    }
}
