package torgau.matters.figures;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.NavigableMap;
import java.util.SequencedMap;
import java.util.TreeMap;
import torgau.catalogue.Clock;
import torgau.matters.LinkTests;
import torgau.matters.Tallies;
import torgau.matters.Tally;

/// The figures of the review sheet (NRS) of a year, as both sides compute them alike: what was on the
/// record by the end of the period.
final class Review {
    private static final List<String> REQUESTS = List.of("UA", "IQ", "NRQ", "MAQ");

    private final Tallies tallies;
    private final Scope scope;
    private final NavigableMap<String, Long> counted = new TreeMap<>();

    Review(Tallies tallies, Scope scope) {
        this.tallies = tallies;
        this.scope = scope;
    }

    void take(Tally tally) {
        long before = Long.MIN_VALUE;
        for (int notice = 0; notice < tally.notices(); notice++) {
            long place = tally.place(tally.noticeEntry(notice));
            boolean received = tally.noticed(notice) >= 0 && tally.noticed(notice) < scope.to();
            if (place != before && received && scope.counts(tally, tally.noticeEntry(notice))) {
                count("notices");
                before = place;
            }
        }
        for (int entry = 0; entry < tally.entries(); entry++) {
            if (tally.came(entry) == Tally.Came.MOVED && scope.counts(tally, entry)) {
                moved(tallies.codes().get(tally.code(entry)), entry);
            }
        }
        for (int wait = 0; wait < tally.waits(); wait++) {
            answered(tally, wait);
        }
    }

    private void moved(String code, int entry) {
        switch (code) {
            case "UA", "IQ", "NRQ", "MAQ" -> count("requests");
            case "IN" -> {
                if (entry == 0) {
                    count("incidents");
                }
            }
            case "CC" -> count("calls");
            case "MTR" -> count("meetings");
            case "NRD" -> count("data");
            case "NR" -> count("nil_reports");
            default -> {}
        }
    }

    private void answered(Tally tally, int wait) {
        int demand = tally.demand(wait);
        if (tally.kind(wait) == Clock.Kind.ANSWER
                && tally.fate(wait) == Tally.Fate.DONE
                && tally.time(tally.by(wait)) < scope.to()
                && scope.counts(tally, demand)
                && REQUESTS.contains(tallies.codes().get(tally.code(demand)))) {
            count("answered");
        }
    }

    private void count(String figure) {
        counted.merge(figure, 1L, Long::sum);
    }

    /// By the code of the figure, in the order of the sheet.
    SequencedMap<String, Long> figures() {
        long tests = 0;
        for (LinkTests.Returns sent : tallies.tests()) {
            for (int test = 0; test < sent.count(); test++) {
                tests += scope.covers(sent.time(test)) && returned(sent, test) ? 1 : 0;
            }
        }
        var figures = new LinkedHashMap<String, Long>();
        for (String figure :
                List.of("notices", "requests", "answered", "incidents", "calls", "meetings", "data", "nil_reports")) {
            figures.put(figure, counted.getOrDefault(figure, 0L));
        }
        figures.put("tests", tests);
        return figures;
    }

    private boolean returned(LinkTests.Returns sent, int test) {
        return tallies.parties().keySet().stream()
                .mapToLong(party -> sent.returned(test, party))
                .anyMatch(at -> at >= 0 && at < scope.to());
    }
}
