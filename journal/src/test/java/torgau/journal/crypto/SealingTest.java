package torgau.journal.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import torgau.journal.cbor.CborFault;
import torgau.journal.cbor.CborWriter;

/// Hashes, derivations, sealing under a key and under a passphrase.
class SealingTest {
    private static final PassphraseBox.Cost CHEAP = new PassphraseBox.Cost(64, 1, 1);
    private static final byte[] PLAIN = "root seed".getBytes(UTF_8);

    private final SeededRandom random = new SeededRandom(25);

    @Test
    void a_hash_is_of_its_parts_in_order() {
        assertThat(HexFormat.of().formatHex(Sha256.of("abc".getBytes(UTF_8))))
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        assertThat(Sha256.of("a".getBytes(UTF_8), "bc".getBytes(UTF_8))).isEqualTo(Sha256.of("abc".getBytes(UTF_8)));
        assertThat(Sha256.of()).isEqualTo(Sha256.of(new byte[0]));
    }

    @Test
    void a_code_is_that_of_rfc_4231() {
        assertThat(HexFormat.of()
                        .formatHex(
                                HmacSha256.of("Jefe".getBytes(UTF_8), "what do ya want for nothing?".getBytes(UTF_8))))
                .isEqualTo("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
    }

    @Test
    void a_sealed_text_opens_with_the_same_four_things_only() {
        byte[] key = random.bytes(32);
        byte[] nonce = random.bytes(12);
        byte[] aad = {1, 2};
        byte[] sealed = ChaCha20Poly1305.seal(key, nonce, aad, PLAIN);
        assertThat(sealed).hasSize(PLAIN.length + Aead.TAG_LENGTH);
        assertThat(ChaCha20Poly1305.open(key, nonce, aad, sealed)).contains(PLAIN);
        assertThat(ChaCha20Poly1305.open(random.bytes(32), nonce, aad, sealed)).isEmpty();
        assertThat(ChaCha20Poly1305.open(key, random.bytes(12), aad, sealed)).isEmpty();
        assertThat(ChaCha20Poly1305.open(key, nonce, new byte[] {1}, sealed)).isEmpty();
        assertThat(ChaCha20Poly1305.open(key, nonce, aad, Arrays.copyOf(sealed, sealed.length - 1)))
                .isEmpty();
        assertThat(ChaCha20Poly1305.open(key, nonce, aad, new byte[3])).isEmpty();
    }

    @Test
    void one_aead_seals_and_opens_frame_after_frame() {
        byte[] key = random.bytes(32);
        Aead sealing = new Aead(key);
        Aead opening = new Aead(key);
        for (int i = 0; i < 100; i++) {
            byte[] nonce = random.bytes(12);
            byte[] plain = random.bytes(i);
            byte[] sealed = sealing.seal(nonce, PLAIN, plain);
            byte[] wide = Arrays.copyOf(new byte[] {9}, sealed.length + 2);
            System.arraycopy(sealed, 0, wide, 1, sealed.length);
            assertThat(opening.open(random.bytes(12), PLAIN, sealed)).isEmpty();
            assertThat(opening.open(nonce, PLAIN, wide, 1, sealed.length)).contains(plain);
        }
    }

    @Test
    void a_nonce_used_twice_in_a_row_is_our_own_bug() {
        Aead aead = new Aead(random.bytes(32));
        byte[] nonce = random.bytes(12);
        assertThat(aead.seal(nonce, PLAIN, PLAIN)).isNotEmpty();
        assertThatThrownBy(() -> aead.seal(nonce, PLAIN, PLAIN)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_box_opens_with_its_passphrase_only() {
        byte[] box = PassphraseBox.seal("Торгау".toCharArray(), PLAIN, random, CHEAP);
        assertThat(PassphraseBox.open("Торгау".toCharArray(), box)).contains(PLAIN);
        assertThat(PassphraseBox.open("Торгаю".toCharArray(), box)).isEmpty();
        assertThat(PassphraseBox.open(new char[0], box)).isEmpty();
    }

    @Test
    void the_same_letters_are_the_same_passphrase_however_they_were_composed() {
        byte[] box = PassphraseBox.seal("\u0439".toCharArray(), PLAIN, random, CHEAP);
        assertThat(PassphraseBox.open("\u0438\u0306".toCharArray(), box)).contains(PLAIN);
    }

    @Test
    void a_changed_box_does_not_open() {
        byte[] box = PassphraseBox.seal("p".toCharArray(), PLAIN, random, CHEAP);
        for (int at = 0; at < box.length; at++) {
            byte[] changed = box.clone();
            changed[at] ^= 1;
            try {
                assertThat(PassphraseBox.open("p".toCharArray(), changed))
                        .as("byte %d", at)
                        .isEmpty();
            } catch (CborFault fault) {
                assertThat(at)
                        .as("only the framing, not a value, makes it no box")
                        .isLessThan(box.length - 25);
            }
        }
    }

    @Test
    void the_default_box_opens_again_and_two_are_never_alike() {
        byte[] box = PassphraseBox.seal("p".toCharArray(), PLAIN, random);
        assertThat(PassphraseBox.open("p".toCharArray(), box)).contains(PLAIN);
        assertThat(PassphraseBox.seal("p".toCharArray(), PLAIN, random, CHEAP))
                .isNotEqualTo(PassphraseBox.seal("p".toCharArray(), PLAIN, random, CHEAP));
    }

    @Test
    void a_box_that_asks_for_too_much_memory_is_refused_unopened() {
        byte[] greedy = new CborWriter()
                .array(7)
                .integer(1)
                .integer(1L << 30)
                .integer(3)
                .integer(1)
                .bytes(new byte[16])
                .bytes(new byte[12])
                .bytes(new byte[16])
                .toByteArray();
        assertThatThrownBy(() -> PassphraseBox.open("p".toCharArray(), greedy))
                .isInstanceOf(CborFault.class)
                .hasMessageStartingWith("TG-1005");
    }
}
