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
    /// Whether the peer has proven to live since this station may send.
    private boolean proven;
    private boolean silentHere;
    private long listensUntil = Long.MIN_VALUE;

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
        proven = true;
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

    /// This station sends nothing, or sends again. Nobody can prove to live to one that does not ask: after it, the
    /// peer has as long as at a start.
    void receiveOnly(boolean on, Moment now) {
        silentHere = on;
        proven &= on;
        aliveSteady = now.steady();
    }

    /// Until when the peer has declared to send nothing, milliseconds UTC; a time that is past if it has not.
    void listensUntil(long wallMillis) {
        listensUntil = wallMillis;
    }

    /// Whether the peer does not answer, and has declared that it would not.
    boolean listens() {
        return technical == Technical.LISTENS;
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
        if (silentHere) {
            return Technical.RECEIVE_ONLY;
        }
        if (now.steady() - aliveSteady >= unansweredAfter) {
            return now.wall() < listensUntil ? Technical.LISTENS : Technical.UNANSWERED;
        }
        return proven ? Technical.WORKING : Technical.NOT_YET_MET;
    }

    boolean working() {
        return technical == Technical.WORKING;
    }

    long turnsAt() {
        return aliveSteady + unansweredAfter;
    }

    LineStatus status(long nextTestAt, boolean nextTestOurs, Moment now) {
        OptionalLong listens = now.wall() < listensUntil ? OptionalLong.of(listensUntil) : OptionalLong.empty();
        return new LineStatus(
                station, technical, since, aliveWall, nextTestAt, nextTestOurs, testedAt, offset, listens);
    }
}
