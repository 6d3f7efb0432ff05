package torgau.store.sqlite;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32C;
import torgau.journal.Digest;
import torgau.journal.Entry;
import torgau.journal.FeedHead;
import torgau.journal.Reference;
import torgau.store.Answer;

/// CRC-32C sums of rows: they find what a disk has garbled. Against whoever changes a row on purpose there are the ids.
final class Sums {
    private final CRC32C crc = new CRC32C();

    private Sums() {}

    static long ofEntry(Entry entry, long arrivedAt) {
        return new Sums()
                .add(Places.bytes(entry.reference()))
                .add(entry.height())
                .add(arrivedAt)
                .add(entry.id().bytes())
                .add(entry.signed().payload())
                .add(entry.signed().signature())
                .value();
    }

    static long ofHead(FeedHead head) {
        return new Sums()
                .add(Places.bytes(new Reference(head.feed(), head.sequence())))
                .add(head.height())
                .add(head.closed() ? 1 : 0)
                .add(head.id().bytes())
                .add(Places.bytes(head.seen()))
                .value();
    }

    static long ofMemory(String key, byte[] bytes) {
        return new Sums().add(utf8(key)).add(bytes).value();
    }

    static long ofAnswer(Answer answer) {
        return new Sums()
                .add(utf8(answer.key()))
                .add(answer.request().bytes())
                .add(Places.bytes(answer.reference()))
                .value();
    }

    static long ofKind(Kind kind) {
        return new Sums()
                .add(kind.type())
                .add(utf8(kind.trafficClass().name()))
                .add(utf8(kind.precedence().name()))
                .add(kind.party())
                .value();
    }

    /// @param binding the ids that came with it, encoded; empty if none came
    static long ofPending(Digest key, byte[] binding, long arrivedAt) {
        return new Sums().add(key.bytes()).add(binding).add(arrivedAt).value();
    }

    /// The bytes of a blob have their hash.
    static long ofBlob(Digest hash, int owner, int length) {
        return new Sums().add(hash.bytes()).add(owner).add(length).value();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private Sums add(byte[] bytes) {
        crc.update(bytes);
        return this;
    }

    private Sums add(long number) {
        return add(ByteBuffer.allocate(Long.BYTES).putLong(number).array());
    }

    private long value() {
        return crc.getValue();
    }
}
