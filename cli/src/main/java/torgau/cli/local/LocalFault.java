package torgau.cli.local;

/// The demonstration cannot go on; the message says why, in one sentence.
public final class LocalFault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int exit;

    public LocalFault(int exit, String message) {
        super(message);
        this.exit = exit;
    }

    public int exit() {
        return exit;
    }
}
