package torgau.link.air;

import torgau.journal.Checks;

/// How fast a bearer may send.
///
/// @param bitsPerSecond 75 to 10 Gbit/s
/// @param headerBytes that the network puts before each message: 28 for UDP over IPv4, 48 over IPv6
public record Rate(long bitsPerSecond, int headerBytes) {
    public static final int UDP_IPV4_BYTES = 28;
    public static final long MIN_BITS_PER_SECOND = 75;
    public static final long MAX_BITS_PER_SECOND = 10_000_000_000L;

    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    public Rate {
        Checks.within("bits a second", bitsPerSecond, MIN_BITS_PER_SECOND, MAX_BITS_PER_SECOND);
        Checks.within("header bytes", headerBytes, 0, 128);
    }

    /// How long a message is on the air, rounded up.
    public long airNanos(int messageBytes) {
        long bits = (messageBytes + (long) headerBytes) * Byte.SIZE;
        return Math.ceilDiv(bits * NANOS_PER_SECOND, bitsPerSecond);
    }
}
