package torgau.station.heart;

import java.util.List;
import torgau.journal.Text;
import torgau.journal.agreement.Roster;
import torgau.journal.crypto.Signer;
import torgau.link.seal.KemKey;

/// Who a station is, as the shell unlocked it.
///
/// @param founding the roster as the agreement founded it
/// @param station its number
/// @param signer its station key
/// @param agreementKey the sealing key that stands in the agreement
/// @param storageKey 32 bytes under which it keeps its own secrets
/// @param bootId of the machine's present run
/// @param passages of link tests, at least one
/// @param room for what travels apart from the journal
public record Identity(
        Roster founding,
        int station,
        Signer signer,
        KemKey agreementKey,
        byte[] storageKey,
        String bootId,
        List<Text> passages,
        BlobRoom room) {
    /// A station with the usual room for blobs.
    public Identity(
            Roster founding,
            int station,
            Signer signer,
            KemKey agreementKey,
            byte[] storageKey,
            String bootId,
            List<Text> passages) {
        this(founding, station, signer, agreementKey, storageKey, bootId, passages, BlobRoom.DEFAULT);
    }
}
