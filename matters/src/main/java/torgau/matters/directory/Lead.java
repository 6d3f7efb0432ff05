package torgau.matters.directory;

import org.jspecify.annotations.Nullable;
import torgau.matters.Turn;

/// Which office a party says leads a track, or its word that none does. It is that party's own word and
/// needs nobody's consent.
///
/// @param region to which it is limited; empty if to none
/// @param office null if none is designated
/// @param meanwhile the office to be addressed while none is; null if none is named
/// @param by the entry that says it; null if the agreement does
public record Lead(
        int party,
        String track,
        String region,
        @Nullable Post office,
        @Nullable Post meanwhile,
        @Nullable Turn by,
        Standing standing) {
    boolean sameScope(Lead other) {
        return party == other.party
                && track.equals(other.track)
                && Post.alike(region).equals(Post.alike(other.region));
    }

    Lead with(Standing now) {
        return new Lead(party, track, region, office, meanwhile, by, now);
    }

    /// Whether it is about a region: it names none, or that one.
    boolean covers(@Nullable String wanted) {
        return region.isEmpty() || (wanted != null && Post.alike(region).equals(Post.alike(wanted)));
    }
}
