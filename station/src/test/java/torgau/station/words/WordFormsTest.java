package torgau.station.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WordFormsTest {
    private static final WordForms FORMS = new WordForms();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "учение учения учений учениями учениях УЧЕНИЕМ",
                "уведомление уведомления уведомлений уведомлениями",
                "военный военная военного военными",
                "корабль корабля корабли кораблями кораблей",
                "манёвр маневр манёвры маневров манёврами",
                "стрельба стрельбы стрельбами стрельбах",
                "объект объекта объектов объектами",
                "навчання навчань навчаннями навчаннях",
                "стрільби стрільб стрільбами",
                "корабель корабля кораблі кораблями кораблів",
                "обстріл обстрілу обстрілів обстрілами",
                "п'ять п’яти пʼятьма",
                "ґрунт грунт ґрунту ґрунтами",
                "військовий військова військового військовими",
                "повітряний повітряного повітряними",
                "exercise exercises exercised Exercising",
                "ship ships SHIP's ship’s",
                "notify notified notifies",
                "мост моста мосты мостами",
            })
    void forms_of_one_word_have_a_base_in_common(String row) {
        List<String> words = Arrays.asList(row.split(" "));
        var common = new HashSet<>(FORMS.bases(words.getFirst()));
        for (String word : words) {
            common.retainAll(FORMS.bases(word));
        }
        assertThat(common).as(row).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "учения, учёт",
        "корабль, короб",
        "навчання, навичка",
        "стрільби, стріла",
        "exercise, execute",
        "мир, мера",
        "судно, суд",
        "ракета, ракетка",
        "завод, завет",
        "north, northern",
    })
    void rivals_are_told_apart(String one, String other) {
        assertThat(FORMS.bases(one)).doesNotContainAnyElementsOf(FORMS.bases(other));
    }

    @Test
    void letters_that_decide_give_the_bases_of_one_language() {
        assertThat(FORMS.bases("объявления")).hasSize(1);
        assertThat(FORMS.bases("літаками")).containsExactly("літак");
        assertThat(FORMS.bases("кораблями")).containsExactly("корабель", "корабл");
    }

    @Test
    void marks_ligatures_and_letters_that_cannot_be_seen_do_not_count() {
        assertThat(FORMS.bases("уче\u0301ния")).isEqualTo(FORMS.bases("учения"));
        assertThat(FORMS.bases("уче\u00ADния\u200B")).isEqualTo(FORMS.bases("учения"));
        assertThat(FORMS.bases("и\u0306од")).isEqualTo(FORMS.bases("йод"));
        assertThat(FORMS.bases("і\u0308хати")).isEqualTo(FORMS.bases("їхати"));
        assertThat(FORMS.bases("ﬁle")).isEqualTo(FORMS.bases("file"));
        assertThat(FORMS.bases("Ｆｉｌｅ")).isEqualTo(FORMS.bases("file"));
        assertThat(FORMS.bases("мои")).isNotEqualTo(FORMS.bases("мой"));
    }

    @Test
    void numbers_and_words_of_two_alphabets_are_their_own_base() {
        assertThat(FORMS.bases("2026")).containsExactly("2026");
        assertThat(FORMS.bases("cудна")).containsExactly("cудна");
    }

    @Test
    void a_word_of_any_length_has_bases_of_bounded_length() {
        String endless = "щ".repeat(100_000);
        assertThat(FORMS.bases(endless)).allMatch(base -> base.length() <= WordForms.LONGEST_LETTERS);
        assertThat(FORMS.bases("ﷺ".repeat(60))).allMatch(base -> base.length() <= WordForms.LONGEST_LETTERS);
        assertThat(FORMS.bases("")).containsExactly("");
    }

    @Test
    void many_threads_get_what_one_gets() {
        List<String> words = IntStream.range(0, 3_000)
                .mapToObj(i -> "учен" + (char) ('а' + i % 32) + i % 97)
                .toList();
        List<Set<String>> alone = words.stream().map(FORMS::bases).toList();
        List<Set<String>> together = words.parallelStream().map(FORMS::bases).toList();
        assertThat(together).isEqualTo(alone);
    }
}
