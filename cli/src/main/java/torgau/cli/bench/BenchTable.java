package torgau.cli.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import torgau.catalogue.value.Raw;
import torgau.cli.Surroundings;
import torgau.cli.api.Reply;
import torgau.cli.api.StationApi;
import torgau.cli.local.Ceremony;
import torgau.cli.local.LocalFault;
import torgau.cli.local.LocalParty;
import torgau.cli.local.StationRun;
import torgau.cli.local.Tree;
import torgau.station.formats.Formats;
import torgau.station.formats.Known;
import torgau.station.tables.CsvFile;
import torgau.station.tables.Listed;
import torgau.station.tables.Table;
import torgau.station.tables.Vocabulary;
import torgau.station.tables.XlsxFile;
import torgau.station.text.Texts;

/// The check of a table of events by a running station, beside the reading of the same table alone.
final class BenchTable {
    private static final int ROWS = 4_900;
    private static final int ROUNDS = 9;
    private static final int WARM_UP = 4;
    private static final int PORT = 7921;
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final List<String> HEADINGS = List.of(
            "plan",
            "number",
            "track",
            "event",
            "aim",
            "kind",
            "host",
            "level",
            "dates",
            "precision",
            "place",
            "languages",
            "interpretation",
            "funding");

    private final Surroundings around;
    private final BenchCommand.Row row;
    private final LongSupplier nanos;

    BenchTable(Surroundings around, BenchCommand.Row row, LongSupplier nanos) {
        this.around = around;
        this.row = row;
        this.nanos = nanos;
    }

    void measure(Path directory) throws IOException, InterruptedException {
        List<LocalParty> parties = LocalParty.blueAndRed(directory, PORT);
        new Ceremony(around, directory).hold(parties, Tree.file("docs/examples/agreement.yaml"));
        try (StationRun station = StationRun.start(parties.getFirst())) {
            StationApi api = station.ready();
            Listed table = table();
            row.add("rows", "%,.0f", ROWS);
            measure(api, "CSV", CsvFile.of(table, ','));
            measure(api, "XLSX", XlsxFile.of(table));
        }
    }

    private void measure(StationApi api, String kind, byte[] file) {
        Known format = Formats.builtIn().named("WP").getFirst();
        var words = new Vocabulary(format.format().fields(), format::list, List.of(Texts.in("en")), Map.of());
        var asked = new Table.Asked(null, null, new Raw.Pairs(new LinkedHashMap<>()), _ -> Optional.empty());
        ObjectNode body = StationApi.JSON.createObjectNode().put("file", file);
        body.putObject("office").put("title", "Duty officer").put("capacity", "duty office");
        var readings = new ArrayList<Long>();
        var checks = new ArrayList<Long>();
        for (int round = -WARM_UP; round < ROUNDS; round++) {
            long began = nanos.getAsLong();
            int read = Table.read(file, words, asked).rows().size();
            long between = nanos.getAsLong();
            JsonNode report = checked(api, body);
            if (read != ROWS || report.path("ready").size() != ROWS) {
                throw new LocalFault(
                        1,
                        read + " rows read; " + report.path("ready").size() + " ready, faults: "
                                + report.path("faults"));
            }
            if (round >= 0) {
                readings.add(between - began);
                checks.add(nanos.getAsLong() - between);
            }
        }
        row.add(kind, "%,.0f bytes", file.length);
        row.add(kind + ": read alone, median", "%,.0f ms", Median.of(readings) / 1e6);
        row.add(kind + ": checked by the station, over its interface, median", "%,.0f ms", Median.of(checks) / 1e6);
        row.add(kind + ": checked ÷ read alone", "%,.1f", Median.of(checks) / Median.of(readings));
    }

    private static JsonNode checked(StationApi api, ObjectNode body) {
        Reply reply = api.post("/plan/import-check", body, PATIENCE);
        if (!reply.accepted()) {
            throw new LocalFault(1, "the table was refused: " + reply.body());
        }
        return reply.body();
    }

    private static Listed table() {
        var rows = new ArrayList<List<String>>();
        LocalDate first = LocalDate.of(2031, 1, 1);
        for (int i = 0; i < ROWS; i++) {
            rows.add(List.of(
                    "2031",
                    "OPS-" + i,
                    "global_stability",
                    "Consultations of staffs " + i,
                    "Exchange of views on subject " + i,
                    "staff_talks",
                    "proposer",
                    "staff",
                    first.plusDays(i % 364).toString(),
                    "exact",
                    "Place " + i % 60,
                    "en; ru",
                    "each_own",
                    "each_own"));
        }
        return new Listed("plan", HEADINGS, rows);
    }
}
