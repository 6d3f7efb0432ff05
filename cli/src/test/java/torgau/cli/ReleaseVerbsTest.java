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

/// Two officers at two seats of one station, with the table that `torgau init` wrote. The other party is
/// not there: what is released is none of its business.
class ReleaseVerbsTest {
    @TempDir
    private static Path directory;

    private static Side blue;
    private static Thread station;

    @BeforeAll
    static void a_station_runs() throws Exception {
        int port;
        try (var free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        blue = new Side(directory.resolve("blue"), "BLUE");
        ok(blue.init(
                "en",
                "--console-port",
                "" + port,
                "--listen",
                "127.0.0.1:0",
                "--office",
                "Duty officer=operations centre",
                "--office",
                "Head of operations=operations centre"));
        var red = Side.initialised(directory.resolve("red"), "RED", "ru");
        red.hand("home/card.torgau", blue, "red-card");
        ok(blue.draft("../docs/examples/agreement.yaml", List.of("home/card.torgau", "red-card"), "draft"));
        blue.hand("draft", red, "draft");
        ok(blue.sign("draft", "blue-signature"));
        ok(red.sign("draft", "red-signature"));
        red.hand("red-signature", blue, "red-signature");
        ok(blue.adopt("draft", "blue-signature", "red-signature"));
        ok(blue.run("seat", "add", blue.at("home"), "second", "--office", "Head of operations"));
        station = Thread.ofPlatform()
                .daemon()
                .start(() -> blue.run("run", blue.at("home"), "--passphrase-file", blue.at("station-passphrase")));
        for (int i = 0; i < 300 && verb("status").exit() != 0; i++) {
            StationVerb.pause();
        }
    }

    @AfterAll
    static void it_stops() throws InterruptedException {
        station.interrupt();
        station.join(10_000);
    }

    private static Typed verb(String verb, String... arguments) {
        var all = new ArrayList<>(List.of(verb, "--home", blue.at("home")));
        all.addAll(List.of(arguments));
        return Typed.at(Instant.now(), List.of(), "", all.toArray(String[]::new));
    }

    private static Typed second(String verb, String... arguments) {
        var all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--seat", "second"));
        return verb(verb, all.toArray(String[]::new));
    }

    private static Typed ok(Typed typed) {
        assertThat(typed.err()).isEmpty();
        assertThat(typed.exit()).isZero();
        return typed;
    }

    private static String waiting(Typed said) {
        assertThat(said.exit()).isEqualTo(Exit.WAITS);
        assertThat(said.err()).startsWith("TG-7035").contains("`torgau release ");
        return said.err().replaceAll("(?s).*`torgau release (\\d+) .*", "$1");
    }

    @Test
    void what_waits_is_said_listed_shown_and_signed_at_the_second_seat() {
        String id = waiting(verb("say", "--precedence", "PRIORITY", "We propose a meeting."));
        assertThat(ok(verb("status")).out()).contains("for a second signature: torgau releases");
        assertThat(ok(verb("releases")).out())
                .contains(id + "  waits for a second signature", "proposed by Duty officer (first)");
        assertThat(ok(second("release", id)).out()).contains("Exactly this would be signed:", "We propose a meeting.");
        assertThat(verb("release", id, "--sign").err()).startsWith("TG-6053");

        var signed = ok(second("release", id, "--sign", "--json"));

        assertThat(signed.json().path("state").asText()).isEqualTo("released");
        String entry = signed.json().path("entry").asText();
        assertThat(ok(verb("inbox", entry)).out()).contains("We propose a meeting.");
        assertThat(ok(verb("releases", "--all")).out()).contains(id + "  sent");
        assertThat(ok(verb("release", id)).out()).contains("Decided by Head of operations (second)", entry);
    }

    @Test
    void a_format_that_waits_ends_with_five_and_one_that_one_person_releases_with_nought() throws Exception {
        Path fields = Files.writeString(directory.resolve("warning.yaml"), """
                endangered: [ship]
                where: 72-40.0N 031-45.2E
                danger: collision
                seen: 071938ZMAR26
                request: [keep_clear]
                """);
        assertThat(ok(verb("file", "WR", "--fields", fields.toString(), "--yes"))
                        .out())
                .contains("Signed and sent");
        var waits = verb("suspend", "--authority", "Decision 7", "--scope", "procedure=GW", "--json");
        assertThat(waits.exit()).isEqualTo(Exit.WAITS);
        assertThat(waits.json().path("state").asText()).isEqualTo("waiting");
        String id = waits.json().path("id").asText();
        assertThat(ok(second("release", id, "--refuse", "Not decided yet", "--yes"))
                        .out())
                .contains(id + "  refused");
        assertThat(ok(verb("release", id)).out()).contains("Not decided yet");
    }

    private static Typed imported(Path table) {
        return Typed.at(
                Instant.now(),
                List.of(),
                "",
                "plan",
                "import",
                "--home",
                blue.at("home"),
                "--legal-basis",
                "Law on contacts, § 5",
                "--file",
                table.toString());
    }

    /// Requirements 13 and 41.
    @Test
    void a_table_waits_as_one_thing_is_shown_whole_and_can_be_proposed_again() throws Exception {
        String head = "plan,track,event,aim,kind,host,level,dates,precision,languages,interpretation,funding\n";
        String row = "2031,other,Talks %s,To talk,video,nobody,experts,2031-05-0%s,exact,en;ru,each_own,each_own\n";
        Path table = Files.writeString(
                directory.resolve("plan.csv"), head + row.formatted("one", 1) + row.formatted("two", 2));
        String first = waiting(imported(table));
        assertThat(waiting(imported(table))).isEqualTo(first);
        ok(verb("release", first, "--withdraw", "--yes"));

        String id = waiting(imported(table));
        assertThat(id).isNotEqualTo(first);
        assertThat(ok(second("release", id)).out()).contains("Talks one", "2 of 2:", "Talks two");
        ok(second("release", id, "--sign", "--yes"));
        assertThat(ok(imported(table)).out()).contains("in the plan already: 2");
    }

    @Test
    void an_emergency_release_is_sent_and_countersigned_and_a_withdrawal_sends_nothing() {
        String id = waiting(verb("say", "--precedence", "FLASH", "Hold your fire."));
        assertThat(ok(verb("release", id, "--emergency", "Nobody else can be reached", "--yes"))
                        .out())
                .contains("awaits its countersignature");
        assertThat(ok(verb("status")).out()).contains("An emergency release awaits its countersignature");
        ok(second("release", id, "--countersign", "--yes"));
        assertThat(ok(verb("status")).out()).doesNotContain("awaits its countersignature");

        String other = waiting(verb("say", "Not needed."));
        assertThat(ok(verb("release", other, "--withdraw", "--yes")).out()).contains(other + "  withdrawn");
        assertThat(verb("release", "999").err()).startsWith("TG-6004");
        assertThat(verb("release", "x").exit()).isEqualTo(Exit.USAGE);
    }

    @Test
    void the_table_is_shown_as_a_commander_signs_it_and_checked_name_by_name() throws Exception {
        var shown = ok(blue.run("authority", "show", blue.at("home")));
        assertThat(shown.out())
                .contains("Duty officer", "all classes but PRINCIPAL", "WR/WR", "Warning of imminent danger")
                .contains("Released by two persons", "SHA-256", "Approved:");
        assertThat(shown.out().lines()).allMatch(line -> line.length() <= Sheet.WIDTH);
        ok(blue.run("authority", "check", blue.at("home")));

        var other = Side.initialised(directory.resolve("green"), "GREEN", "en");
        String table = Files.readString(other.path("home/authority.yaml"));
        other.secret("home/authority.yaml", table.replace("NT/NTH", "NT/NTX").replace("WR/RM", "WX"));
        var found = other.run("authority", "check", other.at("home"));
        assertThat(found.exit()).isEqualTo(Exit.REFUSED);
        assertThat(found.out()).contains("TG-7034 authority.yaml line ", "has NT/NTX", "has WX", "findings: 2");
        other.secret("home/authority.yaml", table.replace("alone:", "alon:"));
        assertThat(other.run("authority", "check", other.at("home")).err())
                .startsWith("TG-7005: authority.yaml line ")
                .contains("did you mean `alone`?");
    }

    @Test
    void seats_are_added_listed_and_taken_away_each_with_a_token_of_its_own() {
        var side = Side.initialised(directory.resolve("white"), "WHITE", "en");
        assertThat(side.run("seat", "add", side.at("home"), "Second", "--office", "Duty officer")
                        .err())
                .startsWith("TG-7032");
        assertThat(side.run("seat", "add", side.at("home"), "second", "--office", "Nobody")
                        .err())
                .startsWith("TG-7032");
        ok(side.run("seat", "add", side.at("home"), "second", "--office", "Duty officer"));
        assertThat(side.run("seat", "add", side.at("home"), "second", "--office", "Duty officer")
                        .err())
                .startsWith("TG-7032");
        assertThat(ok(side.run("seat", "list", side.at("home"))).out()).contains("first ", "second ", "Duty officer");
        assertThat(side.path("home/seats/second.token")).exists();
        ok(side.run("seat", "remove", side.at("home"), "second"));
        assertThat(side.path("home/seats/second.token")).doesNotExist();
        assertThat(side.run("seat", "remove", side.at("home"), "second").err()).startsWith("TG-7033");
        assertThat(ok(side.run("seat", "list", side.at("home"))).out()).doesNotContain("second");
    }
}
