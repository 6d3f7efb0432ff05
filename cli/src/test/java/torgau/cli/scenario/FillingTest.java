package torgau.cli.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import torgau.cli.api.StationApi;

class FillingTest {
    private static final Instant NOW = Instant.parse("2026-11-22T23:10:40Z");

    private static JsonNode filled(String json) {
        try {
            return new Filling(label -> "RED-OPS-2026-" + label.length(), NOW).of(StationApi.JSON.readTree(json));
        } catch (JsonProcessingException fault) {
            throw new AssertionError(fault);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "NOW, 222310ZNOV26",
        "NOW+PT2H, 230110ZNOV26",
        "NOW-PT1H30M, 222140ZNOV26",
        "NOW-P1DT1H, 212210ZNOV26",
        "NOW-PT1H..NOW+PT3H, 222210ZNOV26..230210ZNOV26",
        "NOW.., 222310ZNOV26..",
        "221000ZNOV26..NOW, 221000ZNOV26..222310ZNOV26",
        "51-33.6N 013-00.0E at NOW+PT4H, 51-33.6N 013-00.0E at 230310ZNOV26"
    })
    void a_time_is_counted_from_now_and_written_as_a_group(String written, String filled) {
        assertThat(filled("\"" + written + "\"").textValue()).isEqualTo(filled);
    }

    @ParameterizedTest
    @ValueSource(strings = {"DO NOT SHOOT NOW", "NOW OR LATER", "KNOWN", "NOWHERE", "mail@label", "@Label", "now"})
    void in_other_words_nothing_is_filled_in(String written) {
        assertThat(filled("\"" + written + "\"").textValue()).isEqualTo(written);
    }

    @Test
    void labels_become_numbers_however_deep_they_stand_and_other_values_stay() {
        assertThat(filled("""
                {"of":"@first-notice","rows":[{"at":"NOW","number":3,"said":true,"see":"@ab"}]}""")).isEqualTo(filled("""
                {"of":"RED-OPS-2026-12","rows":[{"at":"222310ZNOV26","number":3,"said":true,"see":"RED-OPS-2026-2"}]}"""));
    }

    @Test
    void a_time_that_is_none_is_named() {
        assertThatThrownBy(() -> filled("\"NOW+PD\""))
                .isInstanceOf(ScenarioFault.class)
                .hasMessageContaining("NOW+PD is no time");
    }
}
