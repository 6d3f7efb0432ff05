package torgau.store;

import torgau.journal.Checks;
import torgau.journal.Digest;
import torgau.journal.Entry;
import torgau.journal.EquivocationProof;
import torgau.journal.Feed;
import torgau.journal.Reference;
import torgau.journal.SignedEntry;

/// One thing that a batch puts on disk.
public sealed interface Write {
    /// The next entry of its feed.
    ///
    /// @param arrivedAt milliseconds UTC by this station's clock
    record Append(Entry entry, long arrivedAt) implements Write {}

    /// A bytewise smaller signature of an entry that is held.
    record Resign(Reference place, byte[] signature) implements Write {
        public Resign {
            Checks.length("signature", signature, SignedEntry.SIGNATURE_BYTES);
        }
    }

    /// The feed takes no more entries: its author signed two for one place.
    record Close(Feed feed) implements Write {}

    /// Both sides of a fork, for an arbiter. Proving the same again changes nothing.
    record Prove(EquivocationProof proof) implements Write {}

    /// Small opaque bytes under a name; they replace what the name had.
    record Remember(String key, byte[] bytes) implements Write {
        /// Bytes of a name, in UTF-8.
        public static final int KEY_BYTES = 255;

        public Remember {
            Checks.bytes("memory key", key, 1, KEY_BYTES);
        }
    }

    /// Drops what a name had, if anything.
    record Forget(String key) implements Write {}

    /// The answer to a request, in the same transaction as the entry that the request made.
    record Reply(Answer answer) implements Write {}

    /// Keeps an entry that is not on the journal yet. Holding the same again changes nothing.
    record Hold(Pending pending) implements Write {}

    /// Drops such an entry, if it is held.
    record Drop(Reference place, Digest key) implements Write {
        /// Drops what `pending` holds.
        public static Drop of(Pending pending) {
            return new Drop(pending.payload().reference(), pending.key());
        }
    }

    /// Keeps a blob. Keeping the same again changes nothing.
    record Keep(Blob blob) implements Write {}

    /// Erases a blob's bytes, if they are kept.
    record Erase(Digest blob) implements Write {}
}
