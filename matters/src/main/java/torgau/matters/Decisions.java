package torgau.matters;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import torgau.catalogue.FieldOf;
import torgau.catalogue.Procedure;
import torgau.catalogue.Role;
import torgau.catalogue.value.Value;
import torgau.journal.Reference;

/// Who plays the roles that fields of a matter decide, kept up with as its entries are taken in total
/// order. Of several fields the newest word counts, as its author last corrected it.
final class Decisions {
    private final Procedure procedure;
    private final Surroundings around;
    private final List<FieldOf> fields;
    /// Entries that decide something, in total order, and the corrections of each.
    private final List<Turn> said = new ArrayList<>();
    private final NavigableMap<Reference, List<Turn>> corrections = new TreeMap<>();

    Decisions(Procedure procedure, Surroundings around) {
        this.procedure = procedure;
        this.around = around;
        this.fields = procedure.roles().values().stream()
                .map(Role::decided)
                .flatMap(decided -> decided == null ? Stream.of() : decided.by().stream())
                .distinct()
                .toList();
    }

    /// Takes the next entry that stands; whether it may have changed who plays a role.
    boolean take(Step step) {
        Turn turn = step.turn();
        if (step.moved() && fields.stream().anyMatch(field -> field.format().equals(turn.code()))) {
            said.add(turn);
            return true;
        }
        boolean correction = turn.code().equals(Corrections.CODE)
                && turn.value("message").orElse(null) instanceof Value.Message(Reference place)
                && said.stream().anyMatch(each -> each.place().equals(place));
        if (correction && turn.value("message").orElse(null) instanceof Value.Message(Reference place)) {
            corrections.computeIfAbsent(place, _ -> new ArrayList<>()).add(turn);
        }
        return correction;
    }

    /// Who plays a role by now; empty if no field says so.
    Optional<Role.Is> now(Role role) {
        Role.Decided decided = role.decided();
        return decided == null
                ? Optional.of(role.is())
                : said.reversed().stream()
                        .filter(turn -> of(turn).stream().noneMatch(Corrections::cancels))
                        .flatMap(turn -> item(turn, decided).stream())
                        .findFirst()
                        .flatMap(item -> Optional.ofNullable(decided.means().getOrDefault(item, null)));
    }

    private List<Turn> of(Turn turn) {
        return corrections.getOrDefault(turn.place(), List.of());
    }

    private Optional<String> item(Turn turn, Role.Decided decided) {
        return decided.by().stream()
                .filter(field -> field.format().equals(turn.code()))
                .flatMap(field -> value(turn, field).stream())
                .filter(Value.Code.class::isInstance)
                .map(value -> ((Value.Code) value).code())
                .findFirst();
    }

    private Optional<Value> value(Turn turn, FieldOf field) {
        return of(turn).reversed().stream()
                .flatMap(correction -> field
                        .in(procedure)
                        .flatMap(known -> Corrections.now(
                                correction, known, name -> around.editions().list(procedure, name)))
                        .stream())
                .findFirst()
                .or(() -> turn.value(field.field()));
    }
}
