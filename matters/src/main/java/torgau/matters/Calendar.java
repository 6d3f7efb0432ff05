package torgau.matters;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import torgau.catalogue.Procedure;
import torgau.catalogue.Recurring;
import torgau.journal.Entry;
import torgau.journal.Reference;
import torgau.journal.SeenMark;
import torgau.journal.agreement.Party;
import torgau.journal.agreement.PartyKind;

/// What the agreed procedures await by the days of their calendars. Not for several threads.
final class Calendar {
    /// Days of one item between two parties that are shown, beside the next one.
    static final int LAST = 3;

    private final Surroundings around;
    private final Reports reports = new Reports();
    private final NavigableMap<Pair, Sightings.Mark> heard = new TreeMap<>();

    /// Who awaits something of whom.
    private record Pair(int creditor, int party) implements Comparable<Pair> {
        private static final Comparator<Pair> ORDER =
                Comparator.comparingInt(Pair::creditor).thenComparingInt(Pair::party);

        @Override
        public int compareTo(Pair other) {
            return ORDER.compare(this, other);
        }
    }

    Calendar(Surroundings around) {
        this.around = around;
    }

    /// Notes of whom the author of an entry has heard. The first time counts, in the total order.
    void heard(Entry entry) {
        int author = entry.payload().feed().party();
        for (SeenMark mark : entry.payload().seen()) {
            int party = mark.feed().party();
            if (party != author) {
                var now = new Sightings.Mark(Order.of(entry), entry.payload().time());
                heard.merge(new Pair(author, party), now, Calendar::first);
            }
        }
    }

    private static Sightings.Mark first(Sightings.Mark one, Sightings.Mark other) {
        return other.order().compareTo(one.order()) < 0 ? other : one;
    }

    /// What stands in a matter now.
    void reported(Reference matter, List<Report> now) {
        reports.put(matter, now);
    }

    /// What is awaited from a party or by it, the earliest day first: of each item the last days that
    /// have begun, and the next.
    ///
    /// @param suspensions of each party's own word
    List<CalendarItem> items(int party, Suspensions suspensions, long now) {
        var items = new ArrayList<CalendarItem>();
        for (Procedure procedure : around.editions().agreed()) {
            for (Recurring rule : procedure.calendar()) {
                for (Party other : around.roster().agreement().parties()) {
                    if (other.number() != party) {
                        var rows = new Rows(procedure, rule, suspensions, now);
                        items.addAll(rows.between(party, other.number()));
                        items.addAll(rows.between(other.number(), party));
                    }
                }
            }
        }
        Collections.sort(items);
        return Collections.unmodifiableList(items);
    }

    /// One item of a calendar.
    private final class Rows {
        private final Procedure procedure;
        private final Recurring rule;
        private final Suspensions suspensions;
        private final long now;

        Rows(Procedure procedure, Recurring rule, Suspensions suspensions, long now) {
            this.procedure = procedure;
            this.rule = rule;
            this.suspensions = suspensions;
            this.now = now;
        }

        /// Nothing is awaited before there was the whole notice of it, counted from when the one that
        /// awaits first heard of the other.
        List<CalendarItem> between(int party, int creditor) {
            Sightings.Mark since = heard.get(new Pair(creditor, party));
            if (since == null || !awaited(kind(party)) || kind(creditor) == PartyKind.OBSERVER) {
                return List.of();
            }
            var items = new ArrayList<CalendarItem>();
            long begun = now + rule.notice();
            long last = rule.number(begun);
            long next = rule.occurrence(last).due() > begun ? last : last + 1;
            for (long number = next - LAST; number <= next; number++) {
                Recurring.Occurrence occurrence = rule.occurrence(number);
                if (occurrence.due() - rule.notice() >= since.time()) {
                    CalendarItem.Fate fate = fate(occurrence, party, creditor);
                    items.add(new CalendarItem(procedure, rule, occurrence, party, creditor, fate));
                }
            }
            return items;
        }

        private CalendarItem.Fate fate(Recurring.Occurrence occurrence, int party, int creditor) {
            var key = new Report.Key(procedure.code(), rule.name(), party, occurrence.first(), occurrence.last());
            return reports.last(key, creditor)
                    .<CalendarItem.Fate>map(report -> new CalendarItem.Fate.Done(report.turn(), report.nil()))
                    .orElseGet(() -> suspendedAt(occurrence.due())
                            ? new CalendarItem.Fate.Suspended()
                            : new CalendarItem.Fate.Open());
        }

        private boolean suspendedAt(long time) {
            return !procedure.suspension().clocksRun()
                    && suspensions.intervals(procedure.code(), "", time + 1, Counterparts.NONE).stream()
                            .anyMatch(interval -> interval.from() <= time && time < interval.to());
        }

        private PartyKind kind(int party) {
            return around.roster().agreement().party(party).kind();
        }

        private boolean awaited(PartyKind kind) {
            return switch (rule.by()) {
                case EACH -> kind != PartyKind.OBSERVER;
                case STATES -> kind == PartyKind.STATE;
                case ORGANISATIONS -> kind == PartyKind.ORGANISATION;
            };
        }
    }
}
