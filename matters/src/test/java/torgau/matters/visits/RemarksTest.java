package torgau.matters.visits;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import torgau.catalogue.value.Value;
import torgau.journal.Reference;
import torgau.matters.Scene;

class RemarksTest {
    private static final Reference OTHER = new Reference(Scene.feed(Scene.BLUE), 9);

    private static Named named(long number, String name, @Nullable String latin, @Nullable String document) {
        return Named.of(number, new Value.Person(name, latin, null, null, document, 1984));
    }

    private static List<Remark> remarks(Named... persons) {
        return Remarks.of(List.of(persons), List.of());
    }

    /// Row 9: a delegation member twice is said plainly.
    @Test
    void a_person_who_is_in_one_list_twice_is_told_by_document_or_by_name() {
        var one = named(1, "John Miller", null, "passport 471100");
        assertThat(remarks(one, named(2, "Jon Miller", null, "PASSPORT 471 100")))
                .containsExactly(new Remark.Twice(2, 1, Remark.Same.DOCUMENT));
        assertThat(remarks(one, named(2, "MILLER, John", null, null)))
                .containsExactly(new Remark.Twice(2, 1, Remark.Same.NAME));
        assertThat(remarks(one, named(2, "John Miller", null, "passport 471101")))
                .as("two persons of one name")
                .isEmpty();
        assertThat(remarks(named(1, "Иван", "Ivan", null), named(2, "Іван", "IVAN", null)))
                .containsExactly(new Remark.Twice(2, 1, Remark.Same.NAME));
    }

    /// Row 9.
    @Test
    void a_person_who_is_in_two_visits_on_the_same_days_is_told() {
        var one = named(1, "John Miller", null, "passport 471100");
        var other = new Remarks.Other(OTHER, List.of(named(7, "J. Miller", null, "passport 471100")));
        assertThat(Remarks.of(List.of(one), List.of(other)))
                .containsExactly(new Remark.Elsewhere(1, OTHER, 7, Remark.Same.DOCUMENT));
    }

    /// Requirement 29: names that do not transliterate are said plainly, with the spelling expected.
    @Test
    void a_latin_spelling_that_is_not_the_expected_one_is_told_with_that_one() {
        assertThat(remarks(named(1, "Тарас Бойко", "Taras Boiko", null))).isEmpty();
        assertThat(remarks(named(1, "Олена Іваненко", "Elena Ivanenko", null)))
                .containsExactly(new Remark.Spelling(1, "Elena Ivanenko", List.of("Olena Ivanenko")));
        assertThat(remarks(named(3, "Григор", null, null)))
                .containsExactly(new Remark.Spelling(3, null, List.of("Grigor", "Hryhor")));
        assertThat(remarks(named(1, "Ελένη", "Eleni", null))).containsExactly(new Remark.Letters(1, "Ελένη"));
    }
}
