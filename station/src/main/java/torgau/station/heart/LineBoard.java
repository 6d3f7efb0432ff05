package torgau.station.heart;

import java.util.List;
import torgau.link.engine.Backlog;
import torgau.link.engine.BearerStatus;

/// The bearers to one peer station, and what waits to go over them.
public record LineBoard(int station, List<BearerStatus> bearers, Backlog backlog) {
    public LineBoard {
        bearers = List.copyOf(bearers);
    }
}
