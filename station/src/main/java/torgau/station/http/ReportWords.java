package torgau.station.http;

import java.util.Map;
import java.util.Optional;
import torgau.catalogue.Procedure;
import torgau.catalogue.Words;
import torgau.matters.figures.Delay;
import torgau.station.formats.Formats;
import torgau.station.text.Texts;

/// What the catalogue calls things, in one language; what it does not know keeps its code.
final class ReportWords {
    private final Formats formats;
    private final Texts texts;

    ReportWords(Formats formats, Texts texts) {
        this.formats = formats;
        this.texts = texts;
    }

    private String in(Optional<Words> words, String otherwise) {
        return words.flatMap(each -> each.in(texts.language())).orElse(otherwise);
    }

    /// An item of a code list of a procedure.
    String item(String procedure, String list, String code) {
        Optional<Words> item = formats.current(procedure)
                .flatMap(known -> known.list(list, formats.catalogue().common()))
                .flatMap(known -> known.item(code));
        return in(item, code);
    }

    /// A state of a procedure.
    String state(String procedure, String state) {
        Optional<Words> words = formats.current(procedure)
                .map(Procedure::lifecycle)
                .flatMap(life -> Optional.ofNullable(life.labels().get(state)));
        return in(words, state);
    }

    /// A format by its code and title; free words if it has none.
    String format(String code) {
        if (code.isEmpty()) {
            return texts.say("report.by.no_format");
        }
        return formats.named(code).stream()
                .findFirst()
                .map(known -> code + " " + in(Optional.of(known.format().title()), ""))
                .map(String::strip)
                .orElse(code);
    }

    /// The heading under which a figure stands.
    String heading(Delay.Key key) {
        String value = key.value();
        return switch (key.by()) {
            case ALL -> texts.say("report.by.all");
            case PRECEDENCE -> by("precedence", texts.say("precedence." + value));
            case FORMAT -> value.isEmpty() ? texts.say("report.by.no_format") : by("format", format(value));
            case TRACK -> value.isEmpty() ? texts.say("report.by.no_track") : by("track", track(value));
            case MONTH -> by("month", value);
        };
    }

    private String by(String name, String value) {
        return texts.say("report.by." + name, Map.of("value", value));
    }

    String track(String track) {
        return item("EP", "tracks", track);
    }
}
