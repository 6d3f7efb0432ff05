package torgau.cli;

import torgau.journal.Code;

/// A command that could not be carried out, as the station or the way to it says.
///
/// The station's codes may be newer than this program, so the code is text here.
final class Problem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String code;
    private final String remedy;
    private final int exit;

    Problem(String code, String message, String remedy, int exit) {
        super(message);
        this.code = code;
        this.remedy = remedy;
        this.exit = exit;
    }

    Problem(Code code, String message, int exit) {
        this(code.code(), message, code.remedy(), exit);
    }

    String code() {
        return code;
    }

    String message() {
        return String.valueOf(getMessage());
    }

    String remedy() {
        return remedy;
    }

    int exit() {
        return exit;
    }
}
