package torgau.catalogue.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import torgau.catalogue.Common;
import torgau.catalogue.Format;
import torgau.catalogue.Procedure;
import torgau.catalogue.Shipped;
import torgau.catalogue.value.FilingReader;
import torgau.catalogue.value.MadeUpNumbers;
import torgau.catalogue.value.Raw;
import torgau.catalogue.value.Times;
import torgau.catalogue.yaml.CatalogueReader;
import torgau.catalogue.yaml.Tree;

/// Every format of every procedure, its example read out in every language, beside what was reviewed.
/// `-Dtorgau.snapshots=write` writes it anew.
final class SentencesTest {
    private static final Path GOLDEN = Path.of("src/test/resources/golden");

    static Stream<Procedure> procedures() {
        return Shipped.READ.catalogue().procedures().values().stream();
    }

    @ParameterizedTest
    @MethodSource("procedures")
    void reads_as_it_was_reviewed(Procedure procedure) throws IOException {
        Common common = Shipped.READ.catalogue().common();
        var sentences = new Sentences(common, procedure, MadeUpNumbers.ANY);
        Tree examples = Shipped.READ
                .trees()
                .get(CatalogueReader.PROCEDURES + procedure.code() + ".yaml")
                .at("examples");
        var text = new StringBuilder();
        for (Format format : procedure.formats().values()) {
            if (!(examples.maybe(format.code()).raw() instanceof Raw.Pairs written)) {
                continue; // included: read out with the common part
            }
            var values = FilingReader.read(
                            format.fields(), written, name -> procedure.list(name, common), MadeUpNumbers.ANY)
                    .values();
            var envelope = new Sentences.Envelope(
                    "BLUE-OPS-2026-7",
                    "BLUE",
                    "RED",
                    Times.instant("211830ZNOV26").orElseThrow(),
                    format.defaults().trafficClass());
            for (String language : common.languages()) {
                text.append(format.code()).append(' ').append(language).append(": ");
                text.append(sentences.of(format, envelope, values, language)).append('\n');
            }
        }
        Path golden = GOLDEN.resolve(procedure.code() + ".txt");
        if ("write".equals(System.getProperty("torgau.snapshots"))) {
            Files.createDirectories(GOLDEN);
            Files.writeString(golden, text);
        }
        assertThat(text.toString()).isEqualTo(Files.readString(golden)).doesNotContain("{", "}", "[", "]");
    }
}
