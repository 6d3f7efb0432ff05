package torgau.link.seal;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import torgau.journal.Digest;

/// What the journal says of a peer station's keys now.
///
/// @param station its number
/// @param signingKeys the Ed25519 keys that may sign its openings, at most four
/// @param targets the keys to open to, best first: its newest KeyOffer, then the key in the agreement
public record PeerKeys(int station, List<byte[]> signingKeys, List<Target> targets) {
    /// Signing keys that a peer may have at one time: the one in force and those that it replaces.
    public static final int MAX_SIGNING_KEYS = 4;

    /// Keys that one may open to.
    public static final int MAX_TARGETS = 4;

    /// A key to open to.
    ///
    /// @param keyOffer id of the KeyOffer that carries it; null for the key that stands in the agreement
    public record Target(@Nullable Digest keyOffer, KemPublicKey key) {}

    public PeerKeys {
        signingKeys = List.copyOf(signingKeys);
        targets = List.copyOf(targets);
        within("signing keys", signingKeys.size(), MAX_SIGNING_KEYS);
        within("keys to open to", targets.size(), MAX_TARGETS);
    }

    /// Whether one of the keys to open to is of this KeyOffer.
    boolean offers(@Nullable Digest keyOffer) {
        return targets.stream().anyMatch(target -> Objects.equals(target.keyOffer(), keyOffer));
    }

    private static void within(String what, int count, int max) {
        if (count < 1 || count > max) {
            throw new IllegalArgumentException(count + " " + what + " where 1 to " + max + " are needed");
        }
    }
}
