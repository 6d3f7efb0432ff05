package torgau.link.seal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import torgau.journal.Code;

/// docs/spec/vectors/seal.json is what this program does, and what it understands.
class SealVectorsTest {
    private final Path file = SharedVectors.upwards(Path.of(SealVectors.FILE)).orElseThrow();

    @Test
    void the_file_is_what_is_made_again() throws IOException {
        assertThat(SealVectors.json()).isEqualTo(Files.readString(file));
    }

    @Test
    void a_recipient_understands_the_file_without_its_sender() throws IOException {
        JsonNode vectors = new ObjectMapper().readTree(file.toFile());
        var recipient = SealVectors.recipient();
        Inbound last = new Inbound.PieceHeld(0, 0);
        for (JsonNode piece : vectors.get("opening").get("pieces_mtu_256")) {
            last = recipient.open("sender", bytes(piece), SealVectors.NOW);
        }
        assertThat(last)
                .isInstanceOfSatisfying(
                        Inbound.OpeningAccepted.class,
                        accepted -> assertThat(HexFormat.of().toHexDigits(accepted.session()))
                                .isEqualTo(vectors.get("keys").get("session_id").asText()));
        for (JsonNode frame : vectors.get("frames")) {
            if (frame.get("direction").asText().equals("forth")) {
                assertThat(recipient.open("sender", bytes(frame.get("message")), SealVectors.NOW))
                        .isInstanceOfSatisfying(Inbound.Opened.class, opened -> {
                            assertThat(opened.frame()).isEqualTo(bytes(frame.get("frame")));
                            assertThat(opened.live())
                                    .isEqualTo(frame.get("kind").asText().equals("live"));
                        });
            }
        }
        for (JsonNode refused : vectors.get("refused")) {
            Inbound inbound = recipient.open("sender", bytes(refused.get("message")), SealVectors.NOW);
            assertThat(code(inbound).code())
                    .as(refused.get("what").asText())
                    .isEqualTo(refused.get("code").asText());
            if (inbound instanceof Inbound.Unreadable unreadable) {
                assertThat(unreadable.notice()).isEqualTo(bytes(refused.get("notice")));
            }
        }
    }

    private static Code code(Inbound inbound) {
        return switch (inbound) {
            case Inbound.Dropped dropped -> dropped.code();
            case Inbound.Unreadable unreadable -> unreadable.code();
            case Inbound.Opened _, Inbound.OpeningAccepted _, Inbound.PieceHeld _, Inbound.Heeded _ ->
                throw new AssertionError("accepted: " + inbound);
        };
    }

    private static byte[] bytes(JsonNode hex) {
        return HexFormat.of().parseHex(hex.asText());
    }
}
