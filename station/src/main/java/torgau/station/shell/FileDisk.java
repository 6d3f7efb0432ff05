package torgau.station.shell;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.function.LongSupplier;
import torgau.journal.Code;
import torgau.station.heart.Heart;
import torgau.station.home.PrivateFiles;
import torgau.store.Damage;
import torgau.store.JournalStore;
import torgau.store.StoreFault;
import torgau.store.desk.Desk;
import torgau.store.desk.SqliteDesk;
import torgau.store.sqlite.Salvage;
import torgau.store.sqlite.SqliteStore;

/// The journal and the desk, each in a file of its own.
public final class FileDisk implements Disk {
    /// What a disk must take before it is believed to take more.
    private static final int PROBE_BYTES = 4 << 20;

    private static final int PROBE_CHUNK = 1 << 16;
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss-SSS", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final Path journal;
    private final Path desk;
    private final LongSupplier wallMillis;

    public FileDisk(Path journal, Path desk, LongSupplier wallMillis) {
        this.journal = journal;
        this.desk = desk;
        this.wallMillis = wallMillis;
    }

    @Override
    public JournalStore journal() {
        return SqliteStore.open(journal);
    }

    @Override
    public Desk desk() {
        return SqliteDesk.open(desk);
    }

    @Override
    public void probe() {
        Path probe = journal.resolveSibling(journal.getFileName() + ".probe");
        try (var channel = FileChannel.open(probe, CREATE, WRITE, TRUNCATE_EXISTING)) {
            for (int written = 0; written < PROBE_BYTES; ) {
                written += channel.write(ByteBuffer.allocate(PROBE_CHUNK));
            }
            channel.force(true);
        } catch (IOException fault) {
            throw new StoreFault(Code.DISK_FULL, "trying " + journal.getParent() + ": " + fault.getMessage(), fault);
        } finally {
            drop(probe);
        }
    }

    private static void drop(Path probe) {
        try {
            Files.deleteIfExists(probe);
        } catch (IOException fault) {
            Log.SHELL.atDebug().log("a probe could not be deleted");
        }
    }

    @Override
    public Aside setAside(Part part) {
        return switch (part) {
            case JOURNAL -> salvaged(renamed(journal));
            case DESK -> new Aside(renamed(desk), 0, List.of());
        };
    }

    private String renamed(Path file) {
        String stamp = ".damaged-" + STAMP.format(Instant.ofEpochMilli(wallMillis.getAsLong()));
        try {
            for (String suffix : List.of("", "-wal", "-shm")) {
                Path from = file.resolveSibling(file.getFileName() + suffix);
                if (Files.exists(from)) {
                    Files.move(from, file.resolveSibling(file.getFileName() + stamp + suffix));
                }
            }
            return file.getFileName() + stamp;
        } catch (IOException fault) {
            throw new StoreFault(Code.STORE_UNREADABLE, "renaming " + file + ": " + fault.getMessage(), fault);
        }
    }

    /// What cannot be saved comes again from the peers, if it ever reached them.
    private Aside salvaged(String kept) {
        PrivateFiles.touch(journal);
        try (JournalStore fresh = SqliteStore.open(journal)) {
            Salvage.Saved saved = Salvage.copy(journal.resolveSibling(kept), fresh, Heart::outlivesDamage);
            return new Aside(kept, saved.entries(), saved.lost());
        } catch (StoreFault nothing) {
            return new Aside(kept, 0, List.of(new Damage(null, String.valueOf(nothing.getMessage()))));
        }
    }
}
