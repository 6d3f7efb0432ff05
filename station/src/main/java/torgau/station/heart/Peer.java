package torgau.station.heart;

import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import torgau.journal.Code;
import torgau.link.engine.Bearer;
import torgau.link.engine.Engine;
import torgau.link.seal.Sealer;

/// Another station of the line, with the link to it.
final class Peer {
    /// Receipts that are signed at once for what this station says, if the agreement allows it no more FLASH in an
    /// hour; others wait to be joined.
    static final int URGENT_RECEIPTS_PER_MINUTE = 120;

    private static final long FIRST_DIAL_MILLIS = 250;
    private static final long MAX_DIAL_MILLIS = 5_000;
    /// How often a peer is dialled that has declared to send nothing: it will not accept, but may end that early.
    private static final long LISTENER_DIAL_MILLIS = 60_000;
    private static final long FIRST_REPEAT_MILLIS = 60_000;
    private static final long MAX_REPEAT_MILLIS = 3_600_000;
    private static final long CROSSING_MILLIS = 10_000;

    final int station;
    final Engine engine;
    final Sealer sealer;
    final LineWatch watch;
    final NavigableMap<Long, Way> ways = new TreeMap<>();
    final PerMinute urgentReceipts;
    private long dialAt;
    private long dialPause = FIRST_DIAL_MILLIS;
    private long heardAt;
    private long repeatAt = Long.MAX_VALUE;
    private long repeatPause = FIRST_REPEAT_MILLIS;

    /// A bearer to this peer.
    ///
    /// @param dialledHere whether this station dialled
    /// @param upAt since when, steady milliseconds
    record Way(long bearer, int mtu, boolean stream, boolean dialledHere, boolean proven, long upAt) {
        Way asProven() {
            return new Way(bearer, mtu, stream, dialledHere, true, upAt);
        }
    }

    /// @param flashPerHour what the agreement allows
    Peer(int station, Engine engine, Sealer sealer, LineWatch watch, int flashPerHour) {
        this.urgentReceipts = new PerMinute(Math.max(URGENT_RECEIPTS_PER_MINUTE, flashPerHour));
        this.station = station;
        this.engine = engine;
        this.sealer = sealer;
        this.watch = watch;
    }

    /// Whether it is time to dial again: a connection is wanted beside any datagrams. The pause grows to five seconds
    /// and
    /// never beyond.
    boolean dialDue(Moment now) {
        if (connected() || now.steady() < dialAt) {
            return false;
        }
        dialAt = now.steady() + (watch.listens() ? LISTENER_DIAL_MILLIS : dialPause);
        dialPause = Math.min(MAX_DIAL_MILLIS, dialPause * 2);
        return true;
    }

    private boolean connected() {
        return ways.values().stream().anyMatch(Way::stream);
    }

    /// The peer has been heard. After a silence the next dial, if one is needed, goes out at once; who speaks all the
    /// time over another bearer does not hasten it.
    void heard(Moment now) {
        if (heardAt == 0 || now.steady() - heardAt >= MAX_DIAL_MILLIS) {
            dialSoon(now);
        }
        heardAt = now.steady();
    }

    /// The next dial, if one is needed, goes out at once.
    void dialSoon(Moment now) {
        dialPause = FIRST_DIAL_MILLIS;
        dialAt = Math.min(dialAt, now.steady() + FIRST_DIAL_MILLIS);
    }

    /// The peer has declared to send nothing, and does not: what it is not known to hold is repeated for it, first
    /// after
    /// a minute and then after pauses that double up to an hour. In between nothing is sent again, because no
    /// acknowledgement can come.
    void listens(boolean listens, Moment now) {
        engine.peerListens(listens);
        if (!listens) {
            repeatAt = Long.MAX_VALUE;
        } else if (repeatAt == Long.MAX_VALUE) {
            repeatSoon(now);
        }
    }

    /// There is something new for a peer that only listens: pauses begin anew.
    void repeatSoon(Moment now) {
        if (watch.listens()) {
            repeatPause = FIRST_REPEAT_MILLIS;
            repeatAt = Math.min(repeatAt, now.steady() + repeatPause);
        }
    }

    /// Sends again, so that a peer can read it that has started anew meanwhile and cannot say so.
    void repeat(Moment now) {
        if (now.steady() < repeatAt) {
            return;
        }
        repeatPause = Math.min(MAX_REPEAT_MILLIS, repeatPause * 2);
        repeatAt = now.steady() + repeatPause;
        if (engine.waitsForPeer()) {
            sealer.bearerUp();
            engine.repeat(now.steady());
        }
    }

    long repeatsAt() {
        return repeatAt;
    }

    /// This station sends again: each bearer is taken as one that has just come up.
    void renew(Moment now) {
        for (Bearer bearer : engine.bearers()) {
            engine.down(bearer.id());
            engine.up(bearer, now.steady());
        }
        sealer.bearerUp();
        dialSoon(now);
    }

    long dialsAt() {
        return connected() ? Long.MAX_VALUE : dialAt;
    }

    /// Of two streams to one peer one survives. A station dials only if it has no stream, so that of two that came
    /// up at different times the older is broken, even if this end has not noticed. Of two that crossed, both ends
    /// keep the same: what the lower station dialled; of several such the newest, and then only the end that
    /// dialled closes the others.
    List<Effect> superfluous(int own) {
        boolean lower = own < station;
        List<Way> proven = ways.values().stream()
                .filter(way -> way.proven() && way.stream())
                .toList();
        long newest = proven.stream().mapToLong(Way::upAt).max().orElse(0);
        var crossed = proven.stream()
                .filter(way -> newest - way.upAt() <= CROSSING_MILLIS)
                .toList();
        Optional<Way> kept =
                crossed.stream().filter(way -> way.dialledHere() == lower).reduce((_, later) -> later);
        return proven.stream()
                .filter(way -> !crossed.contains(way)
                        || (kept.isPresent() && way.bearer() != kept.get().bearer() && (lower || way.dialledHere())))
                .<Effect>map(way -> new Effect.Close(way.bearer(), Code.BEARER_SUPERFLUOUS))
                .toList();
    }
}
