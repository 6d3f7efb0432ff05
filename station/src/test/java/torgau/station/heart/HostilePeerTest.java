package torgau.station.heart;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import torgau.journal.Act;
import torgau.journal.Code;
import torgau.journal.Feed;
import torgau.journal.Office;
import torgau.journal.Precedence;
import torgau.journal.Reference;
import torgau.journal.Text;
import torgau.link.engine.Frame;
import torgau.station.heart.Effect.Result.Authored;

/// What a party with good keys and software of its own can do to a station: nothing that stops it.
class HostilePeerTest {
    private static final long WEEK_MILLIS = 7L * 24 * 3_600_000;
    private static final Act SEEN = new Act.Seen();

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
                .release(new Draft(
                        draft.trafficClass(), draft.precedence(), draft.to(), null, draft.refs(), act, null));
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
                .release(new Draft(
                        draft.trafficClass(), draft.precedence(), draft.to(), null, draft.refs(), act, null));

        assertThat(pair.blue().answers.getLast().result()).isInstanceOfSatisfying(
                Effect.Result.Refused.class, refused -> assertThat(refused.code()).isEqualTo(Code.OVER_LIMIT));
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
        assertThat(pair.blue().heart.alarms())
                .extracting(Notice.Alarm::code)
                .contains(Code.SEALING_KEY_CROWDED_OUT);
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
}
