package torgau.station.shell;

import java.util.List;
import torgau.journal.Feed;
import torgau.journal.FeedHead;
import torgau.journal.agreement.Roster;
import torgau.matters.Suspensions;
import torgau.station.heart.Heart;
import torgau.station.heart.LineStatus;
import torgau.station.heart.Moment;

/// What the heart knew at one moment.
///
/// @param feed that the station signs now
/// @param heads of what is on disk
public record Picture(
        Moment at, Feed feed, Roster roster, Suspensions suspensions, List<FeedHead> heads, List<LineStatus> lines) {
    static Picture of(Heart heart, Moment now) {
        return new Picture(now, heart.feed(), heart.roster(), heart.suspensions(), heart.heads(), heart.lines(now));
    }
}
