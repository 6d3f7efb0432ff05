package torgau.matters.plan;

import java.util.List;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import torgau.journal.Reference;
import torgau.matters.Book;
import torgau.matters.Links;
import torgau.matters.Matter;

/// Collects what a plan is read from, one event after the other; each related matter is read once. Not
/// for several threads.
public final class Sources {
    /// Matters that are looked at beside one event.
    private static final int MOST = 32;

    private final NavigableMap<Reference, Optional<Related>> read = new TreeMap<>();

    /// Empty if there is no such matter, or it is no event.
    public Optional<Source> of(Book book, Reference id) {
        return book.matter(id)
                .filter(matter -> matter.subject().code().equals(Source.PROCEDURE))
                .map(matter -> new Source(matter, related(book, matter)));
    }

    private List<Related> related(Book book, Matter matter) {
        return ids(book, matter).stream()
                .filter(id -> !id.equals(matter.id()))
                .limit(MOST)
                .flatMap(id -> related(book, id).stream())
                .toList();
    }

    private Optional<Related> related(Book book, Reference id) {
        Optional<Related> known = read.get(id);
        if (known == null) {
            known = book.matter(id)
                    .filter(other -> !List.of("", Source.PROCEDURE)
                            .contains(other.subject().code()))
                    .map(Related::of);
            read.put(id, known);
        }
        return known;
    }

    private static NavigableSet<Reference> ids(Book book, Matter matter) {
        Stream<Reference> opened = matter.links().opens().stream().flatMap(act -> act.matters().stream());
        Links.Origin origin = matter.links().origin();
        Stream<Reference> cited = matter.steps().stream()
                .flatMap(step -> Stream.concat(book.citing(step.turn().place()), step.turn().refs().stream()));
        var ids = new TreeSet<Reference>();
        Stream.concat(opened, cited).forEach(ids::add);
        if (origin != null) {
            ids.add(origin.matter());
        }
        matter.steps().forEach(step -> ids.remove(step.turn().place()));
        return ids;
    }
}
