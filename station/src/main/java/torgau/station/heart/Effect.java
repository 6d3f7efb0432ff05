package torgau.station.heart;

import java.util.List;
import torgau.journal.Code;
import torgau.journal.Digest;
import torgau.journal.Entry;
import torgau.journal.Precedence;
import torgau.journal.Reference;
import torgau.store.Batch;

/// What the shell is to do.
public sealed interface Effect {
    /// Put this on disk, after all earlier ones, and report it by its token.
    record Commit(long token, Batch batch) implements Effect {}

    record Send(long bearer, byte[] message) implements Effect {}

    /// The other end of the bearer has shown who it is.
    record Authenticated(long bearer, int station) implements Effect {}

    /// A message of so many bytes was a peer's own word, if perhaps an old one: it is none of what a
    /// stranger may send.
    record Genuine(long bearer, int bytes) implements Effect {}

    record Close(long bearer, Code reason) implements Effect {}

    /// Try to reach a peer station, whichever way is configured.
    record Dial(int station) implements Effect {}

    /// A command has come to this.
    record Answer(long command, Result result) implements Effect {}

    /// Something to show or to count.
    record Tell(Notice notice) implements Effect {}

    /// The outcome of a command.
    sealed interface Result {
        /// The entry is signed and on disk.
        ///
        /// @param asked the precedence asked for, where the quota of FLASH entries turned it into
        ///     IMMEDIATE
        record Authored(Entry entry, Precedence asked) implements Result {}

        /// The same request was answered before with this entry.
        record Repeated(Reference place) implements Result {}

        /// Acts released together are on disk, in their order.
        ///
        /// @param repeated whether the same requests made them before
        record Together(List<Reference> places, boolean repeated) implements Result {
            public Together {
                places = List.copyOf(places);
            }
        }

        /// What was put in is on disk.
        record Kept(Digest blob) implements Result {}

        /// So many blobs of an entry are gone from the disk, and will not be asked for again.
        record Erased(int blobs) implements Result {}

        /// What a courier's file brought is on disk.
        ///
        /// @param from number of the station that sealed it
        /// @param made wall milliseconds by that station's clock
        /// @param entries in the file
        /// @param added of them to the journal
        /// @param held of them already
        /// @param pieces of blobs that were lacking
        record Taken(int from, long made, int entries, int added, int held, int pieces) implements Result {
            /// Entries that follow on something which is not here yet, or were refused.
            public int waiting() {
                return entries - added - held;
            }
        }

        record Refused(Code code, String detail) implements Result {}
    }
}
