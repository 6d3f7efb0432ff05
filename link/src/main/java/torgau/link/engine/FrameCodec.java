package torgau.link.engine;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import torgau.journal.BindingCodec;
import torgau.journal.Decoded;
import torgau.journal.Feed;
import torgau.journal.Fields;
import torgau.journal.Limits;
import torgau.journal.MarkCodec;
import torgau.journal.SeenMark;
import torgau.journal.SignedEntry;
import torgau.journal.cbor.CborReader;
import torgau.journal.cbor.CborWriter;

/// Frames as deterministic CBOR: `[kind, …]`.
public final class FrameCodec {
    private static final int HOLDING = 0;
    private static final int PULSE = 1;
    private static final int CARRY = 2;
    private static final int FRAGMENT = 3;
    private static final int EXPAND = 4;
    private static final int REFUSED = 5;
    private static final int BLOB_PIECE = 6;
    private static final int BLOB_WANTED = 7;
    private static final int PACKED = 8;
    private static final int PLAIN_ONLY = 9;
    private static final int[] ITEMS = {2, 3, 3, 5, 2, 3, 5, 3, 4, 2};
    /// The same, of the longer form where a kind has one.
    private static final int[] LONGER = {4, 3, 4, 5, 2, 3, 5, 3, 5, 2};

    private FrameCodec() {}

    public static byte[] encode(Frame frame) {
        var out = new CborWriter();
        switch (frame) {
            case Frame.Holding holding -> holding(out, holding);
            case Frame.Pulse pulse -> {
                out.array(3).integer(PULSE);
                word(out, pulse.challenge());
                word(out, pulse.echo());
            }
            case Frame.Carry carry -> carry(out, carry);
            case Frame.Fragment fragment -> {
                Fields.reference(out.array(5).integer(FRAGMENT), fragment.of());
                out.integer(fragment.total()).integer(fragment.offset()).bytes(fragment.piece());
            }
            case Frame.Expand expand -> Fields.reference(out.array(2).integer(EXPAND), expand.place());
            case Frame.Refused refused -> {
                Fields.reference(out.array(3).integer(REFUSED), refused.place());
                out.text(refused.code());
            }
            case Frame.BlobPiece piece -> {
                out.array(5).integer(BLOB_PIECE).bytes(piece.hash().bytes());
                out.integer(piece.total()).integer(piece.offset()).bytes(piece.piece());
            }
            case Frame.Packed packed -> packed(out, packed);
            case Frame.PlainOnly plain -> out.array(2).integer(PLAIN_ONLY).integer(plain.dictionary());
            case Frame.BlobWanted wanted ->
                out.array(3).integer(BLOB_WANTED).bytes(wanted.hash().bytes()).integer(wanted.offset());
        }
        return out.toByteArray();
    }

    /// Turns an opened frame into a value, or says why it is none.
    public static Decoded<Frame> decode(byte[] bytes) {
        return Decoded.reading("frame", () -> {
            var in = new CborReader(bytes);
            Frame frame = read(in);
            in.end();
            return frame;
        });
    }

    private static Frame read(CborReader in) {
        int items = in.array();
        int kind = kind(in);
        boolean bound = items == LONGER[kind] && items != ITEMS[kind];
        Fields.shape(bound || items == ITEMS[kind], "frame " + kind + " of " + items);
        return switch (kind) {
            case HOLDING -> new Frame.Holding(bound ? new Frame.Span(feed(in), feed(in)) : null, marks(in));
            case PULSE -> new Frame.Pulse(word(in), word(in));
            case CARRY -> carry(in, bound);
            case FRAGMENT ->
                new Frame.Fragment(
                        Fields.reference(in),
                        (int) in.unsigned(Frame.Fragment.MAX_TOTAL),
                        (int) in.unsigned(Frame.Fragment.MAX_TOTAL),
                        in.bytes(Frame.Fragment.MAX_TOTAL));
            case EXPAND -> new Frame.Expand(Fields.reference(in));
            case REFUSED -> new Frame.Refused(Fields.reference(in), in.text(Limits.NAME_BYTES));
            case BLOB_PIECE ->
                new Frame.BlobPiece(
                        Fields.digest(in),
                        (int) in.unsigned(Frame.BlobPiece.MAX_TOTAL),
                        (int) in.unsigned(Frame.BlobPiece.MAX_TOTAL),
                        in.bytes(Frame.Fragment.MAX_TOTAL));
            case PACKED -> packed(in, bound);
            case PLAIN_ONLY -> new Frame.PlainOnly((int) in.unsigned(Frame.PlainOnly.MAX_DICTIONARY));
            default -> new Frame.BlobWanted(Fields.digest(in), (int) in.unsigned(Frame.BlobPiece.MAX_TOTAL));
        };
    }

    private static int kind(CborReader in) {
        long kind = in.unsigned(Long.MAX_VALUE);
        Fields.shape(kind <= PLAIN_ONLY, "frame of kind " + kind);
        return (int) kind;
    }

    private static void holding(CborWriter out, Frame.Holding holding) {
        Frame.Span span = holding.span();
        out.array(span == null ? 2 : 4).integer(HOLDING);
        if (span != null) {
            feed(out, span.after());
            feed(out, span.to());
        }
        out.array(holding.marks().size());
        holding.marks().forEach(mark -> MarkCodec.write(out, mark));
    }

    private static void feed(CborWriter out, @Nullable Feed feed) {
        if (feed == null) {
            out.nil();
        } else {
            Fields.feed(out, feed);
        }
    }

    private static @Nullable Feed feed(CborReader in) {
        if (in.nextIsNull()) {
            in.nil();
            return null;
        }
        return Fields.feed(in);
    }

    private static void carry(CborWriter out, Frame.Carry carry) {
        out.array(carry.binding() == null ? 3 : 4).integer(CARRY);
        out.bytes(carry.entry().payload()).bytes(carry.entry().signature());
        if (carry.binding() != null) {
            BindingCodec.write(out, carry.binding());
        }
    }

    private static Frame carry(CborReader in, boolean bound) {
        var entry = new SignedEntry(in.bytes(Limits.PAYLOAD_BYTES), in.bytesExactly(SignedEntry.SIGNATURE_BYTES));
        return new Frame.Carry(entry, bound ? BindingCodec.read(in) : null);
    }

    private static void packed(CborWriter out, Frame.Packed packed) {
        out.array(packed.binding() == null ? 4 : 5).integer(PACKED).integer(packed.dictionary());
        out.bytes(packed.packed()).bytes(packed.signature());
        if (packed.binding() != null) {
            BindingCodec.write(out, packed.binding());
        }
    }

    private static Frame packed(CborReader in, boolean bound) {
        int dictionary = (int) in.unsigned(Frame.PlainOnly.MAX_DICTIONARY);
        byte[] packed = in.bytes(Limits.PAYLOAD_BYTES);
        byte[] signature = in.bytesExactly(SignedEntry.SIGNATURE_BYTES);
        return new Frame.Packed(dictionary, packed, signature, bound ? BindingCodec.read(in) : null);
    }

    private static List<SeenMark> marks(CborReader in) {
        var marks = new ArrayList<SeenMark>();
        for (int left = Fields.count(in, "feeds held", Limits.SEEN_FEEDS); left > 0; left--) {
            marks.add(MarkCodec.read(in));
        }
        return marks;
    }

    private static void word(CborWriter out, @Nullable Long value) {
        if (value == null) {
            out.nil();
        } else {
            out.bytes(ByteBuffer.allocate(Long.BYTES).putLong(value).array());
        }
    }

    private static @Nullable Long word(CborReader in) {
        if (in.nextIsNull()) {
            in.nil();
            return null;
        }
        return ByteBuffer.wrap(in.bytesExactly(Long.BYTES)).getLong();
    }
}
