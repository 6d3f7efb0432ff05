package torgau.journal.cose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import torgau.journal.cbor.CborFault;
import torgau.journal.cbor.CborValue;
import torgau.journal.cbor.CborValue.BytesValue;
import torgau.journal.crypto.Ed25519Signer;
import torgau.journal.crypto.Ed25519Verifier;
import torgau.journal.vectors.Vectors;

/// The published COSE vectors. All carry a key id, most are ECDSA: our one form is narrower, so none of them is
/// decoded; what is signed and how is compared piece by piece.
class CoseVectorsTest {
    private static final List<String> ALL = List.of(
            "eddsa-sig-01",
            "eddsa-sig-02",
            "sign-pass-01",
            "sign-pass-02",
            "sign-pass-03",
            "sign-fail-01",
            "sign-fail-02",
            "sign-fail-03",
            "sign-fail-04",
            "sign-fail-06",
            "sign-fail-07");

    @ParameterizedTest
    @ValueSource(strings = {"eddsa-sig-01", "eddsa-sig-02", "sign-pass-02", "sign-pass-03"})
    void what_is_signed_is_theirs(String name) {
        JsonNode vector = vector(name);
        byte[] external = Vectors.hex(vector.path("input").path("sign0"), "external");
        Parts parts = Parts.of(Vectors.hex(vector.path("output"), "cbor"));
        assertThat(Sign1.toBeSigned(parts.header(), external, parts.payload()))
                .isEqualTo(Vectors.hex(vector.path("intermediates"), "ToBeSign_hex"));
    }

    @Test
    void their_ed25519_signature_verifies_and_is_the_one_that_we_make() {
        JsonNode vector = vector("eddsa-sig-01");
        JsonNode key = vector.path("input").path("sign0").path("key");
        Parts parts = Parts.of(Vectors.hex(vector.path("output"), "cbor"));
        byte[] signed = Sign1.toBeSigned(parts.header(), new byte[0], parts.payload());
        assertThat(new Ed25519Verifier().verify(Vectors.hex(key, "x_hex"), signed, parts.signature()))
                .isTrue();
        assertThat(Ed25519Signer.fromSeed(Vectors.hex(key, "d_hex")).sign(signed))
                .isEqualTo(parts.signature());
    }

    @TestFactory
    Stream<DynamicTest> every_other_form_is_refused() {
        return ALL.stream()
                .map(name -> DynamicTest.dynamicTest(name, () -> {
                    byte[] message = Vectors.hex(vector(name).path("output"), "cbor");
                    assertThat(catchThrowableOfType(CborFault.class, () -> Sign1.decode(message)))
                            .isNotNull();
                }));
    }

    /// What the signature vectors do to a message, done to one of our form: each change is refused or does not verify.
    @Test
    void the_failures_of_the_vectors_fail_in_our_form_too() {
        JsonNode key = vector("eddsa-sig-01").path("input").path("sign0").path("key");
        byte[] publicKey = Vectors.hex(key, "x_hex");
        byte[] payload = {1, 2, 3};
        Ed25519Signer signer = Ed25519Signer.fromSeed(Vectors.hex(key, "d_hex"));
        String good = HexFormat.of().formatHex(Sign1.encode(payload, signer.sign(Sign1.toBeSigned(payload, payload))));
        assertThat(holds(publicKey, good, payload)).isTrue();
        assertThat(holds(publicKey, good, new byte[0])).isFalse();
        assertThat(holds(publicKey, good.replaceFirst("^d2", "d903e6"), payload))
                .isFalse();
        assertThat(holds(publicKey, good.replace("43010203", "43010204"), payload))
                .isFalse();
        assertThat(holds(publicKey, good.replace("43a10127", "45a1013903e6"), payload))
                .isFalse();
        assertThat(holds(publicKey, good.replace("43a10127", "45a201270300"), payload))
                .isFalse();
        assertThat(holds(publicKey, good.replace("43a10127", "41a0"), payload)).isFalse();
    }

    private static boolean holds(byte[] publicKey, String hex, byte[] external) {
        try {
            Sign1 message = Sign1.decode(HexFormat.of().parseHex(hex));
            byte[] signed = Sign1.toBeSigned(external, message.payload());
            return new Ed25519Verifier().verify(publicKey, signed, message.signature());
        } catch (CborFault fault) {
            return false;
        }
    }

    private static JsonNode vector(String name) {
        return Vectors.json(Vectors.published("cose/" + name + ".json"));
    }

    /// A COSE_Sign1 message of any headers, with or without its tag, taken apart.
    @SuppressWarnings("ArrayRecordComponent")
    private record Parts(byte[] header, byte[] payload, byte[] signature) {
        static Parts of(byte[] message) {
            CborValue value = CborValue.decode(message);
            CborValue bare = value instanceof CborValue.TagValue tagged ? tagged.content() : value;
            List<CborValue> items = ((CborValue.ArrayValue) bare).items();
            return new Parts(bytes(items.get(0)), bytes(items.get(2)), bytes(items.get(3)));
        }

        private static byte[] bytes(CborValue value) {
            return ((BytesValue) value).value();
        }
    }
}
