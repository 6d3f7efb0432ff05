package torgau.station.shell;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import torgau.journal.Reference;
import torgau.store.desk.Alarm;

/// Lays each FLASH that has arrived, on paper, into the folder from which a spooler prints. What still
/// stands unacknowledged when the station starts is laid there again: a FLASH is rather printed twice
/// than never. If a sheet cannot be laid there, or nobody takes it away, that is an alarm.
public final class FlashTray implements AutoCloseable {
    /// A sheet that lies longer was not printed: no paper, no toner, no spooler.
    static final long TAKEN_WITHIN_MILLIS = 120_000;

    private static final Logger LOG = LoggerFactory.getLogger("torgau.station");
    private static final String KEY = "flash_not_printed";
    private static final long EVERY_MILLIS = 1_000;

    private final Path folder;
    private final AlarmBook alarms;
    private final LongSupplier wallMillis;
    private final Function<Reference, Sheet> press;
    private final Map<Reference, Laid> laid = new LinkedHashMap<>();
    private final Thread thread;

    /// One entry on paper.
    ///
    /// @param name without an ending: fit for a file
    public record Sheet(String name, byte[] pdf) {}

    private record Laid(Path file, long at) {}

    private FlashTray(Path folder, AlarmBook alarms, LongSupplier wallMillis, Function<Reference, Sheet> press) {
        this.folder = folder;
        this.alarms = alarms;
        this.wallMillis = wallMillis;
        this.press = press;
        this.thread = Thread.ofVirtual().name("flash tray").unstarted(this::rounds);
    }

    /// A tray that is looked after until it is closed.
    public static FlashTray watched(Path folder, StationProcess process, Function<Reference, Sheet> press) {
        var tray = idle(folder, process.alarms(), process.clocks().wallMillis(), press);
        tray.thread.start();
        return tray;
    }

    /// A tray at which nobody looks but whoever calls [#look].
    static FlashTray idle(Path folder, AlarmBook alarms, LongSupplier wallMillis, Function<Reference, Sheet> press) {
        return new FlashTray(folder, alarms, wallMillis, press);
    }

    private void rounds() {
        try {
            while (true) {
                look();
                Thread.sleep(EVERY_MILLIS);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /// Prints what has come, and tells the watch if it is not printed.
    void look() {
        List<Reference> standing = alarms.standing().stream()
                .filter(alarm -> alarm.kind().equals(AlarmKind.FLASH_ARRIVED.word()))
                .map(alarm -> alarm.about().reference())
                .filter(Objects::nonNull)
                .toList();
        laid.keySet().retainAll(standing);
        boolean usable = Files.isDirectory(folder) && Files.isWritable(folder);
        boolean all = usable;
        for (Reference place : standing) {
            all &= laid.containsKey(place) || (usable && lay(place));
        }
        long late = wallMillis.getAsLong() - TAKEN_WITHIN_MILLIS;
        boolean lies = laid.values().stream().anyMatch(sheet -> sheet.at() <= late && Files.exists(sheet.file()));
        if (all && !lies) {
            alarms.clear(KEY);
        } else {
            alarms.raise(KEY, AlarmKind.FLASH_NOT_PRINTED, Alarm.About.NOTHING);
        }
    }

    /// Whole or not at all: a spooler never sees half a sheet.
    private boolean lay(Reference place) {
        try {
            Sheet sheet = press.apply(place);
            Path part = folder.resolve("." + sheet.name() + ".part");
            Path file = folder.resolve(sheet.name() + ".pdf");
            Files.deleteIfExists(part);
            Files.write(part, sheet.pdf(), StandardOpenOption.CREATE_NEW, StandardOpenOption.DSYNC);
            Files.setPosixFilePermissions(part, PosixFilePermissions.fromString("rw-r-----"));
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
            laid.put(place, new Laid(file, wallMillis.getAsLong()));
            return true;
        } catch (IOException | RuntimeException fault) {
            LOG.atWarn()
                    .addKeyValue("entry", place)
                    .addKeyValue("kind", fault.getClass().getSimpleName())
                    .log("a FLASH could not be laid into the tray of the printer");
            return false;
        }
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
