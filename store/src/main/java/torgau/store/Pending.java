package torgau.store;

import org.jspecify.annotations.Nullable;
import torgau.journal.Binding;
import torgau.journal.Digest;
import torgau.journal.Payload;
import torgau.journal.SignedEntry;

/// An entry that is not on the journal yet: ahead of the record, or waiting for what it has seen.
///
/// @param claimed the ids that came with it and under which its signature held; null if none came
/// @param arrivedAt milliseconds UTC by this station's clock
public record Pending(
        SignedEntry signed, Payload payload, @Nullable Binding claimed, long arrivedAt) {
    /// Two candidates for one place have different keys.
    public Digest key() {
        return Digest.over(signed.payload(), signed.signature());
    }
}
