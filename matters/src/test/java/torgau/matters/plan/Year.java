package torgau.matters.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import torgau.catalogue.value.Times;
import torgau.catalogue.value.Value;
import torgau.journal.Act;
import torgau.journal.Entry;
import torgau.journal.Feed;
import torgau.journal.Reference;
import torgau.matters.Book;
import torgau.matters.Scene;

/// A year's plan between BLUE (two stations) and RED, written as offices write it.
final class Year {
    static final int BLUE = 1;
    static final int RED = 2;
    static final String JUNE = "010000ZJUN27..150000ZJUN27";
    static final String FIXED = "080600ZJUN27..111800ZJUN27";

    /// In place of a value: the field is left out.
    static final Value NONE = new Value.Words("left out");

    final Scene scene = new Scene();

    static Value.Office office(String title) {
        return new Value.Office(title, "Command of " + title);
    }

    static Value period(String written) {
        return Times.period(written).orElseThrow();
    }

    static long at(String group) {
        return Times.instant(group).orElseThrow();
    }

    static Map<String, Value> fields(Object... pairs) {
        var fields = new LinkedHashMap<String, Value>();
        for (int i = 0; i < pairs.length; i += 2) {
            fields.put((String) pairs[i], (Value) pairs[i + 1]);
        }
        return fields;
    }

    static Value code(String code) {
        return new Value.Code(code);
    }

    static Value name(String name) {
        return new Value.Name(name);
    }

    /// An event of its own: each has another number, place and owner unless they are given.
    Entry proposed(int station, Object... pairs) {
        int count = scene.all.size();
        var fields = fields(
                "number", name("N-" + count),
                "place", name("Place " + count),
                "owner", office("Chief " + count),
                "counterpart", office("Counterpart " + count));
        fields.putAll(fields(pairs));
        return say(station, "WP", fields, null);
    }

    private Entry say(
            int station, String format, Map<String, Value> fields, @Nullable Reference matter, Reference... refs) {
        var values = Scene.values("WP", format, refs);
        values.putAll(fields);
        values.values().removeIf(NONE::equals);
        return said(scene.say(station, Scene.notification("WP", 1, format, values), matter, refs));
    }

    Entry file(int station, String format, Entry event, Entry of, Object... pairs) {
        var fields = new LinkedHashMap<>(fields(pairs));
        if (format.equals("WPA")) {
            fields.putIfAbsent("owner", office("Owner " + event.reference()));
            fields.putIfAbsent("number", name("N " + event.reference()));
        } else if (List.of("WPI", "WPF").contains(format)) {
            fields.putIfAbsent("place", name("Place of " + event.reference()));
        }
        return say(station, format, fields, event.reference(), of.reference());
    }

    /// Proposed by BLUE and agreed by RED on the same terms.
    Entry agreed(Object... pairs) {
        Entry event = proposed(Scene.BLUE, pairs);
        var same = new LinkedHashMap<>(fields(pairs));
        same.keySet().retainAll(List.of("dates", "precision", "host", "level"));
        var terms = same.entrySet().stream()
                .flatMap(each -> List.<Object>of(each.getKey(), each.getValue()).stream())
                .toArray();
        file(Scene.RED, "WPA", event, event, terms);
        return event;
    }

    private Entry said(Entry entry) {
        scene.tellAll();
        return entry;
    }

    void suspend(int station, Act.Scope scope) {
        said(scene.say(station, suspension(scope), null));
    }

    static Act.Suspension suspension(Act.Scope scope) {
        return new Act.Suspension(Scene.OFFICE, scope, "Joint staff", 0, null, List.of());
    }

    Book book() {
        return book(scene.all.stream().sorted().toList());
    }

    Book book(List<Entry> entries) {
        var journal = new TreeMap<Reference, Entry>();
        entries.forEach(entry -> journal.put(entry.reference(), entry));
        var book = new Book(Scene.EDITIONS, scene.roster(), place -> Optional.ofNullable(journal.get(place)), 2_000);
        entries.forEach(book::add);
        return book;
    }

    /// An order in which a journal could admit these entries: each after all that it has seen.
    static List<Entry> arrival(List<Entry> entries, int seed) {
        var random = new Random(seed);
        var left = new ArrayList<>(entries);
        var held = new TreeMap<Feed, Long>();
        var order = new ArrayList<Entry>();
        while (!left.isEmpty()) {
            List<Entry> ready = left.stream()
                    .filter(entry -> entry.payload().sequence()
                                    == held.getOrDefault(entry.payload().feed(), 0L) + 1
                            && entry.payload().seen().stream()
                                    .allMatch(mark -> mark.sequence() <= held.getOrDefault(mark.feed(), 0L)))
                    .toList();
            Entry next = ready.get(random.nextInt(ready.size()));
            order.add(next);
            left.remove(next);
            held.put(next.payload().feed(), next.payload().sequence());
        }
        return order;
    }

    Plan plan() {
        return Plan.of(book(), scene.now);
    }

    Event event(Entry opening) {
        return plan().event(opening.reference()).orElseThrow();
    }

    /// How both sides say that it stands.
    String status(Entry opening) {
        Event event = event(opening);
        return word(event, BLUE) + " | " + word(event, RED);
    }

    private static String word(Event event, int party) {
        Side side = event.side(party).orElseThrow();
        Word word = side.word();
        String said = word == null ? "-" : word.status().word();
        return side.suspended().isEmpty() ? said : said + " (suspended)";
    }
}
