package torgau.cli.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.LongSupplier;
import torgau.catalogue.Procedure;
import torgau.catalogue.value.FilingCodec;
import torgau.catalogue.value.Value;
import torgau.journal.Act;
import torgau.journal.Entry;
import torgau.journal.Label;
import torgau.journal.Reference;
import torgau.journal.agreement.Roster;
import torgau.matters.Book;
import torgau.matters.Turn;
import torgau.matters.plan.Balance;
import torgau.matters.plan.Clashes;
import torgau.matters.plan.Completion;
import torgau.matters.plan.Holidays;
import torgau.matters.plan.Persons;
import torgau.matters.plan.Plan;
import torgau.matters.plan.Steps;
import torgau.station.formats.Formats;
import torgau.station.formats.Library;

/// A year's plan beside a plain reading of the same entries.
final class BenchPlan {
    private static final int EVENTS = 500;
    private static final int OWNERS = 24;
    private static final int PLACES = 60;
    private static final int ROUNDS = 41;
    /// Rounds before those that count, as a station has run for a while.
    private static final int WARM_UP = 40;
    private static final long DAY = Duration.ofDays(1).toMillis();
    private static final long YEAR = 1_798_761_600_000L;
    /// What is filed of each event, by whom, and which entry of it is answered.
    private static final List<Turned> COURSE = List.of(
            new Turned(1, "WPA", 0),
            new Turned(1, "WPF", 1),
            new Turned(0, "WPA", 2),
            new Turned(1, "WPI", 1),
            new Turned(0, "WPG", 4),
            new Turned(1, "WPC", 5),
            new Turned(0, "WPK", 6),
            new Turned(0, "WPS", 0),
            new Turned(1, "WPS", 0));

    private final Roster roster;
    private final Library editions = new Library(Formats.builtIn());
    private final BenchCommand.Row row;
    private final LongSupplier nanos;
    private final Correspondence correspondence;
    private final Procedure procedure;
    private final Map<Reference, Entry> journal = new TreeMap<>();

    private record Turned(int side, String format, int answers) {}

    BenchPlan(BenchLine line, BenchCommand.Row row, LongSupplier nanos) {
        this.roster = line.roster();
        this.row = row;
        this.nanos = nanos;
        this.correspondence = new Correspondence(roster.line(), 1);
        this.procedure = correspondence.catalogue().catalogue().procedure("WP").orElseThrow();
    }

    void measure() {
        List<Entry> entries = year();
        entries.forEach(entry -> journal.put(entry.reference(), entry));
        var scans = new ArrayList<Long>();
        var opens = new ArrayList<Long>();
        var plans = new ArrayList<Long>();
        var clashes = new ArrayList<Long>();
        var rest = new ArrayList<Long>();
        int found = 0;
        int events = 0;
        for (int round = -WARM_UP; round < ROUNDS; round++) {
            scans.add(timed(() -> entries.forEach(Turn::of)));
            var book = new Book(editions, roster, place -> Optional.ofNullable(journal.get(place)), EVENTS);
            opens.add(timed(() -> {
                entries.forEach(book::add);
                book.outlines();
            }));
            var plan = new Plan[1];
            plans.add(timed(() -> plan[0] = Plan.of(book, correspondence.now())));
            var all = new Clashes[1];
            clashes.add(timed(() -> all[0] = Clashes.of(plan[0], Persons.UNKNOWN, Holidays.NONE)));
            rest.add(timed(() -> rest(plan[0])));
            events = plan[0].events().size();
            if (round < 0) {
                List.of(scans, opens, plans, clashes, rest).forEach(List::clear);
            }
            found = all[0].found().size();
        }
        double total = Median.of(opens) + Median.of(plans) + Median.of(clashes);
        row.add("events", "%,.0f", events);
        row.add("entries", "%,.0f", entries.size());
        row.add("clashes found", "%,.0f", found);
        row.add("plain reading of the entries, median", "%,.1f ms", Median.of(scans) / 1e6);
        row.add("opening: the fold of all matters", "%,.1f ms", Median.of(opens) / 1e6);
        row.add("the plan computed anew", "%,.1f ms", Median.of(plans) / 1e6);
        row.add("clashes", "%,.1f ms", Median.of(clashes) / 1e6);
        row.add("open, compute and find clashes (wanted: ≤ 200)", "%,.1f ms", total / 1e6);
        row.add("the same ÷ plain reading", "%,.1f", total / Median.of(scans));
        row.add("steps, balances and completion besides", "%,.1f ms", Median.of(rest) / 1e6);
    }

    private void rest(Plan plan) {
        var catalogue = correspondence.catalogue().catalogue();
        new Steps(catalogue::procedure, Holidays.NONE, correspondence.now()).of(plan.events());
        Balance.of(plan.events());
        Completion.of(plan.events(), correspondence.now());
    }

    private long timed(Runnable work) {
        long began = nanos.getAsLong();
        work.run();
        return nanos.getAsLong() - began;
    }

    /// Ten entries of each event, one event after the other.
    private List<Entry> year() {
        var entries = new ArrayList<Entry>();
        for (int number = 0; number < EVENTS; number++) {
            var of = new ArrayList<Reference>();
            Entry event = correspondence.said(0, act("WP", number, Optional.empty()));
            entries.add(event);
            of.add(event.reference());
            for (Turned turned : COURSE) {
                Reference answered = of.get(turned.answers());
                Entry entry = correspondence.said(
                        turned.side(),
                        act(turned.format(), number, Optional.of(answered)),
                        event.reference(),
                        answered);
                entries.add(entry);
                of.add(entry.reference());
            }
        }
        return entries;
    }

    private Act act(String format, int number, Optional<Reference> answered) {
        var values = correspondence.values(procedure, format);
        values.replace("owner", new Value.Office("Chief " + number % OWNERS, "Command"));
        values.replace("place", new Value.Name("Place " + number % PLACES));
        values.replace("number", new Value.Name("OPS-" + number));
        values.replace("status", new Value.Code("confirmed"));
        answered.ifPresent(place -> values.replace("answered", new Value.Message(place)));
        long begin = YEAR + number * 365L / EVENTS * DAY;
        values.replace("dates", new Value.Period(begin, begin + 3 * DAY));
        return new Act.Notification(
                Correspondence.OFFICE,
                new Act.Form("WP", 1, format),
                Label.PARTIES_ONLY,
                "",
                "en",
                FilingCodec.encode(values));
    }
}
