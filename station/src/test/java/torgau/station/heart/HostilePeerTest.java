package torgau.station.heart;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import torgau.journal.Act;
import torgau.journal.Binding;
import torgau.journal.Code;
import torgau.journal.Digest;
import torgau.journal.Entry;
import torgau.journal.Feed;
import torgau.journal.Office;
import torgau.journal.PayloadCodec;
import torgau.journal.Precedence;
import torgau.journal.Reference;
import torgau.journal.SeenMark;
import torgau.journal.SignedEntry;
import torgau.journal.Text;
import torgau.link.engine.Frame;
import torgau.link.seal.SealWire;
import torgau.station.heart.Effect.Result.Authored;

/// What a party with good keys and software of its own can do to a station: nothing that stops it.
class HostilePeerTest {
    private static final long WEEK_MILLIS = 7L * 24 * 3_600_000;
    private static final Act SEEN = new Act.Seen();
    private static final Text RIVER = new Text("en", "The river rises in the mountains.");

    private final Pair pair = new Pair();

    @Test
    void entries_ahead_of_a_gap_take_bounded_room_and_never_keep_a_station_from_speaking() {
        pair.run(1_000);
        var rogue = new Rogue(pair);
        for (int incarnation = 100; incarnation < 130; incarnation++) {
            for (int sequence = 2; sequence < 66; sequence++) {
                rogue.fileAhead(Rogue.payload(new Feed(513, incarnation), sequence, Precedence.ROUTINE, SEEN));
            }
        }
        pair.run(10_000);

        assertThat(pair.blue().store.pending()).hasSize(AheadOfRecord.MAX_PER_STATION);
        pair.blue().release(Precedence.ROUTINE, "x".repeat(30_000));
        assertThat(pair.blue().answers.getLast().result()).isInstanceOf(Authored.class);
        pair.blue().restart(false);
        pair.run(1_000);
        pair.blue().release(Precedence.ROUTINE, "x".repeat(30_000));
        assertThat(pair.blue().answers.getLast().result()).isInstanceOf(Authored.class);
    }

    @Test
    void what_does_not_fit_beside_an_act_is_signed_as_seen_by_the_next_entry() {
        pair.run(3_000);
        var rogue = new Rogue(pair);
        for (int incarnation = 100; incarnation < 104; incarnation++) {
            for (int sequence = 2; sequence < 66; sequence++) {
                rogue.fileAhead(Rogue.payload(new Feed(513, incarnation), sequence, Precedence.ROUTINE, SEEN));
            }
        }
        var office = new Office("Watch", "");
        var long1 = new Text("en", "x".repeat(32_768));
        var long2 = new Text("de", "x".repeat(32_000));
        Draft draft = Pair.draft(Precedence.ROUTINE, "x", List.of());
        var act = new Act.Message(office, "", long1, List.of(long2));
        pair.blue()
                .release(
                        new Draft(draft.trafficClass(), draft.precedence(), draft.to(), null, draft.refs(), act, null));
        assertThat(pair.blue().answers.getLast().result()).isInstanceOf(Authored.class);
        pair.run(5_000);

        Set<Reference> announced = pair.blue().entries().stream()
                .filter(entry -> entry.payload().feed().station() == 257)
                .flatMap(entry -> entry.payload().seen().stream())
                .flatMap(mark -> mark.ahead().stream().map(ahead -> new Reference(mark.feed(), ahead.sequence())))
                .collect(Collectors.toSet());
        assertThat(announced).hasSize(256);
    }

    @Test
    void a_text_too_long_for_one_entry_is_refused_and_the_station_lives() {
        pair.run(1_000);
        var text = new Text("en", "x".repeat(32_768));
        var act = new Act.Message(new Office("Watch", ""), "", text, List.of(text, text));
        Draft draft = Pair.draft(Precedence.ROUTINE, "x", List.of());
        pair.blue()
                .release(
                        new Draft(draft.trafficClass(), draft.precedence(), draft.to(), null, draft.refs(), act, null));

        assertThat(pair.blue().answers.getLast().result())
                .isInstanceOfSatisfying(
                        Effect.Result.Refused.class,
                        refused -> assertThat(refused.code()).isEqualTo(Code.OVER_LIMIT));
    }

    @Test
    void sealing_keys_are_destroyed_after_a_couriers_time_though_a_peer_was_restarted() {
        pair.run(5_000);
        pair.cut();
        pair.red().restart(false);
        pair.mend();
        pair.run(5_000);
        for (int week = 0; week < 40; week++) {
            pair.later(WEEK_MILLIS);
            pair.run(10_000);
        }

        assertThat(pair.blue().store.memories("kem/")).hasSizeBetween(9, 11);
        assertThat(pair.blue().heart.alarms())
                .extracting(Notice.Alarm::code)
                .doesNotContain(Code.SEALING_KEY_CROWDED_OUT);
    }

    @Test
    void a_peer_that_is_silent_for_a_year_costs_the_oldest_sealing_keys_and_an_alarm() {
        pair.run(5_000);
        pair.cut();
        for (int week = 0; week < 52; week++) {
            pair.later(WEEK_MILLIS);
        }

        assertThat(pair.blue().store.memories("kem/")).hasSize(KeyRing.MAX_OWN);
        assertThat(pair.blue().heart.alarms()).extracting(Notice.Alarm::code).contains(Code.SEALING_KEY_CROWDED_OUT);
        pair.mend();
        pair.run(60_000);
        assertThat(pair.blue().entries()).hasSameSizeAs(pair.red().entries());
    }

    @Test
    void what_the_disk_has_not_taken_is_shown_to_nobody() {
        pair.run(1_000);
        var rogue = new Rogue(pair);
        Feed feed = pair.blue().heart.feed();
        long head = pair.blue().store.head(feed).orElseThrow().sequence();
        pair.blue().diskHangs = true;
        pair.blue().release(Precedence.ROUTINE, "not on disk");
        rogue.say(new Frame.Expand(new Reference(feed, head)));
        rogue.say(new Frame.Expand(new Reference(feed, head + 1)));

        assertThat(rogue.heard.stream()
                        .filter(frame -> frame instanceof Frame.Carry)
                        .map(frame -> ((Frame.Carry) frame).entry().payload())
                        .map(payload -> new String(payload, StandardCharsets.ISO_8859_1)))
                .isNotEmpty()
                .noneMatch(payload -> payload.contains("not on disk"));
    }

    @Test
    void refusals_of_what_was_never_sent_are_no_alarm_and_others_are_one_for_a_reason() {
        pair.run(1_000);
        var rogue = new Rogue(pair);
        Feed feed = pair.blue().heart.feed();
        for (int sequence = 1_000; sequence < 3_000; sequence++) {
            rogue.say(new Frame.Refused(new Reference(feed, sequence), "TG-1002"));
            rogue.say(new Frame.Refused(new Reference(new Feed(257, sequence), 1), "made up " + sequence));
        }
        assertThat(refusedByPeer()).isEmpty();
        for (int again = 0; again < 100; again++) {
            rogue.say(new Frame.Refused(new Reference(feed, 1), "made up " + again));
            rogue.say(new Frame.Refused(new Reference(feed, 1), "TG-1002"));
        }

        assertThat(refusedByPeer())
                .extracting(Notice.Alarm::detail)
                .containsExactlyInAnyOrder(
                        new Reference(feed, 1) + " refused with TG-1002",
                        new Reference(feed, 1) + " refused with a code that is not known here");
    }

    private List<Notice.Alarm> refusedByPeer() {
        return pair.blue().heart.alarms().stream()
                .filter(alarm -> alarm.code() == Code.REFUSED_BY_PEER)
                .toList();
    }

    @Test
    void entries_that_are_refused_here_are_one_alarm_for_a_reason() {
        pair.run(1_000);
        var rogue = new Rogue(pair);
        for (int incarnation = 100; incarnation < 200; incarnation++) {
            var payload = Rogue.payload(new Feed(513, incarnation), 1, Precedence.ROUTINE, SEEN);
            var other = Rogue.payload(new Feed(513, incarnation), 2, Precedence.ROUTINE, SEEN);
            var binding = new Binding(null, List.of());
            var forged = new SignedEntry(
                    PayloadCodec.encode(payload),
                    rogue.signed(513, other, binding).signature());
            rogue.say(new Frame.Carry(forged, binding));
        }

        assertThat(pair.blue().heart.alarms())
                .extracting(Notice.Alarm::code)
                .containsOnlyOnce(Code.BAD_SIGNATURE)
                .hasSizeLessThan(5);
    }

    @Test
    void a_station_whose_own_feed_is_forked_goes_on_in_another() {
        pair.run(3_000);
        var rogue = new Rogue(pair);
        Feed feed = pair.blue().heart.feed();
        long command = pair.blue().release(Precedence.ROUTINE, "before");
        var twins = Rogue.payload(feed, 1, Precedence.ROUTINE, SEEN);
        var binding = new Binding(null, List.of());
        rogue.say(new Frame.Carry(rogue.signed(257, twins, binding), binding));
        pair.blue().release(Precedence.ROUTINE, "after");
        pair.run(5_000);

        assertThat(command).isPositive();
        assertThat(pair.blue().heart.feed()).isNotEqualTo(feed);
        assertThat(pair.blue().store.head(feed).orElseThrow().closed()).isTrue();
        assertThat(pair.blue().answers).allMatch(answer -> answer.result() instanceof Authored);
        Entry first = pair.blue()
                .store
                .entry(new Reference(pair.blue().heart.feed(), 1))
                .orElseThrow();
        assertThat(first.payload().seen()).extracting(SeenMark::feed).contains(feed);
    }

    @Test
    void a_station_that_another_continues_under_its_key_goes_on_in_another_feed_before_they_fork() {
        pair.run(3_000);
        var rogue = new Rogue(pair);
        Feed feed = pair.blue().heart.feed();
        long head = pair.blue().store.head(feed).orElseThrow().sequence();
        var ahead = Rogue.payload(feed, head + 5, Precedence.FLASH, SEEN);
        var binding = new Binding(Digest.over(new byte[] {1}), List.of());
        rogue.say(new Frame.Carry(rogue.signed(257, ahead, binding), binding));
        Feed second = pair.blue().heart.feed();
        pair.blue().release(Precedence.ROUTINE, "after the first");
        var next = Rogue.payload(second, 2, Precedence.ROUTINE, new Act.LinkTest(new Act.Passage.Sent(RIVER)));
        rogue.say(new Frame.Carry(rogue.signed(257, next, null), null));
        pair.blue().release(Precedence.ROUTINE, "after the second");

        assertThat(second).isNotEqualTo(feed);
        assertThat(pair.blue().heart.feed()).isNotEqualTo(second);
        assertThat(pair.blue().store.entry(next.reference())).isPresent();
        assertThat(pair.blue().answers).allMatch(answer -> answer.result() instanceof Authored);
    }

    @Test
    void link_tests_are_returned_as_routine_and_so_many_a_minute() {
        pair.run(1_000);
        var rogue = new Rogue(pair);
        var test = new Act.LinkTest(new Act.Passage.Sent(new Text("en", "Who is there?")));
        for (int sequence = 1; sequence <= 100; sequence++) {
            rogue.file(Rogue.payload(new Feed(513, 100), sequence, Precedence.FLASH, test));
        }

        assertThat(returned()).isEqualTo(LinkTests.RETURNS_PER_MINUTE);
        assertThat(pair.blue().entries())
                .filteredOn(entry -> entry.payload().feed().station() == 257)
                .noneMatch(entry -> entry.payload().precedence().urgent());
        pair.later(60_000);
        rogue.file(Rogue.payload(new Feed(513, 100), 101, Precedence.FLASH, test));
        assertThat(returned()).isEqualTo(LinkTests.RETURNS_PER_MINUTE + 1);
    }

    private long returned() {
        return pair.blue().entries().stream()
                .filter(entry -> entry.payload().act() instanceof Act.LinkTest(Act.Passage.Returned _))
                .count();
    }

    @Test
    void a_flood_of_urgent_messages_is_receipted_at_once_so_many_a_minute_and_then_together() {
        pair.run(3_000);
        var rogue = new Rogue(pair);
        int before = pair.blue().entries().size();
        var message = new Act.Message(new Office("Watch", ""), "", new Text("en", "x"), List.of());
        for (int sequence = 1; sequence <= 500; sequence++) {
            rogue.file(Rogue.payload(new Feed(513, 100), sequence, Precedence.FLASH, message));
        }
        pair.run(3_000);

        assertThat(pair.blue().entries()).hasSizeBetween(before + 500 + 121, before + 500 + 124);
        assertThat(pair.blue().heart.heads().stream()
                        .filter(head -> head.feed().station() == 257)
                        .anyMatch(head -> head.seen().of(new Feed(513, 100)) == 500))
                .isTrue();
    }

    @Test
    void what_one_peer_leaves_waiting_takes_no_other_peers_place_and_is_forgotten() {
        var waiting = new Waiting();
        Reference missing = new Reference(new Feed(513, 1), 1);
        var entry = new SignedEntry(new byte[60_000], new byte[SignedEntry.SIGNATURE_BYTES]);
        for (int sequence = 2; sequence < 2_000; sequence++) {
            waiting.add(new Reference(missing.feed(), sequence), missing, new Waiting.Candidate(entry, null, 513), 0);
        }
        Reference place = new Reference(missing.feed(), 2);
        waiting.add(place, missing, new Waiting.Candidate(entry, null, 769), 0);

        assertThat(waiting.arrived(missing))
                .hasSize((int) (Waiting.MAX_BYTES_PER_PEER / entry.length()) + 1)
                .extracting(Waiting.Candidate::from)
                .contains(769);
        assertThat(waiting.arrived(missing)).isEmpty();

        waiting.add(place, missing, new Waiting.Candidate(entry, null, 513), 0);
        Reference other = new Reference(missing.feed(), 3);
        waiting.add(other, missing, new Waiting.Candidate(entry, null, 513), Waiting.KEPT_MILLIS);
        assertThat(waiting.arrived(missing)).hasSize(1);
    }

    @Test
    void a_strangers_junk_costs_no_peer_its_notice() {
        pair.run(3_000);
        pair.blue().feed(new Input.BearerUp(70, "stranger", true, SealWire.MAX_SEALED_BYTES, null));
        pair.blue().feed(new Input.BearerUp(71, "peer", true, SealWire.MAX_SEALED_BYTES, null));
        byte[] early = new byte[62];
        early[0] = 5;
        early[9] = 1;
        for (int i = 0; i < 100; i++) {
            pair.blue().heart.on(new Input.Received(70, early), pair.now());
        }

        assertThat(pair.blue().heart.on(new Input.Received(70, early), pair.now()))
                .noneMatch(effect -> effect instanceof Effect.Send);
        assertThat(pair.blue().heart.on(new Input.Received(71, early), pair.now()))
                .anyMatch(effect -> effect instanceof Effect.Send send && send.bearer() == 71);
    }
}
