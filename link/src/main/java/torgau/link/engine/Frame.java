package torgau.link.engine;

import java.util.List;
import org.jspecify.annotations.Nullable;
import torgau.journal.Binding;
import torgau.journal.Checks;
import torgau.journal.Digest;
import torgau.journal.Feed;
import torgau.journal.Limits;
import torgau.journal.Reference;
import torgau.journal.SeenMark;
import torgau.journal.SignedEntry;

/// What two stations say to each other below the journal. Each travels sealed; docs/spec/05-link.md has
/// the shapes.
public sealed interface Frame {
    /// What the sender holds on disk. Cumulative: a later one replaces an earlier one of the same run.
    ///
    /// @param span of the feeds that this frame speaks for: of those, what is not named is not held at
    ///     all; null: only what is named is said
    record Holding(@Nullable Span span, List<SeenMark> marks) implements Frame {
        public Holding {
            Checks.within("feeds held", marks.size(), 0, Limits.SEEN_FEEDS);
            marks = List.copyOf(marks);
        }
    }

    /// All feeds after one, up to another, which is included; null: from the first, to the last.
    record Span(@Nullable Feed after, @Nullable Feed to) {
        boolean has(Feed feed) {
            return (after == null || after.compareTo(feed) < 0) && (to == null || feed.compareTo(to) <= 0);
        }
    }

    /// A challenge, the echo of the other's, or both. Only the echo of a fresh challenge of one's own
    /// proves life.
    record Pulse(@Nullable Long challenge, @Nullable Long echo) implements Frame {
        public Pulse {
            if (challenge == null && echo == null) {
                throw new IllegalArgumentException("a pulse with neither challenge nor echo");
            }
        }
    }

    /// An entry; with the ids that its signature covers where the receiver may not have them.
    record Carry(SignedEntry entry, @Nullable Binding binding) implements Frame {}

    /// An entry whose payload is packed with the dictionary of this number; else as `Carry`.
    record Packed(
            int dictionary,
            byte[] packed,
            byte[] signature,
            @Nullable Binding binding) implements Frame {
        public Packed {
            Checks.within("number of a dictionary", dictionary, 1, PlainOnly.MAX_DICTIONARY);
        }
    }

    /// Says that the dictionary of this number is not here: what was packed with it comes to nothing.
    record PlainOnly(int dictionary) implements Frame {
        static final int MAX_DICTIONARY = 255;

        public PlainOnly {
            Checks.within("number of a dictionary", dictionary, 1, MAX_DICTIONARY);
        }
    }

    /// A piece of an encoded `Carry` or `Packed`: fragments are of the entry, so that any bearer may finish what
    /// another began.
    record Fragment(Reference of, int total, int offset, byte[] piece) implements Frame {
        /// Bytes of one encoded carry: an entry, its signature and its explicit ids.
        public static final int MAX_TOTAL = Limits.PAYLOAD_BYTES + Limits.SEEN_FEEDS * 36 + 256;

        public Fragment {
            Checks.within("length of a fragmented entry", total, 1, MAX_TOTAL);
            Checks.within("offset of a fragment", offset, 0, total - 1L);
            Checks.within("end of a fragment", offset + (long) piece.length, offset + 1L, total);
        }
    }

    /// Asks for the entry at `place` with its explicit ids: the signature does not hold on the ids held
    /// here.
    record Expand(Reference place) implements Frame {}

    /// Says that the entry at `place` was refused, and why; it will not be asked for again in this run.
    record Refused(Reference place, String code) implements Frame {
        public Refused {
            Checks.name("refusal code", code);
        }
    }

    /// A piece of bytes outside the journal that an admitted entry names.
    record BlobPiece(Digest hash, int total, int offset, byte[] piece) implements Frame {
        /// Bytes of one blob.
        public static final int MAX_TOTAL = 1 << 24;

        public BlobPiece {
            Checks.within("length of a blob", total, 1, MAX_TOTAL);
            Checks.within("offset in a blob", offset, 0, total - 1L);
            Checks.within("end of a blob's piece", offset + (long) piece.length, offset + 1L, total);
        }
    }

    /// Asks for a blob from an offset on, and takes the place of what was asked for before.
    record BlobWanted(Digest hash, int offset) implements Frame {
        /// Bytes that are sent for one request; who wants more asks again.
        public static final int WINDOW_BYTES = 1 << 18;

        public BlobWanted {
            Checks.within("offset in a blob", offset, 0, BlobPiece.MAX_TOTAL);
        }
    }
}
