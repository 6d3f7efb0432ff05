package torgau.link.seal;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import torgau.journal.Code;
import torgau.journal.Digest;
import torgau.journal.Feed;
import torgau.journal.crypto.Aead;
import torgau.journal.crypto.Ed25519Signer;
import torgau.journal.crypto.Ed25519Verifier;
import torgau.journal.crypto.RandomSource;
import torgau.journal.crypto.Sha256;
import torgau.journal.crypto.Signer;

/// Makes docs/spec/vectors/seal.json: `java … torgau.link.seal.SealVectors FILE`. Everything random in it is a run of
/// ascending bytes.
final class SealVectors {
    static final String FILE = "docs/spec/vectors/seal.json";
    static final long NOW = 1_750_000_000_000L;

    private static final Digest LINE = Digest.of(run(0x00, 32));
    private static final Digest OFFER = Digest.of(run(0x20, 32));
    private static final Feed SENDER = new Feed(257, 0x0a0b0c0d);
    private static final Feed RECIPIENT = new Feed(513, 0x01020304);
    private static final byte[] SENDER_SEED = run(0x40, 32);
    private static final byte[] RECIPIENT_SEED = run(0x60, 32);
    private static final byte[] KEM_SEED = run(0x80, 32);
    private static final byte[] SENDER_SALT = run(0xa0, 16);
    private static final byte[] RECIPIENT_SALT = run(0xb0, 16);
    private static final byte[] ENCAPSULATION = run(0xc0, 64);

    private final Signer signer = Ed25519Signer.fromSeed(SENDER_SEED);
    private final KemKey kem = KemKey.fromSeed(KEM_SEED);
    private final Guard guard = Guard.of(LINE, kem.publicKey());
    private final Map<String, Object> out = new LinkedHashMap<>();
    private final List<Map<String, Object>> frames = new ArrayList<>();
    private final Doors sending = sender();
    private final Doors receiving = recipient();
    private byte[] secret = new byte[0];
    private Opening opening = new Opening(SENDER, 0, null, 0, new byte[0], new byte[0]);

    private SealVectors() {}

    public static void main(String[] arguments) throws IOException {
        Files.writeString(Path.of(arguments[0]), json());
    }

    static String json() throws IOException {
        var vectors = new SealVectors();
        vectors.inputs();
        vectors.opening();
        vectors.keys();
        vectors.conversation();
        vectors.refusals();
        return new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValueAsString(vectors.out) + "\n";
    }

    /// A sender's doors, as the vectors have it.
    static Doors sender() {
        var self = new Self(LINE, SENDER, Ed25519Signer.fromSeed(SENDER_SEED));
        var doors =
                new Doors(self, new Ed25519Verifier(), scripted(SENDER_SALT, ENCAPSULATION), SessionMemory.none(self));
        byte[] key = Ed25519Signer.fromSeed(RECIPIENT_SEED).publicKey();
        var target = new PeerKeys.Target(OFFER, KemKey.fromSeed(KEM_SEED).publicKey());
        doors.peer(new PeerKeys(RECIPIENT.station(), List.of(key), List.of(target)));
        return doors;
    }

    /// A recipient's doors, as the vectors have it.
    static Doors recipient() {
        var self = new Self(LINE, RECIPIENT, Ed25519Signer.fromSeed(RECIPIENT_SEED));
        var doors = new Doors(self, new Ed25519Verifier(), scripted(RECIPIENT_SALT), SessionMemory.none(self));
        doors.keys(List.of(new OwnKey(OFFER, KemKey.fromSeed(KEM_SEED))));
        byte[] key = Ed25519Signer.fromSeed(SENDER_SEED).publicKey();
        var target = new PeerKeys.Target(null, KemKey.fromSeed(run(0xd0, 32)).publicKey());
        doors.peer(new PeerKeys(SENDER.station(), List.of(key), List.of(target)));
        return doors;
    }

    private void inputs() {
        out.put("about", "Sealing: docs/spec/04-sealing.md. All bytes in hexadecimal.");
        out.put("now", NOW);
        out.put("line", hex(LINE.bytes()));
        out.put("sender", party(SENDER, SENDER_SEED, SENDER_SALT));
        out.put("recipient", party(RECIPIENT, RECIPIENT_SEED, RECIPIENT_SALT));
        out.put("key_offer", hex(OFFER.bytes()));
        out.put("kem_seed", hex(KEM_SEED));
        out.put("kem_public_key", hex(kem.publicKey().bytes()));
    }

    private void opening() {
        byte[] info = Opening.info(LINE, SENDER, RECIPIENT.station(), OFFER);
        var sent = Hpke.send(kem.publicKey(), info, ENCAPSULATION);
        secret = sent.secret();
        opening = opening(SENDER, RECIPIENT.station(), NOW, signer, sent.enc());
        byte[] body = opening.encode();
        var it = new LinkedHashMap<String, Object>();
        it.put("info", hex(info));
        it.put("encapsulation_randomness", hex(ENCAPSULATION));
        it.put("enc", hex(sent.enc()));
        it.put("secret", hex(secret));
        it.put("number", NOW);
        it.put("to_be_signed_sha256", hex(Sha256.of(Opening.toBeSigned(info, sent.enc(), NOW))));
        it.put("signature", hex(opening.signature()));
        it.put("body", hex(body));
        it.put("guard_key", hex(guard.key()));
        it.put("key_hint", HexFormat.of().toHexDigits(guard.hint()));
        it.put("pieces_mtu_1400", hex(Piece.split(body, guard, 1_400)));
        it.put("pieces_mtu_256", hex(Piece.split(body, guard, 256)));
        out.put("opening", it);
    }

    private void keys() {
        var it = new LinkedHashMap<String, Object>();
        it.put("session_id", HexFormat.of().toHexDigits(FrameKeys.sessionId(secret)));
        it.put("early_forth", hex(FrameKeys.early(secret, FrameKeys.FORTH, SENDER_SALT)));
        it.put("early_back", hex(FrameKeys.early(secret, FrameKeys.BACK, RECIPIENT_SALT)));
        it.put("live_forth", live(FrameKeys.live(secret, FrameKeys.FORTH, SENDER_SALT, RECIPIENT_SALT)));
        it.put("live_back", live(FrameKeys.live(secret, FrameKeys.BACK, RECIPIENT_SALT, SENDER_SALT)));
        out.put("keys", it);
    }

    /// What two stations really say: the pieces first, then frames that turn live.
    private void conversation() {
        var first = sending.sealer(RECIPIENT.station()).orElseThrow().seal(bytes("first"), 1_400, NOW);
        first.forEach(message -> receiving.open("sender", message, NOW));
        frame("forth", "first", first.getLast());
        frame("back", "answer", sealed(receiving, SENDER, "answer", sending));
        frame("forth", "", sealed(sending, RECIPIENT, "", receiving));
        frame("back", "sixteen bytes ..", sealed(receiving, SENDER, "sixteen bytes ..", sending));
        for (int i = 1; i < 200; i++) {
            sealed(sending, RECIPIENT, "skipped", receiving);
        }
        frame("forth", "counter 200", sealed(sending, RECIPIENT, "counter 200", receiving));
        out.put("frames", frames);
    }

    private void refusals() {
        var refused = new ArrayList<Map<String, Object>>();
        byte[] known = HexFormat.of().parseHex((String) frames.getLast().get("message"));
        byte[] fresh = sealed(sending, RECIPIENT, "never arrives", sender());
        byte[] flipped = fresh.clone();
        flipped[flipped.length - 1] ^= 1;
        refused.add(refusal("a live frame again", known, Code.FRAME_REPLAYED));
        refused.add(refusal("one bit flipped", flipped, Code.FRAME_FORGED));
        refused.add(refusal("padding without its mark", unmarked(), Code.SEAL_MALFORMED));
        refused.add(refusal("a counter in two bytes for one", longCounter(), Code.SEAL_MALFORMED));
        refused.add(refusal("a key that is not known", named(SealWire.LIVE, 4, 1, 48), Code.FRAME_KEY_UNKNOWN));
        refused.add(refusal("a session that is not known", named(SealWire.EARLY, 28, 1, 48), Code.SESSION_UNKNOWN));
        refused.add(refusal("the opening again", piece(opening), Code.OPENING_DUPLICATE));
        byte[] enc = opening.enc();
        refused.add(
                refusal("an older number", piece(opening(SENDER, 513, NOW - 1, signer, enc)), Code.OPENING_REPLAYED));
        refused.add(refusal(
                "another recipient", piece(opening(SENDER, 514, NOW + 1, signer, enc)), Code.OPENING_NOT_FOR_US));
        var stranger = new Feed(258, 1);
        refused.add(refusal("no peer", piece(opening(stranger, 513, NOW + 1, signer, enc)), Code.OPENING_STRANGER));
        var thief = Ed25519Signer.fromSeed(RECIPIENT_SEED);
        refused.add(refusal(
                "another's signature", piece(opening(SENDER, 513, NOW + 1, thief, enc)), Code.OPENING_SIGNATURE));
        byte[] unguarded = piece(opening);
        unguarded[unguarded.length - 1] ^= 1;
        refused.add(refusal("a guard that does not hold", unguarded, Code.OPENING_UNGUARDED));
        refused.add(refusal("a notice that names nothing", named(SealWire.NOTICE, 0, -1, 0), Code.SEAL_MALFORMED));
        out.put("refused", refused);
    }

    private Map<String, Object> refusal(String what, byte[] message, Code code) {
        var it = new LinkedHashMap<String, Object>();
        it.put("what", what);
        it.put("message", hex(message));
        it.put("code", code.code());
        if (receiving.open("sender", message, NOW) instanceof Inbound.Unreadable unreadable) {
            it.put("notice", hex(unreadable.notice()));
        }
        return it;
    }

    private static byte[] sealed(Doors from, Feed to, String text, Doors opens) {
        byte[] message = from.sealer(to.station())
                .orElseThrow()
                .seal(bytes(text), 1_400, NOW)
                .getLast();
        opens.open("peer", message, NOW);
        return message;
    }

    private void frame(String direction, String text, byte[] message) {
        var it = new LinkedHashMap<String, Object>();
        it.put("direction", direction);
        it.put("kind", message[0] == SealWire.LIVE ? "live" : "early");
        it.put("frame", hex(bytes(text)));
        it.put("message", hex(message));
        frames.add(it);
    }

    private byte[] unmarked() {
        var live = FrameKeys.live(secret, FrameKeys.FORTH, SENDER_SALT, RECIPIENT_SALT);
        byte[] header = ByteBuffer.allocate(7)
                .put(Header.live(live.keyId()))
                .put((byte) 0x80)
                .put((byte) 0x08)
                .array();
        byte[] box = new Aead(live.key()).seal(FrameKeys.nonce(1_024), header, new byte[16]);
        return ByteBuffer.allocate(7 + box.length).put(header).put(box).array();
    }

    private byte[] longCounter() {
        var live = FrameKeys.live(secret, FrameKeys.FORTH, SENDER_SALT, RECIPIENT_SALT);
        return ByteBuffer.allocate(39)
                .put(Header.live(live.keyId()))
                .put((byte) 0x81)
                .put((byte) 0)
                .array();
    }

    /// A message of this kind with a name of ones, a counter if any, and a body of zeros.
    private static byte[] named(int kind, int name, int counter, int body) {
        byte[] message = new byte[1 + name + (counter < 0 ? 0 : 1) + body];
        message[0] = (byte) kind;
        Arrays.fill(message, 1, 1 + name, (byte) 0x11);
        return message;
    }

    private byte[] piece(Opening it) {
        return Piece.split(it.encode(), guard, 1_400).getFirst();
    }

    private static Opening opening(Feed from, int to, long number, Signer signer, byte[] enc) {
        byte[] info = Opening.info(LINE, from, to, OFFER);
        return new Opening(from, to, OFFER, number, enc, signer.sign(Opening.toBeSigned(info, enc, number)));
    }

    private static Map<String, Object> party(Feed feed, byte[] seed, byte[] salt) {
        var it = new LinkedHashMap<String, Object>();
        it.put("station", feed.station());
        it.put("incarnation", HexFormat.of().toHexDigits(feed.incarnation()));
        it.put("signing_seed", hex(seed));
        it.put("signing_key", hex(Ed25519Signer.fromSeed(seed).publicKey()));
        it.put("salt", hex(salt));
        return it;
    }

    private static Map<String, Object> live(FrameKeys.Live live) {
        var it = new LinkedHashMap<String, Object>();
        it.put("key", hex(live.key()));
        it.put("id", HexFormat.of().toHexDigits(live.keyId()));
        return it;
    }

    private static RandomSource scripted(byte[]... runs) {
        var rest = new ArrayList<>(List.of(runs));
        return target -> System.arraycopy(rest.removeFirst(), 0, target, 0, target.length);
    }

    private static byte[] run(int from, int length) {
        byte[] run = new byte[length];
        for (int i = 0; i < length; i++) {
            run[i] = (byte) (from + i);
        }
        return run;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    private static List<String> hex(List<byte[]> messages) {
        return messages.stream().map(SealVectors::hex).toList();
    }
}
