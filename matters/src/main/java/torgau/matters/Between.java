package torgau.matters;

import java.util.Optional;
import java.util.TreeSet;

/// The two parties between which something is awaited: from whom, and who awaits it.
///
/// @param opener who opened the matter
public record Between(int party, int other, Opener opener) {
    /// Of one thing awaited. What a party awaits of itself is between it and the only other party that
    /// takes part, besides observers; of several others it is between no two, so that no suspension of
    /// the one stops what the rest await as well.
    static Optional<Between> of(Subject subject, Awaited item) {
        return of(item.party(), item.creditor(), pair(subject), Opener.of(subject));
    }

    /// @param pair as [#pair] gives it
    static Optional<Between> of(int party, int creditor, int pair, Opener opener) {
        if (party != creditor) {
            return Optional.of(new Between(party, creditor, opener));
        }
        int first = pair >>> 8;
        int second = pair & 255;
        return party == first || party == second
                ? Optional.of(new Between(party, party == first ? second : first, opener))
                : Optional.empty();
    }

    /// The numbers of the two parties that take part besides observers, as one number; 0 if they are not
    /// two.
    static int pair(Subject subject) {
        var taking = new TreeSet<>(subject.cast().addressed());
        taking.add(subject.cast().opener());
        taking.removeAll(subject.cast().observers());
        return taking.size() == 2 ? taking.first() << 8 | taking.last() : 0;
    }

    boolean has(int one) {
        return one == party || one == other;
    }

    /// Whether of the two it was the other than this that opened the matter.
    boolean openedByOther(int one) {
        return opener.party() != one && has(opener.party());
    }
}
