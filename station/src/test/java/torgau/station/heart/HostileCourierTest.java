package torgau.station.heart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import torgau.journal.Code;
import torgau.journal.Decoded;
import torgau.journal.Digest;
import torgau.journal.Entry;
import torgau.journal.Precedence;
import torgau.journal.cbor.CborWriter;
import torgau.journal.crypto.Ed25519Signer;
import torgau.link.courier.Load;
import torgau.link.engine.Frame;
import torgau.link.engine.FrameCodec;
import torgau.link.seal.CourierFile;
import torgau.link.seal.CourierSeal;
import torgau.link.seal.KemKey;
import torgau.link.seal.PeerKeys;
import torgau.link.seal.Self;
import torgau.station.heart.Effect.Result;

/// What a courier, whoever copies his medium, and the other station itself can do with files: nothing that an honest
/// file cannot.
class HostileCourierTest {
    private static final Digest FIRST = Digest.over(new byte[] {1});
    private static final Digest SECOND = Digest.over(new byte[] {2});
    private static final long YEAR_MILLIS = 365L * 24 * 3_600_000;

    private final Pair pair = new Pair();

    HostileCourierTest() {
        pair.run(3_000);
        pair.cut();
    }

    @Test
    void an_old_file_that_is_taken_late_does_not_put_back_what_it_asked_for() {
        byte[] old = asking(FIRST);
        pair.red().release(Precedence.ROUTINE, "Its journal has grown.");
        byte[] fresh = asking(SECOND);
        take(pair.blue(), fresh);
        take(pair.blue(), old);
        assertThat(CourierAsked.of(pair.blue().store, 513)).containsExactly(SECOND);
    }

    @Test
    void an_old_file_whose_maker_had_a_clock_a_year_ahead_is_old_all_the_same() {
        pair.red().aheadMillis = YEAR_MILLIS;
        byte[] old = asking(FIRST);
        take(pair.blue(), old);
        pair.red().aheadMillis = 0;
        pair.red().release(Precedence.ROUTINE, "The clock is right again.");
        take(pair.blue(), asking(SECOND));
        take(pair.blue(), old);
        assertThat(CourierAsked.of(pair.blue().store, 513)).containsExactly(SECOND);
    }

    @Test
    void of_two_files_with_the_same_journal_the_one_that_lacks_more_is_the_older_whatever_the_clock_says() {
        pair.red().aheadMillis = YEAR_MILLIS;
        byte[] old = asking(FIRST, SECOND);
        pair.red().aheadMillis = 0;
        take(pair.blue(), asking(SECOND));
        take(pair.blue(), old);
        assertThat(CourierAsked.of(pair.blue().store, 513)).containsExactly(SECOND);
    }

    @Test
    void a_file_of_an_earlier_incarnation_is_old_however_much_that_one_held() {
        IntStream.range(0, 20).forEach(n -> pair.red().release(Precedence.ROUTINE, "Text " + n));
        byte[] old = asking(FIRST);
        pair.red().restart(false);
        pair.red().release(Precedence.ROUTINE, "The first word of the new incarnation.");
        pair.mend();
        pair.run(5_000);
        pair.cut();
        byte[] fresh = rogue(pair.red(), new Load(1, 1, List.of(new Frame.BlobWanted(SECOND, 0))).encode());
        take(pair.blue(), fresh);
        take(pair.blue(), old);
        assertThat(CourierAsked.of(pair.blue().store, 513)).containsExactly(SECOND);
    }

    @Test
    void a_station_that_lost_its_journal_is_heard_though_it_holds_less() {
        IntStream.range(0, 20).forEach(n -> pair.red().release(Precedence.ROUTINE, "Text " + n));
        take(pair.blue(), asking(FIRST));
        pair.red().restart(false);
        take(pair.blue(), rogue(pair.red(), new Load(1, 1, List.of(new Frame.BlobWanted(SECOND, 0))).encode()));
        assertThat(CourierAsked.of(pair.blue().store, 513)).containsExactly(SECOND);
    }

    @Test
    void an_old_file_is_known_as_such_before_the_newer_one_is_on_the_disk() {
        byte[] old = asking(FIRST);
        pair.red().release(Precedence.ROUTINE, "Its journal has grown.");
        byte[] fresh = asking(SECOND);
        pair.blue().diskHangs = true;
        pair.blue().feed(new Input.Take(1_001, fresh));
        pair.blue().feed(new Input.Take(1_002, old));
        pair.blue().diskHangs = false;
        pair.blue().release(Precedence.ROUTINE, "The disk works again.");
        assertThat(CourierAsked.of(pair.blue().store, 513)).containsExactly(SECOND);
    }

    @Test
    void a_file_that_asks_for_nothing_ends_what_an_earlier_one_asked_for() {
        take(pair.blue(), asking(FIRST));
        take(pair.blue(), asking());
        assertThat(CourierAsked.of(pair.blue().store, 513)).isEmpty();
    }

    @Test
    void a_sender_whose_clock_was_a_year_ahead_is_heard_when_it_is_right_again() {
        pair.red().aheadMillis = YEAR_MILLIS;
        take(pair.blue(), asking(FIRST));
        pair.red().aheadMillis = 0;
        pair.red().release(Precedence.ROUTINE, "The clock is right again.");
        take(pair.blue(), asking(SECOND));
        assertThat(CourierAsked.of(pair.blue().store, 513)).containsExactly(SECOND);
    }

    @Test
    void every_single_bit_flipped_and_every_cut_is_refused_with_a_code_of_the_courier() {
        pair.blue().release(Precedence.FLASH, "Hold your fire.");
        byte[] file = sealed(List.of());
        List<Digest> journal = ids();
        var codes = EnumSet.noneOf(Code.class);
        for (int bit = 0; bit < 8 * file.length; bit++) {
            byte[] flipped = file.clone();
            flipped[bit / 8] ^= (byte) (1 << bit % 8);
            codes.add(decoded(flipped).orElseGet(() -> refused(flipped)));
        }
        for (int length = 0; length < file.length; length++) {
            assertThat(decoded(Arrays.copyOf(file, length))).isPresent();
        }
        assertThat(codes)
                .containsExactlyInAnyOrder(
                        Code.COURIER_NOT_A_FILE,
                        Code.COURIER_DAMAGED,
                        Code.COURIER_NOT_FOR_US,
                        Code.COURIER_KEY_GONE,
                        Code.COURIER_STRANGER,
                        Code.COURIER_SIGNATURE);
        assertThat(ids()).isEqualTo(journal);
        assertThat(take(pair.red(), file)).isInstanceOf(Result.Taken.class);
    }

    static Stream<byte[]> hostileContents() {
        byte[] wanted = FrameCodec.encode(new Frame.BlobWanted(FIRST, 0));
        var junk = new byte[70_000];
        new Random(3).nextBytes(junk);
        return Stream.of(
                new byte[0],
                junk,
                list(List.of(wanted)),
                new CborWriter()
                        .array(3)
                        .integer(Load.MAX_COUNT + 1)
                        .integer(0)
                        .array(0)
                        .toByteArray(),
                new CborWriter()
                        .array(4)
                        .integer(1)
                        .integer(0)
                        .array(0)
                        .integer(0)
                        .toByteArray(),
                new byte[] {(byte) 0x9b, 0x7f, -1, -1, -1, -1, -1, -1, -1},
                new byte[] {(byte) 0x81, 0x5b, 0x7f, -1, -1, -1, -1, -1, -1, -1},
                frames(Collections.nCopies(1_025, wanted)),
                frames(List.of(FrameCodec.encode(new Frame.BlobWanted(FIRST, 65_536)))),
                frames(List.of(FrameCodec.encode(new Frame.BlobPiece(FIRST, 70_000, 1, new byte[65_536])))),
                frames(List.of(FrameCodec.encode(new Frame.BlobPiece(FIRST, 70_000, 0, new byte[65_535])))),
                frames(List.of(wanted, new byte[] {(byte) 0x81, 0x18, 0x63})),
                frames(List.of(Arrays.copyOf(wanted, wanted.length + 1))));
    }

    @ParameterizedTest
    @MethodSource("hostileContents")
    void content_that_is_validly_sealed_and_no_courier_brings_is_refused_whole(byte[] content) {
        List<Digest> journal = ids();
        assertThat(refused(rogue(pair.blue(), content))).isEqualTo(Code.COURIER_UNREADABLE);
        assertThat(ids()).isEqualTo(journal);
        assertThat(CourierAsked.of(pair.red().store, 257)).isEmpty();
    }

    @Test
    void a_part_of_a_blob_that_nobody_wants_leaves_nothing_on_the_disk() {
        var pieces = new ArrayList<Frame>();
        for (int offset = 0; offset < 10 * Load.PIECE_BYTES; offset += Load.PIECE_BYTES) {
            pieces.add(new Frame.BlobPiece(FIRST, 16 << 20, offset, new byte[Load.PIECE_BYTES]));
        }
        assertThat(take(pair.red(), sealed(pieces)))
                .isInstanceOfSatisfying(
                        Result.Taken.class, taken -> assertThat(taken.pieces()).isZero());
        assertThat(pair.red().store.memories("blob/part")).isEmpty();
    }

    private byte[] asking(Digest... blobs) {
        var red = pair.red();
        List<Frame> frames = Stream.of(blobs)
                .<Frame>map(blob -> new Frame.BlobWanted(blob, 0))
                .toList();
        var load = new Load(red.heart.askingByCourier(257, 0).held(), blobs.length, frames);
        return red.heart.sealForCourier(257, load, red.clock()).orElseThrow();
    }

    private byte[] sealed(List<Frame> frames) {
        var blue = pair.blue();
        return blue.heart
                .sealForCourier(513, new Load(1, 0, frames), blue.clock())
                .orElseThrow();
    }

    /// A file with a station's good keys for the other, whatever is in it.
    private byte[] rogue(Pair.Side from, byte[] content) {
        int to = from.other().number;
        var signer = Ed25519Signer.fromSeed(Pair.seed("station" + from.number));
        var self = new Self(pair.line(), from.heart.feed(), signer);
        var key =
                new PeerKeys.Target(null, KemKey.fromSeed(Pair.seed("kem" + to)).publicKey());
        CourierFile file = CourierSeal.seal(self, to, key, content, pair.now().wall(), new Random(5)::nextBytes);
        return file.encode();
    }

    /// Why bytes are no whole file, as the heart asks before anything else.
    private static Optional<Code> decoded(byte[] file) {
        return CourierFile.decode(file) instanceof Decoded.Refusal<CourierFile>(Code code, String _)
                ? Optional.of(code)
                : Optional.empty();
    }

    private static byte[] frames(List<byte[]> encoded) {
        var out = new CborWriter().array(3).integer(1).integer(0).array(encoded.size());
        encoded.forEach(out::bytes);
        return out.toByteArray();
    }

    private static byte[] list(List<byte[]> encoded) {
        var out = new CborWriter().array(encoded.size());
        encoded.forEach(out::bytes);
        return out.toByteArray();
    }

    private List<Digest> ids() {
        return pair.red().entries().stream().map(Entry::id).toList();
    }

    private static Result take(Pair.Side at, byte[] file) {
        at.feed(new Input.Take(at.answers.size() + 1L, file));
        return at.answers.getLast().result();
    }

    private Code refused(byte[] file) {
        return ((Result.Refused) take(pair.red(), file)).code();
    }
}
