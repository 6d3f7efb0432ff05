package torgau.station.courier;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import torgau.catalogue.value.BlobBytes;
import torgau.catalogue.value.Enclosed;
import torgau.journal.Binding;
import torgau.journal.Bindings;
import torgau.journal.Decoded;
import torgau.journal.Digest;
import torgau.journal.Entry;
import torgau.journal.Feed;
import torgau.journal.FeedHead;
import torgau.journal.Precedence;
import torgau.journal.Reference;
import torgau.link.courier.Load;
import torgau.link.engine.Frame;
import torgau.station.heart.BlobAudience;
import torgau.station.heart.CourierAsked;
import torgau.store.Blob;
import torgau.store.JournalStore;

/// Chooses what goes along: the entries that a station has not signed to hold, the most urgent first, then the oldest;
/// after them the blobs that these entries name, and those that it asked for by its last courier.
public final class Packer {
    /// Entries that are packed at once; the rest goes with the next courier.
    public static final int MAX_ENTRIES = 100_000;

    /// The least size for which anything is packed.
    public static final long MIN_SIZE = 2L << 20;

    private static final int READ_AT_ONCE = 256;
    private static final int FRAME_BYTES = 128;

    private final JournalStore journal;
    private final int station;

    public Packer(JournalStore journal, int station) {
        this.journal = journal;
        this.station = station;
    }

    private record Lacking(Precedence precedence, long height, Reference place, int bytes)
            implements Comparable<Lacking> {
        static Lacking of(Entry entry) {
            int ids = 1 + Binding.seenPlaces(entry.payload()).size();
            int bytes = entry.signed().length() + ids * (Digest.BYTES + 2) + FRAME_BYTES;
            return new Lacking(entry.payload().precedence(), entry.height(), entry.reference(), bytes);
        }

        @Override
        public int compareTo(Lacking other) {
            int order = precedence.compareTo(other.precedence);
            order = order != 0 ? order : Long.compare(height, other.height);
            return order != 0 ? order : place.compareTo(other.place);
        }
    }

    /// What is to be packed, the most urgent first.
    ///
    /// @param size bytes that all files together may have
    /// @param all whether the station is to get all that it has not itself signed, as after the loss of its journal
    public Packing plan(long size, boolean all) {
        var filling = new Packing.Filling(size);
        var named = new LinkedHashMap<Digest, Blobs>();
        for (Lacking entry : lacking(all, filling)) {
            if (filling.entry(entry.place(), entry.bytes())) {
                blobsOf(entry.place(), named);
            }
        }
        CourierAsked.of(journal, station).forEach(blob -> asked(blob, named));
        int blobs = 0;
        for (Map.Entry<Digest, Blobs> blob : named.entrySet()) {
            blobs += parts(blob.getKey(), blob.getValue(), filling) ? 1 : 0;
        }
        return filling.done(station, blobs);
    }

    private NavigableSet<Lacking> lacking(boolean all, Packing.Filling filling) {
        NavigableMap<Feed, Long> held = all ? new TreeMap<>() : signedToHold();
        var lacking = new TreeSet<Lacking>();
        for (FeedHead head : journal.heads()) {
            long from = held.getOrDefault(head.feed(), 0L) + 1;
            while (head.feed().station() != station && from <= head.sequence()) {
                List<Entry> page = journal.range(head.feed(), from, READ_AT_ONCE);
                page.forEach(entry -> lacking.add(Lacking.of(entry)));
                from = page.isEmpty() ? Long.MAX_VALUE : from + page.size();
                while (lacking.size() > MAX_ENTRIES) {
                    lacking.pollLast();
                    filling.leaveOut();
                }
            }
        }
        return lacking;
    }

    private NavigableMap<Feed, Long> signedToHold() {
        var held = new TreeMap<Feed, Long>();
        journal.heads().stream()
                .filter(head -> head.feed().station() == station)
                .forEach(head -> head.seen().sequences().forEach((feed, upTo) -> held.merge(feed, upTo, Math::max)));
        return held;
    }

    private record Blobs(int maker, int length) {}

    private void blobsOf(Reference place, Map<Digest, Blobs> named) {
        Entry entry = journal.entry(place).orElseThrow();
        if (Enclosed.mayHold(entry.payload(), station >>> 8)) {
            int maker = entry.payload().feed().party();
            Enclosed.in(entry.payload()).stream()
                    .filter(each -> journal.keeps(each.blob()))
                    .forEach(each -> named.putIfAbsent(each.blob(), new Blobs(maker, each.length())));
        }
    }

    private void asked(Digest hash, Map<Digest, Blobs> named) {
        if (!named.containsKey(hash)) {
            journal.blob(hash).flatMap(this::given).ifPresent(blob -> named.put(hash, blob));
        }
    }

    private Optional<Blobs> given(Blob blob) {
        return BlobBytes.decode(blob.bytes()) instanceof Decoded.Value<BlobBytes>(BlobBytes read)
                        && BlobAudience.mayHold(journal, blob.hash(), read.maker(), station >>> 8)
                ? Optional.of(new Blobs(read.maker(), blob.bytes().length))
                : Optional.empty();
    }

    /// Whether the whole blob found room.
    private static boolean parts(Digest hash, Blobs blob, Packing.Filling filling) {
        int parts = (blob.length() + Load.PIECE_BYTES - 1) / Load.PIECE_BYTES;
        for (int number = 0; number < parts; number++) {
            if (!filling.part(new Packing.Part(hash, blob.maker(), number), Load.PIECE_BYTES + FRAME_BYTES)) {
                return false;
            }
        }
        return true;
    }

    /// What one file brings, read from the journal as it is now. A blob that was erased meanwhile, or that another
    /// made than the author of the entry that names it, is left out.
    ///
    /// @param asking what it asks for besides
    public Load load(Packing.File file, Load asking) {
        var frames = new ArrayList<Frame>();
        for (Reference place : file.entries()) {
            Entry entry = journal.entry(place).orElseThrow();
            frames.add(new Frame.Carry(
                    entry.signed(), Bindings.of(journal, entry.payload()).orElseThrow()));
        }
        frames.addAll(asking.frames());
        var read = new TreeMap<Digest, Optional<byte[]>>();
        for (Packing.Part part : file.parts()) {
            read.computeIfAbsent(part.blob(), _ -> madeBy(part)).ifPresent(bytes -> piece(part, bytes, frames));
        }
        return new Load(asking.held(), asking.lacking(), frames);
    }

    private Optional<byte[]> madeBy(Packing.Part part) {
        return journal.blob(part.blob())
                .map(Blob::bytes)
                .filter(bytes -> BlobBytes.decode(bytes) instanceof Decoded.Value<BlobBytes>(BlobBytes blob)
                        && blob.maker() == part.maker());
    }

    private static void piece(Packing.Part part, byte[] bytes, List<Frame> frames) {
        int from = part.number() * Load.PIECE_BYTES;
        if (from < bytes.length) {
            byte[] piece = Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + Load.PIECE_BYTES));
            frames.add(new Frame.BlobPiece(part.blob(), bytes.length, from, piece));
        }
    }
}
