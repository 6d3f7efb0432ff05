package torgau.matters.plan;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What came of the events that were agreed and whose dates have passed.
///
/// @param all of them together
/// @param months by the month in which they were planned to begin, UTC
/// @param slips what became of agreed dates, in the order of events
public record Completion(Sum all, NavigableMap<YearMonth, Sum> months, List<Slip> slips) {
    public Completion {
        slips = List.copyOf(slips);
    }

    /// How many events.
    ///
    /// @param due agreed, and planned to be over by now
    /// @param held as every side states
    /// @param heldByOne as one side states, and another has not
    /// @param postponed without new dates
    public record Sum(int due, int held, int heldByOne, int postponed, int cancelled) {
        static final Sum NONE = new Sum(0, 0, 0, 0, 0);

        Sum with(Event event) {
            boolean both = event.held() && event.all(Status.HELD);
            return new Sum(
                    due + 1,
                    held + (both ? 1 : 0),
                    heldByOne + (event.held() && !both ? 1 : 0),
                    postponed + (event.open() && event.dates().now() == null ? 1 : 0),
                    cancelled + (event.state().equals("cancelled") ? 1 : 0));
        }

        /// Nobody has said what came of them.
        public int unstated() {
            return due - held - heldByOne - postponed - cancelled;
        }
    }

    /// One change of the dates of an event.
    public record Slip(Event event, Change change) {}

    /// What came of these.
    ///
    /// @param now milliseconds UTC
    public static Completion of(List<Event> events, long now) {
        Sum all = Sum.NONE;
        var months = new TreeMap<YearMonth, Sum>();
        var slips = new ArrayList<Slip>();
        for (Event event : events) {
            @Nullable When planned = event.dates().planned();
            if (event.counted() && planned != null && (event.held() || planned.end() <= now)) {
                all = all.with(event);
                var month = YearMonth.from(Instant.ofEpochMilli(planned.from()).atOffset(ZoneOffset.UTC));
                months.put(month, months.getOrDefault(month, Sum.NONE).with(event));
            }
            event.dates().changes().stream()
                    .filter(Change::slipped)
                    .forEach(change -> slips.add(new Slip(event, change)));
        }
        return new Completion(all, months, slips);
    }
}
