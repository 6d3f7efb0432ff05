package torgau.cli.filing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.function.Function;
import torgau.catalogue.value.Value;
import torgau.cli.ceremony.Refused;
import torgau.journal.Code;

/// Files that a message names: each is put in at the station, which says what the message has to say of
/// it.
///
/// @param putIn puts a file in, and answers blob, key and length
public record Attached(Function<Path, JsonNode> putIn) {
    /// Replaces, in the fields that hold attachments, each path by what the message says of the file.
    ///
    /// @param fields of the format, as the catalogue has them
    public void resolve(JsonNode fields, ObjectNode written) {
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
    public ObjectNode of(String path) {
        Path file = file(path);
        ObjectNode said = JsonNodeFactory.instance.objectNode().put("name", String.valueOf(file.getFileName()));
        return said.setAll((ObjectNode) putIn.apply(file));
    }

    private static Path file(String path) {
        try {
            Path file = Path.of(path);
            if (!Files.isRegularFile(file)) {
                throw new Refused(Code.FILE_UNREADABLE, path + " is no file");
            }
            if (Files.size(file) > Value.Attachment.MAX_BYTES) {
                throw new Refused(Code.FILE_TOO_LARGE, path + " has " + Files.size(file) + " bytes");
            }
            return file;
        } catch (IOException | InvalidPathException fault) {
            throw new Refused(Code.FILE_UNREADABLE, path + " cannot be read: " + fault.getMessage());
        }
    }
}
