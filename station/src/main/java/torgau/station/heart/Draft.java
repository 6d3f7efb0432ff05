package torgau.station.heart;

import java.util.List;
import org.jspecify.annotations.Nullable;
import torgau.journal.Act;
import torgau.journal.Digest;
import torgau.journal.Precedence;
import torgau.journal.Reference;
import torgau.journal.TrafficClass;

/// What an officer has released, before the station signs it.
///
/// @param to parties addressed, ascending; empty: all others
/// @param matter which it continues; null: it opens one
/// @param blobs that go with the act and come into being with it
/// @param request how the client names the request, if it did: the same key gives the same entry
public record Draft(
        TrafficClass trafficClass,
        Precedence precedence,
        List<Integer> to,
        @Nullable Reference matter,
        List<Reference> refs,
        Act act,
        List<byte[]> blobs,
        @Nullable Request request) {
    /// A draft with which no blobs come.
    public Draft(
            TrafficClass trafficClass,
            Precedence precedence,
            List<Integer> to,
            @Nullable Reference matter,
            List<Reference> refs,
            Act act,
            @Nullable Request request) {
        this(trafficClass, precedence, to, matter, refs, act, List.of(), request);
    }

    /// A client's Idempotency-Key and the hash of what it asked for.
    public record Request(String key, Digest hash) {}
}
