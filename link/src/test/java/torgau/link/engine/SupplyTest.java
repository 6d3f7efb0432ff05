package torgau.link.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static torgau.journal.Precedence.FLASH;
import static torgau.journal.Precedence.ROUTINE;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import torgau.journal.Digest;

/// Blobs go piece by piece, when nothing else is to be sent.
final class SupplyTest {
    private static final byte[] BLOB = new byte[300_000];
    private static final Digest HASH = Digest.over(BLOB);
    private static final long BEARER = 1;

    private final Talk talk = new Talk().stream(BEARER);

    @Test
    void one_request_brings_one_window_from_where_it_begins() {
        talk.pump();
        talk.engine.supply(HASH, BLOB, 1_000);
        List<Frame.BlobPiece> pieces = Talk.only(Frame.BlobPiece.class, drained());
        assertThat(pieces.getFirst().offset()).isEqualTo(1_000);
        assertThat(pieces).allMatch(piece -> piece.total() == BLOB.length);
        assertThat(pieces.stream().mapToInt(piece -> piece.piece().length).sum())
                .isEqualTo(Frame.BlobWanted.WINDOW_BYTES);

        talk.engine.supply(HASH, BLOB, BLOB.length - 1);
        assertThat(Talk.only(Frame.BlobPiece.class, drained())).hasSize(1);
        assertThat(drained()).noneMatch(sent -> sent.frame() instanceof Frame.BlobPiece);
    }

    @Test
    void a_flash_waits_for_at_most_one_piece() {
        talk.pump();
        talk.draining = false;
        talk.drain(BEARER, talk.underWay(BEARER));
        talk.engine.supply(HASH, BLOB, 0);
        assertThat(Talk.only(Frame.BlobPiece.class, talk.pump())).hasSize(1);
        assertThat(talk.underWay(BEARER)).isBetween(Talk.FRAGMENT, Talk.FRAGMENT + 100);

        talk.say(FLASH, 9);
        assertThat(talk.pump()).singleElement().extracting(Talk.Sent::frame).isInstanceOf(Frame.Carry.class);
        assertThat(talk.pump()).isEmpty();
    }

    @Test
    void no_piece_goes_before_an_entry_however_unimportant() {
        talk.pump();
        talk.draining = false;
        talk.engine.supply(HASH, BLOB, 0);
        for (int entry = 0; entry < 30; entry++) {
            talk.say(ROUTINE, 700);
        }
        var order = new ArrayList<Boolean>();
        for (int turn = 0; turn < 60; turn++) {
            talk.drain(BEARER, talk.underWay(BEARER));
            talk.pump().forEach(sent -> order.add(sent.frame() instanceof Frame.BlobPiece));
        }
        assertThat(order.subList(0, 30)).containsOnly(false);
        assertThat(order.subList(30, order.size())).isNotEmpty().containsOnly(true);
    }

    @Test
    void another_request_takes_the_place_of_the_first() {
        talk.pump();
        talk.draining = false;
        talk.drain(BEARER, talk.underWay(BEARER));
        talk.engine.supply(HASH, BLOB, 0);
        talk.pump();
        byte[] other = {1, 2, 3};
        talk.engine.supply(Digest.over(other), other, 0);
        talk.drain(BEARER, talk.underWay(BEARER));
        assertThat(Talk.only(Frame.BlobPiece.class, talk.pump()))
                .singleElement()
                .extracting(Frame.BlobPiece::total)
                .isEqualTo(3);
        talk.drain(BEARER, talk.underWay(BEARER));
        assertThat(talk.pump()).isEmpty();
    }

    @Test
    void what_is_wanted_is_asked_for_and_what_comes_is_handed_on() {
        talk.engine.want(HASH, 7);
        assertThat(Talk.only(Frame.BlobWanted.class, talk.pump())).containsExactly(new Frame.BlobWanted(HASH, 7));
        assertThat(talk.hear(BEARER, new Frame.BlobWanted(HASH, 7)))
                .containsExactly(new Happening.Wanted(new Frame.BlobWanted(HASH, 7)));
        assertThat(talk.hear(BEARER, new Frame.BlobPiece(HASH, 3, 0, new byte[] {1, 2, 3})))
                .singleElement()
                .isInstanceOf(Happening.Piece.class);
    }

    /// What is sent while the bearer passes everything on at once.
    private List<Talk.Sent> drained() {
        var sent = new ArrayList<Talk.Sent>();
        for (List<Talk.Sent> some = talk.pump(); !some.isEmpty(); some = talk.pump()) {
            sent.addAll(some);
        }
        return sent;
    }
}
