package torgau.matters;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SequencedMap;
import torgau.catalogue.value.FilingCodec;
import torgau.catalogue.value.Value;
import torgau.journal.Act;
import torgau.journal.Decoded;
import torgau.journal.Text;

/// The free texts of an entry: what has to be translated by a person, while all else is said exactly in
/// every language. Each has a name, as docs/spec/02-entries.md says: `concern`, `questions[2]`,
/// `forces[1].remark`; the text of a message has the empty one.
public final class FreeTexts {
    /// The name of the subject of a message.
    public static final String SUBJECT = "subject";

    private FreeTexts() {}

    /// The free texts that an act has, by name; none in fields that cannot be read.
    public static SequencedMap<String, Text> of(Act act) {
        var texts = new LinkedHashMap<String, Text>();
        if (act instanceof Act.Message message) {
            texts.put("", message.text());
            if (!message.subject().isEmpty()) {
                texts.put(SUBJECT, new Text(message.text().language(), message.subject()));
            }
        }
        if (act instanceof Act.Notification filed
                && FilingCodec.decode(filed.fields())
                        instanceof Decoded.Value<? extends Map<String, Value>>(var fields)) {
            in(fields).forEach((name, words) -> texts.put(name, new Text(filed.language(), words)));
        }
        return texts;
    }

    /// The free texts among the fields of a format.
    public static SequencedMap<String, String> in(Map<String, Value> fields) {
        var texts = new LinkedHashMap<String, String>();
        fields.forEach((name, value) -> add(texts, name, value));
        texts.values().removeIf(String::isEmpty);
        return texts;
    }

    private static void add(Map<String, String> texts, String name, Value value) {
        switch (value) {
            case Value.Words(String text) -> texts.put(name, text);
            case Value.Items(List<String> items) -> {
                for (int i = 0; i < items.size(); i++) {
                    texts.put(item(name, i), items.get(i));
                }
            }
            case Value.Answers(List<Optional<String>> answers) -> {
                for (int i = 0; i < answers.size(); i++) {
                    String place = item(name, i);
                    answers.get(i).ifPresent(text -> texts.put(place, text));
                }
            }
            case Value.Rows(List<NavigableMap<String, Value>> rows) -> {
                for (int i = 0; i < rows.size(); i++) {
                    String row = item(name, i) + ".";
                    rows.get(i).forEach((column, cell) -> add(texts, row + column, cell));
                }
            }
            case Value.Undisclosed _, Value.Code _, Value.Codes _, Value.YesNo _, Value.Quantity _, Value.Count _ -> {}
            case Value.Instant _, Value.Period _, Value.Position _, Value.Area _, Value.Altitude _ -> {}
            case Value.Route _, Value.Frequency _, Value.Heading _, Value.Name _, Value.Office _ -> {}
            case Value.Message _, Value.Attachment _, Value.Foreign _ -> {}
            case Value.Annexed _, Value.Person _, Value.Keyed _, Value.NotHere _ -> {}
        }
    }

    private static String item(String name, int index) {
        return name + "[" + (index + 1) + "]";
    }
}
