package torgau.station.http;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import torgau.catalogue.value.Annex;
import torgau.catalogue.value.Apart;
import torgau.catalogue.value.FilingCodec;
import torgau.catalogue.value.Value;
import torgau.journal.Act;
import torgau.journal.Decoded;
import torgau.journal.Entry;
import torgau.journal.Reference;
import torgau.matters.Reading;
import torgau.matters.plan.Event;
import torgau.matters.plan.Persons;
import torgau.matters.plan.Related;

/// The delegations of an event, as the annexes that this station holds name them: those of the requests
/// for visit that belong to it.
final class HeldPersons implements Persons {
    private static final int MOST = 200;
    private static final int MOST_REQUESTS = 8;

    /// Annexes that are opened for one question.
    private static final int MOST_READ = 4_000;

    private final Front front;
    private int read;

    HeldPersons(Front front) {
        this.front = front;
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
                        .ifPresent(requests::add));
        event.related().stream()
                .filter(related -> related.procedure().equals("RV") && !related.ended())
                .map(Related::id)
                .forEach(requests::add);
        return requests.stream()
                .limit(MOST_REQUESTS)
                .flatMap(place -> front.process().journal().entry(place).stream())
                .flatMap(this::persons)
                .limit(MOST)
                .toList();
    }

    private Stream<Person> persons(Entry entry) {
        int party = entry.payload().feed().party();
        HeldAnnexes annexes = front.annexes(party, entry.payload().to(), List.of());
        return fields(entry).map(Apart::in).stream()
                .flatMap(List::stream)
                .flatMap(each -> each.value() instanceof Value.Annexed named ? Stream.of(named) : Stream.of())
                .filter(_ -> read++ < MOST_READ)
                .flatMap(named -> annexes.held(named).stream())
                .map(Annex::value)
                .flatMap(value -> value instanceof Value.Person person ? Stream.of(person) : Stream.of())
                .map(person -> new Person(party, key(person), person.name()));
    }

    private static Optional<SequencedMap<String, Value>> fields(Entry entry) {
        return entry.payload().act() instanceof Act.Notification act
                        && act.form().procedure().equals("RV")
                        && FilingCodec.decode(act.fields())
                                instanceof Decoded.Value<SequencedMap<String, Value>>(SequencedMap<String, Value> read)
                ? Optional.of(read)
                : Optional.empty();
    }

    /// The travel document where it is given, else the name and the year of birth.
    private static String key(Value.Person person) {
        String key = person.document() != null
                ? person.document()
                : Objects.requireNonNullElse(person.latin(), person.name()) + " " + person.born();
        return key.strip().toLowerCase(Locale.ROOT);
    }
}
