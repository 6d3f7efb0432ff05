package torgau.link.bearer;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.Predicate;
import torgau.journal.Code;

/// Events as they came, to be waited for.
final class Recorded implements BearerEvents {
    static final Duration LONG = Duration.ofSeconds(20);

    final List<Long> up = new ArrayList<>();
    final List<byte[]> received = new ArrayList<>();
    final Map<Long, Code> down = new TreeMap<>();
    final List<String> remotes = new ArrayList<>();
    final List<String> details = new ArrayList<>();
    final List<String> unreachable = new ArrayList<>();
    final List<Code> discarded = new ArrayList<>();
    long drained;
    long receivedBytes;

    @Override
    public synchronized void up(long bearer, String address, OptionalInt dialled) {
        up.add(bearer);
        remotes.add(address + " " + dialled);
        notifyAll();
    }

    @Override
    public synchronized void received(long bearer, byte[] message) {
        if (down.containsKey(bearer)) {
            throw new IllegalStateException("bearer " + bearer + " is down");
        }
        received.add(message);
        receivedBytes += message.length;
        notifyAll();
    }

    @Override
    public synchronized void drained(long bearer, int bytes) {
        drained += bytes;
        notifyAll();
    }

    @Override
    public synchronized void down(long bearer, Code reason, String detail) {
        details.add(detail);
        if (!up.contains(bearer) || down.put(bearer, reason) != null) {
            throw new IllegalStateException("bearer " + bearer + " went down twice, or never up");
        }
        notifyAll();
    }

    @Override
    public synchronized void unreachable(int station, String address, String detail) {
        unreachable.add(station + " " + address);
        notifyAll();
    }

    @Override
    public synchronized void discarded(Code code) {
        discarded.add(code);
        notifyAll();
    }

    /// Waits until it holds, at most twenty seconds.
    synchronized void await(Predicate<Recorded> what) throws InterruptedException {
        long until = System.nanoTime() + LONG.toNanos();
        while (!what.test(this)) {
            long left = (until - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                throw new AssertionError("in vain: up " + up + ", down " + down + ", received " + received.size());
            }
            wait(left);
        }
    }

    synchronized Code awaitDown(long bearer) throws InterruptedException {
        await(it -> it.down.containsKey(bearer));
        return down.get(bearer);
    }

    synchronized long awaitUp(int count) throws InterruptedException {
        await(it -> it.up.size() >= count);
        return up.get(count - 1);
    }

    synchronized int receivedSoFar() {
        return received.size();
    }

    synchronized List<byte[]> messages() {
        return List.copyOf(received);
    }
}
