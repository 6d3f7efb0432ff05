package torgau.station.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import torgau.journal.Act;
import torgau.journal.Feed;
import torgau.journal.Payload;
import torgau.journal.Precedence;
import torgau.journal.SignedEntry;
import torgau.journal.Text;
import torgau.journal.TrafficClass;
import torgau.station.heart.Notice;
import torgau.store.JournalStore;
import torgau.store.Pending;
import torgau.store.desk.Alarm;
import torgau.store.desk.Desk;

class HeraldTest {
    @TempDir
    Path folder;

    private final List<Alarm> raised = Collections.synchronizedList(new ArrayList<>());
    private final CountDownLatch deskFree = new CountDownLatch(1);
    private final Kept<Desk> desk = new Kept<>(Desk::close);
    private final AlarmBook book = new AlarmBook(() -> 1_000, desk, raised::add);
    private final Herald herald = new Herald(
            "test", book, new WatchLog(() -> 1_000, desk), new Shelf(new Kept<JournalStore>(JournalStore::close)), 1);

    @BeforeEach
    void aDeskThatIsSlow() {
        var disk = new FileDisk(folder.resolve("journal.db"), folder.resolve("desk.db"), () -> 1_000);
        desk.replace(disk::desk);
        herald.then(() -> {
            try {
                deskFree.await();
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        });
    }

    @AfterEach
    void end() {
        herald.close();
        desk.close();
    }

    @Test
    void a_flood_from_one_station_waits_in_its_own_share_and_hides_nobody() throws Exception {
        for (int sequence = 1; sequence <= 20_000; sequence++) {
            herald.accept(said(513, sequence, Precedence.IMMEDIATE));
        }
        herald.accept(said(513, 20_001, Precedence.FLASH));
        herald.accept(said(769, 1, Precedence.FLASH));
        deskFree.countDown();
        var done = new CountDownLatch(1);
        herald.then(done::countDown);

        assertThat(done.await(60, TimeUnit.SECONDS)).isTrue();
        assertThat(raised).hasSizeLessThan(300);
        assertThat(raised)
                .extracting(alarm -> alarm.kind() + " " + alarm.about().station())
                .contains("flash_arrived 769", "flash_arrived 513");
    }

    @Test
    void alarms_of_one_kind_about_one_station_are_so_many_at_most() {
        for (int number = 0; number < 600; number++) {
            book.raise("one" + number, AlarmKind.IMMEDIATE_ARRIVED, new Alarm.About(513, null, null, null));
        }
        book.raise("two", AlarmKind.FLASH_ARRIVED, new Alarm.About(513, null, null, null));
        book.raise("three", AlarmKind.IMMEDIATE_ARRIVED, new Alarm.About(769, null, null, null));
        deskFree.countDown();

        assertThat(book.standing()).hasSize(AlarmBook.MAX_OF_A_KIND + 2);
    }

    private static Notice said(int station, int sequence, Precedence precedence) {
        var payload = new Payload(
                new Feed(station, 1),
                sequence,
                List.of(),
                1_000,
                TrafficClass.FORMAL,
                precedence,
                List.of(),
                null,
                List.of(),
                new Act.Message(RunningLine.WATCH, "", new Text("en", "x"), List.of()));
        var signed = new SignedEntry(new byte[1], new byte[SignedEntry.SIGNATURE_BYTES]);
        return new Notice.AheadOfRecord(new Pending(signed, payload, null, 1_000));
    }
}
