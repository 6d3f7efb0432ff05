package torgau.link.seal;

import org.jspecify.annotations.Nullable;
import torgau.journal.Digest;

/// A private key of this station that is still alive.
///
/// @param keyOffer id of the own KeyOffer that offered it; null for the key that stands in the agreement
public record OwnKey(@Nullable Digest keyOffer, KemKey key) {}
