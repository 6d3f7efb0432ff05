package torgau.matters.directory;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import torgau.catalogue.value.Value;
import torgau.matters.Turn;

/// Which office a party says leads a track, or its word that none does. It is that party's own word and
/// needs nobody's consent.
///
/// @param region to which it is limited; empty if to none
/// @param area to which it is limited; null if to none
/// @param office null if none is designated
/// @param meanwhile the office to be addressed while none is; null if none is named
/// @param by the entry that says it; null if the agreement does
public record Lead(
        int party,
        String track,
        String region,
        Value.@Nullable Area area,
        @Nullable Post office,
        @Nullable Post meanwhile,
        @Nullable Turn by,
        Standing standing) {
    boolean sameScope(Lead other) {
        return party == other.party
                && track.equals(other.track)
                && Post.alike(region).equals(Post.alike(other.region))
                && Objects.equals(area, other.area);
    }

    Lead with(Standing now) {
        return new Lead(party, track, region, area, office, meanwhile, by, now);
    }

    /// Whether it is for the track as a whole.
    boolean everywhere() {
        return region.isEmpty() && area == null;
    }
}
