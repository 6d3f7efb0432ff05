package torgau.station.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.upokecenter.cbor.CBORObject;
import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import torgau.journal.crypto.Sha256;

/// A passkey and the browser around it, in software: ES256, and a count of its uses.
final class Authenticator {
    private static final int PRESENT_AND_VERIFIED = 0x05;
    private static final int WITH_KEY = 0x40;

    private final KeyPair key;
    private final byte[] id;
    private String origin;
    private String host;
    private int uses;
    private int algorithm = -7;
    private boolean counts = true;
    private int flags = PRESENT_AND_VERIFIED;
    private String user = "";

    Authenticator(java.net.URI origin, String name) {
        this.origin = origin.toString();
        this.host = origin.getHost();
        this.id = Sha256.of(name.getBytes(StandardCharsets.UTF_8));
        try {
            KeyPairGenerator keys = KeyPairGenerator.getInstance("EC");
            keys.initialize(new ECGenParameterSpec("secp256r1"));
            key = keys.generateKeyPair();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /// From now on it asks for no PIN and no finger.
    void careless() {
        flags = 0x01;
    }

    /// From now on it counts nothing, as one whose keys are on several devices.
    void countless() {
        counts = false;
        uses = 0;
    }

    /// From now on its browser is at the page of another origin, or names another party to sign in with.
    Authenticator at(String page, String relyingParty) {
        origin = page;
        host = relyingParty;
        return this;
    }

    /// Says that its key is of this algorithm (COSE), whatever it is.
    Authenticator claiming(int cose) {
        algorithm = cose;
        return this;
    }

    /// From now on it says that its user is this one.
    void poses(Authenticator other) {
        user = other.user;
    }

    /// A copy made of it counts from here.
    void rewind() {
        uses = 0;
    }

    /// What `navigator.credentials.create` would give.
    ObjectNode made(JsonNode options) {
        user = options.at("/user/id").asText();
        CBORObject attestation = CBORObject.NewMap()
                .Add("fmt", "none")
                .Add("attStmt", CBORObject.NewMap())
                .Add("authData", data(flags | WITH_KEY, credential()));
        ObjectNode response = JsonNodeFactory.instance.objectNode();
        response.put("clientDataJSON", text(client("webauthn.create", options)));
        response.put("attestationObject", text(attestation.EncodeToBytes()));
        return answer(response);
    }

    /// What `navigator.credentials.get` would give.
    ObjectNode signed(JsonNode options) {
        uses += counts ? 1 : 0;
        byte[] client = client("webauthn.get", options);
        byte[] data = data(flags, new byte[0]);
        ObjectNode response = JsonNodeFactory.instance.objectNode();
        response.put("clientDataJSON", text(client));
        response.put("authenticatorData", text(data));
        response.put("signature", text(signature(data, client)));
        response.put("userHandle", user);
        return answer(response);
    }

    private byte[] signature(byte[] data, byte[] client) {
        try {
            Signature signing = Signature.getInstance("SHA256withECDSA");
            signing.initSign(key.getPrivate());
            signing.update(data);
            signing.update(Sha256.of(client));
            return signing.sign();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private ObjectNode answer(ObjectNode response) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.put("id", text(id)).put("rawId", text(id)).put("type", "public-key");
        answer.set("response", response);
        answer.putObject("clientExtensionResults");
        return answer;
    }

    private byte[] client(String type, JsonNode options) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("type", type)
                .put("challenge", options.path("challenge").asText())
                .put("origin", origin)
                .put("crossOrigin", false)
                .toString()
                .getBytes(StandardCharsets.UTF_8);
    }

    private byte[] data(int with, byte[] credential) {
        var out = new ByteArrayOutputStream();
        out.writeBytes(Sha256.of(host.getBytes(StandardCharsets.UTF_8)));
        out.write(with);
        out.writeBytes(ByteBuffer.allocate(4).putInt(uses).array());
        out.writeBytes(credential);
        return out.toByteArray();
    }

    private byte[] credential() {
        var point = ((ECPublicKey) key.getPublic()).getW();
        byte[] cose = CBORObject.NewMap()
                .Add(1, 2)
                .Add(3, algorithm)
                .Add(-1, 1)
                .Add(-2, coordinate(point.getAffineX()))
                .Add(-3, coordinate(point.getAffineY()))
                .EncodeToBytes();
        var out = new ByteArrayOutputStream();
        out.writeBytes(new byte[16]);
        out.write(0);
        out.write(id.length);
        out.writeBytes(id);
        out.writeBytes(cose);
        return out.toByteArray();
    }

    private static byte[] coordinate(BigInteger value) {
        byte[] bytes = value.toByteArray();
        byte[] whole = new byte[32];
        int length = Math.min(bytes.length, 32);
        System.arraycopy(Arrays.copyOfRange(bytes, bytes.length - length, bytes.length), 0, whole, 32 - length, length);
        return whole;
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
