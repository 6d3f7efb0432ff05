package torgau.link.seal;

/// One secret that two stations share, and the frame keys that come of it in this process.
final class Session {
    private final long id;
    private final byte[] ownSalt;
    private final SendKey early;
    private final Runs runs = new Runs();
    private SessionRecord record;
    private long heardAt;
    private boolean doubted;

    Session(SessionRecord record, byte[] ownSalt) {
        this.id = FrameKeys.sessionId(record.secret());
        this.ownSalt = ownSalt;
        this.record = record;
        this.heardAt = record.openedAt();
        this.early = new SendKey(FrameKeys.early(record.secret(), fromUs(), ownSalt));
    }

    long id() {
        return id;
    }

    SessionRecord record() {
        return record;
    }

    /// When a frame under this session was last opened; at first, when it came to be.
    long heardAt() {
        return heardAt;
    }

    /// Whether the peer surely has the secret, as far as is known.
    boolean usable() {
        return record.readable() && !doubted && !wornOut();
    }

    boolean wornOut() {
        return runs.wornOut()
                || early.exhausted()
                || runs.certain().filter(run -> run.speaking().exhausted()).isPresent();
    }

    void doubt() {
        doubted = true;
    }

    void spellOut() {
        runs.doubt();
    }

    /// Takes it that time never was before this session.
    void notAfter(long now) {
        if (record.openedAt() > now) {
            record = record.openedAt(now);
        }
        heardAt = Math.min(heardAt, now);
    }

    /// Seals for the peer's present run if it is known to hear us, else so that any of its runs can read it.
    byte[] seal(byte[] frame) {
        return runs.certain()
                .map(run -> run.speaking().seal(Header.live(run.speakingId()), frame))
                .orElseGet(() -> early.seal(Header.early(id, ownSalt, echo()), frame));
    }

    ReceiveKey.Verdict open(Header.Early header, byte[] message, long now) {
        var known = runs.withSalt(header.salt());
        var key = known.map(PeerRun::early)
                .orElseGet(() -> new ReceiveKey(FrameKeys.early(record.secret(), towardsUs(), header.salt())));
        var verdict = key.open(header, message);
        if (verdict instanceof ReceiveKey.Verdict.Authentic) {
            heard(now);
            runs.heardEarly(known.orElseGet(() -> run(header.salt(), key)), header.echo() == Header.echo(ownSalt));
        }
        return verdict;
    }

    /// Whether a key for live frames has this name.
    boolean hears(int keyId) {
        return runs.withHearingId(keyId).isPresent();
    }

    ReceiveKey.Verdict open(Header.Live header, byte[] message, long now) {
        var run = runs.withHearingId(header.keyId()).orElseThrow();
        var verdict = run.hearing().open(header, message);
        if (verdict instanceof ReceiveKey.Verdict.Authentic) {
            heard(now);
            runs.heardLive(run);
        }
        return verdict;
    }

    /// Whether this is the name of the key that live frames are sealed under now.
    boolean speaksUnder(int keyId) {
        return runs.certain().filter(run -> run.speakingId() == keyId).isPresent();
    }

    private void heard(long now) {
        heardAt = now;
        doubted = false;
        record = record.proven();
    }

    private PeerRun run(byte[] salt, ReceiveKey key) {
        return new PeerRun(record.secret(), towardsUs(), salt, ownSalt, key);
    }

    private int echo() {
        return runs.newest().map(run -> Header.echo(run.salt())).orElse(0);
    }

    private int fromUs() {
        return record.openedByUs() ? FrameKeys.FORTH : FrameKeys.BACK;
    }

    private int towardsUs() {
        return 1 - fromUs();
    }
}
