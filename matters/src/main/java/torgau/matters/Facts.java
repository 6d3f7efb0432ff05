package torgau.matters;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import torgau.catalogue.Field;
import torgau.catalogue.FieldType;
import torgau.catalogue.Format;
import torgau.catalogue.Procedure;
import torgau.catalogue.value.Apart;
import torgau.catalogue.value.Value;
import torgau.journal.Reference;

/// What more than one party said of one fact: side by side, each as its own party left it, and never
/// made into one.
///
/// A fact is a field of one name and one type, in formats that moved the matter. What only points
/// elsewhere (a message, an attachment, an office, answers by number) is none.
public final class Facts {
    /// Accounts that are shown of one fact; of more the newest.
    static final int MOST_VIEWS = 32;

    private final Procedure procedure;
    private final Surroundings.Editions editions;
    private final NavigableMap<Reference, List<Turn>> corrections;
    private final SequencedMap<String, Field> fields = new LinkedHashMap<>();
    private final SequencedMap<String, List<View>> views = new LinkedHashMap<>();

    private Facts(
            Procedure procedure, Surroundings.Editions editions, NavigableMap<Reference, List<Turn>> corrections) {
        this.procedure = procedure;
        this.editions = editions;
        this.corrections = corrections;
    }

    /// Whether the parties say the same of a fact, each by its last word.
    public enum Agreement {
        SAME,
        DIFFERENT,
        /// Free words, what somebody does not disclose, and what travels apart.
        NOT_COMPARED
    }

    /// What one entry says of a fact.
    ///
    /// @param correctedBy the correction of its author that gave it this value; null if none did
    /// @param last whether it is its party's last word
    public record View(Turn turn, Value value, @Nullable Turn correctedBy, boolean last) {}

    /// A fact of which at least two parties gave an account.
    ///
    /// @param views in total order
    public record Fact(Field field, List<View> views) {
        public Fact {
            views = List.copyOf(views);
        }

        public Agreement agreement() {
            List<Value> last = views.stream()
                    .filter(View::last)
                    .map(View::value)
                    .distinct()
                    .toList();
            boolean open = field.type() instanceof FieldType.Text
                    || field.type() instanceof FieldType.Numbered
                    || last.contains(new Value.Undisclosed())
                    || last.stream().anyMatch(this::apart);
            return open ? Agreement.NOT_COMPARED : last.size() == 1 ? Agreement.SAME : Agreement.DIFFERENT;
        }

        /// What travels apart differs in its salt or key, whatever it says.
        private boolean apart(Value value) {
            var one = new TreeMap<String, Value>();
            one.put(field.name(), value);
            return !Apart.in(one).isEmpty();
        }
    }

    /// The facts of a matter, in the order in which its formats name them.
    static List<Fact> of(Procedure procedure, List<Step> steps, Surroundings.Editions editions) {
        var facts = new Facts(procedure, editions, Corrections.standing(steps));
        steps.stream().filter(Step::moved).forEach(step -> facts.note(step.turn()));
        return facts.views.entrySet().stream()
                .filter(fact -> parties(fact.getValue()) > 1)
                .map(fact -> new Fact(Objects.requireNonNull(facts.fields.get(fact.getKey())), shown(fact.getValue())))
                .toList();
    }

    private static long parties(List<View> views) {
        return views.stream().map(view -> view.turn().party()).distinct().count();
    }

    private void note(Turn turn) {
        List<Turn> about = corrections.getOrDefault(turn.place(), List.of());
        if (about.stream().anyMatch(Corrections::cancels)) {
            return;
        }
        for (Field field : procedure.format(turn.code()).map(Format::fields).orElse(List.of())) {
            Field first = fields.getOrDefault(field.name(), field);
            if (isFact(field.type()) && alike(first.type(), field.type())) {
                view(turn, field, about).ifPresent(view -> {
                    fields.put(field.name(), first);
                    views.computeIfAbsent(field.name(), _ -> new ArrayList<>()).add(view);
                });
            }
        }
    }

    private Optional<View> view(Turn turn, Field field, List<Turn> about) {
        Optional<Turn> correction =
                about.stream().filter(each -> now(each, field).isPresent()).reduce((earlier, later) -> later);
        return correction
                .flatMap(each -> now(each, field))
                .or(() -> turn.value(field.name()))
                .map(value -> new View(turn, value, correction.orElse(null), false));
    }

    private Optional<Value> now(Turn correction, Field field) {
        return Corrections.now(correction, field, name -> editions.list(procedure, name));
    }

    /// The newest, and the last word of each party in any case.
    private static List<View> shown(List<View> views) {
        var last = new TreeMap<Integer, Integer>();
        for (int i = 0; i < views.size(); i++) {
            last.put(views.get(i).turn().party(), i);
        }
        var shown = new ArrayList<View>();
        for (int i = 0; i < views.size(); i++) {
            View view = views.get(i);
            boolean word = last.containsValue(i);
            if (word || i >= views.size() - MOST_VIEWS) {
                shown.add(new View(view.turn(), view.value(), view.correctedBy(), word));
            }
        }
        return shown;
    }

    private static boolean isFact(FieldType type) {
        return switch (type) {
            case FieldType.ReferenceTo _, FieldType.Attachment _, FieldType.Office _ -> false;
            case FieldType.Person _, FieldType.PerItem _ -> false;
            case FieldType.Text _, FieldType.Numbered _, FieldType.OneCode _, FieldType.SomeCodes _ -> true;
            case FieldType.YesNo _, FieldType.Quantity _, FieldType.Count _, FieldType.Instant _ -> true;
            case FieldType.Period _, FieldType.Position _, FieldType.Area _, FieldType.Altitude _ -> true;
            case FieldType.Route _, FieldType.Frequency _, FieldType.Heading _, FieldType.Name _ -> true;
            case FieldType.Table _ -> true;
        };
    }

    /// Whether values of two types can be the same: codes of one list, and else of one kind.
    private static boolean alike(FieldType one, FieldType other) {
        return switch (one) {
            case FieldType.OneCode(String list) ->
                other instanceof FieldType.OneCode code && code.list().equals(list);
            case FieldType.SomeCodes(String list, var _) ->
                other instanceof FieldType.SomeCodes codes && codes.list().equals(list);
            default -> one.getClass().equals(other.getClass());
        };
    }
}
