package torgau.catalogue.value;

import java.util.Optional;
import torgau.journal.Feed;
import torgau.journal.Reference;

/// Numbers of entries that no journal holds, for the examples of a catalogue: any is there, and is read
/// out with the serial that it was written with.
public enum MadeUpNumbers implements Numbers {
    ANY;

    private static final Feed BLUE = new Feed(257, 0);
    private static final Feed RED = new Feed(513, 0);

    @Override
    public Optional<Reference> place(String number) {
        Feed feed = number.startsWith("RED") ? RED : BLUE;
        return Optional.of(new Reference(feed, Long.parseLong(number.substring(number.lastIndexOf('-') + 1))));
    }

    @Override
    public String number(Reference place) {
        return (place.feed().equals(RED) ? "RED" : "BLUE") + "-OPS-2026-" + place.sequence();
    }
}
