package torgau.matters;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import torgau.catalogue.Procedure;
import torgau.journal.Entry;
import torgau.journal.Feed;
import torgau.journal.Payload;
import torgau.journal.Reference;
import torgau.journal.SeenMark;

/// Every procedure of the catalogue is used at random by three stations that hear of each other at
/// random, and what they wrote is folded in many orders of arrival: each gives one result, the same as
/// the total order gives.
class AnyOrderTest {
    private static final int ENTRIES = 24;
    private static final int ORDERS = 6;
    private static final int SEEDS = 3;
    private static final List<Integer> STATIONS = List.of(Scene.BLUE, Scene.BLUE_TOO, Scene.RED);

    static List<String> procedures() {
        return List.copyOf(Scene.READ.catalogue().procedures().keySet());
    }

    @ParameterizedTest
    @MethodSource("procedures")
    void the_order_of_arrival_never_decides(String code) {
        for (int seed = 0; seed < SEEDS; seed++) {
            var random = new Random(seed * 7_919L + code.hashCode());
            var scene = new Scene();
            Reference id = traffic(scene, Scene.READ.catalogue().procedure(code).orElseThrow(), random);
            String inOrder = description(scene.fold(id));
            for (int order = 0; order < ORDERS; order++) {
                List<Entry> shuffled = arrival(scene.all, random);
                assertThat(description(scene.fold(shuffled, id)))
                        .as(code + " seed " + seed + " order " + order)
                        .isEqualTo(inOrder);
                assertThat(description(inParts(scene, shuffled, id, random)))
                        .as(code + " seed " + seed + " order " + order + " in parts")
                        .isEqualTo(inOrder);
            }
        }
    }

    /// As a station folds that is asked now and then: each time all that has come since, in any order.
    private static Matter inParts(Scene scene, List<Entry> arrival, Reference id, Random random) {
        var book = new Book(Scene.EDITIONS, scene.roster(), _ -> Optional.empty(), 1);
        for (Entry entry : arrival) {
            book.add(entry);
            if (random.nextInt(5) == 0) {
                book.awaited(scene.now);
            }
        }
        return book.matter(id).orElseThrow();
    }

    /// Each station files what it may by all that it holds, now and then something that it may not, and
    /// hears of others now and then.
    static Reference traffic(Scene scene, Procedure procedure, Random random) {
        String start = procedure.lifecycle().start().keySet().iterator().next();
        boolean byRed = random.nextBoolean();
        Entry opening = scene.file(byRed ? Scene.RED : Scene.BLUE, procedure.code(), start, null);
        Reference id = opening.reference();
        scene.tellAll();
        for (int i = 0; i < ENTRIES; i++) {
            int station = STATIONS.get(random.nextInt(3));
            scene.now += random.nextInt(3_600_000);
            act(scene, procedure, id, station, random);
            if (random.nextInt(3) > 0) {
                scene.tell(STATIONS.get(random.nextInt(3)), STATIONS.get(random.nextInt(3)));
            }
        }
        scene.tellAll();
        STATIONS.forEach(scene::seen);
        return id;
    }

    private static void act(Scene scene, Procedure procedure, Reference id, int station, Random random) {
        Matter view = scene.fold(scene.heldBy(station), id);
        List<Reference> steps =
                view.steps().stream().map(step -> step.turn().place()).toList();
        Reference some = steps.get(random.nextInt(steps.size()));
        List<Matter.Next> next = view.next(station >>> 8);
        switch (random.nextInt(7)) {
            case 0 -> scene.seen(station);
            case 1 -> scene.acknowledge(station, id, some);
            case 2 -> scene.translate(station, id, random.nextBoolean() ? "concern" : "questions[1]", some);
            case 3 -> {
                var codes = List.copyOf(procedure.formats().keySet());
                file(scene, procedure, codes.get(random.nextInt(codes.size())), id, station, some);
            }
            default -> {
                if (!next.isEmpty()) {
                    var format = next.get(random.nextInt(next.size())).format();
                    Reference fit = view.steps().stream()
                            .filter(step -> step.canBeFollowed(format, station >>> 8))
                            .map(step -> step.turn().place())
                            .reduce((earlier, later) -> random.nextBoolean() ? earlier : later)
                            .orElse(some);
                    file(scene, procedure, format.code(), id, station, fit);
                }
            }
        }
    }

    private static void file(Scene scene, Procedure procedure, String code, Reference id, int station, Reference of) {
        if (procedure.format(code).map(format -> format.stage() == null).orElse(true)) {
            scene.file(station, procedure.code(), code, id, of);
        }
    }

    /// An order in which a journal could admit these entries: each after all that it has seen.
    static List<Entry> arrival(List<Entry> entries, Random random) {
        var left = new ArrayList<>(entries);
        var held = new TreeMap<Feed, Long>();
        var order = new ArrayList<Entry>();
        while (!left.isEmpty()) {
            List<Entry> ready =
                    left.stream().filter(entry -> ready(entry.payload(), held)).toList();
            Entry next = ready.get(random.nextInt(ready.size()));
            order.add(next);
            left.remove(next);
            held.put(next.payload().feed(), next.payload().sequence());
        }
        return order;
    }

    private static boolean ready(Payload payload, Map<Feed, Long> held) {
        return payload.sequence() == held.getOrDefault(payload.feed(), 0L) + 1
                && payload.seen().stream()
                        .allMatch((SeenMark mark) -> mark.sequence() <= held.getOrDefault(mark.feed(), 0L));
    }

    static String description(Matter matter) {
        var text = new StringBuilder(matter.state()).append('\n');
        matter.steps()
                .forEach(step -> text.append(step.turn().place())
                        .append(' ')
                        .append(step.turn().code())
                        .append(' ')
                        .append(step.outcome())
                        .append('\n'));
        var items = new TreeSet<String>();
        matter.awaited()
                .forEach(item -> items.add(item.clock().name() + " after "
                        + item.demand().place() + " from " + item.party() + " row " + item.row() + " due "
                        + item.due(_ -> 0) + " by "
                        + item.receipt() + " " + fate(item.fate())));
        items.forEach(item -> text.append(item).append('\n'));
        for (int party = 1; party <= 2; party++) {
            matter.next(party)
                    .forEach(next ->
                            text.append(next.format().code()).append(next.to()).append(' '));
        }
        return text.toString();
    }

    private static String fate(Awaited.Fate fate) {
        return switch (fate) {
            case Awaited.Fate.Open _ -> "open";
            case Awaited.Fate.Done(Turn by) -> "done " + by.place();
            case Awaited.Fate.Ended(Turn by) -> "ended " + by.place();
        };
    }

    /// The traffic is worth folding: among all of it there is every outcome.
    @org.junit.jupiter.api.Test
    void the_traffic_has_every_outcome_in_it() {
        var seen = new TreeSet<String>();
        for (String code : procedures()) {
            for (int seed = 0; seed < SEEDS; seed++) {
                var random = new Random(seed * 7_919L + code.hashCode());
                var scene = new Scene();
                Reference id =
                        traffic(scene, Scene.READ.catalogue().procedure(code).orElseThrow(), random);
                Matter matter = scene.fold(id);
                matter.steps()
                        .forEach(step -> seen.add(
                                step.outcome() instanceof Outcome.Voided barred
                                        ? barred.code().name()
                                        : step.outcome().getClass().getSimpleName()));
                matter.awaited().forEach(item -> seen.add(item.fate().getClass().getSimpleName()));
            }
        }
        assertThat(seen)
                .contains("Moved", "Noted", "Crossed", "Open", "Done", "Ended")
                .contains("NOT_IN_STATE", "NOT_ITS_ROLE", "MUST_FOLLOW", "NOT_CORRECTABLE", "NOT_OURS_TO_ACKNOWLEDGE");
    }
}
