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
        var proposing = new Proposing(opening);
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
        return byEdition.getOrDefault(key(form.procedure(), form.edition()), List.of()).stream()
                .flatMap(each -> each.known(place -> agreed.sightings().saw(author, place), suspensions).stream())
                .toList();
    }

    /// Every edition that was proposed, by all that is here, in total order.
    List<Proposal> all(Suspensions suspensions) {
        return matters.values().stream()
                .flatMap(each -> each.known(_ -> true, suspensions).stream())
                .sorted(Comparator.comparing(Proposal::order))
                .toList();
    }

    /// One matter that proposes an edition.
    private final class Proposing {
        private final Entry opening;
        private final List<Entry> entries = new ArrayList<>();
        private final NavigableMap<Feed, Integer> ofFeed = new TreeMap<>();
        private @Nullable Read last;

        Proposing(Entry opening) {
            this.opening = opening;
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
