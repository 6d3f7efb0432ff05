package torgau.journal.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.bouncycastle.crypto.SecretWithEncapsulation;
import org.bouncycastle.crypto.kems.MLKEMExtractor;
import org.bouncycastle.crypto.kems.MLKEMGenerator;
import org.bouncycastle.crypto.params.MLKEMParameters;
import org.bouncycastle.crypto.params.MLKEMPrivateKeyParameters;
import org.bouncycastle.crypto.params.MLKEMPublicKeyParameters;
import org.bouncycastle.math.ec.rfc7748.X25519;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import torgau.journal.vectors.Vectors;

/// C2SP Wycheproof, case by case, against what this project calls: its own wrappers where it has them, and for X-Wing's
/// two parts the library beneath.
class WycheproofTest {
    private static final int X25519_LENGTH = 32;
    private static final int ML_KEM_SEED_LENGTH = 64;

    private final Ed25519Verifier ed25519 = new Ed25519Verifier();
    private final MlDsa65Verifier mlDsa65 = new MlDsa65Verifier();

    @TestFactory
    Stream<DynamicTest> ed25519() {
        return cases(
                "ed25519_test.json",
                (group, each) -> assertThat(ed25519.verify(
                                Vectors.hex(group.path("publicKey"), "pk"),
                                Vectors.hex(each, "msg"),
                                Vectors.hex(each, "sig")))
                        .isEqualTo(valid(each)));
    }

    @TestFactory
    Stream<DynamicTest> chacha20_poly1305() {
        return cases("chacha20_poly1305_test.json", (group, each) -> {
            byte[] key = Vectors.hex(each, "key");
            byte[] nonce = Vectors.hex(each, "iv");
            byte[] aad = Vectors.hex(each, "aad");
            byte[] plain = Vectors.hex(each, "msg");
            byte[] sealed = joined(Vectors.hex(each, "ct"), Vectors.hex(each, "tag"));
            if (nonce.length != Aead.NONCE_LENGTH) {
                assertThat(valid(each)).isFalse();
                assertThatThrownBy(() -> ChaCha20Poly1305.open(key, nonce, aad, sealed))
                        .isInstanceOf(IllegalArgumentException.class);
                return;
            }
            Optional<byte[]> opened = ChaCha20Poly1305.open(key, nonce, aad, sealed);
            assertThat(opened.isPresent()).isEqualTo(valid(each));
            if (valid(each)) {
                assertThat(opened).contains(plain);
                assertThat(ChaCha20Poly1305.seal(key, nonce, aad, plain)).isEqualTo(sealed);
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> hkdf_sha256() {
        return cases("hkdf_sha256_test.json", (group, each) -> {
            byte[] ikm = Vectors.hex(each, "ikm");
            byte[] salt = Vectors.hex(each, "salt");
            byte[] info = Vectors.hex(each, "info");
            int size = each.path("size").asInt();
            if (valid(each)) {
                assertThat(Hkdf.sha256(ikm, salt, info, size)).isEqualTo(Vectors.hex(each, "okm"));
            } else {
                assertThatThrownBy(() -> Hkdf.sha256(ikm, salt, info, size))
                        .isInstanceOf(IllegalArgumentException.class);
            }
        });
    }

    /// We sign and verify with the empty context alone: a signature made under another one is not ours.
    @TestFactory
    Stream<DynamicTest> ml_dsa_65_verify() {
        return cases(
                "mldsa_65_verify_test.json",
                (group, each) -> assertThat(mlDsa65.verify(
                                Vectors.hex(group, "publicKey"), Vectors.hex(each, "msg"), Vectors.hex(each, "sig")))
                        .isEqualTo(valid(each) && each.path("ctx").asText().isEmpty()));
    }

    @TestFactory
    Stream<DynamicTest> ml_dsa_65_sign() {
        return cases("mldsa_65_sign_seed_test.json", (group, each) -> {
            Assumptions.assumeTrue(each.has("msg"), "not used: signing a digest that is not the message's own");
            Assumptions.assumeTrue(each.path("ctx").asText().isEmpty(), "not used: a context");
            byte[] seed = Vectors.hex(group, "privateSeed");
            byte[] hedge = each.has("rnd") ? Vectors.hex(each, "rnd") : new byte[32];
            RandomSource random = target -> System.arraycopy(hedge, 0, target, 0, target.length);
            if (!valid(each)) {
                assertThatThrownBy(() -> MlDsa65Signer.fromSeed(seed, random))
                        .isInstanceOf(IllegalArgumentException.class);
                return;
            }
            MlDsa65Signer signer = MlDsa65Signer.fromSeed(seed, random);
            assertThat(signer.publicKey()).isEqualTo(Vectors.hex(group, "publicKey"));
            assertThat(signer.sign(Vectors.hex(each, "msg"))).isEqualTo(Vectors.hex(each, "sig"));
        });
    }

    /// X-Wing feeds X25519's output into a hash with both public values, so `acceptable` cases count by their
    /// output; an all-zero output must be reported.
    @TestFactory
    Stream<DynamicTest> x25519_of_the_library() {
        return cases("x25519_test.json", (group, each) -> {
            byte[] shared = new byte[X25519_LENGTH];
            boolean contributory = X25519.calculateAgreement(
                    Vectors.hex(each, "private"), 0, Vectors.hex(each, "public"), 0, shared, 0);
            assertThat(shared).isEqualTo(Vectors.hex(each, "shared"));
            assertThat(contributory).isEqualTo(!Arrays.equals(shared, new byte[X25519_LENGTH]));
        });
    }

    @TestFactory
    Stream<DynamicTest> ml_kem_768_keys_of_the_library() {
        return cases("mlkem_768_keygen_seed_test.json", (group, each) -> {
            MLKEMPrivateKeyParameters key = mlKemKey(Vectors.hex(each, "seed"));
            assertThat(key.getPublicKey()).isEqualTo(Vectors.hex(each, "ek"));
            assertThat(key.withPreferredFormat(MLKEMPrivateKeyParameters.EXPANDED_KEY)
                            .getEncoded())
                    .isEqualTo(Vectors.hex(each, "dk"));
        });
    }

    @TestFactory
    Stream<DynamicTest> ml_kem_768_encapsulation_of_the_library() {
        return cases("mlkem_768_encaps_test.json", (group, each) -> {
            byte[] publicKey = Vectors.hex(each, "ek");
            if (!valid(each)) {
                assertThatThrownBy(() -> encapsulated(publicKey, Vectors.hex(each, "m")))
                        .isInstanceOf(IllegalArgumentException.class);
                return;
            }
            SecretWithEncapsulation made = encapsulated(publicKey, Vectors.hex(each, "m"));
            assertThat(made.getEncapsulation()).isEqualTo(Vectors.hex(each, "c"));
            assertThat(made.getSecret()).isEqualTo(Vectors.hex(each, "K"));
        });
    }

    @TestFactory
    Stream<DynamicTest> ml_kem_768_decapsulation_of_the_library() {
        return cases("mlkem_768_test.json", (group, each) -> {
            byte[] seed = Vectors.hex(each, "seed");
            byte[] sealed = Vectors.hex(each, "c");
            if (valid(each)) {
                assertThat(new MLKEMExtractor(mlKemKey(seed)).extractSecret(sealed))
                        .isEqualTo(Vectors.hex(each, "K"));
            } else {
                assertThatThrownBy(() -> new MLKEMExtractor(mlKemKey(seed)).extractSecret(sealed))
                        .isInstanceOf(RuntimeException.class);
            }
        });
    }

    @Test
    void aes_gcm() {
        String reason = "skipped: AES-GCM is not used";
        System.out.println(reason);
        Assumptions.abort(reason);
    }

    private static SecretWithEncapsulation encapsulated(byte[] publicKey, byte[] seed) {
        return MLKEMGenerator.internalGenerateEncapsulated(
                new MLKEMPublicKeyParameters(MLKEMParameters.ml_kem_768, publicKey), seed);
    }

    private static MLKEMPrivateKeyParameters mlKemKey(byte[] seed) {
        if (seed.length != ML_KEM_SEED_LENGTH) {
            throw new IllegalArgumentException("an ML-KEM seed has 64 bytes, not " + seed.length);
        }
        return new MLKEMPrivateKeyParameters(MLKEMParameters.ml_kem_768, seed);
    }

    private static Stream<DynamicTest> cases(String file, BiConsumer<JsonNode, JsonNode> check) {
        return Vectors.json(Vectors.published("wycheproof/" + file))
                .path("testGroups")
                .valueStream()
                .flatMap(group -> group.path("tests")
                        .valueStream()
                        .map(each -> DynamicTest.dynamicTest(
                                each.path("tcId").asInt() + " "
                                        + each.path("comment").asText(),
                                () -> check.accept(group, each))));
    }

    private static boolean valid(JsonNode each) {
        return each.path("result").asText().equals("valid");
    }

    private static byte[] joined(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }
}
