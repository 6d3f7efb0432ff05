package torgau.station.officers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import torgau.journal.Code;
import torgau.journal.Digest;
import torgau.store.StoreFault;
import torgau.store.desk.OfficerFile;

/// An officer as JSON on the desk.
final class OfficerCodec {
    private static final ObjectMapper JSON = new ObjectMapper();

    private OfficerCodec() {}

    static OfficerFile file(Officer officer) {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("name", officer.name())
                .put("seat", officer.seat())
                .put("state", officer.state().name())
                .put("begun", officer.begun())
                .put("unasked", officer.unasked());
        ArrayNode roles = json.putArray("roles");
        officer.roles().forEach(role -> roles.add(role.word()));
        ArrayNode keys = json.putArray("passkeys");
        officer.passkeys()
                .forEach(key -> keys.addObject()
                        .put("id", key.id())
                        .put("key", key.publicKey())
                        .put("uses", key.uses())
                        .put("since", key.since()));
        Officer.Invitation invitation = officer.invitation();
        if (invitation != null) {
            json.putObject("invitation")
                    .put("code", invitation.code().hex())
                    .put("until", invitation.until())
                    .put("wrong", invitation.wrong());
        }
        return new OfficerFile(officer.id(), officer.revision(), json.toString().getBytes(StandardCharsets.UTF_8));
    }

    /// @throws StoreFault if the desk holds something else
    static Officer officer(OfficerFile file) {
        try {
            JsonNode json = JSON.readTree(file.content());
            var roles = EnumSet.noneOf(Role.class);
            json.path("roles").forEach(word -> roles.add(Role.of(word.asText()).orElseThrow()));
            List<Officer.Passkey> keys = json.path("passkeys")
                    .valueStream()
                    .map(key -> new Officer.Passkey(
                            key.path("id").asText(),
                            key.path("key").asText(),
                            key.path("uses").asLong(),
                            key.path("since").asLong()))
                    .toList();
            return new Officer(
                    file.id(),
                    file.revision(),
                    json.path("unasked").asLong(),
                    json.path("name").asText(),
                    json.path("seat").asText(),
                    roles,
                    Officer.State.valueOf(json.path("state").asText()),
                    keys,
                    invitation(json.path("invitation")),
                    json.path("begun").asBoolean());
        } catch (IOException | RuntimeException garbled) {
            throw new StoreFault(Code.STORE_CORRUPT, "the officer " + file.id() + " cannot be read", garbled);
        }
    }

    private static Officer.@Nullable Invitation invitation(JsonNode json) {
        return json.isMissingNode()
                ? null
                : new Officer.Invitation(
                        Digest.of(HexFormat.of().parseHex(json.path("code").asText())),
                        json.path("until").asLong(),
                        json.path("wrong").asInt());
    }
}
