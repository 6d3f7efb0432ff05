package torgau.cli.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import torgau.journal.Entry;
import torgau.journal.Precedence;
import torgau.journal.Reference;
import torgau.journal.SeenMark;
import torgau.station.heart.Effect.Result;
import torgau.station.heart.LineStatus;
import torgau.station.heart.Notice;
import torgau.station.shell.StationProcess;

/// Two running stations and what is measured on them.
final class Talk implements AutoCloseable {
    private static final int WARM_UP = 300;
    private static final int UNDER_WAY = 512;
    private static final long PATIENCE_SECONDS = 120;
    private static final String TEXT = "The exercise area is closed to shipping and to aircraft from 0600 to 1800 UTC. "
            .repeat(7)
            .substring(0, 500);

    private final StationProcess blue;
    private final StationProcess red;
    private final AtomicLong receipted = new AtomicLong();
    private final AtomicLong arrived = new AtomicLong();
    private final Object changed = new Object();

    Talk(BenchLine line, Path directory) throws InterruptedException {
        blue = line.start(0, directory.resolve("blue/journal.db"), Optional.empty());
        red = line.start(
                1,
                directory.resolve("red/journal.db"),
                Optional.of(blue.linePort().orElseThrow()));
        blue.listen(this::atBlue);
        red.listen(this::atRed);
        while (blue.picture().lines().stream().noneMatch(line0 -> line0.technical() == LineStatus.Technical.WORKING)) {
            Thread.sleep(20);
        }
        Thread.sleep(3_000);
    }

    private void atBlue(Notice notice) {
        if (notice instanceof Notice.Admitted(Entry entry)
                && entry.payload().feed().station() == BenchLine.STATIONS[1]) {
            for (SeenMark mark : entry.payload().seen()) {
                if (mark.feed().station() == BenchLine.STATIONS[0]) {
                    raise(receipted, mark.sequence());
                }
            }
        }
    }

    private void atRed(Notice notice) {
        if (notice instanceof Notice.Admitted(Entry entry)
                && entry.payload().feed().station() == BenchLine.STATIONS[0]) {
            raise(arrived, entry.payload().sequence());
        }
    }

    private void raise(AtomicLong to, long sequence) {
        if (to.get() < sequence) {
            synchronized (changed) {
                to.set(sequence);
                changed.notifyAll();
            }
        }
    }

    private void await(AtomicLong what, long sequence) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        synchronized (changed) {
            while (what.get() < sequence) {
                if (System.nanoTime() > end) {
                    throw new IllegalStateException(
                            "entry " + sequence + " did not arrive in " + PATIENCE_SECONDS + " s");
                }
                changed.wait(100);
            }
        }
    }

    private static Reference place(Result result) {
        if (result instanceof Result.Authored(Entry entry, Precedence _)) {
            return entry.reference();
        }
        throw new IllegalStateException("not authored: " + result);
    }

    /// Nanoseconds from handing a FLASH in to its signed receipt on the sender's disk, ascending.
    long[] latencies(int count) throws InterruptedException, ExecutionException {
        long[] nanos = new long[count];
        for (int i = -WARM_UP; i < count; i++) {
            long began = System.nanoTime();
            Reference place = place(
                    blue.release(BenchLine.message(Precedence.FLASH, TEXT)).get());
            await(receipted, place.sequence());
            if (i >= 0) {
                nanos[i] = System.nanoTime() - began;
            }
        }
        Arrays.sort(nanos);
        return nanos;
    }

    /// Entries a second from handing in until they are on the receiver's disk.
    double sustained(int count) throws InterruptedException {
        var room = new Semaphore(UNDER_WAY);
        var last = new AtomicLong();
        long began = System.nanoTime();
        for (int i = 0; i < count; i++) {
            room.acquire();
            var _ = blue.release(BenchLine.message(Precedence.ROUTINE, TEXT)).whenComplete((result, fault) -> {
                room.release();
                if (fault == null) {
                    last.accumulateAndGet(place(result).sequence(), Math::max);
                }
            });
        }
        room.acquire(UNDER_WAY);
        await(arrived, last.get());
        return count * 1e9 / (System.nanoTime() - began);
    }

    /// Bytes over the socket so far, both ways, framing included.
    long bytes() {
        return blue.wires().ways(BenchLine.STATIONS[1]).stream()
                .mapToLong(way -> way.bytesIn() + way.bytesOut())
                .sum();
    }

    /// Bytes over the socket for one message with its receipt and all that follows from them, without keepalives.
    double bytesForOne(int rounds, double idlePerMinute) throws InterruptedException, ExecutionException {
        var bytes = new ArrayList<Long>();
        for (int i = 0; i < rounds; i++) {
            long before = bytes();
            long began = System.nanoTime();
            Reference place = place(
                    blue.release(BenchLine.message(Precedence.FLASH, TEXT)).get());
            await(receipted, place.sequence());
            Thread.sleep(4_000);
            double minutes = (System.nanoTime() - began) / 60e9;
            bytes.add(Math.round(bytes() - before - idlePerMinute * minutes));
        }
        bytes.sort(null);
        return bytes.get(rounds / 2);
    }

    double idleBytesPerMinute(int seconds) throws InterruptedException {
        Thread.sleep(6_000);
        long before = bytes();
        long began = System.nanoTime();
        Thread.sleep(seconds * 1_000L);
        return (bytes() - before) * 60e9 / (System.nanoTime() - began);
    }

    @Override
    public void close() {
        blue.close();
        red.close();
    }
}
