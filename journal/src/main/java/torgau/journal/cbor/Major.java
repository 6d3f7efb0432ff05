package torgau.journal.cbor;

/// The first byte of an item: three bits of major type (RFC 8949 §3.1), five of argument.
final class Major {
    static final int UNSIGNED = 0;
    static final int NEGATIVE = 1;
    static final int BYTES = 2;
    static final int TEXT = 3;
    static final int ARRAY = 4;
    static final int MAP = 5;
    static final int TAG = 6;
    static final int SIMPLE = 7;

    static final int FALSE = 0xf4;
    static final int TRUE = 0xf5;
    static final int NULL = 0xf6;

    private static final String[] NAMES = {
        "an unsigned integer",
        "a negative integer",
        "a byte string",
        "a text",
        "an array",
        "a map",
        "a tag",
        "a simple value or float"
    };

    private Major() {}

    /// The name of a major type as messages write it.
    static String name(int major) {
        return NAMES[major];
    }

    /// Tags 0 to 5 are dates, bignums, decimal fractions and bigfloats: second encodings of what integers say.
    static boolean secondEncoding(long tag) {
        return tag <= 5;
    }
}
