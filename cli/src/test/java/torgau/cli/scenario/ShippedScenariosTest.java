package torgau.cli.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import torgau.catalogue.Field;
import torgau.catalogue.Procedure;
import torgau.catalogue.value.FilingReader;
import torgau.catalogue.value.MadeUpNumbers;
import torgau.catalogue.value.Raw;
import torgau.cli.api.StationApi;
import torgau.station.formats.Formats;
import torgau.station.formats.Known;

/// The scenarios that come with Torgau, looked at without a station.
class ShippedScenariosTest {
    private static final Path SCENARIOS = Path.of("../scenarios");
    private static final Formats FORMATS = Formats.builtIn();

    @ParameterizedTest
    @ValueSource(strings = {"dialogue-2026", "elbe-1945"})
    void a_scenario_has_the_shape_that_its_schema_says(String name) throws IOException {
        var schema = StationApi.JSON.readTree(
                SCENARIOS.resolve("scenario.schema.json").toFile());
        var yaml = new Load(LoadSettings.builder().build()).loadFromString(Files.readString(file(name)));

        assertThat(JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                        .getSchema(schema)
                        .validate(StationApi.JSON.valueToTree(yaml)))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"dialogue-2026", "elbe-1945"})
    void all_that_is_filed_and_read_back_is_as_the_catalogue_asks(String name) {
        var filed = new HashMap<String, Known>();
        var wrong = new ArrayList<String>();
        for (Scenario.Step step : Scenario.read(file(name)).steps()) {
            if (step.verb().equals("file")) {
                Known format = format(step, filed);
                step.label().ifPresent(label -> filed.put(label, format));
                wrong.addAll(faults(step, format, format.format().fields(), "fields"));
            }
            Known read = filed.get(step.arguments().path("of").asText());
            if (step.arguments().has("restate") && read != null) {
                List<Field> readBack = read.format().readBack().stream()
                        .flatMap(each -> read.format().field(each).stream())
                        .map(Field::alone)
                        .toList();
                wrong.addAll(faults(step, read, readBack, "restate"));
            }
            assertThat(step.arguments().has("restate") && read == null)
                    .as(step.name() + " restates what was filed")
                    .isFalse();
        }
        assertThat(filed).isNotEmpty();
        assertThat(wrong).isEmpty();
    }

    /// A reader of these scenarios who repeats another figure than was filed has made a slip of the pen.
    @ParameterizedTest
    @ValueSource(strings = {"dialogue-2026", "elbe-1945"})
    void what_is_read_back_is_what_was_filed(String name) {
        var filed = new HashMap<String, JsonNode>();
        for (Scenario.Step step : Scenario.read(file(name)).steps()) {
            step.label().ifPresent(label -> filed.put(label, step.arguments().path("fields")));
            JsonNode original = filed.get(step.arguments().path("of").asText());
            step.arguments()
                    .path("restate")
                    .properties()
                    .forEach(field -> assertThat(field.getValue())
                            .as(step.name() + " " + field.getKey())
                            .isEqualTo(original == null ? null : original.path(field.getKey())));
        }
    }

    private static Path file(String name) {
        return SCENARIOS.resolve(name + ".yaml");
    }

    /// Of its own procedure, or of that which `re` follows.
    private static Known format(Scenario.Step step, Map<String, Known> filed) {
        String code = step.arguments().path("format").asText();
        Known answered = filed.get(step.arguments().path("re").asText());
        Optional<Procedure> named =
                FORMATS.catalogue().procedure(step.arguments().path("procedure").asText());
        return Optional.ofNullable(answered)
                .flatMap(known -> FORMATS.find(known.procedure(), code))
                .or(() -> named.or(() -> owner(code)).flatMap(procedure -> FORMATS.find(procedure, code)))
                .orElseThrow(() -> new AssertionError(step.name() + ": no format " + code));
    }

    private static Optional<Procedure> owner(String code) {
        return FORMATS.catalogue().procedures().values().stream()
                .filter(procedure -> procedure.lifecycle().start().containsKey(code))
                .findFirst();
    }

    private static List<String> faults(Scenario.Step step, Known format, List<Field> fields, String argument) {
        var filling = new Filling(label -> "BLUE-OPS-2026-1", Instant.parse("2026-11-22T12:00:00Z"));
        var written = (Raw.Pairs) raw(filling.of(step.arguments().path(argument)));
        return FilingReader.read(fields, written, format::list, MadeUpNumbers.ANY).faults().stream()
                .map(fault -> step.name() + " " + format.form() + ": " + fault)
                .toList();
    }

    private static Raw raw(JsonNode node) {
        if (node.isObject()) {
            var pairs = new LinkedHashMap<String, Raw>();
            node.properties().forEach(each -> pairs.put(each.getKey(), raw(each.getValue())));
            return new Raw.Pairs(pairs);
        }
        return node.isArray()
                ? new Raw.Several(
                        node.valueStream().map(ShippedScenariosTest::raw).toList())
                : new Raw.Word(node.asText());
    }
}
