package torgau.link.engine;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import torgau.journal.Binding;
import torgau.journal.Code;
import torgau.journal.Decoded;
import torgau.journal.Digest;
import torgau.journal.Feed;
import torgau.journal.Reference;
import torgau.journal.SeenMark;
import torgau.journal.SignedEntry;
import torgau.journal.cbor.CborWriter;
import torgau.link.pack.Packing;

/// Makes docs/spec/vectors/frames.json: `java … torgau.link.engine.FrameVectors FILE`. Every run of bytes in it
/// ascends.
final class FrameVectors {
    static final String FILE = "docs/spec/vectors/frames.json";

    private static final Feed BLUE = new Feed(257, 0x0a0b0c0d);
    private static final Feed RED = new Feed(513, 0xf1020304);
    private static final Reference PLACE = new Reference(BLUE, 17);
    private static final Digest HASH = Digest.of(run(0x20, 32));
    private static final SignedEntry ENTRY = new SignedEntry(run(1, 24), run(0x80, 64));

    private FrameVectors() {}

    public static void main(String[] arguments) throws IOException {
        Files.writeString(Path.of(arguments[0]), json());
    }

    /// The published file, looked for upwards from the working directory.
    static Path file() {
        Path at = Path.of("").toAbsolutePath();
        while (!Files.exists(at.resolve(FILE)) && at.getParent() != null) {
            at = at.getParent();
        }
        return at.resolve(FILE);
    }

    static String json() throws IOException {
        var out = new LinkedHashMap<String, Object>();
        out.put("about", "Frames: docs/spec/05-link.md, 5.1. All bytes in hexadecimal.");
        var good = new ArrayList<Map<String, Object>>();
        frames().forEach((what, frame) -> good.add(row("what", what, "frame", hex(FrameCodec.encode(frame)))));
        out.put("frames", good);
        out.put("refused", refused());
        out.put("packed", packed());
        return new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValueAsString(out) + "\n";
    }

    /// At least one frame of each kind, and each of its forms.
    static Map<String, Frame> frames() {
        var ahead = List.of(new SeenMark.Ahead(7, HASH), new SeenMark.Ahead(9, Digest.of(run(0x40, 32))));
        var marks = List.of(new SeenMark(BLUE, 17), new SeenMark(RED, 4, ahead));
        var it = new LinkedHashMap<String, Frame>();
        it.put("holding of what is named", new Frame.Holding(null, marks));
        it.put("holding of nothing at all", new Frame.Holding(new Frame.Span(null, null), List.of()));
        it.put("holding of all feeds up to one", new Frame.Holding(new Frame.Span(null, BLUE), marks.subList(0, 1)));
        it.put("holding of all feeds after one", new Frame.Holding(new Frame.Span(BLUE, null), marks.subList(1, 2)));
        it.put("pulse with a challenge", new Frame.Pulse(0x0102030405060708L, null));
        it.put("pulse with an echo", new Frame.Pulse(null, -2L));
        it.put("pulse with both", new Frame.Pulse(0L, Long.MIN_VALUE));
        it.put("carry", new Frame.Carry(ENTRY, null));
        it.put("carry of a first entry, with ids", new Frame.Carry(ENTRY, new Binding(null, List.of())));
        it.put("carry with ids", new Frame.Carry(ENTRY, new Binding(HASH, List.of(Digest.of(run(0x60, 32))))));
        it.put("fragment", new Frame.Fragment(PLACE, 70_000, 16_384, run(0, 30)));
        it.put("expand", new Frame.Expand(new Reference(RED, Reference.MAX_SEQUENCE)));
        it.put("refused", new Frame.Refused(PLACE, Code.BAD_SIGNATURE.code()));
        it.put("blob-piece", new Frame.BlobPiece(HASH, Frame.BlobPiece.MAX_TOTAL, 1 << 20, run(0, 30)));
        it.put("blob-wanted", new Frame.BlobWanted(HASH, 1 << 20));
        it.put("packed", new Frame.Packed(1, run(0, 40), run(0x80, 64), null));
        it.put("packed with ids", new Frame.Packed(255, run(0, 40), run(0x80, 64), new Binding(HASH, List.of())));
        it.put("plain-only", new Frame.PlainOnly(1));
        return it;
    }

    /// What comes of packed bytes. Whoever packs may pack otherwise; the outcome of unpacking is one.
    private static List<Map<String, Object>> packed() {
        var out = new ArrayList<Map<String, Object>>();
        texts().forEach((what, text) -> {
            byte[] payload = text.getBytes(StandardCharsets.UTF_8);
            byte[] packed = Packing.pack(payload).orElseThrow();
            out.add(row("what", what, "packed", hex(packed), "payload", hex(payload)));
        });
        wrongPacks().forEach((what, packed) -> {
            if (!(Packing.unpack(packed) instanceof Decoded.Refusal<byte[]>(Code code, String _))) {
                throw new IllegalStateException(what + " is unpacked");
            }
            out.add(row("what", what, "packed", hex(packed), "code", code.code()));
        });
        return out;
    }

    private static Map<String, String> texts() {
        var it = new LinkedHashMap<String, String>();
        it.put(
                "English",
                "The vessel has been seen again at the same place. No answer is expected before the morning.");
        it.put("Russian", "Судно снова замечено на том же месте. Ответа раньше утра не ожидаем, всё спокойно.");
        it.put(
                "Ukrainian",
                "Судно знову помічено на тому самому місці. Відповіді раніше ранку не очікуємо, її ще немає.");
        it.put("letters without a byte of their own", "ÄÖÜ ÄÖÜ ÄÖÜ ÄÖÜ ÄÖÜ ÄÖÜ ÄÖÜ ÄÖÜ ÄÖÜ ÄÖÜ ÄÖÜ ÄÖÜ");
        return it;
    }

    private static Map<String, byte[]> wrongPacks() {
        byte[] sound = Packing.pack(texts().get("English").getBytes(StandardCharsets.UTF_8))
                .orElseThrow();
        var it = new LinkedHashMap<String, byte[]>();
        it.put("no bytes", new byte[0]);
        it.put(
                "no length (a frame descriptor without a content size)",
                HexFormat.of().parseHex("0000010000"));
        it.put("a length of 65,537 bytes", HexFormat.of().parseHex("a0010001000100"));
        it.put("a length of 2^64 - 1 bytes", HexFormat.of().parseHex("e0ffffffffffffffff010000"));
        it.put("one byte repeated 65,536 times, a length of 16", HexFormat.of().parseHex("201003000800"));
        it.put("without its last byte", Arrays.copyOf(sound, sound.length - 1));
        it.put("and one byte more", Arrays.copyOf(sound, sound.length + 1));
        it.put("a letter that is none (0xca)", HexFormat.of().parseHex("2001090000ca"));
        it.put("a mark before no byte", HexFormat.of().parseHex("2001090000ff"));
        return it;
    }

    private static List<Map<String, Object>> refused() {
        var out = new ArrayList<Map<String, Object>>();
        faults().forEach((what, frame) -> {
            if (!(FrameCodec.decode(frame) instanceof Decoded.Refusal<Frame>(Code code, String _))) {
                throw new IllegalStateException(what + " is read");
            }
            out.add(row("what", what, "frame", hex(frame), "code", code.code()));
        });
        return out;
    }

    /// One fault each.
    static Map<String, byte[]> faults() {
        byte[] pulse = FrameCodec.encode(new Frame.Pulse(1L, null));
        var it = new LinkedHashMap<String, byte[]>();
        it.put("nothing", new byte[0]);
        it.put("an empty array", new byte[] {(byte) 0x80});
        it.put("an empty array before a plain-only", HexFormat.of().parseHex("800901"));
        it.put("a map", new byte[] {(byte) 0xa0});
        it.put(
                "a kind that is not known",
                new CborWriter().array(2).integer(10).nil().toByteArray());
        it.put("a negative kind", new CborWriter().array(2).integer(-1).nil().toByteArray());
        it.put("a pulse without its last byte", Arrays.copyOf(pulse, pulse.length - 1));
        it.put("a pulse and one byte more", Arrays.copyOf(pulse, pulse.length + 1));
        it.put("a pulse with neither", start(3, 1).nil().nil().toByteArray());
        it.put("a word of seven bytes", start(3, 1).bytes(run(0, 7)).nil().toByteArray());
        it.put("a word that is a number", start(3, 1).integer(7).nil().toByteArray());
        it.put("a holding with three items", start(3, 0).nil().array(0).toByteArray());
        it.put("a holding of 2^32 - 1 feeds", HexFormat.of().parseHex("82009affffffff"));
        it.put(
                "a carry with an empty payload",
                start(3, 2).bytes(new byte[0]).bytes(run(0, 64)).toByteArray());
        it.put("a carry that claims 2^31 - 1 bytes", HexFormat.of().parseHex("83025a7fffffff00"));
        it.put(
                "a signature of 63 bytes",
                start(3, 2).bytes(run(0, 9)).bytes(run(0, 63)).toByteArray());
        it.put("a fragment of nothing", fragment(5, 0, 0));
        it.put("an empty fragment", fragment(5, 2, 0));
        it.put("a fragment beyond its entry", fragment(5, 2, 4));
        it.put("a fragment with a negative offset", fragment(5, -1, 4));
        it.put("a fragment of too long an entry", fragment(Frame.Fragment.MAX_TOTAL + 1, 0, 4));
        it.put("the sequence 0", place(start(2, 4), 257, 0).toByteArray());
        it.put("the station 0", place(start(2, 4), 0, 1).toByteArray());
        it.put("a refusal without its code", place(start(3, 5), 257, 1).text("").toByteArray());
        it.put("a hash of 31 bytes", start(3, 7).bytes(run(0, 31)).integer(0).toByteArray());
        it.put(
                "packed with the dictionary 0",
                start(4, 8).integer(0).bytes(run(0, 9)).bytes(run(0, 64)).toByteArray());
        it.put(
                "packed with the dictionary 256",
                start(4, 8).integer(256).bytes(run(0, 9)).bytes(run(0, 64)).toByteArray());
        it.put("packed that claims 2^31 - 1 bytes", HexFormat.of().parseHex("8408015a7fffffff00"));
        it.put("plain-only without a dictionary", start(2, 9).nil().toByteArray());
        it.put("a number in two bytes for one", HexFormat.of().parseHex("83180140f6"));
        return it;
    }

    private static byte[] fragment(int total, int offset, int length) {
        return place(start(5, 3), 257, 1)
                .integer(total)
                .integer(offset)
                .bytes(run(0, length))
                .toByteArray();
    }

    private static CborWriter start(int items, int kind) {
        return new CborWriter().array(items).integer(kind);
    }

    private static CborWriter place(CborWriter out, int station, int sequence) {
        return out.array(2).array(2).integer(station).bytes(run(0, 4)).integer(sequence);
    }

    private static Map<String, Object> row(String... pairs) {
        var row = new LinkedHashMap<String, Object>();
        for (int i = 0; i < pairs.length; i += 2) {
            row.put(pairs[i], pairs[i + 1]);
        }
        return row;
    }

    private static byte[] run(int from, int length) {
        byte[] run = new byte[length];
        for (int i = 0; i < length; i++) {
            run[i] = (byte) (from + i);
        }
        return run;
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
