package torgau.journal.agreement;

import torgau.journal.Checks;
import torgau.journal.Limits;
import torgau.journal.crypto.HybridVerifier;

/// One side of a line.
///
/// @param number 1 to 255, its place in the agreement
/// @param code short name, for example BLUE
/// @param name as it calls itself, in its own language
/// @param language in which it writes, BCP 47
/// @param nonce 16 random bytes from its card
/// @param rootKey Ed25519 and ML-DSA-65, one after the other
public record Party(
        int number, String code, String name, PartyKind kind, String language, byte[] nonce, byte[] rootKey) {
    /// Length of a party's contribution to the line id.
    public static final int NONCE_BYTES = 16;

    public Party {
        Checks.within("party number", number, 1, Limits.PARTIES);
        Codes.check("party code", code);
        Checks.name("party name", name);
        Checks.language(language);
        Checks.length("nonce", nonce, NONCE_BYTES);
        Checks.length("root key", rootKey, HybridVerifier.PUBLIC_KEY_LENGTH);
    }
}
