package torgau.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import torgau.station.home.CatalogueFolder;

/// What somebody who writes or reads a procedure is told.
class CatalogueTest {
    private static final Path OURS = Path.of("../catalogue");

    @TempDir
    private Path directory;

    @Test
    void the_catalogue_that_is_built_in_has_nothing_to_be_mended() {
        var checked = Typed.now("catalogue", "check");
        long procedures = CatalogueFolder.builtIn().texts().keySet().stream()
                .filter(file -> file.startsWith("procedures/"))
                .count();
        assertThat(checked.out()).contains("procedures: " + procedures + ",", "en, ru, uk. Nothing is to be mended.");
        assertThat(checked.exit()).isEqualTo(Exit.OK);
    }

    @Test
    void it_is_the_one_in_the_folder() {
        assertThat(CatalogueFolder.builtIn()).isEqualTo(CatalogueFolder.in(OURS));
    }

    @Test
    void what_is_to_be_mended_is_said_with_its_place_and_the_way_out() throws IOException {
        Path folder = copy();
        Path file = folder.resolve("procedures/IQ.yaml");
        Files.writeString(file, Files.readString(file).replace("edition: 1", "editoin: 1"));
        var checked = Typed.now("catalogue", "check", folder.toString());
        assertThat(checked.exit()).isEqualTo(Exit.REFUSED);
        assertThat(checked.out())
                .contains(
                        file + ":3: TG-5002 unknown key `editoin`; known are procedure, edition",
                        file + ":2: TG-5003 `edition` is missing; add it",
                        folder + ": findings: 2.");
    }

    @Test
    void a_program_reads_the_same_as_an_object() throws IOException {
        Path folder = copy();
        Files.delete(folder.resolve("words/identical.txt"));
        var checked = Typed.now("catalogue", "check", folder.toString(), "--json");
        assertThat(checked.exit()).isEqualTo(Exit.REFUSED);
        assertThat(checked.json().get("procedures").asInt()).isEqualTo(1);
        assertThat(checked.json().at("/findings/0/code").asText()).isEqualTo("TG-5014");
        assertThat(checked.json().at("/findings/0/line").asInt()).isPositive();
        var good = Typed.now("catalogue", "check", "--json");
        assertThat(good.json().get("findings")).isEmpty();
        assertThat(good.json().get("texts").asInt()).isGreaterThan(2_000);
    }

    @Test
    void a_link_that_leads_out_of_the_folder_is_refused() throws IOException {
        Path folder = copy();
        Path outside = Files.writeString(directory.resolve("outside.yaml"), "secret: 1");
        Files.createSymbolicLink(folder.resolve("procedures/ZZ.yaml"), outside);
        var refused = Typed.now("catalogue", "check", folder.toString());
        assertThat(refused.exit()).isEqualTo(Exit.REFUSED);
        assertThat(refused.err()).startsWith("TG-7015").contains("ZZ.yaml is a link that leads out of");
        assertThat(refused.out()).doesNotContain("secret");
    }

    @Test
    void a_link_within_the_folder_is_read() throws IOException {
        Path folder = copy();
        Files.move(folder.resolve("common.yaml"), folder.resolve("shared.txt"));
        Files.createSymbolicLink(folder.resolve("common.yaml"), Path.of("shared.txt"));
        assertThat(Typed.now("catalogue", "check", folder.toString()).exit()).isEqualTo(Exit.OK);
    }

    @Test
    void what_is_no_text_or_too_long_is_refused_and_other_files_are_not_opened() throws IOException {
        Path folder = copy();
        Files.write(folder.resolve("picture.png"), new byte[CatalogueFolder.MAX_FILE_BYTES + 1]);
        Files.writeString(folder.resolve(".hidden.yaml"), "no: [yaml");
        assertThat(Typed.now("catalogue", "check", folder.toString()).exit()).isEqualTo(Exit.OK);
        Path file = folder.resolve("procedures/ZZ.yaml");
        Files.write(file, "имя".getBytes(StandardCharsets.UTF_16));
        assertThat(Typed.now("catalogue", "check", folder.toString()).err()).contains("ZZ.yaml is not UTF-8");
        Files.write(file, new byte[CatalogueFolder.MAX_FILE_BYTES + 1]);
        assertThat(Typed.now("catalogue", "check", folder.toString()).err()).contains("ZZ.yaml is longer than");
    }

    @Test
    void a_folder_with_nothing_in_it_is_told_what_it_lacks() {
        assertThat(Typed.now("catalogue", "check", directory.toString()).out())
                .contains("common.yaml: TG-5003 there is none; write it");
        assertThat(Typed.now("catalogue", "check", "/nonexistent").err()).startsWith("TG-7015");
    }

    @Test
    void a_procedure_is_shown_in_the_language_that_is_wanted() {
        assertThat(Typed.now("catalogue", "show", "ua").out())
                .contains("UA  Clarification of unusual military activity", "Reply to the request for clarification");
        var shown = Typed.now("catalogue", "show", "UA", "--lang", "uk");
        assertThat(shown.out())
                .contains("надіслано запит про роз’яснення", "Що очікується")
                .doesNotContain("\\u");
        assertThat(shown.out().lines()).allMatch(line -> line.length() <= Sheet.WIDTH);
        assertThat(Typed.now("catalogue", "show", "UA", "--json")
                        .json()
                        .at("/states/asked/UR")
                        .asText())
                .isEqualTo("answered");
    }

    @Test
    void a_picture_is_written_once() throws IOException {
        Path file = directory.resolve("ua.svg");
        String[] typed = {"catalogue", "show", "UA", "--dir", OURS.toString(), "--lang", "ru", "--svg", file.toString()
        };
        assertThat(Typed.now(typed).out()).isEqualTo("Drawn: " + file + System.lineSeparator());
        assertThat(Files.readString(file))
                .startsWith("<svg ")
                .contains("ответ дан")
                .endsWith("</svg>\n");
        assertThat(Typed.now(typed).err()).startsWith("TG-7017");
    }

    @Test
    void what_is_not_there_is_named_with_what_is() throws IOException {
        var unknown = Typed.now("catalogue", "show", "XX");
        assertThat(unknown.exit()).isEqualTo(Exit.REFUSED);
        assertThat(unknown.err())
                .startsWith("TG-5009: there is no procedure `XX`; there are ")
                .contains(", UA, ");
        var language = Typed.now("catalogue", "show", "UA", "--lang", "de");
        assertThat(language.exit()).isEqualTo(Exit.USAGE);
        assertThat(language.err()).contains("--lang is de; the catalogue has en, ru, uk");
        Path folder = copy();
        Files.writeString(folder.resolve("procedures/IQ.yaml"), "procedure: [");
        assertThat(Typed.now("catalogue", "show", "IQ", "--dir", folder.toString())
                        .err())
                .startsWith("TG-50")
                .contains("procedures/IQ.yaml:")
                .contains("torgau catalogue check");
    }

    @ParameterizedTest
    @ValueSource(strings = {"check", "show IQ"})
    void a_catalogue_of_one_procedure_is_enough(String typed) throws IOException {
        var folder = copy().toString();
        String[] words = ("catalogue " + typed + (typed.equals("check") ? " " : " --dir ") + folder).split(" ");
        assertThat(Typed.now(words).exit()).isEqualTo(Exit.OK);
    }

    /// The common part and IQ.
    private Path copy() throws IOException {
        Path folder = directory.resolve("mine");
        Files.createDirectories(folder.resolve("procedures"));
        Files.createDirectories(folder.resolve("words"));
        for (String file : new String[] {"common.yaml", "signals.yaml", "procedures/IQ.yaml", "words/identical.txt"}) {
            Files.copy(OURS.resolve(file), folder.resolve(file));
        }
        return folder.toRealPath();
    }
}
