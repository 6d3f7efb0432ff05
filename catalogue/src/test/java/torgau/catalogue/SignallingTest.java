package torgau.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.NavigableMap;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import torgau.catalogue.render.Header;
import torgau.catalogue.render.Sentences;
import torgau.catalogue.treaty.NumberedText;
import torgau.catalogue.treaty.TreatyReader;
import torgau.catalogue.treaty.TreatyText;
import torgau.catalogue.value.MadeUpNumbers;
import torgau.catalogue.value.RandomValues;
import torgau.catalogue.value.Value;
import torgau.catalogue.yaml.CatalogueReader;
import torgau.journal.Act;
import torgau.journal.Label;
import torgau.journal.Precedence;
import torgau.journal.TrafficClass;

/// Every short signal can be filed: it is read out as the table says, and its numbered text reads back.
final class SignallingTest {
    private static final Catalogue CATALOGUE = Shipped.READ.catalogue();
    private static final Procedure SIGNALS =
            CATALOGUE.procedure(Signalling.CODE).orElseThrow();

    static List<Format> signals() {
        return List.copyOf(SIGNALS.formats().values());
    }

    @ParameterizedTest
    @MethodSource("signals")
    void a_signal_is_said_in_every_language_and_typed_in_again(Format signal) {
        var drawn = new RandomValues(
                new Random(signal.code().hashCode()), name -> SIGNALS.list(name, CATALOGUE.common()), () -> "ZL1");
        NavigableMap<String, Value> values = drawn.of(signal.fields());
        var sentences = new Sentences(CATALOGUE.common(), SIGNALS, MadeUpNumbers.ANY);
        var envelope = new Sentences.Envelope("BLUE-OPS-2026-7", "BLUE", "RED", 0, TrafficClass.FORMAL);
        var header = new Header(
                "BLUE-OPS-2026-7",
                "BLUE",
                null,
                List.of("RED"),
                0,
                TrafficClass.FORMAL,
                Precedence.FLASH,
                Label.PARTIES_ONLY,
                List.of());
        var form = new Act.Form(Signalling.CODE, SIGNALS.edition(), signal.code());
        for (String language : CATALOGUE.common().languages()) {
            assertThat(sentences.of(signal, envelope, values, language))
                    .isNotBlank()
                    .doesNotContain("{", "}");
            String text = new NumberedText(CATALOGUE, MadeUpNumbers.ANY).of(header, form, values, language);
            assertThat(TreatyReader.read(text, CATALOGUE, MadeUpNumbers.ANY))
                    .as(text)
                    .isInstanceOfSatisfying(
                            TreatyText.Read.class,
                            read -> assertThat(read.values()).isEqualTo(values));
        }
    }

    @Test
    void a_signal_is_answered_by_those_that_the_table_names_or_annulled() {
        assertThat(SIGNALS.formats()).hasSize(48);
        assertThat(SIGNALS.lifecycle().start()).containsKey("ZL2");
        assertThat(SIGNALS.lifecycle().states().get("ZL2")).containsOnlyKeys("ZL1", "ZL3", "CX");
        assertThat(SIGNALS.format("ZL1").orElseThrow().defaults().signatures()).isEqualTo(1);
    }

    /// Requirement 32.
    @Test
    void each_signal_says_whether_its_words_are_agreed_or_one_sides_own() {
        var texts = Shipped.texts();
        texts.compute(CatalogueReader.SIGNALS, (_, text) -> text.replaceFirst("kind: agreed", "kind: unilateral"));
        assertThat(CatalogueReader.read(texts).catalogue().signals().byCode().values())
                .filteredOn(signal -> !signal.agreed())
                .hasSize(1);

        texts.compute(CatalogueReader.SIGNALS, (_, text) -> text.replaceFirst("kind: unilateral", "kind: ours"));
        assertThat(CatalogueReader.read(texts).findings().sorted())
                .anySatisfy(finding -> assertThat(finding.wayOut()).contains("agreed or unilateral"));
    }
}
