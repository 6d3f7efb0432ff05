package torgau.station.heart;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import torgau.journal.Digest;
import torgau.journal.Fields;
import torgau.journal.Limits;
import torgau.journal.cbor.CborReader;
import torgau.journal.cbor.CborWriter;
import torgau.store.JournalStore;

/// To which parties the maker of a blob has addressed the entries that name it.
///
/// @param parties all, if there is none
public record BlobAudience(List<Integer> parties) {
    private static final String NAME = "blob/for/";

    static String name(Digest blob, int maker) {
        return NAME + blob + "/" + maker;
    }

    static BlobAudience decode(byte[] kept) {
        var in = new CborReader(kept);
        var parties = new ArrayList<Integer>();
        for (int left = Fields.count(in, "parties", Limits.PARTIES); left > 0; left--) {
            parties.add((int) in.unsigned(Limits.PARTIES));
        }
        return new BlobAudience(parties);
    }

    static byte[] encode(SortedSet<Integer> parties) {
        var out = new CborWriter().array(parties.size());
        parties.forEach(out::integer);
        return out.toByteArray();
    }

    boolean has(int maker, int party) {
        return party == maker || parties.isEmpty() || parties.contains(party);
    }

    /// Whether a party may have what this maker made, by what is on disk; not if the maker never named it.
    public static boolean mayHold(JournalStore store, Digest blob, int maker, int party) {
        Optional<BlobAudience> audience = store.memory(name(blob, maker)).map(BlobAudience::decode);
        return audience.filter(each -> each.has(maker, party)).isPresent();
    }
}
