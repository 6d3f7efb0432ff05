package torgau.catalogue.render;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import torgau.catalogue.Clock;
import torgau.catalogue.CodeList;
import torgau.catalogue.Common;
import torgau.catalogue.Field;
import torgau.catalogue.Format;
import torgau.catalogue.Procedure;
import torgau.catalogue.phrase.Phrase;
import torgau.catalogue.phrase.PhraseFault;
import torgau.catalogue.value.Numbers;
import torgau.catalogue.value.Times;
import torgau.catalogue.value.Value;
import torgau.journal.TrafficClass;

/// A filed format as one sentence or few, in any language of the catalogue.
public final class Sentences {
    private final Common common;
    private final Procedure procedure;
    private final Numbers numbers;

    public Sentences(Common common, Procedure procedure, Numbers numbers) {
        this.common = common;
        this.procedure = procedure;
        this.numbers = numbers;
    }

    /// What stands around the fields.
    ///
    /// @param from and `to` parties as they are called on the line
    /// @param time of the entry, milliseconds UTC
    public record Envelope(String number, String from, String to, long time, TrafficClass trafficClass) {}

    /// The sentence, after a banner if it is a test or an exercise, and before the clause on names if it
    /// names a place.
    public String of(Format format, Envelope envelope, Map<String, Value> values, String language) {
        var words = new ValueWords(common, this::list, numbers, language);
        Map<String, Object> said = new LinkedHashMap<>();
        said.put("from", envelope.from());
        said.put("to", envelope.to());
        said.put("number", envelope.number());
        said.put("time", Times.group(envelope.time()));
        hours(format).ifPresent(hours -> said.put("hours", hours));
        boolean place = false;
        for (Field field : format.fields()) {
            Value value = values.get(field.name());
            if (value != null) {
                said.put(field.name(), words.of(field, value));
                place |= field.type().place() && !(value instanceof Value.Undisclosed);
            }
        }
        String names = place ? " " + shared("names", language) : "";
        String sentence = phrase(format, language).with(said).replace("?.", "?").replace("!.", "!");
        return banner(envelope.trafficClass(), language) + sentence + names;
    }

    private Optional<CodeList> list(String name) {
        return procedure.list(name, common);
    }

    /// The hours within which an answer to this format is requested.
    private Optional<Number> hours(Format format) {
        return procedure.clocks().stream()
                .filter(clock -> clock.on().equals(format.code()))
                .min((one, other) -> Boolean.compare(answer(other), answer(one)))
                .map(Clock::within)
                .map(Sentences::hours);
    }

    private static boolean answer(Clock clock) {
        return clock.kind() == Clock.Kind.ANSWER;
    }

    private static Number hours(Duration within) {
        boolean whole = within.toMinutes() % 60 == 0;
        return whole ? (Number) within.toHours() : within.toMinutes() / 60.0;
    }

    private String banner(TrafficClass trafficClass, String language) {
        return switch (trafficClass) {
            case TEST -> shared("test", language) + " ";
            case EXERCISE -> shared("exercise", language) + " ";
            case SERVICE, FORMAL, PRINCIPAL -> "";
        };
    }

    private String shared(String phrase, String language) {
        return common.phrase(phrase).flatMap(words -> words.in(language)).orElse("");
    }

    private static Phrase phrase(Format format, String language) {
        try {
            var words = Optional.ofNullable(format.phrase()).flatMap(each -> each.in(language));
            return Phrase.of(words.orElse(""), language);
        } catch (PhraseFault fault) {
            throw new IllegalArgumentException(
                    "format " + format.code() + " was not checked: " + fault.getMessage(), fault);
        }
    }
}
