package torgau.store.desk;

import torgau.journal.Checks;
import torgau.journal.Digest;

/// What is kept of an officer's token: its hash, never the token.
///
/// @param office who signs in with it
/// @param created milliseconds UTC
public record Token(Digest hash, String office, long created) {
    public Token {
        Checks.name("office", office);
    }
}
