package torgau.journal.admission;

import torgau.journal.Binding;
import torgau.journal.Code;
import torgau.journal.Digest;
import torgau.journal.Entry;
import torgau.journal.EquivocationProof;
import torgau.journal.Payload;
import torgau.journal.Reference;
import torgau.journal.SignedEntry;

/// What became of an entry that arrived. A refusal is an ordinary answer, so it is a value and not an exception.
public sealed interface Admission {
    /// It is the next of its feed and all that it has seen is held.
    record Admitted(Entry entry) implements Admission {}

    /// It is held already.
    ///
    /// @param smallerSignature whether the candidate's signature is valid too and bytewise smaller: then it is kept
    record Held(Entry entry, boolean smallerSignature) implements Admission {}

    /// It is genuine under the ids that came with it, but its predecessors are missing: shown, ahead of the record.
    record Ahead(SignedEntry signed, Payload payload, Binding binding, Digest id) implements Admission {}

    /// What it follows or has seen is missing from `missing` on.
    record Waiting(Payload payload, Reference missing) implements Admission {}

    /// Its signature does not hold on the ids that are held here: the peer must send its own ids.
    record NeedsExpansion(Payload payload) implements Admission {}

    /// Its author signed two entries for one place.
    record Forked(Payload payload, EquivocationProof proof) implements Admission {}

    /// It is not an entry of this line, for a reason that does not pass.
    record Refused(Code code, String detail) implements Admission {}
}
