package torgau.matters;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import torgau.catalogue.value.FilingCodec;
import torgau.catalogue.value.Value;
import torgau.journal.Act;
import torgau.journal.Decoded;
import torgau.journal.Entry;
import torgau.journal.Office;
import torgau.journal.Payload;
import torgau.journal.Precedence;
import torgau.journal.Reference;
import torgau.journal.TrafficClass;

/// One entry of a matter, as far as the fold needs it.
///
/// @param matter that it continues; null if it opens one
/// @param time milliseconds UTC by its author's clock
public record Turn(
        Order order,
        @Nullable Reference matter,
        long time,
        TrafficClass trafficClass,
        Precedence precedence,
        List<Integer> to,
        List<Reference> refs,
        Said said)
        implements Comparable<Turn> {
    /// Fields by which a format says what it is about, the first that it gives.
    private static final List<String> SUBJECTS = List.of("subject", "event", "title", "name", "designation");

    /// What it says.
    public sealed interface Said {
        /// The code under which a lifecycle or a clock knows it; empty of free words.
        String code();

        /// The office that speaks; empty if none does.
        Optional<Office> office();

        /// A format.
        ///
        /// @param fields its values; empty if they cannot be read
        record Filed(Act.Notification act, Optional<SequencedMap<String, Value>> fields) implements Said {
            @Override
            public String code() {
                return act.form().format();
            }

            @Override
            public Optional<Office> office() {
                return Optional.of(act.office());
            }
        }

        record Acknowledged(Act.Acknowledgement act) implements Said {
            @Override
            public String code() {
                return switch (act.stage()) {
                    case Act.Stage.Read _ -> "AK";
                    case Act.Stage.Understood _ -> "RB";
                    case Act.Stage.NotUnderstood _ -> "NU";
                    case Act.Stage.PassedOn _ -> "PN";
                };
            }

            @Override
            public Optional<Office> office() {
                return Optional.of(act.office());
            }
        }

        /// Free words.
        ///
        /// @param language of the text and the subject
        /// @param subject empty if it has none
        record Spoken(String language, String subject, Office by) implements Said {
            @Override
            public String code() {
                return "";
            }

            @Override
            public Optional<Office> office() {
                return Optional.of(by);
            }
        }

        /// A courtesy translation.
        record Translated(Act.Translation act) implements Said {
            @Override
            public String code() {
                return "";
            }

            @Override
            public Optional<Office> office() {
                return Optional.of(act.office());
            }
        }

        /// What moves no matter.
        record Other() implements Said {
            @Override
            public String code() {
                return "";
            }

            @Override
            public Optional<Office> office() {
                return Optional.empty();
            }
        }
    }

    public static Turn of(Entry entry) {
        Payload payload = entry.payload();
        Said said = switch (payload.act()) {
            case Act.Notification act -> new Said.Filed(act, fields(act));
            case Act.Acknowledgement act -> new Said.Acknowledged(act);
            case Act.Message act -> new Said.Spoken(act.text().language(), act.subject(), act.office());
            case Act.Translation act -> new Said.Translated(act);
            case Act.LinkTest _, Act.KeyOffer _, Act.Seen _ -> new Said.Other();
            case Act.Amendment _, Act.Suspension _, Act.Resumption _, Act.Unknown _ -> new Said.Other();
        };
        return new Turn(
                Order.of(entry),
                payload.matter(),
                payload.time(),
                payload.trafficClass(),
                payload.precedence(),
                payload.to(),
                payload.refs(),
                said);
    }

    private static Optional<SequencedMap<String, Value>> fields(Act.Notification act) {
        return switch (FilingCodec.decode(act.fields())) {
            case Decoded.Value<SequencedMap<String, Value>>(SequencedMap<String, Value> fields) -> Optional.of(fields);
            case Decoded.Refusal<SequencedMap<String, Value>> _ -> Optional.empty();
        };
    }

    public Reference place() {
        return order.place();
    }

    /// The party that says it.
    public int party() {
        return place().feed().party();
    }

    /// A value of the format that it files, if it files one and gives it.
    public Optional<Value> value(String field) {
        return said instanceof Said.Filed(Act.Notification _, Optional<SequencedMap<String, Value>> fields)
                ? fields.map((Map<String, Value> given) -> given.get(field))
                : Optional.empty();
    }

    /// Names of the values of the format that it files; none if it files none.
    public List<String> given() {
        return said instanceof Said.Filed(Act.Notification _, Optional<SequencedMap<String, Value>> fields)
                ? fields.map(given -> List.copyOf(given.keySet())).orElse(List.of())
                : List.of();
    }

    /// The code under which a lifecycle or a clock knows it; empty of free words.
    public String code() {
        return said.code();
    }

    /// The language in which its author wrote it; empty of what has no words.
    public String language() {
        return switch (said) {
            case Said.Filed(Act.Notification act, var _) -> act.language();
            case Said.Spoken(String language, String _, Office _) -> language;
            case Said.Acknowledged _, Said.Translated _, Said.Other _ -> "";
        };
    }

    /// What it is about, in its author's words; empty if it does not say so in a field of its own.
    public String subject() {
        if (said instanceof Said.Spoken(String _, String subject, Office _)) {
            return subject;
        }
        for (String field : SUBJECTS) {
            switch (value(field).orElse(null)) {
                case Value.Words(String words) -> {
                    return words;
                }
                case Value.Name(String name) -> {
                    return name;
                }
                case null, default -> {}
            }
        }
        return "";
    }

    /// In which language it has a free text of this name; empty if it has none.
    Optional<String> language(String part) {
        return switch (said) {
            case Said.Spoken(String language, String subject, Office _) ->
                part.isEmpty() || (!subject.isEmpty() && part.equals(FreeTexts.SUBJECT))
                        ? Optional.of(language)
                        : Optional.empty();
            case Said.Filed(Act.Notification act, Optional<SequencedMap<String, Value>> fields) ->
                fields.filter(given -> FreeTexts.in(given).containsKey(part)).map(_ -> act.language());
            case Said.Acknowledged _, Said.Translated _, Said.Other _ -> Optional.empty();
        };
    }

    @Override
    public int compareTo(Turn other) {
        return order.compareTo(other.order);
    }
}
