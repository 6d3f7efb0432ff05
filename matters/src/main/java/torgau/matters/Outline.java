package torgau.matters;

import torgau.journal.Reference;

/// What is known of every matter at once.
///
/// @param procedure code of its procedure; empty of a conversation
/// @param state empty if it has none
/// @param entries how many it has
/// @param last the last of them in total order
/// @param awaited how many things are still awaited in it
public record Outline(
        Reference id, String procedure, String state, int entries, Order last, long lastTime, int awaited) {
    static Outline of(Fold fold) {
        Turn last = fold.last();
        Subject subject = fold.subject();
        return new Outline(
                subject.id(), subject.code(), fold.state(), fold.size(), last.order(), last.time(), fold.open());
    }
}
