package torgau.journal.agreement;

import java.util.Comparator;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import torgau.journal.Digest;

/// The agreement, and what nobody can take again because it stands there.
///
/// @param keys digests of all keys in it
record Founding(Agreement agreement, NavigableSet<Digest> keys) {
    static Founding of(Agreement agreement) {
        var keys = new TreeSet<Digest>();
        agreement.parties().forEach(party -> keys.add(Digest.over(party.rootKey())));
        for (Station station : agreement.stations()) {
            keys.add(Digest.over(station.signingKey()));
            keys.add(Digest.over(station.kemKey()));
        }
        return new Founding(agreement, keys);
    }

    /// Whether `party` may give this code to a new station: the code begins with that party's code and a hyphen, and is
    /// not one of the agreement's. Where the codes of two parties fit, the longer one decides. So each party has
    /// codes of its own, and nobody is first to take one from another.
    boolean ownedCode(String code, int party) {
        Optional<Party> owner = agreement.parties().stream()
                .filter(each -> code.startsWith(each.code() + "-"))
                .max(Comparator.comparingInt(each -> each.code().length()));
        return owner.filter(each -> each.number() == party).isPresent()
                && agreement.stations().stream()
                        .noneMatch(station -> station.code().equals(code));
    }
}
