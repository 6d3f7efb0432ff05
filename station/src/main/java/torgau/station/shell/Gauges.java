package torgau.station.shell;

import io.prometheus.metrics.core.datapoints.CounterDataPoint;
import io.prometheus.metrics.core.datapoints.DistributionDataPoint;
import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.Gauge;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.util.Locale;
import java.util.function.IntSupplier;
import torgau.journal.Act;
import torgau.journal.Code;
import torgau.journal.Entry;
import torgau.station.heart.LineStatus;
import torgau.station.heart.Notice;

/// What is counted and timed, in Prometheus' words. Numbers, codes and stations only; never what was
/// said.
public final class Gauges {
    private static final double NANOS_IN_SECOND = 1e9;

    private final PrometheusRegistry registry = new PrometheusRegistry();
    private final Counter entries = counter("torgau_entries_admitted", "Entries put on the journal", "origin");
    private final CounterDataPoint ownEntries = entries.labelValues("own");
    private final CounterDataPoint peerEntries = entries.labelValues("peer");
    private final CounterDataPoint receipts = counter(
                    "torgau_receipts", "Entries that are nothing but receipts", "origin")
            .labelValues("any");
    private final CounterDataPoint blobs = counter(
                    "torgau_blobs_received", "Attachments and annexes received", "origin")
            .labelValues("peer");
    private final Counter dropped = counter("torgau_dropped", "What came from outside and was not used", "code");
    private final Counter bytes = counter("torgau_bearer_bytes", "Bytes that bearers moved", "direction", "station");
    private final Counter requests = counter("torgau_api_requests", "Requests answered, by status", "status");
    private final Gauge lines = Gauge.builder()
            .name("torgau_line_state")
            .help("1 for the state in which the line to a station is")
            .labelNames("station", "state")
            .register(registry);
    private final DistributionDataPoint commits =
            histogram("torgau_commit_seconds", "Time to put one transaction on the disk", 1e-4, 2.0, 16);
    private final DistributionDataPoint writes =
            histogram("torgau_commit_writes", "Writes in one transaction", 1, 2.0, 11);

    private Counter counter(String name, String help, String... labels) {
        return Counter.builder().name(name).help(help).labelNames(labels).register(registry);
    }

    private DistributionDataPoint histogram(String name, String help, double first, double factor, int buckets) {
        return Histogram.builder()
                .name(name)
                .help(help)
                .classicOnly()
                .classicExponentialUpperBounds(first, factor, buckets)
                .register(registry);
    }

    /// Shows a number that is asked for at each scrape.
    void watch(String name, String help, IntSupplier value) {
        GaugeWithCallback.builder()
                .name(name)
                .help(help)
                .callback(callback -> callback.call(value.getAsInt()))
                .register(registry);
    }

    public PrometheusRegistry registry() {
        return registry;
    }

    void told(Notice notice, int own) {
        switch (notice) {
            case Notice.Admitted(Entry entry) -> admitted(entry, own);
            case Notice.Dropped(Code code) -> dropped.labelValues(code.code()).inc();
            case Notice.LineChanged(LineStatus status) -> line(status);
            case Notice.BlobKept _ -> blobs.inc();
            case Notice.AheadOfRecord _, Notice.AlarmRaised _, Notice.AlarmEnded _ -> {}
        }
    }

    /// What a bearer did not hand on, or could not.
    void discarded(Code code) {
        dropped.labelValues(code.code()).inc();
    }

    private void admitted(Entry entry, int own) {
        (entry.payload().feed().station() == own ? ownEntries : peerEntries).inc();
        if (entry.payload().act() instanceof Act.Seen) {
            receipts.inc();
        }
    }

    private void line(LineStatus status) {
        for (LineStatus.Technical state : LineStatus.Technical.values()) {
            String name = state.name().toLowerCase(Locale.ROOT);
            lines.labelValues(Integer.toString(status.station()), name).set(state == status.technical() ? 1 : 0);
        }
    }

    void committed(long nanos, int writesInIt) {
        commits.observe(nanos / NANOS_IN_SECOND);
        writes.observe(writesInIt);
    }

    /// @param station the peer at the other end; 0 while it is unknown
    void moved(boolean in, int station, long count) {
        bytes.labelValues(in ? "in" : "out", Integer.toString(station)).inc(count);
    }

    public void answered(int status) {
        requests.labelValues(Integer.toString(status)).inc();
    }
}
