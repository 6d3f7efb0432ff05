package torgau.station.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import torgau.journal.Code;
import torgau.journal.Precedence;
import torgau.journal.Reference;
import torgau.station.heart.Effect.Result;
import torgau.store.JournalStore;
import torgau.store.StoreFault;
import torgau.store.desk.Desk;

/// A disk that takes nothing more: the station stops acknowledging, goes on reading, raises the alarm, and goes on by
/// itself once there is room.
final class FullDiskTest {
    @TempDir
    Path folder;

    private final AtomicBoolean full = new AtomicBoolean();

    /// The real disk, which takes nothing while `full` is set.
    private record Filling(Disk real, AtomicBoolean full) implements Disk {
        @Override
        public JournalStore journal() {
            JournalStore store = real.journal();
            return (JournalStore) Proxy.newProxyInstance(
                    JournalStore.class.getClassLoader(),
                    new Class<?>[] {JournalStore.class},
                    (_, method, arguments) -> {
                        if (method.getName().equals("commit")) {
                            refuse();
                        }
                        try {
                            return method.invoke(store, arguments);
                        } catch (InvocationTargetException fault) {
                            throw fault.getCause();
                        }
                    });
        }

        private void refuse() {
            if (full.get()) {
                throw new StoreFault(Code.DISK_FULL, "no space left on device");
            }
        }

        @Override
        public Desk desk() {
            return real.desk();
        }

        @Override
        public void probe() {
            refuse();
            real.probe();
        }

        @Override
        public Aside setAside(Part part) {
            return real.setAside(part);
        }
    }

    @Test
    void a_full_disk_stops_receipts_not_reading_and_nothing_is_lost() throws Exception {
        try (var line = new RunningLine(folder, disk -> new Filling(disk, full)).start()) {
            Reference before = StationProcessTest.say(line.red.running(), Precedence.FLASH, "Before.");
            line.awaitConvergence();

            full.set(true);
            Result refused = line.blue
                    .running()
                    .release(RunningLine.message(Precedence.FLASH, "Into the void."))
                    .get(10, TimeUnit.SECONDS);
            Reference meanwhile = StationProcessTest.say(line.red.running(), Precedence.FLASH, "Meanwhile.");
            RunningLine.awaitUntil(
                    "the alarm is raised",
                    () -> line.blue.running().alarms().standing().stream()
                            .anyMatch(alarm -> alarm.kind().equals("store_failed")));
            assertThat(refused).isNotInstanceOf(Result.Authored.class);
            assertThat(line.blue.running().journal().entry(before)).isPresent();
            assertThat(line.blue.running().journal().entry(meanwhile)).isEmpty();
            assertThat(line.blue.running().health()).isEqualTo(StationProcess.Health.NOT_WRITING);
            assertThat(receipted(line, meanwhile)).isFalse();

            full.set(false);
            line.awaitConvergence();
            RunningLine.awaitUntil("RED has BLUE's receipt", () -> receipted(line, meanwhile));
            assertThat(line.blue.running().journal().entry(meanwhile)).isPresent();
        }
    }

    private static boolean receipted(RunningLine line, Reference place) {
        return line.red
                .running()
                .journal()
                .read(journal -> journal.heads().stream()
                        .filter(head -> head.feed().station() == line.blue.number)
                        .anyMatch(head -> journal.firstToSee(head.feed(), place).isPresent()));
    }
}
