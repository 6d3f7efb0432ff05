package torgau.catalogue.treaty;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import torgau.catalogue.Examples;
import torgau.catalogue.Examples.Example;
import torgau.catalogue.render.Card;
import torgau.catalogue.value.MadeUpNumbers;

/// The numbered text of every format in every language, beside what was reviewed.
/// `-Dtorgau.snapshots=write` writes it anew.
final class NumberedTextTest {
    private static final Path GOLDEN = Path.of("src/test/resources/golden/treaty");
    private static final String SHARED = "COMMON";
    private static final Map<String, List<Example>> BY_FILE = byFile();

    static Stream<String> files() {
        return BY_FILE.keySet().stream();
    }

    /// Examples by procedure; those of formats that several share apart.
    private static Map<String, List<Example>> byFile() {
        var files = new TreeMap<String, List<Example>>();
        for (Example example : Examples.all()) {
            boolean shared =
                    Examples.common().formats().containsKey(example.format().code());
            files.computeIfAbsent(shared ? SHARED : example.procedure().code(), _ -> new java.util.ArrayList<>())
                    .add(example);
        }
        return files;
    }

    @ParameterizedTest
    @MethodSource("files")
    void reads_as_it_was_reviewed(String file) throws IOException {
        var text = new StringBuilder();
        for (Example example : BY_FILE.getOrDefault(file, List.of())) {
            for (String language : Examples.common().languages()) {
                text.append(written(example, language)).append('\n');
            }
        }
        Path golden = GOLDEN.resolve(file + ".txt");
        if ("write".equals(System.getProperty("torgau.snapshots"))) {
            Files.createDirectories(GOLDEN);
            Files.writeString(golden, text);
        }
        assertThat(text.toString()).isEqualTo(Files.readString(golden)).doesNotContain("{", "}", "[", "]");
        assertThat(text.toString().lines()).allMatch(line -> line.length() <= Wrapping.COLUMNS);
    }

    @Test
    void a_card_has_the_same_lines_without_their_numbers() {
        for (Example example : BY_FILE.values().stream().flatMap(List::stream).toList()) {
            for (String language : Examples.common().languages()) {
                Card card = Card.of(
                        TreatyTest.CATALOGUE,
                        MadeUpNumbers.ANY,
                        TreatyTest.header(example),
                        TreatyTest.form(example),
                        example.values(),
                        language);
                String text = String.join(" ", written(example, language).split("\\s+"));

                assertThat(card.header()).hasSize(12).allMatch(row -> text.contains(one(row.label()) + ": "));
                assertThat(card.fields())
                        .hasSameSizeAs(example.values().keySet())
                        .allMatch(row -> text.contains(". " + one(row.label()) + ": ")
                                && !row.words().isEmpty());
                assertThat(text).contains(one(card.names()));
            }
        }
    }

    private static String one(String text) {
        return String.join(" ", text.split("\\s+"));
    }

    private static String written(Example example, String language) {
        return TreatyTest.TEXT.of(TreatyTest.header(example), TreatyTest.form(example), example.values(), language);
    }
}
