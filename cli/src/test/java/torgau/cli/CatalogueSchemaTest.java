package torgau.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import torgau.catalogue.check.CatalogueCheck;
import torgau.journal.Code;
import torgau.station.home.CatalogueFolder;

/// What an editor is told of a procedure agrees with what the program reads and what the documentation shows.
class CatalogueSchemaTest {
    private static final Path CATALOGUE = Path.of("../catalogue");
    private static final Pattern EXAMPLE = Pattern.compile("```yaml\n(procedure: PC\n.*?)```", Pattern.DOTALL);

    static Stream<Path> procedures() throws IOException {
        try (var files = Files.list(CATALOGUE.resolve("procedures"))) {
            return files.sorted().toList().stream();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("procedures")
    void every_procedure_is_valid(Path file) throws IOException {
        assertThat(faults(Files.readString(file))).isEmpty();
    }

    @Test
    void the_documented_procedure_passes_the_check_and_is_valid() throws IOException {
        String example = example();
        assertThat(faults(example)).isEmpty();
        var ours = CatalogueFolder.in(CATALOGUE);
        var texts = new TreeMap<>(ours.texts());
        texts.put("procedures/PC.yaml", example);
        assertThat(CatalogueCheck.of(texts, ours.identical())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "edition: 1 -> editoin: 1",
                "type: route -> type: rout",
                "type: code, list: answers -> type: code",
                "effect: mark_only -> effect: close",
                "sends: nothing -> sends: WD",
                "within: PT12H -> within: 12 hours",
                "is: opener -> is: first"
            })
    void what_is_misspelt_is_not_valid(String change) throws IOException {
        String[] words = change.split(" -> ", -1);
        String example = example();
        assertThat(example).contains(words[0]);
        assertThat(faults(example.replace(words[0], words[1]))).isNotEmpty();
    }

    @Test
    void every_code_of_the_check_is_documented() throws IOException {
        String documented = Files.readString(Path.of("../docs/catalogue.md"));
        for (var code : Code.values()) {
            if (code.code().startsWith("TG-5")) {
                assertThat(documented)
                        .contains("| " + code.code() + " | " + code.text() + " | " + code.remedy() + " |");
            }
        }
    }

    private static String example() throws IOException {
        var example = EXAMPLE.matcher(Files.readString(Path.of("../docs/catalogue.md")));
        assertThat(example.find()).isTrue();
        return example.group(1);
    }

    private static List<String> faults(String yaml) throws IOException {
        var mapper = new JsonMapper();
        JsonSchema schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(mapper.readTree(
                        CATALOGUE.resolve("procedure.schema.json").toFile()));
        var data = new Load(LoadSettings.builder().build()).loadFromString(yaml);
        return schema.validate(mapper.valueToTree(data)).stream()
                .map(Object::toString)
                .toList();
    }
}
