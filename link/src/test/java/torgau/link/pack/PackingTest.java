package torgau.link.pack;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdCompressCtx;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import torgau.journal.Code;
import torgau.journal.Decoded;
import torgau.journal.Limits;
import torgau.journal.crypto.Sha256;

final class PackingTest {
    private static final Set<Code> CODES = EnumSet.of(Code.PACKED_TOO_LONG, Code.PACKED_MALFORMED);
    private static final int CASES = 5_000;
    /// A payload before and after its letters, and what the library takes for itself.
    private static final long MAX_TAKEN_BYTES = 2L * Limits.PAYLOAD_BYTES + 16_384;

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] zstd(byte[] letters) {
        try (var zstd = new ZstdCompressCtx()) {
            return zstd.setMagicless(true).setDictID(false).setContentSize(true).compress(letters);
        }
    }

    private static Code refusal(byte[] packed) {
        return ((Decoded.Refusal<byte[]>) Packing.unpack(packed)).code();
    }

    @Test
    void the_dictionary_is_the_one_of_which_the_specification_has_the_hash() {
        assertThat(HexFormat.of().formatHex(Sha256.of(Dictionary.BYTES)))
                .isEqualTo("d9087137a95bfd12dd3138ea0dfa7fbd32b3328b180a27eceb9d156360138d72");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The two ships have left the area and are on their way home; nothing else has changed since noon.",
                "Оба корабля покинули район и возвращаются домой; с полудня ничего больше не изменилось. Ёж.",
                "Обидва кораблі залишили район і повертаються додому; з полудня більше нічого не змінилося. Ґанок, їжак."
            })
    void a_sentence_becomes_less_than_seven_tenths_of_its_bytes_and_comes_back(String sentence) {
        byte[] payload = bytes(sentence);
        byte[] packed = Packing.pack(payload).orElseThrow();
        assertThat(packed.length).isLessThan(payload.length * 7 / 10);
        assertThat(Packing.unpack(packed).orThrow()).isEqualTo(payload);
    }

    @Test
    void what_would_not_be_shorter_is_not_packed() {
        byte[] noise = new byte[300];
        new SplittableRandom(1).nextBytes(noise);
        assertThat(Packing.pack(noise)).isEmpty();
        assertThat(Packing.pack(bytes("ok"))).isEmpty();
        assertThat(Packing.pack(new byte[0])).isEmpty();
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2})
    void whatever_is_packed_comes_back(long seed) {
        var random = new SplittableRandom(seed);
        for (int i = 0; i < CASES; i++) {
            byte[] payload = new byte[random.nextInt(400)];
            for (int at = 0; at < payload.length; at++) {
                payload[at] = (byte) (random.nextInt(4) == 0 ? random.nextInt(256) : 0xd0 + random.nextInt(2));
            }
            assertThat(Letters.restore(Letters.shorten(payload), Limits.PAYLOAD_BYTES))
                    .contains(payload);
            Packing.pack(payload)
                    .ifPresent(packed ->
                            assertThat(Packing.unpack(packed).orThrow()).isEqualTo(payload));
        }
    }

    @Test
    void a_payload_of_the_greatest_length_is_packed_and_comes_back() {
        byte[] payload = new byte[Limits.PAYLOAD_BYTES];
        assertThat(Packing.unpack(Packing.pack(payload).orElseThrow()).orThrow())
                .isEqualTo(payload);
    }

    @Test
    void a_bomb_is_refused_before_it_is_unpacked() {
        byte[] bomb = zstd(new byte[1 << 26]);
        assertThat(bomb.length).isLessThan(Limits.PAYLOAD_BYTES);
        assertThat(Zstd.getFrameContentSize(bomb, 0, bomb.length, true)).isEqualTo(1 << 26);
        assertThat(taken(bomb)).isLessThan(16_384);
        assertThat(refusal(bomb)).isEqualTo(Code.PACKED_TOO_LONG);
    }

    @Test
    void letters_that_make_more_than_a_payload_are_refused() {
        byte[] letters = new byte[Limits.PAYLOAD_BYTES];
        Arrays.fill(letters, (byte) 0x80);
        byte[] bomb = zstd(letters);
        assertThat(taken(bomb)).isLessThan(MAX_TAKEN_BYTES);
        assertThat(refusal(bomb)).isEqualTo(Code.PACKED_MALFORMED);
    }

    @Test
    void every_cut_and_every_flipped_bit_gives_bytes_within_the_limit_or_a_code() {
        byte[] sound = Packing.pack(
                        bytes("We have seen nothing of the boat since yesterday evening, and the search goes on."))
                .orElseThrow();
        for (int length = 0; length < sound.length; length++) {
            assertThat(refusal(Arrays.copyOf(sound, length))).isIn(CODES);
        }
        for (int bit = 0; bit < sound.length * Byte.SIZE; bit++) {
            byte[] flipped = sound.clone();
            flipped[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
            judged(flipped);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2})
    void so_do_random_bytes(long seed) {
        var random = new SplittableRandom(seed);
        for (int i = 0; i < CASES; i++) {
            byte[] bytes = new byte[random.nextInt(100)];
            random.nextBytes(bytes);
            judged(bytes);
        }
    }

    private static void judged(byte[] packed) {
        switch (Packing.unpack(packed)) {
            case Decoded.Value<byte[]>(byte[] payload) ->
                assertThat(payload.length).isLessThanOrEqualTo(Limits.PAYLOAD_BYTES);
            case Decoded.Refusal<byte[]>(Code code, String _) ->
                assertThat(code).isIn(CODES);
        }
    }

    /// Bytes of the heap that unpacking takes.
    private static long taken(byte[] packed) {
        Packing.unpack(packed);
        var memory = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = memory.getCurrentThreadAllocatedBytes();
        Packing.unpack(packed);
        return memory.getCurrentThreadAllocatedBytes() - before;
    }
}
