package torgau.architecture.violations.link.bearer;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketAddress;
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

    @Breaks("only the Transmitter sends to other stations")
    static final class Outspoken {
        private Outspoken() {}

        static void dial(Socket socket, SocketAddress to) throws IOException {
            socket.connect(to);
        }
    }

    /// The one that may.
    static final class Transmitter {
        private Transmitter() {}

        static void dial(Socket socket, SocketAddress to) throws IOException {
            socket.connect(to);
        }
    }

    @Breaks("only station and cli have a clock and randomness")
    static final class Hurried {
        private Hurried() {}

        static long deadline() {
            return System.currentTimeMillis() + 1;
        }
    }
}
