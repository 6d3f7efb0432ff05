package torgau.cli.bench;

import java.util.List;
import java.util.function.BooleanSupplier;
import torgau.journal.crypto.RandomSource;
import torgau.link.emulator.Count;
import torgau.link.emulator.EmulatedLink;
import torgau.link.emulator.Profile;
import torgau.station.heart.Identity;

/// Two stations and the link between them, in virtual time.
final class LinkWorld {
    static final long SECOND = 1_000_000_000L;

    final LinkEnd blue;
    final LinkEnd red;
    private final List<LinkEnd> ends;
    private final EmulatedLink link;
    private long now;

    /// @param identities of both stations
    /// @param random everything that happens by chance, here and in both hearts
    LinkWorld(List<Identity> identities, Profile profile, RandomSource random) {
        link = new EmulatedLink(profile, random);
        blue = end(identities, 0, profile, random);
        red = end(identities, 1, profile, random);
        ends = List.of(blue, red);
        ends.forEach(end -> end.start(now));
    }

    private LinkEnd end(List<Identity> identities, int side, Profile profile, RandomSource random) {
        return new LinkEnd(
                identities.get(side), identities.get(1 - side).station(), profile, random, new LinkEnd.Modem() {
                    @Override
                    public void send(byte[] datagram) {
                        link.send(side, datagram, now);
                    }

                    @Override
                    public boolean idle() {
                        return link.idle(side, now);
                    }
                });
    }

    long now() {
        return now;
    }

    Count count(int from) {
        return link.count(from);
    }

    /// Bytes that were on the air so far, of both directions.
    long bytes() {
        return link.count(0).bytes() + link.count(1).bytes();
    }

    void outage(boolean begins) {
        link.outage(begins, now);
    }

    /// Lets so many nanoseconds pass.
    void pass(long nanos) {
        until(() -> false, nanos);
    }

    /// Lets time pass until something is so; false if it is not after `nanos`.
    boolean until(BooleanSupplier done, long nanos) {
        long end = now + nanos;
        while (!done.getAsBoolean()) {
            long next = Math.min(link.nextAt(), Math.min(blue.nextAt(), red.nextAt()));
            if (next > end) {
                now = end;
                return done.getAsBoolean();
            }
            now = Math.max(now, next);
            link.arrivals(now).forEach(arrival -> ends.get(arrival.to()).arrive(arrival.datagram(), now));
            ends.forEach(end2 -> end2.pass(now));
        }
        return true;
    }
}
