package torgau.station.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import torgau.catalogue.value.Value;
import torgau.journal.Precedence;
import torgau.journal.Reference;
import torgau.journal.TrafficClass;
import torgau.station.search.Archive.Sent;
import torgau.station.search.Narrowed.Span;

/// Searches that are narrowed by more than words.
final class NarrowedTest {
    @TempDir
    Path folder;

    private Archive archive;

    @BeforeEach
    void begin() {
        archive = new Archive(folder);
    }

    @AfterEach
    void end() {
        archive.close();
    }

    @Test
    void a_search_is_narrowed_by_all_that_is_given() {
        var formal = new Sent(false, TrafficClass.FORMAL, Precedence.FLASH, Archive.NOON, List.of(2), null);
        var test = new Sent(true, TrafficClass.TEST, Precedence.ROUTINE, Archive.NOON + 90_000_000, List.of(), null);
        long one = archive.say(formal, Archive.message("en", "convoy"));
        Reference matter = archive.journal.getLast().entry().reference();
        long two = archive.say(test, Archive.message("en", "convoy"));
        long three = archive.say(
                new Sent(true, TrafficClass.FORMAL, Precedence.ROUTINE, Archive.NOON, List.of(1), matter),
                Archive.filed("UA", "UR", Map.of("note", new Value.Words("convoy"))));
        archive.indexed();
        Narrowed not = Narrowed.NOT;
        assertThat(archive.cursors("convoy", Archive.with(not, EnumSet.of(TrafficClass.FORMAL), OptionalInt.empty())))
                .containsExactly(three, one);
        assertThat(archive.cursors("convoy", Archive.with(not, EnumSet.of(TrafficClass.FORMAL), OptionalInt.of(2))))
                .containsExactly(three);
        assertThat(archive.cursors("convoy", Archive.to(1))).containsExactly(three, two);
        assertThat(archive.cursors("convoy", Archive.to(2))).containsExactly(one);
        assertThat(archive.cursors("", Archive.of(matter, "", Span.ALWAYS))).containsExactly(three, one);
        assertThat(archive.cursors("convoy", Archive.of(matter, "UR", Span.ALWAYS)))
                .containsExactly(three);
        assertThat(archive.cursors("convoy", Archive.of(null, "", new Span(Archive.NOON + 1, Long.MAX_VALUE))))
                .containsExactly(two);
        assertThat(archive.cursors("convoy", Archive.of(null, "", new Span(0, Archive.NOON))))
                .containsExactly(three, one);
    }

    @Test
    void spans_of_any_length_find_each_day_once() {
        long day = Duration.ofDays(1).toMillis();
        for (int i = 0; i < 900; i++) {
            archive.say(Sent.BY_BLUE.at(Archive.NOON + i * day), Archive.message("en", "daily"));
        }
        archive.indexed();
        for (int length : List.of(0, 1, 13, 45, 300, 700)) {
            var span = new Span(Archive.NOON + 7 * day, Archive.NOON + (7 + length) * day);
            long before = archive.search("daily", Archive.of(null, "", span), false)
                    .entries()
                    .size();
            assertThat(before).as("%d days", length).isEqualTo(Math.min(50, length + 1));
        }
    }
}
