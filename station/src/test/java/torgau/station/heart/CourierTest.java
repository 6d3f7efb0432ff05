package torgau.station.heart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import torgau.catalogue.value.SealedFile;
import torgau.journal.Code;
import torgau.journal.Digest;
import torgau.journal.Entry;
import torgau.journal.Precedence;
import torgau.link.courier.Load;
import torgau.station.courier.Packer;
import torgau.station.courier.Packing;
import torgau.station.heart.Effect.Result;

/// What a courier brings is as good as what came over the line, and nothing that happens to the files on their way
/// does harm.
final class CourierTest {
    private static final long CD = 650L << 20;

    @Test
    void what_was_said_while_the_line_was_down_goes_by_courier_and_the_receipt_comes_back_the_same_way() {
        var pair = apart();
        pair.blue().release(Precedence.ROUTINE, "The bridge is open.");
        pair.blue().release(Precedence.FLASH, "Hold your fire.");

        takeAll(pair.red(), pack(pair.blue()));
        assertThat(ids(pair.red())).containsAll(ids(pair.blue()));
        assertThat(pair.red().told)
                .anyMatch(notice -> notice instanceof Notice.Admitted(var entry)
                        && entry.payload().precedence() == Precedence.FLASH);

        pair.later(3_000);
        takeAll(pair.blue(), pack(pair.red()));
        assertThat(ids(pair.blue())).isEqualTo(ids(pair.red()));
        assertThat(plan(pair.blue()).entries()).as("all of it is receipted").isZero();
    }

    @Test
    void the_most_urgent_comes_first_in_the_first_file() {
        var pair = apart();
        IntStream.range(0, 700).forEach(n -> pair.blue().release(Precedence.ROUTINE, "Routine " + n));
        pair.blue().release(Precedence.IMMEDIATE, "A patrol is lost.");
        pair.blue().release(Precedence.FLASH, "Hold your fire.");

        Packing plan = plan(pair.blue());
        assertThat(plan.files()).hasSizeGreaterThan(1);
        var order = plan.files().stream()
                .flatMap(file -> file.entries().stream())
                .map(place ->
                        pair.blue().store.entry(place).orElseThrow().payload().precedence())
                .toList();
        assertThat(order).isSorted();

        List<byte[]> files = pack(pair.blue());
        take(pair.red(), files.getFirst());
        assertThat(pair.red().told)
                .as("the FLASH is shown though what it follows has not come")
                .anyMatch(notice -> notice instanceof Notice.AheadOfRecord(var pending)
                        && pending.payload().precedence() == Precedence.FLASH);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2})
    void files_that_come_in_any_order_twice_or_after_one_was_lost_leave_the_same_journal(long seed) {
        var pair = apart();
        var random = new Random(seed);
        Precedence[] all = Precedence.values();
        IntStream.range(0, 600).forEach(n -> pair.blue().release(all[random.nextInt(4)], "Text " + n));
        var files = new ArrayList<>(pack(pair.blue()));
        files.addAll(List.copyOf(files));
        Collections.shuffle(files, random);
        byte[] lost = files.getFirst();
        files.removeIf(file -> Arrays.equals(file, lost));
        takeAll(pair.red(), files);
        pair.later(3_000);

        takeAll(pair.blue(), pack(pair.red()));
        takeAll(pair.red(), pack(pair.blue()));
        assertThat(ids(pair.red())).containsAll(ids(pair.blue()));
        assertThat(pair.red().store.damages(pair.line(), 10_000)).isEmpty();
    }

    @Test
    void a_file_taken_again_and_again_changes_nothing() {
        var pair = apart();
        IntStream.range(0, 200).forEach(n -> pair.blue().release(Precedence.PRIORITY, "Text " + n));
        List<byte[]> files = pack(pair.blue());
        takeAll(pair.red(), files);
        pair.later(3_000);
        List<Digest> journal = ids(pair.red());
        for (int again = 0; again < 10; again++) {
            files.forEach(file -> assertThat(take(pair.red(), file))
                    .isInstanceOfSatisfying(
                            Result.Taken.class,
                            taken -> assertThat(taken.held()).isEqualTo(taken.entries())));
        }
        pair.later(3_000);
        assertThat(ids(pair.red())).isEqualTo(journal);
    }

    @Test
    void any_bytes_flipped_bits_and_cuts_are_refused_with_a_code_and_leave_the_journal_alone() {
        var pair = apart();
        pair.blue().release(Precedence.FLASH, "Hold your fire.");
        byte[] file = pack(pair.blue()).getFirst();
        List<Digest> journal = ids(pair.red());
        for (int bit = 0; bit < 8 * file.length; bit += bit < 12_000 ? 19 : 997) {
            byte[] flipped = file.clone();
            flipped[bit / 8] ^= (byte) (1 << bit % 8);
            assertThat(refused(pair.red(), flipped)).as("bit " + bit).isNotNull();
        }
        for (int length = 0; length < file.length; length += 131) {
            assertThat(refused(pair.red(), Arrays.copyOf(file, length))).isNotNull();
        }
        var random = new Random(7);
        for (int n = 0; n < 500; n++) {
            byte[] junk = new byte[random.nextInt(3_000)];
            random.nextBytes(junk);
            assertThat(refused(pair.red(), junk)).isEqualTo(Code.COURIER_NOT_A_FILE);
        }
        assertThat(refused(pair.red(), new byte[2 << 20])).isEqualTo(Code.COURIER_TOO_LARGE);
        assertThat(ids(pair.red())).isEqualTo(journal);
    }

    @Test
    void a_file_is_opened_by_nobody_but_the_station_that_it_is_for() {
        var pair = apart();
        pair.blue().release(Precedence.FLASH, "Hold your fire.");
        byte[] file = pack(pair.blue()).getFirst();
        assertThat(refused(pair.blue(), file)).isEqualTo(Code.COURIER_STRANGER);
        assertThat(new String(file, java.nio.charset.StandardCharsets.ISO_8859_1))
                .doesNotContain("Hold");
    }

    @Test
    void a_file_sealed_to_a_key_that_was_destroyed_is_refused_and_a_new_pack_is_sealed_to_the_newest() {
        var pair = apart();
        pair.blue().release(Precedence.ROUTINE, "The bridge is open.");
        byte[] old = pack(pair.blue()).getFirst();
        pair.mend();
        pair.run(5_000);
        for (int week = 0; week < 12; week++) {
            pair.later(KeyRing.ROTATION_MILLIS);
            pair.run(5_000);
        }
        assertThat(refused(pair.red(), old)).isEqualTo(Code.COURIER_KEY_GONE);
        pair.cut();
        pair.blue().release(Precedence.ROUTINE, "The bridge is closed.");
        assertThat(take(pair.red(), pack(pair.blue()).getFirst())).isInstanceOf(Result.Taken.class);
    }

    @Test
    void a_file_that_an_entry_names_comes_in_parts_over_restarts_and_what_was_lost_is_asked_for() {
        var pair = apart();
        byte[] blob = attached(pair.blue(), 3_000_000);
        List<byte[]> files = pack(pair.blue());
        assertThat(files).hasSizeGreaterThan(2);

        take(pair.red(), files.getFirst());
        pair.red().restart(false);
        take(pair.red(), files.getLast());
        pair.red().restart(false);
        assertThat(pair.red().store.keeps(Digest.over(blob))).isFalse();
        pair.later(3_000);

        takeAll(pair.blue(), pack(pair.red()));
        List<byte[]> rest = pack(pair.blue());
        pair.red().restart(true);
        takeAll(pair.red(), rest);
        assertThat(pair.red().store.blob(Digest.over(blob)).orElseThrow().bytes())
                .isEqualTo(blob);
        assertThat(pair.red().store.memories("blob/part")).isEmpty();
    }

    @Test
    void the_line_goes_on_with_a_file_where_the_courier_ended_and_asks_for_no_part_twice() {
        var pair = apart();
        byte[] blob = attached(pair.blue(), 3_000_000);
        List<byte[]> files = pack(pair.blue());
        takeAll(pair.red(), files.subList(0, 2));
        pair.red().restart(false);

        long[] bytes = {0};
        var outward = pair.blue().outward;
        pair.blue().outward = message -> {
            bytes[0] += message.length;
            outward.accept(message);
        };
        pair.mend();
        pair.run(5_000);
        assertThat(pair.red().store.keeps(Digest.over(blob))).isTrue();
        assertThat(bytes[0]).isLessThan(1_500_000);
    }

    @Test
    void a_size_is_kept_and_what_found_no_room_is_said_and_goes_next() {
        var pair = apart();
        String words = "x".repeat(20_000);
        IntStream.range(0, 300).forEach(n -> pair.blue().release(Precedence.ROUTINE, words + n));
        Packing small = new Packer(pair.blue().store, 513).plan(2L << 20, false);
        assertThat(small.more()).isTrue();
        assertThat(small.bytes()).isLessThanOrEqualTo(2L << 20);
        List<byte[]> files = files(pair.blue(), small);
        assertThat(files.stream().mapToLong(file -> file.length).sum()).isLessThanOrEqualTo(2L << 20);

        takeAll(pair.red(), files);
        pair.later(3_000);
        takeAll(pair.blue(), pack(pair.red()));
        Packing next = plan(pair.blue());
        assertThat(next.entries()).isEqualTo(301 - small.entries());
        assertThat(next.more()).isFalse();
    }

    // --- what the tests say ---

    /// Two stations that have known each other and cannot reach each other.
    /// A file that was put in, and that an entry names.
    private static byte[] attached(Pair.Side station, int length) {
        byte[] blob = SealedFile.seal(1, Attached.KEY, Attached.file(length));
        station.feed(new Input.PutIn(1, blob));
        station.release(Attached.draft(Attached.named(length, blob)));
        return blob;
    }

    private static Pair apart() {
        var pair = new Pair();
        pair.run(3_000);
        pair.cut();
        return pair;
    }

    private static List<Digest> ids(Pair.Side at) {
        return at.entries().stream().map(Entry::id).toList();
    }

    private static Packing plan(Pair.Side from) {
        return new Packer(from.store, from.other().number).plan(CD, false);
    }

    private static List<byte[]> pack(Pair.Side from) {
        return files(from, plan(from));
    }

    private static List<byte[]> files(Pair.Side from, Packing plan) {
        int to = from.other().number;
        Load asking = from.heart.askingByCourier(to, 256);
        var files = new ArrayList<byte[]>();
        for (Packing.File file : plan.files()) {
            Load load = new Packer(from.store, to).load(file, asking);
            files.add(from.heart.sealForCourier(to, load, from.clock()).orElseThrow());
        }
        return files;
    }

    private static Result take(Pair.Side at, byte[] file) {
        at.feed(new Input.Take(at.answers.size() + 1L, file));
        return at.answers.getLast().result();
    }

    private static Code refused(Pair.Side at, byte[] file) {
        return ((Result.Refused) take(at, file)).code();
    }

    /// As the command does: files that wait for others are taken again as long as something new comes.
    private static void takeAll(Pair.Side at, List<byte[]> files) {
        List<byte[]> left = files;
        boolean progress = true;
        while (progress && !left.isEmpty()) {
            progress = false;
            var waiting = new ArrayList<byte[]>();
            for (byte[] file : left) {
                var taken = (Result.Taken) take(at, file);
                progress |= taken.added() > 0;
                if (taken.waiting() > 0) {
                    waiting.add(file);
                }
            }
            left = waiting;
        }
    }
}
