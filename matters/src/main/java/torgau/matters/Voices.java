package torgau.matters;

import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import torgau.journal.Act;
import torgau.journal.Entry;
import torgau.journal.Office;

/// The offices in whose name each party has spoken. Of a party that names very many, those are kept that
/// come first by name, so that the order in which entries arrive changes nothing. Not for several
/// threads.
final class Voices {
    static final int MOST_OF_ONE = 512;
    private static final Comparator<Office> ORDER =
            Comparator.comparing(Office::capacity).thenComparing(Office::title);

    private final NavigableMap<Integer, NavigableMap<Office, Voice>> byParty = new TreeMap<>();

    void add(Entry entry) {
        office(entry.payload().act()).ifPresent(office -> {
            int party = entry.payload().feed().party();
            long time = entry.payload().time();
            var voices = byParty.computeIfAbsent(party, _ -> new TreeMap<>(ORDER));
            voices.merge(office, new Voice(party, office, 1, time, time), Voice::with);
            if (voices.size() > MOST_OF_ONE) {
                voices.pollLastEntry();
            }
        });
    }

    private static Optional<Office> office(Act act) {
        return switch (act) {
            case Act.Message(Office office, var _, var _, var _) -> Optional.of(office);
            case Act.Notification(Office office, var _, var _, var _, var _, var _) -> Optional.of(office);
            case Act.Acknowledgement(Office office, var _) -> Optional.of(office);
            case Act.Translation(Office office, var _, var _) -> Optional.of(office);
            case Act.Suspension suspension -> Optional.of(suspension.office());
            case Act.Resumption resumption -> Optional.of(resumption.office());
            case Act.LinkTest _, Act.KeyOffer _, Act.Seen _ -> Optional.empty();
            case Act.Amendment _, Act.Unknown _ -> Optional.empty();
        };
    }

    /// By party, capacity and title.
    List<Voice> all() {
        return byParty.values().stream()
                .flatMap(voices -> voices.values().stream())
                .toList();
    }
}
