package torgau.station.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import torgau.journal.Feed;
import torgau.journal.Reference;
import torgau.store.desk.Alarm;
import torgau.store.desk.Desk;

/// The tray beside a printer, whose spooler is played by this test: it takes the sheets away.
class FlashTrayTest {
    private static final Reference FIRST = new Reference(new Feed(513, 7), 3);
    private static final Reference SECOND = new Reference(new Feed(513, 7), 4);

    @TempDir
    Path folder;

    private long now = 1_000;
    private Path tray = Path.of("");
    private final Kept<Desk> desk = new Kept<>(Desk::close);
    private final AlarmBook alarms = new AlarmBook(() -> now, desk, _ -> {});
    private boolean pressWorks = true;

    @BeforeEach
    void aDeskAndAFolder() throws IOException {
        var disk = new FileDisk(folder.resolve("journal.db"), folder.resolve("desk.db"), () -> now);
        desk.replace(disk::desk);
        tray = Files.createDirectory(folder.resolve("tray"));
    }

    private FlashTray beside() {
        return FlashTray.idle(tray, alarms, () -> now, place -> {
            if (!pressWorks) {
                throw new IllegalStateException("no paper can be made of it");
            }
            return new FlashTray.Sheet(
                    "RED-OPS." + place.sequence(), ("paper " + place.sequence()).getBytes(StandardCharsets.UTF_8));
        });
    }

    private void arrives(Reference place) {
        alarms.raise("arrived_" + place, AlarmKind.FLASH_ARRIVED, new Alarm.About(513, place, null, null));
    }

    private boolean alarmed() {
        return alarms.standing().stream().anyMatch(alarm -> alarm.kind().equals("flash_not_printed"));
    }

    /// What lies in the tray, by name; the spooler takes it.
    private List<String> taken() throws IOException {
        var names = new ArrayList<String>();
        try (var files = Files.list(tray)) {
            for (Path file : files.sorted().toList()) {
                names.add(file.getFileName() + ": " + Files.readString(file));
                Files.delete(file);
            }
        }
        return names;
    }

    @Test
    void each_flash_is_laid_there_once_and_whole() throws IOException {
        FlashTray beside = beside();
        arrives(FIRST);
        beside.look();
        assertThat(taken()).containsExactly("RED-OPS.3.pdf: paper 3");

        arrives(SECOND);
        beside.look();
        beside.look();
        assertThat(taken()).containsExactly("RED-OPS.4.pdf: paper 4");
        assertThat(alarmed()).isFalse();
    }

    @Test
    void what_is_not_acknowledged_yet_is_printed_again_by_a_station_that_started_anew() throws IOException {
        arrives(FIRST);
        beside().look();
        assertThat(taken()).hasSize(1);

        beside().look();
        assertThat(taken()).containsExactly("RED-OPS.3.pdf: paper 3");

        alarms.clear("arrived_" + FIRST);
        beside().look();
        assertThat(taken()).isEmpty();
    }

    @Test
    void a_folder_that_is_not_there_is_an_alarm_before_any_flash_comes_and_ends_when_it_is() throws IOException {
        Files.delete(tray);
        FlashTray beside = beside();
        beside.look();
        assertThat(alarmed()).isTrue();

        arrives(FIRST);
        beside.look();
        Files.createDirectory(tray);
        beside.look();
        assertThat(taken()).hasSize(1);
        assertThat(alarmed()).isFalse();
    }

    @Test
    void what_cannot_be_put_on_paper_is_an_alarm_and_is_tried_again() throws IOException {
        FlashTray beside = beside();
        pressWorks = false;
        arrives(FIRST);
        beside.look();
        assertThat(alarmed()).isTrue();
        assertThat(taken()).isEmpty();

        pressWorks = true;
        beside.look();
        assertThat(taken()).hasSize(1);
        assertThat(alarmed()).isFalse();
    }

    @Test
    void a_sheet_that_no_printer_takes_is_an_alarm_until_it_is_taken() throws IOException {
        FlashTray beside = beside();
        arrives(FIRST);
        beside.look();
        now += FlashTray.TAKEN_WITHIN_MILLIS - 1;
        beside.look();
        assertThat(alarmed()).isFalse();
        now += 1;
        beside.look();
        assertThat(alarmed()).isTrue();

        taken();
        beside.look();
        assertThat(alarmed()).isFalse();
    }

    @Test
    void half_a_sheet_of_a_station_that_ended_meanwhile_is_in_nobodys_way() throws IOException {
        Files.writeString(tray.resolve(".RED-OPS.3.part"), "half");
        arrives(FIRST);
        beside().look();

        assertThat(taken()).containsExactly("RED-OPS.3.pdf: paper 3");
    }
}
