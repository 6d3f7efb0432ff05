package torgau.matters;

import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.function.Function;
import torgau.catalogue.Format;
import torgau.catalogue.Procedure;
import torgau.catalogue.value.Value;
import torgau.journal.Reference;

/// What the formats of a matter say by now: each value as its own author last corrected it. What was
/// void, what had no effect because it crossed, and what its author took back say nothing here.
public final class Reading {
    private final Matter matter;
    private final NavigableMap<Reference, List<Turn>> corrections;
    private final List<Turn> turns;

    public Reading(Matter matter) {
        this.matter = matter;
        this.corrections = Corrections.standing(matter.steps());
        this.turns = matter.steps().stream()
                .filter(Step::moved)
                .map(Step::turn)
                .filter(turn -> about(turn).stream().noneMatch(Corrections::cancels))
                .toList();
    }

    public Matter matter() {
        return matter;
    }

    /// The formats that say something, in total order.
    public List<Turn> turns() {
        return turns;
    }

    /// Those with one of these codes, in total order.
    public List<Turn> turns(String... codes) {
        List<String> wanted = List.of(codes);
        return turns.stream().filter(turn -> wanted.contains(turn.code())).toList();
    }

    /// The last with one of these codes.
    public Optional<Turn> last(String... codes) {
        return turns(codes).reversed().stream().findFirst();
    }

    /// The last of one party with one of these codes.
    public Optional<Turn> last(int party, String... codes) {
        return turns(codes).reversed().stream()
                .filter(turn -> turn.party() == party)
                .findFirst();
    }

    /// The value of a field by now; empty if it is not given.
    public Optional<Value> value(Turn turn, String field) {
        return about(turn).reversed().stream()
                .flatMap(correction -> corrected(correction, turn, field).stream())
                .findFirst()
                .or(() -> turn.value(field));
    }

    /// A value of a kind; empty if it is not given, not disclosed, or of another kind.
    public <T extends Value> Optional<T> value(Turn turn, String field, Class<T> kind) {
        return value(turn, field).filter(kind::isInstance).map(kind::cast);
    }

    /// The item of a code list that a field names.
    public Optional<String> code(Turn turn, String field) {
        return value(turn, field, Value.Code.class).map(Value.Code::code);
    }

    /// A proper name, or free words.
    public Optional<String> text(Turn turn, String field) {
        return value(turn, field).flatMap(value -> switch (value) {
            case Value.Name(String name) -> Optional.of(name);
            case Value.Words(String words) -> Optional.of(words);
            default -> Optional.empty();
        });
    }

    /// The rows of a table; none if it is not given.
    public List<NavigableMap<String, Value>> rows(Turn turn, String field) {
        return value(turn, field, Value.Rows.class).map(Value.Rows::rows).orElse(List.of());
    }

    /// The newest value of a field that any of these entries gives.
    public <T> Optional<T> newest(List<Turn> among, Function<Turn, Optional<T>> value) {
        return among.reversed().stream()
                .flatMap(turn -> value.apply(turn).stream())
                .findFirst();
    }

    /// The corrections of an entry that stand, in total order.
    public List<Turn> corrections(Turn turn) {
        return about(turn);
    }

    /// Names of the fields that a correction changes.
    public static List<String> changed(Turn correction) {
        return Corrections.fields(correction);
    }

    /// Whether the author of an entry had seen another when that was made. To be asked only where the
    /// matter itself was: while nobody adds to the book.
    public boolean saw(Turn turn, Turn other) {
        return matter.saw(turn.place(), other.place());
    }

    private List<Turn> about(Turn turn) {
        return corrections.getOrDefault(turn.place(), List.of());
    }

    private Optional<Value> corrected(Turn correction, Turn turn, String field) {
        Procedure procedure = matter.procedure().orElse(null);
        if (procedure == null) {
            return Optional.empty();
        }
        return procedure
                .format(turn.code())
                .or(() -> matter.editions().shared(turn.code()))
                .map(Format::fields)
                .flatMap(fields -> fields.stream()
                        .filter(each -> each.name().equals(field))
                        .findFirst())
                .flatMap(each -> Corrections.now(
                        correction, each, list -> matter.editions().list(procedure, list)));
    }
}
