package torgau.sim;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import torgau.store.Batch;
import torgau.store.Write;

/// What happened, in words for those who look, and as one hash over every byte sent and stored.
final class Trace {
    private static final int LAST_LINES = 60;

    private final MessageDigest digest;
    private final @Nullable Consumer<String> reader;
    private final Deque<Supplier<String>> last = new ArrayDeque<>();
    private long bytes;

    /// @param reader gets each line as it happens; null: only the last lines are kept
    Trace(@Nullable Consumer<String> reader) {
        this.reader = reader;
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    void say(long now, String who, Supplier<String> what) {
        if (reader != null) {
            reader.accept(line(now, who, what.get()));
        }
        last.addLast(() -> line(now, who, what.get()));
        if (last.size() > LAST_LINES) {
            last.removeFirst();
        }
    }

    private static String line(long now, String who, String what) {
        return "+%02d:%02d:%02d.%03d %-6s %s"
                .formatted(now / 3_600_000, now / 60_000 % 60, now / 1_000 % 60, now % 1_000, who, what);
    }

    List<String> last() {
        return last.stream().map(Supplier::get).toList();
    }

    void sent(byte[] message) {
        digest.update(message);
        bytes += message.length;
    }

    void stored(Batch batch) {
        batch.writes().forEach(this::stored);
    }

    private void stored(Write write) {
        switch (write) {
            case Write.Append append -> {
                digest.update(append.entry().signed().payload());
                digest.update(append.entry().signed().signature());
                text(append.arrivedAt() + "/" + append.entry().height());
            }
            case Write.Resign resign -> {
                text(resign.place().toString());
                digest.update(resign.signature());
            }
            case Write.Remember remember -> {
                text(remember.key());
                digest.update(remember.bytes());
            }
            case Write.Prove prove -> digest.update(prove.proof().encode());
            case Write.Hold hold -> digest.update(hold.pending().key().bytes());
            case Write.Keep keep -> digest.update(keep.blob().bytes());
            case Write.Close _, Write.Forget _, Write.Reply _, Write.Drop _, Write.Erase _ -> text(write.toString());
        }
    }

    private void text(String text) {
        digest.update(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    long bytesSent() {
        return bytes;
    }

    String hash() {
        try {
            return HexFormat.of().formatHex(((MessageDigest) digest.clone()).digest());
        } catch (CloneNotSupportedException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
