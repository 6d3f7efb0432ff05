package torgau.cli.ceremony;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import torgau.cli.Typed;
import torgau.journal.agreement.Agreement;
import torgau.journal.agreement.AgreementCodec;
import torgau.journal.agreement.Card;
import torgau.journal.agreement.Party;
import torgau.journal.agreement.SignedAgreement;
import torgau.journal.crypto.HybridSigner;
import torgau.station.home.Home;
import torgau.station.home.Passphrase;
import torgau.station.home.RootSecrets;
import torgau.station.home.StationSecrets;

/// Whatever does not fit is refused with its code and the field at fault, and changes nothing.
class CeremonyFaultsTest {
    private static final String YAML = "../docs/examples/agreement.yaml";

    @TempDir
    private static Path directory;

    private static Side blue;
    private static Side red;
    private static Side green;

    /// Three parties; BLUE has drafted for itself and RED, and both have signed.
    @BeforeAll
    static void two_have_signed() {
        blue = Side.initialised(directory.resolve("blue"), "BLUE", "en");
        red = Side.initialised(directory.resolve("red"), "RED", "ru");
        green = Side.initialised(directory.resolve("green"), "GREEN", "uk");
        red.hand("home/card.torgau", blue, "red-card");
        green.hand("home/card.torgau", blue, "green-card");
        assertThat(blue.draft(YAML, List.of("home/card.torgau", "red-card"), "draft")
                        .exit())
                .isZero();
        blue.hand("draft", red, "draft");
        blue.hand("draft", green, "draft");
        assertThat(blue.sign("draft", "blue-signature").exit()).isZero();
        assertThat(red.sign("draft", "red-signature").exit()).isZero();
        red.hand("red-signature", blue, "red-signature");
    }

    @Test
    void a_signature_on_another_text_names_the_field_that_differs() {
        refused(
                blue.adopt("draft", "blue-signature", other("flash_per_hour: 12", "flash_per_hour: 13")),
                "TG-1017",
                "flash_per_hour (12; 13)");
        refused(
                blue.adopt("draft", "blue-signature", other("Receipt is not agreement", "Receipt is agreement")),
                "TG-1017",
                "clauses[1].en");
        refused(
                blue.adopt("draft", "blue-signature", other("parties: [BLUE, RED]", "parties: [RED, BLUE]")),
                "TG-1017",
                "parties[1].code (BLUE; RED)");
    }

    @Test
    void a_missing_signature_names_its_party() {
        refused(blue.adopt("draft", "blue-signature"), "TG-1018", "RED");
        refused(blue.adopt("draft", "red-signature"), "TG-1018", "BLUE");
    }

    @Test
    void a_wrong_signature_names_its_party() {
        byte[] changed = blue.bytes("red-signature");
        changed[changed.length - 1] ^= 1;
        blue.write("changed", changed);
        refused(blue.adopt("draft", "blue-signature", "changed"), "TG-1002", "changed: the signature for RED");
        var swapped = new TreeMap<Integer, byte[]>();
        swapped.put(2, signed("blue-signature").signatures().get(1));
        blue.write("swapped", new SignedAgreement(signed("draft-text").text(), swapped).encode());
        refused(blue.adopt("draft", "blue-signature", "swapped"), "TG-1002", "RED");
    }

    @Test
    void a_key_that_is_not_in_the_agreement_signs_nothing() {
        var third = new TreeMap<Integer, byte[]>();
        third.put(3, signed("blue-signature").signatures().get(1));
        blue.write("third", new SignedAgreement(signed("blue-signature").text(), third).encode());
        refused(blue.adopt("draft", "blue-signature", "red-signature", "third"), "TG-1019", "party 3");
        refused(
                signs(blue, "--root", green.at("root"), "--root-passphrase-file", green.at("root-passphrase")),
                "TG-1019",
                "BLUE");
    }

    @Test
    void an_expired_card_founds_nothing() {
        var later = Typed.NOW.plus(Duration.ofDays(91));
        refused(blue.signAt(later, "draft", "late"), "TG-1016", "2026-05-06T12:00:00Z, and now it is 2026-05-07");
        refused(
                Typed.at(
                        later,
                        List.of(),
                        "",
                        "agreement",
                        "draft",
                        YAML,
                        blue.at("home/card.torgau"),
                        blue.at("red-card"),
                        "--out",
                        blue.at("late")),
                "TG-1016",
                "BLUE-OPS");
        var earlier = Typed.NOW.minus(Duration.ofHours(2));
        refused(Typed.at(earlier, List.of(), "", "card", "check", blue.at("red-card")), "TG-1016", "RED-OPS");
        assertThat(Files.exists(blue.path("late"))).isFalse();
    }

    @Test
    void an_altered_card_is_not_genuine() {
        byte[] card = blue.bytes("red-card");
        card[60] ^= 1;
        blue.write("altered", card);
        Typed typed = blue.draft(YAML, List.of("home/card.torgau", "altered"), "never");
        assertThat(typed.exit()).isEqualTo(1);
        assertThat(typed.err()).containsAnyOf("TG-1002", "TG-1006").contains("altered");
        blue.write("cut", java.util.Arrays.copyOf(card, card.length - 7));
        assertThat(blue.draft(YAML, List.of("home/card.torgau", "cut"), "never").exit())
                .isEqualTo(1);
        assertThat(Files.exists(blue.path("never"))).isFalse();
    }

    @Test
    void a_draft_that_alters_a_party_is_not_signed() {
        var draft = AgreementDraft.read(blue.path("draft"));
        Agreement agreement = draft.agreement("draft");
        var parties = new ArrayList<>(agreement.parties());
        Party own = parties.getFirst();
        parties.set(0, new Party(1, own.code(), "Bleu", own.kind(), own.language(), own.nonce(), own.rootKey()));
        blue.write("forged", new AgreementDraft(text(agreement, parties), draft.cards()).encode());
        refused(blue.sign("forged", "never"), "TG-1017", "parties[1].name (Bleu; BLUE) is not as on its card");
    }

    @Test
    void a_draft_with_a_forged_own_card_is_not_signed() {
        var secrets = StationSecrets.open(Home.open(blue.path("home")), passphrase(blue, "station"));
        Card own = Cards.genuine(blue.path("home/card.torgau"));
        byte[] forged = NewHome.renewed(renamed(own), Typed.NOW, 5).sign(root(blue), secrets.signer());
        blue.write("forged-card", forged);
        assertThat(blue.draft(YAML, List.of("forged-card", "red-card"), "forged-draft")
                        .exit())
                .isZero();
        refused(
                blue.sign("forged-draft", "never"),
                "TG-1017",
                "stations[257].code (BLUE-AIR; BLUE-OPS) is not as on this home's card");
    }

    @Test
    void a_KEM_key_must_be_sound() {
        Card card = Cards.genuine(blue.path("red-card"));
        byte[] unsound = new byte[card.kemKey().length];
        java.util.Arrays.fill(unsound, (byte) 0xff);
        var secrets = StationSecrets.open(Home.open(red.path("home")), passphrase(red, "station"));
        var bad = new Card(
                card.partyCode(),
                card.partyName(),
                card.kind(),
                card.language(),
                card.nonce(),
                card.rootKey(),
                card.stationNumber(),
                card.stationCode(),
                card.signingKey(),
                unsound,
                card.issued(),
                card.expires());
        blue.write("unsound", bad.sign(root(red), secrets.signer()));
        refused(blue.draft(YAML, List.of("home/card.torgau", "unsound"), "never"), "TG-7022", "KEM key of RED-OPS");
    }

    @Test
    void whoever_is_not_in_the_draft_cannot_sign_or_adopt_it() {
        refused(green.sign("draft", "never"), "TG-7013", "GREEN");
        blue.hand("blue-signature", green, "blue-signature");
        blue.hand("red-signature", green, "red-signature");
        refused(green.adopt("draft", "blue-signature", "red-signature"), "TG-7013", "GREEN");
        assertThat(Files.exists(green.path("home/agreement.torgau"))).isFalse();
    }

    @Test
    void a_line_is_adopted_once() throws Exception {
        blue.hand("blue-signature", red, "blue-signature");
        assertThat(red.adopt("draft", "blue-signature", "red-signature").exit()).isZero();
        byte[] before = red.bytes("home/agreement.torgau");
        refused(red.adopt("draft", "blue-signature", "red-signature"), "TG-7012", "agreement.torgau");
        assertThat(red.bytes("home/agreement.torgau")).isEqualTo(before);
    }

    @Test
    void cards_and_parties_must_fit() {
        refused(blue.draft(YAML, List.of("home/card.torgau", "green-card"), "never"), "TG-7019", "GREEN");
        refused(drafted("parties: [BLUE, RED]", "parties: [BLUE, RED, GREEN]"), "TG-7019", "no card of party GREEN");
        refused(
                blue.draft(YAML, List.of("home/card.torgau", "home/card.torgau", "red-card"), "never"),
                "TG-7019",
                "station number 1");
    }

    @Test
    void a_fault_in_the_yaml_is_named_with_its_line() {
        refused(drafted("flash_per_hour", "flash_per_day"), "TG-7005", "did you mean `flash_per_hour`?");
        refused(drafted("urgent_words: 200", "urgent_words: 3"), "TG-7007", "yaml line 21: `urgent_words` is 3");
        refused(drafted("languages: [en, ru, uk]", "languages: [en, uk]"), "TG-7007", "lacks ru, the language of RED");
        refused(drafted("languages: [en, ru, uk]", "languages: [en, ru]"), "TG-7005", "unknown key `clauses[1].uk`");
        refused(drafted("party: RED,", "party: GREEN,"), "TG-7007", "`lead_offices[2].party` is GREEN");
        refused(drafted("name: Blue–Red direct line", "name: \"\""), "TG-7007", "name of the line");
        refused(drafted("[TEST, ", "[test, "), "TG-7007", "has test");
    }

    @Test
    void the_wrong_passphrase_opens_nothing() {
        green.secret("wrong", "not the passphrase");
        refused(
                signs(green, "--root", green.at("root"), "--root-passphrase-file", green.at("wrong")),
                "TG-7008",
                "root.key");
        refused(signs(green, "--root", green.at("root")), "TG-7020", "--root-passphrase-file");
    }

    @Test
    void a_passphrase_file_that_others_can_read_is_refused() throws Exception {
        green.secret("open", "a long passphrase");
        Files.setPosixFilePermissions(green.path("open"), PosixFilePermissions.fromString("rw-r--r--"));
        refused(anotherHome("open"), "TG-7003", "chmod 0600");
        green.secret("short", "short");
        refused(anotherHome("short"), "TG-7009", "5 characters");
        assertThat(Files.exists(green.path("new"))).isFalse();
    }

    @Test
    void a_home_is_never_overwritten() {
        byte[] key = green.bytes("home/station.key");
        refused(green.init("uk"), "TG-7002", "home");
        assertThat(green.bytes("home/station.key")).isEqualTo(key);
    }

    @Test
    void a_slip_of_the_tongue_is_told_from_a_wrong_card() {
        String fingerprint = Cards.genuine(blue.path("red-card")).fingerprint().toString();
        String slip = (fingerprint.charAt(0) == '9' ? '0' : '9') + fingerprint.substring(1);
        refused(blue.run("card", "check", blue.at("red-card"), "--fingerprint", slip), "TG-1021", slip);
        String another = Cards.genuine(blue.path("green-card")).fingerprint().toString();
        Typed typed = blue.run("card", "check", blue.at("red-card"), "--fingerprint", another);
        refused(typed, "TG-7018", "RED-OPS");
        assertThat(typed.out() + typed.err()).doesNotContain(fingerprint);
    }

    @Test
    void show_says_what_not_to_sign() {
        var later = Typed.NOW.plus(Duration.ofDays(91));
        assertThat(blue.run("agreement", "show", blue.at("draft")).out())
                .contains("every card in it is genuine and valid", "FLASH 10 minutes", "Receipt is not agreement");
        assertThat(Typed.at(later, List.of(), "", "agreement", "show", blue.at("draft"))
                        .out())
                .contains("DO NOT SIGN; TG-1016");
        assertThat(blue.run("agreement", "show", blue.at("red-signature"), "--lang", "ru")
                        .out())
                .contains("BLUE: не подписала, RED: подписала");
        refused(blue.run("agreement", "show", blue.at("red-card")), "TG-1006", "neither");
        refused(blue.run("agreement", "show", blue.at("none")), "TG-7015", "there is no");
    }

    private static Card renamed(Card card) {
        return new Card(
                card.partyCode(),
                card.partyName(),
                card.kind(),
                card.language(),
                card.nonce(),
                card.rootKey(),
                card.stationNumber(),
                "BLUE-AIR",
                card.signingKey(),
                card.kemKey(),
                card.issued(),
                card.expires());
    }

    private static byte[] text(Agreement agreement, List<Party> parties) {
        return AgreementCodec.encode(new Agreement(
                agreement.name(),
                agreement.languages(),
                parties,
                agreement.stations(),
                agreement.rules(),
                agreement.catalogue(),
                agreement.tracks(),
                agreement.leadOffices(),
                agreement.clauses()));
    }

    private static HybridSigner root(Side side) {
        return RootSecrets.open(side.path("root"), passphrase(side, "root"), new java.util.Random(3)::nextBytes);
    }

    private static Passphrase passphrase(Side side, String of) {
        return Passphrase.inFile(side.path(of + "-passphrase"));
    }

    /// A side signs its draft with these options for the key.
    private static Typed signs(Side side, String... key) {
        var arguments = new ArrayList<>(List.of("agreement", "sign", side.at("home"), side.at("draft")));
        arguments.addAll(List.of("--fingerprint", side.fingerprint("draft"), "--out", side.at("never")));
        arguments.addAll(List.of(key));
        return side.run(arguments.toArray(String[]::new));
    }

    /// GREEN makes a further home with the passphrase in this file.
    private static Typed anotherHome(String passphrase) {
        return green.run(
                "init",
                green.at("new"),
                "--party",
                "G",
                "--station",
                "G-1",
                "--lang",
                "uk",
                "--passphrase-file",
                green.at(passphrase),
                "--root-passphrase-file",
                green.at("root-passphrase"));
    }

    /// BLUE's draft of the example with something else in it.
    private static Typed drafted(String instead, String written) {
        String yaml = CeremonyTest.yaml(blue);
        assertThat(yaml).contains(instead);
        blue.write("yaml", yaml.replace(instead, written).getBytes(StandardCharsets.UTF_8));
        return blue.draft(blue.at("yaml"), List.of("home/card.torgau", "red-card"), "another");
    }

    /// RED's signature on a draft of the example with something else in it.
    private static String other(String instead, String written) {
        blue.path("another").toFile().delete();
        assertThat(drafted(instead, written).err()).isEmpty();
        blue.hand("another", red, "another");
        red.path("other-signature").toFile().delete();
        assertThat(red.sign("another", "other-signature").exit()).isZero();
        red.hand("other-signature", blue, "other-signature");
        return "other-signature";
    }

    private static SignedAgreement signed(String file) {
        return file.equals("draft-text")
                ? new SignedAgreement(AgreementDraft.read(blue.path("draft")).text(), new TreeMap<>())
                : SignedAgreement.decode(blue.bytes(file)).orThrow();
    }

    private static void refused(Typed typed, String code, String naming) {
        assertThat(typed.err()).startsWith(code + ": ").contains(naming);
        assertThat(typed.err().lines()).hasSize(1);
        assertThat(typed.exit()).isEqualTo(1);
        assertThat(typed.out()).isEmpty();
    }
}
