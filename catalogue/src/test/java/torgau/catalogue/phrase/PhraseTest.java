package torgau.catalogue.phrase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PhraseTest {
    private static final String HOURS =
            "в течение {hours, plural, one {# часа} few {# часов} many {# часов} other {# часа}}";

    @ParameterizedTest
    @CsvSource({
        "1, 1 часа",
        "2, 2 часов",
        "5, 5 часов",
        "11, 11 часов",
        "21, 21 часа",
        "101, 101 часа",
        "1.5, '1,5 часа'"
    })
    void a_number_has_its_words(double hours, String words) throws PhraseFault {
        Number number = hours == Math.rint(hours) ? (Number) (long) hours : hours;
        assertThat(Phrase.of(HOURS, "ru").with(Map.of("hours", number))).isEqualTo("в течение " + words);
    }

    @Test
    void what_is_not_given_takes_its_part_with_it() throws PhraseFault {
        Phrase phrase = Phrase.of("Area: {area}. [Remarks: {remarks}.] [From {from} to {to}.] End.", "en");
        assertThat(phrase.with(Map.of("area", "north"))).isEqualTo("Area: north. End.");
        assertThat(phrase.with(Map.of("area", "north", "remarks", "none", "from", "a")))
                .isEqualTo("Area: north. Remarks: none. End.");
        assertThat(phrase.needed()).containsExactly("area");
        assertThat(phrase.placeholders()).containsExactly("area", "from", "remarks", "to");
    }

    @Test
    void the_forms_of_a_number_are_known() throws PhraseFault {
        assertThat(Phrase.of(HOURS, "ru").plurals().get("hours")).containsExactly("few", "many", "one", "other");
        assertThat(Phrase.of(HOURS, "uk").forms()).containsExactly("few", "many", "one", "other");
    }

    /// Values are words, whatever stands in them.
    @Test
    void what_a_value_says_is_never_taken_for_a_placeholder() throws PhraseFault {
        assertThat(Phrase.of("Text: {text}.", "en").with(Map.of("text", "{from} [x] it's")))
                .isEqualTo("Text: {from} [x] it's.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{open",
                "it's",
                "[never closed {x}",
                "closed] {x}",
                "[[{x}]]",
                "[nothing optional]",
                "{n, plural, one {#}}"
            })
    void what_cannot_be_rendered_is_refused(String text) {
        assertThatThrownBy(() -> Phrase.of(text, "en")).isInstanceOf(PhraseFault.class);
    }
}
