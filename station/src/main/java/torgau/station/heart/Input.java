package torgau.station.heart;

import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import torgau.journal.Code;
import torgau.journal.Reference;

/// What happens to a station. Each comes with the moment at which it happened.
public sealed interface Input {
    /// Bytes can be moved to somebody.
    ///
    /// @param address of the other end without the port, to tell one sender of unauthenticated bytes
    ///     from another
    /// @param dialled the peer station that was dialled; null if the other end dialled
    /// @param bitsPerSecond at which it is configured to carry; 0 if it is not
    record BearerUp(
            long bearer,
            String address,
            boolean stream,
            int mtu,
            @Nullable Integer dialled,
            long bitsPerSecond) implements Input {
        /// A bearer of no configured rate.
        public BearerUp(long bearer, String address, boolean stream, int mtu, @Nullable Integer dialled) {
            this(bearer, address, stream, mtu, dialled, 0);
        }
    }

    record BearerDown(long bearer) implements Input {}

    record Received(long bearer, byte[] message) implements Input {}

    /// The bearer has passed on so many bytes that were sent.
    record Drained(long bearer, int bytes) implements Input {}

    /// Time has passed.
    record Tick() implements Input {}

    /// Everything up to the commit with this token is on disk.
    record Written(long token) implements Input {}

    /// The disk failed at this commit; nothing is written any more.
    record WriteFailed(long token, Code code, String detail) implements Input {}

    /// An officer's released act is to be signed.
    record Release(long command, Draft draft) implements Input {}

    /// Released acts are to be signed together: each of them in one commit, or none.
    record ReleaseTogether(long command, List<Draft> drafts) implements Input {
        public ReleaseTogether {
            drafts = List.copyOf(drafts);
        }
    }

    /// An operator asks for a link test now.
    ///
    /// @param to parties that are to return it; empty: all others
    /// @param request how the client names the request, if it did: the same key gives the same test
    record TestLine(long command, List<Integer> to, Draft.@Nullable Request request) implements Input {
        public TestLine {
            to = List.copyOf(to);
        }

        public TestLine(long command) {
            this(command, List.of(), null);
        }
    }

    /// An officer has put in a file that an entry is to name; these are the bytes that will travel.
    record PutIn(long command, byte[] blob) implements Input {}

    /// A courier has brought a file.
    record Take(long command, byte[] file) implements Input {}

    /// What an entry names is to be erased here.
    record Erase(long command, Reference entry) implements Input {}

    /// Somebody wants to see what an entry names: it is asked for anew.
    record Want(Reference entry) implements Input {}

    /// From now on the station sends nothing at all, or sends again. Until when that is to last, the shell knows.
    record ReceiveOnly(boolean on) implements Input {}

    /// The stations that have declared to send nothing, each with the time until which: milliseconds UTC.
    record Listeners(NavigableMap<Integer, Long> until) implements Input {
        public Listeners {
            until = Collections.unmodifiableNavigableMap(new TreeMap<>(until));
        }
    }

    /// The station is to stop: nothing is authored after this, and its clean stop is marked.
    record Stop() implements Input {}
}
