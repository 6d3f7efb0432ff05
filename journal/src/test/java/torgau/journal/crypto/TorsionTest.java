package torgau.journal.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import torgau.journal.vectors.Vectors;

/// The rule of validity at its edges, where libraries disagree: our own vectors, for every implementation of the spec.
class TorsionTest {
    private final JsonNode file = Vectors.json(Vectors.own().resolve("ed25519-torsion.json"));

    @TestFactory
    Stream<DynamicTest> each_case_is_accepted_or_refused_as_the_rule_says() {
        return file.path("cases")
                .valueStream()
                .map(each -> DynamicTest.dynamicTest(
                        each.path("name").asText(),
                        () -> assertThat(accepted(each))
                                .as(each.path("why").asText())
                                .isEqualTo(each.path("valid").asBoolean())));
    }

    /// A key that was used before is remembered decoded; what it accepts must not depend on that.
    @Test
    void a_remembered_key_decides_alike() {
        Ed25519Verifier verifier = new Ed25519Verifier();
        for (int round = 0; round < 2; round++) {
            for (JsonNode each : file.path("cases")) {
                assertThat(verifier.verify(
                                Vectors.hex(each, "publicKey"),
                                Vectors.hex(each, "message"),
                                Vectors.hex(each, "signature")))
                        .as(each.path("name").asText())
                        .isEqualTo(each.path("valid").asBoolean());
            }
        }
    }

    @Test
    void keys_of_small_or_mixed_order_cannot_be_adopted() {
        for (JsonNode each : file.path("cases")) {
            boolean weak = each.path("name").asText().startsWith("the key");
            if (weak) {
                assertThat(Ed25519Verifier.isPrimeOrder(Vectors.hex(each, "publicKey")))
                        .as(each.path("name").asText())
                        .isFalse();
            } else if (each.path("valid").asBoolean()) {
                assertThat(Ed25519Verifier.isPrimeOrder(Vectors.hex(each, "publicKey")))
                        .isTrue();
            }
        }
        assertThat(Ed25519Verifier.isPrimeOrder(new byte[31])).isFalse();
    }

    private static boolean accepted(JsonNode each) {
        return new Ed25519Verifier()
                .verify(Vectors.hex(each, "publicKey"), Vectors.hex(each, "message"), Vectors.hex(each, "signature"));
    }
}
