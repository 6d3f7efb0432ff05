package torgau.station.translation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import torgau.journal.Feed;
import torgau.journal.Reference;
import torgau.journal.Text;

class MemoryTest {
    private static final Reference HERE = new Reference(new Feed(257, 1), 999);
    private final Memory memory = new Memory();
    private int entries;

    private static Reference entry(long sequence) {
        return new Reference(new Feed(513, 1), sequence);
    }

    private Memory.Source put(String english, String russian, Memory.Standing standing) {
        var source = new Memory.Source(entry(++entries), "", "ru", "desk");
        memory.put(source, new Text("en", english), new Text("ru", russian), standing);
        return source;
    }

    private List<Memory.Hit> like(String english) {
        return memory.like(new Text("en-GB", english), "ru", HERE, 40).stream()
                .flatMap(each -> each.hits().stream())
                .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "One. Two? Three! | 3",
                "The ship, approx. 5 nm off, turned. It went on. | 2",
                "В г. Торгау 12 человек. Они ждут. | 2",
                "По сост. на 5 мин. 30 сек. Далее связи нет. | 1",
                "1. Первое. 2. Второе. | 2",
                "Mr. Smith met Gen. Bradley. J. Smith left. | 2",
                "No full stop at the end | 1",
                "He said: “Stop!” Then he went. | 2"
            })
    void sentences_end_where_a_reader_ends_them(String text, int sentences) {
        assertThat(Segments.of(text)).hasSize(sentences);
    }

    @Test
    void lines_end_sentences_and_nothing_of_a_text_is_lost_but_blanks() {
        String text = "  First line\n\n Second line. Third. \r\n";
        assertThat(Segments.of(text).stream().map(span -> span.of(text)))
                .containsExactly("First line", "Second line.", "Third.");
        assertThat(Segments.of(" \n ")).isEmpty();
    }

    @Test
    void a_sentence_much_like_one_that_was_translated_is_remembered_with_where_it_comes_from() {
        put(
                "We request an explanation of the flights. The area is closed.",
                "Просим разъяснить полёты. Район закрыт.",
                Memory.Standing.COURTESY);

        List<Memory.Hit> hits = like("We request an explanation of these flights.");
        assertThat(hits).singleElement().satisfies(hit -> {
            assertThat(hit.translated()).isEqualTo("Просим разъяснить полёты.");
            assertThat(hit.ratio()).isBetween(0.9, 0.99);
            assertThat(hit.entry()).isEqualTo(entry(1));
            assertThat(hit.standing()).isEqualTo(Memory.Standing.COURTESY);
        });
        assertThat(like("the AREA  is closed.").getFirst().ratio()).isEqualTo(1.0);
        assertThat(like("Something else altogether is said here.")).isEmpty();
    }

    @Test
    void it_is_remembered_the_other_way_round_and_into_no_third_language() {
        put("The area is closed.", "Район закрыт.", Memory.Standing.REVIEWED);
        assertThat(memory.like(new Text("ru", "Район закрыт."), "en", HERE, 40)
                        .getFirst()
                        .hits()
                        .getFirst()
                        .translated())
                .isEqualTo("The area is closed.");
        assertThat(memory.like(new Text("ru", "Район закрыт."), "uk", HERE, 40)).isEmpty();
        assertThat(memory.like(new Text("en", "The area is closed."), "ru", entry(1), 40))
                .as("an entry is not reminded of itself")
                .isEmpty();
    }

    @Test
    void texts_of_unequal_sentences_are_remembered_as_wholes() {
        put("First. Second.", "Первое и второе.", Memory.Standing.REVIEWED);
        assertThat(like("First.")).isEmpty();
        assertThat(memory.size()).isEqualTo(1);
    }

    @Test
    void of_the_same_likeness_the_most_reliable_comes_first_and_no_more_than_five() {
        for (int i = 0; i < 6; i++) {
            put("The area is closed.", "Район закрыт " + i, Memory.Standing.COURTESY);
        }
        put("The area is closed.", "Зона закрыта", Memory.Standing.CERTIFIED);
        List<Memory.Hit> hits = like("The area is closed.");
        assertThat(hits).hasSize(5);
        assertThat(hits.getFirst().standing()).isEqualTo(Memory.Standing.CERTIFIED);
    }

    @Test
    void what_is_no_longer_reviewed_is_forgotten_and_the_oldest_make_room() {
        Memory.Source source = put("The area is closed.", "Район закрыт.", Memory.Standing.REVIEWED);
        memory.forget(source);
        memory.forget(source);
        assertThat(like("The area is closed.")).isEmpty();
        assertThat(memory.size()).isZero();

        put("The first of all.", "Первое.", Memory.Standing.REVIEWED);
        String many = "Слово. ".repeat(200);
        for (int i = 0; i < Memory.MOST / 200; i++) {
            put(many, many, Memory.Standing.REVIEWED);
        }
        assertThat(memory.size()).isEqualTo(Memory.MOST);
        assertThat(like("The first of all.")).isEmpty();
    }
}
