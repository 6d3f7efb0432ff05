package torgau.station.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import torgau.journal.Code;
import torgau.station.home.CatalogueFolder;

/// What requests bring, and how answers are given.
final class Bodies {
    /// Bytes of a request's body.
    static final int MAX_BODY_BYTES = 131_072;

    private Bodies() {}

    static String named(Context request) {
        return request.pathParam("reference");
    }

    static void json(Context request, ObjectNode answer) {
        request.contentType("application/json").result(answer.toString().getBytes(StandardCharsets.UTF_8));
    }

    static void said(Context request, Saying.Said said) {
        request.status(said.status());
        Audit.made(request, said.body());
        json(request, said.body());
    }

    static byte[] body(Context request) throws IOException {
        return body(request, "application/json", MAX_BODY_BYTES);
    }

    static byte[] yaml(Context request) throws IOException {
        return body(request, "application/yaml", CatalogueFolder.MAX_FILE_BYTES);
    }

    static byte[] body(Context request, String wanted, int most) throws IOException {
        String type = Optional.ofNullable(request.contentType()).orElse("");
        if (!type.equals(wanted) && !type.startsWith(wanted + ";")) {
            throw new Refusal(415, Code.WRONG_MEDIA_TYPE, "the Content-Type is " + type);
        }
        byte[] body = request.bodyInputStream().readNBytes(most + 1);
        if (body.length > most) {
            throw new Refusal(413, Code.BODY_TOO_LARGE);
        }
        return body;
    }
}
