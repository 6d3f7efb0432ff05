package torgau.station.http;

import torgau.matters.Book;
import torgau.matters.Tallies;
import torgau.station.shell.Docket;

/// Brings what matters give to figures up to date, a little at a time, so that nobody else who asks
/// waits long.
record Counting(Docket docket) {
    private static final int AT_A_TIME = 4_000;
    /// More rounds than a journal of millions takes; after those figures are of what was counted.
    private static final int MOST_ROUNDS = 10_000;

    /// All that is counted by now. While entries come, the last of them may not be in it.
    Docket.Told<Tallies> tallies() {
        int rounds = 0;
        while (rounds < MOST_ROUNDS
                && !docket.ask(book -> book.tally(AT_A_TIME)).answer()) {
            rounds++;
        }
        return docket.ask(Book::tallies);
    }
}
