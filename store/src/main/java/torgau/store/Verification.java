package torgau.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import torgau.journal.Binding;
import torgau.journal.Bindings;
import torgau.journal.Causality;
import torgau.journal.Digest;
import torgau.journal.Entry;
import torgau.journal.Feed;
import torgau.journal.FeedHead;
import torgau.journal.JournalView;
import torgau.journal.Reference;

/// Computes ids and heights again and compares them with those that are kept. An id covers the payload, the chain and
/// all that had been seen, so that whoever changes one byte has to change every later id.
public final class Verification {
    private static final int PAGE = 128;

    private final JournalView journal;
    private final Digest line;
    private final List<Damage> damages = new ArrayList<>();

    private Verification(JournalView journal, Digest line) {
        this.journal = journal;
        this.line = line;
    }

    /// What does not fit in the last entries of each feed.
    public static List<Damage> ofTail(JournalView journal, Digest line, long lastOfEachFeed) {
        var verification = new Verification(journal, line);
        for (FeedHead head : journal.heads()) {
            long from = Math.max(1, head.sequence() - lastOfEachFeed + 1);
            verification.feed(head.feed(), from, head.sequence());
            verification.head(head);
        }
        return verification.damages;
    }

    private void feed(Feed feed, long from, long to) {
        for (long start = from; start <= to; start += PAGE) {
            int limit = (int) Math.min(PAGE, to - start + 1);
            try {
                journal.range(feed, start, limit).forEach(this::entry);
            } catch (StoreFault _) {
                singly(feed, start, limit);
            }
        }
    }

    /// The page has a damaged entry: each by itself, so that this one is named and the others are still looked at.
    private void singly(Feed feed, long start, int limit) {
        for (long sequence = start; sequence < start + limit; sequence++) {
            try {
                journal.range(feed, sequence, 1).forEach(this::entry);
            } catch (StoreFault fault) {
                damages.add(new Damage(new Reference(feed, sequence), String.valueOf(fault.getMessage())));
            }
        }
    }

    private void entry(Entry entry) {
        try {
            Optional<Binding> binding = Bindings.of(journal, entry.payload());
            if (binding.isEmpty()) {
                damage(entry, "it follows or has seen what is not here");
            } else if (!Digest.over(
                            binding.get().toBeSigned(line, entry.signed().payload()))
                    .equals(entry.id())) {
                damage(entry, "its id is not " + entry.id());
            } else if (Causality.height(journal, entry.payload()) != entry.height()) {
                damage(entry, "its height is not " + entry.height());
            }
        } catch (StoreFault fault) {
            damage(entry, "what it follows or has seen cannot be read: " + fault.getMessage());
        }
    }

    private void head(FeedHead head) {
        try {
            Entry.Standing last = journal.standing(new Reference(head.feed(), head.sequence()))
                    .orElseThrow();
            if (!last.id().equals(head.id()) || last.height() != head.height()) {
                damages.add(
                        new Damage(new Reference(head.feed(), head.sequence()), "the feed's head is not this entry"));
            }
        } catch (StoreFault _) {
            // named already: the head's entry is the last of its feed
        }
    }

    private void damage(Entry entry, String detail) {
        damages.add(new Damage(entry.reference(), detail));
    }
}
