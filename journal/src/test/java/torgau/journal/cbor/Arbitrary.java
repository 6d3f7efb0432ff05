package torgau.journal.cbor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/// Values of the profile and damaged encodings, drawn from a seed.
final class Arbitrary {
    private static final String[] ALPHABET = {"a", "Z", "0", "ж", "ї", "Э", "€", "\u0301", "🜨", "\uffff", "\0", "?"};
    private static final long[] EDGES = {23, 24, 255, 256, 65_535, 65_536, 0xffffffffL, 0x100000000L, Long.MAX_VALUE};

    private Arbitrary() {}

    static CborValue value(Random random, int depth) {
        return switch (random.nextInt(depth > 0 ? 10 : 6)) {
            case 0, 1 -> new CborValue.IntegerValue(integer(random));
            case 2 -> new CborValue.BytesValue(bytes(random));
            case 3 -> new CborValue.TextValue(text(random));
            case 4 -> new CborValue.BoolValue(random.nextBoolean());
            case 5 -> new CborValue.NullValue();
            case 6, 7 -> new CborValue.ArrayValue(values(random, depth - 1));
            case 8 -> new CborValue.MapValue(pairs(random, depth - 1));
            default -> new CborValue.TagValue(tag(random), value(random, depth - 1));
        };
    }

    /// The bytes with one to three small damages, some of which leave a value in the profile.
    static byte[] mutated(byte[] bytes, Random random) {
        byte[] mutated = bytes;
        for (int i = random.nextInt(3); i >= 0; i--) {
            mutated = damaged(mutated, random);
        }
        return mutated;
    }

    private static byte[] damaged(byte[] bytes, Random random) {
        int at = random.nextInt(bytes.length);
        byte[] changed = bytes.clone();
        return switch (random.nextInt(5)) {
            case 0 -> {
                changed[at] ^= (byte) (1 << random.nextInt(8));
                yield changed;
            }
            case 1 -> {
                changed[at] = (byte) random.nextInt(256);
                yield changed;
            }
            case 2 -> spliced(bytes, at, Math.min(1, bytes.length - 1), new byte[0]);
            case 3 -> spliced(bytes, at, 0, new byte[] {(byte) random.nextInt(256)});
            default -> spliced(bytes, at, 1, new byte[] {(byte) ((bytes[at] & 0xe0) | 24), (byte) (bytes[at] & 0x1f)});
        };
    }

    private static byte[] spliced(byte[] bytes, int at, int removed, byte[] inserted) {
        byte[] result = Arrays.copyOf(bytes, bytes.length - removed + inserted.length);
        System.arraycopy(inserted, 0, result, at, inserted.length);
        System.arraycopy(bytes, at + removed, result, at + inserted.length, bytes.length - at - removed);
        return result;
    }

    private static long integer(Random random) {
        long edge = EDGES[random.nextInt(EDGES.length)];
        long value = random.nextBoolean() ? edge : random.nextLong() >>> random.nextInt(64);
        return random.nextBoolean() ? value : ~value;
    }

    /// Tags without a meaning of their own in the other implementation.
    private static long tag(Random random) {
        return random.nextBoolean() ? 18 : 4_000 + random.nextInt(100_000);
    }

    private static byte[] bytes(Random random) {
        byte[] bytes = new byte[random.nextInt(random.nextInt(10) == 0 ? 300 : 30)];
        random.nextBytes(bytes);
        return bytes;
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(random.nextInt(10) == 0 ? 300 : 12); i > 0; i--) {
            text.append(ALPHABET[random.nextInt(ALPHABET.length)]);
        }
        return text.toString();
    }

    private static List<CborValue> values(Random random, int depth) {
        List<CborValue> values = new ArrayList<>();
        for (int i = random.nextInt(6); i > 0; i--) {
            values.add(value(random, depth));
        }
        return values;
    }

    private static List<CborValue.Pair> pairs(Random random, int depth) {
        List<CborValue.Pair> pairs = new ArrayList<>();
        List<CborValue> keys = new ArrayList<>();
        for (int i = random.nextInt(6); i > 0; i--) {
            CborValue key = value(random, depth);
            if (!keys.contains(key)) {
                keys.add(key);
                pairs.add(new CborValue.Pair(key, value(random, depth)));
            }
        }
        return pairs;
    }
}
