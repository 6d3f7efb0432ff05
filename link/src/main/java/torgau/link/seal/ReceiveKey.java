package torgau.link.seal;

import java.util.Arrays;
import torgau.journal.Code;
import torgau.journal.crypto.Aead;

/// A frame key of the peer's and which of its counters were opened. Lives in memory only.
final class ReceiveKey {
    private final Aead aead;
    private final ReplayWindow window = new ReplayWindow();

    ReceiveKey(byte[] key) {
        this.aead = new Aead(key);
    }

    /// What a key says of a frame.
    sealed interface Verdict {
        record Authentic(byte[] frame) implements Verdict {}

        record Refused(Code code) implements Verdict {}
    }

    /// Opens a message; its counter counts as used only once it proved authentic.
    Verdict open(Header header, byte[] message) {
        return switch (window.verdict(header.counter())) {
            case REPLAYED -> new Verdict.Refused(Code.FRAME_REPLAYED);
            case TOO_OLD -> new Verdict.Refused(Code.FRAME_TOO_OLD);
            case FRESH -> decrypt(header, message);
        };
    }

    private Verdict decrypt(Header header, byte[] message) {
        var padded = aead.open(
                FrameKeys.nonce(header.counter()),
                Arrays.copyOf(message, header.length()),
                message,
                header.length(),
                message.length - header.length());
        if (padded.isEmpty()) {
            return new Verdict.Refused(Code.FRAME_FORGED);
        }
        window.add(header.counter());
        return Padding.remove(padded.get())
                .<Verdict>map(Verdict.Authentic::new)
                .orElseGet(() -> new Verdict.Refused(Code.SEAL_MALFORMED));
    }
}
