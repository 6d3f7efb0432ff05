package torgau.cli.filing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import torgau.cli.ceremony.Refused;
import torgau.journal.Code;

/// A file that a message names: by name, SHA-256 and length. Its bytes travel apart.
public final class Attached {
    private static final int BUFFER = 1 << 16;

    private Attached() {}

    /// Replaces, in the fields that hold attachments, each path by what the message says of the file.
    ///
    /// @param fields of the format, as the catalogue has them
    public static void resolve(JsonNode fields, ObjectNode written) {
        for (JsonNode field : fields) {
            String name = field.path("name").asText();
            JsonNode value = written.path(name);
            if (field.path("type").asText().equals("attachment") && value.isTextual()) {
                written.set(name, of(value.asText()));
            }
            if (field.path("type").asText().equals("table")) {
                value.forEach(row -> {
                    if (row instanceof ObjectNode columns) {
                        resolve(field.path("columns"), columns);
                    }
                });
            }
        }
    }

    /// What a message says of the file at this path.
    public static ObjectNode of(String path) {
        try {
            Path file = Path.of(path);
            if (!Files.isRegularFile(file)) {
                throw new Refused(Code.FILE_UNREADABLE, path + " is no file");
            }
            MessageDigest hash = MessageDigest.getInstance("SHA-256");
            long bytes = hash(file, hash);
            return JsonNodeFactory.instance
                    .objectNode()
                    .put("name", String.valueOf(file.getFileName()))
                    .put("sha256", HexFormat.of().formatHex(hash.digest()))
                    .put("bytes", bytes);
        } catch (IOException | InvalidPathException fault) {
            throw new Refused(Code.FILE_UNREADABLE, path + " cannot be read: " + fault.getMessage());
        } catch (NoSuchAlgorithmException fault) {
            throw new IllegalStateException(fault);
        }
    }

    private static long hash(Path file, MessageDigest hash) throws IOException {
        byte[] buffer = new byte[BUFFER];
        long bytes = 0;
        try (InputStream in = Files.newInputStream(file)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                hash.update(buffer, 0, read);
                bytes += read;
            }
        }
        return bytes;
    }
}
