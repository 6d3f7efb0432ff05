package torgau.station.home;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import torgau.journal.crypto.Ed25519Signer;
import torgau.journal.crypto.Hkdf;
import torgau.journal.crypto.Signer;
import torgau.link.seal.KemKey;

/// A station's own keys, unlocked: it signs its entries and opens what is sealed to it. `toString` shows nothing.
public final class StationSecrets {
    private static final String TAG = "torgau-station-key-1";
    private static final byte[] STORAGE_TAG = "torgau-storage-key-1".getBytes(StandardCharsets.US_ASCII);
    private static final int STORAGE_KEY_BYTES = 32;

    private final Signer signer;
    private final KemKey kemKey;
    private final byte[] storageKey;

    private StationSecrets(byte[] signingSeed, byte[] kemSeed) {
        this.signer = Ed25519Signer.fromSeed(signingSeed);
        this.kemKey = KemKey.fromSeed(kemSeed);
        this.storageKey = Hkdf.sha256(signingSeed, new byte[0], STORAGE_TAG, STORAGE_KEY_BYTES);
        Arrays.fill(signingSeed, (byte) 0);
        Arrays.fill(kemSeed, (byte) 0);
    }

    /// Makes the keys of a new station and writes `station.key`.
    public static StationSecrets create(Home home, Sealing sealing) {
        byte[] signing = sealing.random().bytes(Ed25519Signer.SEED_LENGTH);
        byte[] kem = sealing.random().bytes(KemKey.SEED_BYTES);
        KeyFile.create(home.key(), TAG, sealing, signing, kem);
        return new StationSecrets(signing, kem);
    }

    /// Opens `station.key`. Takes some tenths of a second and 64 MiB, as a guess at the passphrase would.
    public static StationSecrets open(Home home, Passphrase passphrase) {
        byte[][] seeds = KeyFile.open(home.key(), TAG, passphrase, Ed25519Signer.SEED_LENGTH, KemKey.SEED_BYTES);
        return new StationSecrets(seeds[0], seeds[1]);
    }

    /// The key that signs the station's entries.
    public Signer signer() {
        return signer;
    }

    /// The sealing key that stands in the agreement.
    public KemKey kemKey() {
        return kemKey;
    }

    /// The key under which the station keeps secrets of its own in its store; derived from the signing key.
    public byte[] storageKey() {
        return storageKey.clone();
    }
}
