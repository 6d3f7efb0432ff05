package torgau.matters.talks;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import torgau.catalogue.value.Value;
import torgau.matters.Reading;
import torgau.matters.Turn;

/// The record of a meeting or a call: what its author states, and what each side says of that. The legal
/// effect comes first; where none is stated, a text is a record only.
///
/// @param effect one of the list of effects
/// @param authority cited for it; null if none
/// @param planned when it was to begin, by the record: milliseconds UTC
/// @param held actual time; null if it is not given
/// @param ours said by the author's side, and `theirs` by the other as the author understood it
/// @param agreed the agreed text in each language
/// @param words what each side says of the record, in order
public record Minutes(
        Turn by,
        String effect,
        @Nullable String authority,
        @Nullable Long planned,
        Value.@Nullable Period held,
        List<Participant> participants,
        List<String> ours,
        List<String> theirs,
        List<Agreed> agreed,
        List<String> differences,
        List<Word> words) {
    private static final List<String> LANGUAGES = List.of("en", "ru", "uk");

    public Minutes {
        participants = List.copyOf(participants);
        ours = List.copyOf(ours);
        theirs = List.copyOf(theirs);
        agreed = List.copyOf(agreed);
        differences = List.copyOf(differences);
        words = List.copyOf(words);
    }

    /// Somebody who took part, by post.
    ///
    /// @param side `sender` is the author's
    public record Participant(String side, Value.Office post, String part) {}

    /// The agreed text in one language.
    public record Agreed(String language, String text) {}

    /// One side's confirmation of the record, or its annotations.
    ///
    /// @param agreed whether it confirms the agreed text
    /// @param effect that it names; null if none
    /// @param annotations none of a confirmation
    public record Word(Turn by, boolean agreed, @Nullable String effect, List<Annotation> annotations) {
        public Word {
            annotations = List.copyOf(annotations);
        }

        public boolean confirms() {
            return annotations.isEmpty();
        }
    }

    /// How a side states one place of the record.
    public record Annotation(String place, String view) {}

    static Optional<Minutes> of(Reading reading, Kind kind) {
        return reading.last(kind.record).map(by -> of(reading, kind, by));
    }

    private static Minutes of(Reading reading, Kind kind, Turn by) {
        return new Minutes(
                by,
                reading.code(by, "effect").orElse("record_only"),
                reading.text(by, "authority").orElse(null),
                planned(reading, by),
                reading.value(by, "held", Value.Period.class).orElse(null),
                reading.rows(by, "participants").stream()
                        .flatMap(row -> participant(row).stream())
                        .toList(),
                items(reading, by, "ours"),
                items(reading, by, "theirs"),
                agreed(reading, by),
                items(reading, by, "differences"),
                reading.turns(kind.confirms, kind.annotates).stream()
                        .filter(turn -> turn.refs().contains(by.place()))
                        .map(turn -> word(reading, turn))
                        .toList());
    }

    private static @Nullable Long planned(Reading reading, Turn by) {
        return reading.value(by, "planned")
                .flatMap(value -> switch (value) {
                    case Value.Instant(long millis) -> Optional.of(millis);
                    case Value.Period period -> Optional.of(period.from());
                    default -> Optional.<Long>empty();
                })
                .orElse(null);
    }

    static List<String> items(Reading reading, Turn by, String field) {
        return reading.value(by, field, Value.Items.class)
                .map(Value.Items::texts)
                .orElse(List.of());
    }

    private static Optional<Participant> participant(java.util.NavigableMap<String, Value> row) {
        return row.get("post") instanceof Value.Office post
                ? Optional.of(new Participant(Rows.code(row, "side"), post, Rows.code(row, "part")))
                : Optional.empty();
    }

    private static List<Agreed> agreed(Reading reading, Turn by) {
        var texts = new ArrayList<Agreed>();
        for (String language : LANGUAGES) {
            reading.text(by, "agreed_" + language).ifPresent(text -> texts.add(new Agreed(language, text)));
        }
        return texts;
    }

    private static Word word(Reading reading, Turn turn) {
        boolean agreed = reading.value(turn, "agreed", Value.YesNo.class)
                .map(Value.YesNo::yes)
                .orElse(false);
        return new Word(
                turn,
                agreed,
                reading.code(turn, "effect").orElse(null),
                reading.rows(turn, "annotations").stream()
                        .map(row -> new Annotation(Rows.text(row, "place"), Rows.text(row, "view")))
                        .toList());
    }

    /// Whether a party has confirmed the record without annotations, or is its author.
    boolean standsBy(int party) {
        return by.party() == party
                || words.stream().anyMatch(word -> word.by().party() == party && word.confirms() && word.agreed());
    }

    /// Whether a side names another legal effect than the record does.
    public boolean effectsDiffer() {
        return words.stream()
                .flatMap(word -> Optional.ofNullable(word.effect()).stream())
                .anyMatch(other -> !other.equals(effect));
    }
}
