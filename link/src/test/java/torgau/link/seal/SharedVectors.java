package torgau.link.seal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;

/// Published vectors in `../shared/vectors`, looked for upwards from the working directory.
final class SharedVectors {
    private SharedVectors() {}

    /// The file, or the end of the test with the reason printed.
    static JsonNode read(String name) throws IOException {
        Path file = upwards(Path.of("shared", "vectors").resolve(name)).orElse(null);
        if (file == null) {
            String reason = "skipped: no shared/vectors/" + name + " above "
                    + Path.of("").toAbsolutePath();
            System.out.println(reason);
            Assumptions.abort(reason);
        }
        return new ObjectMapper().readTree(file.toFile());
    }

    static Optional<Path> upwards(Path relative) {
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            if (Files.exists(at.resolve(relative))) {
                return Optional.of(at.resolve(relative));
            }
        }
        return Optional.empty();
    }

    static byte[] hex(JsonNode node, String field) {
        return HexFormat.of().parseHex(node.get(field).asText());
    }
}
