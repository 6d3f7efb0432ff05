package torgau.link.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static torgau.journal.Precedence.FLASH;
import static torgau.journal.Precedence.IMMEDIATE;
import static torgau.journal.Precedence.PRIORITY;
import static torgau.journal.Precedence.ROUTINE;
import static torgau.link.engine.Written.OWN;
import static torgau.link.engine.Written.THIRD;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import torgau.journal.Decoded;
import torgau.journal.Entry;
import torgau.journal.Payload;
import torgau.journal.PayloadCodec;
import torgau.journal.Reference;
import torgau.journal.SeenMark;

/// Which frame goes next. Texts of up to 300 letters go whole, longer ones in fragments of 500 bytes.
final class OutboxTest {
    private static final int FRAGMENT = 500;
    private static final Outbox.Fragments CUT = new Outbox.Fragments(FRAGMENT, FRAGMENT, false);

    private final Written journal = new Written();
    private final Outbox outbox = new Outbox();

    @Test
    void what_is_more_urgent_goes_first_and_of_equals_the_lower_in_the_total_order() {
        journal.say(OWN, ROUTINE, 9, 2);
        journal.say(THIRD, ROUTINE, 9, 1);
        journal.say(THIRD, PRIORITY, 9, 1);
        journal.say(OWN, FLASH, 9, 1);
        journal.say(THIRD, IMMEDIATE, 9, 1);
        journal.say(OWN, FLASH, 9, 1);
        assertThat(rest())
                .containsExactly(
                        "257.3 with ids",
                        "257.4 with ids",
                        "769.3 with ids",
                        "769.2 with ids",
                        "257.1",
                        "769.1",
                        "257.2");
    }

    @Test
    void a_flash_waits_for_no_second_fragment_of_anything_else() {
        journal.say(OWN, ROUTINE, 3_000, 1);
        assertThat(next()).isEqualTo("257.1 from 0");
        journal.say(OWN, PRIORITY, 3_000, 1);
        assertThat(next()).isEqualTo("257.2 from 0");
        assertThat(next()).isEqualTo("257.2 from 500");
        journal.say(OWN, FLASH, 800, 1);
        assertThat(next()).isEqualTo("257.3 from 0");
        journal.say(OWN, FLASH, 9, 1);
        assertThat(next()).isEqualTo("257.3 from 500");
        assertThat(next()).startsWith("257.4");
        assertThat(next()).isEqualTo("257.2 from 1000");
        assertThat(rest()).endsWith("257.1 from 2500", "257.1 from 3000").doesNotHaveDuplicates();
    }

    @Test
    void a_flash_sent_amid_the_entry_before_it_carries_its_ids_since_that_is_not_there_yet() {
        journal.say(OWN, ROUTINE, 3_000, 1);
        assertThat(next()).isEqualTo("257.1 from 0");
        journal.say(OWN, FLASH, 9, 1);
        assertThat(next()).isEqualTo("257.2 with ids");
    }

    @Test
    void a_flash_that_has_seen_what_the_peer_lacks_carries_its_ids() {
        journal.say(THIRD, ROUTINE, 3_000, 1);
        assertThat(next()).isEqualTo("769.1 from 0");
        journal.say(OWN, FLASH, 9, new SeenMark(THIRD, 1));
        assertThat(next()).isEqualTo("257.1 with ids");
        journal.say(THIRD, ROUTINE, 9, 1);
        journal.say(OWN, FLASH, 9, new SeenMark(THIRD, 2));
        assertThat(next()).isEqualTo("257.2 with ids");
        rest();
        journal.say(OWN, FLASH, 9, 1);
        assertThat(next()).isEqualTo("257.3");
    }

    @Test
    void at_most_a_window_is_under_way_and_what_is_held_makes_room() {
        journal.say(OWN, ROUTINE, 9, Outbox.WINDOW_ENTRIES + 100);
        assertThat(rest()).hasSize(Outbox.WINDOW_ENTRIES);
        outbox.holds(OWN, 30);
        assertThat(rest()).hasSize(30).startsWith("257.2049").endsWith("257.2078");
        outbox.holds(OWN, 30);
        assertThat(rest()).isEmpty();
    }

    @Test
    void urgent_entries_have_no_window_to_themselves() {
        journal.say(OWN, PRIORITY, 9, Outbox.WINDOW_ENTRIES + 100);
        assertThat(rest()).hasSize(Outbox.WINDOW_ENTRIES);
    }

    @Test
    void a_full_window_holds_up_no_flash_and_nothing_that_the_peer_asked_for() {
        journal.say(OWN, ROUTINE, 9, Outbox.WINDOW_ENTRIES + 100);
        rest();
        outbox.expand(entry(2_048));
        assertThat(rest()).containsExactly("257.2048 with ids");
        outbox.offer(journal.say(OWN, FLASH, 9));
        assertThat(rest()).containsExactly("257.2149 with ids");
    }

    @Test
    void entries_that_overtake_are_bounded_too() {
        journal.say(OWN, ROUTINE, 9, 1);
        journal.say(OWN, IMMEDIATE, 9, Outbox.WINDOW_ENTRIES + 100);
        var sent = new ArrayList<>(rest());
        sent.removeIf(it -> it.equals("257.1"));
        assertThat(sent).hasSize(Outbox.WINDOW_ENTRIES);
        outbox.holds(OWN, 101);
        assertThat(rest()).hasSize(100);
    }

    @Test
    void what_the_peer_asked_for_goes_before_later_entries_of_its_precedence_and_once() {
        journal.say(OWN, ROUTINE, 9, 4);
        assertThat(List.of(next(), next())).containsExactly("257.1", "257.2");
        outbox.expand(entry(1));
        outbox.expand(entry(1));
        outbox.offer(journal.say(OWN, FLASH, 9));
        assertThat(rest()).containsExactly("257.5 with ids", "257.1 with ids", "257.3", "257.4");
    }

    @Test
    void what_may_not_go_yet_does_not_go_even_if_the_peer_asks_for_it() {
        journal.say(OWN, ROUTINE, 9, 1);
        var offered = journal.offered();
        journal.say(OWN, FLASH, 9, 1);
        outbox.expand(entry(2));
        assertThat(outbox.next(journal, offered, CUT).map(OutboxTest::named)).contains("257.1");
        assertThat(outbox.next(journal, offered, CUT)).isEmpty();
        assertThat(rest()).hasSize(1).first().asString().startsWith("257.2");
    }

    @Test
    void what_the_peer_holds_does_not_go() {
        journal.say(OWN, ROUTINE, 9, 3);
        journal.say(OWN, FLASH, 9, 2);
        outbox.holds(OWN, 2);
        outbox.holdsAhead(new Reference(OWN, 4));
        assertThat(rest()).containsExactly("257.5 with ids", "257.3");
        outbox.holds(OWN, 5);
        assertThat(outbox.waitsForPeer()).isFalse();
        outbox.rewind();
        assertThat(rest()).isEmpty();
    }

    @Test
    void rewound_all_that_is_not_held_goes_again() {
        journal.say(OWN, ROUTINE, 9, 2);
        journal.say(OWN, FLASH, 9, 1);
        journal.say(OWN, ROUTINE, 3_000, 1);
        assertThat(List.of(next(), next(), next(), next()))
                .containsExactly("257.3 with ids", "257.1", "257.2", "257.4 from 0");
        outbox.holds(OWN, 1);
        outbox.rewind();
        assertThat(rest())
                .startsWith("257.3 with ids", "257.2", "257.4 from 0", "257.4 from 500")
                .hasSize(9);
    }

    private Entry entry(int sequence) {
        return journal.entry(new Reference(OWN, sequence)).orElseThrow();
    }

    private List<String> rest() {
        var all = new ArrayList<String>();
        for (String next = next(); !next.isEmpty(); next = next()) {
            all.add(next);
        }
        return all;
    }

    private String next() {
        Optional<Outbox.Piece> piece = outbox.next(journal, journal.offered(), CUT);
        return piece.map(OutboxTest::named).orElse("");
    }

    /// Station and sequence; `with ids` where the ids are explicit, `from` where it is a fragment.
    private static String named(Outbox.Piece piece) {
        return switch (FrameCodec.decode(piece.frame()).orThrow()) {
            case Frame.Carry carry -> {
                Payload payload = ((Decoded.Value<Payload>)
                                PayloadCodec.decode(carry.entry().payload()))
                        .value();
                yield payload.feed().station() + "." + payload.sequence()
                        + (carry.binding() == null ? "" : " with ids");
            }
            case Frame.Fragment fragment ->
                fragment.of().feed().station() + "." + fragment.of().sequence() + " from " + fragment.offset();
            case Frame other -> throw new AssertionError(other);
        };
    }
}
