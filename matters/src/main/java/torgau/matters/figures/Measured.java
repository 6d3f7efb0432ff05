package torgau.matters.figures;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import torgau.journal.Reference;

/// What the journal shows of something expected, beside it: one number, how it was worked out and from
/// how many entries. What cannot be measured in the unit that was asked for is not measured.
///
/// @param party of which it is; 0 if of all
/// @param figure code of the figure that it was taken from
/// @param tenths the number, in tenths of its unit
/// @param of from how many cases
/// @param places entries that it rests on, at most [#MOST_PLACES]
public record Measured(int party, String figure, long tenths, String unit, long of, List<Reference> places) {
    static final int MOST_PLACES = 5;

    private static final long HOUR = 3_600_000;
    private static final long DAY = 24 * HOUR;

    public Measured {
        places = List.copyOf(places);
    }

    /// The measures of one thing expected, of each party apart where they differ; none if it cannot be
    /// measured from the journal.
    ///
    /// @param measure by which it is to be measured
    /// @param unit that was asked for; if empty, the one that the measure has by itself
    public static List<Measured> of(Figures figures, String measure, String unit) {
        return switch (measure) {
            case "answer_time" -> answerTime(figures, unit.isEmpty() ? "hours" : unit);
            case "unanswered" -> unanswered(figures, unit.isEmpty() ? "in_all" : unit);
            case "cadence" -> cadence(figures, unit.isEmpty() ? "per_month" : unit);
            case "commitments" -> commitments(figures, unit.isEmpty() ? "percent" : unit);
            case "events_held" -> events(figures, unit.isEmpty() ? "percent" : unit);
            case "notices" -> notices(figures, unit.isEmpty() ? "percent" : unit);
            case "visits" -> visits(figures, unit.isEmpty() ? "percent" : unit);
            case "incidents" -> incidents(figures, unit.isEmpty() ? "percent" : unit);
            case "line" -> line(figures, unit.isEmpty() ? "percent" : unit);
            default -> List.of();
        };
    }

    private static List<Delay> delays(Figures figures, Delay.By by, List<String> values) {
        return figures.delays().stream()
                .filter(delay -> delay.key().kind() == Delay.Kind.ANSWER)
                .filter(delay ->
                        delay.key().by() == by && values.contains(delay.key().value()))
                .toList();
    }

    private static List<Measured> answerTime(Figures figures, String unit) {
        long each = unit.equals("hours") ? HOUR : unit.equals("days") ? DAY : 0;
        var all = new ArrayList<Measured>();
        for (Delay delay : delays(figures, Delay.By.ALL, List.of(""))) {
            Spread spread = delay.spread();
            if (each > 0 && spread.median() >= 0) {
                all.add(new Measured(
                        delay.key().party(),
                        "answer.median",
                        rounded(10 * spread.median(), each),
                        unit,
                        spread.count(),
                        places(spread)));
            }
        }
        return all;
    }

    private static List<Reference> places(Spread spread) {
        return spread.cases().stream().map(Spread.Case::place).toList();
    }

    private static List<Measured> unanswered(Figures figures, String unit) {
        var all = new ArrayList<Measured>();
        for (Delay delay : delays(figures, Delay.By.ALL, List.of(""))) {
            int party = delay.key().party();
            List<Reference> places = figures.open().stream()
                    .filter(open -> open.party() == party && open.kind() == Delay.Kind.ANSWER)
                    .map(Delay.Open::place)
                    .limit(MOST_PLACES)
                    .toList();
            long asked = delay.spread().count() + delay.open();
            share(figures, party, "answer.open", delay.open(), asked, unit, places)
                    .ifPresent(all::add);
        }
        return all;
    }

    /// A number as it is, by month or year of the period, or as a share of all.
    private static Optional<Measured> share(
            Figures figures, int party, String figure, long number, long of, String unit, List<Reference> places) {
        long days = Math.max(1, (figures.scope().to() - figures.scope().from()) / DAY);
        return switch (unit) {
            case "in_all" -> Optional.of(new Measured(party, figure, 10 * number, unit, of, places));
            case "percent" ->
                of == 0
                        ? Optional.empty()
                        : Optional.of(new Measured(party, figure, rounded(1_000 * number, of), unit, of, places));
            case "per_month" ->
                Optional.of(new Measured(party, figure, rounded(3_044 * number, 10 * days), unit, of, places));
            case "per_year" ->
                Optional.of(new Measured(party, figure, rounded(36_525 * number, 10 * days), unit, of, places));
            default -> Optional.empty();
        };
    }

    private static long rounded(long number, long by) {
        return (number + by / 2) / by;
    }

    private static List<Measured> cadence(Figures figures, String unit) {
        long contacts = figures.cadence().stream().mapToLong(Cadence::contacts).sum();
        return share(figures, 0, "cadence.contacts", contacts, contacts, unit, List.of()).stream()
                .toList();
    }

    private static List<Measured> commitments(Figures figures, String unit) {
        var all = new ArrayList<Measured>();
        for (int party : figures.parties().keySet()) {
            List<Lives.Kept> due = figures.commitments().stream()
                    .filter(kept -> kept.holder() == party && !kept.released())
                    .toList();
            long kept = due.stream().filter(each -> each.said() >= 0).count();
            List<Reference> places =
                    due.stream().map(Lives.Kept::place).limit(MOST_PLACES).toList();
            if (!due.isEmpty()) {
                share(figures, party, "commitment.said", kept, due.size(), unit, places)
                        .ifPresent(all::add);
            }
        }
        return all;
    }

    private static List<Measured> events(Figures figures, String unit) {
        List<Lives.Life> held = figures.events().stream()
                .filter(event -> event.state().equals("held"))
                .toList();
        return lives(figures, "event.held", held, figures.events(), unit);
    }

    private static List<Measured> incidents(Figures figures, String unit) {
        List<Lives.Life> settled = figures.incidents().stream()
                .filter(incident -> incident.settled() >= 0)
                .toList();
        return lives(figures, "incident.settled", settled, figures.incidents(), unit);
    }

    private static List<Measured> lives(
            Figures figures, String figure, List<Lives.Life> some, List<Lives.Life> all, String unit) {
        List<Reference> places =
                some.stream().map(Lives.Life::place).limit(MOST_PLACES).toList();
        return all.isEmpty()
                ? List.of()
                : share(figures, 0, figure, some.size(), all.size(), unit, places).stream()
                        .toList();
    }

    private static List<Measured> notices(Figures figures, String unit) {
        var all = new ArrayList<Measured>();
        for (int party : figures.parties().keySet()) {
            List<Notices.Lead> own = figures.leads().stream()
                    .filter(lead -> lead.party() == party)
                    .toList();
            long given = own.stream().mapToLong(lead -> lead.given().count()).sum();
            long inTime = own.stream().mapToLong(Notices.Lead::inTime).sum();
            if (given > 0) {
                share(figures, party, "notice.in_time", inTime, given, unit, List.of())
                        .ifPresent(all::add);
            }
        }
        return all;
    }

    private static List<Measured> visits(Figures figures, String unit) {
        var all = new ArrayList<Measured>();
        for (int party : figures.parties().keySet()) {
            List<Delay> asked = delays(figures, Delay.By.FORMAT, List.of("RV", "RVE")).stream()
                    .filter(delay -> delay.key().party() == party)
                    .toList();
            long answered =
                    asked.stream().mapToLong(delay -> delay.spread().count()).sum();
            long open = asked.stream().mapToLong(Delay::open).sum();
            if (answered + open > 0) {
                share(figures, party, "answer.count", answered, answered + open, unit, List.of())
                        .ifPresent(all::add);
            }
        }
        return all;
    }

    /// The tests of each side that the other returned in time.
    private static List<Measured> line(Figures figures, String unit) {
        var all = new ArrayList<Measured>();
        for (int party : figures.parties().keySet()) {
            List<Line.Tests> own = figures.months().stream()
                    .filter(tests -> tests.from() == party)
                    .toList();
            long sent = own.stream().mapToLong(Line.Tests::sent).sum();
            long inTime = own.stream().mapToLong(Line.Tests::inTime).sum();
            if (sent > 0) {
                share(figures, party, "line.in_time", inTime, sent, unit, List.of())
                        .ifPresent(all::add);
            }
        }
        return all;
    }

    /// The number as it is written in every language of the formats: with a point, and without a
    /// needless zero.
    public String written() {
        return tenths % 10 == 0
                ? Long.toString(tenths / 10)
                : String.format(Locale.ROOT, "%d.%d", tenths / 10, tenths % 10);
    }
}
