package torgau.station.translation;

import torgau.journal.Code;

/// The machine gave no translation.
final class EngineFault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Code code;

    EngineFault(Code code, String detail) {
        super(detail);
        this.code = code;
    }

    Code code() {
        return code;
    }

    String detail() {
        return String.valueOf(getMessage());
    }
}
