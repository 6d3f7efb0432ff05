package torgau.station.home;

import java.nio.file.Path;
import java.util.Arrays;
import torgau.journal.Code;
import torgau.journal.cbor.CborFault;
import torgau.journal.cbor.CborReader;
import torgau.journal.cbor.CborWriter;
import torgau.journal.crypto.PassphraseBox;

/// Private keys on disk: the CBOR array `[tag, seed …]` in a [PassphraseBox]. The tag says what the keys are
/// for, so that no key file is ever taken for another kind.
final class KeyFile {
    private static final int MAX_BYTES = 4_096;

    private KeyFile() {}

    static void create(Path file, String tag, Sealing sealing, byte[]... seeds) {
        var plain = new CborWriter().array(1 + seeds.length).text(tag);
        for (byte[] seed : seeds) {
            plain.bytes(seed);
        }
        byte[] bytes = plain.toByteArray();
        PrivateFiles.create(file, sealing.box(bytes));
        Arrays.fill(bytes, (byte) 0);
    }

    /// The seeds in the file, each as long as `lengths` says.
    static byte[][] open(Path file, String tag, Passphrase passphrase, int... lengths) {
        PrivateFiles.refuseOpenToOthers(file);
        byte[] box = PrivateFiles.read(file, MAX_BYTES);
        try {
            byte[] plain = PassphraseBox.open(passphrase.characters(), box)
                    .orElseThrow(() -> new HomeFault(
                            Code.PASSPHRASE_WRONG,
                            "the passphrase does not open " + file + ", or the file was changed"));
            return seeds(file, tag, plain, lengths);
        } catch (CborFault fault) {
            throw damaged(file, fault.getMessage(), fault);
        }
    }

    private static byte[][] seeds(Path file, String tag, byte[] plain, int... lengths) {
        var in = new CborReader(plain);
        int items = in.array();
        String found = in.text(64);
        if (items != 1 + lengths.length || !found.equals(tag)) {
            throw damaged(file, "it holds " + found + ", wanted is " + tag, null);
        }
        byte[][] seeds = new byte[lengths.length][];
        for (int i = 0; i < lengths.length; i++) {
            seeds[i] = in.bytesExactly(lengths[i]);
        }
        in.end();
        Arrays.fill(plain, (byte) 0);
        return seeds;
    }

    private static HomeFault damaged(
            Path file,
            @org.jspecify.annotations.Nullable String why,
            @org.jspecify.annotations.Nullable Exception cause) {
        String detail = file + " is not the key file that it should be: " + why;
        return cause == null
                ? new HomeFault(Code.KEY_FILE_DAMAGED, detail)
                : new HomeFault(Code.KEY_FILE_DAMAGED, detail, cause);
    }
}
