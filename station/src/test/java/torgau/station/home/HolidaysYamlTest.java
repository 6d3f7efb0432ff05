package torgau.station.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import torgau.journal.Act;
import torgau.journal.Digest;
import torgau.journal.agreement.Agreement;
import torgau.journal.agreement.Party;
import torgau.journal.agreement.PartyKind;
import torgau.journal.agreement.Rules;
import torgau.journal.agreement.Station;
import torgau.matters.plan.Holidays;

class HolidaysYamlTest {
    private static final int BLUE = 1;
    private static final int RED = 2;

    private static Agreement agreement() {
        var parties = Stream.of("BLUE", "RED")
                .map(code -> {
                    int number = code.equals("BLUE") ? BLUE : RED;
                    byte[] root = new byte[32 + 1_952];
                    root[0] = (byte) number;
                    byte[] nonce = new byte[Party.NONCE_BYTES];
                    nonce[0] = (byte) number;
                    return new Party(number, code, "Party " + code, PartyKind.STATE, "en", nonce, root);
                })
                .toList();
        var stations = Stream.of(257, 513)
                .map(number -> {
                    byte[] key = new byte[32];
                    key[0] = (byte) (number >>> 8);
                    byte[] kem = new byte[Act.KeyOffer.KEM_KEY_BYTES];
                    kem[0] = (byte) (number >>> 8);
                    return new Station(number, "S" + number, key, kem);
                })
                .toList();
        return new Agreement(
                "test",
                List.of("en", "ru"),
                parties,
                stations,
                new Rules(List.of(10, 30, 180, 360), 20, 200, 60, 60, List.of("TEST")),
                new Digest(0, 0, 0, 1),
                List.of(),
                List.of(),
                List.of());
    }

    private static Holidays read(String yaml) {
        return HolidaysYaml.read(YamlMapping.of("holidays.yaml", yaml), agreement());
    }

    /// Requirement 40: holidays of both sides as data.
    @Test
    void the_example_of_the_manual_is_read() throws IOException {
        Holidays holidays = read(Files.readString(Path.of("../docs/examples/holidays.yaml")));
        assertThat(holidays.zone(BLUE)).isEqualTo(ZoneId.of("Europe/Berlin"));
        assertThat(holidays.between(RED, LocalDate.parse("2027-01-03"), LocalDate.parse("2027-02-28"))
                        .keySet())
                .hasSize(7)
                .contains(LocalDate.parse("2027-01-08"), LocalDate.parse("2027-02-23"));
        assertThat(holidays.between(BLUE, LocalDate.parse("2031-12-25"), LocalDate.parse("2031-12-25"))
                        .firstEntry()
                        .getValue())
                .containsEntry("ru", "Рождество");
        assertThat(holidays.workingBy(LocalDate.parse("2027-01-03"), List.of(BLUE, RED)))
                .isEqualTo(LocalDate.parse("2026-12-31"));
    }

    @Test
    void the_29th_of_february_comes_when_there_is_one() {
        Holidays holidays = read("parties: [{party: RED, days: [{date: \"02-29\", name: {en: Leap day}}]}]");
        assertThat(holidays.between(RED, LocalDate.parse("2027-01-01"), LocalDate.parse("2032-12-31"))
                        .keySet())
                .containsExactly(LocalDate.parse("2028-02-29"), LocalDate.parse("2032-02-29"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "party: PINK | `parties[1].party` is PINK; the parties of the line are BLUE, RED",
                "party: RED, zone: Nowhere | `parties[1].zone` is Nowhere",
                "party: RED, weekly: [friyday] | `parties[1].weekly` has friyday; days are monday",
                "party: RED, days: [{date: soon, name: {en: X}}] | `parties[1].days[1].date` is soon; wanted is a day",
                "party: RED, days: [{date: \"02-30\", name: {en: X}}] | `parties[1].days[1].date` is 02-30",
                "party: RED, days: [{date: \"2027-02-29\", name: {en: X}}] | `parties[1].days[1].date` is 2027-02-29",
                "party: RED, days: [{date: \"2027-02-02\", to: \"2027-02-01\", name: {en: X}}] | `parties[1].days[1].to` must",
                "party: RED, days: [{date: \"05-09\", to: \"05-10\", name: {en: X}}] | `parties[1].days[1].to` goes with",
                "party: RED, days: [{date: \"05-09\", name: {fr: X}}] | unknown key `parties[1].days[1].name.fr`",
                "party: RED, dais: [] | unknown key `parties[1].dais`; did you mean `days`?"
            })
    void each_fault_is_said_with_its_line_and_the_way_out(String party, String fault) {
        assertThatThrownBy(() -> read("parties:\n  - {" + party + "}\n"))
                .isInstanceOf(HomeFault.class)
                .hasMessageStartingWith("holidays.yaml line 2: " + fault);
    }

    @Test
    void nobody_is_there_twice() {
        assertThatThrownBy(() -> read("parties:\n  - party: RED\n  - party: RED\n"))
                .hasMessageContaining("line 3", "is there twice");
    }
}
