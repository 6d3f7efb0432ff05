package torgau.matters.talks;

import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import torgau.catalogue.value.Value;
import torgau.journal.Reference;
import torgau.matters.Matter;
import torgau.matters.Reading;
import torgau.matters.Turn;

/// Reads a commitment from a matter of its own.
final class Followed {
    private static final Pattern NUMBER = Pattern.compile("([0-9]{1,3})\\s*$");
    private static final String FULL = "full";

    private Followed() {}

    /// Empty of a matter that nothing opened with effect.
    static Optional<Commitment> commitment(Matter matter) {
        var reading = new Reading(matter);
        return reading.last("CM").map(by -> of(reading, by));
    }

    private static Commitment of(Reading reading, Turn by) {
        Matter matter = reading.matter();
        var parties = new TreeSet<>(matter.cast().addressed());
        parties.add(matter.cast().opener());
        @Nullable
        Reference arises = reading.newest(
                        reading.turns("CM"), turn -> reading.value(turn, "arises", Value.Message.class))
                .map(Value.Message::place)
                .orElse(null);
        int row = reading.newest(reading.turns("CM"), turn -> reading.text(turn, "item"))
                .map(Followed::number)
                .orElse(0);
        return new Commitment(
                new Commitment.Source.Followed(matter.id(), matter.state(), arises, row),
                by.party(),
                parties,
                by,
                reading.text(by, "undertaken").orElse(""),
                by.language(),
                until(reading, by),
                until(reading, reading.turns("CM").getFirst()),
                extended(matter),
                reading.value(by, "owner", Value.Office.class).orElse(null),
                stage(reading),
                reading.last("CMD")
                        .flatMap(done -> reading.value(done, "done", Value.Instant.class))
                        .map(Value.Instant::millis)
                        .orElse(null));
    }

    /// The row that "Next steps, 3" names; 0 if none.
    static int number(String item) {
        Matcher matcher = NUMBER.matcher(item);
        return matcher.find() ? Integer.parseInt(matcher.group(1)) : 0;
    }

    private static @Nullable Long until(Reading reading, Turn by) {
        return reading.value(by, "until", Value.Instant.class)
                .map(Value.Instant::millis)
                .orElse(null);
    }

    private static @Nullable Long extended(Matter matter) {
        return matter.awaited().stream()
                .filter(awaited -> awaited.clock().on().equals("CM")
                        && awaited.clock().doneBy().contains("CMD"))
                .flatMap(awaited -> Optional.ofNullable(awaited.extendedTo()).stream())
                .reduce((_, last) -> last)
                .orElse(null);
    }

    private static Commitment.Stage stage(Reading reading) {
        return switch (reading.matter().state()) {
            case "two_views" -> Commitment.Stage.TWO_VIEWS;
            case "said_done" -> Commitment.Stage.SAID_DONE;
            case "seen_done" -> seen(reading);
            case "released" -> Commitment.Stage.RELEASED;
            case "referred" -> Commitment.Stage.REFERRED;
            case "withdrawn" -> Commitment.Stage.WITHDRAWN;
            default -> Commitment.Stage.STANDS;
        };
    }

    /// What the other side says of what the holder said last.
    private static Commitment.Stage seen(Reading reading) {
        Optional<String> said = reading.last("CMD").flatMap(turn -> reading.code(turn, "extent"));
        List<String> views = reading.last("CMV").flatMap(turn -> reading.code(turn, "extent")).stream()
                .toList();
        if (views.contains(FULL)) {
            return Commitment.Stage.KEPT;
        }
        return said.isPresent() && views.contains(said.get()) ? Commitment.Stage.STANDS : Commitment.Stage.TWO_VIEWS;
    }
}
