package torgau.station.home;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import torgau.journal.crypto.RandomSource;

/// The machine's present run, as the kernel names it.
public final class Boot {
    private static final Path KERNEL = Path.of("/proc/sys/kernel/random/boot_id");

    private Boot() {}

    /// The kernel's boot id. Where there is none, a fresh random one: then no mark of a clean stop is ever
    /// believed, and every start begins a new incarnation.
    public static String id(RandomSource random) {
        try {
            return Files.readString(KERNEL).strip();
        } catch (IOException none) {
            return "unknown-" + HexFormat.of().formatHex(random.bytes(16));
        }
    }
}
