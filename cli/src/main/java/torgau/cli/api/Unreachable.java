package torgau.cli.api;

import java.net.URI;

/// The station did not answer at its address.
public final class Unreachable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Unreachable(URI station, Throwable cause) {
        super("no station answers at " + station, cause);
    }
}
