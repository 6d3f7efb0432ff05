package torgau.station.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import torgau.station.watch.WatchLine.What;

/// The watch is what its log says, wherever the log is cut.
final class WatchTest {
    private static WatchLine line(long number, What what) {
        return new WatchLine(number, number * 10, "Lt Melnyk", "first", what);
    }

    @Test
    void a_log_that_is_cut_says_the_same_of_the_turn_that_lasts() {
        var over = new What.HandedOver("", List.of(), 0);
        List<WatchLine> lines = List.of(
                line(1, new What.Taken(Optional.empty(), Optional.empty())),
                line(2, new What.Noted("one")),
                line(3, over),
                line(4, new What.Taken(Optional.of(3L), Optional.empty())),
                line(5, new What.Noted("two")),
                line(6, over));
        Watch whole = Watch.of(lines);
        for (int cut = 1; cut <= 3; cut++) {
            assertThat(Watch.of(lines.subList(cut, 6)).current()).isEqualTo(whole.current());
        }
        assertThat(whole.waiting().map(WatchLine::number)).contains(6L);
        assertThat(whole.turns().getFirst().until()).contains(40L);
        assertThat(Watch.of(List.of())).isEqualTo(new Watch(0, List.of()));
    }

    @Test
    void a_turn_is_full_before_its_beginning_is_out_of_sight() {
        var lines = new ArrayList<WatchLine>();
        lines.add(line(1, new What.Taken(Optional.empty(), Optional.empty())));
        while (!Watch.of(lines).full()) {
            lines.add(line(lines.size() + 1, new What.HandedOver("", List.of(), 0)));
        }
        assertThat(lines).hasSizeLessThan(Watch.LINES).hasSize(Watch.MOST_LINES + 1);
    }

    @Test
    void every_line_is_read_as_it_was_kept() {
        List<What> all = List.of(
                new What.Taken(Optional.empty(), Optional.of("ill")),
                new What.Taken(Optional.of(4L), Optional.empty()),
                new What.Noted("слово"),
                new What.HandedOver("w", List.of(new OpenItem(OpenItem.Kind.RELEASE, "7", "7", Optional.of(9L))), 12));
        for (What what : all) {
            assertThat(WatchJson.line(3, 30, WatchJson.kept("Lt Melnyk", "first", what)))
                    .isEqualTo(line(3, what));
        }
        assertThatThrownBy(() -> WatchJson.line(
                        1, 1, WatchJson.kept("a", "b", all.get(2)).put("what", "x")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_day_has_its_shifts_even_where_the_clocks_change() {
        var night = Instant.parse("2027-03-28T00:30:00Z").toEpochMilli();
        Shifts.Shift shift = Shifts.CUSTOMARY.at(night);
        assertThat(Instant.ofEpochMilli(shift.from())).isEqualTo("2027-03-27T22:00:00Z");
        assertThat(Instant.ofEpochMilli(shift.until())).isEqualTo("2027-03-28T06:00:00Z");
        var kyiv = new Shifts(ZoneId.of("Europe/Kyiv"), List.of(LocalTime.of(3, 30)), Duration.ofMinutes(5));
        for (long hour = 0; hour < 72; hour++) {
            long at = night - Duration.ofHours(24).toMillis() + hour * 3_600_000;
            Shifts.Shift each = kyiv.at(at);
            assertThat(at).isBetween(each.from(), each.until() - 1);
        }
        assertThatThrownBy(() -> new Shifts(ZoneId.of("UTC"), List.of(), Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
