package torgau.link.engine;

import org.jspecify.annotations.Nullable;
import torgau.journal.Binding;
import torgau.journal.Code;
import torgau.journal.Reference;
import torgau.journal.SignedEntry;

/// What a frame from the peer means to those above the link.
public sealed interface Happening {
    /// An entry came: to be judged.
    record Candidate(SignedEntry entry, @Nullable Binding binding) implements Happening {}

    /// The peer has answered a fresh challenge of ours.
    record Alive(long roundTripMillis) implements Happening {}

    /// The peer refuses an entry that this station sent.
    record RefusedThere(Reference place, String code) implements Happening {}

    /// A piece of a blob came.
    record Piece(Frame.BlobPiece piece) implements Happening {}

    /// The peer asks for a blob from an offset on.
    record Wanted(Frame.BlobWanted wanted) implements Happening {}

    /// What came was refused for this reason, and nothing of it is kept.
    record Dropped(Code code) implements Happening {}
}
