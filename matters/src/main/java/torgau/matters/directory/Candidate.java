package torgau.matters.directory;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import torgau.matters.Turn;

/// An office that was found, and why it stands where it does.
///
/// @param entry that counts of it; null if it has none
/// @param by the word of its own party that it is competent, where that is no entry of its own
/// @param reasons the ones that set its place, the weightiest first
public record Candidate(
        Post post,
        Power power,
        @Nullable Declared entry,
        @Nullable Turn by,
        List<Reason> reasons) implements Comparable<Candidate> {
    private static final Comparator<Candidate> ORDER = Comparator.comparing(Candidate::power)
            .thenComparing(Comparator.comparingLong(Candidate::weight).reversed())
            .thenComparing(Candidate::post);

    public Candidate {
        reasons = List.copyOf(reasons);
    }

    /// What its party has declared that it can do about what is wanted; the first is the best.
    public enum Power {
        /// It does what is wanted.
        CAN,
        /// Its party named it in a reply as the office that decides.
        NAMED,
        /// It does so, but the entry is of another region, area or track, or its time is not now.
        NEAR,
        /// It can only transmit.
        TRANSMITS,
        /// Its party does not disclose what it decides.
        WITHHELD,
        /// It leads the track; of this theme nothing is declared.
        LEADS,
        /// Its party declared that it decides nothing.
        NOTHING
    }

    /// Why an office stands where it does.
    public enum Reason {
        DECIDES(0),
        TRANSMITS(0),
        /// It has the function that is wanted.
        FUNCTION(0),
        NAMED_IN_REPLY(0),
        NOT_DISCLOSED(0),
        DECIDES_NOTHING(0),
        REGION_SAME(8),
        REGION_NOT_LIMITED(4),
        REGION_OTHER(0),
        /// All of the place lies in its area.
        AREA_HOLDS(8),
        AREA_IN_PART(4),
        AREA_ELSEWHERE(0),
        /// It is limited to a region or an area that cannot be compared with what is wanted.
        AREA_NOT_COMPARED(0),
        TRACK_SAME(2),
        TRACK_OTHER(0),
        LEADS_TRACK(1),
        /// Its entry is not in force now.
        NOT_IN_FORCE(0),
        /// Its party says of the same subject, in one entry or in two, that it decides and that it does
        /// not.
        CONTRADICTED(-16);

        private final int weight;

        Reason(int weight) {
            this.weight = weight;
        }
    }

    private long weight() {
        return reasons.stream().mapToLong(reason -> reason.weight).sum();
    }

    /// Whether it does what is wanted, by its party's word.
    public boolean able() {
        return power == Power.CAN || power == Power.NAMED;
    }

    @Override
    public int compareTo(Candidate other) {
        return ORDER.compare(this, other);
    }
}
