package torgau.station.http;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/// Each test on a station of its own, whose counterpart does not run.
abstract class OnOneStation {
    @TempDir
    Path folder;

    Served line;
    Client blue;

    @BeforeEach
    void startStation() {
        line = new Served(folder);
        line.blue.start();
        blue = line.blue.client();
    }

    @AfterEach
    void stopStation() {
        line.close();
    }
}
