package torgau.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import torgau.journal.Code;
import torgau.journal.Digest;
import torgau.journal.Entry;
import torgau.journal.Feed;
import torgau.journal.FeedHead;
import torgau.journal.Precedence;
import torgau.journal.Reference;
import torgau.journal.TrafficClass;

/// What every store must do.
public abstract class StoreContract {
    private final Traffic traffic = new Traffic(7, 4);
    private final Feed first = traffic.feeds().getFirst();
    private final Feed second = traffic.feeds().get(1);
    private JournalStore store;

    /// Opens what `open` opened before, as after a restart.
    protected abstract JournalStore open();

    @BeforeEach
    final void begin() {
        store = open();
    }

    @AfterEach
    final void end() {
        store.close();
    }

    private void reopen() {
        store.close();
        store = open();
    }

    private List<Entry> appended(int count) {
        List<Entry> entries = traffic.next(count);
        store.commit(Traffic.appending(entries));
        return entries;
    }

    @Test
    void an_empty_store_holds_nothing() {
        assertThat(store.heads()).isEmpty();
        assertThat(store.head(first)).isEmpty();
        assertThat(store.entry(new Reference(first, 1))).isEmpty();
        assertThat(store.standing(new Reference(first, 1))).isEmpty();
        assertThat(store.range(first, 1, 10)).isEmpty();
        assertThat(store.inOrder()).isExhausted();
        assertThat(store.arrivedAfter(0, 10, Filter.ALL)).isEmpty();
        assertThat(store.arrivedBefore(Long.MAX_VALUE, 10, Filter.ALL)).isEmpty();
        assertThat(store.ofMatter(new Reference(first, 1), 10)).isEmpty();
        assertThat(store.pending()).isEmpty();
        assertThat(store.proofs()).isEmpty();
        assertThat(store.memories("")).isEmpty();
        assertThat(store.census().entries()).isZero();
        assertThat(store.fileDamages()).isEmpty();
        assertThat(store.fault()).isEmpty();
    }

    @Test
    void what_was_appended_is_read_back_before_and_after_reopening() {
        List<Entry> entries = appended(50);
        for (int round = 0; round < 2; round++) {
            for (Entry entry : entries) {
                assertThat(store.entry(entry.reference()).map(Said::of)).contains(Said.of(entry));
                assertThat(store.standing(entry.reference())).contains(entry.standing());
                assertThat(store.arrived(entry.reference()).orElseThrow().at())
                        .isEqualTo(entry.payload().time() + 10);
            }
            assertThat(store.census().entries()).isEqualTo(50);
            reopen();
        }
    }

    @Test
    void heads_have_the_last_entry_and_all_that_was_seen() {
        var heads = Heads.NONE;
        for (int i = 0; i < 10; i++) {
            Batch batch = traffic.batch(7);
            heads = heads.after(batch);
            store.commit(batch);
            assertThat(store.heads()).isEqualTo(heads.list());
        }
        reopen();
        assertThat(store.heads()).isEqualTo(heads.list());
        for (FeedHead head : heads.list()) {
            assertThat(store.head(head.feed())).contains(head);
        }
    }

    @Test
    void a_range_has_one_feed_in_sequence() {
        List<Entry> entries = appended(60);
        List<String> feed = Said.entries(entries.stream()
                .filter(entry -> entry.payload().feed().equals(first))
                .toList());
        assertThat(Said.entries(store.range(first, 1, 1000))).isEqualTo(feed);
        assertThat(Said.entries(store.range(first, 3, 4))).isEqualTo(feed.subList(2, 6));
        assertThat(store.range(first, feed.size() + 1L, 4)).isEmpty();
        assertThat(store.range(first, 1, 0)).isEmpty();
    }

    @Test
    void the_total_order_is_that_of_the_entries_themselves() {
        List<Entry> entries = appended(400);
        List<Entry> inOrder = new ArrayList<>();
        store.inOrder().forEachRemaining(inOrder::add);
        assertThat(Said.entries(inOrder))
                .isEqualTo(Said.entries(entries.stream().sorted().toList()));
    }

    @Test
    void a_total_order_begun_is_not_disturbed_by_what_arrives_meanwhile() {
        List<Entry> entries = appended(300);
        Iterator<Entry> inOrder = store.inOrder();
        List<Entry> read = new ArrayList<>();
        while (inOrder.hasNext()) {
            read.add(inOrder.next());
            if (read.size() % 50 == 0) {
                appended(5);
            }
        }
        assertThat(Said.entries(read))
                .isEqualTo(Said.entries(entries.stream().sorted().toList()));
    }

    @Test
    void entries_are_found_by_their_act() {
        List<Entry> entries = appended(200);
        var types = new TreeSet<>(List.of(6, 10, 80));
        List<Entry> expected = entries.stream()
                .filter(entry -> types.contains(entry.payload().actType()))
                .sorted()
                .toList();
        assertThat(expected).hasSizeGreaterThan(20);
        assertThat(Said.entries(store.ofTypes(types))).isEqualTo(Said.entries(expected));
        assertThat(store.ofTypes(new TreeSet<>(List.of(100)))).isEmpty();
    }

    @Test
    void a_matter_has_the_entry_that_opened_it_and_those_that_advanced_it() {
        Entry opening = traffic.next(first, Traffic.message("opening"), null);
        Entry answer = traffic.next(second, Traffic.message("answer"), opening.reference());
        Entry other = traffic.next(second, Traffic.message("another matter"), null);
        Entry more = traffic.next(first, Traffic.message("more"), opening.reference());
        store.commit(Traffic.appending(List.of(opening, answer, other, more)));
        List<String> matter =
                Said.entries(List.of(opening, answer, more).stream().sorted().toList());
        assertThat(Said.entries(store.ofMatter(opening.reference(), 10))).isEqualTo(matter);
        assertThat(Said.entries(store.ofMatter(opening.reference(), 2))).isEqualTo(matter.subList(0, 2));
        assertThat(Said.arrived(store.arrivedAfter(0, 10, Filter.ALL.ofMatter(opening.reference()))))
                .isEqualTo(Said.arrived(store.arrivedAfter(0, 10, Filter.ALL).stream()
                        .filter(arrived -> !arrived.entry().reference().equals(other.reference()))
                        .toList()));
    }

    @Test
    void the_receipt_of_an_entry_is_the_first_that_saw_it() {
        List<Entry> entries = appended(120);
        var heads = Heads.NONE;
        for (Entry entry : entries) {
            heads = heads.after(Traffic.appending(List.of(entry)));
        }
        for (Entry seen : entries) {
            for (Feed observer : traffic.feeds()) {
                assertThat(store.firstToSee(observer, seen.reference()).map(Entry::reference))
                        .isEqualTo(entries.stream()
                                .filter(entry -> entry.payload().feed().equals(observer))
                                .filter(entry -> entry.payload().seen().stream()
                                        .anyMatch(mark -> mark.feed()
                                                        .equals(seen.payload().feed())
                                                && mark.sequence()
                                                        >= seen.payload().sequence()))
                                .map(Entry::reference)
                                .findFirst());
            }
        }
    }

    @Test
    void the_receipt_of_a_station_is_the_first_of_all_its_incarnations_that_saw_it() {
        Feed old = traffic.feeds().get(1);
        Feed young = new Feed(old.station(), old.incarnation() + 1);
        var entries = new ArrayList<Entry>();
        for (int i = 0; i < 60; i++) {
            entries.add(traffic.next(first));
            entries.add(traffic.next(i % 7 < 4 ? old : young));
        }
        store.commit(Traffic.appending(entries));
        for (Entry seen : entries.stream()
                .filter(entry -> entry.payload().feed().equals(first))
                .toList()) {
            assertThat(store.firstToSee(old.station(), seen.reference()).map(Entry::reference))
                    .isEqualTo(java.util.stream.Stream.of(old, young)
                            .flatMap(feed -> store.firstToSee(feed, seen.reference()).stream())
                            .min(java.util.Comparator.naturalOrder())
                            .map(Entry::reference));
        }
        assertThat(store.firstToSee(old.station(), new Reference(first, 1_000))).isEmpty();
        assertThat(store.firstToSee(9_999, entries.getFirst().reference())).isEmpty();
    }

    @Test
    void arrivals_are_paged_both_ways() {
        List<Entry> entries = appended(100);
        List<Arrived> all = store.arrivedAfter(0, 1000, Filter.ALL);
        assertThat(all.stream().map(Arrived::cursor)).isSorted().doesNotHaveDuplicates();
        assertThat(all.stream().map(arrived -> Said.of(arrived.entry())).toList())
                .isEqualTo(Said.entries(entries));
        List<Arrived> forth = new ArrayList<>();
        for (List<Arrived> page = store.arrivedAfter(0, 7, Filter.ALL); !page.isEmpty(); ) {
            forth.addAll(page);
            page = store.arrivedAfter(page.getLast().cursor(), 7, Filter.ALL);
        }
        List<Arrived> back = new ArrayList<>();
        for (List<Arrived> page = store.arrivedBefore(Long.MAX_VALUE, 7, Filter.ALL); !page.isEmpty(); ) {
            back.addAll(0, page);
            page = store.arrivedBefore(page.getFirst().cursor(), 7, Filter.ALL);
        }
        assertThat(Said.arrived(forth)).isEqualTo(Said.arrived(all));
        assertThat(Said.arrived(back)).isEqualTo(Said.arrived(all));
    }

    @Test
    void arrivals_are_filtered_by_all_conditions_at_once() {
        appended(300);
        var filter = Filter.ALL
                .ofTypes(Among.only(1, 3, 80))
                .ofParties(Among.allBut(1))
                .ofClasses(EnumSet.of(TrafficClass.FORMAL, TrafficClass.TEST))
                .ofPrecedences(EnumSet.of(Precedence.FLASH, Precedence.ROUTINE, Precedence.PRIORITY));
        List<Arrived> expected = store.arrivedAfter(0, 1000, Filter.ALL).stream()
                .filter(arrived -> filter.takes(arrived.entry().payload()))
                .toList();
        assertThat(expected).hasSizeGreaterThan(5);
        assertThat(Said.arrived(store.arrivedAfter(0, 1000, filter))).isEqualTo(Said.arrived(expected));
        assertThat(Said.arrived(store.arrivedBefore(Long.MAX_VALUE, 3, filter)))
                .isEqualTo(Said.arrived(expected.subList(expected.size() - 3, expected.size())));
    }

    @Test
    void a_gap_is_refused_and_nothing_is_written() {
        Entry one = traffic.next(first);
        traffic.next(first);
        Entry three = traffic.next(first);
        assertThatThrownBy(() -> store.commit(Batch.of(
                        new Write.Remember("link/1", new byte[] {1}), Traffic.append(one), Traffic.append(three))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(three.reference().toString());
        assertThat(store.heads()).isEmpty();
        assertThat(store.memory("link/1")).isEmpty();
        store.commit(Batch.of(Traffic.append(one)));
        assertThat(store.entry(one.reference())).isPresent();
    }

    @Test
    void overwriting_is_refused() {
        Entry entry = appended(1).getFirst();
        assertThatThrownBy(() -> store.commit(Batch.of(Traffic.append(entry))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(store.census().entries()).isEqualTo(1);
    }

    @Test
    void an_entry_that_saw_what_is_not_held_is_refused() {
        Entry seen = traffic.next(first);
        Entry after;
        do {
            after = traffic.next(second);
        } while (after.payload().seen().isEmpty() && after.payload().sequence() < 50);
        List<Entry> all = new ArrayList<>(List.of(after));
        assertThatThrownBy(() -> store.commit(Traffic.appending(all))).isInstanceOf(IllegalArgumentException.class);
        assertThat(seen.payload().sequence()).isEqualTo(1);
        assertThat(store.heads()).isEmpty();
    }

    @Test
    void a_closed_feed_stays_closed() {
        appended(20);
        store.commit(Batch.of(new Write.Close(first), new Write.Prove(traffic.fork(first))));
        reopen();
        assertThat(store.head(first).orElseThrow().closed()).isTrue();
        assertThat(store.head(second).orElseThrow().closed()).isFalse();
        assertThatThrownBy(() -> store.commit(Batch.of(Traffic.append(traffic.next(first)))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("closed");
    }

    @Test
    void a_fork_is_proven_once() {
        appended(5);
        var proof = traffic.fork(first);
        store.commit(Batch.of(new Write.Prove(proof)));
        store.commit(Batch.of(new Write.Prove(proof)));
        reopen();
        assertThat(Said.proofs(store.proofs())).isEqualTo(Said.proofs(List.of(proof)));
    }

    @Test
    void a_smaller_signature_replaces_the_one_held() {
        List<Entry> entries = appended(3);
        Reference place = entries.get(1).reference();
        Entry late = traffic.next(first);
        byte[] smaller = new byte[64];
        store.commit(Batch.of(
                new Write.Resign(place, smaller), Traffic.append(late), new Write.Resign(late.reference(), smaller)));
        for (int round = 0; round < 2; round++) {
            assertThat(store.entry(place).orElseThrow().signed().signature()).isEqualTo(smaller);
            assertThat(store.entry(late.reference()).orElseThrow().signed().signature())
                    .isEqualTo(smaller);
            assertThat(store.entry(place).orElseThrow().id())
                    .isEqualTo(entries.get(1).id());
            reopen();
        }
        assertThatThrownBy(() -> store.commit(Batch.of(new Write.Resign(new Reference(first, 999), smaller))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void memory_is_what_was_remembered_last() {
        store.commit(Batch.of(
                new Write.Remember("link/257", new byte[] {1}),
                new Write.Remember("link/513", new byte[0]),
                new Write.Remember("link0", new byte[] {9})));
        store.commit(Batch.of(
                new Write.Remember("link/257", new byte[] {2, 3}),
                new Write.Forget("link0"),
                new Write.Forget("never there")));
        reopen();
        assertThat(store.memory("link/257")).contains(new byte[] {2, 3});
        assertThat(store.memory("link/513")).contains(new byte[0]);
        assertThat(store.memory("link0")).isEmpty();
        assertThat(store.memories("link/")).containsOnlyKeys("link/257", "link/513");
    }

    @Test
    void a_key_is_answered_once() {
        List<Entry> entries = traffic.next(2);
        var answer = new Answer(
                "key-00000001", Digest.over(new byte[] {1}), entries.get(0).reference());
        store.commit(Batch.of(Traffic.append(entries.get(0)), new Write.Reply(answer)));
        reopen();
        assertThat(store.answer("key-00000001")).contains(answer);
        assertThat(store.answer("key-00000002")).isEmpty();
        var other = new Answer(
                "key-00000001", Digest.over(new byte[] {2}), entries.get(1).reference());
        assertThatThrownBy(() -> store.commit(Batch.of(Traffic.append(entries.get(1)), new Write.Reply(other))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(store.census().entries()).isEqualTo(1);
    }

    @Test
    void an_answer_is_written_only_with_its_entry() {
        var answer = new Answer("key-00000001", Digest.over(new byte[] {1}), new Reference(first, 1));
        assertThatThrownBy(() -> store.commit(Batch.of(new Write.Reply(answer))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(store.answer("key-00000001")).isEmpty();
    }

    @Test
    void what_is_not_on_the_journal_yet_is_held_until_dropped() {
        var candidates = List.of(
                traffic.candidate(second, "one"), traffic.candidate(first, "two"), traffic.candidate(second, "three"));
        candidates.forEach(candidate -> store.commit(Batch.of(new Write.Hold(candidate), new Write.Hold(candidate))));
        reopen();
        assertThat(Said.pending(store.pending())).containsExactlyInAnyOrderElementsOf(Said.pending(candidates));
        assertThat(store.pending().stream().map(pending -> pending.payload().reference()))
                .isSorted();
        store.commit(Batch.of(Write.Drop.of(candidates.get(0)), Write.Drop.of(candidates.get(0))));
        reopen();
        assertThat(Said.pending(store.pending()))
                .containsExactlyInAnyOrderElementsOf(Said.pending(candidates.subList(1, 3)));
    }

    @Test
    void a_blob_is_kept_until_erased_and_counts_for_its_owner() {
        var one = Blob.of(257, new byte[70_000]);
        var other = Blob.of(513, new byte[] {1, 2, 3});
        store.commit(Batch.of(new Write.Keep(one), new Write.Keep(other), new Write.Keep(one)));
        reopen();
        assertThat(store.blob(one.hash()).map(Said::of)).contains(Said.of(one));
        assertThat(store.blobBytes(257)).isEqualTo(70_000);
        assertThat(store.blobBytes(513)).isEqualTo(3);
        assertThat(store.blobBytes(769)).isZero();
        assertThat(store.keeps(one.hash())).isTrue();
        store.commit(Batch.of(new Write.Erase(one.hash()), new Write.Erase(one.hash())));
        assertThat(store.blob(one.hash())).isEmpty();
        assertThat(store.keeps(one.hash())).isFalse();
        assertThat(store.blobBytes(257)).isZero();
    }

    @Test
    void an_intact_journal_shows_no_damage() {
        appended(300);
        assertThat(store.damages(Traffic.LINE, Long.MAX_VALUE)).isEmpty();
        assertThat(store.fileDamages()).isEmpty();
    }

    @Test
    void an_entry_under_another_id_is_damage_even_if_its_bytes_are_as_written() {
        Entry true_ = traffic.next(first);
        var false_ = new Entry(true_.signed(), true_.payload(), Digest.over(), true_.height());
        store.commit(Batch.of(Traffic.append(false_)));
        assertThat(store.damages(Traffic.LINE, 1)).extracting(Damage::entry).containsExactly(true_.reference());
    }

    @Test
    void one_store_is_open_at_a_time() {
        assertThatThrownBy(this::open)
                .isInstanceOfSatisfying(
                        StoreFault.class, fault -> assertThat(fault.code()).isEqualTo(Code.STORE_LOCKED));
    }

    @Test
    void closing_twice_does_nothing_and_a_closed_store_takes_nothing() {
        store.close();
        store.close();
        assertThatThrownBy(() -> store.commit(traffic.batch(1))).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void an_empty_batch_is_nothing() {
        store.commit(Batch.of());
        assertThat(store.census().entries()).isZero();
    }
}
