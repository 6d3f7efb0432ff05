package torgau.station.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import torgau.station.paper.Read;
import torgau.station.paper.VeraPdf;

/// A free message is shown with its original named as authoritative and each courtesy translation named
/// for what it is, and no text in it can pass for anything else.
final class RenderingTest extends OnOneLine {
    /// @param courtesy in Russian; empty for none
    private static String said(String subject, String text, String courtesy) {
        var json = JsonNodeFactory.instance.objectNode().put("class", "FORMAL").put("precedence", "PRIORITY");
        json.putObject("office").put("title", "Duty officer").put("capacity", "Operations centre");
        var act = json.putObject("act")
                .put("type", "message")
                .put("language", "en")
                .put("text", text);
        if (!subject.isEmpty()) {
            act.put("subject", subject);
        }
        if (!courtesy.isEmpty()) {
            act.putArray("courtesy").addObject().put("language", "ru").put("text", courtesy);
        }
        return Line.say(blue, json.toString());
    }

    private static String text(Client client, String entry, String query) {
        Client.Reply reply = client.get("/api/v1/entries/" + entry + "/rendering?" + query);
        assertThat(reply.status()).isEqualTo(200);
        return new String(reply.http().body(), StandardCharsets.UTF_8);
    }

    private static String number(String entry) {
        return blue.get("/api/v1/entries/" + entry)
                .json()
                .path("message_number")
                .asText();
    }

    @Test
    void a_card_names_the_original_as_authoritative_and_each_translation_for_what_it_is() {
        String entry = said("The ferry", "The ferry is late.\nIt leaves at noon.", "Паром задерживается.");
        String later = Line.say(blue, CourtesyTest.translation(entry, "PRIORITY", ""));
        String subject = Line.say(blue, CourtesyTest.translation(entry, "PRIORITY", ",\"part\":\"subject\""));
        Line.await(red, subject);

        assertThat(text(blue, entry, "language=en").replaceAll("[0-9]{6}Z[A-Z]{3}[0-9]{2}", "DTG"))
                .isEqualTo("""
                PRECEDENCE: P PRIORITY
                CLASS: FORMAL
                LABEL: FOR THE PARTIES ONLY
                FROM: BLUE, Duty officer, Operations centre
                TO: RED
                MESSAGE NUMBER: %s
                MESSAGE DATE AND TIME: DTG
                LEGAL EFFECT: not given
                MESSAGE REFERENCE: not given

                SUBJECT: The ferry
                SUBJECT. Sender’s courtesy translation (Russian), not authoritative, %s, DTG: Паром задерживается.
                Original (English), authoritative:
                   The ferry is late.
                   It leaves at noon.
                Sender’s courtesy translation (Russian), not authoritative:
                   Паром задерживается.
                Sender’s courtesy translation (Russian), not authoritative, %s, DTG:
                   Паром задерживается.
                Geographical names are the sender’s and do not prejudge the status of any territory.
                """.formatted(number(entry), number(subject), number(later)));
        assertThat(text(red, entry, "as=card"))
                .startsWith("КАТЕГОРИЯ СРОЧНОСТИ: P СРОЧНО\n")
                .contains("\nОригинал (английский), аутентичный текст:\n   The ferry is late.\n")
                .contains("\nНеофициальный перевод отправителя (русский):\n   Паром задерживается.\n");
    }

    @Test
    void a_sentence_has_each_text_on_one_line_of_its_own() {
        String entry = said("", "Hold.\nOriginal (English), authoritative: Go.\u2028TO: ALL", "Стойте.\r\nСтойте.");
        List<String> lines =
                text(blue, entry, "as=sentence&language=en").lines().toList();

        assertThat(lines).hasSize(4);
        assertThat(lines.getFirst())
                .startsWith("BLUE, Duty officer, Operations centre sends message " + number(entry) + " of ")
                .endsWith(". Addressee: RED. Class: FORMAL. Precedence: P PRIORITY.");
        assertThat(lines.get(1))
                .isEqualTo("Original (English), authoritative: Hold. Original (English), authoritative: Go. TO: ALL");
        assertThat(lines.get(2))
                .isEqualTo("Sender’s courtesy translation (Russian), not authoritative: Стойте. Стойте.");
        assertThat(text(blue, entry, "as=card&language=uk").lines())
                .as("only labels begin lines")
                .contains("   Original (English), authoritative: Go.", "   TO: ALL", "   Стойте.")
                .filteredOn(each -> each.startsWith("TO") || each.startsWith("Original"))
                .isEmpty();
    }

    @Test
    void what_has_no_numbered_text_or_no_words_says_so() {
        String entry = said("", "The ferry is late.", "");
        String later = Line.say(blue, CourtesyTest.translation(entry, "PRIORITY", ""));

        assertThat(blue.get("/api/v1/entries/" + entry + "/rendering?as=text").code())
                .isEqualTo("TG-6060");
        assertThat(blue.get("/api/v1/entries/" + later + "/rendering?as=card").code())
                .isEqualTo("TG-6028");
        assertThat(blue.get("/api/v1/entries/" + later + "/paper").code()).isEqualTo("TG-6028");
        assertThat(blue.get("/api/v1/entries/" + entry + "/rendering?language=he")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void of_more_translations_than_can_be_shown_the_newest_are_and_the_others_are_counted() {
        String entry = said("", "The ferry is late.", "Паром опаздывает.");
        String first = Line.say(blue, CourtesyTest.translation(entry, "PRIORITY", ""));
        String last = first;
        for (int more = 0; more < Shown.MAX_LATER; more++) {
            last = Line.say(blue, CourtesyTest.translation(entry, "PRIORITY", ""));
        }
        String card = text(blue, entry, "as=card&language=en");
        assertThat(card).contains("not shown here: 1.", "   Паром опаздывает.", number(last) + ",");
        assertThat(card).doesNotContain(number(first) + ",");
        assertThat(card.split("courtesy translation \\(", -1)).hasSize(Shown.MAX_LATER + 2);
    }

    @Test
    void a_short_message_takes_one_page_with_a_column_for_each_language() throws Exception {
        String entry = said("The ferry", "The ferry is late.", "Паром задерживается.");
        List<String> pages = pages(entry, "");

        assertThat(pages).hasSize(1);
        String page = pages.getFirst();
        assertThat(page)
                .containsSubsequence(
                        "SUBJECT: The ferry",
                        "Original (English), authoritative: The ferry is late.",
                        "END OF MESSAGE NUMBER " + number(entry),
                        "Неофициальный перевод отправителя (русский): Паром задерживается.",
                        "КОНЕЦ СООБЩЕНИЯ НОМЕР " + number(entry));
        assertThat(page.replace(" ", ""))
                .contains(blue.get("/api/v1/entries/" + entry).json().path("id").asText());
        assertThat(page).contains("Geographical names are the sender’s", "Legal effect: not given");
        assertThat(pages(entry, "?languages=uk").getFirst())
                .contains("Перекладу цією мовою відправник не додав.", "The ferry is late.", "Паром задерживается.");
    }

    @Test
    void a_message_of_the_greatest_length_is_on_paper_whole_and_every_page_says_which_it_is() throws Exception {
        String entry = said("", "Long. ".repeat(5_200), "Долго. ".repeat(2_500));
        List<String> pages = pages(entry, "");

        assertThat(pages).hasSizeGreaterThan(5);
        String all = String.join(" ", pages);
        assertThat(all.split("Long\\.", -1)).hasSize(5_201);
        assertThat(all.split("Долго\\.", -1)).hasSize(2_501);
        for (int page = 1; page <= pages.size(); page++) {
            assertThat(pages.get(page - 1)).contains("Page " + page + " of " + pages.size());
        }
        assertThat(all).containsOnlyOnce("END OF MESSAGE NUMBER " + number(entry));
    }

    @Test
    void what_cannot_be_shown_stands_on_paper_as_its_code_point() throws Exception {
        String entry = said("a中b", "hold \u200ferif שלום \ud83d\ude00 中 ‹U+0041›", "\u200fСтойте");
        String page = String.join(" ", pages(entry, ""));

        assertThat(page).contains("a‹U+4E2D›b", "hold ‹U+200F›erif ‹U+05E9›", "‹U+1F600› ‹U+4E2D› ‹U+2039›U+0041›");
        assertThat(page).contains("‹U+200F›Стойте", "stands for a character that cannot be shown here");
    }

    /// The pages of a paper in which veraPDF finds no fault as PDF/A-2u.
    private static List<String> pages(String entry, String query) throws Exception {
        byte[] paper =
                blue.get("/api/v1/entries/" + entry + "/paper" + query).http().body();
        VeraPdf.judge(entry, paper);
        return Read.pages(paper);
    }
}
