package torgau.matters.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import torgau.catalogue.value.Value;
import torgau.journal.Act;
import torgau.journal.Office;
import torgau.journal.Reference;
import torgau.matters.Matter;
import torgau.matters.Reading;
import torgau.matters.Turn;

/// One event of the plan: what it is, when, and how each side itself says that it stands.
///
/// @param reading its formats as corrected by now
/// @param state of the matter, common to both sides; empty if it has none
/// @param agreed whether it was ever agreed
/// @param sides ascending by party
/// @param related matters of other procedures that belong to it
public record Event(
        Reading reading,
        What what,
        String state,
        boolean agreed,
        Dates dates,
        List<Side> sides,
        List<Related> related) {
    private static final List<String> OVER = List.of("held", "cancelled", "declined", "withdrawn");
    private static final List<String> NEVER = List.of("declined", "withdrawn");
    private static final List<String> TALKED_OVER = List.of("proposed", "other_terms", "referred");

    public Event {
        sides = List.copyOf(sides);
        related = List.copyOf(related);
    }

    /// Reads one event.
    static Event of(Source source, Suspended suspended) {
        var reading = new Reading(source.matter());
        List<Integer> parties = parties(source.matter());
        What what = What.of(reading, parties);
        List<Owned> owned =
                parties.stream().map(party -> Owned.of(reading, party)).toList();
        var sides = new ArrayList<Side>();
        for (Owned own : owned) {
            List<Value.Office> others = owned.stream()
                    .filter(other -> other.party() != own.party())
                    .flatMap(other -> Optional.ofNullable(other.owner()).stream())
                    .toList();
            sides.add(own.side(reading, suspended.by(own.party(), source.matter(), what.track(), others)));
        }
        return new Event(
                reading,
                what,
                source.matter().state(),
                !reading.turns("WPA").isEmpty(),
                Dates.of(reading, sides),
                sides,
                source.related());
    }

    private static List<Integer> parties(Matter matter) {
        var parties = new TreeSet<>(matter.cast().addressed());
        parties.add(matter.cast().opener());
        parties.removeAll(matter.cast().observers());
        return List.copyOf(parties);
    }

    public Matter matter() {
        return reading.matter();
    }

    public Reference id() {
        return matter().id();
    }

    /// The entry that opened it.
    public Turn opening() {
        return matter().subject().opening();
    }

    /// The office in whose name it was filed.
    public Office filedBy() {
        return opening().said() instanceof Turn.Said.Filed(Act.Notification act, var _)
                ? act.office()
                : new Office("?", "");
    }

    /// By party the head of the delegation that it has named last.
    public NavigableMap<Integer, Value.Office> heads() {
        var heads = new TreeMap<Integer, Value.Office>();
        reading.turns("WPG")
                .forEach(turn -> reading.value(turn, "head", Value.Office.class)
                        .ifPresent(head -> heads.put(turn.party(), head)));
        return heads;
    }

    /// Whether it is still to come: neither held nor given up.
    public boolean open() {
        return !OVER.contains(state);
    }

    /// Whether it was agreed and is still to come, and its terms are not talked over anew.
    public boolean standing() {
        return agreed && open() && !TALKED_OVER.contains(state);
    }

    /// Whether it was agreed and not declined or withdrawn after that.
    public boolean counted() {
        return agreed && !NEVER.contains(state);
    }

    public boolean held() {
        return state.equals("held");
    }

    public Optional<Side> side(int party) {
        return sides.stream().filter(side -> side.party() == party).findFirst();
    }

    /// Whether every side itself says so.
    public boolean all(Status status) {
        return !sides.isEmpty() && sides.stream().allMatch(side -> side.says(status));
    }

    /// The parties that go to it: those that do not host it.
    public List<Integer> guests() {
        return sides.stream()
                .map(Side::party)
                .filter(party -> !what.hosts().contains(party))
                .toList();
    }
}
