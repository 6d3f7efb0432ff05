package torgau.station.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import torgau.station.home.PrivateFiles;
import torgau.station.home.SeatsFile;
import torgau.station.home.Token;
import torgau.station.shell.RunningLine;
import torgau.store.desk.LogLine;

/// Two persons release, step by step, at two seats of one station (DOMAIN.md, requirement 24).
final class ReleasesTest {
    private static final String TABLE = """
            offices:
              - {office: Duty officer, classes: [TEST, SERVICE, EXERCISE, FORMAL]}
              - {office: Duty officer, classes: [PRINCIPAL], acts: [message]}
              - {office: Link operator, classes: [TEST, SERVICE]}
              - {office: Head of operations}
            alone:
              - {acts: [message], classes: [TEST, SERVICE, EXERCISE]}
              - {formats: [WR/WR]}
            second:
              - {classes: [PRINCIPAL], offices: [Head of operations]}
            emergency:
              - {precedences: [FLASH], offices: [Duty officer], countersigned_by: [Head of operations]}
            legal_basis:
              - {formats: [MT]}
              - {acts: [message], classes: [EXERCISE]}
            """;

    private static final String WARNING = """
            {"endangered":["ship"],"where":"72-40.0N 031-45.2E","danger":"collision","seen":"071938ZMAR26",
             "request":["keep_clear"]}""";

    @TempDir
    static Path folder;

    private static Served served;
    private static Line line;
    private static Client blue;
    private static Client second;
    private static Client head;

    @BeforeAll
    static void start() {
        served = new Served(folder);
        PrivateFiles.create(served.blue.home.authority(), TABLE.getBytes(StandardCharsets.UTF_8));
        add("second", "Duty officer");
        add("head", "Head of operations");
        add("link", "Link operator");
        line = new Line(served.start());
        blue = line.blue;
        second = at("second");
        head = at("head");
    }

    @AfterAll
    static void stop() {
        line.close();
    }

    private static void add(String seat, String office) {
        new SeatsFile(served.blue.home).add(seat, List.of(office), new SecureRandom()::nextBytes);
    }

    private static Client at(String seat) {
        return new Client(blue.port, blue.origin, Token.inFile(served.blue.home.token(seat)));
    }

    private static JsonNode proposed(String body) {
        Client.Reply reply = blue.post("/api/v1/entries", body);
        assertThat(reply.status()).as(reply.json().toString()).isEqualTo(202);
        return reply.json();
    }

    private static final String WHY = ",\"reason\":\"Nobody else can be reached.\"";

    private static Client.Reply decide(Client seat, String how, JsonNode release) {
        return decide(seat, how, release, "");
    }

    private static Client.Reply decide(Client seat, String how, JsonNode release, String more) {
        String body = "{\"digest\":\"" + release.path("digest").asText() + "\"" + more + "}";
        return seat.post("/api/v1/releases/" + release.path("id").asText() + "/" + how, body);
    }

    private static JsonNode look(JsonNode release) {
        return second.get("/api/v1/releases/" + release.path("id").asText()).json();
    }

    private static int entries() {
        return blue.get("/api/v1/entries?types=message,notification&limit=500")
                .json()
                .path("entries")
                .size();
    }

    private static String grounded(String body, String basis) {
        return body.replaceFirst("\\{", "{\"legal_basis\":\"" + basis + "\",");
    }

    @Test
    void what_the_law_must_allow_is_not_released_before_its_legal_basis_is_stated_to_ones_own_desk() {
        String meeting = Line.message("ROUTINE", "A drill of the watch.").replace("FORMAL", "EXERCISE");
        Client.Reply refused = blue.post("/api/v1/entries", meeting);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().path("code").asText()).isEqualTo("TG-6072");
        assertThat(refused.json().path("field").asText()).isEqualTo("/legal_basis");

        Client.Reply said = blue.post("/api/v1/entries", grounded(meeting, "Act on exercises, § 4"));
        assertThat(said.status()).isEqualTo(201);
        assertThat(said.json().toString()).doesNotContain("Act on exercises");
        assertThat(watchLog())
                .extracting(each -> each.detail())
                .contains("seat first, legal basis: Act on exercises, § 4");
    }

    @Test
    void the_second_person_sees_the_legal_basis_that_the_first_one_stated() {
        JsonNode release = proposed(grounded(Line.message("ROUTINE", "Under § 5."), "Law on contacts, § 5"));
        assertThat(look(release).path("legal_basis").asText()).isEqualTo("Law on contacts, § 5");
        JsonNode signed = decide(second, "sign", look(release)).json();
        JsonNode entry =
                blue.get("/api/v1/entries/" + signed.path("entry").asText()).json();
        assertThat(entry.toString()).contains("Under § 5.").doesNotContain("Law on contacts");
    }

    @Test
    void what_one_person_releases_is_known_before_it_is_signed() {
        JsonNode authority = blue.get("/api/v1/status").json().path("authority");
        var alone = new TreeSet<String>();
        authority
                .path("messages_alone")
                .forEach(may -> alone.add(may.path("class").asText()));
        assertThat(authority.path("table").asBoolean()).isTrue();
        assertThat(alone).containsExactly("EXERCISE", "SERVICE", "TEST");
    }

    @Test
    void what_needs_two_persons_waits_until_another_seat_signs_what_it_saw() {
        int before = entries();
        JsonNode release = proposed(Line.message("ROUTINE", "We propose a meeting."));
        assertThat(release.path("state").asText()).isEqualTo("waiting");
        assertThat(release.at("/act/text").asText()).isEqualTo("We propose a meeting.");
        assertThat(entries()).isEqualTo(before);
        assertThat(decide(blue, "sign", release).code()).isEqualTo("TG-6053");

        Client.Reply signed = decide(second, "sign", look(release));

        assertThat(signed.json().path("state").asText()).isEqualTo("released");
        String reference = signed.json().path("entry").asText();
        Line.await(line.red, reference);
        assertThat(decide(second, "sign", release).json().path("entry").asText())
                .isEqualTo(reference);
        assertThat(decide(head, "sign", release).code()).isEqualTo("TG-6056");
        assertThat(entries()).isEqualTo(before + 1);
    }

    @Test
    void the_same_key_proposes_once_and_gives_the_entry_once_it_is_released() {
        String key = UUID.randomUUID().toString();
        String body = Line.message("ROUTINE", "Once.");
        JsonNode release = blue.post("/api/v1/entries", body, key).json();
        Client.Reply again = blue.post("/api/v1/entries", body, key);
        assertThat(again.status()).isEqualTo(202);
        assertThat(again.json().path("id")).isEqualTo(release.path("id"));
        assertThat(blue.post("/api/v1/entries", Line.message("ROUTINE", "Other."), key)
                        .code())
                .isEqualTo("TG-6007");

        String entry = decide(second, "sign", release).json().path("entry").asText();

        Client.Reply made = blue.post("/api/v1/entries", body, key);
        assertThat(made.status()).isEqualTo(200);
        assertThat(made.json().path("reference").asText()).isEqualTo(entry);
    }

    @Test
    void a_second_person_signs_only_what_is_there_now() {
        String opening = signedMessage("The opening.");
        JsonNode release = proposed(Line.message("ROUTINE", "And this besides.", ",\"re\":\"" + opening + "\""));
        Line.await(line.red, opening);
        String answer = Line.say(line.red, Line.message("ROUTINE", "Wait.", ",\"re\":\"" + opening + "\""));
        Line.await(blue, answer);

        assertThat(decide(second, "sign", release).code()).isEqualTo("TG-6052");
        JsonNode now = look(release);
        assertThat(now.at("/since/entries/0").asText()).isEqualTo(answer);
        assertThat(now.path("state").asText()).isEqualTo("waiting");
        assertThat(decide(second, "sign", now).json().path("state").asText()).isEqualTo("released");
    }

    private static String signedMessage(String words) {
        JsonNode release = proposed(Line.message("ROUTINE", words));
        return decide(second, "sign", release).json().path("entry").asText();
    }

    @Test
    void a_refusal_has_a_reason_for_the_proposer_and_a_withdrawal_is_the_proposers() {
        JsonNode refused = proposed(Line.message("ROUTINE", "Too sharp."));
        assertThat(decide(second, "refuse", refused).code()).isEqualTo("TG-6005");
        Client.Reply reply = decide(second, "refuse", refused, ",\"reason\":\"The tone.\"");
        assertThat(reply.json().path("state").asText()).isEqualTo("refused");
        assertThat(look(refused).path("reason").asText()).isEqualTo("The tone.");
        assertThat(decide(second, "sign", look(refused)).code()).isEqualTo("TG-6056");

        JsonNode withdrawn = proposed(Line.message("ROUTINE", "Not needed."));
        assertThat(decide(second, "withdraw", withdrawn).code()).isEqualTo("TG-6058");
        assertThat(decide(blue, "withdraw", withdrawn).json().path("state").asText())
                .isEqualTo("withdrawn");
        assertThat(blue.get("/api/v1/releases").json().path("releases").findValuesAsText("id"))
                .doesNotContain(
                        refused.path("id").asText(), withdrawn.path("id").asText());
        assertThat(blue.get("/api/v1/releases?open=false")
                        .json()
                        .path("releases")
                        .findValuesAsText("id"))
                .contains(refused.path("id").asText(), withdrawn.path("id").asText());
    }

    @Test
    void each_seat_is_told_which_decisions_are_its_own_before_it_decides() {
        JsonNode flash = proposed(Line.message("FLASH", "Clear the fairway."));
        assertThat(yours(blue, flash)).containsExactly("sign TG-6053", "refuse TG-6053", "withdraw", "emergency");
        assertThat(yours(second, flash)).containsExactly("sign", "refuse", "withdraw TG-6058", "emergency");
        assertThat(yours(head, flash)).contains("withdraw TG-6058", "emergency TG-6055");

        JsonNode sent = decide(blue, "emergency", flash, WHY).json();
        assertThat(yours(blue, sent)).containsExactly("countersign TG-6053");
        assertThat(yours(second, sent)).containsExactly("countersign TG-6054");
        assertThat(yours(head, sent)).containsExactly("countersign");
        assertThat(decide(head, "countersign", sent).status()).isEqualTo(200);
        assertThat(yours(head, sent)).isEmpty();
    }

    private static List<String> yours(Client seat, JsonNode release) {
        return seat.get("/api/v1/releases/" + release.path("id").asText())
                .json()
                .path("yours")
                .valueStream()
                .map(each -> (each.path("act").asText() + " "
                                + each.at("/refused/code").asText())
                        .strip())
                .toList();
    }

    @Test
    void an_emergency_release_is_sent_at_once_and_alarms_until_it_is_countersigned() {
        JsonNode routine = proposed(Line.message("ROUTINE", "No emergency."));
        assertThat(decide(blue, "emergency", routine, WHY).code()).isEqualTo("TG-6055");
        JsonNode release = proposed(Line.message("FLASH", "Hold your fire."));
        assertThat(alarms()).contains("release_of_flash_waits");
        assertThat(decide(head, "emergency", release, WHY).code()).isEqualTo("TG-6055");
        assertThat(decide(blue, "emergency", release).status()).isEqualTo(400);

        Client.Reply sent = decide(blue, "emergency", release, WHY);

        assertThat(head.get("/api/v1/releases/" + release.path("id").asText())
                        .json()
                        .path("reason")
                        .asText())
                .isEqualTo("Nobody else can be reached.");
        assertThat(sent.json().path("awaits_countersignature").asBoolean()).isTrue();
        Line.await(line.red, sent.json().path("entry").asText());
        assertThat(alarms()).contains("release_uncountersigned").doesNotContain("release_of_flash_waits");
        assertThat(decide(blue, "countersign", sent.json()).code()).isEqualTo("TG-6053");
        assertThat(decide(second, "countersign", sent.json()).code()).isEqualTo("TG-6054");
        Client.Reply done = decide(head, "countersign", sent.json());
        assertThat(done.json().at("/countersigned/seat").asText()).isEqualTo("head");
        assertThat(done.json().path("open").asBoolean()).isFalse();
        assertThat(alarms()).doesNotContain("release_uncountersigned");
        assertThat(decide(head, "countersign", sent.json()).status()).isEqualTo(200);
    }

    private static List<String> alarms() {
        return blue.get("/api/v1/alarms").json().findValuesAsText("kind");
    }

    @Test
    void an_office_says_what_the_table_lets_it_and_a_seat_speaks_for_its_own_offices() {
        String service = message("Link operator", "SERVICE");
        Client link = at("link");
        assertThat(link.post("/api/v1/entries", service).status()).isEqualTo(201);
        assertThat(link.post("/api/v1/entries", message("Link operator", "FORMAL"))
                        .code())
                .isEqualTo("TG-6051");
        assertThat(link.post("/api/v1/entries", message("Duty officer", "SERVICE"))
                        .code())
                .isEqualTo("TG-6050");
        assertThat(head.post("/api/v1/entries", message("Head of operations", "PRINCIPAL"))
                        .code())
                .isEqualTo("TG-6051");
        JsonNode leaders = proposed(message("Duty officer", "PRINCIPAL"));
        assertThat(leaders.path("second_offices").toString()).isEqualTo("[\"Head of operations\"]");
        assertThat(decide(second, "sign", leaders).code()).isEqualTo("TG-6054");
        assertThat(decide(head, "sign", leaders).status()).isEqualTo(200);
    }

    private static String message(String office, String trafficClass) {
        return """
                {"class":"%s","precedence":"ROUTINE","office":{"title":"%s","capacity":"duty office"},
                 "act":{"type":"message","language":"en","text":"Words."}}""".formatted(trafficClass, office);
    }

    @Test
    void a_warning_of_imminent_danger_and_every_acknowledgement_need_one_person() {
        Client.Reply warning = blue.post("/api/v1/entries", FilingTest.filing("WR", WARNING, ""));
        assertThat(warning.status()).as(warning.json().toString()).isEqualTo(201);
        String said = Line.say(line.red, Line.message("ROUTINE", "Read this."));
        Line.await(blue, said);
        assertThat(at("link").post("/api/v1/entries", """
                                {"class":"FORMAL","precedence":"ROUTINE",
                                 "office":{"title":"Link operator","capacity":"duty office"},
                                 "act":{"type":"acknowledgement","of":"%s","stage":"read","language":"en"}}""".formatted(said)).status())
                .isEqualTo(201);
    }

    @Test
    void a_seat_that_is_taken_away_is_out_at_once_and_what_it_proposed_is_void() {
        add("gone", "Duty officer");
        Client gone = at("gone");
        JsonNode release = gone.post("/api/v1/entries", Line.message("ROUTINE", "From a seat that goes."))
                .json();
        assertThat(release.path("state").asText()).isEqualTo("waiting");

        new SeatsFile(served.blue.home).remove("gone");

        assertThat(gone.get("/api/v1/status").status()).isIn(401, 429);
        assertThat(look(release).path("state").asText()).isEqualTo("voided");
        assertThat(decide(second, "sign", look(release)).code()).isEqualTo("TG-6056");
    }

    @Test
    void two_second_seats_at_once_make_one_entry() throws InterruptedException {
        for (int i = 0; i < 10; i++) {
            int before = entries();
            JsonNode release = proposed(Line.message("ROUTINE", "Both sign."));
            var threads = List.of(second, head, second, head).stream()
                    .map(seat -> Thread.ofVirtual().start(() -> decide(seat, "sign", release)))
                    .toList();
            for (Thread thread : threads) {
                thread.join();
            }
            assertThat(look(release).path("state").asText()).isEqualTo("released");
            assertThat(entries()).isEqualTo(before + 1);
        }
    }

    @Test
    void nothing_of_it_is_in_the_journal_and_every_step_is_in_the_watch_log() throws Exception {
        String entry = signedMessage("What two agree to.");
        Line.await(line.red, entry);
        Path export = folder.resolve("export");
        Files.write(
                export,
                blue.send("GET", "/api/v1/journal/export", Optional.empty(), bearer())
                        .http()
                        .body());
        for (Path file : List.of(export, served.blue.home.journal(), served.red.home.journal())) {
            assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
                    .doesNotContain("seat", "\"head\"", "second");
        }
        assertThat(line.red.get("/api/v1/entries/" + entry).json().toString()).doesNotContain("seat", "release");
        assertThat(watchLog().stream().filter(each -> ("" + each.detail()).contains("seat")))
                .extracting(each -> each.kind())
                .contains("release_proposed", "release_signed", "released");
    }

    private static List<LogLine> watchLog() {
        return served.blue.running().process().desk().use(desk -> desk.logBefore(Long.MAX_VALUE, 500));
    }

    private static java.util.Map<String, String> bearer() {
        return java.util.Map.of("Authorization", "Bearer " + blue.token);
    }

    @Test
    void the_status_says_whether_there_is_a_table_and_what_waits() {
        JsonNode authority = blue.get("/api/v1/status").json().path("authority");
        assertThat(authority.path("table").asBoolean()).isTrue();
        assertThat(line.red.get("/api/v1/status").json().at("/authority/table").asBoolean(true))
                .isFalse();
        int waiting = authority.path("waiting").asInt();
        proposed(Line.message("ROUTINE", "One more."));
        RunningLine.awaitUntil(
                "it is counted",
                () -> blue.get("/api/v1/status").json().at("/authority/waiting").asInt() == waiting + 1);
    }
}
