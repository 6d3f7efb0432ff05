package torgau.journal.cose;

import java.util.Arrays;
import java.util.HexFormat;
import torgau.journal.Code;
import torgau.journal.cbor.CborFault;
import torgau.journal.cbor.CborReader;
import torgau.journal.cbor.CborWriter;

/// One payload and the Ed25519 signature over it, as COSE_Sign1: tag 18, protected header `{1: -8}` (EdDSA), an empty
/// unprotected header. So equal payload and signature always make equal bytes, and only those bytes are decoded.
///
/// The arrays are those given, not copies; they must not be changed.
@SuppressWarnings("ArrayRecordComponent")
public record Sign1(byte[] payload, byte[] signature) {
    /// Length of the signature in bytes.
    public static final int SIGNATURE_LENGTH = 64;

    private static final int TAG = 18;
    private static final String CONTEXT = "Signature1";

    /// `{1: -8}`: the algorithm is EdDSA.
    private static final byte[] PROTECTED = {(byte) 0xa1, 0x01, 0x27};

    public Sign1 {
        if (signature.length != SIGNATURE_LENGTH) {
            throw new IllegalArgumentException("an Ed25519 signature has 64 bytes, not " + signature.length);
        }
    }

    /// What is signed, the Sig_structure of RFC 9052 §4.4: `["Signature1", << {1: -8} >>, externalAad, payload]`.
    public static byte[] toBeSigned(byte[] externalAad, byte[] payload) {
        return toBeSigned(PROTECTED, externalAad, payload);
    }

    static byte[] toBeSigned(byte[] protectedHeader, byte[] externalAad, byte[] payload) {
        return new CborWriter(32 + protectedHeader.length + externalAad.length + payload.length)
                .array(4)
                .text(CONTEXT)
                .bytes(protectedHeader)
                .bytes(externalAad)
                .bytes(payload)
                .toByteArray();
    }

    /// The COSE_Sign1 message of `payload` with `signature`.
    public static byte[] encode(byte[] payload, byte[] signature) {
        return new Sign1(payload, signature).encode();
    }

    /// This as a COSE_Sign1 message.
    public byte[] encode() {
        return new CborWriter(16 + PROTECTED.length + payload.length + signature.length)
                .tag(TAG)
                .array(4)
                .bytes(PROTECTED)
                .map(0)
                .bytes(payload)
                .bytes(signature)
                .toByteArray();
    }

    /// The message that `encoded` is, its signature not verified; anything but the one form is a [CborFault].
    public static Sign1 decode(byte[] encoded) {
        CborReader reader = new CborReader(encoded);
        long tag = reader.tag();
        if (tag != TAG) {
            throw new CborFault(Code.MALFORMED, "tag " + tag + " where 18 (COSE_Sign1) is due", 0);
        }
        reader.array(4);
        readProtected(reader);
        if (reader.map() != 0) {
            throw new CborFault(Code.MALFORMED, "an unprotected header where it must be empty", reader.offset());
        }
        Sign1 message = new Sign1(reader.bytes(encoded.length), reader.bytesExactly(SIGNATURE_LENGTH));
        reader.end();
        return message;
    }

    private static void readProtected(CborReader reader) {
        int offset = reader.offset();
        byte[] header = reader.bytes(64);
        if (!Arrays.equals(header, PROTECTED)) {
            String found = HexFormat.of().formatHex(header);
            throw new CborFault(
                    Code.UNSUPPORTED_ALGORITHM, "protected header " + found + " where a10127 (EdDSA) is due", offset);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Sign1 that
                && Arrays.equals(payload, that.payload)
                && Arrays.equals(signature, that.signature);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(payload) + Arrays.hashCode(signature);
    }
}
