package torgau.link.seal;

/// One run of the peer's process, as a session knows it: the salt it drew at its start, and the keys that come of
/// it.
///
/// It comes to be when a first frame under its early key proves authentic.
final class PeerRun {
    private final byte[] salt;
    private final ReceiveKey early;
    private final ReceiveKey hearing;
    private final int hearingId;
    private final SendKey speaking;
    private final int speakingId;
    private boolean proven;

    /// @param early the key that just opened its first frame
    PeerRun(byte[] secret, int towardsUs, byte[] salt, byte[] ownSalt, ReceiveKey early) {
        var in = FrameKeys.live(secret, towardsUs, salt, ownSalt);
        var out = FrameKeys.live(secret, 1 - towardsUs, ownSalt, salt);
        this.salt = salt;
        this.early = early;
        this.hearing = new ReceiveKey(in.key());
        this.hearingId = in.keyId();
        this.speaking = new SendKey(out.key());
        this.speakingId = out.keyId();
    }

    byte[] salt() {
        return salt;
    }

    ReceiveKey early() {
        return early;
    }

    ReceiveKey hearing() {
        return hearing;
    }

    int hearingId() {
        return hearingId;
    }

    SendKey speaking() {
        return speaking;
    }

    int speakingId() {
        return speakingId;
    }

    /// Whether a live frame of this run was opened: then its replay window must not be forgotten.
    boolean proven() {
        return proven;
    }

    void prove() {
        proven = true;
    }
}
