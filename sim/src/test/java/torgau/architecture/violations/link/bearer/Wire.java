package torgau.architecture.violations.link.bearer;

import java.io.IOException;
import java.net.Socket;
import torgau.architecture.violations.journal.Breaks;

/// Bearers do I/O, on threads.
final class Wire {
    private volatile boolean open = true;

    void close(Socket socket) throws IOException {
        open = false;
        socket.close();
    }

    boolean open() {
        return open;
    }

    /// How long its own work took.
    static long measured(Runnable work) {
        long before = System.nanoTime();
        work.run();
        return System.nanoTime() - before;
    }

    @Breaks("only station and cli have a clock and randomness")
    static final class Hurried {
        private Hurried() {}

        static long deadline() {
            return System.currentTimeMillis() + 1;
        }
    }
}
