package torgau.matters.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import torgau.matters.Reading;
import torgau.matters.Turn;

/// When an event is, and how that came to be.
///
/// @param now the dates last named by either side; null if there are none, or it is postponed without
///     new ones
/// @param planned the dates last named at all
/// @param alike whether every side that names dates names the same
/// @param held when it took place, by the newest word on that
/// @param changes after it was agreed, in total order
public record Dates(
        @Nullable When now,
        @Nullable When planned,
        boolean alike,
        @Nullable When held,
        List<Change> changes) {
    public Dates {
        changes = List.copyOf(changes);
    }

    static Dates of(Reading reading, List<Side> sides) {
        var course = new Course(reading);
        reading.turns().forEach(course::take);
        When held = reading.newest(reading.turns("WPH"), turn -> When.named(reading, turn, "held", true))
                .orElse(null);
        return new Dates(course.now, course.planned, alike(sides), held, course.changes);
    }

    private static boolean alike(List<Side> sides) {
        List<When> named = sides.stream()
                .flatMap(side -> Optional.ofNullable(side.when()).stream())
                .toList();
        return named.size() > 1 && named.stream().allMatch(named.getFirst()::same);
    }

    /// One entry after the other.
    private static final class Course {
        private final Reading reading;
        private final List<Change> changes = new ArrayList<>();
        private @Nullable When now;
        private @Nullable When planned;
        private boolean agreed;

        Course(Reading reading) {
            this.reading = reading;
        }

        void take(Turn turn) {
            switch (turn.code()) {
                case "WPP" -> postponed(turn);
                case "WPX" -> note(Change.Kind.CANCELLED, null, turn);
                default -> named(turn);
            }
            agreed |= turn.code().equals("WPA");
        }

        private void postponed(Turn turn) {
            boolean exact = planned != null && planned.exact();
            When next = When.of(reading, turn, exact).orElse(null);
            note(Change.Kind.POSTPONED, next, turn);
            now = next;
            planned = next == null ? planned : next;
        }

        private void named(Turn turn) {
            When.of(reading, turn, false).ifPresent(next -> {
                When before = planned;
                if (before != null && !(before.same(next) && before.exact() == next.exact())) {
                    boolean fixed = next.within(before) && !before.exact();
                    note(fixed ? Change.Kind.FIXED : Change.Kind.MOVED, next, turn);
                }
                now = next;
                planned = next;
            });
        }

        /// What is said before both sides have agreed is no change of anything.
        private void note(Change.Kind kind, @Nullable When next, Turn turn) {
            if (agreed && planned != null) {
                changes.add(new Change(
                        kind, planned, next, turn, reading.code(turn, "reason").orElse("")));
            }
        }
    }
}
