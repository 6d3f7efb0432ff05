package torgau.station.home;

import torgau.journal.crypto.PassphraseBox;
import torgau.journal.crypto.RandomSource;

/// How new keys are put on disk: under which passphrase, and what a guess at it shall cost.
public record Sealing(Passphrase passphrase, PassphraseBox.Cost cost, RandomSource random) {
    public Sealing {
        passphrase.forNewKeys();
    }

    byte[] box(byte[] plain) {
        return PassphraseBox.seal(passphrase.characters(), plain, random, cost);
    }

    @Override
    public String toString() {
        return "Sealing";
    }
}
