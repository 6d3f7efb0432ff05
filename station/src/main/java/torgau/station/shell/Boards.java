package torgau.station.shell;

import java.util.List;
import java.util.Optional;
import torgau.station.heart.Heart;
import torgau.station.heart.LineBoard;
import torgau.station.heart.Moment;

/// How the bearers to each other station stood at one moment, and what waited for them. It is no part of
/// the [Picture], which is asked for with almost every request: what waits is read from the disk.
public record Boards(Moment at, List<LineBoard> stations) {
    static Boards of(Heart heart, Moment now) {
        return new Boards(now, heart.boards(now));
    }

    public Optional<LineBoard> of(int station) {
        return stations.stream().filter(each -> each.station() == station).findFirst();
    }
}
