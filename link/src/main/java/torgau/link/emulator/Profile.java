package torgau.link.emulator;

import java.util.List;

/// What a link does to the packets on it; both directions are alike.
///
/// @param bitsPerSecond counted with the headers of IP and UDP
/// @param delayMillis one way, beside the air time
/// @param jitterMillis by which a packet may come later still, and so behind a later one
/// @param lossPermille of packets lost, after they have used their air time
/// @param duplicatePermille of packets that arrive twice
/// @param mtuBytes of an IP packet; a longer one is dropped
/// @param queueBytes that wait for the air in one direction; what does not fit is dropped
/// @param turnMillis until the other side may speak where both share the air; 0: each has its own
public record Profile(
        String name,
        long bitsPerSecond,
        long delayMillis,
        long jitterMillis,
        int lossPermille,
        int duplicatePermille,
        int mtuBytes,
        int queueBytes,
        long turnMillis) {
    /// Headers of IPv4 and UDP.
    public static final int HEADER_BYTES = 28;

    public static final Profile FIBRE = new Profile("fibre", 1_000_000_000, 20, 0, 0, 0, 1_500, 1 << 20, 0);
    public static final Profile GEO = new Profile("geo", 64_000, 300, 0, 10, 0, 1_500, 32_000, 0);
    public static final Profile NARROW = new Profile("narrow", 9_600, 600, 0, 20, 0, 576, 16_000, 0);
    public static final Profile HF = new Profile("hf", 2_400, 1_000, 0, 50, 0, 576, 8_000, 0);
    public static final Profile HF_HALF_DUPLEX =
            new Profile("hf-half-duplex", 2_400, 1_000, 0, 50, 0, 576, 8_000, 1_500);

    public static final List<Profile> ALL = List.of(FIBRE, GEO, NARROW, HF, HF_HALF_DUPLEX);

    private static final int PERMILLE = 1_000;
    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    public Profile {
        if (bitsPerSecond < 1 || delayMillis < 0 || jitterMillis < 0 || turnMillis < 0) {
            throw new IllegalArgumentException("no link: " + bitsPerSecond + " bit/s, " + delayMillis + " ms");
        }
        if (lossPermille < 0 || lossPermille > PERMILLE || duplicatePermille < 0 || duplicatePermille > PERMILLE) {
            throw new IllegalArgumentException("permille: " + lossPermille + ", " + duplicatePermille);
        }
        if (mtuBytes <= HEADER_BYTES || queueBytes < mtuBytes) {
            throw new IllegalArgumentException("MTU " + mtuBytes + ", queue " + queueBytes);
        }
    }

    /// The same link on which nothing is lost.
    public Profile lossless() {
        return with(jitterMillis, 0, duplicatePermille);
    }

    /// The same link with other troubles.
    public Profile with(long jitter, int loss, int duplicate) {
        return new Profile(name, bitsPerSecond, delayMillis, jitter, loss, duplicate, mtuBytes, queueBytes, turnMillis);
    }

    public boolean halfDuplex() {
        return turnMillis > 0;
    }

    /// The longest datagram that goes into one packet.
    public int datagramBytes() {
        return mtuBytes - HEADER_BYTES;
    }

    /// How long a datagram is on the air, in nanoseconds.
    public long airNanos(int datagramBytes) {
        return (datagramBytes + (long) HEADER_BYTES) * Byte.SIZE * NANOS_PER_SECOND / bitsPerSecond;
    }
}
