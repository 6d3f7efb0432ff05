package torgau.catalogue.glossary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import torgau.journal.Text;

class ComparisonTest {
    private static final int STEM = 5;

    private static Set<String> bases(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        return Set.of(lower.substring(0, Math.min(STEM, lower.length())));
    }

    private static Term term(String name, String en, String ru, String avoid) {
        var words = new TreeMap<>(java.util.Map.of("en", List.of(en), "ru", List.of(ru.split("; "))));
        var wrong = new TreeMap<String, List<String>>();
        if (!avoid.isEmpty()) {
            wrong.put("ru", List.of(avoid));
        }
        return new Term(name, words, null, wrong);
    }

    private static final Lexicon LEXICON = new Lexicon(
            new Glossary(
                    List.of(
                            term("exercise", "exercise", "учение", "маневры"),
                            term("ship", "ship (warship)", "корабль; военный корабль", "судно"),
                            term("vessel", "vessel", "судно", ""),
                            term("notification", "notification", "уведомление", "извещение"),
                            term("prior_notification", "prior notification", "предварительное уведомление", ""),
                            term("no_reply", "no reply as of", "по состоянию на … ответ не получен", "")),
                    new TreeMap<>(java.util.Map.of("ru", List.of("сотрудничество")))),
            ComparisonTest::bases);

    private static List<String> found(String english, String russian) {
        return Comparison.of(LEXICON, new Text("en", english), new Text("ru", russian)).stream()
                .map(ComparisonTest::name)
                .toList();
    }

    private static String name(Finding finding) {
        return switch (finding) {
            case Finding.Lost(Fact fact) -> "lost " + fact.written();
            case Finding.Added(Fact fact) -> "added " + fact.written();
            case Finding.OtherUnit(Fact one, Fact other) -> one.written() + " became " + other.written();
            case Finding.TermMissing missing -> "missing " + missing.agreed();
            case Finding.TermVaries varies -> varies.rendered() + " of " + varies.times() + " " + varies.agreed();
            case Finding.TwoWords two -> "two words " + two.used();
            case Finding.InsteadOf wrong -> wrong.word() + " instead of " + wrong.agreed();
            case Finding.Never never -> "never " + never.word();
        };
    }

    // --- what is right is let alone ---

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "At 211830ZNOV26 in 54°12.5'N 011°30'E | В 211830ZNOV26 в 54°12,5' с. ш. 011°30' в. д.",
                "At 5412N 01130E | В точке 54°12' с. ш., 11°30' в. д.",
                "On 21 November 2026 at 18:30 UTC | 21 ноября 2026 г. в 18:30 UTC",
                "By November 21, 2026, 6:30 p.m. | К 18:30 21.11.2026",
                "1,500 troops and 12.5 km | 1500 человек и 12,5 км",
                "1,500 troops | 1 500 человек",
                "within 12 nautical miles | в пределах 12 морских миль",
                "within 12 nm and 30 minutes | в пределах 12 мор. миль и 30 мин",
                "Two aircraft, one of them a Su-27 | 2 самолёта, в том числе 1 Су-27",
                "a T-72 and 3 ships | танк Т-72 и три корабля",
                "FL240 to FL300 | эшелоны полёта 240 и эшелон 300",
                "at minus 5 degrees | при -5 градусах",
                "your BLUE-OPS-2026-17 | ваше BLUE-OPS-2026-17",
                "5 days, 48 hours | 5 суток, 48 часов",
                "a 155-mm gun, 40 km/h, 25% | 155-мм орудие, 40 км/ч, 25 процентов",
                "in square 33UVT 1234 5678 | в квадрате 33UVT12345678"
            })
    void the_same_facts_written_as_each_language_writes_them_are_the_same(String english, String russian) {
        assertThat(found(english, russian)).isEmpty();
    }

    // --- what is wrong is found ---

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "at 12.5 km | на удалении 1,25 км | lost 12.5 km, added 1,25 км",
                "at 1,500 m | на высоте 1,500 м | lost 1,500 m, added 1,500 м",
                "within 12 nm | в пределах 12 км | 12 nm became 12 км",
                "a height of 300 ft | высота 300 м | 300 ft became 300 м",
                "54°12.5'N | 54°12,5' ю. ш. | lost 54°12.5'N, added 54°12,5' ю. ш",
                "54°12.5'N | 54°21,5' с. ш. | lost 54°12.5'N, added 54°21,5' с. ш",
                "011°30'E | 011°30' з. д. | lost 011°30'E, added 011°30' з. д",
                "at 211830ZNOV26 | в 211830ZDEC26 | lost 211830ZNOV26, added 211830ZDEC26",
                "on 21 November | 12 ноября | lost 21 November, added 12 ноября",
                "at 18:30 | в 16:30 | lost 18:30, added 16:30",
                "a Su-27 | самолёт Су-24 | lost Su-27, added Су-24",
                "3 ships | корабли | lost 3",
                "ships | 3 корабля | added 3",
                "at -5 degrees | при 5 градусах | lost -5 degrees, added 5 градусах",
                "48 hours | 48 суток | 48 hours became 48 суток",
                "5 and 5 ships | 5 кораблей | lost 5"
            })
    void a_figure_a_place_a_time_or_a_unit_that_changed_is_found(String english, String russian, String findings) {
        assertThat(String.join(", ", found(english, russian))).isEqualTo(findings);
    }

    @Test
    void a_latin_code_word_in_a_cyrillic_original_stays_as_it_is() {
        List<Finding> found = Comparison.of(
                LEXICON, new Text("ru", "Говорит ALBATROS, приём"), new Text("en", "This is ALBATROSS, over"));
        assertThat(found.stream().map(ComparisonTest::name)).containsExactly("lost ALBATROS");
        assertThat(Comparison.of(
                        LEXICON, new Text("ru", "Говорит ALBATROS, приём"), new Text("en", "This is ALBATROS, over")))
                .isEmpty();
    }

    @Test
    void an_agreed_word_that_is_missing_or_replaced_is_found_and_its_forms_are_not() {
        assertThat(found("During the exercise", "В ходе учений")).isEmpty();
        assertThat(found("During the exercise", "В ходе игры")).containsExactly("missing [учение]");
        assertThat(found("The exercise", "Учение, то есть маневры")).containsExactly("маневры instead of [учение]");
        assertThat(found("Exercise after exercise", "Учение за игрой")).containsExactly("1 of 2 [учение]");
    }

    @Test
    void the_longest_term_counts_and_a_word_agreed_for_another_term_is_not_wrong() {
        assertThat(found("A prior notification", "Предварительное уведомление")).isEmpty();
        assertThat(found("A prior notification", "Уведомление"))
                .containsExactly("missing [предварительное уведомление]");
        assertThat(found("A ship and a vessel", "Корабль и судно")).isEmpty();
        assertThat(found("A ship", "Судно"))
                .containsExactly("missing [корабль, военный корабль]", "Судно instead of [корабль, военный корабль]");
    }

    @Test
    void words_may_stand_where_the_glossary_leaves_room() {
        assertThat(found("No reply as of 12:00", "По состоянию на 12:00 ответ не получен"))
                .isEmpty();
    }

    @Test
    void a_term_in_two_words_and_a_word_that_commits_are_found() {
        assertThat(found("Ship to ship", "Корабль и военный корабль")).contains("two words [корабль, военный корабль]");
        assertThat(found("Contacts", "Сотрудничество")).containsExactly("never Сотрудничество");
    }

    @Test
    void what_is_grave_comes_first_and_each_place_is_told() {
        String english = "The exercise lasts 3 days.";
        List<Finding> found = Comparison.of(LEXICON, new Text("en", english), new Text("ru", "Игра: 4 дня."));
        assertThat(found.stream().map(Finding::grave)).containsExactly(true, true, false);
        assertThat(found.getFirst())
                .isInstanceOfSatisfying(
                        Finding.Lost.class,
                        lost -> assertThat(lost.original().span().of(english)).isEqualTo("3 days"));
        assertThat(LEXICON.find(english, "en-GB"))
                .singleElement()
                .satisfies(term -> assertThat(term.span().of(english)).isEqualTo("exercise"));
    }

    /// Whatever the peer writes, the comparison ends soon and finds no more than a screen can show.
    @Test
    void a_hostile_text_costs_little() {
        String figures = "1 ".repeat(4_000) + "°'".repeat(2_000);
        String words = "exercise prior ".repeat(1_000) + "1,".repeat(500) + "5".repeat(1_000);
        String dotted = "A.".repeat(8_000);
        String joined = "-".repeat(8_000) + "1,".repeat(4_000);
        long before = System.nanoTime();
        assertThat(Comparison.of(LEXICON, new Text("en", dotted), new Text("ru", joined)))
                .hasSizeLessThanOrEqualTo(200);
        assertThat(Comparison.of(LEXICON, new Text("en", figures), new Text("ru", words)))
                .hasSizeLessThanOrEqualTo(200);
        assertThat(Comparison.of(LEXICON, new Text("ru", words), new Text("en", figures)))
                .hasSizeLessThanOrEqualTo(200);
        assertThat(System.nanoTime() - before).isLessThan(15_000_000_000L);
    }
}
