package torgau.link.seal;

/// The first byte of everything that a bearer carries, and the sizes that the wire allows. Spec:
/// docs/spec/04-sealing.md.
///
/// Any two first bytes differ in two bits, so that one flipped bit never turns one kind into another.
public final class SealWire {
    /// First byte of a piece of an opening.
    static final int OPENING = 0x03;

    /// First byte of a frame that spells out its session and salt.
    static final int EARLY = 0x05;

    /// First byte of a frame under a key that both ends have put a fresh salt into.
    static final int LIVE = 0x06;

    /// First byte of a notice: "I cannot read this".
    static final int NOTICE = 0x09;

    static final int TYPE_BYTES = 1;
    static final int SESSION_ID_BYTES = 8;
    static final int KEY_ID_BYTES = 4;
    static final int SALT_BYTES = 16;
    static final int ECHO_BYTES = 4;
    static final int TAG_BYTES = 16;

    /// What is sealed is padded to a multiple of this.
    public static final int PADDING_BYTES = 16;

    /// The longest plain frame.
    public static final int MAX_FRAME_BYTES = 65_536;

    /// The longest header of a frame: an early one with the longest counter.
    public static final int MAX_HEADER_BYTES =
            TYPE_BYTES + SESSION_ID_BYTES + SALT_BYTES + ECHO_BYTES + Counter.MAX_BYTES;

    /// The most that sealing adds to a plain frame.
    public static final int MAX_OVERHEAD_BYTES = MAX_HEADER_BYTES + PADDING_BYTES + TAG_BYTES;

    /// The longest message that a bearer may carry.
    public static final int MAX_SEALED_BYTES = MAX_FRAME_BYTES + MAX_OVERHEAD_BYTES;

    /// The smallest MTU that sealing can serve.
    public static final int MIN_MTU_BYTES = 256;

    private SealWire() {}

    /// The longest plain frame that surely fits a bearer of this MTU, however long its header must be.
    public static int room(int mtu) {
        if (mtu < MIN_MTU_BYTES) {
            throw new IllegalArgumentException("MTU " + mtu + " is below " + MIN_MTU_BYTES);
        }
        int padded = (mtu - MAX_HEADER_BYTES - TAG_BYTES) / PADDING_BYTES * PADDING_BYTES;
        return Math.min(MAX_FRAME_BYTES, padded - 1);
    }
}
