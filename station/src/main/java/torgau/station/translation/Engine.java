package torgau.station.translation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import torgau.journal.Code;
import torgau.journal.Limits;
import torgau.journal.Text;
import torgau.station.home.HomeFault;
import torgau.station.home.PrivateFiles;
import torgau.station.home.StationConfig;

/// A machine that translates, at the one address that the configuration names, by LibreTranslate's
/// interface. It is asked only when an officer asks it, and what it answers is believed in nothing but
/// its length.
public final class Engine {
    private static final int MAX_ANSWER_BYTES = 262_144;
    private static final int MAX_KEY_BYTES = 1_024;
    private static final int AT_ONCE = 2;
    private static final int OK = 200;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final StationConfig.Machine config;
    private final Optional<String> key;
    private final HttpClient http;
    private final Semaphore free = new Semaphore(AT_ONCE);

    /// The machine of a configuration, with its key.
    ///
    /// @throws HomeFault if the key cannot be read, or others could read it too
    public static Engine of(StationConfig.Machine config) {
        return new Engine(config, config.keyFile().map(Engine::key));
    }

    private static String key(Path file) {
        PrivateFiles.refuseOpenToOthers(file);
        String text = new String(PrivateFiles.read(file, MAX_KEY_BYTES), StandardCharsets.UTF_8);
        return text.lines().findFirst().orElse("").strip();
    }

    private Engine(StationConfig.Machine config, Optional<String> key) {
        this.config = config;
        this.key = key;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .proxy(HttpClient.Builder.NO_PROXY)
                .connectTimeout(timeout())
                .build();
    }

    private Duration timeout() {
        return Duration.ofSeconds(config.timeoutSeconds());
    }

    /// What stands beside every text that it made.
    String name() {
        return config.name();
    }

    /// Whether it may be asked for a translation between two languages; asks nobody.
    boolean translates(String from, String to) {
        return config.languages().contains(primary(from))
                && config.languages().contains(primary(to))
                && !primary(from).equals(primary(to));
    }

    private static String primary(String language) {
        return language.split("-", 2)[0].toLowerCase(Locale.ROOT);
    }

    /// The machine's translation. Waits for the answer, at most as long as is configured.
    ///
    /// @throws EngineFault if it gives none
    String translated(Text text, String to) {
        if (!translates(text.language(), to)) {
            throw new EngineFault(
                    Code.ENGINE_LANGUAGE,
                    "from " + text.language() + " to " + to + "; configured are " + config.languages());
        }
        if (!free.tryAcquire()) {
            throw new EngineFault(Code.ENGINE_BUSY, AT_ONCE + " translations are under way");
        }
        try {
            return words(answer(request(text, to)));
        } finally {
            free.release();
        }
    }

    private HttpRequest request(Text text, String to) {
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("q", text.words());
        body.put("source", primary(text.language())).put("target", primary(to)).put("format", "text");
        key.ifPresent(key -> body.put("api_key", key));
        return HttpRequest.newBuilder(URI.create(config.url() + "/translate"))
                .timeout(timeout())
                .header("Content-Type", "application/json")
                .header("Accept", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body.toString(), StandardCharsets.UTF_8))
                .build();
    }

    /// One limit of time for all of it, one of size for what comes back.
    private byte[] answer(HttpRequest request) {
        var bounded = HttpResponse.BodyHandlers.limiting(HttpResponse.BodyHandlers.ofByteArray(), MAX_ANSWER_BYTES);
        var pending = http.sendAsync(request, bounded);
        try {
            HttpResponse<byte[]> response = pending.get(config.timeoutSeconds(), TimeUnit.SECONDS);
            if (response.statusCode() != OK) {
                throw new EngineFault(
                        Code.ENGINE_REFUSED, config.host() + " answers with status " + response.statusCode());
            }
            return response.body();
        } catch (TimeoutException late) {
            pending.cancel(true);
            throw late();
        } catch (ExecutionException fault) {
            throw fault.getCause() instanceof HttpTimeoutException
                    ? late()
                    : new EngineFault(Code.ENGINE_UNREACHABLE, config.host() + ": " + fault.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new EngineFault(Code.STOPPING, Code.STOPPING.text());
        }
    }

    private EngineFault late() {
        return new EngineFault(
                Code.ENGINE_LATE, config.host() + " gave no answer within " + config.timeoutSeconds() + " s");
    }

    private static String words(byte[] answer) {
        try {
            JsonNode said = Optional.ofNullable(JSON.readTree(answer))
                    .orElseGet(JSON::missingNode)
                    .path("translatedText");
            String text =
                    Normalizer.normalize(said.asText(""), Normalizer.Form.NFC).strip();
            int bytes = text.getBytes(StandardCharsets.UTF_8).length;
            boolean sayable = said.isTextual() && text.codePoints().noneMatch(Engine::unsayable);
            if (!sayable || bytes == 0 || bytes > Limits.TEXT_BYTES) {
                throw new EngineFault(Code.ENGINE_NONSENSE, "the answer has no text that could be kept");
            }
            return text;
        } catch (JsonProcessingException fault) {
            throw new EngineFault(Code.ENGINE_NONSENSE, "the answer is not JSON");
        } catch (IOException fault) {
            throw new EngineFault(Code.ENGINE_NONSENSE, "the answer cannot be read");
        }
    }

    private static boolean unsayable(int point) {
        boolean layout = point == '\n' || point == '\t' || point == '\r';
        return (Character.isISOControl(point) && !layout) || (point >= 0xD800 && point <= 0xDFFF);
    }
}
