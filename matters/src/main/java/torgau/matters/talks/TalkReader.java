package torgau.matters.talks;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import torgau.catalogue.value.Value;
import torgau.matters.Awaited;
import torgau.matters.Matter;
import torgau.matters.Reading;
import torgau.matters.Turn;

/// Reads a meeting or a call from its matter.
final class TalkReader {
    private final Reading reading;
    private final Kind kind;
    private final Turn opening;

    private TalkReader(Reading reading, Kind kind, Turn opening) {
        this.reading = reading;
        this.kind = kind;
        this.opening = opening;
    }

    /// Empty of a matter that is neither, or that nothing opened with effect.
    static Optional<Talk> talk(Matter matter, Awaited.Stopped stopped) {
        var reading = new Reading(matter);
        return Kind.of(matter.subject().code())
                .flatMap(kind -> reading.last(kind.opening)
                        .map(opening -> new TalkReader(reading, kind, opening).talk(stopped)));
    }

    private Talk talk(Awaited.Stopped stopped) {
        Matter matter = reading.matter();
        Optional<Turn> last = reading.last(kind.terms());
        return new Talk(
                matter.id(),
                kind == Kind.CALL,
                matter.cast(),
                matter.state(),
                terms(),
                sides(),
                last.flatMap(turn -> reading.value(turn, kind.time, Value.Period.class))
                        .orElse(null),
                last.map(turn -> slots(turn)).orElse(List.of()),
                kind == Kind.MEETING ? new Agenda(reading).items() : topics(),
                reading.turns(kind.notHeld).stream().map(this::notHeld).toList(),
                Minutes.of(reading, kind).orElse(null),
                reading.text(opening, "phrase").orElse(null),
                matter.awaited().stream()
                        .filter(Awaited::open)
                        .map(awaited -> new Talk.Waiting(awaited, awaited.due(stopped)))
                        .toList());
    }

    private List<AgendaItem> topics() {
        return AgendaItem.proposed(Minutes.items(reading, opening, "topics"), opening);
    }

    private List<Value.Period> slots(Turn turn) {
        var slots = new ArrayList<Value.Period>();
        reading.rows(turn, "slots").forEach(row -> {
            if (row.get("slot") instanceof Value.Period slot) {
                slots.add(slot);
            }
        });
        return slots;
    }

    private Talk.Terms terms() {
        List<Turn> said = reading.turns(kind.terms());
        return new Talk.Terms(
                reading.code(opening, "track").orElse(""),
                reading.text(opening, "subject").orElse(""),
                opening.language(),
                newestCode(said, "level"),
                newestCode(said, kind.way),
                reading.newest(said, turn -> reading.text(turn, "place")).orElse(""),
                reading.value(opening, "languages", Value.Codes.class)
                        .map(Value.Codes::codes)
                        .orElse(List.of()),
                newestCode(said, "interpretation"),
                newestCode(said, "chair"));
    }

    private String newestCode(List<Turn> said, String field) {
        return reading.newest(said, turn -> reading.code(turn, field)).orElse("");
    }

    private List<Talk.Side> sides() {
        Matter matter = reading.matter();
        var parties = new TreeSet<>(matter.cast().addressed());
        parties.add(matter.cast().opener());
        return parties.stream().map(this::side).toList();
    }

    private Talk.Side side(int party) {
        List<Turn> said = reading.turns(kind.terms()).stream()
                .filter(turn -> turn.party() == party)
                .toList();
        String size = kind == Kind.MEETING ? "size" : "participants";
        return new Talk.Side(
                party,
                reading.newest(said, turn -> reading.value(turn, kind.head, Value.Office.class))
                        .orElse(null),
                reading.newest(said, turn -> reading.value(turn, size, Value.Count.class))
                        .orElse(null));
    }

    private Talk.NotHeld notHeld(Turn by) {
        @Nullable
        Long until = reading.value(by, "waited_until", Value.Instant.class)
                .map(Value.Instant::millis)
                .orElse(null);
        return new Talk.NotHeld(by, reading.code(by, "fact").orElse(""), until);
    }

    /// The agenda of a meeting.
    private record Agenda(Reading reading) {
        /// Items that a later agenda left out are shown so far.
        private static final int MOST_DROPPED = 32;

        List<AgendaItem> items() {
            Turn agenda = reading.last("MTG").orElse(null);
            if (agenda == null) {
                return reading.last("MT")
                        .map(turn -> AgendaItem.proposed(Minutes.items(reading, turn, "topics"), turn))
                        .orElse(List.of());
            }
            var items = new ArrayList<AgendaItem>();
            Turn answer = answer(agenda).orElse(null);
            for (AgendaItem item : AgendaItem.proposed(Minutes.items(reading, agenda, "items"), agenda)) {
                items.add(answer == null ? item : answered(item, answer));
            }
            if (answer != null) {
                items.addAll(AgendaItem.proposed(Minutes.items(reading, answer, "additions"), answer));
            }
            items.addAll(dropped(agenda, items));
            return items;
        }

        private Optional<Turn> answer(Turn agenda) {
            return reading.turns("MTH").reversed().stream()
                    .filter(turn -> turn.refs().contains(agenda.place()))
                    .findFirst();
        }

        private AgendaItem answered(AgendaItem item, Turn answer) {
            List<Optional<String>> answers = reading.value(answer, "items", Value.Answers.class)
                    .map(Value.Answers::answers)
                    .orElse(List.of());
            @Nullable
            String words = item.number() <= answers.size()
                    ? answers.get(item.number() - 1).orElse(null)
                    : null;
            boolean whole = reading.code(answer, "agenda")
                    .filter(code -> !code.equals("changed"))
                    .isPresent();
            AgendaItem.State state = words == null
                    ? AgendaItem.State.DECLINED
                    : whole ? AgendaItem.State.AGREED : AgendaItem.State.ANSWERED;
            return new AgendaItem(item.number(), item.text(), item.by(), state, words, answer);
        }

        /// What was proposed before this agenda, by either side, and is not in it.
        private List<AgendaItem> dropped(Turn agenda, List<AgendaItem> now) {
            var kept = new TreeSet<String>();
            now.forEach(item -> kept.add(item.text().strip()));
            var dropped = new ArrayList<AgendaItem>();
            for (Turn turn : reading.turns("MTG", "MTH")) {
                if (turn.compareTo(agenda) < 0) {
                    String field = turn.code().equals("MTG") ? "items" : "additions";
                    AgendaItem.proposed(Minutes.items(reading, turn, field), turn).stream()
                            .filter(item -> kept.add(item.text().strip()))
                            .map(item -> item.as(AgendaItem.State.DROPPED))
                            .forEach(dropped::add);
                }
            }
            dropped.sort(Comparator.comparing(AgendaItem::by).reversed());
            return dropped.subList(0, Math.min(MOST_DROPPED, dropped.size()));
        }
    }
}
