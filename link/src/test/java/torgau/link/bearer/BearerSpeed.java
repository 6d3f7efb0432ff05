package torgau.link.bearer;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.atomic.AtomicLong;
import torgau.journal.Code;

/// Round trips and messages per second over the loopback interface: `java … torgau.link.bearer.BearerSpeed`.
final class BearerSpeed {
    private static final int WINDOWS = 20;

    private BearerSpeed() {}

    public static void main(String[] arguments) throws Exception {
        var answers = new SynchronousQueue<byte[]>();
        var counted = new AtomicLong();
        var echo = new Echo();
        try (var server = new TcpBearers(echo, TcpLimits.DEFAULT, new Transmitter());
                var client = new TcpBearers(new Answers(answers), TcpLimits.DEFAULT, new Transmitter())) {
            echo.bearers = server;
            echo.counted = counted;
            var loopback = InetAddress.getLoopbackAddress();
            int port = server.listen(new InetSocketAddress(loopback, 0));
            client.dial(1, List.of(new InetSocketAddress(loopback, port)));
            while (client.counts().isEmpty()) {
                Thread.sleep(1);
            }
            long bearer = client.counts().getFirst().bearer();
            client.authenticated(bearer);
            System.out.printf("round trip of 600 bytes: %.1f µs%n", roundTrip(client, bearer, answers));
            System.out.printf("600-byte messages one way: %.0f per second%n", rate(client, bearer, counted));
        }
    }

    private static double roundTrip(TcpBearers client, long bearer, SynchronousQueue<byte[]> answers)
            throws InterruptedException {
        long best = Long.MAX_VALUE;
        for (int window = 0; window < WINDOWS; window++) {
            long from = System.nanoTime();
            for (int i = 0; i < 1_000; i++) {
                client.send(bearer, new byte[600]);
                answers.take();
            }
            best = Math.min(best, System.nanoTime() - from);
        }
        return best / 1_000.0 / 1_000;
    }

    private static double rate(TcpBearers client, long bearer, AtomicLong counted) throws InterruptedException {
        double best = 0;
        for (int window = 0; window < WINDOWS; window++) {
            long before = counted.get();
            long from = System.nanoTime();
            for (int i = 0; i < 20_000; i++) {
                while (i - (counted.get() - before) > 500) {
                    Thread.onSpinWait();
                }
                client.send(bearer, new byte[601]);
            }
            while (counted.get() - before < 20_000) {
                Thread.onSpinWait();
            }
            best = Math.max(best, 20_000 * 1e9 / (System.nanoTime() - from));
        }
        return best;
    }

    private static class Silent implements BearerEvents {
        @Override
        public void up(long bearer, String address, OptionalInt dialled) {}

        @Override
        public void received(long bearer, byte[] message) {}

        @Override
        public void drained(long bearer, int bytes) {}

        @Override
        public void down(long bearer, Code reason, String detail) {}

        @Override
        public void discarded(Code code) {}

        @Override
        public void unreachable(int station, String address, String detail) {}
    }

    private static final class Echo extends Silent {
        private volatile TcpBearers bearers;
        private volatile AtomicLong counted;

        @Override
        public void up(long bearer, String address, OptionalInt dialled) {
            bearers.authenticated(bearer);
        }

        @Override
        public void received(long bearer, byte[] message) {
            if (message.length == 600) {
                bearers.send(bearer, message);
            } else {
                counted.incrementAndGet();
            }
        }
    }

    private static final class Answers extends Silent {
        private final SynchronousQueue<byte[]> answers;

        Answers(SynchronousQueue<byte[]> answers) {
            this.answers = answers;
        }

        @Override
        public void received(long bearer, byte[] message) {
            try {
                answers.put(message);
            } catch (InterruptedException ended) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
