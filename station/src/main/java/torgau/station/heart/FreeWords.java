package torgau.station.heart;

import torgau.journal.Act;
import torgau.matters.FreeTexts;

/// The free words in a filed format.
final class FreeWords {
    private FreeWords() {}

    /// How many there are in all its texts; none in fields that cannot be read.
    static int in(Act.Notification filed) {
        return FreeTexts.of(filed).values().stream()
                .mapToInt(text -> Releases.words(text.words()))
                .sum();
    }
}
