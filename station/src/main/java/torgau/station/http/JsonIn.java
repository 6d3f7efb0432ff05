package torgau.station.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import torgau.catalogue.value.Hidden;
import torgau.catalogue.value.Raw;

/// One JSON object of a request, read field by field. What is missing, of another kind or over its limit
/// is refused with a pointer to it; so is whatever nobody asked for, since a misspelt field must not be
/// lost in silence.
final class JsonIn {
    private static final ObjectMapper MAPPER = new ObjectMapper(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(16)
                            .maxNameLength(64)
                            .maxNumberLength(20)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
    private static final Pattern INSTANT = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z");

    private final JsonNode node;
    private final String path;
    private final Set<String> asked = new LinkedHashSet<>();

    private JsonIn(JsonNode node, String path) {
        if (!node.isObject()) {
            throw Refusal.malformed(path, "a JSON object is wanted here");
        }
        this.node = node;
        this.path = path;
    }

    /// The body of a request.
    static JsonIn of(byte[] body) {
        try (JsonParser parser = MAPPER.createParser(body)) {
            JsonNode root = MAPPER.readTree(parser);
            return new JsonIn(root == null ? MAPPER.missingNode() : root, "");
        } catch (JsonProcessingException fault) {
            throw Refusal.malformed("", "the body is not JSON as it is wanted here: " + fault.getOriginalMessage());
        } catch (IOException fault) {
            throw Refusal.malformed("", "the body cannot be read");
        }
    }

    /// Refuses whatever was not asked for.
    void end() {
        node.fieldNames().forEachRemaining(name -> {
            if (!asked.contains(name)) {
                throw Refusal.malformed(at(name), "the field " + name + " is not known here");
            }
        });
    }

    String at(String name) {
        return path + "/" + name;
    }

    boolean has(String name) {
        asked.add(name);
        return node.has(name);
    }

    private JsonNode needed(String name) {
        asked.add(name);
        JsonNode value = node.get(name);
        if (value == null) {
            throw Refusal.malformed(at(name), "the field " + name + " is missing");
        }
        return value;
    }

    JsonIn object(String name) {
        return new JsonIn(needed(name), at(name));
    }

    /// An object as it stands, for who reads it with a reader of its own.
    String raw(String name) {
        JsonNode value = needed(name);
        if (!value.isObject()) {
            throw Refusal.malformed(at(name), name + " must be an object");
        }
        return value.toString();
    }

    /// Fields as somebody wrote them.
    Raw.Pairs pairs(String name) {
        JsonNode value = needed(name);
        if (!value.isObject()) {
            throw Refusal.malformed(at(name), name + " must be an object: each field by its name");
        }
        return RawJson.pairs(value, at(name));
    }

    /// Objects of a list; none if it is left out.
    List<JsonIn> objects(String name, int most) {
        var objects = new ArrayList<JsonIn>();
        for (JsonNode item : items(name, most)) {
            objects.add(new JsonIn(item, at(name) + "/" + objects.size()));
        }
        return objects;
    }

    /// Short texts of a list, each once; none if it is left out.
    List<String> words(String name, int most, Pattern form) {
        var words = new LinkedHashSet<String>();
        for (JsonNode item : items(name, most)) {
            String word = item.isTextual() ? item.textValue() : "";
            if (!form.matcher(word).matches()) {
                throw Refusal.malformed(at(name), "an item of " + name + " is not of the form " + form);
            }
            if (!words.add(word)) {
                throw Refusal.malformed(at(name), word + " is there twice");
            }
        }
        return List.copyOf(words);
    }

    private List<JsonNode> items(String name, int most) {
        if (!has(name)) {
            return List.of();
        }
        JsonNode list = needed(name);
        if (!list.isArray() || list.size() > most) {
            throw Refusal.malformed(at(name), name + " must be a list of at most " + most);
        }
        return list.valueStream().toList();
    }

    long number(String name, long least, long most) {
        JsonNode value = needed(name);
        if (!value.isIntegralNumber()
                || !value.canConvertToLong()
                || value.longValue() < least
                || value.longValue() > most) {
            throw Refusal.malformed(at(name), name + " must be a whole number from " + least + " to " + most);
        }
        return value.longValue();
    }

    /// A text of one line, for people: `least` to `most` bytes of UTF-8.
    String line(String name, int least, int most) {
        String text = text(name, least, most);
        if (text.codePoints().anyMatch(Character::isISOControl)) {
            throw Refusal.field(at(name), name + " has control characters; it is one plain line");
        }
        return text;
    }

    Optional<String> lineIfGiven(String name, int least, int most) {
        return has(name) ? Optional.of(line(name, least, most)) : Optional.empty();
    }

    /// A text of any lines, for people: `least` to `most` bytes of UTF-8, in NFC.
    String text(String name, int least, int most) {
        JsonNode value = needed(name);
        if (!value.isTextual()) {
            throw Refusal.malformed(at(name), name + " must be text");
        }
        String text = Normalizer.normalize(value.textValue(), Normalizer.Form.NFC);
        if (text.codePoints().anyMatch(JsonIn::unsayable)) {
            throw Refusal.field(at(name), name + " has half a character or a control character in it");
        }
        Hidden.in(text).ifPresent(point -> {
            throw Refusal.field(
                    at(name),
                    name + " has the character " + point
                            + " in it, which nobody sees and which changes how others are read; write it without");
        });
        int bytes = text.getBytes(StandardCharsets.UTF_8).length;
        if (bytes < least || bytes > most || (least > 0 && text.isBlank())) {
            throw Refusal.field(at(name), name + " has " + bytes + " bytes, allowed are " + least + " to " + most);
        }
        return text;
    }

    /// Bytes in Base64 (RFC 4648, clause 4).
    byte[] bytes(String name, int most) {
        JsonNode value = needed(name);
        try {
            byte[] bytes = Base64.getDecoder().decode(value.isTextual() ? value.textValue() : "=");
            if (bytes.length > most) {
                throw Refusal.field(at(name), name + " has " + bytes.length + " bytes, allowed are " + most);
            }
            return bytes;
        } catch (IllegalArgumentException fault) {
            throw Refusal.malformed(at(name), name + " is not Base64");
        }
    }

    Optional<String> textIfGiven(String name, int least, int most) {
        return has(name) ? Optional.of(text(name, least, most)) : Optional.empty();
    }

    /// Whether a character can be no part of a text for people.
    static boolean unsayable(int point) {
        boolean layout = point == '\n' || point == '\t' || point == '\r';
        return (Character.isISOControl(point) && !layout) || (point >= 0xD800 && point <= 0xDFFF);
    }

    /// A word of a fixed form, for machines.
    String word(String name, Pattern form) {
        JsonNode value = needed(name);
        if (!value.isTextual() || !form.matcher(value.textValue()).matches()) {
            throw Refusal.malformed(at(name), name + " is not of the form " + form);
        }
        return value.textValue();
    }

    Optional<String> wordIfGiven(String name, Pattern form) {
        return has(name) ? Optional.of(word(name, form)) : Optional.empty();
    }

    /// The constant that has this name.
    <E extends Enum<E>> E oneOf(String name, Class<E> kind) {
        String word = word(name, Pattern.compile("[A-Za-z_]{1,32}"));
        for (E constant : kind.getEnumConstants()) {
            if (constant.name().equals(word)) {
                return constant;
            }
        }
        throw Refusal.malformed(at(name), word + " is no " + name);
    }

    /// A time, in milliseconds UTC.
    long instant(String name) {
        String word = word(name, INSTANT);
        try {
            return Instant.parse(word).toEpochMilli();
        } catch (DateTimeException fault) {
            throw Refusal.malformed(at(name), word + " is no time");
        }
    }

    /// A day in UTC.
    LocalDate day(String name) {
        String word = word(name, Pattern.compile("\\d{4}-\\d\\d-\\d\\d"));
        try {
            return LocalDate.parse(word);
        } catch (DateTimeException fault) {
            throw Refusal.malformed(at(name), word + " is no day");
        }
    }
}
