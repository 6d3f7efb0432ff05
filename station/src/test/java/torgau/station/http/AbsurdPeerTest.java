package torgau.station.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import javax.xml.parsers.DocumentBuilderFactory;
import net.fortuna.ical4j.data.CalendarBuilder;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import torgau.catalogue.Catalogue;
import torgau.catalogue.Format;
import torgau.catalogue.Procedure;
import torgau.catalogue.value.Annex;
import torgau.catalogue.value.FilingCodec;
import torgau.catalogue.value.Value;
import torgau.journal.Act;
import torgau.journal.Digest;
import torgau.journal.Feed;
import torgau.journal.Label;
import torgau.journal.Office;
import torgau.journal.Precedence;
import torgau.journal.Reference;
import torgau.journal.TrafficClass;
import torgau.journal.crypto.Sha256;
import torgau.station.formats.Formats;
import torgau.station.heart.Draft;
import torgau.station.heart.Effect;
import torgau.station.shell.StationProcess;

/// Both ends file all that the journal admits and no officer would write: every view answers, in time,
/// and as `openapi.yaml` says.
final class AbsurdPeerTest extends OnOneLine {
    private static final long SEED = 20_261_123;
    private static final int ROUNDS = 6;
    private static final int MATTERS = 4;
    private static final Duration ENOUGH = Duration.ofSeconds(5);
    private static final List<String> PROCEDURES =
            List.of("WP", "RV", "AC", "RA", "DE", "LO", "DC", "MT", "CL", "CM", "EP", "AR", "NR", "PR", "MA", "IN");

    private static final Catalogue CATALOGUE = Formats.builtIn().catalogue();
    private static final Random RANDOM = new Random(SEED);
    private static final List<Opened> OPENED = new ArrayList<>();
    private static final List<Reference> FILED = new ArrayList<>();

    private record Opened(String reference, Reference place, String procedure, Map<Reference, String> said) {}

    @BeforeAll
    static void file() {
        for (String code : PROCEDURES) {
            Procedure procedure = CATALOGUE.procedure(code).orElseThrow();
            for (int i = 0; i < MATTERS; i++) {
                List<String> starts = List.copyOf(procedure.lifecycle().start().keySet());
                String start = starts.get(i % starts.size());
                Reference place = filed(i % 2 == 0, procedure, start, null, List.of());
                OPENED.add(new Opened(name(place), place, code, new TreeMap<>(Map.of(place, start))));
            }
        }
        for (int round = 0; round < ROUNDS; round++) {
            Line.await(blue, name(FILED.getLast()));
            Line.await(red, name(FILED.getLast()));
            boolean ours = round % 2 == 0;
            OPENED.forEach(matter -> goOn(ours, matter));
        }
        Line.await(blue, name(FILED.getLast()));
        Line.await(red, name(FILED.getLast()));
    }

    private static String name(Reference place) {
        return new Names(line.served.blue.running().process().picture().roster()).reference(place);
    }

    private static Procedure procedure(Opened matter) {
        return CATALOGUE.procedure(matter.procedure()).orElseThrow();
    }

    private static void goOn(boolean ours, Opened matter) {
        var formats = new ArrayList<String>();
        (ours ? blue : red)
                .get("/api/v1/matters/" + matter.reference())
                .json()
                .path("next")
                .forEach(next -> {
                    if (next.path("ours").asBoolean()
                            && procedure(matter)
                                    .format(next.path("format").asText())
                                    .isPresent()) {
                        formats.add(next.path("format").asText());
                    }
                });
        if (!formats.isEmpty()) {
            String code = formats.get(RANDOM.nextInt(formats.size()));
            Procedure procedure = procedure(matter);
            List<String> after = procedure.format(code).map(Format::mustFollow).orElse(List.of());
            List<Reference> refs = matter.said().entrySet().stream()
                    .filter(each -> after.isEmpty() || after.contains(each.getValue()))
                    .map(Map.Entry::getKey)
                    .toList();
            if (!refs.isEmpty()) {
                Reference to = refs.get(RANDOM.nextInt(refs.size()));
                matter.said().put(filed(ours, procedure, code, matter.place(), List.of(to)), code);
            }
        }
    }

    private static Reference filed(
            boolean ours, Procedure procedure, String code, @Nullable Reference matter, List<Reference> refs) {
        Format format = procedure
                .format(code)
                .orElseGet(() ->
                        Objects.requireNonNull(CATALOGUE.common().formats().get(code)));
        var blobs = new ArrayList<byte[]>();
        var absurd =
                new Absurd(RANDOM, list -> procedure.list(list, CATALOGUE.common()), AbsurdPeerTest::cited, value -> {
                    byte[] blob = new Annex(new byte[Annex.SALT_BYTES], value).encode(ours ? 1 : 2);
                    blobs.add(blob);
                    return new Value.Annexed(Digest.of(Sha256.of(blob)), blob.length);
                });
        var act = new Act.Notification(
                new Office("Duty officer", "\u202ewatch"),
                new Act.Form(procedure.code(), procedure.edition(), code),
                Label.PARTIES_ONLY,
                "",
                "en",
                FilingCodec.encode(absurd.of(format.fields())));
        Reference place = released(
                ours, new Draft(TrafficClass.FORMAL, Precedence.ROUTINE, List.of(), matter, refs, act, blobs, null));
        FILED.add(place);
        return place;
    }

    /// Any that was filed, one that never was, or perhaps the entry itself.
    private static Reference cited() {
        int drawn = RANDOM.nextInt(4);
        if (FILED.isEmpty() || drawn == 0) {
            return new Reference(new Feed(513, 99), 1L << 40);
        }
        Reference last = FILED.getLast();
        return drawn == 1 ? new Reference(last.feed(), last.sequence() + 1) : FILED.get(RANDOM.nextInt(FILED.size()));
    }

    private static Reference released(boolean ours, Draft draft) {
        StationProcess process =
                (ours ? line.served.blue : line.served.red).running().process();
        try {
            return switch (process.release(draft).get(10, TimeUnit.SECONDS)) {
                case Effect.Result.Authored authored -> authored.entry().reference();
                case Effect.Result other -> throw new AssertionError(draft + ": " + other);
            };
        } catch (Exception fault) {
            throw new AssertionError(fault);
        }
    }

    private static Client.Reply asked(Client client, String path) {
        long began = System.nanoTime();
        Client.Reply reply = client.get("/api/v1" + path);
        assertThat(reply.status()).as(path + ": " + reply.json()).isEqualTo(200);
        assertThat(Duration.ofNanos(System.nanoTime() - began)).as(path).isLessThan(ENOUGH);
        return reply;
    }

    /// Requirements 36 to 42.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/plan",
                "/plan/clashes",
                "/plan/steps",
                "/plan/balance",
                "/visits",
                "/missions",
                "/counterparts",
                "/counterparts/find?theme=air",
                "/counterparts/find?act=commands&region=Harbour&track=peace_effort",
                "/meetings",
                "/commitments",
                "/expectations",
                "/expectations/report?from=1970-01-01",
                "/expectations/report?from=1970-01-01&to=9999-12-31",
                "/expectations/review?year=2026",
                "/expectations/review?year=9999",
                "/told",
                "/told?theme=WP",
                "/awaited",
                "/calendar",
                "/matters",
                "/status"
            })
    void every_view_answers_whatever_was_filed(String path) {
        asked(blue, path);
        asked(red, path);
    }

    /// Requirement 40: what a peer wrote is text in every file, and neither markup, nor a formula, nor
    /// an event.
    @Test
    void every_file_that_is_made_of_it_is_whole() throws Exception {
        byte[] svg = bytes("/counterparts/picture?party=RED");
        assertThat(parsed(svg).getElementsByTagName("script").getLength()).isZero();
        String html = new String(bytes("/expectations/report/file?from=1970-01-01&as=html"), StandardCharsets.UTF_8);
        assertThat(html).doesNotContainIgnoringCase("<script");
        var calendar = new CalendarBuilder().build(new ByteArrayInputStream(bytes("/plan/export?format=ics")));
        assertThat(calendar.getComponents("VEVENT").size()).isLessThanOrEqualTo(MATTERS);
        for (String csv : List.of("/expectations/report/file?from=1970-01-01&as=csv", "/plan/export?format=csv")) {
            assertThat(new String(bytes(csv), StandardCharsets.UTF_8)).doesNotContainPattern("(?m)(^|[,;])\"?[=+@]");
        }
        for (String pdf : List.of("/expectations/report/file?from=1970-01-01&as=pdf", "/plan/export?format=pdf")) {
            try (PDDocument document = Loader.loadPDF(bytes(pdf))) {
                assertThat(document.getNumberOfPages()).isPositive();
            }
        }
        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(bytes("/plan/export?format=xlsx")))) {
            assertThat(workbook.getFirstSheet().read()).isNotEmpty();
        }
    }

    private static byte[] bytes(String path) {
        return asked(blue, path).http().body();
    }

    private static Document parsed(byte[] xml) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(xml));
    }

    @Test
    void every_single_one_can_be_looked_at() {
        for (Opened matter : OPENED) {
            asked(red, "/matters/" + matter.reference());
            matter.said().keySet().forEach(place -> asked(blue, "/entries/" + name(place)));
        }
        assertThat(shown("visits", "visits", "id")).isPositive();
        assertThat(shown("meetings", "talks", "entry")).isPositive();
    }

    /// How many of a list could each be asked for.
    private static int shown(String path, String list, String key) {
        JsonNode all = asked(blue, "/" + path).json().path(list);
        all.forEach(each -> asked(red, "/" + path + "/" + each.path(key).asText()));
        return all.size();
    }
}
