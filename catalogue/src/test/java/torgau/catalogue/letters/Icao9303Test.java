package torgau.catalogue.letters;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Icao9303Test {
    /// The published table, letter by letter.
    @Test
    void every_letter_is_that_of_the_table() {
        assertThat(each("АБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ", Tongue.RUSSIAN))
                .isEqualTo("A B V G D E E ZH Z I I K L M N O P R S T U F KH TS CH SH SHCH IE Y  E IU IA");
        assertThat(each("АБВГҐДЕЄЖЗИІЇЙКЛМНОПРСТУФХЦЧШЩЬЮЯ", Tongue.UKRAINIAN))
                .isEqualTo("A B V H G D E IE ZH Z Y I I I K L M N O P R S T U F KH TS CH SH SHCH  IU IA");
    }

    /// Each within a word, where Ukrainian has no letters of the beginning.
    private static String each(String letters, Tongue tongue) {
        return letters.codePoints()
                .mapToObj(Character::toString)
                .map(letter -> Icao9303.latin("О" + letter, tongue).substring(1))
                .collect(Collectors.joining(" "));
    }

    /// Row 9.
    @ParameterizedTest
    @CsvSource({
        "Олена Іваненко, UKRAINIAN, Olena Ivanenko",
        "Ївга Щербань, UKRAINIAN, Yivha Shcherban",
        "Юлія Юр’єва, UKRAINIAN, Yuliia Yurieva",
        "Мар'яна Згурська, UKRAINIAN, Mariana Zhurska",
        "Григорій Йовенко, UKRAINIAN, Hryhorii Yovenko",
        "Семён Подъячев, RUSSIAN, Semen Podieiachev",
        "Юлия Эйхман-Щукина, RUSSIAN, Iuliia Eikhman-Shchukina",
        "ЩУКИН, RUSSIAN, SHCHUKIN"
    })
    void names_are_written_as_travel_documents_write_them(String name, Tongue tongue, String latin) {
        assertThat(Icao9303.latin(name, tongue)).isEqualTo(latin);
    }

    @Test
    void a_name_that_both_languages_can_have_may_be_spelt_either_way() {
        assertThat(Icao9303.spellings("Игорь Эрнст")).containsExactly("Igor Ernst");
        assertThat(Icao9303.spellings("Григор")).containsExactly("Grigor", "Hryhor");
        assertThat(Icao9303.spellings("John")).isEmpty();
        assertThat(Icao9303.agrees("Григор", "HRYHOR")).isTrue();
        assertThat(Icao9303.agrees("Тарас Бойко", "BOIKO, Taras")).isTrue();
        assertThat(Icao9303.agrees("Тарас Бойко", "Taras Boyko")).isFalse();
    }

    @Test
    void letters_of_no_known_alphabet_are_told_by_their_word() {
        assertThat(Letters.unknown("Олена Іваненко", false)).isEmpty();
        assertThat(Letters.unknown("Éloïse D’Arcy-Łoś", false)).isEmpty();
        assertThat(Letters.unknown("Ελένη Παππά", false)).contains("Ελένη");
        assertThat(Letters.unknown("Ivanенко", false))
                .as("two alphabets in one word")
                .contains("Ivanенко");
        assertThat(Letters.unknown("Иванiв", false)).as("a Latin i").contains("Иванiв");
        assertThat(Letters.unknown("Їржы", false))
                .as("letters of two languages")
                .contains("Їржы");
        assertThat(Letters.unknown("Ivan\u202eoknec", false)).isPresent();
        assertThat(Letters.unknown("Ivan\u0000", true)).isPresent();
        assertThat(Letters.unknown("Іваненко", true)).contains("Іваненко");
        assertThat(Letters.unknown("и\u0306од".toUpperCase(Locale.ROOT), false))
                .as("composed of two")
                .isEmpty();
    }
}
