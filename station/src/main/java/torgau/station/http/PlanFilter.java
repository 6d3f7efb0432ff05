package torgau.station.http;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import torgau.journal.Reference;
import torgau.matters.plan.Event;
import torgau.matters.plan.Plan;
import torgau.matters.plan.Side;
import torgau.matters.plan.When;

/// Which events of a plan are asked for.
record PlanFilter(Predicate<Event> wanted) {
    private static final Pattern DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final Comparator<Event> ORDER =
            Comparator.comparingLong(PlanFilter::begin).thenComparing(Event::id);

    /// Reads the parameters that narrow a plan; all of them hold together.
    static PlanFilter of(Query query, Names names) {
        Optional<String> plan = query.word("plan");
        Optional<String> track = query.word("track");
        Optional<String> office = query.word("office").map(PlanFilter::folded);
        Optional<String> state = query.word("state");
        Optional<Integer> party = query.party("party", names);
        long from = day(query, "from", LocalDate.EPOCH);
        long to = day(query, "to", LocalDate.of(9999, 12, 30)) + 86_400_000L;
        boolean dated = query.given("from", "to");
        return new PlanFilter(event -> is(plan, event.what().plan())
                && is(track, event.what().track())
                && is(state, event.state())
                && (party.isEmpty() || event.side(party.get()).isPresent())
                && (office.isEmpty() || owned(event, party, office.get()))
                && (!dated || lies(event, from, to)));
    }

    private static boolean is(Optional<String> wanted, String value) {
        return wanted.isEmpty() || wanted.get().equals(value);
    }

    /// Whether an office whose title or capacity has this in it is in charge: of the party, if one is
    /// named.
    private static boolean owned(Event event, Optional<Integer> party, String office) {
        return event.sides().stream()
                .filter(side -> party.isEmpty() || party.get() == side.party())
                .map(Side::owner)
                .anyMatch(owner -> owner != null
                        && (folded(owner.title()).contains(office)
                                || folded(owner.capacity()).contains(office)));
    }

    private static String folded(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    private static long day(Query query, String name, LocalDate otherwise) {
        try {
            Optional<String> word = query.word(name);
            if (word.isPresent() && !DAY.matcher(word.get()).matches()) {
                throw new DateTimeException(word.get());
            }
            LocalDate day = word.map(LocalDate::parse).orElse(otherwise);
            return day.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
        } catch (DateTimeException fault) {
            throw Refusal.malformed(name, name + " must be a day, as 2027-05-09");
        }
    }

    private static boolean lies(Event event, long from, long to) {
        When planned = event.dates().planned();
        return planned != null && planned.from() < to && from < planned.end();
    }

    private static long begin(Event event) {
        When planned = event.dates().planned();
        return planned == null ? Long.MAX_VALUE : planned.from();
    }

    /// Those events, the earliest first.
    Stream<Event> of(Plan plan) {
        return plan.events().stream().filter(wanted).sorted(ORDER);
    }

    Set<Reference> ids(Plan plan) {
        var ids = new TreeSet<Reference>();
        of(plan).forEach(event -> ids.add(event.id()));
        return ids;
    }
}
