package torgau.station.heart;

import java.util.OptionalLong;
import torgau.station.heart.LineStatus.Technical;

/// How the line to one peer stands, from signed and fresh proof only.
final class LineWatch {
    private final int station;
    private long unansweredAfter;
    private Technical technical = Technical.NOT_YET_MET;
    private long since;
    private OptionalLong aliveWall = OptionalLong.empty();
    private long aliveSteady;
    private OptionalLong testedAt = OptionalLong.empty();
    private OptionalLong offset = OptionalLong.empty();
    private boolean fault;

    LineWatch(int station, long unansweredAfter, Moment now) {
        this.station = station;
        this.unansweredAfter = unansweredAfter;
        this.since = now.wall();
        this.aliveSteady = now.steady();
    }

    /// How long the peer may leave challenges unanswered: less often does a slow bearer carry one.
    void patience(long millis) {
        unansweredAfter = millis;
    }

    /// The peer has answered a fresh challenge.
    void alive(Moment now) {
        aliveWall = OptionalLong.of(now.wall());
        aliveSteady = now.steady();
    }

    /// A link test came back; `offsetMillis` is how far the peer's clock is ahead.
    void tested(boolean intact, long offsetMillis, Moment now) {
        testedAt = OptionalLong.of(now.wall());
        offset = OptionalLong.of(offsetMillis);
        fault = !intact;
    }

    /// Notes a fault of this station's own, or its end.
    void ownFault(boolean present) {
        fault = present;
    }

    /// The state now; whether it is another than before.
    boolean turn(Moment now) {
        Technical next = state(now);
        boolean changed = next != technical;
        if (changed) {
            technical = next;
            since = next == Technical.UNANSWERED ? aliveWall.orElse(since) : now.wall();
        }
        return changed;
    }

    private Technical state(Moment now) {
        if (fault) {
            return Technical.TECHNICAL_FAULT;
        }
        boolean silent = now.steady() - aliveSteady >= unansweredAfter;
        if (aliveWall.isEmpty()) {
            return silent ? Technical.UNANSWERED : Technical.NOT_YET_MET;
        }
        return silent ? Technical.UNANSWERED : Technical.WORKING;
    }

    boolean working() {
        return technical == Technical.WORKING;
    }

    long turnsAt() {
        return aliveSteady + unansweredAfter;
    }

    LineStatus status(long nextTestAt, boolean nextTestOurs) {
        return new LineStatus(station, technical, since, aliveWall, nextTestAt, nextTestOurs, testedAt, offset);
    }
}
