package torgau.station.http;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// The console's files, from the class path; where there is no such file, its first page, which finds
/// its own way. What the build has packed goes out packed to a browser that unpacks it.
final class ConsoleFiles {
    private static final String FOLDER = "/torgau/console";
    private static final Pattern NAME = Pattern.compile("(/[A-Za-z0-9_-][A-Za-z0-9._-]*)+");
    private static final Pattern GZIP =
            Pattern.compile("(?i)(?:^|,)\\s*gzip\\s*(?:;\\s*q=(?!0(?:\\.0*)?\\s*(?:,|$))[0-9.]+\\s*)?(?:,|$)");
    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "svg", "image/svg+xml",
            "json", "application/json",
            "webmanifest", "application/manifest+json",
            "png", "image/png",
            "woff2", "font/woff2",
            "woff", "font/woff");

    /// Answers with a file; refuses if there is none and no page was asked for.
    void answer(Context request) {
        String path = request.path().equals("/") ? "/index.html" : request.path();
        Optional<byte[]> file = read(path);
        boolean page = Optional.ofNullable(request.header("Accept")).orElse("").contains("text/html");
        if (file.isEmpty() && page) {
            path = "/index.html";
            file = read(path);
        }
        String name = path;
        byte[] bytes = file.orElseThrow(() -> Refusal.notFound("page at " + name));
        request.contentType(TYPES.getOrDefault(name.substring(name.lastIndexOf('.') + 1), "application/octet-stream"));
        // Names under assets change with their content; the first page does not.
        request.header(
                "Cache-Control", name.startsWith("/assets/") ? "public, max-age=31536000, immutable" : "no-cache");
        request.header("Vary", "Accept-Encoding");
        Optional<byte[]> packed = unpacks(request) ? read(name + ".gz") : Optional.empty();
        packed.ifPresent(_ -> request.header("Content-Encoding", "gzip"));
        request.result(packed.orElse(bytes));
    }

    /// Whether the browser takes gzip; `gzip;q=0` says that it does not.
    private static boolean unpacks(Context request) {
        String taken = Optional.ofNullable(request.header("Accept-Encoding")).orElse("");
        return GZIP.matcher(taken).find();
    }

    private static Optional<byte[]> read(String path) {
        if (!NAME.matcher(path).matches()) {
            return Optional.empty();
        }
        try (InputStream file = ConsoleFiles.class.getResourceAsStream(FOLDER + path)) {
            return file == null ? Optional.empty() : Optional.of(file.readAllBytes());
        } catch (IOException fault) {
            return Optional.empty();
        }
    }
}
