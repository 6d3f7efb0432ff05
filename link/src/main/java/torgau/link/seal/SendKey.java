package torgau.link.seal;

import java.nio.ByteBuffer;
import java.util.Arrays;
import torgau.journal.crypto.Aead;

/// A frame key of one's own and the counter of the frames it has sealed. Lives in memory only.
final class SendKey {
    private final Aead aead;
    private long next;

    SendKey(byte[] key) {
        this(key, 0);
    }

    SendKey(byte[] key, long next) {
        this.aead = new Aead(key);
        this.next = next;
    }

    /// Whether no counter is left.
    boolean exhausted() {
        return next > Counter.MAX;
    }

    /// The whole message: `prefix`, counter, sealed and padded frame.
    byte[] seal(byte[] prefix, byte[] frame) {
        if (exhausted()) {
            throw new IllegalStateException("frame key has sealed " + next + " frames");
        }
        long counter = next++;
        var header =
                ByteBuffer.allocate(prefix.length + Counter.length(counter)).put(prefix);
        Counter.put(header, counter);
        byte[] aad = header.array();
        byte[] sealed = aead.seal(FrameKeys.nonce(counter), aad, Padding.add(frame));
        byte[] message = Arrays.copyOf(aad, aad.length + sealed.length);
        System.arraycopy(sealed, 0, message, aad.length, sealed.length);
        return message;
    }
}
