package torgau.station.http;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import torgau.catalogue.value.Value;
import torgau.journal.Reference;
import torgau.matters.Reading;
import torgau.matters.plan.Event;
import torgau.matters.plan.Persons;
import torgau.matters.plan.Related;
import torgau.matters.visits.Member;
import torgau.matters.visits.Standing;
import torgau.matters.visits.Visit;

/// The delegations of an event as they stand now, as far as the annexes that this station holds name
/// them: those of the requests for visit that belong to it, with every change since.
final class HeldPersons implements Persons {
    private static final int MOST = 200;
    private static final int MOST_REQUESTS = 8;

    /// Annexes that are opened for one question.
    private static final int MOST_READ = 4_000;

    private final Front front;
    private final Function<Reference, Optional<Visit>> visits;
    private final People people;
    private int read;

    /// @param visits as they stand now, by their matters
    HeldPersons(Front front, Function<Reference, Optional<Visit>> visits) {
        this.front = front;
        this.visits = visits;
        this.people = new People(front);
    }

    /// Whether all that are here were looked at.
    boolean complete() {
        return read < MOST_READ;
    }

    @Override
    public List<Person> of(Event event) {
        var requests = new TreeSet<Reference>();
        Reading reading = event.reading();
        reading.turns("WPG")
                .forEach(turn -> reading.value(turn, "request", Value.Message.class)
                        .map(Value.Message::place)
                        .filter(place -> place.feed().party() == turn.party())
                        .ifPresent(place -> requests.add(matter(place))));
        event.related().stream()
                .filter(related -> related.procedure().equals(Visit.PROCEDURE))
                .map(Related::id)
                .forEach(requests::add);
        return requests.stream()
                .limit(MOST_REQUESTS)
                .flatMap(id -> visits.apply(id).stream())
                .filter(Visit::stands)
                .flatMap(this::persons)
                .limit(MOST)
                .toList();
    }

    /// The matter of an entry; the entry itself, where that opened it or is not here.
    private Reference matter(Reference place) {
        return front.process()
                .journal()
                .entry(place)
                .flatMap(entry -> Optional.ofNullable(entry.payload().matter()))
                .orElse(place);
    }

    /// Whom the list names by now: without those who were taken off it, and without those whom the host
    /// refused.
    private Stream<Person> persons(Visit visit) {
        return visit.coming().stream()
                .filter(member -> member.standing() != Standing.REFUSED)
                .filter(member -> member.person().isPresent() && read++ < MOST_READ)
                .flatMap(member -> person(member).stream());
    }

    private Optional<Person> person(Member member) {
        int party = member.listed().party();
        return member.person()
                .map(row -> people.of(member.listed(), row))
                .filter(Value.Person.class::isInstance)
                .map(Value.Person.class::cast)
                .map(person -> new Person(party, key(person), person.name()));
    }

    /// The travel document where it is given, else the name and the year of birth.
    private static String key(Value.Person person) {
        String key = person.document() != null
                ? person.document()
                : Objects.requireNonNullElse(person.latin(), person.name()) + " " + person.born();
        return key.strip().toLowerCase(Locale.ROOT);
    }
}
