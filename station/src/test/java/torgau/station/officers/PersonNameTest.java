package torgau.station.officers;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Names that persons have, and names that are made to pass for another's.
final class PersonNameTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Maj Anna Berg",
                "Cdr Jean-Pierre O'Neill III",
                "Полковник Анна Берг",
                "Підполковник Мар’яна Ґудзь",
                "Cdr Αννα",
                "Maj Nguyễn Thị Minh",
                "Cdr Zoe\u0308",
                "1佐 山田 さくら",
                "Maj Анна Berg"
            })
    void a_name_as_persons_have_them_is_taken(String name) {
        assertThat(PersonName.fault(name)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Maj Anna\u202E Berg",
                "Maj Anna\u200B Berg",
                "Maj An\u200Dna Berg",
                "Maj An\u00ADna Berg",
                "\u200FMaj Anna Berg",
                "Maj Anna\u3164Berg",
                "Maj Anna\uFE0F Berg",
                "Maj Anna Berg\uE000",
                "Maj Anna\u2028Berg"
            })
    void a_character_that_nobody_sees_makes_no_second_anna(String name) {
        assertThat(PersonName.fault(name)).get().asString().contains("nobody sees");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Maj \u0410nna Berg", "Maj Ann\u0430 Berg", "Maj Anna B\u0435rg", "Maj \u0391nna"})
    void a_letter_of_another_script_in_a_word_makes_no_second_anna(String name) {
        assertThat(PersonName.fault(name)).get().asString().contains("several scripts");
    }
}
