package torgau.matters;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import torgau.catalogue.value.Value;
import torgau.journal.Act;
import torgau.journal.Digest;
import torgau.journal.Entry;
import torgau.journal.PayloadCodec;
import torgau.journal.Reference;
import torgau.journal.Text;

/// Makes docs/spec/vectors/matters.json: `java … torgau.matters.MatterVectors FILE` in the folder of
/// this module.
public final class MatterVectors {
    static final Path FILE = Path.of("../docs/spec/vectors/matters.json");

    private MatterVectors() {}

    public static void main(String[] arguments) throws IOException {
        Files.writeString(Path.of(arguments[0]), json());
    }

    /// A journal, and the matter of it that is looked at.
    record Case(String about, Scene scene, Entry opening) {
        Matter matter() {
            return scene.fold(opening.reference());
        }
    }

    static List<Case> cases() {
        return List.of(
                answered(),
                crossed(),
                overtakenAfterwards(),
                notPermitted(),
                suspended(),
                clamped(),
                extended(),
                restarted(),
                cancelled(),
                withheld(),
                free(),
                rows(),
                host(),
                left(),
                late(true),
                late(false));
    }

    private static Case rows() {
        var scene = new Scene();
        Entry asked = scene.file(Scene.BLUE, "AC", "AC", null);
        scene.tellAll();
        for (List<Long> numbers : List.of(List.of(7L), List.of(1L, 1L), List.of(1L, 9L))) {
            var rows = numbers.stream()
                    .map(number -> new TreeMap<String, Value>(
                            Map.of("number", new Value.Count(number, number), "answer", new Value.Code("issued"))))
                    .toList();
            scene.file(
                    Scene.RED,
                    "AC",
                    "ACP",
                    Map.of("passes", new Value.Rows(List.copyOf(rows))),
                    asked.reference(),
                    asked.reference());
        }
        return new Case("Rows that cite nothing and a number that is there twice are void.", scene, asked);
    }

    private static Case host() {
        var scene = new Scene();
        Entry event = scene.file(Scene.BLUE, "WP", "WP", Map.of("host", new Value.Code("other")), null);
        scene.tellAll();
        Map<String, Value> both = Map.of("host", new Value.Code("both"));
        Entry agreed = scene.file(Scene.RED, "WP", "WPA", both, event.reference(), event.reference());
        scene.tellAll();
        Entry invited = scene.file(Scene.BLUE, "WP", "WPI", event.reference(), agreed.reference());
        scene.tellAll();
        scene.file(Scene.RED, "WP", "WPG", event.reference(), invited.reference());
        return new Case("The host is whom the newest word names: both, so the one that did not ask.", scene, event);
    }

    private static Case left() {
        var scene = new Scene();
        Entry asked = scene.file(Scene.BLUE, "AC", "AC", null);
        scene.tellAll();
        for (List<String> answers :
                List.of(List.of("later", "later"), List.of("later"), List.of("issued"), List.of("later", "refused"))) {
            var rows = new ArrayList<NavigableMap<String, Value>>();
            long number = 1;
            for (String answer : answers) {
                rows.add(new TreeMap<>(
                        Map.of("number", new Value.Count(number, number), "answer", new Value.Code(answer))));
                number = 9;
            }
            scene.file(
                    Scene.RED,
                    "AC",
                    "ACP",
                    Map.of("passes", new Value.Rows(List.copyOf(rows))),
                    asked.reference(),
                    asked.reference());
        }
        return new Case(
                "Of two passes the answer comes later: each is awaited by its number; later once more begins nothing,"
                        + " and what is taken back begins anew.",
                scene,
                asked);
    }

    /// @param back whether it was filed as back
    private static Case late(boolean back) {
        var scene = new Scene();
        Entry trip = scene.file(Scene.BLUE, "AC", "ACT", null);
        Map<String, Value> status = Map.of("status", new Value.Code(back ? "back" : "late"));
        Entry word = scene.file(Scene.BLUE, "AC", "ACB", status, trip.reference(), trip.reference());
        var change = new TreeMap<String, Value>(Map.of(
                "field", new Value.Name("status"),
                "was", new Value.Words(back ? "back" : "late"),
                "now", new Value.Words(back ? "late" : "back")));
        var changed = new LinkedHashMap<String, Value>();
        changed.put("kind", new Value.Code("correct"));
        changed.put("changes", new Value.Rows(List.of(change)));
        scene.file(Scene.BLUE, "AC", "CR", changed, trip.reference(), word.reference());
        return new Case(
                back
                        ? "What was filed as back is corrected to late: the party is awaited from then on."
                        : "What was filed as late is corrected to back: the party is awaited no longer.",
                scene,
                trip);
    }

    private static Case answered() {
        var scene = new Scene();
        Entry asked = asked(scene);
        scene.seen(Scene.RED);
        scene.acknowledge(Scene.RED, asked.reference(), asked.reference());
        scene.now += Duration.ofHours(3).toMillis();
        file(scene, Scene.RED, "UR", asked);
        scene.tellAll();
        scene.seen(Scene.BLUE);
        return new Case("A request is received, acknowledged and answered.", scene, asked);
    }

    private static Entry asked(Scene scene) {
        Entry asked = scene.file(Scene.BLUE, "UA", "UA", null);
        scene.tellAll();
        return asked;
    }

    private static Entry file(Scene scene, int station, String format, Entry asked) {
        return scene.file(station, "UA", format, asked.reference(), asked.reference());
    }

    private static Case crossed() {
        var scene = new Scene();
        Entry asked = asked(scene);
        file(scene, Scene.RED, "UR", asked);
        file(scene, Scene.BLUE, "WD", asked);
        scene.tellAll();
        return new Case(
                "A reply and a withdrawal that did not know of each other: the table gives the withdrawal.",
                scene,
                asked);
    }

    private static Case overtakenAfterwards() {
        var scene = new Scene();
        Entry asked = asked(scene);
        file(scene, Scene.RED, "UI", asked);
        file(scene, Scene.RED, "UR", asked);
        for (int i = 0; i < 3; i++) {
            scene.seen(Scene.BLUE); // so that what follows is higher than both
        }
        file(scene, Scene.BLUE, "UC", asked);
        scene.tellAll();
        scene.seen(Scene.BLUE);
        return new Case("Two moves are overtaken by a third that comes later in the total order.", scene, asked);
    }

    private static Case notPermitted() {
        var scene = new Scene();
        Entry asked = asked(scene);
        file(scene, Scene.BLUE, "UR", asked);
        scene.acknowledge(Scene.BLUE, asked.reference(), asked.reference());
        file(scene, Scene.BLUE, "UC", asked);
        scene.tellAll();
        file(scene, Scene.RED, "UR", asked);
        scene.file(Scene.RED, "IQ", "IQ", asked.reference(), asked.reference());
        scene.tellAll();
        return new Case(
                "Not its role, not its own to acknowledge, not in this state, another procedure: void.", scene, asked);
    }

    private static Case suspended() {
        var scene = new Scene();
        Entry asked = asked(scene);
        var scope = new Act.Scope.Procedure("UA");
        scene.say(Scene.BLUE, new Act.Suspension(Scene.OFFICE, scope, "Decision 7", 0, null, List.of()), null);
        file(scene, Scene.RED, "UI", asked);
        scene.tellAll();
        file(scene, Scene.RED, "UR", asked);
        return new Case(
                "What was made before its author knew of a suspension stands; what was made after is void.",
                scene,
                asked);
    }

    private static Case clamped() {
        var scene = new Scene();
        Entry asked = asked(scene);
        long said = scene.now;
        scene.now = Scene.START + Duration.ofDays(30).toMillis();
        scene.seen(Scene.RED);
        scene.tellAll();
        scene.now = said + Duration.ofMinutes(2).toMillis();
        scene.seen(Scene.BLUE);
        return new Case("A receiver's clock is a month ahead: the asker's own time bounds the receipt.", scene, asked);
    }

    private static Case extended() {
        var scene = new Scene();
        Entry asked = asked(scene);
        scene.seen(Scene.RED);
        scene.tellAll();
        var more = new LinkedHashMap<String, Value>();
        more.put("message", new Value.Message(asked.reference()));
        more.put("awaited", new Value.Code("answer"));
        more.put("until", new Value.Instant(Scene.START + Duration.ofDays(5).toMillis()));
        scene.file(Scene.BLUE, "UA", "EX", more, asked.reference(), asked.reference());
        return new Case("The asker grants more time.", scene, asked);
    }

    private static Case restarted() {
        var scene = new Scene();
        Entry asked = asked(scene);
        scene.seen(Scene.RED);
        scene.tellAll();
        scene.now += Duration.ofHours(40).toMillis();
        scene.file(Scene.BLUE, "UA", "CR", change("correct"), asked.reference(), asked.reference());
        scene.tellAll();
        scene.seen(Scene.RED);
        scene.tellAll();
        scene.seen(Scene.BLUE);
        return new Case("The asker corrects what was asked: the time for the reply runs anew.", scene, asked);
    }

    private static Map<String, Value> change(String kind) {
        var changed = new LinkedHashMap<String, Value>();
        changed.put("kind", new Value.Code(kind));
        if (kind.equals("correct")) {
            var row = new TreeMap<String, Value>();
            row.put("field", new Value.Name("questions"));
            row.put("was", new Value.Words("What is the purpose?"));
            row.put("now", new Value.Words("What is the purpose, and when does it end?"));
            changed.put("changes", new Value.Rows(List.of(row)));
        }
        return changed;
    }

    private static Case cancelled() {
        var scene = new Scene();
        Entry asked = asked(scene);
        scene.seen(Scene.RED);
        scene.tellAll();
        scene.file(Scene.BLUE, "UA", "CR", change("cancel"), asked.reference(), asked.reference());
        return new Case(
                "The asker takes the request back by a correction: nothing more is awaited under it.", scene, asked);
    }

    private static Case withheld() {
        var scene = new Scene();
        Entry asked = scene.file(Scene.BLUE, "UA", "UA", null);
        var sent = new Act.Passage.Sent(new Text("en", "The river."));
        Entry test = scene.say(Scene.BLUE, new Act.LinkTest(sent), null);
        var back = new Act.Passage.Returned(new Digest(1, 2, 3, 4), scene.now);
        scene.say(Scene.RED, new Act.LinkTest(back), null, test.reference());
        scene.now += Duration.ofHours(3).toMillis();
        scene.seen(Scene.RED);
        return new Case(
                "A test is returned, and for two intervals what came before it is not said to be seen.", scene, asked);
    }

    private static Case free() {
        var scene = new Scene();
        Entry said = scene.message(Scene.BLUE, null);
        scene.tellAll();
        scene.message(Scene.RED, said.reference(), said.reference());
        scene.tellAll();
        scene.acknowledge(Scene.BLUE_TOO, said.reference(), scene.all.getLast().reference());
        return new Case("Free words: no procedure, no state, an acknowledgement by precedence.", scene, said);
    }

    static String json() {
        String rules =
                "Matters: docs/spec/08-matters.md. The line has parties 1 (BLUE: stations 257 and 258) and 2 (RED:"
                        + " 513), acknowledgements within 10, 30, 180 and 360 minutes, a link test every 60; the catalogue is"
                        + " that of this repository. Entries in total order, by the payload of each (part 2) and its height;"
                        + " times in milliseconds. What is awaited is given without suspensions' standstill.";
        return document(rules, cases().stream().map(MatterVectors::json));
    }

    /// A file of vectors.
    static String document(String rules, Stream<String> cases) {
        return "{\n  \"about\": " + text(rules) + ",\n  \"cases\": [\n" + cases.collect(Collectors.joining(",\n"))
                + "\n  ]\n}\n";
    }

    private static String json(Case one) {
        Matter matter = one.matter();
        return "    {\"about\": " + text(one.about()) + ",\n     \"entries\": [\n"
                + one.scene().all.stream().sorted().map(MatterVectors::entry).collect(Collectors.joining(",\n"))
                + "],\n     \"matter\": " + place(matter.id()) + ", \"state\": " + text(matter.state())
                + ",\n     \"steps\": [\n"
                + matter.steps().stream().map(MatterVectors::step).collect(Collectors.joining(",\n"))
                + "],\n     \"awaited\": [\n"
                + matter.awaited().stream().map(MatterVectors::awaited).collect(Collectors.joining(",\n"))
                + "]}";
    }

    static String entry(Entry entry) {
        return "       {\"place\": " + place(entry.reference()) + ", \"height\": " + entry.height() + ", \"payload\": "
                + text(HexFormat.of().formatHex(PayloadCodec.encode(entry.payload()))) + "}";
    }

    private static String step(Step step) {
        return "       {\"entry\": " + place(step.turn().place()) + ", \"outcome\": "
                + switch (step.outcome()) {
                    case Outcome.Moved(String _, String to) -> "\"moved\", \"to\": " + text(to);
                    case Outcome.Noted _ -> "\"noted\"";
                    case Outcome.Foreign _ -> "\"unknown_format\"";
                    case Outcome.Crossed(Reference by) -> "\"crossed\", \"by\": " + place(by);
                    case Outcome.Voided voided ->
                        "\"void\", \"code\": " + text(voided.code().code());
                }
                + "}";
    }

    private static String awaited(Awaited item) {
        var parts = new ArrayList<String>();
        parts.add("\"clock\": " + text(item.clock().name()));
        parts.add("\"demand\": " + place(item.demand().place()));
        parts.add("\"from\": " + item.party());
        if (item.row() != null) {
            parts.add("\"row\": " + item.row());
        }
        Receipt receipt = item.receipt();
        if (receipt != null) {
            parts.add("\"received\": " + receipt.time());
            parts.add("\"claimed\": " + receipt.claimed());
            parts.add("\"proof\": " + place(receipt.by().order().place()));
            parts.add("\"withheld\": " + receipt.withheld());
        }
        @Nullable Long due = item.due(_ -> 0);
        if (due != null) {
            parts.add("\"requested_by\": " + due);
        }
        parts.add("\"fate\": "
                + switch (item.fate()) {
                    case Awaited.Fate.Open _ -> "\"open\"";
                    case Awaited.Fate.Done(Turn by) -> "\"done\", \"by\": " + place(by.place());
                    case Awaited.Fate.Ended(Turn by) -> "\"ended\", \"by\": " + place(by.place());
                });
        return "       {" + String.join(", ", parts) + "}";
    }

    static String place(Reference place) {
        return text(place.toString());
    }

    static String text(String words) {
        return '"' + words.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
