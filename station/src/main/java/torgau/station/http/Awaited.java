package torgau.station.http;

import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import torgau.journal.ActTypes;
import torgau.journal.Reference;
import torgau.station.shell.Shelf;
import torgau.store.Among;
import torgau.store.Arrived;
import torgau.store.Filter;
import torgau.store.JournalStore;

/// How many entries of others no officer of this party has acknowledged. Looks at each entry once, as it
/// arrived.
final class Awaited {
    private static final int PAGE = 256;

    private final Shelf journal;
    private final int ownParty;
    private final Filter ofOthers;
    private final Filter acknowledgements;
    private final NavigableSet<Reference> open = new TreeSet<>();
    private final ReentrantLock looking = new ReentrantLock();
    private long cursor;
    private volatile int known;

    Awaited(Shelf journal, int ownParty) {
        this.journal = journal;
        this.ownParty = ownParty;
        this.ofOthers = Filter.ALL.ofTypes(Receipts.typesOfOfficers()).ofParties(Among.allBut(ownParty));
        this.acknowledgements =
                Filter.ALL.ofTypes(Among.only(ActTypes.ACKNOWLEDGEMENT)).ofParties(Among.only(ownParty));
    }

    /// The number. Looks at what has arrived since the last time, unless another does just now.
    int count() {
        if (looking.tryLock()) {
            try {
                look();
                known = open.size();
            } finally {
                looking.unlock();
            }
        }
        return known;
    }

    /// The first of them, at most `limit`.
    List<Reference> first(int limit) {
        looking.lock();
        try {
            look();
            return open.stream().limit(limit).toList();
        } finally {
            looking.unlock();
        }
    }

    private void look() {
        long newest = journal.read(JournalStore::newest);
        if (newest < cursor) {
            open.clear();
            cursor = 0;
        }
        each(ofOthers, newest, arrived -> {
            if (Receipts.acknowledgeable(arrived.entry().payload(), ownParty)) {
                open.add(arrived.entry().reference());
            }
        });
        each(
                acknowledgements,
                newest,
                arrived -> open.removeAll(arrived.entry().payload().refs()));
        cursor = newest;
    }

    private void each(Filter filter, long upTo, Consumer<Arrived> look) {
        long after = cursor;
        while (after < upTo) {
            long from = after;
            List<Arrived> page = journal.read(store -> store.arrivedAfter(from, PAGE, filter));
            page.stream().filter(arrived -> arrived.cursor() <= upTo).forEach(look);
            after = page.size() < PAGE ? upTo : page.getLast().cursor();
        }
    }
}
