package torgau.cli;

import java.io.InputStream;
import java.io.PrintWriter;
import java.time.Clock;
import torgau.journal.crypto.PassphraseBox;
import torgau.journal.crypto.RandomSource;
import torgau.station.home.Passphrase;
import torgau.station.home.Sealing;

/// Everything that a command takes from the world: the terminal, the clock, randomness.
///
/// @param out where answers go; whatever is written there comes out visible, however foreign it is
/// @param err where refusals go, likewise
/// @param cost of a guess at the passphrase of a new key
/// @param language of human output where no home decides it: en, ru or uk
public record Surroundings(
        PrintWriter out,
        PrintWriter err,
        InputStream in,
        Prompt prompt,
        Clock clock,
        RandomSource random,
        PassphraseBox.Cost cost,
        String language) {
    public Surroundings {
        out = Visible.writer(out);
        err = Visible.writer(err);
    }

    /// How new keys are put on disk under this passphrase.
    Sealing sealing(Passphrase passphrase) {
        return new Sealing(passphrase, cost, random);
    }
}
