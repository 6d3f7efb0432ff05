package torgau.sim;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import org.jspecify.annotations.Nullable;
import torgau.link.bearer.TcpLimits;

/// One end of a connection: messages arrive whole and in order, or the connection breaks and what was under way is
/// lost.
final class StreamEnd extends End {
    private static final long PATIENCE_MILLIS = 20_000;

    private final Path there;
    private final Path back;
    private final Deque<Parcel> queue = new ArrayDeque<>();
    private @Nullable StreamEnd other;
    private boolean sending;
    private boolean cut;
    private int unconfirmed;
    private long arrivedAt;
    private long stalledSince = -1;
    private final Deque<Arrived> unread = new ArrayDeque<>();
    private long taken;
    private long share = TcpLimits.DEFAULT.unauthenticatedBytes();
    private boolean known;

    /// A message that has come, perhaps altered on its way, and is not read yet.
    private record Arrived(Parcel parcel, byte[] message) {}

    /// A message, and how much went before it.
    record Parcel(byte[] message, long bearer, long before) {}

    StreamEnd(Network network, Run run, int peer) {
        super(network, run);
        this.there = network.path(run.machine.station(), peer);
        this.back = network.path(peer, run.machine.station());
        network.agenda().in(TcpLimits.DEFAULT.authenticateWithinMillis(), this::stillStrange);
    }

    private void stillStrange() {
        if (!known && !cut && up()) {
            network.sever(this, "it did not show who it is");
        }
    }

    void join(StreamEnd otherEnd) {
        other = otherEnd;
    }

    @Nullable
    StreamEnd other() {
        return other;
    }

    @Override
    void send(byte[] message) {
        queue.add(new Parcel(message, bearer, taken));
        taken += message.length;
        transmit();
    }

    /// How much it has been given.
    long taken() {
        return taken;
    }

    private void transmit() {
        if (!sending && !queue.isEmpty() && !cut) {
            sending = true;
            network.agenda().in(network.millis(queue.getFirst().message().length), this::leave);
        }
    }

    private void leave() {
        sending = false;
        if (cut || !up() || queue.isEmpty()) {
            return;
        }
        if (there.blocked()) {
            stall();
            return;
        }
        Parcel parcel = queue.removeFirst();
        arrivedAt = Math.max(arrivedAt, network.agenda().now() + there.latencyMillis());
        network.agenda().at(arrivedAt, () -> arrive(parcel));
        confirm(parcel.message().length);
        transmit();
    }

    /// What has left counts as gone only once the other side's word of it can come back.
    private void confirm(int bytes) {
        if (back.blocked()) {
            unconfirmed += bytes;
            stall();
        } else {
            stalledSince = -1;
            int all = unconfirmed + bytes;
            unconfirmed = 0;
            drained(all);
        }
    }

    private void stall() {
        long now = network.agenda().now();
        if (stalledSince < 0) {
            stalledSince = now;
            network.agenda().in(PATIENCE_MILLIS, () -> lookAgain(now));
        }
    }

    private void lookAgain(long since) {
        if (stalledSince == since && !cut && up()) {
            network.sever(this, "no answer");
        }
    }

    /// The way is open again.
    void resume() {
        if (!cut && up() && stalledSince >= 0 && !there.blocked() && !back.blocked()) {
            stalledSince = -1;
            if (unconfirmed > 0) {
                int all = unconfirmed;
                unconfirmed = 0;
                drained(all);
            }
            transmit();
        }
    }

    private void arrive(Parcel parcel) {
        StreamEnd reached = other;
        if (!cut && reached != null && reached.up()) {
            network.carried(run.machine.station(), reached, parcel.message());
            byte[] message = network.perhapsCorrupted(there, parcel.message());
            if (!Arrays.equals(message, parcel.message())) {
                network.spoilt(this);
            }
            reached.unread.add(new Arrived(parcel, message));
            reached.read();
        }
    }

    /// Reads what has come; of a stranger no more than its share.
    private void read() {
        while (up() && !unread.isEmpty() && (known || share > 0)) {
            Arrived next = unread.removeFirst();
            share -= next.message().length;
            run.unpack(next.parcel(), () -> deliver(next.message()));
        }
    }

    @Override
    void genuine(int bytes) {
        share += bytes;
        network.agenda().in(0, this::read);
    }

    @Override
    void authenticated() {
        known = true;
        network.agenda().in(0, this::read);
    }

    /// Nothing moves any more; whoever holds an end learns of it in time.
    void cut() {
        cut = true;
        queue.clear();
        unread.clear();
    }

    boolean isCut() {
        return cut;
    }

    @Override
    void close() {
        network.close(this);
    }
}
