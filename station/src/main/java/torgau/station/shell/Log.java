package torgau.station.shell;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What the station logs: codes, ids and numbers, never what the parties said.
final class Log {
    static final Logger SHELL = LoggerFactory.getLogger("torgau.shell");

    private Log() {}
}
