package torgau.cli.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import torgau.cli.api.StationApi;

class RequestsTest {
    private static final String PARTIES = """
            {"RED":{"language":"ru","offices":{"DUTY":{"title":{"en":"Duty","ru":"Дежурный"},"capacity":{"ru":"круглосуточно"}}}}}""";

    private static JsonNode request(String verb, String arguments) throws JsonProcessingException {
        var step =
                new Scenario.Step(9, Duration.ZERO, "RED", "DUTY", Optional.empty(), verb, json(arguments), json("{}"));
        return new Requests(json(PARTIES), Map.of("asked", "B.1"), reference -> "number of " + reference, Instant.EPOCH)
                .entry(step);
    }

    private static JsonNode json(String json) throws JsonProcessingException {
        return StationApi.JSON.readTree(json);
    }

    @Test
    void what_a_filing_leaves_out_is_left_to_the_format() throws JsonProcessingException {
        assertThat(request("file", """
                {"format":"UC","re":"asked","fields":{"outcome":"explained","considered":"@asked"}}""")).isEqualTo(json("""
                {"re":"B.1","office":{"title":"Дежурный","capacity":"круглосуточно"},
                 "act":{"type":"notification","language":"ru","format":"UC",
                        "fields":{"outcome":"explained","considered":"number of B.1"}}}"""));
    }

    @Test
    void what_a_filing_says_is_asked_for() throws JsonProcessingException {
        JsonNode made = request("file", """
                {"format":"UI","procedure":"UA","class":"EXERCISE","precedence":"FLASH","label":"PARTIES_ONLY",
                 "track":"other","language":"en","to":["BLUE"],"fields":{"expected":"NOW+PT2H"}}""");

        assertThat(made.path("class").asText()).isEqualTo("EXERCISE");
        assertThat(made.path("precedence").asText()).isEqualTo("FLASH");
        assertThat(made.at("/to/0").asText()).isEqualTo("BLUE");
        assertThat(made.path("act")).isEqualTo(json("""
                {"type":"notification","language":"en","format":"UI","procedure":"UA","label":"PARTIES_ONLY","track":"other",
                 "fields":{"expected":"010200ZJAN70"}}"""));
    }

    @Test
    void an_acknowledgement_restates_fields_or_asks_about_them() throws JsonProcessingException {
        JsonNode understood = request("ack", """
                {"of":"asked","stage":"understood","read_back":"Понято.","restate":{"proposal":"@asked","at":"NOW"}}""");
        assertThat(understood.at("/act/restated")).isEqualTo(json("""
                {"proposal":"number of B.1","at":"010000ZJAN70"}"""));

        JsonNode not = request("ack", """
                {"of":"asked","stage":"not_understood","cause":"unreadable","about":"Где?","fields":["place"]}""");
        assertThat(not.at("/act/fields/0").asText()).isEqualTo("place");
        assertThat(not.at("/act").has("restated")).isFalse();
    }

    @Test
    void a_translation_is_said_or_kept() throws JsonProcessingException {
        assertThat(request(
                                "translate",
                                "{\"of\":\"asked\",\"language\":\"en\",\"part\":\"concern\",\"text\":\"Words\\n\"}")
                        .path("act"))
                .isEqualTo(
                        json(
                                "{\"type\":\"translation\",\"language\":\"en\",\"of\":\"B.1\",\"part\":\"concern\",\"text\":\"Words\"}"));
        var step = new Scenario.Step(
                9,
                Duration.ZERO,
                "RED",
                "DUTY",
                Optional.empty(),
                "keep",
                json("{\"of\":\"asked\",\"language\":\"ru\",\"text\":\"Слова\"}"),
                json("{}"));
        var requests = new Requests(json(PARTIES), Map.of("asked", "B.1"), reference -> reference, Instant.EPOCH);
        assertThat(requests.kept(step)).isEqualTo(json("""
                {"language":"ru","text":"Слова","office":{"title":"Дежурный","capacity":"круглосуточно"}}"""));
    }

    @Test
    void a_label_that_names_nothing_yet_is_named_with_the_step() {
        assertThatThrownBy(() -> request("file", "{\"format\":\"UC\",\"fields\":{\"considered\":\"@later\"}}"))
                .isInstanceOf(ScenarioFault.class)
                .hasMessage("step 9: nothing was labelled later before it");
    }
}
