package torgau.link.seal;

import java.util.List;

/// How long it takes to seal and open one frame under a live key: `java … torgau.link.seal.SealSpeed`. Prints the
/// best of several windows, for the machine is shared.
final class SealSpeed {
    private static final int FRAMES = 20_000;
    private static final int WINDOWS = 30;

    private SealSpeed() {}

    public static void main(String[] arguments) {
        for (int length : new int[] {100, 600, 4_000, 60_000}) {
            System.out.printf("%6d bytes: seal and open %.2f µs%n", length, best(length));
        }
        System.out.printf("opening: made, sent and accepted in %.0f µs%n", opening());
    }

    private static double best(int length) {
        var blue = Post.pair(1).getFirst();
        var red = blue.peers.getFirst();
        byte[] frame = new byte[length];
        int frames = Math.max(500, FRAMES * 600 / (600 + length));
        long best = Long.MAX_VALUE;
        long now = 1_750_000_000_000L;
        for (int i = 0; i < 3; i++) {
            red.openAll(blue.seal(red, "x", now), now);
            blue.openAll(red.seal(blue, "x", now), now);
        }
        for (int window = 0; window < WINDOWS; window++) {
            long from = System.nanoTime();
            for (int i = 0; i < frames; i++) {
                List<byte[]> messages = blue.to(red).seal(frame, Integer.MAX_VALUE, now);
                if (!(red.open(messages.getFirst(), now) instanceof Inbound.Opened)) {
                    throw new IllegalStateException("not opened");
                }
            }
            best = Math.min(best, System.nanoTime() - from);
        }
        return best / 1_000.0 / frames;
    }

    private static double opening() {
        long best = Long.MAX_VALUE;
        for (int i = 0; i < 200; i++) {
            var blue = Post.pair(i).getFirst();
            var red = blue.peers.getFirst();
            long from = System.nanoTime();
            red.openAll(blue.seal(red, "x", i), i);
            best = Math.min(best, System.nanoTime() - from);
        }
        return best / 1_000.0;
    }
}
