package torgau.station.http;

import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import torgau.store.StoreFault;

/// Looks now and then whether a watch that was handed over has been taken.
final class WatchRound implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger("torgau.http");
    private static final long EVERY_SECONDS = 5;

    private final Thread thread;

    WatchRound(String station, Runnable look) {
        thread = Thread.ofVirtual().name("watch " + station).start(() -> round(look));
    }

    private static void round(Runnable look) {
        try {
            while (true) {
                try {
                    look.run();
                } catch (StoreFault fault) {
                    LOG.atDebug().addKeyValue("code", fault.code().code()).log("the watch log could not be read");
                }
                TimeUnit.SECONDS.sleep(EVERY_SECONDS);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
