package torgau.station.tables;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/// The parts of an XLSX file (ECMA-376, part 2), found by the directory at its end: what a program
/// writes before each part itself is often left empty. Only the parts that are asked for are inflated,
/// and what is inflated is counted: a small file can inflate to almost anything.
final class Zipped {
    static final int MAX_PARTS = 1_000;
    /// Bytes of all parts together once they are inflated.
    static final int MAX_INFLATED = 67_108_864;

    private static final byte[] OLD = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};
    private static final int END = 0x0605_4b50;
    private static final int END_BYTES = 22;
    private static final int LISTED = 0x0201_4b50;
    private static final int LISTED_BYTES = 46;
    private static final int LOCAL = 0x0403_4b50;
    private static final int LOCAL_BYTES = 30;
    private static final int STORED = 0;
    private static final int DEFLATED = 8;
    private static final int PIECE = 8_192;

    private final ByteBuffer file;
    private final Map<String, Part> parts = new TreeMap<>();
    private long inflated;

    /// @param at of its local header
    private record Part(int method, int bytes, int at) {}

    private Zipped(byte[] bytes) {
        this.file = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    static Zipped of(byte[] bytes) {
        boolean old = true;
        for (int i = 0; i < OLD.length; i++) {
            old &= bytes.length >= OLD.length && bytes[i] == OLD[i];
        }
        if (old) {
            throw TableFault.damaged("the file is of the old XLS kind, or is encrypted");
        }
        var zipped = new Zipped(bytes);
        try {
            zipped.list();
        } catch (IndexOutOfBoundsException | IllegalArgumentException fault) {
            throw damaged();
        }
        return zipped;
    }

    private static TableFault damaged() {
        return TableFault.damaged("the file is damaged, or no XLSX workbook");
    }

    private void list() {
        int end = file.limit() - END_BYTES;
        while (end >= 0 && file.getInt(end) != END) {
            end--;
        }
        if (end < 0) {
            throw damaged();
        }
        int count = Short.toUnsignedInt(file.getShort(end + 10));
        if (count > MAX_PARTS) {
            throw TableFault.tooLarge("the file has " + count + " parts", MAX_PARTS);
        }
        int at = file.getInt(end + 16);
        for (int left = count; left > 0; left--) {
            at = listed(at);
        }
    }

    private int listed(int at) {
        if (file.getInt(at) != LISTED) {
            throw damaged();
        }
        int name = Short.toUnsignedInt(file.getShort(at + 28));
        byte[] letters = new byte[name];
        file.get(at + LISTED_BYTES, letters);
        var part = new Part(file.getShort(at + 10), file.getInt(at + 20), file.getInt(at + 42));
        if (parts.put(new String(letters, StandardCharsets.UTF_8), part) != null) {
            throw TableFault.damaged("the file has two parts of one name");
        }
        return at
                + LISTED_BYTES
                + name
                + Short.toUnsignedInt(file.getShort(at + 30))
                + Short.toUnsignedInt(file.getShort(at + 32));
    }

    /// The bytes of a part.
    Optional<byte[]> part(String name) {
        return Optional.ofNullable(parts.get(name)).map(this::inflated);
    }

    private byte[] inflated(Part part) {
        try {
            if (file.getInt(part.at()) != LOCAL) {
                throw damaged();
            }
            int from = part.at()
                    + LOCAL_BYTES
                    + Short.toUnsignedInt(file.getShort(part.at() + 26))
                    + Short.toUnsignedInt(file.getShort(part.at() + 28));
            byte[] bytes = new byte[Math.clamp(part.bytes(), 0, file.limit())];
            file.get(from, bytes);
            return switch (part.method()) {
                case STORED -> bytes;
                case DEFLATED -> inflated(bytes);
                default -> throw damaged();
            };
        } catch (IndexOutOfBoundsException | DataFormatException fault) {
            throw damaged();
        }
    }

    private byte[] inflated(byte[] bytes) throws DataFormatException {
        var kept = new ByteArrayOutputStream();
        byte[] piece = new byte[PIECE];
        try (var inflater = new Inflater(true)) {
            inflater.setInput(bytes);
            while (!inflater.finished()) {
                int n = inflater.inflate(piece);
                if (n == 0 && (inflater.needsInput() || inflater.needsDictionary())) {
                    throw damaged();
                }
                inflated += n;
                if (inflated > MAX_INFLATED) {
                    throw TableFault.tooLarge(
                            "the parts of the file have more bytes once they are inflated", MAX_INFLATED);
                }
                kept.write(piece, 0, n);
            }
        }
        return kept.toByteArray();
    }
}
