package torgau.matters;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import torgau.catalogue.Field;
import torgau.catalogue.FieldType;
import torgau.catalogue.Format;
import torgau.catalogue.Procedure;
import torgau.catalogue.value.Apart;
import torgau.catalogue.value.Value;
import torgau.journal.Reference;

/// What became of each field: every later entry that gave it another value than its own party had given it
/// before, and every correction, in the order of the journal. What one party said is never set against what
/// another said; for that there are [Facts].
///
/// What travels apart differs in its salt or key whatever it says, and what only points elsewhere has no
/// value of its own: neither has a history.
public final class History {
    /// Changes that are shown of one field; of more the newest.
    static final int MOST_CHANGES = 64;

    private final Procedure procedure;
    private final Surroundings.Editions editions;
    private final Map<Reference, Held> held = new LinkedHashMap<>();
    private final Map<Spoken, Held> last = new LinkedHashMap<>();
    private final Map<String, Field> fields = new LinkedHashMap<>();
    private final SequencedMap<String, List<Change>> changes = new LinkedHashMap<>();

    private History(Procedure procedure, Surroundings.Editions editions) {
        this.procedure = procedure;
        this.editions = editions;
    }

    /// A field of one name, as one party speaks of it.
    private record Spoken(int party, String field) {}

    /// An entry with what its fields hold by now.
    private record Held(Turn turn, Map<String, Value> values) {}

    /// A field that got another value.
    ///
    /// @param by the entry that changed it: a later format of the same party, or a correction
    /// @param of the entry that held the earlier value
    /// @param was the earlier value; null if the field was left open
    /// @param now the value that stands since; null if none does
    public record Change(
            Turn by, Turn of, @Nullable Value was, @Nullable Value now) {}

    /// A field that changed, with its changes in total order.
    public record Changed(Field field, List<Change> changes) {
        public Changed {
            changes = List.copyOf(changes);
        }
    }

    /// The fields of a matter that changed, the one that changed first first.
    static List<Changed> of(Procedure procedure, List<Step> steps, Surroundings.Editions editions) {
        var history = new History(procedure, editions);
        for (Step step : steps) {
            if (step.moved()) {
                history.filed(step.turn());
            } else if (step.outcome().stands() && step.turn().code().equals(Corrections.CODE)) {
                history.corrected(step.turn());
            }
        }
        return history.changes.entrySet().stream()
                .map(each ->
                        new Changed(Objects.requireNonNull(history.fields.get(each.getKey())), newest(each.getValue())))
                .toList();
    }

    private static List<Change> newest(List<Change> all) {
        return all.subList(Math.max(0, all.size() - MOST_CHANGES), all.size());
    }

    private void filed(Turn turn) {
        var now = new Held(turn, new LinkedHashMap<>());
        held.put(turn.place(), now);
        for (Field field : fieldsOf(turn)) {
            Value value = turn.value(field.name()).orElse(null);
            Held before = last.get(new Spoken(turn.party(), field.name()));
            boolean again = before != null && before.turn().code().equals(turn.code());
            if (comparable(field, value) && (value != null || again)) {
                if (value != null) {
                    now.values().put(field.name(), value);
                }
                last.put(new Spoken(turn.party(), field.name()), now);
                if (before != null) {
                    note(field, new Change(turn, before.turn(), before.values().get(field.name()), value));
                }
            }
        }
    }

    private void corrected(Turn correction) {
        Held about = correction.value("message").orElse(null) instanceof Value.Message(Reference place)
                ? held.get(place)
                : null;
        if (about == null) {
            return;
        }
        for (Field field : fieldsOf(about.turn())) {
            Value was = about.values().get(field.name());
            if (Corrections.cancels(correction)) {
                about.values().remove(field.name());
                note(field, new Change(correction, about.turn(), was, null));
            } else {
                Corrections.now(correction, field, name -> editions.list(procedure, name))
                        .filter(value -> comparable(field, value))
                        .ifPresent(value -> {
                            about.values().put(field.name(), value);
                            note(field, new Change(correction, about.turn(), was, value));
                        });
            }
        }
    }

    private List<Field> fieldsOf(Turn turn) {
        return procedure.format(turn.code()).map(Format::fields).orElse(List.of());
    }

    private void note(Field field, Change change) {
        if (!Objects.equals(change.was(), change.now())) {
            fields.putIfAbsent(field.name(), field);
            changes.computeIfAbsent(field.name(), _ -> new ArrayList<>()).add(change);
        }
    }

    private static boolean comparable(Field field, @Nullable Value value) {
        return !(field.type() instanceof FieldType.ReferenceTo)
                && (value == null
                        || Apart.in(Collections.singletonMap(field.name(), value))
                                .isEmpty());
    }
}
