package torgau.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import torgau.journal.Code;
import torgau.journal.Digest;
import torgau.journal.Entry;
import torgau.store.Answer;
import torgau.store.Arrived;
import torgau.store.Batch;
import torgau.store.Blob;
import torgau.store.Filter;
import torgau.store.JournalStore;
import torgau.store.StoreFault;
import torgau.store.Traffic;
import torgau.store.Write;

/// F19: a bit that the disk has flipped is found, or changes nothing that the store says.
@Tag("slow")
class F19FlippedBitTest {
    private static final int FLIPS = 40;

    @TempDir
    private Path home;

    private final Traffic traffic = new Traffic(19, 3);
    private final List<Entry> entries = traffic.next(40);
    private final Blob blob = Blob.of(257, new byte[500]);
    private byte[] intact = {};
    private List<String> said = List.of();

    @BeforeEach
    void write() throws IOException {
        Path journal = home.resolve("intact.db");
        try (var store = SqliteStore.open(journal)) {
            store.commit(Traffic.appending(entries));
            var candidate = traffic.candidate(traffic.feeds().getFirst(), "ahead");
            var answer =
                    new Answer("key-00000001", Digest.over(), entries.getFirst().reference());
            store.commit(Batch.of(
                    new Write.Remember("link/257", new byte[600]),
                    new Write.Reply(answer),
                    new Write.Hold(candidate),
                    new Write.Keep(blob),
                    new Write.Prove(traffic.fork(traffic.feeds().get(1)))));
            said = said(store);
        }
        intact = Files.readAllBytes(journal);
    }

    private List<String> said(JournalStore store) {
        var said = new ArrayList<String>();
        said.add(store.heads().toString());
        store.inOrder().forEachRemaining(entry -> said.add(name(entry)));
        store.arrivedAfter(0, 1_000, Filter.ALL).forEach(arrived -> said.add(name(arrived)));
        for (int type = 1; type < 90; type++) {
            var one = new TreeSet<>(List.of(type));
            store.ofTypes(one).forEach(entry -> said.add(name(entry)));
        }
        for (Entry entry : entries) {
            store.ofMatter(entry.reference(), 100).forEach(other -> said.add(name(other)));
            traffic.feeds()
                    .forEach(feed ->
                            said.add(store.firstToSee(feed, entry.reference()).map(F19FlippedBitTest::name) + ""));
            said.add(store.firstToSee(traffic.feeds().getFirst().station(), entry.reference())
                            .map(F19FlippedBitTest::name)
                    + "");
        }
        store.memories("").forEach((key, bytes) -> said.add(key + Digest.over(bytes)));
        said.add(store.answer("key-00000001") + "");
        store.pending().forEach(pending -> said.add(pending.key() + " " + pending.claimed() + pending.arrivedAt()));
        store.proofs().forEach(proof -> said.add(Digest.over(proof.encode()).hex()));
        said.add(store.blob(blob.hash()).map(kept -> kept.owner() + " " + kept.hash()) + "");
        return said;
    }

    private static String name(Arrived arrived) {
        return arrived.cursor() + " " + arrived.at() + " " + name(arrived.entry());
    }

    private static String name(Entry entry) {
        return entry.reference() + " " + entry.id() + entry.height()
                + Digest.over(entry.signed().payload(), entry.signed().signature());
    }

    /// What was found; empty if nothing was, and then the store says what it said before.
    private List<String> found(int bit) throws IOException {
        byte[] flipped = intact.clone();
        flipped[bit / 8] ^= (byte) (1 << bit % 8);
        Path journal = home.resolve("flipped.db");
        Files.write(journal, flipped);
        var found = new ArrayList<String>();
        try (var store = SqliteStore.open(journal)) {
            store.damages(Traffic.LINE, Long.MAX_VALUE).forEach(damage -> found.add(damage.toString()));
            store.fileDamages().forEach(damage -> found.add(damage.toString()));
            if (found.isEmpty()) {
                assertThat(said(store)).as("bit %s", bit).isEqualTo(said);
            }
        } catch (StoreFault fault) {
            found.add(String.valueOf(fault.getMessage()));
        }
        return found;
    }

    @Test
    void f19_a_flipped_bit_is_found_or_changes_nothing() throws IOException {
        var random = new Random(19);
        int finds = 0;
        for (int i = 0; i < FLIPS; i++) {
            finds += found(random.nextInt(intact.length * 8)).isEmpty() ? 0 : 1;
        }
        assertThat(finds).isGreaterThan(FLIPS / 10);
    }

    @Test
    @Tag("long")
    void f19_many_more_flipped_bits() throws IOException {
        var random = new Random(20);
        for (int i = 0; i < 60 * FLIPS; i++) {
            found(random.nextInt(intact.length * 8));
        }
    }

    @Test
    void f19_a_changed_text_is_found_and_the_entry_named() throws IOException {
        Entry entry = entries.get(20);
        byte[] payload = entry.signed().payload();
        int at = indexOf(payload) + payload.length - 1;
        List<String> found = found(at * 8);
        assertThat(found).anyMatch(what -> what.contains(entry.reference().toString()));
    }

    @Test
    void reading_a_damaged_entry_is_a_fault_that_names_it_and_leaves_the_others_readable() throws IOException {
        Entry damaged = entries.get(5);
        byte[] bytes = intact.clone();
        bytes[indexOf(damaged.signed().signature()) + 40] ^= 1;
        Files.write(home.resolve("damaged.db"), bytes);
        try (var store = SqliteStore.open(home.resolve("damaged.db"))) {
            for (Entry entry : entries) {
                if (entry.reference().equals(damaged.reference())) {
                    assertThat(assertFault(store, entry))
                            .contains(entry.reference().toString());
                } else {
                    assertThat(store.entry(entry.reference())).isPresent();
                }
            }
            assertThat(store.damages(Traffic.LINE, 100))
                    .extracting(damage -> damage.place().orElseThrow())
                    .contains(damaged.reference());
        }
    }

    private static String assertFault(JournalStore store, Entry entry) {
        try {
            return "read " + store.entry(entry.reference());
        } catch (StoreFault fault) {
            assertThat(fault.code()).isEqualTo(Code.STORE_CORRUPT);
            return String.valueOf(fault.getMessage());
        }
    }

    private int indexOf(byte[] part) {
        return IntStream.range(0, intact.length - part.length)
                .filter(at -> Arrays.equals(intact, at, at + part.length, part, 0, part.length))
                .findFirst()
                .orElseThrow();
    }
}
