package torgau.matters.figures;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.NavigableMap;
import java.util.SequencedMap;
import java.util.TreeMap;
import torgau.matters.Tallies;
import torgau.matters.Tally;

/// All figures of a period.
///
/// @param parties codes of the parties, by number
/// @param delays ascending by what was awaited, heading, its value and party
/// @param open of what had no reply at the end, the oldest
/// @param cadence of pairs of offices, the most frequent first
/// @param leads of notices, by format and party
/// @param commitments that were to be kept in the period, by their time
/// @param events of the plan whose dates lie in the period, by their time
/// @param incidents that were reported in the period, by that time
/// @param days tests of the line by day
/// @param months tests of the line by month
/// @param said by month and party
/// @param review figures of the review sheet, by their code
public record Figures(
        Scope scope,
        NavigableMap<Integer, String> parties,
        List<Delay> delays,
        List<Delay.Open> open,
        List<Cadence> cadence,
        List<Notices.Lead> leads,
        List<Lives.Kept> commitments,
        List<Lives.Life> events,
        List<Lives.Life> incidents,
        List<Line.Tests> days,
        List<Line.Tests> months,
        List<Counts.Said> said,
        SequencedMap<String, Long> review) {
    public Figures {
        parties = Collections.unmodifiableNavigableMap(new TreeMap<>(parties));
        delays = List.copyOf(delays);
        open = List.copyOf(open);
        cadence = List.copyOf(cadence);
        leads = List.copyOf(leads);
        commitments = List.copyOf(commitments);
        events = List.copyOf(events);
        incidents = List.copyOf(incidents);
        days = List.copyOf(days);
        months = List.copyOf(months);
        said = List.copyOf(said);
        review = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(review));
    }

    /// The figures of a period.
    public static Figures of(Tallies tallies, Scope scope) {
        var delays = new Delays(tallies, scope);
        var contacts = new Contacts(tallies, scope);
        var notices = new Notices(tallies, scope);
        var lives = new Lives(tallies, scope);
        var counts = new Counts(tallies, scope);
        var review = new Review(tallies, scope);
        for (Tally tally : tallies.matters()) {
            if (scope.covers(tally)) {
                delays.take(tally);
                contacts.take(tally);
                notices.take(tally);
                lives.take(tally);
                counts.take(tally);
                review.take(tally);
            }
        }
        List<Line.Tests> days = Line.days(tallies, scope);
        return new Figures(
                scope,
                tallies.parties(),
                delays.delays(),
                delays.open(),
                contacts.cadence(),
                notices.leads(),
                lives.commitments(),
                lives.events(),
                lives.incidents(),
                days,
                Line.months(days),
                counts.said(),
                review.figures());
    }
}
