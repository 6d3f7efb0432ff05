package torgau.cli.bench;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;
import torgau.journal.Entry;
import torgau.journal.Feed;
import torgau.journal.Payload;
import torgau.journal.Precedence;
import torgau.journal.Signing;
import torgau.journal.TrafficClass;
import torgau.journal.crypto.Ed25519Signer;
import torgau.journal.crypto.Ed25519Verifier;
import torgau.journal.crypto.RandomSource;
import torgau.journal.crypto.Signer;
import torgau.store.Batch;
import torgau.store.Write;
import torgau.store.sqlite.SqliteStore;

/// What the parts of a message's way cost, each alone: nanoseconds an operation, best of five windows after warm-up.
///
/// @param rested a commit that follows on a pause, as those of a single message do; a disk that has rested may take
/// longer
record Parts(double sign, double verify, double commit, double rested, double roundTrip) {
    private static final int WINDOWS = 5;
    private static final long WINDOW_NANOS = 400_000_000L;
    private static final int RESTED_COMMITS = 1_000;
    private static final long PAUSE_NANOS = 700_000;
    private static final int MESSAGE_BYTES = 640;
    private static final int FRAME_BYTES = 700;

    static Parts measure(BenchLine line, Path directory, RandomSource random) throws IOException {
        byte[] message = random.bytes(MESSAGE_BYTES);
        Ed25519Signer signer = line.signer(0);
        byte[] signature = signer.sign(message);
        var verifier = new Ed25519Verifier();
        byte[] key = signer.publicKey();
        double sign = best(() -> signer.sign(message)[0]);
        double verify = best(() -> verifier.verify(key, message, signature) ? 1 : 0);
        try (SqliteStore store = SqliteStore.open(directory.resolve("commit.db"))) {
            var feed = new Feeding(line, store);
            return new Parts(sign, verify, best(feed::one), rested(feed), loopback());
        }
    }

    /// Two signatures, two verifications, three commits, one round trip: what a message with its receipt needs at
    /// least.
    double sum() {
        return 2 * sign + 2 * verify + 3 * commit + roundTrip;
    }

    /// The same with commits that follow on a pause.
    double sumRested() {
        return sum() + 3 * (rested - commit);
    }

    /// Nanoseconds for one operation in the best window.
    static double best(LongSupplier operation) {
        double best = Double.MAX_VALUE;
        for (int window = -2; window < WINDOWS; window++) {
            long began = System.nanoTime();
            long end = began + WINDOW_NANOS;
            long count = 0;
            long sink = 0;
            while (System.nanoTime() < end) {
                sink += operation.getAsLong();
                count++;
            }
            double each = (System.nanoTime() - began) / (double) Math.max(1, count);
            best = window < 0 || sink == Long.MIN_VALUE ? best : Math.min(best, each);
        }
        return best;
    }

    /// The median of commits with a pause before each.
    private static double rested(Feeding feed) {
        long[] nanos = new long[RESTED_COMMITS];
        for (int i = 0; i < nanos.length; i++) {
            LockSupport.parkNanos(PAUSE_NANOS);
            long began = System.nanoTime();
            feed.one();
            nanos[i] = System.nanoTime() - began;
        }
        Arrays.sort(nanos);
        return nanos[nanos.length / 2];
    }

    /// Appends one entry a commit; the signature is made beforehand, so that only the disk is measured.
    private static final class Feeding {
        private final SqliteStore store;
        private final BenchLine line;
        private final byte[] signature = new byte[64];
        private long height;

        Feeding(BenchLine line, SqliteStore store) {
            this.line = line;
            this.store = store;
        }

        long one() {
            height++;
            var draft = BenchLine.message(Precedence.ROUTINE, "x".repeat(500));
            var payload = new Payload(
                    new Feed(BenchLine.STATIONS[0], 1),
                    height,
                    List.of(),
                    height,
                    TrafficClass.FORMAL,
                    Precedence.ROUTINE,
                    List.of(),
                    null,
                    List.of(),
                    draft.act());
            Entry entry = Signing.sign(store, line.agreement.line(), new Unsigned(signature), payload);
            store.commit(Batch.of(new Write.Append(entry, height)));
            return height;
        }
    }

    private record Unsigned(byte[] signature) implements Signer {
        @Override
        public byte[] publicKey() {
            return new byte[32];
        }

        @Override
        public byte[] sign(byte[] message) {
            return signature;
        }
    }

    private static double loopback() throws IOException {
        try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                var client = new Socket(server.getInetAddress(), server.getLocalPort());
                var accepted = server.accept()) {
            client.setTcpNoDelay(true);
            accepted.setTcpNoDelay(true);
            Thread.ofPlatform().daemon().start(() -> echo(accepted));
            var in = new DataInputStream(client.getInputStream());
            byte[] frame = new byte[FRAME_BYTES];
            return best(() -> {
                try {
                    client.getOutputStream().write(frame);
                    in.readFully(frame);
                    return frame.length;
                } catch (IOException fault) {
                    throw new UncheckedIOException(fault);
                }
            });
        }
    }

    private static void echo(Socket socket) {
        byte[] frame = new byte[FRAME_BYTES];
        try {
            var in = new DataInputStream(socket.getInputStream());
            while (true) {
                in.readFully(frame);
                socket.getOutputStream().write(frame);
            }
        } catch (IOException ended) {
            // The measurement is over.
        }
    }
}
