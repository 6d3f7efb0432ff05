package torgau.catalogue.render;

import java.util.List;
import org.jspecify.annotations.Nullable;
import torgau.journal.Label;
import torgau.journal.Office;
import torgau.journal.Precedence;
import torgau.journal.Reference;
import torgau.journal.TrafficClass;

/// What stands around the fields of a filed format, or around the texts of a free message.
///
/// @param number of the message, as [torgau.catalogue.value.Numbers] says it
/// @param from and `to` parties as they are called on the line
/// @param office in whose name it was filed; null if it is not known
/// @param time of the entry, milliseconds UTC; the numbered text gives its minute
/// @param references entries that it refers to
public record Header(
        String number,
        String from,
        @Nullable Office office,
        List<String> to,
        long time,
        TrafficClass trafficClass,
        Precedence precedence,
        Label label,
        List<Reference> references) {
    public Header {
        to = List.copyOf(to);
        references = List.copyOf(references);
    }
}
