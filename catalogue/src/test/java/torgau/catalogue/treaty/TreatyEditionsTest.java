package torgau.catalogue.treaty;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import torgau.catalogue.Catalogue;
import torgau.catalogue.Examples;
import torgau.catalogue.Examples.Example;
import torgau.catalogue.Procedure;
import torgau.catalogue.Shipped;
import torgau.catalogue.treaty.TreatyFault.Rule;
import torgau.catalogue.value.MadeUpNumbers;
import torgau.catalogue.yaml.CatalogueReader;
import torgau.journal.Act;

/// Of a procedure in several editions, a text is read by the edition that it names.
final class TreatyEditionsTest {
    private static final Example ASKED = Examples.all().stream()
            .filter(example -> example.toString().equals("UA/UA"))
            .findFirst()
            .orElseThrow();
    private static final Catalogue SECOND = second();
    private static final TreatyReader.Editions BOTH = new TreatyReader.Editions() {
        @Override
        public List<String> procedures() {
            return List.of("UA");
        }

        @Override
        public List<Procedure> of(String procedure) {
            return List.of(SECOND, TreatyTest.CATALOGUE).stream()
                    .flatMap(catalogue -> catalogue.procedure(procedure).stream())
                    .toList();
        }
    };

    /// With another title, one that begins like the first, and another label.
    private static Catalogue second() {
        var texts = Shipped.texts();
        texts.compute(
                "procedures/UA.yaml",
                (_, text) -> Objects.requireNonNull(text)
                        .replace("edition: 1\n", "edition: 2\n")
                        .replace(
                                "\"Request for clarification of unusual military activity\"",
                                "\"Request for clarification of unusual military activity at sea\"")
                        .replace("\"Запрос о разъяснении необычной военной деятельности\"", "\"Запрос о разъяснении\"")
                        .replace("en: \"Activity observed\"", "en: \"What was observed\""));
        return CatalogueReader.read(texts).catalogue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ru", "uk"})
    void each_edition_is_read_by_its_own_words(String language) {
        for (int edition = 1; edition <= 2; edition++) {
            Catalogue catalogue = edition == 1 ? TreatyTest.CATALOGUE : SECOND;
            String text = text(catalogue, edition, language);
            TreatyText read = TreatyReader.read(text, TreatyTest.CATALOGUE, BOTH, MadeUpNumbers.ANY);
            assertThat(read).as(text).isInstanceOfSatisfying(TreatyText.Read.class, filed -> {
                assertThat(filed.form()).isEqualTo(form(catalogue));
                assertThat(filed.values()).isEqualTo(ASKED.values());
            });
        }
    }

    @Test
    void a_number_that_is_no_edition_under_this_title_is_told_with_those_that_are() {
        String text = text(SECOND, 2, "en");
        assertThat(fault(text.replace("EDITION: 2", "EDITION: 1")))
                .extracting(TreatyFault::rule, TreatyFault::limits)
                .containsExactly(Rule.EDITION, List.of("2"));
        assertThat(fault(text(TreatyTest.CATALOGUE, 1, "en").replace("EDITION: 1", "EDITION: 7")))
                .extracting(TreatyFault::rule, TreatyFault::limits)
                .containsExactly(Rule.EDITION, List.of("1"));
        assertThat(fault(text.replace("Request for", "Demand for")).rule()).isEqualTo(Rule.AGREED);
    }

    @Test
    void the_words_of_one_edition_are_not_those_of_another() {
        String mixed = text(SECOND, 2, "en").replace("What was observed", "Activity observed");
        assertThat(fault(mixed).label()).isEqualTo("What was observed");
    }

    private static TreatyFault fault(String text) {
        return ((TreatyText.Refused) TreatyReader.read(text, TreatyTest.CATALOGUE, BOTH, MadeUpNumbers.ANY))
                .faults()
                .getFirst();
    }

    private static Act.Form form(Catalogue catalogue) {
        return new Act.Form("UA", catalogue.procedure("UA").orElseThrow().edition(), "UA");
    }

    private static String text(Catalogue catalogue, int edition, String language) {
        String text = new NumberedText(catalogue, MadeUpNumbers.ANY)
                .of(TreatyTest.header(ASKED), form(catalogue), ASKED.values(), language);
        assertThat(text).contains(": " + edition + "\n");
        return text;
    }
}
