package torgau.station.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;

/// veraPDF finds no fault in a paper as PDF/A-2u, whatever is printed on it.
final class ArchivalTest {
    private static final PaperPress PRESS = new PaperPress();

    @BeforeAll
    static void veraPdf() {
        VeraGreenfieldFoundryProvider.initialise();
    }

    static Stream<Arguments> papers() {
        String hostile = "\u0000\u0007\u202eab\ud800\udc00\ud83d\ude00 שלום e\u0301\u0489 ‹U+0000› \ufffe\uffff\n";
        return Stream.of(
                Arguments.of("English and Russian", Papers.example("UA/UA").paper("en", "ru")),
                Arguments.of("English and Ukrainian", Papers.example("WR/WR").paper("en", "uk")),
                Arguments.of("Russian and Ukrainian", Papers.example("SR/SR").paper("ru", "uk")),
                Arguments.of("three languages", Papers.example("IN/INF").paper("en", "ru", "uk")),
                Arguments.of("one language", Papers.example("LT/LT").paper(Paper.Mark.TEST, "ru")),
                Arguments.of("an exercise", Papers.example("UA/UR").paper(Paper.Mark.EXERCISE, "en", "ru")),
                Arguments.of("a long text", Papers.saying("Columns were seen. ".repeat(2_700), "en", "uk")),
                Arguments.of("a hostile text", Layouts.everywhere(hostile)),
                Arguments.of("no text at all", Papers.saying("", "en")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("papers")
    void conforms(String name, Paper paper) throws Exception {
        var foundry = Foundries.defaultInstance();
        try (var parser = foundry.createParser(new ByteArrayInputStream(PRESS.print(paper)), PDFAFlavour.PDFA_2_U);
                var validator = foundry.createValidator(PDFAFlavour.PDFA_2_U, false)) {
            var result = validator.validate(parser);
            assertThat(parser.getFlavour()).isEqualTo(PDFAFlavour.PDFA_2_U);
            assertThat(result.getTestAssertions()).as(name).isEmpty();
            assertThat(result.isCompliant()).isTrue();
            assertThat(result.getTotalAssertions()).isGreaterThan(100);
        }
    }
}
