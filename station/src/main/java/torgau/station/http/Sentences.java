package torgau.station.http;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import torgau.journal.Act;
import torgau.station.home.StationConfig;
import torgau.station.text.Texts;

/// The software's own sentences, from `i18n`: the same files that the console and the command line use.
/// What an acknowledgement signs is said in them, in every language of the line, and never says more
/// than they do.
final class Sentences {
    /// The languages that the software speaks.
    static final List<String> LANGUAGES = StationConfig.LANGUAGES;

    private static final DateTimeFormatter ZULU =
            DateTimeFormatter.ofPattern("HH:mm'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final Map<String, Texts> texts = new LinkedHashMap<>();

    private Sentences() {}

    /// Reads the sentences from the class path.
    static Sentences load() {
        var sentences = new Sentences();
        LANGUAGES.forEach(language -> sentences.texts.put(language, Texts.in(language)));
        return sentences;
    }

    /// A sentence in a language; in English where the software does not speak that language.
    String say(String language, String key, Map<String, ?> values) {
        Texts english = Objects.requireNonNull(texts.get("en"));
        return texts.getOrDefault(Names.primary(language), english).say(key, values);
    }

    /// What a language is called in another, with its tag if that says more; the tag alone of one that
    /// the software does not speak.
    String language(String language, String tag) {
        String primary = Names.primary(tag);
        if (!LANGUAGES.contains(primary)) {
            return tag;
        }
        String name = say(language, "language." + primary, Map.of());
        return tag.equals(primary) ? name : name + ", " + tag;
    }

    /// What an acknowledgement says in one language.
    ///
    /// @param number of the message that is acknowledged
    String acknowledgement(String language, String party, Act.Acknowledgement act, String number) {
        var values = new HashMap<String, String>();
        values.put("party", party);
        values.put("office", act.office().title());
        values.put("capacity", act.office().capacity());
        values.put("number", number);
        String stage = switch (act.stage()) {
            case Act.Stage.Read _ -> "read";
            case Act.Stage.Understood understood -> {
                values.put("read_back", understood.readBack().words());
                yield "understood";
            }
            case Act.Stage.NotUnderstood not -> {
                values.put("cause", Causes.name(not.cause()));
                var about = not.about();
                values.put("has_about", about == null ? "no" : "yes");
                values.put("about", about == null ? "" : about.words());
                yield "not_understood";
            }
            case Act.Stage.PassedOn(long at) -> {
                values.put("time", ZULU.format(Instant.ofEpochMilli(at)));
                yield "passed_on";
            }
        };
        return say(language, "acknowledgement." + stage, values);
    }
}
