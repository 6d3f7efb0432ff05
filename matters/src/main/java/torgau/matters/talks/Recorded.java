package torgau.matters.talks;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import torgau.catalogue.value.Value;
import torgau.matters.Cast;
import torgau.matters.Matter;
import torgau.matters.Reading;
import torgau.matters.Turn;

/// Reads the rows of a record of a meeting, a call, or a joint report: what is to be done next, and by
/// whom.
final class Recorded {
    private final Reading reading;
    private final Turn record;
    private final Optional<Minutes> minutes;

    private Recorded(Reading reading, Turn record, Optional<Minutes> minutes) {
        this.reading = reading;
        this.record = record;
        this.minutes = minutes;
    }

    /// The rows of the last record of a matter; none of one that was withdrawn.
    static List<Commitment> rows(Matter matter) {
        var reading = new Reading(matter);
        Optional<Minutes> minutes = Kind.of(matter.subject().code()).flatMap(kind -> Minutes.of(reading, kind));
        if (minutes.isPresent()) {
            return new Recorded(reading, minutes.get().by(), minutes).all("follow_ups", "step");
        }
        return reading.last("AR", "ARR")
                .filter(_ -> !matter.state().equals("withdrawn"))
                .map(record -> new Recorded(reading, record, Optional.empty()).all("actions", "action"))
                .orElse(List.of());
    }

    private List<Commitment> all(String table, String words) {
        var all = new ArrayList<Commitment>();
        int row = 0;
        for (NavigableMap<String, Value> each : reading.rows(record, table)) {
            row++;
            int number = Rows.number(each, "number", row);
            for (int party : by(Rows.code(each, "side"))) {
                all.add(commitment(each, number, party, Rows.text(each, words)));
            }
        }
        return all;
    }

    /// The parties that a row names: one's own side is the author's.
    private SortedSet<Integer> by(String side) {
        SortedSet<Integer> parties = parties();
        switch (side) {
            case "sender" -> parties.removeIf(party -> party != record.party());
            case "other" -> parties.remove(record.party());
            case "both" -> {}
            default -> {
                parties.clear();
                parties.add(0);
            }
        }
        return parties;
    }

    private SortedSet<Integer> parties() {
        Cast cast = reading.matter().cast();
        var parties = new TreeSet<>(cast.addressed());
        parties.add(cast.opener());
        return parties;
    }

    private Commitment commitment(NavigableMap<String, Value> row, int number, int party, String what) {
        @Nullable Long until = Rows.instant(row, "until");
        NavigableMap<String, Value> word = word(number);
        @Nullable Long later = word == null ? null : Rows.instant(word, "until");
        return new Commitment(
                new Commitment.Source.Recorded(reading.matter().id(), number, accepted(party), annotatedBy()),
                party,
                parties(),
                record,
                what,
                record.language(),
                later == null ? until : later,
                until,
                null,
                Rows.office(row, "owner"),
                stage(word),
                null);
    }

    /// The last word on a row of a joint report; null if there is none.
    private @Nullable NavigableMap<String, Value> word(int number) {
        return reading.last("ARS").stream()
                .filter(turn -> turn.compareTo(record) > 0)
                .flatMap(turn -> reading.rows(turn, "actions").stream())
                .filter(row -> Rows.number(row, "number", 0) == number)
                .reduce((_, last) -> last)
                .orElse(null);
    }

    private static Commitment.Stage stage(@Nullable NavigableMap<String, Value> word) {
        return switch (word == null ? "" : Rows.code(word, "progress")) {
            case "done" -> Commitment.Stage.SAID_DONE;
            case "dropped" -> Commitment.Stage.DROPPED;
            default -> Commitment.Stage.RECORDED;
        };
    }

    private boolean accepted(int party) {
        return record.party() == party
                || minutes.map(held -> held.standsBy(party))
                        .orElseGet(() -> reading.turns("ARC").stream()
                                .anyMatch(turn ->
                                        turn.party() == party && turn.refs().contains(record.place())));
    }

    private List<Integer> annotatedBy() {
        return reading.turns("MTE", "CCA", "ARE").stream()
                .filter(turn -> turn.refs().contains(record.place()))
                .map(Turn::party)
                .distinct()
                .sorted()
                .toList();
    }
}
