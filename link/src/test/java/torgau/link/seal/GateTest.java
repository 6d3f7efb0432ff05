package torgau.link.seal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import torgau.journal.Code;
import torgau.journal.Digest;
import torgau.journal.crypto.Signer;

/// Every way in which an opening is refused, and what it costs.
class GateTest {
    private final Post blue = Post.pair(2).getFirst();
    private final Post red = blue.peers.getFirst();
    private final long now = 1_750_000_000_000L;

    @Test
    void junk_is_refused_by_its_shape() {
        assertDropped(new byte[0], Code.SEAL_MALFORMED);
        assertDropped(new byte[SealWire.MAX_SEALED_BYTES + 1], Code.SEAL_OVER_LIMIT);
        for (int type = 0; type < 256; type++) {
            for (int length : new int[] {1, 2, 6, 10, 20, 31, 45, 300}) {
                byte[] junk = new byte[length];
                junk[0] = (byte) type;
                assertThat(red.open(junk, now)).isNotInstanceOf(Inbound.Opened.class);
            }
        }
    }

    @Test
    void an_opening_made_without_knowing_the_line_costs_one_hash() {
        var foreign = piecesOf(valid(1), Guard.of(Digest.over(new byte[1]), red.agreed.publicKey()));
        assertDropped(foreign, Code.OPENING_UNGUARDED);
        var otherKey = piecesOf(valid(1), Guard.of(Post.LINE, blue.agreed.publicKey()));
        assertDropped(otherKey, Code.OPENING_KEY_UNKNOWN);
    }

    @Test
    void every_flipped_bit_of_an_opening_is_refused() {
        byte[] whole = blue.seal(red, "x", now).getFirst();
        for (int bit = 0; bit < whole.length * 8; bit++) {
            byte[] flipped = flipped(whole, bit);
            assertThat(red.open(flipped, now)).as("bit %d", bit).isInstanceOf(Inbound.Dropped.class);
        }
        assertThat(red.open(whole, now)).isInstanceOf(Inbound.OpeningAccepted.class);
    }

    @Test
    void every_flipped_bit_of_the_body_is_refused_even_by_who_can_make_the_guard() {
        byte[] body = valid(1).encode();
        for (int bit = 0; bit < body.length * 8; bit += 13) {
            long at = now + bit * 1_000L;
            var inbound = red.open(pieceOf(flipped(body, bit)), at);
            assertThat(inbound).as("bit %d", bit).isInstanceOf(Inbound.Dropped.class);
        }
        assertThat(red.open(pieceOf(body), now + 100_000_000)).isInstanceOf(Inbound.OpeningAccepted.class);
    }

    @Test
    void each_fault_has_its_code() {
        var good = valid(7);
        assertDropped(with(good, 258, 513, 7, blue.signer), Code.OPENING_STRANGER);
        assertDropped(with(good, 257, 514, 7, blue.signer), Code.OPENING_NOT_FOR_US);
        assertDropped(with(good, 257, 513, 7, red.signer), Code.OPENING_SIGNATURE);
        var forAnotherOffer =
                new Opening(good.sender(), 513, Digest.over(new byte[2]), 7, good.enc(), good.signature());
        assertDropped(pieceOf(forAnotherOffer.encode()), Code.OPENING_KEY_UNKNOWN);
        byte[] lowOrder = good.enc().clone();
        Arrays.fill(lowOrder, 1088, 1120, (byte) 0);
        assertDropped(pieceOf(signed(lowOrder, 257, 513, 7, blue.signer).encode()), Code.OPENING_UNUSABLE);
        assertThat(red.open(pieceOf(good.encode()), now)).isInstanceOf(Inbound.OpeningAccepted.class);
    }

    @Test
    void an_opening_is_taken_once_and_its_number_only_grows() {
        var eighth = valid(8);
        assertThat(red.open(pieceOf(eighth.encode()), now)).isInstanceOf(Inbound.OpeningAccepted.class);
        assertDropped(pieceOf(eighth.encode()), Code.OPENING_DUPLICATE);
        assertDropped(pieceOf(valid(7).encode()), Code.OPENING_REPLAYED);
        assertDropped(pieceOf(valid(8).encode()), Code.OPENING_REPLAYED);
        blue.incarnation = 2;
        assertThat(red.open(pieceOf(valid(1).encode()), now)).isInstanceOf(Inbound.OpeningAccepted.class);
        red.restart(true);
        assertDropped(pieceOf(eighth.encode()), Code.OPENING_DUPLICATE);
        blue.incarnation = 1;
        assertDropped(pieceOf(valid(8).encode()), Code.OPENING_REPLAYED);
    }

    @Test
    void pieces_come_in_any_order_twice_and_over_several_bearers() {
        var pieces = new ArrayList<>(blue.to(red).seal(new byte[1], 256, now));
        byte[] frame = pieces.removeLast();
        assertThat(pieces)
                .hasSizeGreaterThan(4)
                .allSatisfy(piece -> assertThat(piece.length).isLessThanOrEqualTo(256));
        var shuffled = pieces.reversed();
        for (byte[] piece : shuffled.subList(0, shuffled.size() - 1)) {
            assertThat(red.open(piece, now)).isInstanceOf(Inbound.PieceHeld.class);
            assertThat(red.open(piece, now)).isInstanceOf(Inbound.PieceHeld.class);
            red.doors.open("another address", piece, now);
        }
        assertThat(red.open(shuffled.getLast(), now)).isInstanceOf(Inbound.OpeningAccepted.class);
        assertThat(red.open(frame, now)).isInstanceOf(Inbound.Opened.class);
        assertThat(red.doors.open("another address", shuffled.getLast(), now))
                .isEqualTo(new Inbound.Dropped(Code.OPENING_DUPLICATE));
    }

    @Test
    void half_open_openings_are_few_for_one_address_and_in_all_and_expire() {
        var assembly = new Assembly();
        for (int i = 0; i < Assembly.MAX_PER_ADDRESS; i++) {
            assertThat(assembly.take("a", half(i), now)).isEqualTo(new Assembly.Progress.Held(1, 2));
        }
        assertThat(assembly.take("a", half(99), now)).isEqualTo(new Assembly.Progress.Full());
        assertThat(assembly.take("b", half(99), now)).isEqualTo(new Assembly.Progress.Held(1, 2));
        for (int i = 0; i < 1_000; i++) {
            assembly.take("address " + i, half(i), now);
        }
        assertThat(assembly.size()).isEqualTo(Assembly.MAX_IN_ALL);
        long later = now + Assembly.PATIENCE_MS;
        assembly.take("a", half(5), later);
        assertThat(assembly.size()).isEqualTo(1);
        assertThat(assembly.take("a", new Piece(0, 5, 1, 2, new byte[Opening.MAX_BYTES], new byte[16]), later))
                .isEqualTo(new Assembly.Progress.Inconsistent());
        assertThat(assembly.take("a", new Piece(0, 5, 0, 1, new byte[9], new byte[16]), later))
                .isEqualTo(new Assembly.Progress.Inconsistent());
    }

    @Test
    void a_flood_from_one_address_is_cut_off_and_does_not_starve_another() {
        var model = valid(1);
        int verified = 0;
        for (int i = 1; i <= 1_000; i++) {
            var inbound = red.doors.open("flood", with(model, 257, 513, i, red.signer), now);
            verified += inbound.equals(new Inbound.Dropped(Code.OPENING_SIGNATURE)) ? 1 : 0;
        }
        assertThat(verified).isEqualTo(Gate.BURST_PER_ADDRESS);
        assertThat(red.doors.open("honest", pieceOf(valid(1).encode()), now))
                .isInstanceOf(Inbound.OpeningAccepted.class);
    }

    @Test
    void a_flood_from_everywhere_costs_no_more_than_the_budget() {
        var model = valid(1);
        int verified = 0;
        for (int i = 1; i <= 1_000; i++) {
            long at = now + i;
            var forged = with(model, 257, 513, i, red.signer);
            verified += red.doors.open("flood " + i, forged, at).equals(new Inbound.Dropped(Code.OPENING_SIGNATURE))
                    ? 1
                    : 0;
        }
        assertThat(verified).isBetween(Gate.BURST + Gate.PER_SECOND - 1, Gate.BURST + Gate.PER_SECOND);
    }

    @Test
    void a_key_that_cannot_be_encapsulated_to_is_none() {
        byte[] good = red.agreed.publicKey().bytes();
        assertThat(KemPublicKey.of(good)).contains(red.agreed.publicKey());
        assertThat(KemPublicKey.of(Arrays.copyOf(good, 1215))).isEmpty();
        byte[] lowOrder = good.clone();
        Arrays.fill(lowOrder, 1184, 1216, (byte) 0);
        assertThat(KemPublicKey.of(lowOrder)).isEmpty();
        byte[] outOfRange = good.clone();
        Arrays.fill(outOfRange, 0, 3, (byte) 0xff);
        assertThat(KemPublicKey.of(outOfRange)).isEmpty();
    }

    private static Piece half(int tag) {
        return new Piece(0, tag, 0, 2, new byte[9], new byte[16]);
    }

    private Opening valid(long number) {
        var info = Opening.info(Post.LINE, blue.self().feed(), 513, null);
        var sent = Hpke.send(red.agreed.publicKey(), info, blue.random.bytes(64));
        return signed(sent.enc(), 257, 513, number, blue.signer);
    }

    private byte[] with(Opening opening, int sender, int recipient, long number, Signer signer) {
        return pieceOf(signed(opening.enc(), sender, recipient, number, signer).encode());
    }

    private Opening signed(byte[] enc, int sender, int recipient, long number, Signer signer) {
        var feed = new torgau.journal.Feed(sender, blue.incarnation);
        byte[] info = Opening.info(Post.LINE, feed, recipient, null);
        return new Opening(feed, recipient, null, number, enc, signer.sign(Opening.toBeSigned(info, enc, number)));
    }

    private byte[] pieceOf(byte[] body) {
        return Piece.split(body, Guard.of(Post.LINE, red.agreed.publicKey()), 4_000)
                .getFirst();
    }

    private static byte[] piecesOf(Opening opening, Guard guard) {
        return Piece.split(opening.encode(), guard, 4_000).getFirst();
    }

    private static byte[] flipped(byte[] bytes, int bit) {
        byte[] flipped = bytes.clone();
        flipped[bit / 8] ^= (byte) (1 << bit % 8);
        return flipped;
    }

    private void assertDropped(byte[] message, Code code) {
        assertThat(red.open(message, now)).isEqualTo(new Inbound.Dropped(code));
    }
}
