package torgau.station.shell;

import java.util.function.Consumer;

/// The end of a process that cannot be trusted any more: memory ran out, or the machine under it broke. It ends
/// loudly and at once, without shutdown hooks, which might hang or write; whoever supervises it starts it
/// again, and the station goes on in a new incarnation from what is on its disk.
public final class Ruin implements Consumer<Throwable> {
    /// The exit code of such an end: EX_SOFTWARE of sysexits.h.
    public static final int EXIT_CODE = 70;

    @Override
    public void accept(Throwable cause) {
        try {
            Log.SHELL.atError().setCause(cause).log("the process ends: it cannot be trusted after this");
        } finally {
            Runtime.getRuntime().halt(EXIT_CODE);
        }
    }
}
