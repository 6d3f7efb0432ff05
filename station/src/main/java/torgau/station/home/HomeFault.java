package torgau.station.home;

import torgau.journal.Code;

/// A home, a key file or a configuration that cannot be used. The message names the offending value.
public final class HomeFault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Code code;

    public HomeFault(Code code, String detail) {
        super(detail);
        this.code = code;
    }

    public HomeFault(Code code, String detail, Throwable cause) {
        super(detail, cause);
        this.code = code;
    }

    public Code code() {
        return code;
    }
}
