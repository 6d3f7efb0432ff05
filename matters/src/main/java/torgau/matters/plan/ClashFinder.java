package torgau.matters.plan;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import torgau.catalogue.value.Value;
import torgau.matters.plan.Sweep.Pair;
import torgau.matters.plan.Sweep.Planned;

/// Looks through one plan.
final class ClashFinder {
    private static final List<String> WITHIN = List.of("RV", "MA", "SE");
    private static final int MOST_DAYS = 8;

    private final List<Planned> planned;
    private final List<Event> events;
    private final List<Clash> found = new ArrayList<>();
    private boolean complete = true;

    ClashFinder(Plan plan) {
        this.events = plan.events().stream()
                .filter(event -> event.open() || event.held())
                .toList();
        this.planned = new ArrayList<>();
        for (Event event : plan.events()) {
            When now = event.dates().now();
            if (event.open() && now != null) {
                planned.add(new Planned(planned.size(), event, now, Likeness.of(event)));
            }
        }
    }

    /// By kind, and then in the order in which they were found.
    List<Clash> found() {
        found.sort(Comparator.comparing(Clash::kind));
        return found;
    }

    boolean complete() {
        return complete;
    }

    private void sweep(BiConsumer<Planned, Sweep> keys, BiPredicate<Planned, Planned> wanted, Consumer<Pair> into) {
        var sweep = new Sweep(planned.size());
        planned.forEach(each -> keys.accept(each, sweep));
        sweep.pairs(wanted).forEach(into);
        complete &= sweep.complete();
    }

    void alike() {
        sweep(
                (each, sweep) -> byPlace(each, sweep, each.likeness().kind() + Likeness.APART),
                (one, other) -> one.likeness().twice(other.likeness()),
                pair -> {
                    boolean plans = pair.one().likeness().otherPlan(pair.other().likeness());
                    add(plans ? Clash.Kind.TWO_PLANS : Clash.Kind.DOUBLE, pair, 0, place(pair));
                });
    }

    /// A place that can be spelt in several ways stands under each of them.
    private static void byPlace(Planned each, Sweep sweep, String kind) {
        each.likeness().places().forEach(place -> sweep.addOnce(kind + place, each));
    }

    void places() {
        sweep(
                (each, sweep) -> byPlace(each, sweep, ""),
                (one, other) -> !one.likeness().twice(other.likeness()),
                pair -> add(Clash.Kind.PLACE, pair, 0, place(pair)));
    }

    private static String place(Pair pair) {
        return Objects.toString(pair.one().event().what().place(), "");
    }

    void offices() {
        sweep(
                (each, sweep) -> each.event().sides().forEach(side -> {
                    if (side.owner() != null) {
                        sweep.add(key(side.party(), side.owner()), each);
                    }
                }),
                (_, _) -> true,
                pair -> add(Clash.Kind.OWNER, pair, party(pair.key()), name(pair)));
        sweep(
                (each, sweep) -> each.event().heads().forEach((party, head) -> sweep.add(key(party, head), each)),
                (_, _) -> true,
                pair -> add(Clash.Kind.HEAD, pair, party(pair.key()), head(pair)));
    }

    private static String key(int party, Value.Office office) {
        return party + Likeness.APART + What.folded(office.title()) + Likeness.APART + What.folded(office.capacity());
    }

    private static int party(String key) {
        return Integer.parseInt(key.substring(0, key.indexOf(Likeness.APART)));
    }

    private static String name(Pair pair) {
        return pair.one()
                .event()
                .side(party(pair.key()))
                .map(Side::owner)
                .map(ClashFinder::name)
                .orElse("");
    }

    private static String head(Pair pair) {
        Value.Office head = pair.one().event().heads().get(party(pair.key()));
        return head == null ? "" : name(head);
    }

    private static String name(Value.Office office) {
        return office.capacity().isEmpty() ? office.title() : office.title() + ", " + office.capacity();
    }

    void persons(Persons persons) {
        var names = new TreeMap<String, String>();
        sweep(
                (each, sweep) -> persons.of(each.event()).forEach(person -> {
                    String key = person.party() + Likeness.APART + person.key();
                    names.putIfAbsent(key, person.name());
                    sweep.add(key, each);
                }),
                (_, _) -> true,
                pair -> add(Clash.Kind.PERSON, pair, party(pair.key()), names.getOrDefault(pair.key(), "")));
    }

    private void add(Clash.Kind kind, Pair pair, int party, String what) {
        found.add(Clash.of(kind, pair.events(), pair.certain(), party, what));
    }

    /// Numbers are each side's own, within one plan.
    void numbers() {
        NavigableMap<String, List<Event>> numbered = new TreeMap<>();
        for (Event event : events) {
            String plan = What.folded(event.what().plan());
            event.sides().stream()
                    .filter(side -> !side.number().isEmpty())
                    .forEach(side -> numbered.computeIfAbsent(
                                    side.party() + Likeness.APART + plan + Likeness.APART + What.folded(side.number()),
                                    _ -> new ArrayList<>())
                            .add(event));
        }
        numbered.forEach((key, same) -> {
            if (same.size() > 1) {
                complete &= same.size() <= Sweep.MOST;
                int party = party(key);
                String number = same.getFirst().side(party).map(Side::number).orElse("");
                found.add(Clash.of(
                        Clash.Kind.NUMBER, same.stream().limit(Sweep.MOST).toList(), true, party, number));
            }
        });
    }

    void holidays(Holidays holidays) {
        planned.forEach(each -> holidays(each, holidays));
    }

    private void holidays(Planned each, Holidays holidays) {
        if (!each.when().exact()) {
            return;
        }
        for (Side side : each.event().sides()) {
            ZoneId zone = holidays.zone(side.party());
            var days = new TreeMap<LocalDate, NavigableMap<String, String>>();
            holidays.between(side.party(), each.when().first(zone), each.when().last(zone)).entrySet().stream()
                    .limit(MOST_DAYS)
                    .forEach(day -> days.put(day.getKey(), day.getValue()));
            if (!days.isEmpty()) {
                found.add(new Clash(Clash.Kind.HOLIDAY, List.of(each.event()), true, side.party(), "", days, null));
            }
        }
    }

    void outside() {
        planned.forEach(this::outside);
    }

    private void outside(Planned each) {
        each.event().related().stream()
                .filter(related -> WITHIN.contains(related.procedure()) && !related.ended())
                .filter(related -> related.when() != null && !related.when().within(each.when()))
                .forEach(related -> found.add(new Clash(
                        Clash.Kind.OUTSIDE,
                        List.of(each.event()),
                        each.when().exact(),
                        0,
                        related.procedure(),
                        new TreeMap<>(),
                        related)));
    }
}
