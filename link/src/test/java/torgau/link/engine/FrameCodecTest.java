package torgau.link.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import torgau.journal.Code;
import torgau.journal.Decoded;
import torgau.link.pack.Packing;

final class FrameCodecTest {
    private static final Set<Code> CODES = EnumSet.of(Code.MALFORMED, Code.OVER_LIMIT, Code.NON_CANONICAL);
    private static final int CASES = 5_000;
    /// What may be taken for a frame of some bytes that claims to be larger than any.
    private static final long MAX_TAKEN_BYTES = 16_384;

    static Stream<Frame> frames() {
        return FrameVectors.frames().values().stream();
    }

    @ParameterizedTest
    @MethodSource("frames")
    void a_frame_survives_the_wire(Frame frame) {
        byte[] bytes = FrameCodec.encode(frame);
        Frame read = FrameCodec.decode(bytes).orThrow();
        assertThat(read).usingRecursiveComparison().isEqualTo(frame);
        assertThat(FrameCodec.encode(read)).isEqualTo(bytes);
    }

    @ParameterizedTest
    @MethodSource("frames")
    void a_frame_cut_short_anywhere_or_with_a_byte_more_is_malformed(Frame frame) {
        byte[] bytes = FrameCodec.encode(frame);
        for (int length = 0; length < bytes.length; length++) {
            assertThat(refusal(Arrays.copyOf(bytes, length)))
                    .as("%d bytes", length)
                    .isEqualTo(Code.MALFORMED);
        }
        byte[] longer = Arrays.copyOf(bytes, bytes.length + 1);
        for (int last = 0; last < 256; last++) {
            longer[bytes.length] = (byte) last;
            assertThat(refusal(longer)).as("and %d", last).isEqualTo(Code.MALFORMED);
        }
    }

    @Test
    void every_other_kind_is_malformed_whatever_follows() {
        for (String kind :
                List.of("0a", "0b", "17", "1818", "18ff", "190100", "1affffffff", "1b7fffffffffffffff", "20")) {
            for (String rest : List.of("82%s80", "83%sf6f6", "85%sf6f6f6f6")) {
                assertThat(refusal(hex(rest.formatted(kind)))).as(kind).isEqualTo(Code.MALFORMED);
            }
        }
    }

    @Test
    void every_item_of_another_type_is_refused() {
        var others =
                List.of("00", "20", "41aa", "6161", "8100", "a10000", "c600", "f5", "f6", "f7", "fb3ff0000000000000");
        frames().map(FrameCodec::encode).forEach(bytes -> {
            for (int at = 0; at < bytes.length; at++) {
                for (String other : others) {
                    read(spliced(bytes, at, hex(other)));
                }
            }
        });
    }

    @Test
    void what_a_frame_claims_takes_no_memory() {
        var claims = new ArrayList<byte[]>();
        for (String head : List.of("8200%sffffffff", "8400f6f6%sffffffff")) {
            claims.add(hex(head.formatted("9a")));
        }
        for (String frame : List.of(
                "8302%s",
                "8303828219010144000000000119ffff00%s", "850658%s", "840801%s", "8305828219010144000000000105%s")) {
            for (String length :
                    List.of("5a0000ffff", "5a00010000", "5a7fffffff", "5b7fffffffffffffff", "7a7fffffff")) {
                claims.add(hex(frame.formatted(length)));
            }
        }
        claims.forEach(this::read);
        var memory = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        for (byte[] claim : claims) {
            long before = memory.getCurrentThreadAllocatedBytes();
            FrameCodec.decode(claim);
            long taken = memory.getCurrentThreadAllocatedBytes() - before;
            assertThat(taken).as(HexFormat.of().formatHex(claim)).isLessThan(MAX_TAKEN_BYTES);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2})
    void random_bytes_are_answered_by_a_value_in_its_one_form_or_by_a_code(long seed) {
        var random = new SplittableRandom(seed);
        for (int i = 0; i < CASES; i++) {
            byte[] bytes = new byte[random.nextInt(80)];
            random.nextBytes(bytes);
            if (bytes.length > 1 && random.nextBoolean()) {
                bytes[0] = (byte) (0x82 + random.nextInt(4));
                bytes[1] = (byte) random.nextInt(11);
            }
            read(bytes);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2})
    void so_are_frames_with_some_bytes_changed(long seed) {
        var random = new SplittableRandom(seed);
        var frames = frames().map(FrameCodec::encode).toList();
        List<UnaryOperator<byte[]>> changes = List.of(
                bytes -> {
                    bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
                    return bytes;
                },
                bytes -> {
                    bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
                    return bytes;
                },
                bytes -> spliced(bytes, random.nextInt(bytes.length), new byte[random.nextInt(4)]),
                bytes -> Arrays.copyOf(bytes, random.nextInt(bytes.length + 8)));
        for (int i = 0; i < CASES; i++) {
            byte[] bytes = frames.get(random.nextInt(frames.size())).clone();
            for (int change = 1 + random.nextInt(3); change > 0 && bytes.length > 0; change--) {
                bytes = changes.get(random.nextInt(changes.size())).apply(bytes);
            }
            read(bytes);
        }
    }

    @Test
    void the_published_vectors_are_what_this_program_does() throws IOException {
        Path file = FrameVectors.file();
        assertThat(FrameVectors.json()).isEqualTo(Files.readString(file));
        JsonNode vectors = new ObjectMapper().readTree(file.toFile());
        for (JsonNode row : vectors.get("frames")) {
            byte[] bytes = hex(row.get("frame").asText());
            assertThat(FrameCodec.encode(FrameCodec.decode(bytes).orThrow())).isEqualTo(bytes);
        }
        for (JsonNode row : vectors.get("packed")) {
            Decoded<byte[]> unpacked = Packing.unpack(hex(row.get("packed").asText()));
            if (row.has("payload")) {
                assertThat(unpacked.orThrow()).isEqualTo(hex(row.get("payload").asText()));
            } else {
                assertThat(((Decoded.Refusal<byte[]>) unpacked).code().code())
                        .isEqualTo(row.get("code").asText());
            }
        }
        for (JsonNode row : vectors.get("refused")) {
            Code code = refusal(hex(row.get("frame").asText()));
            assertThat(code.code())
                    .as(row.get("what").asText())
                    .isEqualTo(row.get("code").asText());
        }
    }

    /// Never an exception; what is read has one encoding, and what is not has a code that never changes.
    private void read(byte[] bytes) {
        boolean sound = switch (FrameCodec.decode(bytes)) {
            case Decoded.Value<Frame>(Frame frame) -> Arrays.equals(FrameCodec.encode(frame), bytes);
            case Decoded.Refusal<Frame>(Code code, String detail) ->
                CODES.contains(code) && detail.startsWith("frame: ");
        };
        if (!sound) {
            fail(HexFormat.of().formatHex(bytes) + ": " + FrameCodec.decode(bytes));
        }
    }

    private static Code refusal(byte[] bytes) {
        return ((Decoded.Refusal<Frame>) FrameCodec.decode(bytes)).code();
    }

    /// `bytes` with others in place of the one at `at`.
    private static byte[] spliced(byte[] bytes, int at, byte[] other) {
        byte[] it = Arrays.copyOf(bytes, bytes.length - 1 + other.length);
        System.arraycopy(other, 0, it, at, other.length);
        System.arraycopy(bytes, at + 1, it, at + other.length, bytes.length - at - 1);
        return it;
    }

    private static byte[] hex(String text) {
        return HexFormat.of().parseHex(text);
    }
}
