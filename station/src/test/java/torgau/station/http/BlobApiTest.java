package torgau.station.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import torgau.catalogue.value.Value;
import torgau.station.shell.RunningLine;

/// Files and personal data: put in, sent to whom they are for, taken out, read back, erased.
final class BlobApiTest {
    private static final String BYTES = "bridge at 1140Z: <script>alert(1)</script>";
    private static final String PERSON =
            "{\"name\":\"Іваненко Олесь\",\"latin\":\"Ivanenko Oles\",\"rank\":\"Captain\",\"born\":\"1984\"}";

    @TempDir
    static Path folder;

    private static Line line;

    @BeforeAll
    static void the_line_works() throws IOException {
        String convoy = OwnCatalogueTest.written()
                .replace("read_back: [route, period]", "read_back: [route, period, markings]")
                .replace("type: text, optional: true, max_words: 30", "type: person, optional: true")
                .replace("markings: White flags, headlights on", "markings: {name: Іваненко Олесь, born: 1984}");
        var served = new Served(folder, UnaryOperator.identity(), OwnCatalogueTest.hash(convoy));
        OwnCatalogueTest.catalogue(served.blue.home, convoy);
        OwnCatalogueTest.catalogue(served.red.home, convoy);
        line = new Line(served.start());
    }

    @AfterAll
    static void the_line_ends() {
        line.close();
    }

    @Test
    void a_file_is_put_in_filed_taken_out_at_the_other_end_and_erased_there() {
        JsonNode put = line.blue.putBlob(BYTES, UUID.randomUUID().toString()).json();
        String filed = Line.say(line.blue, FilingTest.filing("FM", letter("../a\\\"b\\u200f.html", put), ""));
        Line.await(line.red, filed);
        JsonNode apart = awaitState(line.red, filed, "here");
        assertThat(apart.path("field").asText()).isEqualTo("enclosure");
        assertThat(apart.path("bytes").asInt()).isEqualTo(BYTES.length());

        Client.Reply got = line.red.get("/api/v1/entries/" + filed + "/attachments/enclosure");
        assertThat(new String(got.http().body(), StandardCharsets.UTF_8)).isEqualTo(BYTES);
        Map<String, String> headers = Map.of(
                "Content-Type", "application/octet-stream",
                "X-Content-Type-Options", "nosniff",
                "Content-Security-Policy", "sandbox; default-src 'none'",
                "Content-Disposition", "attachment; filename=\"__a_b.html\"; filename*=UTF-8''__a_b.html");
        headers.forEach((name, value) ->
                assertThat(got.http().headers().firstValue(name)).as(name).contains(value));
        assertThat(line.red
                        .get("/api/v1/entries/" + filed + "/attachments/subject")
                        .status())
                .isEqualTo(404);

        assertThat(erase(line.red, filed, "BLUE-OPS-2026-9999").code()).isEqualTo("TG-6071");
        String number = line.red
                .get("/api/v1/entries/" + filed)
                .json()
                .path("message_number")
                .asText();
        assertThat(erase(line.red, filed, number).json().path("erased").asInt()).isOne();
        Client.Reply gone = line.red.get("/api/v1/entries/" + filed + "/attachments/enclosure");
        assertThat(gone.status()).isEqualTo(410);
        assertThat(gone.code()).isEqualTo("TG-6067");
        assertThat(line.blue
                        .get("/api/v1/entries/" + filed + "/attachments/enclosure")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void the_same_file_under_the_same_key_is_one_and_under_another_key_another() {
        JsonNode once = line.blue.putBlob(BYTES, "upload-1").json();
        assertThat(line.blue.putBlob(BYTES, "upload-1").json()).isEqualTo(once);
        JsonNode other = line.blue.putBlob(BYTES, "upload-2").json();
        assertThat(other.path("key")).isNotEqualTo(once.path("key"));
        assertThat(other.path("blob")).isNotEqualTo(once.path("blob"));
    }

    @Test
    void what_is_no_file_or_too_large_or_was_never_put_in_is_refused() {
        assertThat(line.blue.put("/api/v1/blobs", "{}").status()).isEqualTo(400);
        String large = "x".repeat(Value.Attachment.MAX_BYTES + 1);
        assertThat(line.blue.putBlob(large, "upload-3").code()).isEqualTo("TG-6070");
        JsonNode put = line.red.putBlob(BYTES, "upload-4").json();
        Client.Reply never = line.blue.post("/api/v1/entries", FilingTest.filing("FM", letter("a.txt", put), ""));
        assertThat(never.status()).isEqualTo(422);
        assertThat(never.code()).isEqualTo("TG-4045");
    }

    @Test
    void a_person_is_read_by_whom_it_is_for_stands_nowhere_in_the_journal_and_can_be_erased() {
        String filed = Line.say(line.blue, convoy(PERSON));
        Line.await(line.red, filed);
        awaitState(line.red, filed, "here");
        JsonNode act = line.red.get("/api/v1/entries/" + filed).json().path("act");
        assertThat(act.at("/fields/3/written/name").asText()).isEqualTo("Іваненко Олесь");
        assertThat(act.at("/sentences/1/text").asText()).contains("Іваненко Олесь (Ivanenko Oles), Captain");
        assertThat(text(line.red, filed)).contains("“Іваненко Олесь”");
        byte[] export = line.red.get("/api/v1/journal/export").http().body();
        assertThat(new String(export, StandardCharsets.UTF_8)).doesNotContain("Іваненко", "Ivanenko");

        readBack(filed, PERSON, true);
        readBack(filed, PERSON.replace("1984", "1985"), false);

        String number = act.isMissingNode()
                ? ""
                : line.red
                        .get("/api/v1/entries/" + filed)
                        .json()
                        .path("message_number")
                        .asText();
        assertThat(erase(line.red, filed, number).status()).isEqualTo(200);
        JsonNode after = line.red.get("/api/v1/entries/" + filed).json().path("act");
        assertThat(after.has("fault")).isFalse();
        assertThat(after.toString()).doesNotContain("Іваненко");
        assertThat(after.at("/sentences").toString()).contains("персональные данные (удалены на этой станции)");
        assertThat(text(line.red, filed)).contains("personal data (erased here)");
        assertThat(text(line.blue, filed)).contains("“Іваненко Олесь”");
        assertThat(line.red
                        .post("/api/v1/entries", acknowledgement(filed, PERSON))
                        .code())
                .isEqualTo("TG-6065");
    }

    @Test
    void parts_that_a_person_has_not_are_named() {
        Client.Reply refused = line.blue.post("/api/v1/entries", convoy("{\"latin\":\"x\",\"father\":\"y\"}"));
        assertThat(refused.json().at("/faults/0/rule").asText()).isEqualTo("PARTS");
        refused = line.blue.post("/api/v1/entries", convoy("{\"name\":\"x\",\"born\":\"84\"}"));
        assertThat(refused.json().at("/faults/0/rule").asText()).isEqualTo("BAND");
    }

    @ParameterizedTest
    @CsvSource({
        "bridge.mp4,bridge.mp4",
        "'',attachment",
        "..,_",
        "'a\r\nSet-Cookie: x',aSet-Cookie__x",
        "мост.pdf,____.pdf"
    })
    void no_name_of_a_file_leaves_its_header(String name, String plain) {
        assertThat(BlobApi.disposition(name))
                .startsWith("attachment; filename=\"" + plain + "\"")
                .doesNotContain("\r", "\n");
    }

    private static void readBack(String filed, String person, boolean equal) {
        String said = Line.say(line.red, acknowledgement(filed, person));
        Line.await(line.blue, said);
        for (Client side : new Client[] {line.blue, line.red}) {
            JsonNode restated = side.get("/api/v1/entries/" + said).json().at("/act/restated/0");
            assertThat(restated.path("equal").asBoolean()).isEqualTo(equal);
            assertThat(restated.path("restated").toString()).doesNotContain("Іваненко");
        }
    }

    private static String acknowledgement(String filed, String person) {
        return """
                {"class":"FORMAL","precedence":"ROUTINE","office":%s,"re":"%s","act":{"type":"acknowledgement","of":"%s",
                 "stage":"understood","language":"en","read_back":"One convoy.","restated":{"markings":%s}}}""".formatted(Line.OFFICE, filed, filed, person);
    }

    private static String text(Client client, String filed) {
        Client.Reply text = client.get("/api/v1/entries/" + filed + "/rendering?as=text&language=en");
        return new String(text.http().body(), StandardCharsets.UTF_8).replaceAll("\\s+", " ");
    }

    private static String convoy(String person) {
        return FilingTest.filing("PC", """
                {"route":["58-21.0N 019-44.0E","58-30.0N 020-02.0E"],"period":"211830ZNOV26..212100ZNOV26",
                 "vehicles":14,"markings":%s}""".formatted(person), "");
    }

    private static String letter(String name, JsonNode put) {
        return """
                {"signed_by":{"title":"Chief of Staff","capacity":"Operational command"},
                 "addressed_to":{"title":"Chief of Department","capacity":"General Staff"},
                 "subject":"Report","paragraphs":["See the enclosure."],"action":"confirm","effect":"record_only",
                 "enclosure":{"name":"%s","blob":"%s","key":"%s","bytes":%d}}""".formatted(
                        name,
                        put.path("blob").asText(),
                        put.path("key").asText(),
                        put.path("bytes").asInt());
    }

    private static Client.Reply erase(Client client, String filed, String number) {
        return client.post(
                "/api/v1/entries/" + URLEncoder.encode(filed, StandardCharsets.UTF_8) + "/erasure",
                "{\"reason\":\"no longer needed\",\"confirm\":\"" + number + "\"}");
    }

    private static JsonNode awaitState(Client client, String filed, String state) {
        RunningLine.awaitUntil(
                filed + " is " + state,
                () -> apart(client, filed).path("state").asText().equals(state));
        return apart(client, filed);
    }

    private static JsonNode apart(Client client, String filed) {
        return client.get("/api/v1/entries/" + filed).json().at("/act/apart/0");
    }
}
