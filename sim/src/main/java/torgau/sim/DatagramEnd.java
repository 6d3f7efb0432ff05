package torgau.sim;

import java.util.ArrayDeque;
import java.util.Deque;
import torgau.sim.check.Violation;

/// One end of a way for datagrams: each arrives, or not, or twice, or late, or changed.
final class DatagramEnd extends End {
    /// The longest datagram.
    static final int MTU = 1_200;
    private static final long IDLE_MILLIS = 40_000;

    final int peer;
    private final Path there;
    private final Deque<byte[]> queue = new ArrayDeque<>();
    private boolean sending;
    private long heardAt;

    DatagramEnd(Network network, Run run, int peer) {
        super(network, run);
        this.peer = peer;
        this.there = network.path(run.machine.station(), peer);
        heard();
        network.agenda().in(IDLE_MILLIS, this::lookWhetherIdle);
    }

    void heard() {
        heardAt = network.agenda().now();
    }

    private void lookWhetherIdle() {
        if (up()) {
            long idle = network.agenda().now() - heardAt;
            if (idle >= IDLE_MILLIS) {
                down();
            } else {
                network.agenda().in(IDLE_MILLIS - idle, this::lookWhetherIdle);
            }
        }
    }

    @Override
    void send(byte[] message) {
        if (message.length > MTU) {
            throw new Violation("a datagram of " + message.length + " bytes, at most " + MTU + " are carried");
        }
        queue.add(message);
        transmit();
    }

    private void transmit() {
        if (!sending && !queue.isEmpty()) {
            sending = true;
            network.agenda().in(network.millis(queue.getFirst().length), this::leave);
        }
    }

    private void leave() {
        sending = false;
        if (up() && !queue.isEmpty()) {
            byte[] message = queue.removeFirst();
            network.datagram(run.machine.station(), peer, there, message);
            transmit();
            drained(message.length);
        }
    }

    @Override
    void close() {
        down();
    }
}
