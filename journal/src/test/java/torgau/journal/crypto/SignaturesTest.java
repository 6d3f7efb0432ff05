package torgau.journal.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/// What signers sign, verifiers accept, and nothing near it.
class SignaturesTest {
    private static final byte[] MESSAGE = "Встреча на Эльбе".getBytes(UTF_8);

    private final SeededRandom random = new SeededRandom(1945);

    @Test
    void the_first_test_of_rfc_8032_comes_out() {
        Ed25519Signer signer = Ed25519Signer.fromSeed(
                HexFormat.of().parseHex("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60"));
        assertThat(HexFormat.of().formatHex(signer.publicKey()))
                .isEqualTo("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a");
        assertThat(HexFormat.of().formatHex(signer.sign(new byte[0])))
                .isEqualTo("e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555"
                        + "fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b");
    }

    @Test
    void ed25519_is_accepted_unchanged_only() {
        check(Ed25519Signer.fromSeed(random.bytes(32)), new Ed25519Verifier(), 32, 64);
    }

    @Test
    void ml_dsa_is_accepted_unchanged_only() {
        check(MlDsa65Signer.fromSeed(random.bytes(32), random), new MlDsa65Verifier(), 1952, 3309);
    }

    @Test
    void hybrid_is_accepted_unchanged_only() {
        check(HybridSigner.fromSeed(random.bytes(64), random), new HybridVerifier(), 1984, 3373);
    }

    @Test
    void hybrid_needs_both_signatures() {
        HybridSigner signer = HybridSigner.fromSeed(random.bytes(64), random);
        HybridVerifier verifier = new HybridVerifier();
        byte[] good = signer.sign(MESSAGE);
        byte[] other = signer.sign(UTF_8.encode("other").array());
        assertThat(verifier.verify(signer.publicKey(), MESSAGE, good)).isTrue();
        assertThat(verifier.verify(signer.publicKey(), MESSAGE, halves(good, other)))
                .isFalse();
        assertThat(verifier.verify(signer.publicKey(), MESSAGE, halves(other, good)))
                .isFalse();
    }

    @Test
    void one_seed_and_one_random_stream_give_the_same_signatures() {
        byte[] seed = random.bytes(64);
        byte[] once = HybridSigner.fromSeed(seed, new SeededRandom(7)).sign(MESSAGE);
        byte[] again = HybridSigner.fromSeed(seed, new SeededRandom(7)).sign(MESSAGE);
        byte[] otherwise = HybridSigner.fromSeed(seed, new SeededRandom(8)).sign(MESSAGE);
        assertThat(again).isEqualTo(once);
        assertThat(otherwise).isNotEqualTo(once);
        assertThat(Arrays.copyOf(otherwise, 64)).isEqualTo(Arrays.copyOf(once, 64));
    }

    @Test
    void forgotten_keys_are_decoded_again() {
        Ed25519Verifier verifier = new Ed25519Verifier();
        Ed25519Signer first = Ed25519Signer.fromSeed(random.bytes(32));
        byte[] signature = first.sign(MESSAGE);
        assertThat(verifier.verify(first.publicKey(), MESSAGE, signature)).isTrue();
        for (int i = 0; i < Ed25519Verifier.MAX_KEYS; i++) {
            byte[] key = Ed25519Signer.fromSeed(random.bytes(32)).publicKey();
            assertThat(verifier.verify(key, MESSAGE, signature)).isFalse();
        }
        assertThat(verifier.verify(first.publicKey(), MESSAGE, signature)).isTrue();
    }

    @Test
    void a_key_that_was_changed_after_use_is_not_the_remembered_one() {
        Ed25519Verifier verifier = new Ed25519Verifier();
        Ed25519Signer signer = Ed25519Signer.fromSeed(random.bytes(32));
        byte[] key = signer.publicKey();
        byte[] signature = signer.sign(MESSAGE);
        assertThat(verifier.verify(key, MESSAGE, signature)).isTrue();
        key[3] ^= 1;
        assertThat(verifier.verify(key, MESSAGE, signature)).isFalse();
        assertThat(verifier.verify(signer.publicKey(), MESSAGE, signature)).isTrue();
    }

    @Test
    void seeds_of_a_wrong_length_are_refused() {
        assertThatThrownBy(() -> Ed25519Signer.fromSeed(new byte[31])).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> MlDsa65Signer.fromSeed(new byte[33], random))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> HybridSigner.fromSeed(new byte[32], random))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static void check(Signer signer, Verifier verifier, int keyLength, int signatureLength) {
        byte[] key = signer.publicKey();
        byte[] signature = signer.sign(MESSAGE);
        assertThat(key).hasSize(keyLength);
        assertThat(signature).hasSize(signatureLength);
        assertThat(verifier.verify(key, MESSAGE, signature)).isTrue();
        for (int at : new int[] {0, 31, 32, 63, signature.length - 1}) {
            assertThat(verifier.verify(key, MESSAGE, flipped(signature, at)))
                    .as("signature byte %d", at)
                    .isFalse();
        }
        assertThat(verifier.verify(flipped(key, 0), MESSAGE, signature)).isFalse();
        assertThat(verifier.verify(key, flipped(MESSAGE, 0), signature)).isFalse();
        assertThat(verifier.verify(key, MESSAGE, Arrays.copyOf(signature, signature.length - 1)))
                .isFalse();
        assertThat(verifier.verify(key, MESSAGE, Arrays.copyOf(signature, signature.length + 1)))
                .isFalse();
        assertThat(verifier.verify(Arrays.copyOf(key, key.length - 1), MESSAGE, signature))
                .isFalse();
        assertThat(verifier.verify(new byte[0], MESSAGE, signature)).isFalse();
    }

    private static byte[] halves(byte[] first, byte[] second) {
        byte[] mixed = second.clone();
        System.arraycopy(first, 0, mixed, 0, 64);
        return mixed;
    }

    private static byte[] flipped(byte[] bytes, int at) {
        byte[] changed = bytes.clone();
        changed[at] ^= 1;
        return changed;
    }
}
