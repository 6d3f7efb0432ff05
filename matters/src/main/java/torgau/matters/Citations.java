package torgau.matters;

import java.util.List;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import torgau.journal.Act;
import torgau.journal.Entry;
import torgau.journal.Reference;

/// Which matters were opened because an act of another called for it: those whose opening entry refers
/// to such an act.
final class Citations {
    private static final NavigableSet<Reference> NOTHING = new TreeSet<>();

    private final Function<Reference, Optional<Entry>> journal;
    private final NavigableMap<Reference, Outline> outlines;
    private final Function<Reference, Fold> folds;
    /// Matters by the entries to which their opening entry refers.
    private final NavigableMap<Reference, NavigableSet<Reference>> citing = new TreeMap<>();

    /// @param journal finds an entry that was taken before
    /// @param outlines of all matters, kept up by whoever has them
    /// @param folds finds a matter of those
    Citations(
            Function<Reference, Optional<Entry>> journal,
            NavigableMap<Reference, Outline> outlines,
            Function<Reference, Fold> folds) {
        this.journal = journal;
        this.outlines = outlines;
        this.folds = folds;
    }

    /// Notes to what the entry that opens a matter refers.
    void opened(Entry opening) {
        if (opening.payload().act() instanceof Act.Notification) {
            opening.payload()
                    .refs()
                    .forEach(place ->
                            citing.computeIfAbsent(place, _ -> new TreeSet<>()).add(opening.reference()));
        }
    }

    Stream<Reference> citing(Reference place) {
        return List.copyOf(citing.getOrDefault(place, NOTHING)).stream();
    }

    Links links(Fold fold) {
        return new Links(origin(fold.subject()), opens(fold));
    }

    /// The first of the acts to which the opening entry refers that stands in a matter of its author's,
    /// and calls for such a matter.
    private Links.@Nullable Origin origin(Subject subject) {
        for (Reference place : subject.opening().refs()) {
            Optional<Reference> matter = journal.apply(place)
                    .map(act -> act.payload().matter() == null
                            ? place
                            : act.payload().matter())
                    .filter(outlines::containsKey);
            if (matter.isPresent() && calledFor(folds.apply(matter.get()), place, subject.id())) {
                return new Links.Origin(place, matter.get());
            }
        }
        return null;
    }

    private boolean calledFor(Fold first, Reference place, Reference second) {
        return first.opening(place).filter(act -> calledFor(first, act, second)).isPresent();
    }

    private List<Links.Opens> opens(Fold fold) {
        return fold.openings().stream()
                .map(act -> new Links.Opens(
                        act.act(),
                        act.procedure(),
                        citing.getOrDefault(act.act().place(), NOTHING).stream()
                                .filter(second -> calledFor(fold, act, second))
                                .toList()))
                .toList();
    }

    /// Whether the entry that opened a matter did what an act of another calls for.
    private boolean calledFor(Fold first, Fold.Opening act, Reference second) {
        Outline outline = outlines.get(second);
        return outline != null
                && outline.procedure().equals(act.procedure())
                && first.subject().cast().has(second.feed().party());
    }
}
