package torgau.station.heart;

import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import torgau.catalogue.value.BlobBytes;
import torgau.journal.Code;
import torgau.journal.Decoded;
import torgau.journal.Digest;
import torgau.link.engine.Frame;

/// Gives blobs to the peers that ask for them and may have them.
final class BlobsGiven {
    /// Different blobs that one peer may ask for in a minute: each may have to be read from the disk.
    static final int MAX_PER_MINUTE = 240;

    private final BlobsKept kept;
    private final Consumer<Notice> tell;
    private final NavigableMap<Integer, Share> shares = new TreeMap<>();

    private static final class Share {
        final PerMinute reads = new PerMinute(MAX_PER_MINUTE);

        @org.jspecify.annotations.Nullable
        Digest giving;
    }

    BlobsGiven(BlobsKept kept, Consumer<Notice> tell) {
        this.kept = kept;
        this.tell = tell;
    }

    /// A peer asks. Who may not have it learns nothing, not even whether it is here.
    void asked(Peer by, Frame.BlobWanted wanted, Moment now) {
        Share share = shares.computeIfAbsent(by.station, _ -> new Share());
        boolean same = wanted.hash().equals(share.giving);
        if (!same && !share.reads.take(now)) {
            tell.accept(new Notice.Dropped(Code.BLOB_NOT_GIVEN));
            return;
        }
        byte[] bytes = kept.read(wanted.hash())
                .filter(found -> wanted.offset() < found.length)
                .filter(found -> same || mayHave(by, wanted.hash(), found))
                .orElse(null);
        share.giving = bytes == null ? null : wanted.hash();
        if (bytes == null) {
            tell.accept(new Notice.Dropped(Code.BLOB_NOT_GIVEN));
        } else {
            by.engine.supply(wanted.hash(), bytes, wanted.offset());
        }
    }

    private boolean mayHave(Peer peer, Digest blob, byte[] bytes) {
        return BlobBytes.decode(bytes) instanceof Decoded.Value<BlobBytes>(BlobBytes read)
                && kept.mayHold(blob, read.maker(), peer.station >>> 8);
    }
}
