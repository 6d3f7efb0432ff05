package torgau.store.memory;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import torgau.journal.Digest;
import torgau.journal.Entry;
import torgau.journal.EquivocationProof;
import torgau.journal.Feed;
import torgau.journal.Reference;
import torgau.journal.SeenMark;
import torgau.journal.SignedEntry;
import torgau.store.Answer;
import torgau.store.Arrived;
import torgau.store.Batch;
import torgau.store.Blob;
import torgau.store.Heads;
import torgau.store.Pending;
import torgau.store.Write;

/// What is on a `MemoryDisk`. Every value in it is immutable, so a copy is shallow.
final class Tables {
    private static final int ROW_BYTES = 64;

    Heads heads = Heads.NONE;
    final List<Arrived> arrivals = new ArrayList<>();
    final NavigableMap<Reference, Integer> places = new TreeMap<>();
    final NavigableMap<Integer, List<Integer>> types = new TreeMap<>();
    final NavigableMap<Reference, List<Integer>> matters = new TreeMap<>();
    final NavigableMap<Feed, NavigableMap<Feed, NavigableMap<Long, Long>>> marks = new TreeMap<>();
    final NavigableMap<String, byte[]> memory = new TreeMap<>();
    final NavigableMap<String, Answer> answers = new TreeMap<>();
    final NavigableMap<Digest, EquivocationProof> proofs = new TreeMap<>();
    final NavigableMap<Reference, NavigableMap<Digest, Pending>> pending = new TreeMap<>();
    final NavigableMap<Digest, Blob> blobs = new TreeMap<>();
    private long bytes;

    Tables copy() {
        var copy = new Tables();
        copy.heads = heads;
        copy.arrivals.addAll(arrivals);
        copy.places.putAll(places);
        types.forEach((type, list) -> copy.types.put(type, new ArrayList<>(list)));
        matters.forEach((matter, list) -> copy.matters.put(matter, new ArrayList<>(list)));
        marks.forEach((observer, feeds) -> {
            var copied = new TreeMap<Feed, NavigableMap<Long, Long>>();
            feeds.forEach((feed, by) -> copied.put(feed, new TreeMap<>(by)));
            copy.marks.put(observer, copied);
        });
        copy.memory.putAll(memory);
        copy.answers.putAll(answers);
        copy.proofs.putAll(proofs);
        pending.forEach((place, held) -> copy.pending.put(place, new TreeMap<>(held)));
        copy.blobs.putAll(blobs);
        copy.bytes = bytes;
        return copy;
    }

    long bytes() {
        return bytes;
    }

    /// Bytes that a batch takes, roughly.
    static long size(Batch batch) {
        return batch.writes().stream().mapToLong(Tables::size).sum();
    }

    private static long size(Write write) {
        return switch (write) {
            case Write.Append append -> ROW_BYTES + append.entry().signed().length();
            case Write.Remember remember -> ROW_BYTES + remember.bytes().length;
            case Write.Reply _, Write.Prove _ -> ROW_BYTES;
            case Write.Hold hold -> ROW_BYTES + hold.pending().signed().length();
            case Write.Keep keep -> ROW_BYTES + keep.blob().bytes().length;
            case Write.Resign _, Write.Close _, Write.Forget _, Write.Drop _, Write.Erase _ -> 0;
        };
    }

    /// Fails, with nothing changed, if the batch contradicts what is here.
    void check(Batch batch) {
        heads.after(batch);
        var fresh = new TreeMap<String, Answer>();
        for (Write write : batch.writes()) {
            if (write instanceof Write.Reply(Answer answer)
                    && (answers.containsKey(answer.key()) || fresh.put(answer.key(), answer) != null)) {
                throw new IllegalArgumentException("idempotency key " + answer.key() + " is answered already");
            }
        }
    }

    void apply(Batch batch) {
        heads = heads.after(batch);
        bytes += size(batch);
        batch.writes().forEach(this::apply);
    }

    private void apply(Write write) {
        switch (write) {
            case Write.Append append -> append(append.entry(), append.arrivedAt());
            case Write.Resign resign -> resign(resign.place(), resign.signature());
            case Write.Prove prove -> proofs.put(Digest.over(prove.proof().encode()), prove.proof());
            case Write.Remember remember -> memory.put(remember.key(), remember.bytes());
            case Write.Forget forget -> memory.remove(forget.key());
            case Write.Reply reply -> answers.put(reply.answer().key(), reply.answer());
            case Write.Hold(Pending held) ->
                pending.computeIfAbsent(held.payload().reference(), _ -> new TreeMap<>())
                        .putIfAbsent(held.key(), held);
            case Write.Drop drop -> drop(drop);
            case Write.Keep keep -> blobs.putIfAbsent(keep.blob().hash(), keep.blob());
            case Write.Erase erase -> blobs.remove(erase.blob());
            case Write.Close _ -> {}
        }
    }

    private void append(Entry entry, long arrivedAt) {
        int index = arrivals.size();
        arrivals.add(new Arrived(index + 1L, arrivedAt, entry));
        places.put(entry.reference(), index);
        types.computeIfAbsent(entry.payload().actType(), _ -> new ArrayList<>()).add(index);
        Reference matter = entry.payload().matter();
        if (matter != null) {
            matters.computeIfAbsent(matter, _ -> new ArrayList<>()).add(index);
        }
        for (SeenMark mark : entry.payload().seen()) {
            if (mark.sequence() > 0) {
                marks.computeIfAbsent(entry.payload().feed(), _ -> new TreeMap<>())
                        .computeIfAbsent(mark.feed(), _ -> new TreeMap<>())
                        .putIfAbsent(mark.sequence(), entry.payload().sequence());
            }
        }
    }

    private void resign(Reference place, byte[] signature) {
        Arrived old = at(place).orElseThrow();
        var signed = new SignedEntry(old.entry().signed().payload(), signature);
        var entry = new Entry(
                signed, old.entry().payload(), old.entry().id(), old.entry().height());
        arrivals.set((int) old.cursor() - 1, new Arrived(old.cursor(), old.at(), entry));
    }

    private void drop(Write.Drop drop) {
        NavigableMap<Digest, Pending> held = pending.get(drop.place());
        if (held != null && held.remove(drop.key()) != null && held.isEmpty()) {
            pending.remove(drop.place());
        }
    }

    Optional<Arrived> at(Reference place) {
        return Optional.ofNullable(places.get(place)).map(arrivals::get);
    }

    /// The smallest sequence of `observer` that sees `place`.
    Optional<Long> firstToSee(Feed observer, Reference place) {
        return Optional.ofNullable(marks.get(observer))
                .map(feeds -> feeds.get(place.feed()))
                .map(by -> by.ceilingEntry(place.sequence()))
                .map(Map.Entry::getValue);
    }
}
