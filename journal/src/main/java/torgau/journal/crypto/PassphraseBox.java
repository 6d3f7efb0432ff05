package torgau.journal.crypto;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import torgau.journal.cbor.CborReader;
import torgau.journal.cbor.CborWriter;

/// Secrets at rest under a passphrase: Argon2id (RFC 9106) makes the key, ChaCha20-Poly1305 seals.
///
/// A box is the CBOR array `[1, memory in KiB, iterations, lanes, salt, nonce, sealed]`, the first six bound to the
/// seventh; so it opens wherever the passphrase is known, whatever the default cost is by then. The passphrase is taken
/// in Unicode form NFC, so that the same letters typed on another system are the same passphrase.
public final class PassphraseBox {
    /// The most that one box may hold, in bytes.
    public static final int MAX_PLAIN_LENGTH = 1 << 20;

    private static final int VERSION = 1;
    private static final int SALT_LENGTH = 16;

    private PassphraseBox() {}

    /// What a guess shall cost: memory in KiB, passes over it, lanes. A box from outside that asks for more than the
    /// upper bounds here is refused before any memory is taken.
    public record Cost(int memoryKib, int iterations, int lanes) {
        /// 64 MiB, three passes, one lane: some tenths of a second.
        public static final Cost DEFAULT = new Cost(65_536, 3, 1);

        private static final int MAX_MEMORY_KIB = 1 << 20;
        private static final int MAX_ITERATIONS = 16;
        private static final int MAX_LANES = 8;

        public Cost {
            if (memoryKib < 8 * lanes || memoryKib > MAX_MEMORY_KIB) {
                throw new IllegalArgumentException("memory of " + memoryKib + " KiB is not 8 a lane to 1 GiB");
            }
            if (iterations < 1 || iterations > MAX_ITERATIONS || lanes < 1 || lanes > MAX_LANES) {
                throw new IllegalArgumentException(iterations + " iterations, " + lanes + " lanes: 1 to 16, 1 to 8");
            }
        }
    }

    /// A box of `plain` at the default cost.
    public static byte[] seal(char[] passphrase, byte[] plain, RandomSource random) {
        return seal(passphrase, plain, random, Cost.DEFAULT);
    }

    /// A box of `plain` at `cost`.
    public static byte[] seal(char[] passphrase, byte[] plain, RandomSource random, Cost cost) {
        if (plain.length > MAX_PLAIN_LENGTH) {
            throw new IllegalArgumentException("a box holds 1 MiB, not " + plain.length + " bytes");
        }
        byte[] salt = random.bytes(SALT_LENGTH);
        byte[] nonce = random.bytes(Aead.NONCE_LENGTH);
        byte[] sealed = new Aead(key(passphrase, salt, cost)).seal(nonce, header(cost, salt, nonce), plain);
        return fields(7, cost, salt, nonce).bytes(sealed).toByteArray();
    }

    /// What was sealed, or empty if the passphrase is wrong or the box was changed. Throws
    /// [torgau.journal.cbor.CborFault] if it is no box at all.
    public static Optional<byte[]> open(char[] passphrase, byte[] box) {
        CborReader reader = new CborReader(box);
        reader.array(7);
        if (reader.unsigned(VERSION) != VERSION) {
            return Optional.empty();
        }
        int memoryKib = (int) reader.unsigned(Cost.MAX_MEMORY_KIB);
        int iterations = (int) reader.unsigned(Cost.MAX_ITERATIONS);
        int lanes = (int) reader.unsigned(Cost.MAX_LANES);
        byte[] salt = reader.bytesExactly(SALT_LENGTH);
        byte[] nonce = reader.bytesExactly(Aead.NONCE_LENGTH);
        byte[] sealed = reader.bytes(MAX_PLAIN_LENGTH + Aead.TAG_LENGTH);
        reader.end();
        if (lanes < 1 || iterations < 1 || memoryKib < 8 * lanes) {
            return Optional.empty();
        }
        Cost cost = new Cost(memoryKib, iterations, lanes);
        return new Aead(key(passphrase, salt, cost)).open(nonce, header(cost, salt, nonce), sealed);
    }

    private static byte[] header(Cost cost, byte[] salt, byte[] nonce) {
        return fields(6, cost, salt, nonce).toByteArray();
    }

    private static CborWriter fields(int count, Cost cost, byte[] salt, byte[] nonce) {
        return new CborWriter()
                .array(count)
                .integer(VERSION)
                .integer(cost.memoryKib())
                .integer(cost.iterations())
                .integer(cost.lanes())
                .bytes(salt)
                .bytes(nonce);
    }

    private static byte[] key(char[] passphrase, byte[] salt, Cost cost) {
        Argon2BytesGenerator argon = new Argon2BytesGenerator();
        argon.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(cost.memoryKib())
                .withIterations(cost.iterations())
                .withParallelism(cost.lanes())
                .withSalt(salt)
                .build());
        byte[] secret = Normalizer.normalize(new String(passphrase), Normalizer.Form.NFC)
                .getBytes(StandardCharsets.UTF_8);
        byte[] key = new byte[Aead.KEY_LENGTH];
        argon.generateBytes(secret, key);
        Arrays.fill(secret, (byte) 0);
        return key;
    }
}
