package torgau.station.paper;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// veraPDF finds no fault in a paper as PDF/A-2u, whatever is printed on it.
final class ArchivalTest {
    private static final PaperPress PRESS = new PaperPress();

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
        VeraPdf.judge(name, PRESS.print(paper));
    }
}
