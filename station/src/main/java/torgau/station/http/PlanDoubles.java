package torgau.station.http;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import torgau.catalogue.value.FilingCodec;
import torgau.journal.Act;
import torgau.journal.Code;
import torgau.journal.Reference;
import torgau.matters.plan.Plan;
import torgau.station.heart.Draft;
import torgau.station.tables.Doubles;

/// Events that wait together for a second person, compared with the plan as it is now: what was no
/// double when the table was read may have become one since.
final class PlanDoubles {
    private static final int CONFLICT = 409;
    private static final int MOST_NAMED = 10;

    private final Front front;
    private final PlanApi plans;

    PlanDoubles(Front front, PlanApi plans) {
        this.front = front;
        this.plans = plans;
    }

    /// The events of the plan that another one can be a double of; of two, the one that is still open is
    /// named.
    static Doubles<Reference> known(Plan plan) {
        var known = new Doubles<Reference>();
        plan.events().stream()
                .filter(event -> !PlanWords.drill(event))
                .sorted(Comparator.comparing(event -> !event.open()))
                .forEach(event -> known.add(event.id(), Doubles.key(event)));
        return known;
    }

    /// Refuses what is to be filed together if any event of it is in the plan by now, and says which.
    void refuse(List<Draft> together) {
        Doubles<Reference> known = known(plans.whole());
        var found = new ArrayList<String>();
        for (int at = 0; at < together.size(); at++) {
            String row = (at + 1) + " = ";
            of(together.get(at), known).map(event -> row + number(front, event)).ifPresent(found::add);
        }
        if (!found.isEmpty()) {
            String named = String.join(", ", found.subList(0, Math.min(found.size(), MOST_NAMED)));
            String more = found.size() > MOST_NAMED ? ", and " + (found.size() - MOST_NAMED) + " more" : "";
            throw new Refusal(CONFLICT, Code.TABLE_OVERTAKEN, named + more);
        }
    }

    private static Optional<Reference> of(Draft draft, Doubles<Reference> known) {
        return draft.matter() == null
                        && draft.act() instanceof Act.Notification filed
                        && filed.form().format().equals(PlanTable.FORMAT)
                ? known.of(Doubles.key(FilingCodec.decode(filed.fields()).orThrow()))
                        .map(Doubles.Found::of)
                : Optional.empty();
    }

    /// How officers call an event of the plan.
    static String number(Front front, Reference event) {
        Names names = front.names();
        return front.process().journal().entry(event).map(names::messageNumber).orElseGet(() -> names.reference(event));
    }
}
