package torgau.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import torgau.station.authority.AuthorityText;
import torgau.station.authority.AuthorityYaml;
import torgau.station.authority.Standing;
import torgau.station.formats.Formats;
import torgau.station.home.Address;
import torgau.station.home.Home;
import torgau.station.home.HomeFault;
import torgau.station.home.PrivateFiles;
import torgau.station.home.StationConfig;

/// The schemas that editors use say what the program reads: what it writes or documents is valid, and
/// each key that the schema knows is one that the program knows.
class SchemaTest {
    private static final Path DOCS = Path.of("../docs");

    @Test
    void the_example_agreement_is_valid() throws IOException {
        assertThat(faults("examples/agreement.schema.json", Files.readString(DOCS.resolve("examples/agreement.yaml"))))
                .isEmpty();
    }

    @Test
    void the_example_agreement_shows_every_key() throws IOException {
        String yaml = Files.readString(DOCS.resolve("examples/agreement.yaml"));
        var schema = schema("examples/agreement.schema.json").get("properties");
        schema.fieldNames().forEachRemaining(key -> assertThat(yaml).contains("\n" + key + ":"));
        schema.at("/lead_offices/items/properties")
                .fieldNames()
                .forEachRemaining(key -> assertThat(yaml).contains(key + ": "));
    }

    @Test
    void what_a_new_home_gets_is_valid(@TempDir Path directory) throws IOException {
        var peers = new LinkedHashMap<String, List<Address>>();
        peers.put("RED-OPS", List.of(new Address("red.example", 7201)));
        var line = new StationConfig.Line(Optional.of(new Address("0.0.0.0", 7201)), peers);
        var home = new Home(directory.resolve("home"));
        PrivateFiles.directory(home.directory());
        StationConfig.initial("BLUE", "BLUE-OPS", "uk", line, 7101).create(home);
        assertThat(faults("station.schema.json", Files.readString(home.config())))
                .isEmpty();
    }

    @Test
    void the_table_that_a_new_home_gets_is_valid_and_so_is_the_example_of_the_manual(@TempDir Path directory)
            throws IOException {
        var standing = AuthorityText.of(Standing.of(List.of("Duty officer"), Formats.builtIn()));
        assertThat(faults("authority.schema.json", standing)).isEmpty();
        String manual = Files.readString(DOCS.resolve("authority.md"));
        String example = manual.split("```yaml\n", 2)[1].split("```", 2)[0];
        assertThat(faults("authority.schema.json", example)).isEmpty();
        var home = new Home(directory);
        PrivateFiles.create(home.authority(), example.getBytes(StandardCharsets.UTF_8));
        assertThat(AuthorityYaml.of(home)).isPresent();
        schema("authority.schema.json")
                .get("properties")
                .fieldNames()
                .forEachRemaining(key -> assertThat(example).contains("\n" + key + ":"));
    }

    @Test
    void the_example_of_holidays_is_valid_and_shows_every_key() throws IOException {
        String yaml = Files.readString(DOCS.resolve("examples/holidays.yaml"));
        assertThat(faults("holidays.schema.json", yaml)).isEmpty();
        schema("holidays.schema.json")
                .at("/properties/parties/items/properties")
                .fieldNames()
                .forEachRemaining(key -> assertThat(yaml).contains(key + ":"));
        assertThat(faults("holidays.schema.json", "parties: [{party: blue, weekly: [sunday], days: [{date: soon}]}]"))
                .hasSizeGreaterThan(2);
    }

    @Test
    void every_key_of_the_station_schema_is_known(@TempDir Path directory) throws IOException {
        Path file = directory.resolve("station.yaml");
        var schema = schema("station.schema.json").get("properties");
        for (String group : List.of("", "console", "line")) {
            JsonNode keys = group.isEmpty() ? schema : schema.at("/" + group + "/properties");
            for (var names = keys.fieldNames(); names.hasNext(); ) {
                String key = names.next();
                Files.writeString(file, group.isEmpty() ? key + ": {}\n" : group + ":\n  " + key + ": {}\n");
                try {
                    StationConfig.read(file);
                } catch (HomeFault fault) {
                    assertThat(fault).hasMessageNotContaining("unknown key");
                }
            }
        }
        String documented = Files.readString(DOCS.resolve("operations.md"));
        schema.fieldNames().forEachRemaining(key -> assertThat(documented).containsPattern("`" + key + "[.`]"));
    }

    private static List<String> faults(String schema, String yaml) throws IOException {
        var data = new Load(LoadSettings.builder().build()).loadFromString(yaml);
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(schema(schema))
                .validate(new JsonMapper().valueToTree(data))
                .stream()
                .map(Object::toString)
                .toList();
    }

    private static JsonNode schema(String file) throws IOException {
        return new JsonMapper().readTree(DOCS.resolve(file).toFile());
    }
}
