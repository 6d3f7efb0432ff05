package torgau.station.heart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import torgau.catalogue.value.SealedFile;
import torgau.journal.Act;
import torgau.journal.Code;
import torgau.journal.Digest;
import torgau.journal.Feed;
import torgau.journal.Payload;
import torgau.journal.Precedence;
import torgau.journal.Reference;
import torgau.journal.TrafficClass;
import torgau.link.engine.Frame;
import torgau.station.heart.Effect.Result;

/// What travels apart from the journal gets to whom it is for, to nobody else, and goes when it is
/// erased.
final class BlobsTest {
    private static final int BLUE = 1;
    private static final int RED = 2;
    private static final long DAY = 24 * 3_600_000L;

    @Test
    void a_file_that_was_put_in_and_named_arrives_whole() {
        var pair = new Pair();
        byte[] blob = put(pair, Attached.file(600_000));
        name(pair, 600_000, blob);
        pair.run(5_000);

        assertThat(kept(pair.red(), blob)).isTrue();
        assertThat(pair.red().told).anyMatch(notice -> notice instanceof Notice.BlobKept);
        assertThat(pair.red().store.blobBytes(257)).isEqualTo(blob.length);
        assertThat(pair.red().store.memories("blob/wanted/")).isEmpty();
        assertThat(pair.blue().store.memories("blob/spare/")).isEmpty();
    }

    @Test
    void F14_a_broken_line_costs_no_piece_and_a_restart_one_part_at_most() {
        var pair = new Pair();
        byte[] blob = put(pair, Attached.file(2_000_000));
        byte[] other = put(pair, Attached.file(300_000));
        name(pair, 2_000_000, blob);
        int[] pieces = {0};
        var outward = pair.blue().outward;
        pair.blue().outward = message -> {
            if (message.length > 16_000 && ++pieces[0] == 40) {
                pair.cut = true;
            }
            outward.accept(message);
        };
        pair.run(2_000);
        assertThat(kept(pair.red(), blob)).isFalse();
        pair.cut();
        pair.mend();
        pair.run(3_000);
        assertThat(kept(pair.red(), blob)).isTrue();
        assertThat(pieces[0]).isLessThan(2_000_000 / 16_384 + 40);

        name(pair, 300_000, other);
        pair.red().restart(false);
        pair.cut();
        pair.mend();
        pair.run(3_000);
        assertThat(kept(pair.red(), other)).isTrue();
    }

    @Test
    void an_entry_names_only_what_its_own_party_has_put_in() {
        var pair = new Pair();
        byte[] never = SealedFile.seal(BLUE, Attached.KEY, Attached.file(10));
        pair.blue().release(Attached.draft(Attached.named(10, never)));
        assertThat(refusal(pair.blue())).isEqualTo(Code.BLOB_NOT_HERE);

        byte[] blob = put(pair, Attached.file(10));
        name(pair, 10, blob);
        pair.run(3_000);
        assertThat(kept(pair.red(), blob)).isTrue();
        pair.red().release(Attached.draft(Attached.named(10, blob)));
        assertThat(refusal(pair.red())).isEqualTo(Code.BLOB_NOT_HERE);
    }

    @Test
    void who_names_anothers_blob_gets_nothing_by_it() {
        var pair = new Pair();
        pair.run(1_000);
        var rogue = new Rogue(pair);
        byte[] secret = put(pair, Attached.file(50));
        rogue.file(payload(1, List.of(), Attached.named(50, secret)));
        rogue.say(new Frame.BlobWanted(Digest.over(secret), 0));

        assertThat(rogue.heard).noneMatch(frame -> frame instanceof Frame.BlobPiece);
        assertThat(dropped(pair.blue(), Code.BLOB_NOT_GIVEN)).isOne();
    }

    @Test
    void what_is_for_others_is_neither_asked_for_nor_kept() {
        var pair = new Pair();
        pair.run(1_000);
        var rogue = new Rogue(pair);
        byte[] blob = SealedFile.seal(RED, Attached.KEY, Attached.file(50));
        rogue.file(payload(1, List.of(3), Attached.named(50, blob)));
        rogue.say(new Frame.BlobPiece(Digest.over(blob), blob.length, 0, blob));
        pair.later(1_000);

        assertThat(rogue.heard).noneMatch(frame -> frame instanceof Frame.BlobWanted);
        assertThat(kept(pair.blue(), blob)).isFalse();
        assertThat(dropped(pair.blue(), Code.BLOB_NOT_NAMED)).isOne();
    }

    @Test
    void wrong_bytes_are_dropped_asked_for_again_later_and_alarmed_if_it_goes_on() {
        var pair = new Pair();
        pair.run(1_000);
        var rogue = new Rogue(pair);
        byte[] blob = SealedFile.seal(RED, Attached.KEY, Attached.file(50));
        byte[] wrong = new byte[blob.length];
        rogue.file(payload(1, List.of(), Attached.named(50, blob)));
        for (int time = 1; time <= BlobsWanted.WRONG_BEFORE_ALARM; time++) {
            assertThat(asked(rogue)).isEqualTo(time);
            assertThat(pair.blue().heart.alarms()).noneMatch(alarm -> alarm.code() == Code.BLOB_WRONG);
            rogue.say(new Frame.BlobPiece(Digest.over(blob), blob.length, 0, wrong));
            pair.later(30_000);
            assertThat(asked(rogue)).isEqualTo(time);
            rogue.say(new Frame.Pulse(5L, null));
            pair.later(3_600_000);
        }
        assertThat(pair.blue().heart.alarms()).anyMatch(alarm -> alarm.code() == Code.BLOB_WRONG);

        rogue.say(new Frame.BlobPiece(Digest.over(blob), blob.length, 0, blob));
        assertThat(kept(pair.blue(), blob)).isTrue();
        assertThat(pair.blue().heart.alarms()).noneMatch(alarm -> alarm.code() == Code.BLOB_WRONG);
    }

    @Test
    void a_blob_that_says_it_was_made_by_another_party_is_not_kept() {
        var pair = new Pair();
        pair.run(1_000);
        var rogue = new Rogue(pair);
        byte[] blob = SealedFile.seal(BLUE, Attached.KEY, Attached.file(50));
        rogue.file(payload(1, List.of(), Attached.named(50, blob)));
        rogue.say(new Frame.BlobPiece(Digest.over(blob), blob.length, 0, blob));

        assertThat(kept(pair.blue(), blob)).isFalse();
        assertThat(pair.blue().heart.alarms()).anyMatch(alarm -> alarm.code() == Code.BLOB_OF_ANOTHER);
        pair.later(DAY);
        assertThat(asked(rogue)).isOne();
    }

    @Test
    void a_lie_about_a_length_costs_only_a_question() {
        var pair = new Pair();
        pair.run(1_000);
        var rogue = new Rogue(pair);
        byte[] blob = SealedFile.seal(RED, Attached.KEY, Attached.file(50));
        rogue.file(payload(1, List.of(), Attached.named(60, blob)));
        rogue.file(payload(2, List.of(), Attached.named(50, blob)));
        rogue.say(new Frame.BlobPiece(Digest.over(blob), blob.length, 0, blob));
        rogue.say(new Frame.BlobPiece(Digest.over(blob), blob.length, 0, blob));

        assertThat(kept(pair.blue(), blob)).isTrue();
        assertThat(pair.blue().store.memories("blob/wanted/")).isEmpty();
    }

    @Test
    void a_flood_of_questions_is_bounded() {
        var pair = new Pair();
        pair.run(1_000);
        var rogue = new Rogue(pair);
        var random = new Random(1);
        for (int question = 0; question < 2 * BlobsGiven.MAX_PER_MINUTE; question++) {
            byte[] hash = new byte[Digest.BYTES];
            random.nextBytes(hash);
            rogue.say(new Frame.BlobWanted(Digest.of(hash), question));
        }
        byte[] blob = put(pair, Attached.file(50));
        name(pair, 50, blob);
        rogue.say(new Frame.BlobWanted(Digest.over(blob), 0));
        assertThat(rogue.heard).noneMatch(frame -> frame instanceof Frame.BlobPiece);
        pair.later(61_000);
        rogue.say(new Frame.BlobWanted(Digest.over(blob), 0));
        assertThat(rogue.heard).anyMatch(frame -> frame instanceof Frame.BlobPiece);
    }

    @Test
    void what_one_station_names_beyond_its_quota_waits_and_an_officer_is_told() {
        var pair = new Pair(new BlobRoom(100_000, 0));
        byte[] first = put(pair, Attached.file(80_000));
        byte[] second = put(pair, Attached.file(70_000));
        byte[] small = put(pair, Attached.file(1_000));
        Reference place = name(pair, 80_000, first);
        name(pair, 70_000, second);
        name(pair, 1_000, small);
        pair.run(3_000);

        assertThat(List.of(kept(pair.red(), first), kept(pair.red(), second), kept(pair.red(), small)))
                .containsExactly(true, false, true);
        assertThat(pair.red().heart.alarms()).anyMatch(alarm -> alarm.code() == Code.BLOB_QUOTA_REACHED);
        assertThat(pair.red().entries()).hasSameSizeAs(pair.blue().entries());

        pair.red().feed(new Input.Erase(1, place));
        pair.run(3_000);
        assertThat(kept(pair.red(), second)).isTrue();
        assertThat(pair.red().heart.alarms()).isEmpty();
    }

    @Test
    void a_disk_with_little_room_takes_entries_and_no_blobs() {
        var pair = new Pair(new BlobRoom(1 << 20, Long.MAX_VALUE));
        pair.blue().feed(new Input.PutIn(1, SealedFile.seal(BLUE, Attached.KEY, Attached.file(10))));
        assertThat(refusal(pair.blue())).isEqualTo(Code.NO_ROOM_FOR_BLOBS);
    }

    @Test
    void what_was_erased_is_gone_and_never_asked_for_again() {
        var pair = new Pair();
        byte[] blob = put(pair, Attached.file(5_000));
        Reference place = name(pair, 5_000, blob);
        pair.run(3_000);
        long entries = pair.red().entries().size();
        pair.red().feed(new Input.Erase(1, place));
        assertThat(pair.red().answers.getLast().result()).isEqualTo(new Result.Erased(1));
        assertThat(kept(pair.red(), blob)).isFalse();

        pair.red().restart(true);
        pair.red().feed(new Input.Want(place));
        name(pair, 5_000, blob);
        pair.run(5_000);
        assertThat(kept(pair.red(), blob)).isFalse();
        assertThat((long) pair.red().entries().size()).isGreaterThan(entries);
        assertThat(pair.red().store.damages(pair.line(), 100)).isEmpty();

        pair.red().feed(new Input.Erase(2, new Reference(new Feed(257, 99), 1)));
        assertThat(refusal(pair.red())).isEqualTo(Code.NOTHING_TO_ERASE);
    }

    @Test
    void what_was_put_in_and_never_named_is_dropped_after_thirty_days_though_the_station_was_restarted() {
        var pair = new Pair();
        byte[] named = put(pair, Attached.file(100));
        byte[] blob = put(pair, Attached.file(200));
        assertThat(put(pair, Attached.file(200))).isEqualTo(blob);
        name(pair, 100, named);
        pair.blue().restart(false);
        pair.later(BlobsKept.SPARE_MILLIS - 60_000);
        assertThat(kept(pair.blue(), blob)).isTrue();
        pair.later(120_000);
        assertThat(kept(pair.blue(), blob)).isFalse();
        assertThat(kept(pair.blue(), named)).isTrue();
        assertThat(pair.blue().store.memories("blob/spare/")).isEmpty();
    }

    // --- what the tests say ---

    private static byte[] put(Pair pair, byte[] file) {
        byte[] blob = SealedFile.seal(BLUE, Attached.KEY, file);
        pair.blue().feed(new Input.PutIn(pair.blue().answers.size() + 1L, blob));
        assertThat(pair.blue().answers.getLast().result()).isEqualTo(new Result.Kept(Digest.over(blob)));
        return blob;
    }

    private static Reference name(Pair pair, int length, byte[] blob) {
        pair.blue().release(Attached.draft(Attached.named(length, blob)));
        return ((Result.Authored) pair.blue().answers.getLast().result())
                .entry()
                .reference();
    }

    private static Payload payload(long sequence, List<Integer> to, Act act) {
        return new Payload(
                new Feed(513, 1),
                sequence,
                List.of(),
                1_770_000_000_000L,
                TrafficClass.TEST,
                Precedence.ROUTINE,
                to,
                null,
                List.of(),
                act);
    }

    private static boolean kept(Pair.Side side, byte[] blob) {
        return side.store
                .blob(Digest.over(blob))
                .filter(held -> Arrays.equals(held.bytes(), blob))
                .isPresent();
    }

    private static Code refusal(Pair.Side side) {
        return ((Result.Refused) side.answers.getLast().result()).code();
    }

    private static long asked(Rogue rogue) {
        return rogue.heard.stream()
                .filter(frame -> frame instanceof Frame.BlobWanted)
                .count();
    }

    private static long dropped(Pair.Side side, Code code) {
        return side.told.stream()
                .filter(notice -> notice.equals(new Notice.Dropped(code)))
                .count();
    }
}
