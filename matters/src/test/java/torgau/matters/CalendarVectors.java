package torgau.matters;

import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import torgau.catalogue.value.Times;
import torgau.catalogue.value.Value;
import torgau.journal.Act;
import torgau.journal.Entry;

/// What docs/spec/vectors/calendar.json says.
final class CalendarVectors {
    static final Path FILE = Path.of("../docs/spec/vectors/calendar.json");

    private CalendarVectors() {}

    /// A journal, and a time at which the calendar is looked at.
    record Case(String about, Scene scene, String at) {
        long now() {
            return Instant.parse(at).toEpochMilli();
        }

        List<CalendarItem> items(List<Entry> arrival) {
            var book = new Book(Scene.EDITIONS, scene.roster(), _ -> Optional.empty(), Integer.MAX_VALUE);
            arrival.forEach(book::add);
            return book.calendar(1, now());
        }
    }

    static List<Case> cases() {
        return List.of(
                new Case("Founded 27 days before a day: the next is a year later.", founded(), "2026-12-20T00:00:00Z"),
                new Case("BLUE alone was heard of.", half(), "2027-05-01T00:00:00Z"),
                new Case("Nothing to report, said in time; of the other no report.", nil(), "2027-05-01T00:00:00Z"),
                new Case(
                        "Data; a correction of the period; a report that was withdrawn.",
                        data(),
                        "2027-12-20T00:00:00Z"),
                new Case("Suspended on the day.", suspended(), "2027-05-01T00:00:00Z"),
                new Case("After many years the last three, and the next.", founded(), "2040-04-01T00:00:00Z"));
    }

    private static Scene half() {
        var scene = new Scene();
        scene.seen(Scene.BLUE);
        scene.tellAll();
        scene.seen(Scene.RED);
        return scene;
    }

    private static Scene founded() {
        var scene = half();
        scene.tellAll();
        scene.seen(Scene.BLUE);
        return scene;
    }

    private static Scene nil() {
        var scene = founded();
        report(scene, Scene.BLUE, "NR", "holdings", "010000ZJAN27..312359ZDEC27");
        return scene;
    }

    private static Scene data() {
        var scene = founded();
        Entry wrong = report(scene, Scene.RED, "NRD", "forces", "010000ZJAN27..010000ZJAN28");
        var row = new java.util.TreeMap<String, Value>();
        row.put("field", new Value.Name("period"));
        row.put("was", new Value.Words("010000ZJAN27..010000ZJAN28"));
        row.put("now", new Value.Words("010000ZJAN28..010000ZJAN29"));
        var said = new LinkedHashMap<String, Value>();
        said.put("message", new Value.Message(wrong.reference()));
        said.put("kind", new Value.Code("correct"));
        said.put("changes", new Value.Rows(List.of(row)));
        scene.file(Scene.RED, "NR", "CR", said, wrong.reference(), wrong.reference());
        Entry taken = report(scene, Scene.BLUE, "NR", "forces", "010000ZJAN28..312359ZDEC28");
        var back = new LinkedHashMap<String, Value>();
        back.put("message", new Value.Message(taken.reference()));
        back.put("kind", new Value.Code("withdrawn"));
        scene.file(Scene.BLUE, "NR", "WD", back, taken.reference(), taken.reference());
        return scene;
    }

    private static Scene suspended() {
        var scene = founded();
        var scope = new Act.Scope.Procedure("NR");
        scene.say(Scene.RED, new Act.Suspension(Scene.OFFICE, scope, "Decision 7", 0, null, List.of()), null);
        return scene;
    }

    private static Entry report(Scene scene, int station, String format, String category, String period) {
        var said = new LinkedHashMap<String, Value>();
        said.put("category", new Value.Code(category));
        said.put("period", Times.period(period).orElseThrow());
        return scene.file(station, "NR", format, said, null);
    }

    static String json() {
        String rules =
                "Calendar: docs/spec/08-matters.md, 8.10. The line has parties 1 (BLUE: stations 257 and 258) and 2"
                        + " (RED: 513), both states; the catalogue is that of this repository. Entries in total order, by the"
                        + " payload of each (part 2) and its height. What is awaited from party 1 or by it at the time `now`.";
        return MatterVectors.document(rules, cases().stream().map(CalendarVectors::json));
    }

    private static String json(Case one) {
        List<Entry> entries = one.scene().all.stream().sorted().toList();
        return "    {\"about\": " + MatterVectors.text(one.about()) + ",\n     \"entries\": [\n"
                + entries.stream().map(MatterVectors::entry).collect(Collectors.joining(",\n"))
                + "],\n     \"now\": " + one.now() + ", \"items\": [\n"
                + one.items(entries).stream().map(item -> item(item, one.now())).collect(Collectors.joining(",\n"))
                + "]}";
    }

    static String item(CalendarItem item, long now) {
        return "       {\"item\": "
                + MatterVectors.text(item.procedure().code() + "." + item.rule().name())
                + ", \"from\": " + item.party() + ", \"to\": " + item.creditor() + ", \"time\": " + item.due()
                + ", \"first\": \"" + item.occurrence().first() + "\", \"last\": \""
                + item.occurrence().last() + "\", "
                + switch (item.fate()) {
                    case CalendarItem.Fate.Done(Turn by, boolean nil) ->
                        "\"stands\": \"" + (nil ? "nil" : "done") + "\", \"by\": " + MatterVectors.place(by.place());
                    case CalendarItem.Fate.Suspended _ -> "\"stands\": \"suspended\"";
                    case CalendarItem.Fate.Open _ ->
                        "\"stands\": \"" + (item.due() <= now ? "no report" : item.begun(now) ? "awaited" : "to come")
                                + '"';
                }
                + "}";
    }
}
