package torgau.journal.agreement;

import java.util.List;
import torgau.journal.Checks;
import torgau.journal.Limits;
import torgau.journal.Reference;

/// What an amendment changes. Each of these a party may do alone, for its own side.
public sealed interface Change {
    /// The party whose side changes.
    int party();

    /// A new station of the party.
    record AddStation(Station station) implements Change {
        @Override
        public int party() {
            return station.party();
        }
    }

    /// New keys for a station of the party. Feeds named in `ends` keep the old key up to the place given there; every
    /// other feed of the station uses the new one.
    record Rekey(Station station, List<Reference> ends) implements Change {
        public Rekey {
            Checks.within("ended feeds", ends.size(), 0, Limits.SEEN_FEEDS);
            Checks.ascending("ended feeds", ends);
            ends.forEach(end -> Checks.within(
                    "station of an ended feed", end.feed().station(), station.number(), station.number()));
            ends = List.copyOf(ends);
        }

        @Override
        public int party() {
            return station.party();
        }
    }

    /// A station of the party signs no more, beyond the places given.
    record Retire(int station, List<Reference> ends) implements Change {
        public Retire {
            Checks.within("ended feeds", ends.size(), 0, Limits.SEEN_FEEDS);
            Checks.ascending("ended feeds", ends);
            ends.forEach(
                    end -> Checks.within("station of an ended feed", end.feed().station(), station, station));
            ends = List.copyOf(ends);
        }

        @Override
        public int party() {
            return station >>> 8;
        }
    }

    /// The party designates its lead office, or withdraws the designation.
    record Lead(LeadOffice office) implements Change {
        @Override
        public int party() {
            return office.party();
        }
    }
}
