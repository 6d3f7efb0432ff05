package torgau.station.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import torgau.journal.Act;
import torgau.journal.Entry;
import torgau.journal.Precedence;
import torgau.journal.Reference;
import torgau.station.heart.Effect.Result;

final class StationProcessTest {
    @TempDir
    Path folder;

    static Reference say(StationProcess process, Precedence precedence, String words) throws Exception {
        Result result = process.release(RunningLine.message(precedence, words)).get(10, TimeUnit.SECONDS);
        assertThat(result).isInstanceOf(Result.Authored.class);
        return ((Result.Authored) result).entry().reference();
    }

    @Test
    void what_either_side_says_is_held_by_both() throws Exception {
        try (var line = new RunningLine(folder).start()) {
            Reference ours = say(line.blue.running(), Precedence.FLASH, "Cease fire at once.");
            Reference theirs = say(line.red.running(), Precedence.IMMEDIATE, "Прекратите огонь.");

            line.awaitConvergence();
            RunningLine.awaitUntil(
                    "BLUE has RED's receipt",
                    () -> line.blue
                            .running()
                            .journal()
                            .read(journal -> journal.heads().stream()
                                    .filter(head -> head.feed().station() == line.red.number)
                                    .anyMatch(head -> journal.firstToSee(head.feed(), ours)
                                            .isPresent())));
            assertThat(line.blue.running().journal().entry(theirs)).isPresent();
            assertThat(line.red.running().journal().entry(ours).map(Entry::payload))
                    .hasValueSatisfying(payload -> assertThat(payload.act()).isInstanceOf(Act.Message.class));
        }
    }

    @Test
    void a_station_that_was_killed_goes_on_in_a_new_incarnation_and_catches_up() throws Exception {
        try (var line = new RunningLine(folder).start()) {
            Reference before = say(line.blue.running(), Precedence.PRIORITY, "Before the kill.");
            line.blue.kill();
            Reference meanwhile = say(line.red.running(), Precedence.FLASH, "Meanwhile.");
            line.blue.start();
            Reference after = say(line.blue.running(), Precedence.FLASH, "After the kill.");

            line.awaitConvergence();
            assertThat(after.feed()).isNotEqualTo(before.feed());
            assertThat(line.blue.running().journal().entry(meanwhile)).isPresent();
            RunningLine.awaitUntil(
                    "RED holds what was said before the kill",
                    () -> line.red.running().journal().entry(before).isPresent());
            assertThat(line.red.running().journal().entry(after)).isPresent();
        }
    }

    @Test
    void a_station_that_stopped_cleanly_goes_on_in_its_feed() throws Exception {
        try (var line = new RunningLine(folder).start()) {
            Reference before = say(line.blue.running(), Precedence.PRIORITY, "Before the stop.");
            line.awaitConvergence();
            line.blue.stop();
            line.blue.start();

            Reference after = say(line.blue.running(), Precedence.PRIORITY, "After the stop.");

            assertThat(after.feed()).isEqualTo(before.feed());
            line.awaitConvergence();
        }
    }

    @Test
    void after_an_error_of_the_machine_the_process_ends_loudly() throws Exception {
        var ruin = new CompletableFuture<Throwable>();
        try (var line = new RunningLine(folder)) {
            line.blue.ruined = ruin::complete;
            line.start();
            var process = line.blue.running();
            CompletableFuture<Object> asked = process.ask((_, _) -> {
                throw new OutOfMemoryError("made up");
            });

            assertThat(asked).isNotNull();
            assertThat(ruin.get(10, TimeUnit.SECONDS)).isInstanceOf(OutOfMemoryError.class);
        }
    }

    @Test
    void after_a_failed_assertion_another_heart_goes_on() throws Exception {
        try (var line = new RunningLine(folder).start()) {
            var process = line.blue.running();
            Reference before = say(process, Precedence.PRIORITY, "Before.");
            CompletableFuture<Object> asked = process.ask((_, _) -> {
                throw new AssertionError("made up");
            });
            assertThat(asked).isNotNull();
            RunningLine.awaitUntil("another heart speaks in a new incarnation", () -> speaksElsewhere(process, before));
        }
    }

    private static boolean speaksElsewhere(StationProcess process, Reference before) {
        try {
            return !say(process, Precedence.PRIORITY, "After.").feed().equals(before.feed());
        } catch (Exception | AssertionError notYet) {
            return false;
        }
    }
}
