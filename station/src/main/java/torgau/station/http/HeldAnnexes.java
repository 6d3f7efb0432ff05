package torgau.station.http;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import torgau.catalogue.value.Annex;
import torgau.catalogue.value.Value;
import torgau.catalogue.value.Value.NotHere.Why;
import torgau.journal.Digest;
import torgau.station.formats.Annexes;
import torgau.station.heart.BlobState;
import torgau.store.Blob;

/// The annexes of an entry: from the disk, or of an entry that is still to be filed, from what goes with
/// it.
///
/// @param ours whether this station may hold them
/// @param with blobs that go with it
/// @param states says what there is of a blob
/// @param blobs reads one
record HeldAnnexes(
        boolean ours, List<byte[]> with, Function<Digest, BlobState> states, Function<Digest, Optional<Blob>> blobs)
        implements Annexes {
    /// Finds the annexes of what a party says to others.
    @FunctionalInterface
    interface Of {
        /// Those of an entry by this party to these.
        ///
        /// @param with blobs that go with what is not said yet
        HeldAnnexes said(int party, List<Integer> to, List<byte[]> with);
    }

    @Override
    public Found find(Value.Annexed named) {
        Optional<Annex> fresh =
                with.stream().flatMap(blob -> Annex.open(named, blob).stream()).findFirst();
        if (fresh.isPresent()) {
            return new Found.Here(fresh.get());
        }
        if (!ours) {
            return new Found.Missing(Why.NOT_FOR_US);
        }
        return switch (states.apply(named.blob())) {
            case HERE -> opened(named);
            case ERASED -> new Found.Missing(Why.ERASED);
            case ABSENT -> new Found.Missing(Why.NOT_RECEIVED);
        };
    }

    private Found opened(Value.Annexed named) {
        return blobs.apply(named.blob())
                .flatMap(held -> Annex.open(named, held.bytes()))
                .<Found>map(Found.Here::new)
                .orElse(new Found.Missing(Why.UNREADABLE));
    }

    /// Where a blob of such an entry is.
    String state(Digest blob) {
        return switch (states.apply(blob)) {
            case HERE -> "here";
            case ERASED -> "erased";
            case ABSENT -> ours ? "not_received" : "not_for_us";
        };
    }
}
