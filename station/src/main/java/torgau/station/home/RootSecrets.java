package torgau.station.home;

import java.nio.file.Path;
import java.util.Arrays;
import torgau.journal.crypto.HybridSigner;
import torgau.journal.crypto.RandomSource;

/// A party's root key. It lies in a directory of its own, apart from every station, and is needed only to make a card,
/// to sign an agreement and to amend one: never while a station runs.
public final class RootSecrets {
    private static final String TAG = "torgau-root-key-1";

    private RootSecrets() {}

    /// `root.key` in the root's directory.
    public static Path file(Path directory) {
        return directory.resolve("root.key");
    }

    /// Makes a party's root and writes `root.key`.
    public static HybridSigner create(Path directory, Sealing sealing) {
        PrivateFiles.directory(directory);
        PrivateFiles.refuseOpenToOthers(directory);
        byte[] seed = sealing.random().bytes(HybridSigner.SEED_LENGTH);
        KeyFile.create(file(directory), TAG, sealing, seed);
        return signer(seed, sealing.random());
    }

    public static HybridSigner open(Path directory, Passphrase passphrase, RandomSource random) {
        PrivateFiles.refuseOpenToOthers(directory);
        return signer(KeyFile.open(file(directory), TAG, passphrase, HybridSigner.SEED_LENGTH)[0], random);
    }

    private static HybridSigner signer(byte[] seed, RandomSource random) {
        var signer = HybridSigner.fromSeed(seed, random);
        Arrays.fill(seed, (byte) 0);
        return signer;
    }
}
