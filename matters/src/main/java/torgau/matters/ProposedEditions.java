package torgau.matters;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import torgau.journal.Act;
import torgau.journal.Entry;
import torgau.journal.Feed;
import torgau.journal.Reference;

/// Matters in which editions are proposed, as far as they decide which edition an author could use: of
/// each feed the first [#OF_A_FEED] entries of the matter. They are judged by the agreed catalogue
/// alone, so that no proposal hangs on another. Not for several threads.
final class ProposedEditions implements Surroundings.Proposals {
    /// Entries that count of one feed in one matter. They are the first of its chain, so whatever
    /// arrives later displaces none.
    static final int OF_A_FEED = 64;

    /// Proposals of one number after which its author finds it taken in any case.
    static final int OF_A_NUMBER = 64;

    private final Surroundings agreed;
    private final NavigableMap<Reference, Proposing> matters = new TreeMap<>();
    private final NavigableMap<String, List<Proposing>> byEdition = new TreeMap<>();

    /// @param agreed without any proposals
    ProposedEditions(Surroundings agreed) {
        this.agreed = agreed;
    }

    /// Takes an entry, if it proposes an edition or belongs to a matter that does.
    void add(Entry entry, Reference matter) {
        Proposing known = matters.get(matter);
        if (known != null) {
            known.add(entry);
        } else if (matter.equals(entry.reference())
                && entry.payload().act() instanceof Act.Notification act
                && act.form().procedure().equals(Proposal.BY)
                && agreed.editions()
                        .procedure(Proposal.BY, act.form().edition())
                        .isPresent()) {
            Proposal.named(Turn.of(entry)).ifPresent(named -> open(entry, named));
        }
    }

    private void open(Entry opening, Proposal.Named named) {
        var proposing = new Proposing(opening, named);
        proposing.add(opening);
        matters.put(opening.reference(), proposing);
        byEdition
                .computeIfAbsent(key(named.procedure(), named.edition()), _ -> new ArrayList<>())
                .add(proposing);
    }

    private static String key(String procedure, int edition) {
        return procedure + "/" + edition;
    }

    @Override
    public List<Proposal> known(Reference author, Act.Form form, Suspensions suspensions) {
        Predicate<Reference> knows = place -> agreed.sightings().saw(author, place);
        return numbered(key(form.procedure(), form.edition()), suspensions).stream()
                .flatMap(each -> each.asKnown(knows, suspensions).stream())
                .toList();
    }

    /// Every edition that was proposed, by all that is here, in total order.
    List<Proposal> all(Suspensions suspensions) {
        return byEdition.keySet().stream()
                .flatMap(key -> numbered(key, suspensions).stream())
                .flatMap(
                        each -> each
                                .known(_ -> true, suspensions)
                                .map(proposal -> each.taken ? proposal.taken() : proposal)
                                .stream())
                .sorted(Comparator.comparing(Proposal::order))
                .toList();
    }

    /// What proposes one number of a procedure, in the order in which it came, so that each stands
    /// behind all that its author had seen. Whether one found the number taken follows from what its
    /// author had seen, so it is asked once.
    private List<Proposing> numbered(String key, Suspensions suspensions) {
        List<Proposing> all = byEdition.getOrDefault(key, List.of());
        for (int i = 0; i < all.size(); i++) {
            Proposing each = all.get(i);
            if (!each.settled) {
                each.settle(all.subList(0, i), suspensions);
            }
        }
        return all;
    }

    /// One matter that proposes an edition.
    private final class Proposing {
        private final Entry opening;
        private final Proposal.Named named;
        private final List<Entry> entries = new ArrayList<>();
        private final NavigableMap<Feed, Integer> ofFeed = new TreeMap<>();
        private @Nullable Read last;
        private boolean settled;
        /// Whether its author knew that another text has the number.
        private boolean taken;

        Proposing(Entry opening, Proposal.Named named) {
            this.opening = opening;
            this.named = named;
        }

        /// @param before proposals of the same number that came before it
        void settle(List<Proposing> before, Suspensions suspensions) {
            Predicate<Reference> knows = place -> agreed.sightings().saw(opening.reference(), place);
            long others = before.stream()
                    .filter(each -> knows.test(each.opening.reference()))
                    .limit(OF_A_NUMBER)
                    .count();
            taken = others >= OF_A_NUMBER
                    || before.stream().anyMatch(each -> each.holdsAgainst(named, knows, suspensions));
            settled = true;
        }

        private boolean holdsAgainst(Proposal.Named other, Predicate<Reference> knows, Suspensions suspensions) {
            return !taken
                    && !named.sameText(other)
                    && known(knows, suspensions).filter(Proposal::holds).isPresent();
        }

        /// What it proposes to one who knows some of its entries. One that found its number taken is
        /// never used, whatever was answered to it.
        Optional<Proposal> asKnown(Predicate<Reference> knows, Suspensions suspensions) {
            if (!taken) {
                return known(knows, suspensions);
            }
            return knows.test(opening.reference())
                    ? Optional.of(Proposal.taken(Turn.of(opening), named))
                    : Optional.empty();
        }

        void add(Entry entry) {
            if (ofFeed.merge(entry.payload().feed(), 1, Integer::sum) <= OF_A_FEED) {
                entries.add(entry);
            }
        }

        /// What it proposes to one who knows some of its entries; nothing if the opening is not among
        /// them. What was asked last is remembered: most know the same.
        Optional<Proposal> known(Predicate<Reference> knows, Suspensions suspensions) {
            if (!knows.test(opening.reference())) {
                return Optional.empty();
            }
            List<Entry> known = entries.stream()
                    .filter(entry -> knows.test(entry.reference()))
                    .toList();
            List<Reference> places = known.stream().map(Entry::reference).toList();
            if (last == null || !last.places().equals(places)) {
                last = new Read(places, read(known, suspensions));
            }
            return last.proposal();
        }

        private Optional<Proposal> read(List<Entry> known, Suspensions suspensions) {
            Fold fold = Fold.opened(opening, agreed, suspensions);
            fold.add(known, suspensions);
            return Proposal.of(fold.steps(), agreed.roster());
        }
    }

    /// What a matter proposes by some of its entries.
    private record Read(List<Reference> places, Optional<Proposal> proposal) {}
}
