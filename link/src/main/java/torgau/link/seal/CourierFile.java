package torgau.link.seal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import torgau.journal.Code;
import torgau.journal.Decoded;
import torgau.journal.Digest;
import torgau.journal.Feed;
import torgau.journal.Fields;
import torgau.journal.Limits;
import torgau.journal.SignedEntry;
import torgau.journal.cbor.CborReader;
import torgau.journal.cbor.CborWriter;

/// A file that a courier carries, as anybody can read it: who sealed it, for whom, and that it is whole. What is in
/// the box only the recipient can read. Spec: docs/spec/09-courier.md.
///
/// @param sender the feed of the station that sealed it
/// @param recipient number of the station that it is sealed to
/// @param keyOffer id of the recipient's KeyOffer that `enc` is for; null for the key in the agreement
/// @param made milliseconds UTC by the sender's clock: a claim, for people alone
/// @param signature of the sender over all of it, with the hash of the box
public record CourierFile(
        Feed sender, int recipient, @Nullable Digest keyOffer, long made, byte[] enc, byte[] signature, byte[] box) {
    /// The longest file.
    public static final int MAX_BYTES = 1_179_648;

    /// The longest head: what stands between the magic and the box.
    static final int MAX_HEAD_BYTES = 1_536;

    private static final byte[] MAGIC = "torgau-courier-1".getBytes(StandardCharsets.US_ASCII);
    private static final String INFO_TAG = "torgau-courier-1";
    private static final String SIGNATURE_TAG = "torgau-courier-sig-1";
    private static final int HEAD_LENGTH_BYTES = 2;

    /// The `info` of HPKE: `["torgau-courier-1", line id, sender feed, recipient, KeyOffer id or null]`.
    static byte[] info(Digest line, Feed sender, int recipient, @Nullable Digest keyOffer) {
        var out = new CborWriter().array(5).text(INFO_TAG).bytes(line.bytes());
        Fields.feed(out, sender);
        return Opening.offer(out.integer(recipient), keyOffer).toByteArray();
    }

    /// What the sender signs: `["torgau-courier-sig-1", info, enc, made, SHA-256(box)]`.
    static byte[] toBeSigned(byte[] info, byte[] enc, long made, byte[] box) {
        var out = new CborWriter(enc.length + 256).array(5).text(SIGNATURE_TAG).bytes(info);
        return out.bytes(enc).integer(made).bytes(Digest.over(box).bytes()).toByteArray();
    }

    byte[] info(Digest line) {
        return info(line, sender, recipient, keyOffer);
    }

    byte[] toBeSigned(Digest line) {
        return toBeSigned(info(line), enc, made, box);
    }

    /// `magic ‖ length of head (2) ‖ head ‖ box`; head = `[sender, recipient, KeyOffer id or null, made, length of
    /// box, SHA-256(box), enc, signature]`.
    public byte[] encode() {
        var out = new CborWriter(MAX_HEAD_BYTES).array(8);
        Fields.feed(out, sender);
        Opening.offer(out.integer(recipient), keyOffer).integer(made).integer(box.length);
        byte[] head =
                out.bytes(Digest.over(box).bytes()).bytes(enc).bytes(signature).toByteArray();
        return ByteBuffer.allocate(MAGIC.length + HEAD_LENGTH_BYTES + head.length + box.length)
                .put(MAGIC)
                .putShort((short) head.length)
                .put(head)
                .put(box)
                .array();
    }

    /// The file that these bytes are, if they are a whole one. No key is needed for that, and nothing in it is
    /// believed yet.
    public static Decoded<CourierFile> decode(byte[] bytes) {
        if (bytes.length > MAX_BYTES) {
            return new Decoded.Refusal<>(
                    Code.COURIER_TOO_LARGE, bytes.length + " bytes, where a courier file has at most " + MAX_BYTES);
        }
        int headAt = MAGIC.length + HEAD_LENGTH_BYTES;
        if (bytes.length < headAt || !Arrays.equals(Arrays.copyOf(bytes, MAGIC.length), MAGIC)) {
            return new Decoded.Refusal<>(Code.COURIER_NOT_A_FILE, "it does not begin as a courier file does");
        }
        int boxAt = headAt + (ByteBuffer.wrap(bytes).getShort(MAGIC.length) & 0xffff);
        if (boxAt > headAt + MAX_HEAD_BYTES || boxAt > bytes.length) {
            return damaged("its head is not whole");
        }
        byte[] box = Arrays.copyOfRange(bytes, boxAt, bytes.length);
        return head(Arrays.copyOfRange(bytes, headAt, boxAt), box)
                .<Decoded<CourierFile>>map(Decoded.Value::new)
                .orElseGet(() -> damaged("its head or its box is not what was sealed"));
    }

    private static Decoded<CourierFile> damaged(String detail) {
        return new Decoded.Refusal<>(Code.COURIER_DAMAGED, detail);
    }

    private static Optional<CourierFile> head(byte[] head, byte[] box) {
        Decoded<CourierFile> read = Decoded.reading("head", () -> {
            var in = new CborReader(head);
            in.array(8);
            Feed sender = Fields.feed(in);
            int recipient = (int) in.unsigned(Feed.MAX_STATION);
            Digest keyOffer = Opening.offer(in);
            long made = in.unsigned(Limits.TIME_MILLIS);
            Fields.shape(in.unsigned(MAX_BYTES) == box.length, "box of " + box.length + " bytes");
            Fields.shape(Fields.digest(in).equals(Digest.over(box)), "box with another hash");
            byte[] enc = in.bytesExactly(Hpke.ENC_BYTES);
            byte[] signature = in.bytesExactly(SignedEntry.SIGNATURE_BYTES);
            in.end();
            return new CourierFile(sender, recipient, keyOffer, made, enc, signature, box);
        });
        return read instanceof Decoded.Value<CourierFile>(CourierFile file) ? Optional.of(file) : Optional.empty();
    }
}
