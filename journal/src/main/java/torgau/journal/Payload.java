package torgau.journal;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a station signs: where the entry stands, what had been seen, and what it does.
///
/// @param feed the author's chain
/// @param sequence place in it, from 1, without gaps
/// @param seen what changed since the own previous entry, ascending by feed
/// @param time milliseconds UTC by the author's clock: a claim, it orders nothing
/// @param to numbers of the parties addressed, ascending; empty means all others
/// @param matter the entry that opened the matter, or null: this one opens it, or the act has none
/// @param refs what the act refers to, ascending
public record Payload(
        Feed feed,
        long sequence,
        List<SeenMark> seen,
        long time,
        TrafficClass trafficClass,
        Precedence precedence,
        List<Integer> to,
        @Nullable Reference matter,
        List<Reference> refs,
        Act act) {
    public Payload {
        Checks.within("sequence", sequence, 1, Reference.MAX_SEQUENCE);
        Checks.within("feeds seen", seen.size(), 0, Limits.SEEN_FEEDS);
        Checks.ascending("seen", seen);
        Checks.within("time", time, 0, Limits.TIME_MILLIS);
        Checks.within("parties addressed", to.size(), 0, Limits.PARTIES);
        Checks.ascending("parties addressed", to);
        to.forEach(party -> Checks.within("party number", party, 1, Limits.PARTIES));
        Checks.within("references", refs.size(), 0, Limits.REFERENCES);
        Checks.ascending("references", refs);
        seen = List.copyOf(seen);
        to = List.copyOf(to);
        refs = List.copyOf(refs);
        for (SeenMark mark : seen) {
            if (mark.feed().equals(feed)) {
                throw new IllegalArgumentException("an entry cannot list its own feed " + feed + " as seen");
            }
        }
    }

    public Reference reference() {
        return new Reference(feed, sequence);
    }

    /// The number of the act's type, as docs/spec/02-entries.md lists it.
    public int actType() {
        return ActCodec.type(act);
    }

    /// Whether the station made this by itself: no officer has read or released anything.
    public boolean automatic() {
        return act instanceof Act.Seen || act instanceof Act.LinkTest || act instanceof Act.KeyOffer;
    }
}
