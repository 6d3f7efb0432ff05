package torgau.station.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import torgau.station.shell.RunningLine;

/// A FLASH that arrives lies in the tray of the printer at once, without anybody asking.
final class PrintedFlashTest {
    @TempDir
    Path folder;

    @Test
    void a_flash_prints_by_itself_and_what_is_less_urgent_does_not() throws IOException {
        Path tray = Files.createDirectory(folder.resolve("tray"));
        var served = new Served(folder);
        served.red.tray = Optional.of(tray);
        try (var line = new Line(served.start())) {
            String routine = Line.say(line.blue, Line.message("ROUTINE", "The exercise ends at 18:30."));
            Line.await(line.red, routine);
            String flash = Line.say(line.blue, Line.message("FLASH", "Stop 12 nm off."));
            Path sheet = tray.resolve(flash + ".pdf");
            RunningLine.awaitUntil("it lies there", () -> Files.exists(sheet));

            assertThat(new String(Files.readAllBytes(sheet), 0, 5, StandardCharsets.US_ASCII))
                    .isEqualTo("%PDF-");
            try (var files = Files.list(tray)) {
                assertThat(files).containsExactly(sheet);
            }
        }
    }
}
