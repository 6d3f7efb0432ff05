package torgau.link.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import torgau.journal.Code;
import torgau.journal.Entry;
import torgau.journal.Precedence;
import torgau.journal.Reference;
import torgau.link.pack.Dictionary;
import torgau.link.pack.Packing;

/// Entries packed on their way over datagrams.
final class PackedTest {
    private static final int LETTERS = 600;

    private final Talk talk = Talk.packing();

    private Frame.Packed packed(int dictionary) {
        Entry entry = talk.journal.say(Written.PEER, Precedence.ROUTINE, LETTERS);
        byte[] packed = Packing.pack(entry.signed().payload()).orElseThrow();
        return new Frame.Packed(dictionary, packed, entry.signed().signature(), null);
    }

    @Test
    void an_entry_goes_packed_over_datagrams_and_is_the_same_entry_there() {
        talk.datagrams(1).say(Precedence.FLASH, LETTERS);
        List<Frame.Packed> sent = Talk.only(Frame.Packed.class, talk.pump());
        assertThat(sent).hasSize(1);
        Frame.Packed frame = sent.getFirst();
        assertThat(frame.dictionary()).isEqualTo(Dictionary.NUMBER);
        Entry entry = talk.journal.entry(new Reference(Written.OWN, 1)).orElseThrow();
        var there = (Happening.Candidate) new Talk().hear(1, frame).getFirst();
        assertThat(there.entry().payload()).isEqualTo(entry.signed().payload());
        assertThat(there.entry().signature()).isEqualTo(entry.signed().signature());
    }

    @Test
    void over_a_stream_it_goes_as_it_is() {
        talk.stream(1).say(Precedence.FLASH, LETTERS);
        List<Talk.Sent> sent = talk.pump();
        assertThat(Talk.only(Frame.Packed.class, sent)).isEmpty();
        assertThat(Talk.only(Frame.Carry.class, sent)).hasSize(1);
    }

    @Test
    void a_peer_without_the_dictionary_says_so_and_gets_the_entry_as_it_is() {
        talk.datagrams(1).say(Precedence.ROUTINE, LETTERS);
        assertThat(Talk.only(Frame.Packed.class, talk.pump())).hasSize(1);
        talk.hear(1, new Frame.PlainOnly(Dictionary.NUMBER));
        List<Talk.Sent> again = talk.pump();
        assertThat(Talk.only(Frame.Carry.class, again)).hasSize(1);
        assertThat(Talk.only(Frame.Packed.class, again)).isEmpty();
    }

    @Test
    void a_peer_that_says_so_again_or_of_another_dictionary_makes_nothing_go_again() {
        talk.datagrams(1).say(Precedence.ROUTINE, LETTERS);
        talk.pump();
        talk.hear(1, new Frame.PlainOnly(Dictionary.NUMBER + 1));
        assertThat(Talk.entries(talk.pump())).isEmpty();
        talk.hear(1, new Frame.PlainOnly(Dictionary.NUMBER));
        talk.pump();
        talk.hear(1, new Frame.PlainOnly(Dictionary.NUMBER));
        assertThat(Talk.entries(talk.pump())).isEmpty();
    }

    @Test
    void a_dictionary_that_is_not_here_is_refused_counted_and_the_peer_told() {
        talk.datagrams(1).pump();
        assertThat(talk.hear(1, packed(Dictionary.NUMBER + 1)))
                .containsExactly(new Happening.Dropped(Code.DICTIONARY_UNKNOWN));
        assertThat(Talk.only(Frame.PlainOnly.class, talk.pump()))
                .containsExactly(new Frame.PlainOnly(Dictionary.NUMBER + 1));
    }

    @Test
    void what_cannot_be_unpacked_is_refused_and_counted_and_other_traffic_goes_on() {
        talk.datagrams(1).pump();
        Frame.Packed sound = packed(Dictionary.NUMBER);
        var broken = new Frame.Packed(Dictionary.NUMBER, new byte[] {1, 2, 3}, sound.signature(), null);
        assertThat(talk.hear(1, broken)).containsExactly(new Happening.Dropped(Code.PACKED_MALFORMED));
        assertThat(talk.hear(1, sound)).hasOnlyElementsOfType(Happening.Candidate.class);
    }
}
