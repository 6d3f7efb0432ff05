package torgau.station.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import torgau.catalogue.value.Value;
import torgau.journal.Act;
import torgau.journal.Office;
import torgau.journal.Text;
import torgau.station.search.Archive.Sent;
import torgau.station.search.Meant.Correction;

/// What a question finds.
final class SearchTest {
    @TempDir
    Path folder;

    private Archive archive;

    @BeforeEach
    void begin() {
        archive = new Archive(folder);
    }

    @AfterEach
    void end() {
        archive.close();
    }

    @ParameterizedTest
    @CsvSource({
        "Сообщаем об учениях войск, учения",
        "Сообщаем об учениях войск, УЧЕНИЙ",
        "Сообщаем об учениях войск, войсками",
        "Про навчання повідомлено, навчаннями",
        "Манёвры кораблей, маневр",
        "Маневры кораблей, манёвром",
        "Проїзд мосту, мостом",
        "П’ять літаків, п'ять",
        "The exercises ended, exercise",
        "ﬁring ranges, firing range",
    })
    void a_word_is_found_by_another_form_of_it(String said, String question) {
        long cursor = archive.say(said);
        archive.say("nothing of that kind");
        archive.indexed();
        assertThat(archive.cursors(question)).containsExactly(cursor);
        assertThat(archive.search(question, Narrowed.NOT, false).meant().corrected())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "extybz|учения",
                "EXTYBZ|учения",
                "yfdxfyyz|навчання",
                "учуксшыу|exercise",
                "cудно|судно",
                "обстріл|обстріл",
                "j,cnhtk|обстрел",
                "j,cnhsk|обстріл",
                "обстрыл|обстріл",
                "gj,tht;mt|побережье",
                "хвиля|хвиля",
                "[dbkz|хвиля",
                "fhnbkkthbz,|артиллерия",
            })
    void a_slip_of_the_keyboard_finds_what_the_right_word_finds(String slip, String right) {
        archive.say("Сообщаем: учения, судно, обстрел, побережье, артиллерия");
        archive.say("Повідомляємо: навчання, обстріл, п'ять, хвиля");
        archive.say("This is an exercise");
        archive.indexed();
        for (boolean ukrainian : List.of(false, true)) {
            assertThat(archive.search(slip, Narrowed.NOT, ukrainian).entries())
                    .isNotEmpty()
                    .isEqualTo(archive.search(right, Narrowed.NOT, ukrainian).entries());
        }
    }

    @Test
    void what_was_typed_wins_if_it_occurs_and_quotation_marks_insist() {
        long russian = archive.say("Учения закончены");
        archive.indexed();
        assertThat(archive.search("extybz", Narrowed.NOT, false).meant().corrected())
                .containsExactly(new Correction("extybz", "учения"));
        assertThat(archive.cursors("\"extybz\"")).isEmpty();
        long literal = archive.say("the call sign is EXTYBZ");
        archive.indexed();
        assertThat(archive.cursors("extybz")).containsExactly(literal);
        assertThat(archive.cursors("учения")).containsExactly(russian);
    }

    @Test
    void a_word_in_letters_of_two_alphabets_is_found_by_either() {
        long mixed = archive.say("Cудно ушло"); // a Latin C
        archive.indexed();
        assertThat(archive.cursors("судно")).containsExactly(mixed);
        assertThat(archive.cursors("судна")).containsExactly(mixed);
        assertThat(archive.cursors("cудно")).containsExactly(mixed);
    }

    @Test
    void all_words_must_be_there_and_a_phrase_in_its_order() {
        long one = archive.say("The bridge is open. Vehicles may pass");
        long other = archive.say("Vehicles open the bridge");
        archive.indexed();
        assertThat(archive.cursors("bridge vehicle")).containsExactly(other, one);
        assertThat(archive.cursors("bridge pass")).containsExactly(one);
        assertThat(archive.cursors("\"the bridge\" vehicles")).containsExactly(other, one);
        assertThat(archive.cursors("\"bridge is open\"")).containsExactly(one);
        assertThat(archive.cursors("«open the bridge»")).containsExactly(other);
        assertThat(archive.cursors("\"bridges is\"")).isEmpty();
    }

    @Test
    void a_phrase_does_not_reach_from_one_text_into_the_next() {
        archive.say(
                Sent.BY_BLUE, new Act.Message(new Office("Duty officer", ""), "red", new Text("en", "fox"), List.of()));
        archive.indexed();
        assertThat(archive.cursors("red fox")).hasSize(1);
        assertThat(archive.cursors("\"red fox\"")).isEmpty();
    }

    @Test
    void a_star_finds_any_word_that_begins_so() {
        long one = archive.say("шляхопровід закрито");
        long other = archive.say("Шляхом");
        archive.say("шлюз");
        archive.indexed();
        assertThat(archive.cursors("шлях*")).containsExactly(other, one);
        assertThat(archive.cursors("закрит* шляхопр*")).containsExactly(one);
        assertThat(archive.cursors("ikz[*")).as("on the other layout").containsExactly(other, one);
    }

    @Test
    void a_message_number_and_a_time_of_day_are_found() {
        long red = archive.say(Sent.BY_RED, Archive.message("ru", "Колонна с 09.00"));
        archive.say("09 columns 00");
        archive.indexed();
        assertThat(archive.cursors("red-ops-2026-1")).containsExactly(red);
        assertThat(archive.cursors("09.00")).containsExactly(red);
    }

    @Test
    void a_filed_format_is_found_by_what_it_shows_in_each_language() {
        long filed = archive.say(
                Sent.BY_BLUE,
                Archive.filed(
                        "LS", "LS", Map.of("state", new Value.Code("technical_fault"), "note", new Value.Words("x"))));
        long unknown =
                archive.say(Sent.BY_BLUE, Archive.filed("ZZ", "ZZ", Map.of("place", new Value.Name("Torgau bridge"))));
        archive.indexed();
        assertThat(archive.cursors("состояние линии")).contains(filed);
        assertThat(archive.cursors("лінії зв'язку")).contains(filed);
        assertThat(archive.cursors("torgau")).containsExactly(unknown);
    }

    @Test
    void what_a_reader_restates_and_asks_is_found() {
        var office = new Office("Head of operations", "");
        long back = archive.say(
                Sent.BY_RED,
                new Act.Acknowledgement(office, new Act.Stage.Understood(new Text("ru", "Поняли: мост закрыт"))));
        long about = archive.say(
                Sent.BY_RED,
                new Act.Acknowledgement(
                        office, new Act.Stage.NotUnderstood(Act.Cause.GARBLE, new Text("ru", "какой мост"))));
        archive.say(Sent.BY_RED, new Act.LinkTest(new Act.Passage.Sent(new Text("ru", "мост через Эльбу"))));
        archive.indexed();
        assertThat(archive.cursors("мосты")).containsExactly(about, back);
        assertThat(archive.cursors("head operations")).containsExactly(about, back);
    }

    @Test
    void an_entry_ahead_of_the_record_is_judged_like_one_of_the_index() {
        archive.say("convoy");
        archive.indexed();
        var payload = archive.payload(Sent.BY_RED, Archive.message("ru", "Колонна у переправы, «третий понтон»"));
        var row = archive.words.row(payload, 7, 7);
        for (String question : List.of("колонной", "перепр*", "\"третий понтон\"", "red-ops-2026-7")) {
            Meant meant = archive.search(question, Narrowed.NOT, false).meant();
            assertThat(Finder.takes(meant, Narrowed.NOT, row, payload))
                    .as(question)
                    .isTrue();
            assertThat(Finder.takes(meant, Archive.to(2), row, payload))
                    .as(question)
                    .isFalse();
        }
        Meant other = archive.search("convoy", Narrowed.NOT, false).meant();
        assertThat(Finder.takes(other, Narrowed.NOT, row, payload)).isFalse();
    }

    @Test
    void the_snippet_shows_the_words_where_they_stand() {
        String said = "Начало. ".repeat(40) + "Об учениях 🚢 у моста сообщено. " + "Конец. ".repeat(60);
        archive.say(Sent.BY_RED, Archive.message("ru", said));
        archive.indexed();
        var payload = archive.journal.getLast().entry().payload();
        var meant = archive.search("учения мост", Narrowed.NOT, false).meant();
        Snippet snippet = new Snippets(archive.words, meant).of(payload, 1);
        assertThat(snippet.marks().stream().map(mark -> snippet.text().substring(mark.from(), mark.to())))
                .containsExactly("учениях", "моста");
        assertThat(snippet.text()).startsWith("…").endsWith("…").hasSizeLessThan(210);
    }

    @Test
    void a_word_that_was_said_is_likelier_meant_than_one_of_which_the_base_alone_occurs() {
        archive.say(Sent.BY_RED, Archive.message("ru", "Ещё одна колонна."));
        archive.say(Sent.BY_RED, Archive.message("en", "Moved to the bank."));
        archive.indexed();

        var found = archive.search("ещ", Narrowed.NOT, false);
        assertThat(found.entries().stream().map(each -> each.entry().reference()))
                .containsExactly(archive.journal.getLast().entry().reference());
        assertThat(found.meant().corrected()).containsExactly(new Meant.Correction("ещ", "to"));
        assertThat(archive.search("колоннами", Narrowed.NOT, false).meant().corrected())
                .isEmpty();
    }
}
