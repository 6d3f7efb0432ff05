package torgau.link.seal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.stream.StreamSupport;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.hpke.HPKE;
import org.bouncycastle.crypto.hpke.HPKEContext;
import org.bouncycastle.pqc.crypto.xwing.XWingKEMExtractor;
import org.bouncycastle.pqc.crypto.xwing.XWingPrivateKeyParameters;
import org.junit.jupiter.api.Test;

/// draft-ietf-hpke-pq and draft-connolly-cfrg-xwing-kem, for the one suite that we use.
///
/// Left out: `DeriveKeyPair(ikmR)`, for BouncyCastle 1.86 follows an older draft there. We never derive a key
/// pair so; ours are expanded from a seed, which is checked.
class PublishedVectorsTest {
    @Test
    void the_receiver_opens_every_encryption_and_reproduces_every_export() throws Exception {
        JsonNode vector = suite();
        byte[] info = SharedVectors.hex(vector, "info");
        var pair = Hpke.expand(SharedVectors.hex(vector, "skRm"));
        HPKEContext context = Hpke.suite().setupBaseR(SharedVectors.hex(vector, "enc"), pair, info);
        assertThat(encryptions(vector, context)).isEqualTo(10);
        assertThat(exports(vector, context)).isEqualTo(5);
    }

    @Test
    void the_sender_reproduces_the_encapsulation_from_its_randomness() throws Exception {
        JsonNode vector = suite();
        var key = KemPublicKey.trusted(SharedVectors.hex(vector, "pkRm"));
        var sent = Hpke.suite()
                .setupBaseS(key.parameters(), SharedVectors.hex(vector, "info"), SharedVectors.hex(vector, "ikmE"));
        assertThat(sent.getEncapsulation()).isEqualTo(SharedVectors.hex(vector, "enc"));
        assertThat(exports(vector, sent)).isEqualTo(5);
    }

    @Test
    void a_seed_expands_to_the_published_key_and_takes_the_published_secret() throws IOException {
        int seen = 0;
        for (JsonNode vector : SharedVectors.read("hpke/x-wing.json")) {
            byte[] seed = SharedVectors.hex(vector, "seed");
            var key = KemKey.fromSeed(seed);
            assertThat(key.publicKey().bytes()).isEqualTo(SharedVectors.hex(vector, "pk"));
            var sent = Hpke.send(key.publicKey(), new byte[0], SharedVectors.hex(vector, "eseed"));
            assertThat(sent.enc()).isEqualTo(SharedVectors.hex(vector, "ct"));
            var extractor = new XWingKEMExtractor(new XWingPrivateKeyParameters(seed));
            assertThat(extractor.extractSecret(sent.enc())).isEqualTo(SharedVectors.hex(vector, "ss"));
            seen++;
        }
        assertThat(seen).isEqualTo(3);
    }

    private static int encryptions(JsonNode vector, HPKEContext context) throws InvalidCipherTextException {
        int count = 0;
        for (JsonNode each : vector.get("encryptions")) {
            assertThat(context.open(SharedVectors.hex(each, "aad"), SharedVectors.hex(each, "ct")))
                    .isEqualTo(SharedVectors.hex(each, "pt"));
            count++;
        }
        return count;
    }

    private static int exports(JsonNode vector, HPKEContext context) {
        int count = 0;
        for (JsonNode each : vector.get("exports")) {
            assertThat(context.export(
                            SharedVectors.hex(each, "exporter_context"),
                            each.get("L").asInt()))
                    .isEqualTo(SharedVectors.hex(each, "exported_value"));
            count++;
        }
        return count;
    }

    private static JsonNode suite() throws IOException {
        return StreamSupport.stream(SharedVectors.read("hpke/hpke-pq.json").spliterator(), false)
                .filter(each -> each.get("kem_id").asInt() == HPKE.kem_X_WING)
                .filter(each -> each.get("kdf_id").asInt() == HPKE.kdf_HKDF_SHA256)
                .filter(each -> each.get("aead_id").asInt() == HPKE.aead_CHACHA20_POLY1305)
                .findFirst()
                .orElseThrow();
    }
}
