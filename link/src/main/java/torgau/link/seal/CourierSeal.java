package torgau.link.seal;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.IntFunction;
import torgau.journal.Code;
import torgau.journal.Decoded;
import torgau.journal.cbor.CborWriter;
import torgau.journal.crypto.ChaCha20Poly1305;
import torgau.journal.crypto.Hkdf;
import torgau.journal.crypto.RandomSource;
import torgau.journal.crypto.Verifier;

/// Seals what a courier carries, and opens what one brought. Each file has an encapsulation of its own, so that it
/// opens by itself, in whatever order and however often it comes.
public final class CourierSeal {
    /// The longest content of one file.
    public static final int MAX_CONTENT_BYTES = 1_163_264;

    /// What is sealed is padded to a multiple of this, so that a file's size says little.
    static final int PADDING_BYTES = 4_096;

    private static final byte[] NONCE = new byte[12];
    private static final int KEY_BYTES = 32;
    private static final byte MARK = (byte) 0x80;

    private CourierSeal() {}

    /// The file with this content, for the holder of one key.
    ///
    /// @param made wall milliseconds
    public static CourierFile seal(
            Self self, int recipient, PeerKeys.Target target, byte[] content, long made, RandomSource random) {
        if (content.length > MAX_CONTENT_BYTES) {
            throw new IllegalArgumentException(content.length + " bytes are too many for a courier file");
        }
        byte[] info = CourierFile.info(self.line(), self.feed(), recipient, target.keyOffer());
        var sent = Hpke.send(target.key(), info, random.bytes(Hpke.RANDOM_BYTES));
        byte[] box = ChaCha20Poly1305.seal(key(sent.secret()), NONCE, info, padded(content));
        byte[] signature = self.signer().sign(CourierFile.toBeSigned(info, sent.enc(), made, box));
        return new CourierFile(self.feed(), recipient, target.keyOffer(), made, sent.enc(), signature, box);
    }

    /// The content of a file, or why there is none for this station. What can be told by comparing comes first,
    /// then the signature, and only then the key.
    ///
    /// @param stations the keys of a station of the line, by its number
    public static Decoded<byte[]> open(
            Self self,
            IntFunction<Optional<PeerKeys>> stations,
            List<OwnKey> own,
            CourierFile file,
            Verifier verifier) {
        int from = file.sender().station();
        return Optional.of(from)
                .filter(station -> station != self.station())
                .flatMap(stations::apply)
                .map(sender -> opened(self, sender, own, file, verifier))
                .orElseGet(() -> refused(Code.COURIER_STRANGER, "it says that it is from station " + from));
    }

    private static Decoded<byte[]> opened(
            Self self, PeerKeys sender, List<OwnKey> own, CourierFile file, Verifier verifier) {
        if (file.recipient() != self.station()) {
            return refused(Code.COURIER_NOT_FOR_US, "it is sealed to station " + file.recipient());
        }
        Optional<OwnKey> key = own.stream()
                .filter(each -> Objects.equals(each.keyOffer(), file.keyOffer()))
                .findFirst();
        if (key.isEmpty()) {
            return refused(Code.COURIER_KEY_GONE, "it is sealed to KeyOffer " + file.keyOffer());
        }
        byte[] signed = file.toBeSigned(self.line());
        if (sender.signingKeys().stream().noneMatch(each -> verifier.verify(each, signed, file.signature()))) {
            return refused(Code.COURIER_SIGNATURE, "it says that it is from station " + sender.station());
        }
        byte[] info = file.info(self.line());
        return key.get()
                .key()
                .exported(file.enc(), info)
                .flatMap(secret -> ChaCha20Poly1305.open(key(secret), NONCE, info, file.box()))
                .flatMap(CourierSeal::unpadded)
                .<Decoded<byte[]>>map(Decoded.Value::new)
                .orElseGet(() -> refused(Code.COURIER_UNREADABLE, "its box does not open"));
    }

    private static <T> Decoded<T> refused(Code code, String detail) {
        return new Decoded.Refusal<>(code, detail);
    }

    /// info: `["torgau-courier-key-1"]`.
    private static byte[] key(byte[] secret) {
        byte[] info = new CborWriter().array(1).text("torgau-courier-key-1").toByteArray();
        return Hkdf.sha256(secret, new byte[0], info, KEY_BYTES);
    }

    private static int padded(int length) {
        return (length / PADDING_BYTES + 1) * PADDING_BYTES;
    }

    private static byte[] padded(byte[] content) {
        byte[] padded = Arrays.copyOf(content, padded(content.length));
        padded[content.length] = MARK;
        return padded;
    }

    private static Optional<byte[]> unpadded(byte[] padded) {
        int at = padded.length - 1;
        while (at >= 0 && padded[at] == 0) {
            at--;
        }
        return at >= 0 && padded[at] == MARK && padded(at) == padded.length
                ? Optional.of(Arrays.copyOf(padded, at))
                : Optional.empty();
    }
}
