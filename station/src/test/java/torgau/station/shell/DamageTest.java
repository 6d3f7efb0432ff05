package torgau.station.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import torgau.journal.Entry;
import torgau.journal.Feed;
import torgau.journal.Precedence;
import torgau.journal.Reference;
import torgau.store.desk.Alarm;

/// A journal file in which bytes have changed while the station was down.
final class DamageTest {
    private static final String WORDS = "Convoy of twelve vehicles, bridge closed until 1800Z, message number ";

    @TempDir
    Path folder;

    @Test
    void a_damaged_entry_is_named_and_comes_back_from_the_peer_and_the_station_goes_on_in_a_new_incarnation()
            throws Exception {
        try (var line = new RunningLine(folder).start()) {
            for (int i = 0; i < 30; i++) {
                StationProcessTest.say(line.red.running(), Precedence.PRIORITY, WORDS + (100 + i));
            }
            Reference own = StationProcessTest.say(line.blue.running(), Precedence.PRIORITY, "Ours, before.");
            line.awaitConvergence();
            Feed theirs = theirs(line);
            List<Entry> before = line.red.running().journal().range(theirs, 1, 100);
            Reference damaged = before.stream()
                    .filter(entry -> new String(entry.signed().payload(), StandardCharsets.UTF_8).contains(WORDS + 112))
                    .findFirst()
                    .orElseThrow()
                    .reference();
            line.blue.stop();
            damage(line.blue.file, WORDS + 112);

            line.blue.start();

            RunningLine.awaitUntil(
                    "the damage is told and the entry named",
                    () -> standing(line).stream()
                            .anyMatch(alarm -> alarm.kind().equals("store_damaged")
                                    && String.valueOf(alarm.about().detail()).contains(damaged.toString())));
            RunningLine.awaitUntil(
                    "the entry is back",
                    () -> line.blue.running().journal().range(theirs, 1, 100).stream()
                            .map(Entry::id)
                            .toList()
                            .equals(before.stream().map(Entry::id).toList()));
            Reference after = StationProcessTest.say(line.blue.running(), Precedence.FLASH, "Ours, after.");
            line.awaitConvergence();
            assertThat(after.feed()).isNotEqualTo(own.feed());
            assertThat(line.blue.running().journal().entry(own)).isPresent();
            try (Stream<Path> files = Files.list(line.blue.file.getParent())) {
                assertThat(files.map(file -> file.getFileName().toString()))
                        .anyMatch(name -> name.startsWith("journal.db.damaged-"));
            }
        }
    }

    private static Feed theirs(RunningLine line) {
        return line.red.running().journal().heads().stream()
                .map(head -> head.feed())
                .filter(feed -> feed.station() == line.red.number)
                .findFirst()
                .orElseThrow();
    }

    private static List<Alarm> standing(RunningLine line) {
        return line.blue.running().alarms().standing();
    }

    /// Changes one letter of these words wherever the file has them.
    private static void damage(Path file, String words) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        byte[] wanted = words.getBytes(StandardCharsets.UTF_8);
        int changed = 0;
        for (int at = 0; at <= bytes.length - wanted.length; at++) {
            if (Arrays.equals(bytes, at, at + wanted.length, wanted, 0, wanted.length)) {
                bytes[at] ^= 1;
                changed++;
            }
        }
        assertThat(changed).isPositive();
        Files.write(file, bytes);
    }
}
