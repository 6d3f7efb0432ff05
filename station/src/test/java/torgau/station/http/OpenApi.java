package torgau.station.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/// `openapi.yaml` as a judge of every answer: an operation, status, type or shape that it does not list is a fault.
final class OpenApi {
    private static final String ID = "https://torgau.invalid/openapi.json";
    private static final OpenApi ONLY = new OpenApi();

    private final JsonNode document;
    private final JsonSchemaFactory schemas;

    private OpenApi() {
        try (InputStream yaml = OpenApi.class.getResourceAsStream("/torgau/openapi.yaml")) {
            Object tree = new Load(LoadSettings.builder().build()).loadFromInputStream(Objects.requireNonNull(yaml));
            document = new ObjectMapper().valueToTree(tree);
            schemas = JsonSchemaFactory.getInstance(
                    SpecVersion.VersionFlag.V202012,
                    builder -> builder.schemaLoaders(loaders -> loaders.schemas(Map.of(ID, document.toString()))));
        } catch (java.io.IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    /// The document itself.
    static JsonNode document() {
        return ONLY.document;
    }

    static OpenApi only() {
        return ONLY;
    }

    /// What is wrong with a body that should have the shape of a schema.
    Set<String> faults(String schema, JsonNode body) {
        return at("/components/schemas/" + schema, body);
    }

    private Set<String> at(String pointer, JsonNode body) {
        var config =
                SchemaValidatorsConfig.builder().formatAssertionsEnabled(false).build();
        var schema = schemas.getSchema(SchemaLocation.of(ID + "#" + pointer), config);
        return schema.validate(body).stream().map(ValidationMessage::toString).collect(Collectors.toSet());
    }

    /// Fails unless the answer is one that the document lists for this request.
    void judge(String method, String path, int status, Optional<String> type, byte[] body) {
        String template = template(path);
        JsonNode operation = document.at("/paths").path(template).path(method.toLowerCase(java.util.Locale.ROOT));
        if (operation.isMissingNode()) {
            judgeProblem(method + " " + path, status, type, body);
            return;
        }
        String listed =
                operation.path("responses").has(Integer.toString(status)) ? Integer.toString(status) : "default";
        JsonNode response = resolved(operation.path("responses").path(listed));
        require(!response.isMissingNode(), method + " " + path + " answers " + status + ", which is not listed");
        JsonNode content = response.path("content");
        if (content.isMissingNode()) {
            require(body.length == 0, method + " " + path + " answers " + status + " with a body");
            return;
        }
        String kind = type.map(full -> full.split(";", 2)[0]).orElse("");
        require(content.has(kind), method + " " + path + " answers " + status + " as " + kind);
        if (kind.endsWith("json")) {
            String pointer =
                    content.path(kind).path("schema").path("$ref").textValue().substring(1);
            Set<String> faults = at(pointer, json(body));
            require(
                    faults.isEmpty(),
                    method + " " + path + " " + status + ": " + faults + "\n"
                            + new String(body, java.nio.charset.StandardCharsets.UTF_8));
        }
    }

    private void judgeProblem(String what, int status, Optional<String> type, byte[] body) {
        require(
                status >= 400 && type.orElse("").startsWith("application/problem+json"),
                what + " is no operation, and answers " + status);
        Set<String> faults = faults("Problem", json(body));
        require(faults.isEmpty(), what + ": " + faults);
    }

    private JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? document.at(node.path("$ref").textValue().substring(1)) : node;
    }

    /// The path as the document writes it; itself if there is none such.
    private String template(String path) {
        String bare = path.split("\\?", 2)[0];
        String below = bare.startsWith("/api/v1") ? bare.substring("/api/v1".length()) : bare;
        for (var names = document.path("paths").fieldNames(); names.hasNext(); ) {
            String name = names.next();
            if (Pattern.matches(name.replaceAll("\\{[a-z]+}", "[^/]+"), below)) {
                return name;
            }
        }
        return below;
    }

    private static JsonNode json(byte[] body) {
        try {
            return new ObjectMapper().readTree(body);
        } catch (java.io.IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new AssertionError(otherwise);
        }
    }
}
