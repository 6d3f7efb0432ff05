package torgau.station.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import torgau.journal.Reference;
import torgau.matters.Book;
import torgau.matters.Matter;
import torgau.station.shell.Docket;

/// The matters of one procedure, the one with the newest entry first. Each is asked by itself, so that
/// nobody else waits for all of them.
record Followed(Docket docket) {
    /// What was asked of each.
    ///
    /// @param total how many matters follow the procedure
    /// @param complete whether the whole journal had been read
    record Told<T>(List<T> all, int total, boolean complete) {}

    /// @param most so many matters are looked at
    /// @param of what is made of one; empty leaves it out
    <T> Told<T> newest(String procedure, int most, BiFunction<Book, Matter, Optional<T>> of) {
        Docket.Told<List<Reference>> ids = docket.ask(book -> book.newest(procedure));
        var all = new ArrayList<T>();
        boolean complete = ids.complete();
        for (Reference id : ids.answer().subList(0, Math.min(most, ids.answer().size()))) {
            Docket.Told<Optional<T>> one =
                    docket.ask(book -> book.matter(id).flatMap(matter -> of.apply(book, matter)));
            one.answer().ifPresent(all::add);
            complete &= one.complete();
        }
        return new Told<>(all, ids.answer().size(), complete);
    }
}
