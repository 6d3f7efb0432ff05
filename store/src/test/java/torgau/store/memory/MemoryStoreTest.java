package torgau.store.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import torgau.journal.Code;
import torgau.store.Batch;
import torgau.store.JournalStore;
import torgau.store.StoreContract;
import torgau.store.StoreFault;
import torgau.store.Traffic;
import torgau.store.Write;

class MemoryStoreTest extends StoreContract {
    private final MemoryDisk disk = new MemoryDisk();

    @Override
    protected JournalStore open() {
        return new MemoryStore(disk);
    }

    private static void fails(JournalStore store, Code code) {
        assertThatThrownBy(() -> store.commit(Batch.of(new Write.Remember("k", new byte[] {2}))))
                .isInstanceOfSatisfying(
                        StoreFault.class, fault -> assertThat(fault.code()).isEqualTo(code));
    }

    @Test
    void a_torn_write_is_not_there_afterwards_and_stops_all_writing() {
        var torn = new MemoryDisk(0, Long.MAX_VALUE, commit -> commit == 2 ? Fate.TORN : Fate.KEPT);
        var store = new MemoryStore(torn);
        store.commit(Batch.of(new Write.Remember("k", new byte[] {1})));
        fails(store, Code.SYNC_FAILED);
        fails(store, Code.STORE_STOPPED);
        assertThat(store.memory("k")).contains(new byte[] {1});
        assertThat(store.fault().map(StoreFault::code)).contains(Code.SYNC_FAILED);
        store.close();
        assertThat(new MemoryStore(torn).memory("k")).contains(new byte[] {1});
    }

    @Test
    void a_commit_reported_as_failed_may_be_there_after_opening_anew_but_not_before() {
        var liar = new MemoryDisk(0, Long.MAX_VALUE, commit -> commit == 2 ? Fate.KEPT_BUT_FAILED : Fate.KEPT);
        var store = new MemoryStore(liar);
        store.commit(Batch.of(new Write.Remember("k", new byte[] {1})));
        fails(store, Code.SYNC_FAILED);
        assertThat(store.memory("k")).contains(new byte[] {1});
        liar.cut(0);
        assertThat(new MemoryStore(liar).memory("k")).contains(new byte[] {2});
    }

    @Test
    void a_full_disk_takes_nothing_until_space_is_freed_and_the_store_opened_anew() {
        var small = new MemoryDisk(0, 100, Fate.Script.KIND);
        var store = new MemoryStore(small);
        store.commit(Batch.of(new Write.Remember("k", new byte[] {1})));
        fails(store, Code.DISK_FULL);
        small.capacity(1000);
        fails(store, Code.STORE_STOPPED);
        store.close();
        var again = new MemoryStore(small);
        again.commit(Batch.of(new Write.Remember("k", new byte[] {2})));
        assertThat(again.memory("k")).contains(new byte[] {2});
    }

    @Test
    void a_sound_disk_loses_nothing_at_a_power_cut() {
        var sound = new MemoryDisk();
        new MemoryStore(sound).commit(Batch.of(new Write.Remember("k", new byte[] {1})));
        sound.cut(0);
        assertThatThrownBy(() -> sound.cut(1)).isInstanceOf(IllegalArgumentException.class);
        assertThat(new MemoryStore(sound).memory("k")).contains(new byte[] {1});
    }

    @Test
    void a_lying_disk_loses_the_last_commits_but_never_what_was_synced() {
        var liar = new MemoryDisk(3, Long.MAX_VALUE, Fate.Script.KIND);
        var traffic = new Traffic(3, 2);
        var store = new MemoryStore(liar);
        for (int i = 0; i < 10; i++) {
            store.commit(traffic.batch(1));
        }
        liar.cut(2);
        assertThatThrownBy(() -> store.commit(Batch.of())).isInstanceOf(IllegalStateException.class);
        var after = new MemoryStore(liar);
        assertThat(after.census().entries()).isEqualTo(8);
        after.commit(Batch.of(new Write.Remember("k", new byte[] {1})));
        liar.sync();
        assertThat(liar.losable()).isZero();
        liar.cut(0);
        assertThat(new MemoryStore(liar).memory("k")).contains(new byte[] {1});
    }

    @Test
    void a_copy_goes_its_own_way() {
        var original = new MemoryDisk();
        var store = new MemoryStore(original);
        store.commit(Batch.of(new Write.Remember("k", new byte[] {1})));
        MemoryDisk copy = original.copy();
        store.commit(Batch.of(new Write.Remember("k", new byte[] {2})));
        assertThat(new MemoryStore(copy).memory("k")).contains(new byte[] {1});
    }
}
