package torgau.station.shell;

import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import torgau.journal.Reference;
import torgau.store.StoreFault;
import torgau.store.desk.Desk;
import torgau.store.desk.LogLine;

/// The log of the watch, on the desk: what officers did and what befell the station; never what was said.
public final class WatchLog {
    private final LongSupplier wallMillis;
    private final Kept<Desk> desk;

    WatchLog(LongSupplier wallMillis, Kept<Desk> desk) {
        this.wallMillis = wallMillis;
        this.desk = desk;
    }

    /// Adds a line. A desk that cannot be written does not keep an officer from acting: it has its own alarm.
    public void note(String kind, @Nullable String office, @Nullable Reference reference, @Nullable String detail) {
        try {
            var line = new LogLine(1, wallMillis.getAsLong(), kind, office, null, reference, detail);
            desk.use(open -> open.log(line));
        } catch (StoreFault fault) {
            Log.SHELL
                    .atWarn()
                    .addKeyValue("code", fault.code().code())
                    .log("the log of the watch could not be written");
        }
    }
}
