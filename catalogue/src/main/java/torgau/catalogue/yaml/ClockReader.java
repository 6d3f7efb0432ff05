package torgau.catalogue.yaml;

import java.time.Duration;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import torgau.catalogue.Clock;
import torgau.catalogue.FieldOf;
import torgau.journal.Code;

/// Reads what is awaited: clocks, lead times, and until when something stands.
final class ClockReader {
    private static final String MARK_ONLY = "mark_only";
    private static final String NOTHING = "nothing";
    private static final String EVENT = "event:";

    private ClockReader() {}

    /// @param runsSuspended what holds where a clock does not say
    static Clock clock(String name, Tree tree, boolean runsSuspended) {
        tree.only(
                "kind",
                "on",
                "where",
                "for_each",
                "by",
                "done_by",
                "ended_by",
                "within",
                "from",
                "basis",
                "restart_on_change_of",
                "extended_by",
                "suspended",
                "warn_own_watch",
                "lapse",
                "sends");
        String on = tree.at("on").text();
        return new Clock(
                name,
                tree.at("kind").oneOf(Clock.Kind.values(), Clock.Kind.ANSWER),
                on,
                new TreeMap<>(tree.maybe("where").each(Tree::text)),
                tree.at("by").text(),
                codes(tree.at("done_by")),
                codes(tree.maybe("ended_by")),
                tree.at("within").duration(tree.maybe("from").text().startsWith(EVENT)),
                from(tree.at("from"), on),
                tree.at("basis").text(),
                tree.maybe("restart_on_change_of").texts(),
                tree.maybe("extended_by").textIfGiven(),
                runs(tree.maybe("suspended"), runsSuspended),
                warnings(tree),
                lapse(tree),
                rows(tree));
    }

    /// The formats of a list in which one may be named with its table, as FORMAT.table.
    private static List<String> codes(Tree list) {
        return list.texts().stream()
                .map(name -> FieldOf.of(name).map(FieldOf::format).orElse(name))
                .distinct()
                .toList();
    }

    private static Clock.@Nullable Rows rows(Tree clock) {
        var joined = new TreeMap<String, String>();
        join(clock.at("done_by"), joined);
        join(clock.maybe("ended_by"), joined);
        Tree rows = clock.maybe("for_each");
        if (!rows.given()) {
            joined.forEach((format, table) -> clock.at("done_by")
                    .refuse("names rows of " + format + "." + table, "write `for_each`, or " + format));
            return null;
        }
        rows.only("row_of", "where");
        return new Clock.Rows(
                rows.at("row_of").text(), new TreeMap<>(rows.maybe("where").each(Tree::text)), joined);
    }

    /// A format does something either for all rows or for those of one table.
    private static void join(Tree list, NavigableMap<String, String> joined) {
        for (String name : list.texts()) {
            FieldOf.of(name).ifPresent(table -> {
                String other = joined.put(table.format(), table.field());
                if (other != null && !other.equals(table.field())) {
                    list.refuse("names two tables of " + table.format(), "name one of " + other + ", " + table.field());
                }
            });
        }
    }

    private static Clock.From from(Tree tree, String on) {
        String text = tree.text();
        if (text.startsWith(EVENT)) {
            return new Clock.From.Event(fieldOf(tree, text.substring(EVENT.length()), on));
        }
        if (!text.equals("proof_of_receipt")) {
            tree.refuse("is `" + text + "`", "write proof_of_receipt, or event:" + on + ".field");
        }
        return new Clock.From.Receipt();
    }

    /// How long before the end one's own watch is warned.
    static List<Duration> warnings(Tree tree) {
        return tree.maybe("warn_own_watch").items().stream()
                .map(each -> each.duration(false))
                .toList();
    }

    /// The field in a name like FORMAT.field.
    static String fieldOf(Tree tree, String text, String format) {
        if (!text.startsWith(format + ".")) {
            tree.refuse("is `" + text + "`", "name a field of " + format + " as " + format + ".field");
        }
        return text.substring(text.indexOf('.') + 1);
    }

    static boolean runs(Tree tree, boolean ifMissing) {
        String text = tree.given() ? tree.text() : ifMissing ? "run" : "stop";
        if (!text.equals("run") && !text.equals("stop")) {
            tree.refuse("is `" + text + "`", "write run or stop");
        }
        return text.equals("run");
    }

    /// What each role may file once the time is over. No lapse does anything by itself.
    private static NavigableMap<String, List<String>> lapse(Tree clock) {
        return new TreeMap<>(marksOnly(clock).maybe("may").each(Tree::texts));
    }

    /// The lapse of something awaited, which marks and neither moves nor sends anything.
    static Tree marksOnly(Tree awaited) {
        Tree lapse = awaited.at("lapse").only("effect", "may");
        nothingElse(lapse.at("effect"), MARK_ONLY);
        nothingElse(awaited.at("sends"), NOTHING);
        return lapse;
    }

    private static void nothingElse(Tree tree, String only) {
        if (tree.given() && !tree.text().equals(only)) {
            tree.note(
                    Code.CATALOGUE_CLOCK_ACTS,
                    "`" + tree.name() + "` is `" + tree.text() + "`",
                    "write " + only + ": nothing but a filed format changes a matter, and nothing is sent by itself");
        }
    }

    static Clock.LeadTime leadTime(Tree tree) {
        tree.only("of", "event", "at_least", "basis");
        String of = tree.at("of").text();
        Tree event = tree.at("event");
        return new Clock.LeadTime(
                of,
                fieldOf(event, event.text(), of),
                tree.at("at_least").duration(false),
                tree.at("basis").text());
    }

    static Clock.Standing standing(Tree tree) {
        tree.only("of", "until", "confirmed_by", "ended_by", "warn_own_watch");
        String of = tree.at("of").text();
        Tree until = tree.at("until");
        return new Clock.Standing(
                of,
                fieldOf(until, until.text(), of),
                tree.at("confirmed_by").texts(),
                tree.has("ended_by") ? tree.at("ended_by").texts() : List.of(),
                warnings(tree));
    }
}
