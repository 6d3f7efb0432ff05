package torgau.matters.figures;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import torgau.journal.Reference;

/// Every number of a report, one a row, in a fixed order.
public final class Listing {
    private static final String ALL = "all";
    private static final String MONTH = "month";

    private final List<Figure> rows = new ArrayList<>();

    private Listing() {}

    /// All of them.
    public static List<Figure> of(Figures figures) {
        var listing = new Listing();
        figures.delays().forEach(listing::delay);
        figures.cadence().forEach(listing::cadence);
        figures.leads().forEach(listing::lead);
        figures.parties().keySet().forEach(party -> listing.kept(figures, party));
        listing.events(figures);
        listing.incidents(figures);
        figures.months().forEach(listing::tests);
        figures.said().forEach(listing::said);
        figures.review().forEach((figure, number) -> listing.count("review." + figure, 0, ALL, "", number, number));
        return List.copyOf(listing.rows);
    }

    private void count(String code, int party, String by, String key, long value, long of) {
        rows.add(new Figure(code, party, 0, by, key, Figure.Unit.COUNT, value, of, null));
    }

    private void time(String code, int party, String by, String key, long millis, long of, @Nullable Reference place) {
        rows.add(new Figure(code, party, 0, by, key, Figure.Unit.SECONDS, millis / 1_000, of, place));
    }

    private void delay(Delay delay) {
        String name = delay.key().kind().name().toLowerCase(Locale.ROOT);
        String by = delay.key().by().name().toLowerCase(Locale.ROOT);
        String key = delay.key().value();
        int party = delay.key().party();
        long all = delay.spread().count() + delay.open() + delay.ended();
        count(name + ".count", party, by, key, delay.spread().count(), all);
        spread(name, party, by, key, delay.spread());
        if (delay.key().kind() != Delay.Kind.RECEIPT) {
            count(name + ".open", party, by, key, delay.open(), all);
        }
    }

    private void spread(String name, int party, String by, String key, Spread spread) {
        if (spread.median() >= 0) {
            time(name + ".median", party, by, key, spread.median(), spread.count(), null);
            time(name + ".ninety", party, by, key, spread.ninety(), spread.count(), null);
        }
        String code = spread.median() >= 0 ? ".longest" : ".case";
        spread.cases().forEach(one -> time(name + code, party, by, key, one.millis(), spread.count(), one.place()));
    }

    private void cadence(Cadence pair) {
        String key = pair.office() + " – " + pair.otherOffice();
        offices("cadence.contacts", pair, key, Figure.Unit.COUNT, pair.contacts());
        offices("cadence.gap", pair, key, Figure.Unit.SECONDS, pair.longest() / 1_000);
    }

    private void offices(String code, Cadence pair, String key, Figure.Unit unit, long value) {
        rows.add(new Figure(code, pair.party(), pair.otherParty(), "offices", key, unit, value, pair.contacts(), null));
    }

    private void lead(Notices.Lead lead) {
        String format = lead.format();
        long all = lead.given().count() + lead.unproven();
        count("notice.count", lead.party(), "format", format, lead.given().count(), all);
        count("notice.in_time", lead.party(), "format", format, lead.inTime(), all);
        time("notice.wanted", lead.party(), "format", format, lead.wanted(), all, null);
        spread("notice", lead.party(), "format", format, lead.given());
    }

    private void kept(Figures figures, int party) {
        List<Lives.Kept> own = figures.commitments().stream()
                .filter(kept -> kept.holder() == party)
                .toList();
        long due = own.stream().filter(kept -> !kept.released()).count();
        long said = own.stream()
                .filter(kept -> !kept.released() && kept.said() >= 0)
                .count();
        long kept = own.stream().filter(each -> !each.released() && each.kept()).count();
        count("commitment.due", party, ALL, "", due, own.size());
        count("commitment.said", party, ALL, "", said, due);
        count("commitment.kept", party, ALL, "", kept, due);
    }

    private void events(Figures figures) {
        long all = figures.events().size();
        count("event.planned", 0, ALL, "", all, all);
        for (String state : List.of("held", "postponed", "cancelled")) {
            long number = figures.events().stream()
                    .filter(event -> event.state().equals(state))
                    .count();
            count("event." + state, 0, ALL, "", number, all);
        }
    }

    private void incidents(Figures figures) {
        long all = figures.incidents().size();
        long settled = figures.incidents().stream()
                .filter(incident -> incident.settled() >= 0)
                .count();
        count("incident.reported", 0, ALL, "", all, all);
        count("incident.settled", 0, ALL, "", settled, all);
    }

    private void tests(Line.Tests tests) {
        tests("line.sent", tests, tests.sent());
        tests("line.in_time", tests, tests.inTime());
        tests("line.late", tests, tests.late());
        tests("line.none", tests, tests.none());
    }

    private void tests(String code, Line.Tests tests, long value) {
        rows.add(new Figure(
                code, tests.from(), tests.by(), MONTH, tests.period(), Figure.Unit.COUNT, value, tests.sent(), null));
    }

    private void said(Counts.Said said) {
        int party = said.party();
        count("said.entries", party, MONTH, said.month(), said.entries(), said.entries());
        count("said.voided", party, MONTH, said.month(), said.voided(), said.entries());
        count("said.crossed", party, MONTH, said.month(), said.crossed(), said.entries());
        count("said.unknown", party, MONTH, said.month(), said.unknown(), said.entries());
        count("said.corrections", party, MONTH, said.month(), said.corrections(), said.entries());
    }
}
