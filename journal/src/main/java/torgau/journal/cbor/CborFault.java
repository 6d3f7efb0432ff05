package torgau.journal.cbor;

import torgau.journal.Code;

/// Bytes that are not one deterministic CBOR encoding, or not of the shape or within the limits that the reader asked
/// for.
///
/// Unchecked, because it travels from deep inside a decoder to the one place that turns it into a refusal. The code is
/// stable; the detail names the offending value and its offset.
public final class CborFault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Code code;
    private final String detail;
    private final int offset;

    /// A fault that `detail` describes in words, naming the offending value, met at `offset`. Public for decoders of
    /// fixed shapes, which refuse values that are sound CBOR but mean nothing where they stand.
    public CborFault(Code code, String detail, int offset) {
        super(code.code() + ": " + detail + " at byte " + offset);
        this.code = code;
        this.detail = detail;
        this.offset = offset;
    }

    /// `NON_CANONICAL`: meaningful, but with another encoding that is the right one. `OVER_LIMIT`: a length, depth
    /// or number above its limit. `MALFORMED`: truncated, not CBOR, outside the profile, or not of the type due.
    public Code code() {
        return code;
    }

    /// What was wrong, in words, without the offset.
    public String detail() {
        return detail;
    }

    /// Where in the input the offending item begins, counted from the first byte given to the reader.
    public int offset() {
        return offset;
    }

    /// A fault is an answer to bytes from outside, met in numbers when a peer sends garbage: it carries no stack.
    @Override
    public Throwable fillInStackTrace() {
        return this;
    }
}
