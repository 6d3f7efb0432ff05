package torgau.matters.talks;

import java.util.List;
import java.util.Optional;
import torgau.catalogue.value.Value;
import torgau.matters.Matter;
import torgau.matters.Reading;
import torgau.matters.Turn;

/// What an officer could file next about the agenda of a meeting: the items that stand, then what was
/// undertaken and is to come up again. It is a draft, and nothing is sent by itself.
///
/// @param format MTG of the side that proposes the agenda, MTH of the one that answers it
/// @param re the entry that it follows
/// @param date agreed for the meeting
/// @param items that stand already; none in an answer, which adds to them
/// @param commitments that are to come up
public record AgendaDraft(String format, Turn re, Value.Period date, List<String> items, List<Commitment> commitments) {
    public AgendaDraft {
        items = List.copyOf(items);
        commitments = List.copyOf(commitments);
    }

    /// Empty of what has no agenda, and where nobody of a party may file one now.
    ///
    /// @param own the party that asks
    /// @param open what stands between the parties of the meeting
    public static Optional<AgendaDraft> of(Matter matter, Talk talk, List<Commitment> open, int own) {
        Value.Period date = talk.agreed();
        if (talk.call() || date == null) {
            return Optional.empty();
        }
        List<String> ours =
                matter.next(own).stream().map(next -> next.format().code()).toList();
        var reading = new Reading(matter);
        if (ours.contains("MTG")) {
            List<String> standing = talk.agenda().stream()
                    .filter(item -> item.state() != AgendaItem.State.DROPPED)
                    .map(AgendaItem::text)
                    .toList();
            return reading.last("MTA", "MTS").map(re -> new AgendaDraft("MTG", re, date, standing, open));
        }
        return reading.last("MTG")
                .filter(_ -> ours.contains("MTH"))
                .map(re -> new AgendaDraft("MTH", re, date, List.of(), open));
    }
}
