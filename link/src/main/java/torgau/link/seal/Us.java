package torgau.link.seal;

import torgau.journal.crypto.RandomSource;

/// What all sealers of one station share: who it is, and its randomness.
final class Us {
    private final RandomSource random;
    private Self self;
    private int revision;

    Us(Self self, RandomSource random) {
        this.self = self;
        this.random = random;
    }

    Self self() {
        return self;
    }

    void speakAs(Self next) {
        if (!next.line().equals(self.line()) || next.station() != self.station()) {
            throw new IllegalArgumentException("feed " + next.feed() + " is not of station " + self.station());
        }
        self = next;
    }

    RandomSource random() {
        return random;
    }

    /// A salt for this run: sixteen random bytes of which the first four are not all zero, for an echo of zero
    /// means none.
    byte[] salt() {
        byte[] salt = random.bytes(SealWire.SALT_BYTES);
        while (Header.echo(salt) == 0) {
            random.fill(salt);
        }
        return salt;
    }

    /// Grows whenever there is something new to remember.
    int revision() {
        return revision;
    }

    void revised() {
        revision++;
    }
}
