package torgau.cli.ceremony;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import torgau.cli.Typed;
import torgau.journal.crypto.HybridVerifier;
import torgau.station.home.Home;
import torgau.station.home.Membership;
import torgau.station.home.Passphrase;
import torgau.station.home.StationConfig;
import torgau.station.home.StationSecrets;

/// Each party does its own half in its own directory; only cards, a draft and signatures change hands.
class CeremonyTest {
    private static final String YAML = "../docs/examples/agreement.yaml";

    @Test
    void two_parties_found_a_line_from_files_alone(@TempDir Path directory) throws Exception {
        var blue = Side.initialised(directory.resolve("blue"), "BLUE", "en");
        var red = Side.initialised(directory.resolve("red"), "RED", "ru");

        blue.hand("home/card.torgau", red, "blue-card");
        red.hand("home/card.torgau", blue, "red-card");
        checks(blue, "red-card", red);
        checks(red, "blue-card", blue);

        ok(blue.draft(YAML, List.of("home/card.torgau", "red-card"), "draft"));
        blue.hand("draft", red, "draft");
        ok(blue.sign("draft", "blue-signature"));
        ok(red.sign("draft", "red-signature"));
        blue.hand("blue-signature", red, "blue-signature");
        red.hand("red-signature", blue, "red-signature");

        var adopted = ok(blue.adopt("draft", "blue-signature", "red-signature"));
        ok(red.adopt("draft", "red-signature", "blue-signature"));
        assertThat(blue.bytes("home/agreement.torgau")).isEqualTo(red.bytes("home/agreement.torgau"));
        assertThat(membership(blue).station().code()).isEqualTo("BLUE-OPS");
        assertThat(membership(red).station().code()).isEqualTo("RED-OPS");
        assertThat(membership(blue).founding().line())
                .isEqualTo(membership(red).founding().line());
        assertThat(adopted.out())
                .contains(membership(red).founding().line().hex())
                .contains("Blue–Red direct line");
        try (var files = Files.list(red.path("."))) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder(
                            "home",
                            "root",
                            "station-passphrase",
                            "root-passphrase",
                            "blue-card",
                            "draft",
                            "blue-signature",
                            "red-signature");
        }
    }

    @Test
    void a_checked_card_is_found_again_in_the_draft_and_another_draft_than_the_other_reads_is_not_signed(
            @TempDir Path directory) {
        var blue = Side.initialised(directory.resolve("blue"), "BLUE", "en");
        var red = Side.initialised(directory.resolve("red"), "RED", "ru");
        var between = Side.initialised(directory.resolve("between"), "RED", "ru");
        red.hand("home/card.torgau", blue, "red-card");
        between.hand("home/card.torgau", blue, "other-card");
        checks(blue, "red-card", red);
        ok(blue.draft(YAML, List.of("home/card.torgau", "red-card"), "draft"));
        ok(blue.draft(YAML, List.of("home/card.torgau", "other-card"), "forged"));

        String checked = Cards.genuine(blue.path("red-card")).fingerprint().toString();
        assertThat(ok(blue.run("agreement", "show", blue.at("draft"))).out()).contains("card " + checked);
        assertThat(ok(blue.run("agreement", "show", blue.at("forged"))).out()).doesNotContain(checked);
        assertThat(ok(blue.run("agreement", "show", blue.at("draft"), "--json"))
                        .json()
                        .at("/stations/1/card_fingerprint")
                        .asText())
                .isEqualTo(checked);

        assertThat(signs(blue, List.of(blue.fingerprint("draft"))).err()).startsWith("TG-7018");
        assertThat(signs(blue, List.of("1" + blue.fingerprint("forged"))).err()).startsWith("TG-1021");
        assertThat(signs(blue, List.of()).err()).startsWith("TG-7020");
        assertThat(blue.path("signature")).doesNotExist();
        ok(signs(blue, List.of(blue.fingerprint("forged"))));
    }

    private static Typed signs(Side side, List<String> typed) {
        String secret = side.at("root-passphrase");
        return Typed.at(
                Typed.NOW,
                typed,
                "",
                "agreement",
                "sign",
                side.at("home"),
                side.at("forged"),
                "--root",
                side.at("root"),
                "--root-passphrase-file",
                secret,
                "--out",
                side.at("signature"));
    }

    @Test
    void three_parties_and_a_second_station(@TempDir Path directory) {
        var blue = Side.initialised(directory.resolve("blue"), "BLUE", "en");
        var red = Side.initialised(directory.resolve("red"), "RED", "ru");
        var green = Side.initialised(directory.resolve("green"), "GREEN", "uk");
        ok(blue.run(
                "init",
                blue.at("second"),
                "--party",
                "BLUE",
                "--station",
                "BLUE-SEA",
                "--lang",
                "en",
                "--number",
                "2",
                "--root",
                blue.at("root"),
                "--passphrase-file",
                blue.at("station-passphrase"),
                "--root-passphrase-file",
                blue.at("root-passphrase"),
                "--listen",
                ""));
        red.hand("home/card.torgau", blue, "red-card");
        green.hand("home/card.torgau", blue, "green-card");
        blue.write(
                "yaml", yaml(blue).replace("[BLUE, RED]", "[BLUE, GREEN, RED]").getBytes(StandardCharsets.UTF_8));

        ok(blue.draft(
                blue.at("yaml"), List.of("second/card.torgau", "red-card", "green-card", "home/card.torgau"), "draft"));
        for (Side side : List.of(red, green)) {
            blue.hand("draft", side, "draft");
            ok(side.sign("draft", side.party));
            side.hand(side.party, blue, side.party);
        }
        ok(blue.sign("draft", "BLUE"));
        ok(blue.adopt("draft", "GREEN", "BLUE", "RED"));
        ok(blue.run(
                "agreement",
                "adopt",
                blue.at("second"),
                blue.at("draft"),
                blue.at("GREEN"),
                blue.at("BLUE"),
                blue.at("RED")));
        assertThat(membership(blue).founding().stations())
                .extracting("code")
                .containsExactly("BLUE-OPS", "BLUE-SEA", "GREEN-OPS", "RED-OPS");
        assertThat(ok(blue.run("agreement", "show", blue.at("second/agreement.torgau")))
                        .out())
                .contains("BLUE: signed, GREEN: signed, RED: signed");
    }

    @Test
    void what_init_makes_is_private_and_says_what_to_do_next(@TempDir Path directory) throws Exception {
        var red = new Side(directory.resolve("red"), "RED");
        var typed = ok(red.init("ru", "--name", "Объединённое командование"));
        assertThat(typed.out())
                .contains("Каталог станции создан", "RED, Объединённое командование", "Отпечаток", "card check");
        assertThat(typed.out().lines()).allMatch(line -> line.length() <= 100 || line.contains(red.at("")));
        for (String file : List.of("home/station.key", "home/station.yaml", "home/card.torgau", "root/root.key")) {
            assertThat(Files.getPosixFilePermissions(red.path(file)))
                    .as(file)
                    .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        }
        for (String made : List.of("home", "root")) {
            assertThat(Files.getPosixFilePermissions(red.path(made)))
                    .isEqualTo(PosixFilePermissions.fromString("rwx------"));
        }
        assertThat(ok(red.run("config", "check", red.at("home"))).out()).contains("ошибок нет");
    }

    @Test
    void a_card_is_renewed_with_the_same_keys(@TempDir Path directory) {
        var blue = Side.initialised(directory.resolve("blue"), "BLUE", "en");
        var before = ok(blue.run("card", blue.at("home"), "--json")).json();
        var later = Typed.NOW.plusSeconds(86_400 * 100);
        assertThat(Typed.at(later, List.of(), "", "card", blue.at("home")).out())
                .contains("not valid now");
        var answers = List.of("BLUE root passphrase", "BLUE station passphrase");
        var renewed = ok(
                Typed.at(later, answers, "", "card", blue.at("home"), "--renew", "--root", blue.at("root"), "--json"));
        assertThat(renewed.json().get("fingerprint")).isNotEqualTo(before.get("fingerprint"));
        assertThat(Cards.valid(blue.path("home/card.torgau"), later).stationCode())
                .isEqualTo("BLUE-OPS");
    }

    @Test
    void a_passphrase_is_typed_twice_and_shown_nowhere(@TempDir Path directory) {
        String[] init = {
            "init", directory.resolve("blue").toString(), "--party", "BLUE", "--station", "BLUE-OPS", "--lang", "en"
        };
        var mistyped = Typed.at(Typed.NOW, List.of("a root passphrase", "a root passphrasf"), "", init);
        assertThat(mistyped.exit()).isEqualTo(1);
        assertThat(mistyped.err()).startsWith("TG-7009").doesNotContain("a root passphras");
        var answers = List.of("a root passphrase", "a root passphrase", "a station phrase", "a station phrase");
        var typed = ok(Typed.at(Typed.NOW, answers, "", init));
        assertThat(typed.out())
                .contains(directory.resolve("blue-root").toString())
                .doesNotContain("a root pass");
    }

    private static void checks(Side side, String card, Side other) {
        String readOut = other.run("card", other.at("home"), "--json")
                .json()
                .get("fingerprint")
                .asText();
        assertThat(readOut).matches("(\\d{5} ){7}\\d{5}");
        var typed = Typed.at(Typed.NOW, List.of(readOut), "", "card", "check", side.at(card));
        assertThat(ok(typed).out()).contains(other.party + "-OPS").doesNotContain(readOut);
    }

    private static Membership membership(Side side) {
        var home = Home.open(side.path("home"));
        var secrets = StationSecrets.open(home, Passphrase.inFile(side.path("station-passphrase")));
        return Membership.of(home, StationConfig.read(home.config()), secrets, new HybridVerifier());
    }

    static String yaml(Side side) {
        side.write("example", bytes());
        return new String(side.bytes("example"), StandardCharsets.UTF_8);
    }

    private static byte[] bytes() {
        try {
            return Files.readAllBytes(Path.of(YAML));
        } catch (java.io.IOException fault) {
            throw new java.io.UncheckedIOException(fault);
        }
    }

    private static Typed ok(Typed typed) {
        assertThat(typed.err()).isEmpty();
        assertThat(typed.exit()).isZero();
        return typed;
    }
}
