package torgau.cli.demo;

/// The demonstration cannot go on; the message says why, in one sentence.
final class DemoFault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int exit;

    DemoFault(int exit, String message) {
        super(message);
        this.exit = exit;
    }

    int exit() {
        return exit;
    }
}
