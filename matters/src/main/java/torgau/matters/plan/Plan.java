package torgau.matters.plan;

import java.util.List;
import java.util.Optional;
import torgau.journal.Reference;
import torgau.journal.agreement.Agreement;
import torgau.matters.Book;
import torgau.matters.Suspensions;

/// All events that were ever proposed, whatever became of them.
///
/// @param events ascending by id
public record Plan(List<Event> events) {
    public Plan {
        events = List.copyOf(events);
    }

    /// What these say together.
    ///
    /// @param sources ascending by id
    /// @param suspensions of each party's own word
    /// @param now milliseconds UTC
    public static Plan of(List<Source> sources, Suspensions suspensions, Agreement agreement, long now) {
        var suspended = Suspended.at(now, suspensions, agreement);
        return new Plan(
                sources.stream().map(source -> Event.of(source, suspended)).toList());
    }

    /// The plan of a whole book.
    public static Plan of(Book book, long now) {
        var gathered = new Sources();
        List<Source> sources = book.ids(Source.PROCEDURE).stream()
                .flatMap(id -> gathered.of(book, id).stream())
                .toList();
        return of(sources, book.suspensions(), book.agreement(), now);
    }

    public Optional<Event> event(Reference id) {
        return events.stream().filter(event -> event.id().equals(id)).findFirst();
    }
}
