package torgau.matters.figures;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;
import torgau.journal.Reference;

/// Times side by side: how many, the middle one, and what nine of ten do not exceed. Of fewer than
/// [#FEWEST] the cases themselves are told and nothing is worked out.
///
/// @param count how many
/// @param median milliseconds, by nearest rank; negative of fewer than [#FEWEST]
/// @param ninety what 90 % do not exceed, milliseconds, by nearest rank; negative of fewer than
///     [#FEWEST]
/// @param cases the longest alone, or all if they are fewer than [#FEWEST], the longest first
/// @param bands how many lie within each of [#BOUNDS], and beyond the last
public record Spread(long count, long median, long ninety, List<Case> cases, List<Long> bands) {
    /// So many at least for a median.
    public static final int FEWEST = 5;

    /// Upper bounds of bands, milliseconds: 10 minutes, 1 hour, 6 hours, 1 day, 3 days, 10 days, 30
    /// days.
    public static final List<Long> BOUNDS =
            List.of(600_000L, 3_600_000L, 21_600_000L, 86_400_000L, 259_200_000L, 864_000_000L, 2_592_000_000L);

    public Spread {
        cases = List.copyOf(cases);
        bands = List.copyOf(bands);
    }

    /// One time, and the entry of which it is.
    public record Case(long millis, Reference place) {}

    /// The longest.
    public @Nullable Case longest() {
        return cases.isEmpty() ? null : cases.getFirst();
    }

    /// Times as they come.
    static final class Times {
        private static final Comparator<Case> LONGEST_FIRST =
                Comparator.comparingLong(Case::millis).reversed().thenComparing(Case::place);

        private long[] times = new long[4];
        private long[] places = new long[FEWEST];
        private int count;
        private int longest;
        private final List<Long> longestPlaces = new ArrayList<>();

        void add(long millis, long place) {
            if (count == times.length) {
                times = Arrays.copyOf(times, 2 * count);
            }
            times[count] = millis;
            if (count < FEWEST) {
                places[count] = place;
            }
            if (count == 0 || millis > times[longest]) {
                longest = count;
                longestPlaces.clear();
            }
            if (millis == times[longest] && longestPlaces.size() < FEWEST) {
                longestPlaces.add(place);
            }
            count++;
        }

        int count() {
            return count;
        }

        /// @param all finds the entry that a number stands for
        Spread spread(LongFunction<Reference> all) {
            if (count < FEWEST) {
                var cases = new ArrayList<Case>();
                for (int i = 0; i < count; i++) {
                    cases.add(new Case(times[i], all.apply(places[i])));
                }
                cases.sort(LONGEST_FIRST);
                return new Spread(count, -1, -1, cases, bands());
            }
            Case slowest = longestPlaces.stream()
                    .map(place -> new Case(times[longest], all.apply(place)))
                    .min(LONGEST_FIRST)
                    .orElseThrow();
            List<Long> bands = bands();
            long[] sorted = Arrays.copyOf(times, count);
            Arrays.sort(sorted);
            return new Spread(count, rank(sorted, 50), rank(sorted, 90), List.of(slowest), bands);
        }

        private static long rank(long[] sorted, int percent) {
            int rank = (int) (((long) sorted.length * percent + 99) / 100);
            return sorted[rank - 1];
        }

        private List<Long> bands() {
            long[] bands = new long[BOUNDS.size() + 1];
            for (int i = 0; i < count; i++) {
                int band = 0;
                while (band < BOUNDS.size() && times[i] > BOUNDS.get(band)) {
                    band++;
                }
                bands[band]++;
            }
            return Arrays.stream(bands).boxed().toList();
        }
    }
}
