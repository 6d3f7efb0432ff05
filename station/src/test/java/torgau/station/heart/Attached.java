package torgau.station.heart;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Random;
import torgau.catalogue.value.FilingCodec;
import torgau.catalogue.value.Value;
import torgau.journal.Act;
import torgau.journal.Digest;
import torgau.journal.Label;
import torgau.journal.Office;
import torgau.journal.Precedence;
import torgau.journal.TrafficClass;

/// Files that entries name, as tests make them.
final class Attached {
    /// Under which they are sealed.
    static final Digest KEY = Digest.over(new byte[] {9});

    private Attached() {}

    /// Bytes that are the same each time, and unlike those of any other length.
    static byte[] file(int length) {
        byte[] file = new byte[length];
        new Random(length).nextBytes(file);
        return file;
    }

    static Act.Notification named(int length, byte[] blob) {
        var fields = new LinkedHashMap<String, Value>();
        fields.put("file", new Value.Attachment("a.bin", Digest.over(blob), KEY, length));
        return new Act.Notification(
                new Office("Watch", ""),
                new Act.Form("GW", 1, "GW"),
                Label.PARTIES_ONLY,
                "",
                "en",
                FilingCodec.encode(fields));
    }

    static Draft draft(Act act) {
        return new Draft(TrafficClass.FORMAL, Precedence.ROUTINE, List.of(), null, List.of(), act, null);
    }
}
