package torgau.station;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.ibm.icu.text.MessageFormat;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The texts that browser and server share: ICU4J must read them as the browser does. Their keys and words are tested
/// in the console.
class SoftwareTextsTest {
    private static Map<?, ?> texts(String language) throws IOException {
        try (InputStream json = Objects.requireNonNull(
                SoftwareTextsTest.class.getResourceAsStream("/torgau/i18n/" + language + ".json"))) {
            return new ObjectMapper().readValue(json, Map.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ru", "uk"})
    void every_text_is_an_ICU_message_with_the_values_of_the_English_one(String language) throws IOException {
        Map<?, ?> english = texts("en");
        Map<?, ?> texts = texts(language);
        assertThat(texts.keySet()).isEqualTo(english.keySet());
        texts.forEach((key, text) -> assertThat(names((String) text, language))
                .as("%s", key)
                .isEqualTo(names((String) english.get(key), "en")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "en:21 seconds ago",
                "ru:21 секунду назад",
                "uk:21 секунду тому",
            })
    void plurals_are_those_of_the_browser(String expected) throws IOException {
        String language = expected.substring(0, 2);
        String text = (String) texts(language).get("console.ago");
        assertThat(new MessageFormat(text, Locale.of(language)).format(Map.of("s", 21)))
                .isEqualTo(expected.substring(3));
    }

    private static Object names(String text, String language) {
        return new MessageFormat(text, Locale.of(language)).getArgumentNames();
    }
}
