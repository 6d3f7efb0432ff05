package torgau.journal.cbor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;

/// One value of the profile as a tree, for what has no fixed shape: unknown acts, catalogues, tools and tests.
///
/// A value and its bytes determine each other: `decode(bytes).encode()` is `bytes`.
public sealed interface CborValue {
    /// An integer of 64 bits with sign.
    record IntegerValue(long value) implements CborValue {}

    /// A byte string; equal by content. Its array must not be changed.
    @SuppressWarnings("ArrayRecordComponent")
    record BytesValue(byte[] value) implements CborValue {
        @Override
        public boolean equals(Object other) {
            return other instanceof BytesValue bytes && Arrays.equals(value, bytes.value);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(value);
        }
    }

    /// A text without lone surrogates.
    record TextValue(String value) implements CborValue {
        public TextValue {
            Utf8.encoded(value);
        }
    }

    record ArrayValue(List<CborValue> items) implements CborValue {
        public ArrayValue {
            items = List.copyOf(items);
        }
    }

    /// A map, its pairs kept in the order of their encoded keys, whatever order they were given in.
    record MapValue(List<Pair> pairs) implements CborValue {
        public MapValue {
            pairs = sorted(pairs);
        }

        private static List<Pair> sorted(List<Pair> pairs) {
            TreeMap<byte[], Pair> sorted = new TreeMap<>(Arrays::compareUnsigned);
            for (Pair pair : pairs) {
                if (sorted.put(pair.key().encode(), pair) != null) {
                    throw new IllegalArgumentException("key twice: " + pair.key());
                }
            }
            return List.copyOf(sorted.values());
        }
    }

    /// One key of a map and what it stands for.
    record Pair(CborValue key, CborValue value) {}

    /// A tagged value; tags 0 to 5 (dates, bignums, fractions) are not in the profile.
    record TagValue(long tag, CborValue content) implements CborValue {
        public TagValue {
            if (tag < 0 || Major.secondEncoding(tag)) {
                throw new IllegalArgumentException("tag " + tag + " is not in the profile");
            }
        }
    }

    record BoolValue(boolean value) implements CborValue {}

    record NullValue() implements CborValue {}

    /// The one value that `encoded` is, or a [CborFault].
    static CborValue decode(byte[] encoded) {
        CborReader reader = new CborReader(encoded);
        CborValue value = read(reader);
        reader.end();
        return value;
    }

    /// The next value of `reader`.
    static CborValue read(CborReader reader) {
        return switch (reader.nextMajor()) {
            case Major.UNSIGNED, Major.NEGATIVE -> new IntegerValue(reader.integer());
            case Major.BYTES -> new BytesValue(reader.bytes(Integer.MAX_VALUE));
            case Major.TEXT -> new TextValue(reader.text(Integer.MAX_VALUE));
            case Major.ARRAY -> readArray(reader);
            case Major.MAP -> readMap(reader);
            case Major.TAG -> new TagValue(reader.tag(), read(reader));
            default -> readSimple(reader);
        };
    }

    private static CborValue readArray(CborReader reader) {
        int n = reader.array();
        List<CborValue> items = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            items.add(read(reader));
        }
        return new ArrayValue(items);
    }

    private static CborValue readMap(CborReader reader) {
        int n = reader.map();
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            pairs.add(new Pair(read(reader), read(reader)));
        }
        return new MapValue(pairs);
    }

    private static CborValue readSimple(CborReader reader) {
        if (reader.nextIsNull()) {
            reader.nil();
            return new NullValue();
        }
        return new BoolValue(reader.bool());
    }

    /// The one encoding of this value.
    default byte[] encode() {
        CborWriter writer = new CborWriter();
        write(writer);
        return writer.toByteArray();
    }

    /// Writes this value as the next item of `writer`.
    default void write(CborWriter writer) {
        switch (this) {
            case IntegerValue(long value) -> writer.integer(value);
            case BytesValue(byte[] value) -> writer.bytes(value);
            case TextValue(String value) -> writer.text(value);
            case ArrayValue(List<CborValue> items) -> {
                writer.array(items.size());
                items.forEach(item -> item.write(writer));
            }
            case MapValue(List<Pair> pairs) -> {
                writer.map(pairs.size());
                pairs.forEach(pair -> {
                    pair.key().write(writer);
                    pair.value().write(writer);
                });
            }
            case TagValue(long tag, CborValue content) -> content.write(writer.tag(tag));
            case BoolValue(boolean value) -> writer.bool(value);
            case NullValue() -> writer.nil();
        }
    }
}
