package torgau.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import torgau.catalogue.value.Times;
import torgau.cli.ceremony.Side;

/// Two stations that `torgau run` started, and officers who speak through them from the command line.
class VerbsTest {
    private static final String YAML = "../docs/examples/agreement.yaml";

    @TempDir
    private static Path directory;

    private static final List<Thread> STATIONS = new ArrayList<>();

    private static Side blue;

    private static Side red;

    @BeforeAll
    static void a_line_is_founded_and_runs() throws Exception {
        int[] ports = free(4);
        blue = new Side(directory.resolve("blue"), "BLUE");
        red = new Side(directory.resolve("red"), "RED");
        ok(blue.init(
                "en",
                "--console-port",
                "" + ports[0],
                "--listen",
                "127.0.0.1:" + ports[1],
                "--peer",
                "RED-OPS=127.0.0.1:" + ports[3]));
        ok(red.init(
                "ru",
                "--console-port",
                "" + ports[2],
                "--listen",
                "127.0.0.1:" + ports[3],
                "--peer",
                "BLUE-OPS=127.0.0.1:" + ports[1]));
        red.hand("home/card.torgau", blue, "red-card");
        ok(blue.draft(YAML, List.of("home/card.torgau", "red-card"), "draft"));
        blue.hand("draft", red, "draft");
        ok(blue.sign("draft", "blue-signature"));
        ok(red.sign("draft", "red-signature"));
        blue.hand("blue-signature", red, "blue-signature");
        red.hand("red-signature", blue, "red-signature");
        for (Side side : List.of(blue, red)) {
            Files.delete(side.path("home/authority.yaml")); // one officer at each station: `ReleaseVerbsTest` has two
            ok(side.adopt("draft", "blue-signature", "red-signature"));
            var station = Thread.ofPlatform()
                    .daemon()
                    .start(() -> side.run("run", side.at("home"), "--passphrase-file", side.at("station-passphrase")));
            STATIONS.add(station);
            await(side);
        }
    }

    @AfterAll
    static void it_stops() throws InterruptedException {
        for (Thread station : STATIONS) {
            station.interrupt();
            station.join(10_000);
        }
    }

    @Test
    void what_one_says_the_other_receives_reads_and_understands() {
        var said = ok(verb(
                blue,
                "say",
                "--precedence",
                "FLASH",
                "--wait",
                "received",
                "--courtesy",
                "ru=Как слышите?",
                "How do you read?",
                "--json"));
        String reference = said.json().get("reference").asText();
        assertThat(said.out()).contains("\"stage\":\"received\"");
        assertThat(ok(verb(red, "inbox")).out()).contains("How do you read?", reference, "Как слышите?");
        var acknowledged = ok(verb(red, "ack", reference, "--understood", "Проверка слышимости"));
        assertThat(acknowledged.out()).contains("Подписывается в точности этот текст", "Проверка слышимости");
        await(blue, () -> verb(blue, "inbox").out().contains("Проверка слышимости"));
        assertThat(ok(verb(blue, "inbox", "--all", "--json")).out()).contains("understood");
    }

    @Test
    void what_is_packed_at_one_end_goes_through_a_relay_and_is_taken_at_the_other_beside_what_is_no_file()
            throws Exception {
        Path relay = Files.createDirectories(directory.resolve("relay"));
        Path in = Files.createDirectories(relay.resolve("in"));
        ok(verb(blue, "say", "The bridge is open."));
        int packed = ok(verb(blue, "courier", "pack", "--to", "RED", "--out", in.toString(), "--all", "--json"))
                .json()
                .path("files")
                .asInt();
        assertThat(packed).isPositive();
        ok(Typed.now("relay", relay.toString(), "--once"));
        assertThat(in).isEmptyDirectory();

        Path out = relay.resolve("out/513");
        Files.createSymbolicLink(out.resolve("link.courier"), relay);
        Files.createSymbolicLink(out.resolve("memory.courier"), Path.of("/dev/zero"));
        var pipe = new ProcessBuilder("mkfifo", out.resolve("pipe.courier").toString());
        assertThat(pipe.start().waitFor()).isZero();
        var taken = ok(verb(red, "courier", "take", out.toString(), "--json"));
        assertThat(taken.json().path("files").asInt()).isEqualTo(packed);
        assertThat(taken.json().path("refused").asInt()).isZero();
    }

    private static final List<String> REQUEST = List.of(
            "1",
            "2",
            "54-20.0N 020-30.0E",
            "25 km",
            "later",
            "180600ZNOV26..201800ZNOV26",
            "Columns were seen to assemble on three days.",
            "What is the purpose?",
            "");

    @Test
    void a_format_is_asked_for_field_by_field_and_read_in_the_other_language() {
        var answers = new ArrayList<>(REQUEST);
        answers.addAll(List.of("1, call", "y"));
        var filed = ok(asked(blue, answers, "file", "UA"));
        assertThat(filed.out())
                .contains("1  concentration of forces  (concentration)", "“later” is no period", "(may be left out")
                .contains("BLUE requests clarification. Addressee: RED.", "BLUE обращается с запросом о разъяснении.");
        String number = filed.out().strip().replaceAll("(?s).*message ", "");

        await(red, () -> verb(red, "inbox", number).exit() == 0);
        String inbox = ok(verb(red, "inbox")).out().replaceAll("\\s+", " ");
        assertThat(inbox)
                .contains("НЕМЕДЛЕННО UA", "Запрос о разъяснении необычной военной деятельности")
                .contains("сосредоточение войск (сил)", "(en) BLUE requests clarification.");
        var detail = ok(verb(red, "inbox", number)).out();
        assertThat(detail).contains("1.  Наблюдавшаяся деятельность", "сосредоточение войск (сил)");
        ok(verb(
                red,
                "ack",
                number,
                "--understood",
                "Сосредоточение войск",
                "--restate",
                "activity=concentration",
                "--restate",
                "area={circle: {centre: 54-20.0N 020-30.0E, radius: 250 km}}",
                "--yes"));
        await(blue, () -> verb(blue, "inbox", number).out().contains("DIFFERS"));
        String receipts = ok(verb(blue, "inbox", number)).out().replaceAll("\\s+", " ");
        assertThat(receipts).contains("Activity observed concentration (as in the message)", "\"radius\":\"25 km\"");
    }

    @Test
    void what_was_answered_before_the_input_ended_is_kept_and_gone_on_with() throws Exception {
        Path draft = directory.resolve("draft-of-a-request.yaml");
        var ended = asked(blue, REQUEST, "file", "UA", "--draft", draft.toString());
        assertThat(ended.exit()).isEqualTo(Exit.REFUSED);
        assertThat(ended.err()).startsWith("TG-7025").contains(draft.toString());
        assertThat(Files.readString(draft)).contains("54-20.0N 020-30.0E", "What is the purpose?");

        var filed = ok(asked(blue, List.of("", "y"), "file", "UA", "--fields", draft.toString(), "--ask"));

        assertThat(filed.out()).contains("Signed and sent: message BLUE-OPS-").doesNotContain("Reason for concern\n");
        var away = asked(blue, List.of("1"), "file", "UA", "--draft", draft.toString());
        assertThat(away.err()).as("nothing is overwritten").contains(draft + ".2");
    }

    @Test
    void a_format_is_filed_from_a_file_and_every_fault_in_it_is_told() throws Exception {
        Path evidence = Files.writeString(directory.resolve("bridge.txt"), "what was seen");
        Path file = Files.writeString(directory.resolve("answer.yaml"), """
                endangered: [ship]
                where: nowhere
                danger: no such thing
                seen: 211830ZNOV26
                """);
        var refused = verb(blue, "file", "WR", "--fields", file.toString(), "--set", "heading=400", "--yes");
        assertThat(refused.exit()).isEqualTo(Exit.REFUSED);
        assertThat(refused.err())
                .contains("Position: “nowhere” is no position.", "Heading of those in danger: “400” is no heading.")
                .contains("Request: nothing is given here", "TG-6025: ");
        Path letter = Files.writeString(directory.resolve("letter.yaml"), """
                signed_by: {title: Chief of Staff, capacity: Operational command}
                addressed_to: {title: Chief of Department, capacity: General Staff}
                subject: NO
                paragraphs: [The line is in operation., 12.50]
                action: confirm
                effect: record_only
                """);
        var dry = ok(verb(
                blue,
                "file",
                "FM",
                "--fields",
                letter.toString(),
                "--set",
                "enclosure=" + evidence,
                "--dry-run",
                "--json"));
        assertThat(dry.json().at("/act/fields").findValuesAsText("written")).contains("NO");
        assertThat(dry.out()).contains("12.50", "{\"name\":\"bridge.txt\",\"blob\":\"", "\"bytes\":\"13\"}");
        assertThat(ok(verb(blue, "file", "FM", "--fields", letter.toString(), "--dry-run"))
                        .out())
                .contains("Nothing was signed and nothing was sent.");
        String sent = ok(verb(
                        blue,
                        "file",
                        "FM",
                        "--fields",
                        letter.toString(),
                        "--attach",
                        "enclosure=" + evidence,
                        "--yes"))
                .out()
                .strip()
                .replaceAll("(?s).*message ", "");
        await(red, () -> verb(red, "inbox", sent).out().contains("bridge.txt, 13 B, получено"));
        Path saved = directory.resolve("saved.txt");
        ok(verb(red, "attachment", sent, "enclosure", "--out", saved.toString()));
        assertThat(Files.readString(saved)).isEqualTo("what was seen");
        assertThat(verb(red, "attachment", sent, "enclosure", "--out", saved.toString())
                        .exit())
                .as("nothing is overwritten")
                .isEqualTo(Exit.REFUSED);
        assertThat(verb(red, "erase", sent, "--reason", "not needed", "--confirm", "BLUE-OPS-2026-1")
                        .err())
                .startsWith("TG-6071");
        assertThat(ok(verb(red, "erase", sent, "--reason", "not needed", "--confirm", sent))
                        .out())
                .contains("Удалено 1 приложение.");
        assertThat(verb(red, "attachment", sent, "enclosure", "--out", directory + "/again")
                        .err())
                .startsWith("TG-6067");
        assertThat(verb(blue, "file", "ZZ").err()).startsWith("TG-6026");
        assertThat(verb(blue, "file", "WD", "--yes").err()).contains("write for example ");
    }

    private static Typed asked(Side side, List<String> answers, String verb, String... arguments) {
        var all = new ArrayList<>(List.of(verb));
        all.addAll(List.of(arguments));
        all.addAll(List.of("--home", side.at("home")));
        return Typed.at(Instant.now(), answers, "", all.toArray(String[]::new));
    }

    @Test
    void what_is_asked_is_awaited_shown_printed_and_typed_in_again() throws Exception {
        Path request = Files.writeString(directory.resolve("request.yaml"), """
                activity: concentration
                area: {circle: {centre: 54-20.0N 020-30.0E, radius: 25 km}}
                observed: 180600ZNOV26..201800ZNOV26
                concern: Columns were seen on three days.
                questions: [What is the purpose?]
                """);
        String number = ok(verb(blue, "file", "UA", "--fields", request.toString(), "--yes"))
                .out()
                .strip()
                .replaceAll("(?s).*message ", "");
        await(red, () -> verb(red, "inbox", number).exit() == 0);

        await(blue, () -> verb(blue, "awaited").out().contains("after " + number + " (UA)"));
        assertThat(words(verb(red, "awaited"))).contains("Ожидается от нас", "по сообщению " + number + " (UA)");
        await(blue, () -> verb(blue, "calendar").out().contains("Data on armed forces for the next year"));
        assertThat(words(verb(red, "calendar")))
                .contains("По календарю: ", "Данные о вооружённых силах на следующий год");
        assertThat(words(verb(red, "matters", "--procedure", "UA")))
                .contains(number, "Разъяснение необычной военной деятельности: направлен запрос о разъяснении");
        assertThat(ok(verb(blue, "matter", number)).out())
                .contains("State: clarification requested", "They may file", "UR Reply to the request");

        Path consultations = Files.writeString(directory.resolve("consultations.yaml"), """
                medium: meeting
                slots: [{slot: 240900ZNOV26..241100ZNOV26}]
                subjects: [Movements]
                """);
        String opening = ok(verb(red, "file", "UM", "--re", number, "--fields", consultations.toString(), "--yes"))
                .out()
                .strip()
                .replaceAll("(?s).* ", "");
        assertThat(words(verb(red, "matter", number)))
                .contains(opening + " открывает вопрос «MT Встреча»: ещё не открыт");
        Path reply = Files.writeString(directory.resolve("reply.yaml"), """
                nature: check
                area: {circle: {centre: 54-20.0N 020-30.0E, radius: 30 km}}
                period: undisclosed
                answers: [declined]
                """);
        ok(verb(red, "file", "UR", "--re", number, "--fields", reply.toString(), "--yes"));
        assertThat(words(verb(red, "matter", number)))
                .contains("Изложение одних и тех же фактов Сторонами Район: различается BLUE", "радиус 30 км");

        assertThat(ok(verb(red, "render", number, "--as", "sentence")).out()).contains("BLUE обращается с запросом");
        Path text = directory.resolve("typed.txt");
        ok(verb(red, "render", number, "--as", "text", "--out", text.toString()));
        Files.writeString(text, Files.readString(text).toUpperCase(java.util.Locale.ROOT));
        assertThat(ok(verb(blue, "file", "--text", text.toString(), "--dry-run"))
                        .out())
                .contains("Activity observed: concentration of forces", "54°20.0′N 020°30.0′E, radius 25 km");
        Path paper = directory.resolve("paper.pdf");
        ok(verb(blue, "render", number, "--as", "pdf", "--out", paper.toString()));
        assertThat(Files.size(paper)).isGreaterThan(10_000);
        assertThat(verb(blue, "render", number, "--as", "pdf", "--out", paper.toString())
                        .err())
                .startsWith("TG-7017");
        assertThat(verb(blue, "matter", "BLUE-OPS-2026-999999").exit()).isEqualTo(Exit.REFUSED);
    }

    @Test
    void what_was_said_is_found_by_another_form_with_the_words_marked() throws Exception {
        ok(verb(blue, "say", "--lang", "ru", "Переправа через Эльбу закрыта для колонн."));
        String found = ok(verb(blue, "search", "переправы", "--from", "BLUE", "--since", "010000ZJAN20"))
                .out();
        assertThat(found).startsWith("BLUE-OPS-").contains("[Переправа] через Эльбу");
        assertThat(ok(verb(blue, "search", "gthtghfds", "kolonn*", "\"закрыта для\""))
                        .out())
                .contains("“gthtghfds” does not occur; searched for “переправы”", "Nothing was found.");
        await(red, () -> verb(red, "search", "колонна").out().contains("[колонн]"));
        assertThat(ok(verb(red, "search", "\"колонна\"")).out()).contains("Ничего не найдено");
        assertThat(verb(red, "search").err()).startsWith("TG-6046");
        assertThat(verb(red, "search", "x", "--limit", "0").exit()).isEqualTo(Exit.USAGE);
    }

    /// What was printed, however its lines are broken.
    private static String words(Typed outcome) {
        return ok(outcome).out().replaceAll("\\s+", " ");
    }

    @Test
    void what_does_not_come_in_time_ends_with_three() {
        var said = verb(blue, "say", "--wait", "understood", "--timeout", "1", "No answer is expected.");
        assertThat(said.exit()).isEqualTo(Exit.NOT_IN_TIME);
        assertThat(said.err()).startsWith("TG-7024").contains("is not understood after 1 s");
        assertThat(said.out()).contains("No answer is expected.");
    }

    @Test
    void a_refusal_of_the_station_is_passed_on() {
        var refused = verb(blue, "ack", "RED-OPS.00000000.99", "--read");
        assertThat(refused.exit()).isEqualTo(Exit.REFUSED);
        assertThat(refused.err()).startsWith("TG-6");
    }

    @Test
    void a_station_is_silenced_with_a_declaration_and_speaks_again() {
        assertThat(verb(red, "receive-only", "on").exit()).isEqualTo(Exit.USAGE);
        assertThat(verb(red, "receive-only", "on", "--unannounced", "--paths", "hf")
                        .exit())
                .isEqualTo(Exit.USAGE);
        String until = Times.group(Instant.now().plusSeconds(7_200).toEpochMilli());
        var ordered = ok(verb(red, "receive-only", "on", "--until", until, "--paths", "hf", "--json"));
        try {
            String declared = ordered.json().path("last_word").asText();
            await(red, () -> verb(red, "receive-only", "status").out().contains("станция ничего не передаёт"));
            assertThat(ok(verb(red, "status")).out()).contains("ПЕРЕДАЧА ЗАПРЕЩЕНА");
            assertThat(ok(verb(blue, "inbox", declared)).out()).contains("we receive only and send nothing");
            assertThat(verb(red, "test-line").err()).startsWith("TG-4029");
        } finally {
            assertThat(ok(verb(red, "receive-only", "off")).out()).contains("приём и передачу");
        }
        await(blue, () -> verb(blue, "status").out().contains("WORKING"));
    }

    @Test
    void the_line_is_tested_shown_suspended_and_resumed() {
        assertThat(ok(verb(blue, "test-line")).out()).contains("came back word for word");
        await(blue, () -> verb(blue, "status").out().contains("WORKING"));
        assertThat(ok(verb(blue, "status")).out()).contains("RED-OPS", "Blue–Red direct line", "by the agreement");
        await(blue, () -> verb(blue, "status").out().contains("TCP 127.0.0.1; answers; last answer"));
        assertThat(verb(blue, "status").out()).contains("Waiting to go", "Bytes today (UTC)");
        assertThat(verb(blue, "status", "--watch", "0").exit()).isEqualTo(Exit.USAGE);
        assertThat(ok(verb(red, "status")).out().lines()).allMatch(line -> line.length() <= Sheet.WIDTH);
        var suspended =
                ok(verb(red, "suspend", "--authority", "Решение", "--scope", "track=global stability", "--json"));
        String reference = suspended.json().get("reference").asText();
        assertThat(ok(verb(red, "status")).out()).contains(reference);
        ok(verb(red, "resume", reference, "--authority", "Решение"));
        assertThat(ok(verb(red, "status")).out()).doesNotContain(reference);
    }

    @Test
    void a_station_that_is_not_there_is_unreachable() throws Exception {
        int port = free(1)[0];
        var away = Typed.now("status", "--url", "http://127.0.0.1:" + port, "--token-file", blue.at("home/token"));
        assertThat(away.exit()).isEqualTo(Exit.UNREACHABLE);
        assertThat(away.err()).startsWith("TG-7023");
    }

    @Test
    void a_second_station_finds_the_home_or_the_port_taken() {
        var second = blue.run("run", blue.at("home"), "--passphrase-file", blue.at("station-passphrase"));
        assertThat(second.exit()).isEqualTo(Exit.REFUSED);
        assertThat(second.err()).containsAnyOf("TG-3004", "TG-7021");
    }

    @Test
    void a_linguist_translates_reviews_and_certifies_and_a_sender_releases_a_courtesy_translation() {
        String number = ok(verb(blue, "say", "--precedence", "IMMEDIATE", "Stop 12 nm off.", "--json"))
                .json()
                .get("message_number")
                .asText();
        await(red, () -> verb(red, "inbox", number).exit() == 0);
        assertThat(ok(verb(red, "translate")).out()).contains(number, "Текст: перевода ещё нет");

        assertThat(ok(verb(red, "translate", number, "--text", "Остановитесь в 12 км."))
                        .out()
                        .replaceAll("\\s+", " "))
                .contains("черновик", "!! «12 nm» передано как «12 км»: другая единица измерения.");
        ok(verb(red, "translate", number, "--text", "Остановитесь в 12 морских милях."));
        assertThat(ok(verb(red, "translate", number, "--review")).out()).contains("сверено с оригиналом");
        assertThat(verb(red, "translate", number, "--certify").err()).startsWith("TG-6032");
        assertThat(ok(verb(red, "translate", number, "--certify", "--office", "Переводчик", "--capacity", "Отдел"))
                        .out())
                .contains("заверенный перевод", "Переводчик")
                .doesNotContain("!!");
        assertThat(ok(verb(red, "translate")).out()).doesNotContain(number);
        assertThat(ok(verb(blue, "translate", number, "--to", "ru")).out())
                .as("what RED keeps is not known to BLUE")
                .contains("no translation yet");

        assertThat(verb(red, "translate", number, "--release").err()).startsWith("TG-4040");
        assertThat(verb(blue, "translate", number, "--to", "ru", "--release").err())
                .startsWith("TG-7026");
        assertThat(verb(blue, "translate", number, "--to", "ru", "--machine").err())
                .startsWith("TG-6034");
        ok(verb(blue, "translate", number, "--to", "ru", "--text", "Стой в 12 милях."));
        var released = ok(verb(blue, "translate", number, "--to", "ru", "--release", "--json"))
                .json();
        assertThat(released.at("/act/type").asText()).isEqualTo("translation");
        assertThat(released.path("precedence").asText()).isEqualTo("IMMEDIATE");
        String reference = released.path("reference").asText();
        await(red, () -> verb(red, "inbox", reference).exit() == 0);
        assertThat(ok(verb(red, "inbox", number)).out()).contains("(ru)", "Стой в 12 милях.");
        assertThat(ok(verb(red, "render", number)).out())
                .contains("Оригинал (английский), аутентичный текст:\n   Stop 12 nm off.\n")
                .containsPattern(
                        "Неофициальный перевод отправителя \\(русский\\), BLUE-OPS-.*:\n   Стой в 12 милях.\n");
        assertThat(verb(red, "render", number, "--as", "text").err()).startsWith("TG-6060");
    }

    @Test
    void a_translation_is_of_one_entry_and_one_text() {
        assertThat(verb(blue, "translate", "--review").exit()).isEqualTo(Exit.USAGE);
        assertThat(verb(blue, "translate", "X", "--review", "--certify").exit()).isEqualTo(Exit.USAGE);
        String number = ok(verb(blue, "say", "Words.", "--json"))
                .json()
                .get("message_number")
                .asText();
        assertThat(verb(blue, "translate", number, "--to", "ru", "--part", "subject", "--text", "x")
                        .err())
                .contains("which text?");
        assertThat(ok(verb(blue, "translate", number)).out()).contains("no free text in another language than en");
    }

    @Test
    void an_edition_is_checked_compared_proposed_accepted_and_used() throws Exception {
        String used = Files.readString(Path.of("../catalogue/procedures/IQ.yaml"));
        Path file = directory.resolve("IQ-2.yaml");
        Files.writeString(file, used.replace("title:", "titel:"));
        var faulty = asked(blue, List.of(), "catalogue", "propose", file.toString());
        assertThat(faulty.exit()).isEqualTo(Exit.REFUSED);
        assertThat(faulty.out()).contains(file + ":5: TG-5002 unknown key `titel`", "Nothing was sent.");
        Files.writeString(file, used + "# only a remark\n");
        assertThat(asked(blue, List.of(), "catalogue", "propose", file.toString())
                        .out())
                .contains(file + ":3: TG-5042", "write `edition: 2`", "TG-5043 it says what edition 1 says");

        Files.writeString(
                file,
                used.replace("edition: 1\n", "edition: 2\n")
                        .replace("en: \"Supplement\"", "en: \"Further information\"")
                        .replace("within: PT72H", "within: PT120H"));
        assertThat(asked(blue, List.of(), "catalogue", "propose", file.toString())
                        .err())
                .startsWith("TG-7025");
        var proposed = ok(asked(
                blue,
                List.of("some day", "010000ZJAN26", "Three days were too short.", "y"),
                "catalogue",
                "propose",
                file.toString()));
        assertThat(proposed.out().replaceAll("\\s+", " "))
                .contains("Edition 2 of IQ, against edition 1 in use:")
                .contains("Field IQS.text “Further information”: changed (label)")
                .contains("Clock reply: changed (within PT72H → PT120H)")
                .contains("“some day” is no time")
                .contains("Reason: Three days were too short.", "Nature: wording in one or more languages");
        String number = proposed.out().strip().replaceAll("(?s).*message ", "");
        await(red, () -> ok(verb(red, "catalogue", "editions")).out().contains("IQ/2  предложена"));

        ok(asked(
                red,
                List.of(),
                "file",
                "FV/FVA",
                "--re",
                number,
                "--set",
                "format=IQ",
                "--set",
                "new_edition=2",
                "--set",
                "start=010000ZJAN26",
                "--yes"));
        await(blue, () -> ok(verb(blue, "catalogue", "editions")).out().contains("IQ/2  in use"));
        assertThat(asked(blue, List.of(), "catalogue", "propose", file.toString(), "--json")
                        .json()
                        .findValuesAsText("code"))
                .contains("TG-5042", "TG-5043");
    }

    @Test
    void without_an_agreement_nothing_runs(@TempDir Path other) {
        var green = Side.initialised(other.resolve("green"), "GREEN", "uk");
        var refused = green.run("run", green.at("home"), "--passphrase-file", green.at("station-passphrase"));
        assertThat(refused.err()).startsWith("TG-7011");
    }

    private static Typed verb(Side side, String verb, String... arguments) {
        return asked(side, List.of(), verb, arguments);
    }

    private static void await(Side side) throws InterruptedException {
        await(
                side,
                () -> Files.exists(side.path("home/token"))
                        && verb(side, "status").exit() == 0);
    }

    private static void await(Side side, java.util.function.BooleanSupplier come) {
        for (int i = 0; i < 300 && !come.getAsBoolean(); i++) {
            StationVerb.pause();
        }
        assertThat(come.getAsBoolean()).as(side.party).isTrue();
    }

    private static int[] free(int count) throws java.io.IOException {
        int[] ports = new int[count];
        var held = new ArrayList<ServerSocket>();
        for (int i = 0; i < count; i++) {
            held.add(new ServerSocket(0));
            ports[i] = held.getLast().getLocalPort();
        }
        for (ServerSocket socket : held) {
            socket.close();
        }
        return ports;
    }

    private static Typed ok(Typed typed) {
        assertThat(typed.err()).isEmpty();
        assertThat(typed.exit()).isZero();
        return typed;
    }

    private static String proposed(String place) throws Exception {
        Path event = Files.writeString(directory.resolve("event.yaml"), """
                    plan: "2027"
                    number: OPS-14
                    track: global_stability
                    event: Rescue drill of two ships.
                    aim: To practise.
                    kind: rescue
                    host: other
                    level: units
                    dates: 080600ZJUN27..111800ZJUN27
                    precision: exact
                    place: %s
                    owner: {title: Chief of plans, capacity: Northern fleet command}
                    size: 120
                    languages: [en, ru]
                    interpretation: each_own
                    funding: host_local
                """.formatted(place));
        String number = ok(verb(blue, "file", "WP", "--fields", event.toString(), "--yes"))
                .out()
                .strip()
                .replaceAll("(?s).*message ", "");
        await(red, () -> verb(red, "inbox", number).exit() == 0);
        return number;
    }

    /// Requirements 40, 41 and 35; rows 7 and 10.
    @Test
    void the_plan_is_shown_side_by_side_with_its_clashes_steps_and_sums_and_suspended_and_resumed() throws Exception {
        String number = proposed("Harbour");
        proposed("harbour");
        Path agreed = Files.writeString(directory.resolve("agreed.yaml"), """
                answered: %s
                dates: 080600ZJUN27..111800ZJUN27
                precision: exact
                host: other
                level: units
                owner: {title: Начальник отдела, capacity: Штаб флота}
                """.formatted(number));
        ok(verb(red, "file", "WPA", "--re", number, "--fields", agreed.toString(), "--yes"));
        await(blue, () -> words(verb(blue, "plan")).contains("RED: agreed"));
        assertThat(words(verb(blue, "plan")))
                .contains(number + " 2027-06-08 … 2027-06-11 BLUE: proposed RED: agreed Rescue drill")
                .contains("Chief of plans, Northern fleet command — Начальник отдела, Штаб флота");
        assertThat(ok(verb(red, "plan")).out().lines()).allMatch(line -> line.length() <= Sheet.WIDTH);
        assertThat(words(verb(red, "plan", "--owner", "отдела"))).contains("Мероприятий плана: 1", "RED: согласовано");
        assertThat(verb(red, "plan", "--limit", "0").exit()).isEqualTo(Exit.USAGE);

        assertThat(words(verb(blue, "plan", "clashes")))
                .contains("One place, two events: Harbour", "One number given twice: BLUE; OPS-14")
                .contains("One office in charge of two events at once: BLUE; Chief of plans");
        assertThat(words(verb(blue, "plan", "steps", "--owner", "отдела")))
                .contains("2027-04-24 to come RED invitation; " + number);
        assertThat(words(verb(blue, "plan", "steps", "--passed"))).startsWith("Steps: 0");
        assertThat(words(verb(blue, "plan", "balance")))
                .contains("By host RED agreed: 1; held: 0; guests: 0", "Agreed and due: 0;");

        assertThat(verb(red, "plan", "resume", "--authority", "Решение").err()).startsWith("TG-7040");
        ok(verb(red, "plan", "suspend", "--authority", "Решение", "--reason", "Ждём решения."));
        assertThat(words(verb(red, "plan"))).contains("RED: согласовано (приостановлено)");
        await(blue, () -> words(verb(blue, "plan")).contains("RED: agreed (suspended)"));
        ok(verb(red, "plan", "resume", "--authority", "Решение"));
        assertThat(words(verb(red, "plan"))).doesNotContain("приостановлено");
        ok(verb(red, "plan", "suspend", "--counterpart", "Chief of plans", "--authority", "Решение"));
        assertThat(words(verb(red, "plan"))).contains("RED: согласовано (приостановлено)");
        ok(verb(red, "plan", "resume", "--counterpart", "Chief of plans", "--authority", "Решение"));
        assertThat(words(verb(red, "plan"))).doesNotContain("приостановлено");
    }

    /// Requirements 40 and 41; row 7.
    @Test
    void a_table_of_events_is_filed_once_and_comes_out_again() throws Exception {
        Path table = directory.resolve("plan.csv");
        String head = "Plan (year);Number in the plan;Event;Purpose;Kind;Host;Level;Planned dates;Languages;Costs\n";
        String row =
                "2031;S-1;Staff talks on incidents at sea;To agree on words;staff talks;BLUE;staff officers;%s;en, ru;later\n";
        Files.writeString(table, head + row.formatted("03/04/2031"));
        String[] set = {"--set", "track=other", "--set", "precision=exact", "--set", "interpretation=each_own"};
        var faulty = verb(blue, "plan", words(table, set));
        assertThat(faulty.exit()).isEqualTo(1);
        assertThat(faulty.out().replaceAll("\\s+", " "))
                .contains("TG-6098 row 2, column H: Planned dates: “03/04/2031” can mean two days.");

        Files.writeString(table, head + row.formatted("10.04.2031–12.04.2031"));
        var shown = ok(verb(blue, "plan", words(table, set)));
        assertThat(shown.out()).contains("100000ZAPR31..122359ZAPR31", "Nothing is filed");
        String[] file = Stream.concat(Stream.of("--file"), Stream.of(set)).toArray(String[]::new);
        assertThat(ok(verb(blue, "plan", words(table, file))).out()).contains("Filed together: 1 event");
        assertThat(ok(verb(blue, "plan", words(table, file))).out()).contains("in the plan already: 1");

        await(red, () -> verb(red, "matters").out().contains("BLUE"));
        Path out = directory.resolve("out.csv");
        ok(verb(red, "plan", "export", "--plan", "2031", "--language", "ru", "-o", out.toString()));
        assertThat(Files.readString(out))
                .contains("Staff talks on incidents at sea", "штабные консультации", "предложено");
        assertThat(verb(red, "plan", "export", "--plan", "2031", "-o", out.toString())
                        .exit())
                .isEqualTo(1);
        assertThat(verb(
                                red,
                                "plan",
                                "export",
                                "--format",
                                "xlsx",
                                "-o",
                                directory.resolve("two.csv").toString())
                        .err())
                .contains("--format xlsx does not fit");
        assertThat(ok(verb(red, "plan", "import", out.toString())).out()).contains("уже в плане: 1");
    }

    private static String[] words(Path table, String... more) {
        return Stream.concat(Stream.of("import", table.toString()), Stream.of(more))
                .toArray(String[]::new);
    }
    /// Requirement 29; row 9.
    @Test
    void a_visit_is_shown_with_its_delegation_and_what_is_to_be_looked_at() throws Exception {
        Path fields = directory.resolve("rv.yaml");
        Files.writeString(fields, """
                kind: one_time
                aim: Talks of two staffs.
                dates: 080500ZJUN27..111800ZJUN27
                sites: [{number: 1, site: Порт «Маяк», subject: Talks.}]
                access: open
                delegation:
                  - {number: 1, part: head, person: {name: John Miller, document: passport 471100}}
                  - {number: 2, part: interpreter, person: {name: Олена Іваненко, latin: Elena Ivanenko}}
                persons_in_all: 2
                way: sea
                entry_point: Порт «Маяк»
                requester: {title: Chief of plans, capacity: Northern fleet command}
                certified: {title: Security officer, capacity: Joint staff}
                """);
        assertThat(ok(verb(blue, "file", "RV", "--fields", fields.toString(), "--dry-run"))
                        .out())
                .contains("expected by ICAO Doc 9303: Olena Ivanenko");
        var filed = ok(verb(blue, "file", "RV", "--fields", fields.toString(), "--yes", "--json"));
        String reference = filed.json().get("reference").asText();

        assertThat(ok(verb(blue, "visits")).out())
                .contains("080500ZJUN27..111800ZJUN27", "persons: 2 (not answered 2)");
        assertThat(ok(verb(blue, "visits", "show", reference)).out())
                .contains(
                        "John Miller, passport 471100",
                        "head of delegation",
                        "expected by ICAO Doc 9303: Olena Ivanenko");
        await(red, () -> verb(red, "visits", "show", reference).exit() == 0);
        assertThat(ok(verb(red, "visits", "show", reference)).out()).contains("без ответа", "глава делегации");
        assertThat(verb(blue, "visits", "--limit", "201").exit()).isEqualTo(Exit.USAGE);
        ok(verb(blue, "visits", "note", reference, "--text", "Late at each gate"));
        ok(verb(blue, "visits", "note", reference, "--text", "Late at one gate"));
        ok(verb(blue, "visits", "note", reference, "--after-action", "--text", "A second escort"));
        assertThat(ok(verb(blue, "visits", "show", reference)).out())
                .contains("Late at one gate", "A second escort", "for this desk only")
                .doesNotContain("Late at each gate");
        assertThat(ok(verb(red, "visits", "show", reference)).out()).doesNotContain("escort");
        ok(verb(blue, "visits", "note", reference, "--text", ""));
        assertThat(ok(verb(blue, "visits", "show", reference)).out()).doesNotContain("Late at one gate");
    }

    /// Requirements 8, 38 and 39; rows 2, 10, 11, 12 and 14.
    @Test
    void offices_are_found_and_a_meeting_brings_up_what_was_undertaken() throws Exception {
        String hours = """
                hours: [{days: [daily], from: "00:00", until: "24:00"}]
                languages: [en]
                tracks: [global_stability]
                valid: 010000ZJAN20..310000ZDEC99
                """;
        filed(red, "DE", "", hours + """
                office: {title: Director, capacity: Fleet}
                level: command
                decides: [sea]
                transmits: [incidents]
                """);
        await(blue, () -> verb(blue, "counterparts", "--party", "RED").out().contains("Director, Fleet"));
        assertThat(words(verb(blue, "counterparts", "find", "--theme", "sea", "--track", "global_stability")))
                .contains(
                        "Offices of RED:",
                        "can do it",
                        "decides on the subject",
                        "None of our offices has declared that it does this.");
        assertThat(words(verb(red, "counterparts", "find", "--theme", "sea"))).contains("Наши органы:");
        assertThat(ok(verb(blue, "counterparts", "note", "RED", "Director, Fleet", "--text", "Answers at once"))
                        .out())
                .contains("sent to nobody");
        assertThat(words(verb(blue, "counterparts", "show", "Director, Fleet")))
                .contains("Can decide", "safety at sea", "PRIVATE", "Answers at once");
        assertThat(words(verb(red, "counterparts", "show", "Director, Fleet"))).doesNotContain("Answers at once");
        Path picture = directory.resolve("counterparts.svg");
        ok(verb(blue, "counterparts", "picture", "--language", "ru", "--out", picture.toString()));
        assertThat(Files.readString(picture)).startsWith("<svg").contains("безопасность на море");

        String meeting = filed(red, "MT", "", """
                track: global_stability
                subject: Связь
                topics: [Сроки]
                level: staff
                head: {title: Начальник управления, capacity: Штаб}
                size: 3
                form: video
                place: Видеоконференция
                slots: [{slot: 160700ZDEC98..161500ZDEC98}]
                chair: jointly
                languages: [ru]
                interpretation: each_own
                """);
        await(blue, () -> verb(blue, "inbox", meeting).exit() == 0);
        String accepted = filed(blue, "MTA", meeting, """
                date: 160700ZDEC98..161500ZDEC98
                form: video
                place: Video
                head: {title: Director of plans, capacity: Joint staff}
                size: 2
                chair: jointly
                interpretation: each_own
                """);
        filed(blue, "CM", "", """
                effect: political
                track: global_stability
                kind: inform
                undertaken: To state the contacts.
                until: 100000ZJAN97
                measure: They are filed.
                owner: {title: Chief of signals, capacity: Joint staff}
                """);
        await(red, () -> verb(red, "commitments").out().contains("To state the contacts."));
        await(red, () -> verb(red, "inbox", accepted).exit() == 0);
        assertThat(words(verb(red, "meetings"))).contains("Ближайшая встреча или разговор, BLUE: " + meeting);
        assertThat(words(verb(blue, "meetings", "show", meeting)))
                .contains("time and place agreed", "Come up here:", "To state the contacts.");
        assertThat(ok(verb(red, "meetings", "agenda", meeting, "--draft")).out())
                .contains("MTG", "items:", "To state the contacts.");
        assertThat(words(verb(red, "meetings", "agenda", meeting))).contains("Повестка дня:", "Сроки");
    }

    /// Files a format, and answers its number.
    private static String filed(Side side, String format, String re, String fields) throws Exception {
        Path file = Files.writeString(directory.resolve(side.party + format + ".yaml"), fields);
        var arguments = new ArrayList<>(List.of(format, "--fields", file.toString(), "--yes", "--json"));
        if (!re.isEmpty()) {
            arguments.addAll(List.of("--re", re));
        }
        return ok(verb(side, "file", arguments.toArray(String[]::new)))
                .json()
                .path("message_number")
                .asText();
    }

    /// Rows 13 and 18; requirement 33.
    @Test
    void a_period_is_measured_written_to_a_private_file_and_what_was_told_is_listed() throws Exception {
        Path expected = Files.writeString(directory.resolve("expected.yaml"), """
                track: global_stability
                period: 2020-01-01T00:00Z..2099-12-31T23:59Z
                expectations:
                  - {number: 1, measure: line, expected: The line works., target: 99, unit: percent}
                review: 2099-12-31T23:59Z
                office: {title: Director of plans, capacity: Joint staff}
                """);
        ok(verb(blue, "file", "EP", "--fields", expected.toString(), "--yes"));

        await(blue, () -> verb(blue, "expectations").out().contains("The line works."));
        assertThat(ok(verb(blue, "expectations", "report", "--from", "2020-01-01"))
                        .out())
                .contains("PRIVATE", "commitment.due");
        Path report = directory.resolve("report.html");
        String file = report.toString();
        ok(verb(blue, "expectations", "report", "--from", "2020-01-01", "--to-file", "html", "-o", file));
        assertThat(Files.readString(report)).startsWith("<!DOCTYPE html>").contains("PRIVATE");
        assertThat(Files.getPosixFilePermissions(report)).hasSize(2);
        assertThat(verb(blue, "expectations", "report", "--from", "2020-01-01", "--to-file", "csv")
                        .exit())
                .isEqualTo(2);
        assertThat(ok(verb(blue, "expectations", "review")).out()).contains("statistics:", "figure: requests", "# ");
        assertThat(words(verb(blue, "told", "--by", "us", "--theme", "EP"))).contains("we told", "EP", "PARTIES_ONLY");
    }
}
