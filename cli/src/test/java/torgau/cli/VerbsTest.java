package torgau.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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
    void the_line_is_tested_shown_suspended_and_resumed() {
        assertThat(ok(verb(blue, "test-line")).out()).contains("came back word for word");
        await(blue, () -> verb(blue, "status").out().contains("WORKING"));
        assertThat(ok(verb(blue, "status")).out()).contains("RED-OPS", "Blue–Red direct line");
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
    void without_an_agreement_nothing_runs(@TempDir Path other) {
        var green = Side.initialised(other.resolve("green"), "GREEN", "uk");
        var refused = green.run("run", green.at("home"), "--passphrase-file", green.at("station-passphrase"));
        assertThat(refused.err()).startsWith("TG-7011");
    }

    private static Typed verb(Side side, String verb, String... arguments) {
        var all = new ArrayList<>(List.of(verb, "--home", side.at("home")));
        all.addAll(List.of(arguments));
        return Typed.at(Instant.now(), List.of(), "", all.toArray(String[]::new));
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
}
