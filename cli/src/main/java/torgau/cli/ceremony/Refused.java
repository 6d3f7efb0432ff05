package torgau.cli.ceremony;

import torgau.journal.Code;

/// What was asked for is not done, and why; nothing was changed. The message names the offending value.
public final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Code code;

    public Refused(Code code, String detail) {
        super(detail);
        this.code = code;
    }

    public Code code() {
        return code;
    }
}
