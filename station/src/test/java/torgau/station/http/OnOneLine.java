package torgau.station.http;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/// All tests of a class on one line that works, one after another: what a test says stays said.
abstract class OnOneLine {
    @TempDir
    static Path folder;

    static Line line;
    static Client blue;
    static Client red;

    @BeforeAll
    static void startLine() {
        line = new Line(folder);
        blue = line.blue;
        red = line.red;
    }

    @AfterAll
    static void stopLine() {
        line.close();
    }
}
