package torgau.station.http;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.javalin.http.Context;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import torgau.journal.FeedHead;
import torgau.journal.file.JournalWriter;
import torgau.station.shell.StationProcess.Health;
import torgau.store.TotalOrder;

/// For those who keep the station running: whether it works, what it counts, and the whole journal as a
/// file.
final class Running {
    private static final long HEART_ANSWERS_WITHIN_MILLIS = 2_000;
    private static final int EXPORT_BUFFER = 1 << 16;
    private static final int SHORT_ID = 8;

    private final Front front;

    Running(Front front) {
        this.front = front;
    }

    void health(Context request) throws InterruptedException {
        Health health = now();
        request.status(health == Health.OK ? 200 : 503);
        String word = health.name().toLowerCase(Locale.ROOT);
        byte[] json = JsonNodeFactory.instance
                .objectNode()
                .put("status", word)
                .toString()
                .getBytes(StandardCharsets.UTF_8);
        request.contentType("application/json").result(json);
    }

    private Health now() throws InterruptedException {
        Health health = front.process().health();
        if (health != Health.OK) {
            return health;
        }
        try {
            front.process().ask((heart, _) -> heart.feed()).get(HEART_ANSWERS_WITHIN_MILLIS, TimeUnit.MILLISECONDS);
            return health;
        } catch (ExecutionException | TimeoutException silent) {
            return Health.NOT_WRITING;
        }
    }

    void metrics(Context request) throws IOException {
        request.contentType(PrometheusTextFormatWriter.CONTENT_TYPE);
        PrometheusTextFormatWriter.create()
                .write(
                        request.outputStream(),
                        front.process().gauges().registry().scrape());
    }

    /// Streams the journal as it is held now; takes memory for a few entries of each feed.
    void export(Context request) throws IOException {
        List<FeedHead> heads = front.process().journal().heads();
        String line = front.process().setup().agreement().line().toString().substring(0, SHORT_ID);
        request.contentType("application/cbor-seq");
        request.header("Content-Disposition", "attachment; filename=\"journal-" + line + ".torgau\"");
        OutputStream out = new BufferedOutputStream(request.outputStream(), EXPORT_BUFFER);
        try {
            JournalWriter.write(
                    bytes -> write(out, bytes),
                    front.process().setup().agreement(),
                    new TotalOrder(front.process().journal(), heads),
                    heads);
        } catch (UncheckedIOException gone) {
            throw gone.getCause();
        }
        out.flush();
    }

    private static void write(OutputStream out, byte[] bytes) {
        try {
            out.write(bytes);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
