package torgau.link.courier;

import java.util.ArrayList;
import java.util.List;
import torgau.journal.Checks;
import torgau.journal.Decoded;
import torgau.journal.Fields;
import torgau.journal.Reference;
import torgau.journal.cbor.CborReader;
import torgau.journal.cbor.CborWriter;
import torgau.link.engine.Frame;
import torgau.link.engine.FrameCodec;
import torgau.link.seal.CourierSeal;

/// What one courier file brings: entries with their explicit ids, pieces of blobs, and what its sender asks
/// for. Whoever takes it needs nothing of any other file to judge it.
///
/// @param held entries on the sender's journal when it was sealed; with `lacking` it says which of two files asked
/// later, whatever the clocks say: a journal only grows, and with the same entries a station lacks ever less
/// @param lacking blobs that its sender lacked and the recipient may hold, asked for in this file or not
public record Load(long held, long lacking, List<Frame> frames) {
    /// Frames in one file: what a station judges in one step.
    public static final int MAX_FRAMES = 1_024;

    /// Bytes of a blob in one frame, but for its last piece; pieces begin at multiples of this.
    public static final int PIECE_BYTES = 65_536;

    /// More than a journal has entries.
    public static final long MAX_COUNT = Reference.MAX_SEQUENCE;

    public Load {
        frames = List.copyOf(frames);
        Checks.within("entries held", held, 0, MAX_COUNT);
        Checks.within("blobs lacking", lacking, 0, MAX_COUNT);
        Fields.shape(frames.size() <= MAX_FRAMES, frames.size() + " frames in a courier file");
        frames.forEach(Load::fitting);
    }

    private static void fitting(Frame frame) {
        switch (frame) {
            case Frame.Carry carry -> Fields.shape(carry.binding() != null, "an entry without its explicit ids");
            case Frame.BlobPiece piece ->
                Fields.shape(
                        piece.offset() % PIECE_BYTES == 0
                                && piece.piece().length == Math.min(PIECE_BYTES, piece.total() - piece.offset()),
                        "a piece of a blob that begins or ends elsewhere");
            case Frame.Packed _,
                    Frame.PlainOnly _,
                    Frame.Holding _,
                    Frame.Pulse _,
                    Frame.Fragment _,
                    Frame.Expand _,
                    Frame.Refused _ -> Fields.shape(false, "a frame that no courier carries");
            case Frame.BlobWanted wanted -> Fields.shape(wanted.offset() == 0, "a blob asked for from its middle");
        }
    }

    /// `[held, lacking, [* bstr .cbor frame]]`.
    public byte[] encode() {
        var out =
                new CborWriter(1 << 16).array(3).integer(held).integer(lacking).array(frames.size());
        frames.forEach(frame -> out.bytes(FrameCodec.encode(frame)));
        return out.toByteArray();
    }

    public static Decoded<Load> decode(byte[] content) {
        return Decoded.reading("courier file", () -> {
            var in = new CborReader(content);
            in.array(3);
            long held = in.unsigned(MAX_COUNT);
            long lacking = in.unsigned(MAX_COUNT);
            var frames = new ArrayList<Frame>();
            for (int left = Fields.count(in, "frames", MAX_FRAMES); left > 0; left--) {
                frames.add(frame(in.bytes(CourierSeal.MAX_CONTENT_BYTES)));
            }
            in.end();
            return new Load(held, lacking, frames);
        });
    }

    private static Frame frame(byte[] encoded) {
        return switch (FrameCodec.decode(encoded)) {
            case Decoded.Value<Frame>(Frame frame) -> frame;
            case Decoded.Refusal<Frame>(var code, var detail) ->
                throw new IllegalArgumentException(code.code() + " " + detail);
        };
    }
}
