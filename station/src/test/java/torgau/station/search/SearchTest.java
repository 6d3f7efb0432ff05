package torgau.station.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import torgau.catalogue.value.Value;
import torgau.journal.Act;
import torgau.journal.Office;
import torgau.journal.Precedence;
import torgau.journal.Reference;
import torgau.journal.Text;
import torgau.journal.TrafficClass;
import torgau.station.search.Archive.Sent;
import torgau.station.search.Meant.Correction;
import torgau.station.search.Narrowed.Span;

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
    void a_search_is_narrowed_by_all_that_is_given() {
        var formal = new Sent(false, TrafficClass.FORMAL, Precedence.FLASH, Archive.NOON, List.of(2), null);
        var test = new Sent(true, TrafficClass.TEST, Precedence.ROUTINE, Archive.NOON + 90_000_000, List.of(), null);
        long one = archive.say(formal, Archive.message("en", "convoy"));
        Reference matter = archive.journal.getLast().entry().reference();
        long two = archive.say(test, Archive.message("en", "convoy"));
        long three = archive.say(
                new Sent(true, TrafficClass.FORMAL, Precedence.ROUTINE, Archive.NOON, List.of(1), matter),
                Archive.filed("UA", "UR", Map.of("note", new Value.Words("convoy"))));
        archive.indexed();
        Narrowed not = Narrowed.NOT;
        assertThat(archive.cursors("convoy", with(not, EnumSet.of(TrafficClass.FORMAL), OptionalInt.empty())))
                .containsExactly(three, one);
        assertThat(archive.cursors("convoy", with(not, EnumSet.of(TrafficClass.FORMAL), OptionalInt.of(2))))
                .containsExactly(three);
        assertThat(archive.cursors("convoy", to(1))).containsExactly(three, two);
        assertThat(archive.cursors("convoy", to(2))).containsExactly(one);
        assertThat(archive.cursors("", of(matter, "", Span.ALWAYS))).containsExactly(three, one);
        assertThat(archive.cursors("convoy", of(matter, "UR", Span.ALWAYS))).containsExactly(three);
        assertThat(archive.cursors("convoy", of(null, "", new Span(Archive.NOON + 1, Long.MAX_VALUE))))
                .containsExactly(two);
        assertThat(archive.cursors("convoy", of(null, "", new Span(0, Archive.NOON))))
                .containsExactly(three, one);
    }

    private static Narrowed with(Narrowed narrowed, EnumSet<TrafficClass> classes, OptionalInt from) {
        return new Narrowed(
                classes, narrowed.precedences(), from, narrowed.to(), null, "", "", Span.ALWAYS, narrowed.also());
    }

    private static Narrowed to(int party) {
        Narrowed not = Narrowed.NOT;
        return new Narrowed(
                not.classes(),
                not.precedences(),
                not.from(),
                OptionalInt.of(party),
                null,
                "",
                "",
                Span.ALWAYS,
                not.also());
    }

    private static Narrowed of(Reference matter, String format, Span span) {
        Narrowed not = Narrowed.NOT;
        return new Narrowed(
                not.classes(), not.precedences(), not.from(), not.to(), matter, "", format, span, not.also());
    }

    @Test
    void spans_of_any_length_find_each_day_once() {
        long day = Duration.ofDays(1).toMillis();
        for (int i = 0; i < 900; i++) {
            archive.say(Sent.BY_BLUE.at(Archive.NOON + i * day), Archive.message("en", "daily"));
        }
        archive.indexed();
        for (int length : List.of(0, 1, 13, 45, 300, 700)) {
            var span = new Span(Archive.NOON + 7 * day, Archive.NOON + (7 + length) * day);
            long before =
                    archive.search("daily", of(null, "", span), false).entries().size();
            assertThat(before).as("%d days", length).isEqualTo(Math.min(50, length + 1));
        }
    }

    @Test
    void more_than_a_page_is_found_page_by_page() {
        for (int i = 0; i < 300; i++) {
            archive.say(i % 3 == 0 ? "odd convoy" : "convoy");
        }
        archive.indexed();
        var finder = new Finder(Archive.FORMS, new torgau.station.words.Slips(false));
        var places = new Finder.Places(archive.file, archive::arrived);
        long before = Long.MAX_VALUE;
        var all = new java.util.ArrayList<Long>();
        boolean more = true;
        while (more) {
            Finder.Found found = finder.find(places, Asked.of("odd"), Narrowed.NOT, before, 30);
            found.entries().forEach(entry -> all.add(entry.cursor()));
            before = found.before();
            more = found.more();
        }
        assertThat(all)
                .hasSize(100)
                .isSortedAccordingTo(java.util.Comparator.reverseOrder())
                .doesNotHaveDuplicates();
    }

    @Test
    void one_question_looks_at_a_bounded_number_of_entries_and_the_next_goes_on() {
        long first = archive.say("needle convoy");
        for (int i = 0; i < Finder.MOST_LOOKED_AT + 1_100; i++) {
            archive.say("convoy");
        }
        archive.indexed();
        var last = new Narrowed(
                Narrowed.NOT.classes(),
                Narrowed.NOT.precedences(),
                OptionalInt.empty(),
                OptionalInt.empty(),
                null,
                "",
                "",
                Span.ALWAYS,
                payload -> payload.sequence() == 1);
        Finder.Found found = archive.search("convoy", last, false);
        assertThat(found.entries()).isEmpty();
        assertThat(found.more()).isTrue();
        assertThat(new Finder(Archive.FORMS, new torgau.station.words.Slips(false))
                        .find(
                                new Finder.Places(archive.file, archive::arrived),
                                Asked.of("convoy"),
                                last,
                                found.before(),
                                50)
                        .entries())
                .extracting(torgau.store.Arrived::cursor)
                .containsExactly(first);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"",
                "\"\"",
                "*",
                "a*",
                "** a",
                "(convoy",
                "convoy)",
                "convoy AND",
                "NOT convoy",
                "NEAR(convoy)",
                "convoy:",
                "words:convoy",
                "^convoy",
                "-convoy",
                "convoy + the",
                "{convoy}",
                "'; DROP TABLE form; --",
                "\u0000convoy",
                "convoy\uE001c3",
                "\uE003",
                "\uD800",
                "😀 convoy",
                "٣ convoy",
                "ﷺ",
                "İ",
                "ß",
                "convoy\\"
            })
    void no_question_is_a_fault(String question) {
        archive.say("convoy the");
        archive.indexed();
        Asked asked = Asked.of(question);
        if (!asked.parts().isEmpty()) {
            assertThat(archive.search(question, Narrowed.NOT, false)).isNotNull();
        }
    }

    @Test
    void a_hostile_entry_is_indexed_as_far_as_its_bounds() {
        String endless = "щ".repeat(5_000);
        StringBuilder many = new StringBuilder();
        for (int i = 0; many.length() < 25_000; i++) {
            many.append(Integer.toString(i, 36)).append(' ');
        }
        long one = archive.say(endless);
        long two = archive.say(many.toString());
        long three = archive.say("after\uE001c0 \uE003");
        archive.indexed();
        assertThat(archive.cursors(endless)).containsExactly(one);
        assertThat(archive.cursors("\"1 2 3\"")).containsExactly(two);
        assertThat(archive.cursors("after")).containsExactly(three);
        assertThat(archive.search("1*", Narrowed.NOT, false).meant().cut()).isTrue();
        var tests = with(Narrowed.NOT, EnumSet.of(TrafficClass.TEST), OptionalInt.empty());
        assertThat(archive.cursors("after", tests)).as("no text forges a mark").isEmpty();
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
            assertThat(Finder.takes(meant, to(2), row, payload)).as(question).isFalse();
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
        Snippet snippet = archive.words.snippet(
                payload, 1, archive.search("учения мост", Narrowed.NOT, false).meant());
        assertThat(snippet.marks().stream().map(mark -> snippet.text().substring(mark.from(), mark.to())))
                .containsExactly("учениях", "моста");
        assertThat(snippet.text()).startsWith("…").endsWith("…").hasSizeLessThan(210);
    }
}
