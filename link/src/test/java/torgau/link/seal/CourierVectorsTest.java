package torgau.link.seal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import torgau.journal.Code;
import torgau.journal.Decoded;
import torgau.journal.crypto.Ed25519Verifier;
import torgau.link.courier.Load;

/// docs/spec/vectors/courier.json is what this program does, and what it understands.
class CourierVectorsTest {
    private final Path file =
            SharedVectors.upwards(Path.of(CourierVectors.FILE)).orElseThrow();

    @Test
    void the_file_is_what_is_made_again() throws IOException {
        assertThat(CourierVectors.json()).isEqualTo(Files.readString(file));
    }

    @Test
    void a_recipient_opens_the_file_and_refuses_each_fault_with_its_code() throws IOException {
        JsonNode vectors = new ObjectMapper().readTree(file.toFile());
        assertThat(content(bytes(vectors.get("file"))))
                .isInstanceOfSatisfying(
                        Decoded.Value.class,
                        content -> assertThat(content.value()).isEqualTo(bytes(vectors.get("content"))));
        for (JsonNode refused : vectors.get("refused")) {
            byte[] file = bytes(refused.get("file"));
            assertThat(code(Arrays.copyOf(
                                    file, file.length + refused.path("zeros").asInt()))
                            .code())
                    .as(refused.get("what").asText())
                    .isEqualTo(refused.get("code").asText());
        }
    }

    private static Code code(byte[] file) {
        return switch (content(file)) {
            case Decoded.Refusal<byte[]>(Code code, String _) -> code;
            case Decoded.Value<byte[]>(byte[] content) -> {
                assertThat(Load.decode(content)).isInstanceOf(Decoded.Refusal.class);
                yield Code.COURIER_UNREADABLE;
            }
        };
    }

    private static Decoded<byte[]> content(byte[] bytes) {
        return switch (CourierFile.decode(bytes)) {
            case Decoded.Refusal<CourierFile>(Code code, String detail) -> new Decoded.Refusal<>(code, detail);
            case Decoded.Value<CourierFile>(CourierFile file) ->
                CourierSeal.open(
                        CourierVectors.recipient(),
                        station -> Optional.of(CourierVectors.sender()).filter(keys -> keys.station() == station),
                        CourierVectors.recipientKeys(),
                        file,
                        new Ed25519Verifier());
        };
    }

    private static byte[] bytes(JsonNode hex) {
        return HexFormat.of().parseHex(hex.asText());
    }
}
