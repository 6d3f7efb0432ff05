package torgau.cli.journal;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import torgau.journal.Code;
import torgau.journal.cbor.CborFault;
import torgau.journal.crypto.Ed25519Verifier;
import torgau.journal.crypto.HybridVerifier;
import torgau.journal.file.JournalCheck;
import torgau.journal.file.JournalReader;

/// Verifies a whole journal file on all cores, in bounded memory: chains and order on this thread, signatures on
/// others.
public final class Verification {
    private static final int BATCH = 2_048;
    private static final int BATCHES_UNDER_WAY = 6;
    private static final int BUFFER_BYTES = 1 << 20;

    private final JournalCheck check = new JournalCheck(new HybridVerifier());
    private final Deque<Future<Optional<JournalCheck.Failure>>> underWay = new ArrayDeque<>();
    private final List<JournalCheck.Signature> due = new ArrayList<>();
    private final ExecutorService workers;

    private Verification(ExecutorService workers) {
        this.workers = workers;
    }

    /// What was found.
    ///
    /// @param failure the first entry that fails; null if the file is genuine and whole
    public record Outcome(JournalCheck check, JournalCheck.@Nullable Failure failure) {}

    /// Verifies a file.
    public static Outcome of(Path file) throws IOException, InterruptedException {
        try (ExecutorService workers =
                        Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
                InputStream in = new BufferedInputStream(Files.newInputStream(file), BUFFER_BYTES)) {
            var verification = new Verification(workers);
            JournalCheck.Failure failure = verification.run(in);
            workers.shutdownNow();
            return new Outcome(verification.check, failure);
        }
    }

    private JournalCheck.@Nullable Failure run(InputStream in) throws InterruptedException {
        var reader = new JournalReader((into, offset, length) -> read(in, into, offset, length));
        JournalCheck.Failure structural = null;
        while (structural == null) {
            try {
                Optional<JournalReader.Item> item = reader.next();
                if (item.isEmpty()) {
                    structural = check.end(reader.offset());
                    break;
                }
                structural = check.next(item.get());
            } catch (CborFault fault) {
                structural = new JournalCheck.Failure(reader.offset(), null, fault.code(), fault.detail());
            }
            due.addAll(check.signaturesDue());
            JournalCheck.Failure forged = due.size() >= BATCH ? handOut() : null;
            if (forged != null) {
                return forged;
            }
        }
        JournalCheck.Failure forged = handOut();
        while (forged == null && !underWay.isEmpty()) {
            forged = oldest();
        }
        return forged != null ? forged : structural;
    }

    private static int read(InputStream in, byte[] into, int offset, int length) {
        try {
            return in.read(into, offset, length);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    /// Gives the signatures due to the workers; waits for the oldest batch where too many are under way.
    private JournalCheck.@Nullable Failure handOut() throws InterruptedException {
        var batch = List.copyOf(due);
        due.clear();
        underWay.add(workers.submit(() -> firstForged(batch)));
        return underWay.size() > BATCHES_UNDER_WAY ? oldest() : null;
    }

    private JournalCheck.@Nullable Failure oldest() throws InterruptedException {
        try {
            return underWay.remove().get().orElse(null);
        } catch (ExecutionException fault) {
            throw new IllegalStateException(fault.getCause());
        }
    }

    private static Optional<JournalCheck.Failure> firstForged(List<JournalCheck.Signature> batch) {
        var verifier = new Ed25519Verifier();
        return batch.stream()
                .filter(one -> !verifier.verify(one.key(), one.message(), one.signature()))
                .findFirst()
                .map(one -> new JournalCheck.Failure(
                        one.offset(), one.place(), Code.BAD_SIGNATURE, "the signature does not hold"));
    }
}
