package torgau.link.seal;

import torgau.journal.Digest;
import torgau.journal.Feed;
import torgau.journal.crypto.Signer;

/// The station that seals: its line, the feed it signs in now, and its station key.
public record Self(Digest line, Feed feed, Signer signer) {
    int station() {
        return feed.station();
    }
}
