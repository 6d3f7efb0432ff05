package torgau.journal.vectors;

import static org.junit.jupiter.api.Assumptions.abort;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Optional;

/// Where test vectors are: our own in the repository, published ones in a folder beside it or above.
public final class Vectors {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Vectors() {}

    /// `docs/spec/vectors` of this repository.
    public static Path own() {
        return above(Path.of("docs/spec/vectors")).orElseThrow();
    }

    /// The published vectors at `name` below `shared/vectors`; where that folder is absent, the test is skipped and the
    /// reason printed.
    public static Path published(String name) {
        Optional<Path> found = above(Path.of("shared/vectors")).map(folder -> folder.resolve(name));
        if (found.isEmpty() || !Files.exists(found.get())) {
            String reason = "skipped: no shared/vectors/" + name + " beside the repository or above it";
            System.out.println(reason);
            return abort(reason);
        }
        return found.get();
    }

    /// The file as a JSON tree.
    public static JsonNode json(Path file) {
        try {
            return MAPPER.readTree(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The bytes that `field` holds as hex.
    public static byte[] hex(JsonNode node, String field) {
        return HexFormat.of().parseHex(node.path(field).asText());
    }

    private static Optional<Path> above(Path wanted) {
        Path folder = Path.of("").toAbsolutePath();
        while (folder != null) {
            if (Files.isDirectory(folder.resolve(wanted))) {
                return Optional.of(folder.resolve(wanted));
            }
            folder = folder.getParent();
        }
        return Optional.empty();
    }
}
