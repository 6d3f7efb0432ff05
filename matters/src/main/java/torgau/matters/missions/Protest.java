package torgau.matters.missions;

import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import torgau.journal.Reference;
import torgau.matters.Book;
import torgau.matters.Matter;
import torgau.matters.Reading;
import torgau.matters.Turn;

/// A protest, or a report of concern, in connection with a stop, by whichever side, and what the other
/// answered to it.
///
/// @param act the protest or the report; which of the two its format says
/// @param replies those that refer to it, in total order
public record Protest(Matter matter, Turn act, List<Turn> replies) {
    /// Code of the procedure.
    public static final String PROCEDURE = "PR";
    /// Matters that are looked at for one stop.
    public static final int MOST = 16;

    private static final String INCIDENT = "IN";

    public Protest {
        replies = List.copyOf(replies);
    }

    /// Those that a matter holds, in total order; none of another matter.
    public static List<Protest> of(Matter matter) {
        if (!matter.subject().code().equals(PROCEDURE)) {
            return List.of();
        }
        var reading = new Reading(matter);
        List<Turn> replies = reading.turns("PRA", "PRR");
        return reading.turns("PR", "PRP").stream()
                .map(act -> new Protest(
                        matter,
                        act,
                        replies.stream()
                                .filter(reply -> reply.refs().contains(act.place()))
                                .toList()))
                .toList();
    }

    /// Those in connection with a stop, by the matters that hold them: what opened such a matter refers
    /// to the report or to a reply on it, or to a report of an incident that does; or a reply on the stop
    /// names it.
    public static List<Protest> about(Book book, Stop stop) {
        var ids = new TreeSet<Reference>();
        for (Reference place : places(stop)) {
            add(ids, book, PROCEDURE, place);
            incidents(book, place).forEach(incident -> add(ids, book, PROCEDURE, incident));
        }
        stop.answers().stream()
                .flatMap(answer -> answer.protest().stream())
                .flatMap(place -> book.holding(place).stream())
                .filter(matter -> matter.subject().code().equals(PROCEDURE))
                .forEach(matter -> ids.add(matter.id()));
        return ids.stream()
                .limit(MOST)
                .flatMap(id -> book.matter(id).stream())
                .flatMap(matter -> of(matter).stream())
                .toList();
    }

    private static List<Reference> places(Stop stop) {
        return Stream.concat(Stream.of(stop.report()), stop.answers().stream().map(Stop.Answer::turn))
                .limit(MOST)
                .map(Turn::place)
                .toList();
    }

    /// Entries of reports of incidents that refer to one.
    private static Stream<Reference> incidents(Book book, Reference place) {
        var ids = new TreeSet<Reference>();
        add(ids, book, INCIDENT, place);
        return ids.stream()
                .flatMap(id -> book.matter(id).stream())
                .flatMap(matter -> matter.steps().stream())
                .map(step -> step.turn().place());
    }

    private static void add(NavigableSet<Reference> ids, Book book, String procedure, Reference place) {
        book.citing(place).filter(id -> book.follows(id, procedure)).limit(MOST).forEach(ids::add);
    }
}
