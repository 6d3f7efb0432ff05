package torgau.station.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import torgau.catalogue.yaml.CatalogueReader;
import torgau.catalogue.yaml.Identity;
import torgau.journal.Code;
import torgau.journal.Digest;
import torgau.station.home.CatalogueFolder;
import torgau.station.home.Home;
import torgau.station.home.HomeFault;

/// A lawyer adds a procedure, and officers file from it.
final class OwnCatalogueTest {
    @TempDir
    Path folder;

    @Test
    void a_procedure_that_a_lawyer_wrote_is_filed_and_answered_end_to_end() throws IOException {
        String convoy = written();
        var served = new Served(folder, UnaryOperator.identity(), hash(convoy));
        catalogue(served.blue.home, convoy);
        catalogue(served.red.home, convoy);
        try (var line = new Line(served.start())) {
            String filed = Line.say(line.blue, FilingTest.filing("PC", """
                    {"route":["58-21.0N 019-44.0E at 211830ZNOV26","58-30.0N 020-02.0E"],
                     "period":"211830ZNOV26..212100ZNOV26","vehicles":14,"markings":"White flags, headlights on"}""", ""));
            Line.await(line.red, filed);
            JsonNode entry = line.red.get("/api/v1/entries/" + filed).json();
            assertThat(entry.path("precedence").asText()).isEqualTo("PRIORITY");
            assertThat(entry.at("/act/title/ru").asText()).isEqualTo("Уведомление о колонне");
            assertThat(entry.at("/act/sentences/1/text").asText())
                    .startsWith("BLUE уведомляет о проходе колонны. Адресат: RED.")
                    .contains("Число машин: 14.", "в течение 12 часов");

            String answer = Line.say(
                    line.red, FilingTest.filing("PCA", "{\"answer\":\"elsewhere\"}", ",\"re\":\"" + filed + "\""));

            Line.await(line.blue, answer);
            JsonNode answered = line.blue.get("/api/v1/entries/" + answer).json();
            assertThat(answered.path("matter").asText()).isEqualTo(filed);
            assertThat(answered.at("/act/sentences/1/text").asText())
                    .isEqualTo("RED replies to the notification of a convoy. Addressee: BLUE. Reply: another route is"
                            + " requested.");
        }
    }

    @Test
    void a_catalogue_in_which_something_is_to_be_mended_stops_the_start_and_names_the_place() throws IOException {
        var served = new Served(folder);
        catalogue(served.red.home, written().replace("  PCA:\n    by: other", "  PCA:\n    by: nobody"));
        assertThatThrownBy(served.red::start)
                .isInstanceOf(HomeFault.class)
                .satisfies(fault -> assertThat(((HomeFault) fault).code()).isEqualTo(Code.CATALOGUE_NAME_UNKNOWN))
                .hasMessageContaining("procedures/PC.yaml:")
                .hasMessageContaining("`nobody`")
                .hasMessageContaining("the first of ");
    }

    @Test
    void a_folder_without_a_catalogue_stops_the_start_too() throws IOException {
        var served = new Served(folder);
        Files.createDirectory(served.red.home.catalogue());
        assertThatThrownBy(served.red::start).isInstanceOf(HomeFault.class);
    }

    /// The procedure that the manual shows.
    static String written() throws IOException {
        String manual = Files.readString(Path.of("../docs/catalogue.md"));
        int begin = manual.indexOf("```yaml\nprocedure: PC") + "```yaml\n".length();
        return manual.substring(begin, manual.indexOf("```", begin));
    }

    /// What the parties agree on: the catalogue that is built in, with one procedure more.
    static Digest hash(String convoy) {
        var texts = new TreeMap<>(CatalogueFolder.builtIn().texts());
        texts.put("procedures/PC.yaml", convoy);
        return Identity.of(CatalogueReader.read(texts)).hash();
    }

    /// Who holds another catalogue than the one agreed files nothing from it, and reads nothing by it.
    @Test
    void a_catalogue_that_was_not_agreed_on_is_not_used() throws IOException {
        var served = new Served(folder);
        catalogue(served.red.home, written());
        try (var line = new Line(served.start())) {
            String filed = Line.say(line.blue, FilingTest.filing("UA", FilingTest.UA, ""));
            Line.await(line.red, filed);
            JsonNode act = line.red.get("/api/v1/entries/" + filed).json().path("act");
            assertThat(act.path("known").asBoolean()).isFalse();
            assertThat(act.at("/fields/0/written").asText()).isEqualTo("concentration");
            Client.Reply refused = line.red.post("/api/v1/entries", FilingTest.filing("UA", FilingTest.UA, ""));
            assertThat(refused.code()).isEqualTo("TG-5018");
        }
    }

    static void catalogue(Home home, String convoy) throws IOException {
        Path own = home.catalogue();
        var builtIn = CatalogueFolder.builtIn();
        Files.createDirectories(own.resolve("procedures"));
        Files.createDirectories(own.resolve("words"));
        for (var text : builtIn.texts().entrySet()) {
            Files.writeString(own.resolve(text.getKey()), text.getValue());
        }
        Files.write(own.resolve(CatalogueFolder.IDENTICAL), builtIn.identical());
        Files.writeString(own.resolve("procedures/PC.yaml"), convoy);
    }
}
