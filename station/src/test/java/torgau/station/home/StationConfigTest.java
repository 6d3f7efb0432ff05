package torgau.station.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import torgau.journal.Code;
import torgau.link.air.TurnRules;

/// A configuration is understood as a whole or refused with the line at fault.
class StationConfigTest {
    private static final String WHOLE = """
        party: BLUE
        station: BLUE-OPS
        language: en
        offices:
          - {title: Watch officer, capacity: Fleet headquarters}
        passages: ["All quiet."]
        console:
          bind: 127.0.0.1
          port: 7105
          origin: https://line.example
        line:
          listen: "0.0.0.0:7201"
          peers:
            RED-OPS: ["red.example:7202", "[2001:db8::1]:7203"]
          datagrams:
            - {name: geo, peer: RED-OPS, bind: "192.0.2.1:7301", to: "192.0.2.2:7301", rate: 64000, mtu: 1500}
            - name: hf
              peer: RED-OPS
              bind: "192.0.2.1:7302"
              roams: true
              rate: 2400
              half_duplex: {turn_ms: 1500, delay_ms: 1000}
        translation:
          url: https://engine.example/mt
          name: Engine of the staff
          key_file: engine.key
          timeout: 45
          languages: [en, ru]
        """;

    @Test
    void every_key_is_read() {
        var config = read(WHOLE);
        assertThat(config.offices()).extracting("title").containsExactly("Watch officer");
        assertThat(config.passages()).extracting("words").containsExactly("All quiet.");
        assertThat(config.console().port()).isEqualTo(7105);
        assertThat(config.console().origin(1)).isEqualTo("https://line.example");
        assertThat(config.line().listen()).contains(new Address("0.0.0.0", 7201));
        assertThat(config.line().peers().get("RED-OPS"))
                .containsExactly(new Address("red.example", 7202), new Address("2001:db8::1", 7203));
        assertThat(config.line().datagrams())
                .containsExactly(
                        new StationConfig.Datagrams(
                                "geo",
                                "RED-OPS",
                                new Address("192.0.2.1", 7301),
                                Optional.of(new Address("192.0.2.2", 7301)),
                                false,
                                64_000,
                                1_500,
                                Optional.empty()),
                        new StationConfig.Datagrams(
                                "hf",
                                "RED-OPS",
                                new Address("192.0.2.1", 7302),
                                Optional.empty(),
                                true,
                                2_400,
                                576,
                                Optional.of(TurnRules.ofMillis(1_500, 1_000, 10_000))));
        assertThat(config.machine())
                .contains(new StationConfig.Machine(
                        URI.create("https://engine.example/mt"),
                        "Engine of the staff",
                        Optional.of(Path.of("/home/blue/engine.key")),
                        45,
                        List.of("en", "ru")));
    }

    @Test
    void with_a_certificate_the_console_is_reached_from_elsewhere() {
        var console = read("""
                party: RED
                station: RED-OPS
                language: ru
                console: {bind: 0.0.0.0, tls: {certificate: tls/chain.pem, key: /etc/red.key}}
                """).console();
        assertThat(console.tls())
                .contains(new StationConfig.Tls(Path.of("/home/blue/tls/chain.pem"), Path.of("/etc/red.key")));
        assertThat(console.origin(7101)).isEqualTo("https://red.localhost:7101");
        assertThat(console.local(7101)).hasToString("https://127.0.0.1:7101");
    }

    @Test
    void three_keys_are_enough() {
        var config = read("party: RED\nstation: RED-OPS\nlanguage: ru\n");
        assertThat(config.console().bind()).isEqualTo("127.0.0.1");
        assertThat(config.console().origin(7101)).isEqualTo("http://red.localhost:7101");
        assertThat(config.line().listen()).isEmpty();
        assertThat(config.line().peers()).isEmpty();
        assertThat(config.machine())
                .as("no machine is asked unless one is named")
                .isEmpty();
        assertThat(config.offices()).isNotEmpty();
        assertThat(config.passages())
                .isNotEmpty()
                .allMatch(text -> text.language().equals("ru"));
    }

    @Test
    void what_a_new_home_gets_reads_back(@TempDir Path directory) {
        var peers = new LinkedHashMap<String, List<Address>>();
        peers.put("RED-OPS", List.of(new Address("red.example", 7201), new Address("::1", 7202)));
        var line = new StationConfig.Line(Optional.of(new Address("127.0.0.1", 7201)), peers);
        for (String language : StationConfig.LANGUAGES) {
            var home = new Home(directory.resolve(language));
            PrivateFiles.directory(home.directory());
            var config = StationConfig.initial("BLUE", "BLUE-OPS", language, line, 7101);
            config.create(home);
            assertThat(StationConfig.read(home.config())).isEqualTo(config);
        }
    }

    @ParameterizedTest(name = "{0} → {1}: {2}")
    @CsvSource(
            delimiter = ';',
            value = {
                "language: en; languge: en; YAML_KEY_UNKNOWN; line 3: unknown key `languge`; did you mean `language`?",
                "bind: 127.0.0.1; host: 127.0.0.1; YAML_KEY_UNKNOWN; line 8: unknown key `console.host`",
                "party: BLUE; party: 12; YAML_VALUE_REFUSED; line 1: `party` must be text: put it in quotes",
                "party: BLUE; party: Blue; YAML_VALUE_REFUSED; line 1: `party` is Blue",
                "station: BLUE-OPS; station: BLUE_OPS; YAML_VALUE_REFUSED; line 2: `station` is BLUE_OPS",
                "language: en; language: fr; YAML_VALUE_REFUSED; line 3: `language` is fr",
                "port: 7105; port: 71050; YAML_VALUE_REFUSED; line 9: `console.port` is 71050",
                "port: 7105; port: '\"7105\"'; YAML_VALUE_REFUSED; line 9: `console.port` must be a whole number",
                "bind: 127.0.0.1; bind: 0.0.0.0; YAML_VALUE_REFUSED; without TLS",
                "https://line.example; http://line.example; YAML_VALUE_REFUSED; line 10: `console.origin`",
                "https://line.example; https://line.example/x; YAML_VALUE_REFUSED; line 10: `console.origin`",
                "0.0.0.0:7201; nowhere; YAML_VALUE_REFUSED; line 12: `line.listen` is nowhere",
                "red.example:7202; red.example:0; YAML_VALUE_REFUSED; line 14: `line.peers.RED-OPS`",
                "RED-OPS:; red:; YAML_VALUE_REFUSED; `line.peers.red` is no name of a station",
                "language: en; party: RED; YAML_VALUE_REFUSED; line 3: `party` is given twice",
                "title: Watch officer; 'title: \"\"'; YAML_VALUE_REFUSED; line 5: `offices[1].title` has 0 characters",
                "https://engine.example/mt; http://engine.example/mt; YAML_VALUE_REFUSED; line 24: `translation.url`",
                "https://engine.example/mt; https://u:p@engine.example; YAML_VALUE_REFUSED; line 24: `translation.url`",
                "https://engine.example/mt; https://engine.example/; YAML_VALUE_REFUSED; line 24: `translation.url`",
                "https://engine.example/mt; file:///etc/passwd; YAML_VALUE_REFUSED; line 24: `translation.url`",
                "https://engine.example/mt; https://engine.example?q=1; YAML_VALUE_REFUSED; line 24: `translation.url`",
                "timeout: 45; timeout: 0; YAML_VALUE_REFUSED; line 27: `translation.timeout` is 0",
                "mtu: 1500; mtu: 303; YAML_VALUE_REFUSED; line 16: `line.datagrams[1].mtu` is 303",
                "rate: 64000; rate: 74; YAML_VALUE_REFUSED; line 16: `line.datagrams[1].rate` is 74",
                "roams: true; roams: false; YAML_VALUE_REFUSED; `line.datagrams[2].to` is left out",
                "roams: true; roams: maybe; YAML_VALUE_REFUSED; line 20: `line.datagrams[2].roams` must be true or false",
                "name: hf; name: geo; YAML_VALUE_REFUSED; has two ways with the same `name`, geo",
                "192.0.2.1:7302; 192.0.2.1:7301; YAML_VALUE_REFUSED; has two ways with the same `bind`",
                "192.0.2.1:7302; 192.0.2.1:0; YAML_VALUE_REFUSED; line 19: `line.datagrams[2].bind`",
                "delay_ms: 1000; delay_ms: 0; YAML_VALUE_REFUSED; line 22: `line.datagrams[2].half_duplex.delay_ms` is 0",
                "delay_ms: 1000; delay: 1000; YAML_KEY_UNKNOWN; line 22: unknown key `line.datagrams[2].half_duplex.delay`",
                "key_file: engine.key; key: secret; YAML_KEY_UNKNOWN; line 26: unknown key `translation.key`",
                "'[en, ru]'; '[en, en]'; YAML_VALUE_REFUSED; line 28: `translation.languages`",
                "party: BLUE; party: [; YAML_MALFORMED; line"
            })
    void a_fault_is_named_with_its_line(String instead, String written, String code, String detail) {
        var fault = fault(WHOLE.replace(instead, written));
        assertThat(fault.code()).isEqualTo(Code.valueOf(code));
        assertThat(fault).hasMessageContaining(detail).hasMessageStartingWith("station.yaml line ");
    }

    @Test
    void a_missing_key_is_named() {
        var fault = fault("party: BLUE\nlanguage: en\n");
        assertThat(fault.code()).isEqualTo(Code.YAML_KEY_MISSING);
        assertThat(fault).hasMessageContaining("`station` is missing");
        assertThat(fault("").code()).isEqualTo(Code.YAML_MALFORMED);
        assertThat(fault("- 1\n").code()).isEqualTo(Code.YAML_VALUE_REFUSED);
    }

    private static StationConfig read(String text) {
        return StationYaml.config(YamlMapping.of("station.yaml", text), Path.of("/home/blue"));
    }

    private static HomeFault fault(String text) {
        return catchThrowableOfType(HomeFault.class, () -> read(text));
    }
}
