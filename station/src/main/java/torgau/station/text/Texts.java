package torgau.station.text;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.util.ULocale;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;

/// The texts of one language, as ICU messages. A key that is missing is a fault of ours and fails at once.
public final class Texts {
    private final ULocale locale;
    private final Map<String, String> messages;

    private Texts(ULocale locale, Map<String, String> messages) {
        this.locale = locale;
        this.messages = messages;
    }

    /// The texts of a language for which there are any: en, ru, uk.
    public static Texts in(String language) {
        String resource = "/torgau/i18n/" + language + ".json";
        try (InputStream in = Texts.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalArgumentException("there are no texts in " + language);
            }
            var messages = new JsonMapper().readValue(in, new TypeReference<LinkedHashMap<String, String>>() {});
            return new Texts(ULocale.forLanguageTag(language), messages);
        } catch (IOException fault) {
            throw new UncheckedIOException(resource, fault);
        }
    }

    public String language() {
        return locale.getLanguage();
    }

    public boolean has(String key) {
        return messages.containsKey(key);
    }

    /// The text of `key`, which takes no arguments.
    public String say(String key) {
        return say(key, Map.of());
    }

    /// The text of `key` with its arguments in place.
    public String say(String key, Map<String, ?> arguments) {
        String message = messages.get(key);
        if (message == null) {
            throw new IllegalArgumentException("no text for " + key + " in " + language());
        }
        boolean plain = message.indexOf('{') < 0 && message.indexOf('\'') < 0;
        return plain ? message : new MessageFormat(message, locale).format(arguments);
    }
}
