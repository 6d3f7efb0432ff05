package torgau.link.seal;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import torgau.journal.Code;
import torgau.journal.Digest;
import torgau.journal.Feed;
import torgau.journal.Reference;
import torgau.journal.cbor.CborWriter;
import torgau.journal.crypto.ChaCha20Poly1305;
import torgau.journal.crypto.Ed25519Signer;
import torgau.journal.crypto.Hkdf;
import torgau.journal.crypto.Sha256;
import torgau.link.courier.Load;
import torgau.link.engine.Frame;
import torgau.link.engine.FrameCodec;

/// Makes docs/spec/vectors/courier.json: `java … torgau.link.seal.CourierVectors FILE`. Everything random in it is a
/// run of ascending bytes. The box and the signature are made here from what the spec says, not by the program's seal.
final class CourierVectors {
    static final String FILE = "docs/spec/vectors/courier.json";

    private static final long MADE = 1_750_000_000_000L;
    private static final Digest LINE = Digest.of(run(0x00, 32));
    private static final Digest OFFER = Digest.of(run(0x20, 32));
    private static final Digest BLOB = Digest.of(run(0x50, 32));
    private static final Feed SENDER = new Feed(257, 0x0a0b0c0d);
    private static final Feed STRANGER = new Feed(769, 0x0a0b0c0d);
    private static final int RECIPIENT = 513;
    private static final byte[] SENDER_SEED = run(0x40, 32);
    private static final byte[] RECIPIENT_SEED = run(0x60, 32);
    private static final byte[] KEM_SEED = run(0x80, 32);
    private static final byte[] ENCAPSULATION = run(0xc0, 64);
    private static final byte[] CONTENT = new Load(
                    41,
                    2,
                    List.of(new Frame.BlobWanted(BLOB, 0), new Frame.BlobPiece(BLOB, 65_540, 65_536, run(0x70, 4))))
            .encode();

    private final byte[] kem = KemKey.fromSeed(KEM_SEED).publicKey().bytes();
    private final Map<String, Object> out = new LinkedHashMap<>();
    private final List<Map<String, Object>> refused = new ArrayList<>();

    private CourierVectors() {}

    public static void main(String[] arguments) throws IOException {
        Files.writeString(Path.of(arguments[0]), json());
    }

    static String json() throws IOException {
        var vectors = new CourierVectors();
        vectors.inputs();
        vectors.file();
        vectors.outside();
        vectors.inside();
        return new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValueAsString(vectors.out) + "\n";
    }

    /// The recipient, as the vectors have it.
    static Self recipient() {
        return new Self(LINE, new Feed(RECIPIENT, 0x01020304), Ed25519Signer.fromSeed(RECIPIENT_SEED));
    }

    static List<OwnKey> recipientKeys() {
        return List.of(new OwnKey(OFFER, KemKey.fromSeed(KEM_SEED)));
    }

    static PeerKeys sender() {
        byte[] key = Ed25519Signer.fromSeed(SENDER_SEED).publicKey();
        var target = new PeerKeys.Target(null, KemKey.fromSeed(run(0xd0, 32)).publicKey());
        return new PeerKeys(SENDER.station(), List.of(key), List.of(target));
    }

    private void inputs() {
        out.put("about", "Courier files: docs/spec/09-courier.md. All bytes in hexadecimal.");
        out.put("line", hex(LINE.bytes()));
        out.put("sender", SENDER.station());
        out.put("sender_incarnation", HexFormat.of().toHexDigits(SENDER.incarnation()));
        out.put("sender_signing_seed", hex(SENDER_SEED));
        out.put("recipient", RECIPIENT);
        out.put("key_offer", hex(OFFER.bytes()));
        out.put("kem_seed", hex(KEM_SEED));
        out.put("kem_public_key", hex(kem));
        out.put("made", MADE);
        out.put("encapsulation_randomness", hex(ENCAPSULATION));
    }

    private void file() {
        byte[] info = CourierFile.info(LINE, SENDER, RECIPIENT, OFFER);
        var sent = sent(info);
        byte[] box = box(sent.secret(), info, padded(CONTENT));
        out.put("info", hex(info));
        out.put("enc", hex(sent.enc()));
        out.put("secret", hex(sent.secret()));
        out.put("box_key", hex(key(sent.secret())));
        out.put("content", hex(CONTENT));
        out.put("box_sha256", hex(Sha256.of(box)));
        out.put("to_be_signed", hex(CourierFile.toBeSigned(info, sent.enc(), MADE, box)));
        out.put("file", hex(sealed(RECIPIENT, OFFER, SENDER_SEED, padded(CONTENT))));
        out.put("refused", refused);
    }

    /// What is wrong with a file can be seen without a key.
    private void outside() {
        byte[] file = sealed(RECIPIENT, OFFER, SENDER_SEED, padded(CONTENT));
        byte[] magic = file.clone();
        magic[15] = '2';
        byte[] box = file.clone();
        box[box.length - 1] ^= 1;
        byte[] longHead = Arrays.copyOf(file, 18);
        longHead[16] = 0x06;
        longHead[17] = 0x01;
        refused("nothing", new byte[0], Code.COURIER_NOT_A_FILE);
        refused("another edition", Arrays.copyOf(magic, 64), Code.COURIER_NOT_A_FILE);
        refused("a head cut off", Arrays.copyOf(file, 200), Code.COURIER_DAMAGED);
        refused("a head of 1,537 bytes", longHead, Code.COURIER_DAMAGED);
        refused("a box cut off", Arrays.copyOf(file, file.length - 1), Code.COURIER_DAMAGED);
        refused("a byte after the box", Arrays.copyOf(file, file.length + 1), Code.COURIER_DAMAGED);
        refused("one bit of the box flipped", box, Code.COURIER_DAMAGED);
        refused(
                "one byte more than a courier file has",
                file,
                CourierFile.MAX_BYTES + 1 - file.length,
                Code.COURIER_TOO_LARGE);
        refused("a sender that is no station of the line", sealed(STRANGER, RECIPIENT), Code.COURIER_STRANGER);
        refused("the recipient as the sender", sealed(new Feed(RECIPIENT, 1), RECIPIENT), Code.COURIER_STRANGER);
        refused("a stranger's file to another", sealed(STRANGER, RECIPIENT + 1), Code.COURIER_STRANGER);
        refused(
                "another recipient",
                sealed(RECIPIENT + 1, OFFER, SENDER_SEED, padded(CONTENT)),
                Code.COURIER_NOT_FOR_US);
        refused(
                "a KeyOffer that is not held",
                sealed(RECIPIENT, BLOB, SENDER_SEED, padded(CONTENT)),
                Code.COURIER_KEY_GONE);
        refused(
                "another's signature",
                sealed(RECIPIENT, OFFER, RECIPIENT_SEED, padded(CONTENT)),
                Code.COURIER_SIGNATURE);
    }

    /// What is wrong with content that is validly sealed.
    private void inside() {
        byte[] wanted = FrameCodec.encode(new Frame.BlobWanted(BLOB, 0));
        byte[] unmarked = padded(CONTENT);
        unmarked[CONTENT.length] = 0;
        byte[] longer = Arrays.copyOf(padded(CONTENT), 8_192);
        inside("padding without its mark", unmarked);
        inside("padding to a step too far", longer);
        inside("no content", padded(new byte[0]));
        inside(
                "a frame that no courier carries",
                padded(frames(List.of(FrameCodec.encode(new Frame.Expand(new Reference(SENDER, 1)))))));
        inside(
                "a blob asked for from its middle",
                padded(frames(List.of(FrameCodec.encode(new Frame.BlobWanted(BLOB, 65_536))))));
        inside(
                "a piece that begins elsewhere",
                padded(frames(List.of(FrameCodec.encode(new Frame.BlobPiece(BLOB, 70_000, 69_990, run(1, 10)))))));
        inside("1,025 frames", padded(frames(Collections.nCopies(1_025, wanted))));
        inside("frames without what was held and lacked", padded(list(List.of(wanted))));
        inside(
                "a fourth part",
                padded(new CborWriter()
                        .array(4)
                        .integer(1)
                        .integer(1)
                        .array(0)
                        .integer(1)
                        .toByteArray()));
        inside(
                "entries held beyond any journal",
                padded(new CborWriter()
                        .array(3)
                        .integer(1L << 53)
                        .integer(1)
                        .array(0)
                        .toByteArray()));
        byte[] behind = Arrays.copyOf(CONTENT, CONTENT.length + 1);
        inside("a byte after the frames", padded(behind));
    }

    private void inside(String what, byte[] padded) {
        refused(what, sealed(RECIPIENT, OFFER, SENDER_SEED, padded), Code.COURIER_UNREADABLE);
    }

    private void refused(String what, byte[] file, Code code) {
        refused(what, file, 0, code);
    }

    /// @param zeros so many zeros stand behind the bytes of the file
    private void refused(String what, byte[] file, int zeros, Code code) {
        var it = new LinkedHashMap<String, Object>();
        it.put("what", what);
        it.put("code", code.code());
        it.put("file", hex(file));
        if (zeros > 0) {
            it.put("zeros", zeros);
        }
        refused.add(it);
    }

    private static byte[] sealed(int recipient, Digest offer, byte[] seed, byte[] padded) {
        return sealed(SENDER, recipient, offer, seed, padded);
    }

    private static byte[] sealed(Feed sender, int recipient) {
        return sealed(sender, recipient, OFFER, SENDER_SEED, padded(CONTENT));
    }

    private static byte[] sealed(Feed sender, int recipient, Digest offer, byte[] seed, byte[] padded) {
        byte[] info = CourierFile.info(LINE, sender, recipient, offer);
        var sent = sent(info);
        byte[] box = box(sent.secret(), info, padded);
        byte[] signature = Ed25519Signer.fromSeed(seed).sign(CourierFile.toBeSigned(info, sent.enc(), MADE, box));
        return new CourierFile(sender, recipient, offer, MADE, sent.enc(), signature, box).encode();
    }

    private static Hpke.Encapsulation sent(byte[] info) {
        return Hpke.send(KemKey.fromSeed(KEM_SEED).publicKey(), info, ENCAPSULATION);
    }

    private static byte[] key(byte[] secret) {
        byte[] info = new CborWriter().array(1).text("torgau-courier-key-1").toByteArray();
        return Hkdf.sha256(secret, new byte[0], info, 32);
    }

    private static byte[] box(byte[] secret, byte[] info, byte[] padded) {
        return ChaCha20Poly1305.seal(key(secret), new byte[12], info, padded);
    }

    private static byte[] padded(byte[] content) {
        byte[] padded = Arrays.copyOf(content, (content.length / 4_096 + 1) * 4_096);
        padded[content.length] = (byte) 0x80;
        return padded;
    }

    private static byte[] frames(List<byte[]> encoded) {
        var out = new CborWriter().array(3).integer(41).integer(2).array(encoded.size());
        encoded.forEach(out::bytes);
        return out.toByteArray();
    }

    private static byte[] list(List<byte[]> encoded) {
        var out = new CborWriter().array(encoded.size());
        encoded.forEach(out::bytes);
        return out.toByteArray();
    }

    private static byte[] run(int from, int length) {
        byte[] run = new byte[length];
        for (int i = 0; i < length; i++) {
            run[i] = (byte) (from + i);
        }
        return run;
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
