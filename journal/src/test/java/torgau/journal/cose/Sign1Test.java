package torgau.journal.cose;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.authlete.cbor.CBORDecoder;
import com.authlete.cbor.CBORItem;
import com.authlete.cbor.CBORTaggedItem;
import com.authlete.cose.COSESign1;
import com.authlete.cose.COSEVerifier;
import java.security.KeyFactory;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import torgau.journal.cbor.CborFault;
import torgau.journal.crypto.Ed25519Signer;
import torgau.journal.crypto.SeededRandom;

/// Our COSE_Sign1 has one form, which another implementation accepts.
class Sign1Test {
    private static final byte[] AAD = {1, 2, 3};

    private final SeededRandom random = new SeededRandom(9052);
    private final Ed25519Signer signer = Ed25519Signer.fromSeed(random.bytes(32));

    @Test
    void what_was_encoded_decodes() {
        byte[] payload = "полезная нагрузка".getBytes(UTF_8);
        byte[] signature = random.bytes(64);
        byte[] encoded = Sign1.encode(payload, signature);
        assertThat(Sign1.decode(encoded)).isEqualTo(new Sign1(payload, signature));
        assertThat(Sign1.decode(encoded).encode()).isEqualTo(encoded);
    }

    @Test
    void what_is_signed_is_the_structure_of_rfc_9052() {
        assertThat(HexFormat.of().formatHex(Sign1.toBeSigned(AAD, new byte[] {7})))
                .isEqualTo("84" + "6a5369676e617475726531" + "43a10127" + "43010203" + "4107");
    }

    @Test
    void another_implementation_accepts_our_signatures_and_no_changed_ones() throws Exception {
        byte[] spki = HexFormat.of()
                .parseHex("302a300506032b6570032100" + HexFormat.of().formatHex(signer.publicKey()));
        COSEVerifier theirs =
                new COSEVerifier(KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(spki)));
        for (int size = 0; size < 300; size += 23) {
            byte[] payload = random.bytes(size);
            byte[] encoded = Sign1.encode(payload, signer.sign(Sign1.toBeSigned(AAD, payload)));
            assertThat(theirs.verify(theirs(encoded), AAD)).isTrue();
            assertThat(theirs.verify(theirs(encoded), new byte[] {1})).isFalse();
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "another tag, d1, 43a10127, a0, 4107, 5840, TG-1006",
        "another algorithm, d2, 43a10126, a0, 4107, 5840, TG-1009",
        "no algorithm, d2, 40, a0, 4107, 5840, TG-1009",
        "one more protected header, d2, 45a201270300, a0, 4107, 5840, TG-1009",
        "an unprotected header, d2, 43a10127, a1044101, 4107, 5840, TG-1006",
        "payload detached, d2, 43a10127, a0, f6, 5840, TG-1006",
        "a protected header that is a map, d2, a10127, a0, 4107, 5840, TG-1006",
        "a longer length, d2, 43a10127, a0, 580107, 5840, TG-1001",
    })
    void any_other_form_is_refused(
            String name, String tag, String header, String unprotected, String payload, String length, String code) {
        String hex = tag + "84" + header + unprotected + payload + length + "00".repeat(64);
        CborFault fault = catchThrowableOfType(
                CborFault.class, () -> Sign1.decode(HexFormat.of().parseHex(hex)));
        assertThat(fault.code().code()).isEqualTo(code);
    }

    @Test
    void a_signature_of_another_length_or_a_byte_too_many_is_refused() {
        byte[] good = Sign1.encode(new byte[1], new byte[64]);
        byte[] longer = Arrays.copyOf(good, good.length + 1);
        assertThatThrownBy(() -> Sign1.decode(longer)).isInstanceOf(CborFault.class);
        byte[] shorter = Arrays.copyOf(good, good.length - 1);
        shorter[10] = 63;
        assertThatThrownBy(() -> Sign1.decode(shorter)).hasMessageContaining("63 where 64 are due");
        assertThatThrownBy(() -> new Sign1(new byte[1], new byte[63])).isInstanceOf(IllegalArgumentException.class);
    }

    private static COSESign1 theirs(byte[] encoded) throws Exception {
        CBORItem item = new CBORDecoder(encoded).next();
        return (COSESign1) ((CBORTaggedItem) item).getTagContent();
    }
}
