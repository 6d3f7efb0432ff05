package torgau.station.paper;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// Nothing that was written is lost, hidden or moved by what stands beside it.
final class LegibleTest {
    private final Legible legible = new Legible(Face.load()::has);

    @Test
    void what_cannot_be_seen_stands_as_its_code_point() {
        assertThat(legible.of("a\u0000b\u0007c\u200bd\ufefe\u00ade"))
                .isEqualTo("a‹U+0000›b‹U+0007›c‹U+200B›d‹U+FEFE›‹U+00AD›e");
        assertThat(legible.of("\ud83d\ude00 \ud800 \udc00x 中")).isEqualTo("‹U+1F600› ‹U+D800› ‹U+DC00›x ‹U+4E2D›");
    }

    @Test
    void what_reorders_or_covers_its_neighbours_stands_as_its_code_point() {
        assertThat(legible.of("hold\u202eerif\u202c \u2066x\u2069\u200f\u061c"))
                .isEqualTo("hold‹U+202E›erif‹U+202C› ‹U+2066›x‹U+2069›‹U+200F›‹U+061C›");
        assertThat(legible.of("של 1٢ о\u0489")).isEqualTo("‹U+05E9›‹U+05DC› 1‹U+0662› о‹U+0489›");
    }

    @Test
    void a_code_point_cannot_be_feigned() {
        assertThat(legible.of("‹U+202E›")).isEqualTo("‹U+2039›U+202E›");
    }

    @Test
    void a_letter_made_of_two_is_one_and_white_space_stays_white_space() {
        assertThat(legible.of("и\u0306 е\u0308 і\u0308")).isEqualTo("й ё ї");
        assertThat(legible.of("a\tb\u2003c\u00a0d\u202fe\r\nf\rg\u2028h\u0085i\n"))
                .isEqualTo("a b c\u00a0d\u00a0e\nf\ng\nh\ni\n");
    }
}
