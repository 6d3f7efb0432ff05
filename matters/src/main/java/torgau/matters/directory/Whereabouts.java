package torgau.matters.directory;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import torgau.catalogue.earth.Lies;
import torgau.catalogue.earth.Sought;
import torgau.catalogue.value.Value;

/// Whether offices are competent where something is wanted: a named region by its name, a place by the
/// area that is declared. Of names and areas nothing is guessed.
final class Whereabouts {
    /// So that a directory full of areas cannot hold up whoever asks.
    private static final int MOST_COMPARED = 1_000;

    private final @Nullable String region;
    private final boolean somewhere;
    private final Optional<Sought> place;
    private int areas;

    Whereabouts(Wanted wanted) {
        this.region = wanted.region() == null ? null : Post.alike(wanted.region());
        Value at = wanted.place();
        this.somewhere = region != null || at != null;
        this.place = at == null ? Optional.empty() : Sought.of(at);
    }

    /// Whether an office is competent there as far as its entry says where; the reasons are added.
    boolean of(Declared.Authority declared, List<Candidate.Reason> reasons) {
        if (!somewhere) {
            return true;
        }
        if (declared.region() == null && declared.area() == null) {
            reasons.add(Candidate.Reason.REGION_NOT_LIMITED);
            return true;
        }
        List<Candidate.Reason> found = compared(declared.region(), declared.area());
        reasons.addAll(found);
        return yes(found);
    }

    /// Whether a lead office is that of the place: its party limited it to none, or to one that holds it.
    boolean covers(Lead lead) {
        return lead.everywhere() || yes(compared(lead.region().isEmpty() ? null : lead.region(), lead.area()));
    }

    private List<Candidate.Reason> compared(@Nullable String named, Value.@Nullable Area bounded) {
        List<Candidate.Reason> found = Stream.of(byName(named), byArea(bounded))
                .flatMap(Optional::stream)
                .toList();
        return found.isEmpty() ? List.of(Candidate.Reason.AREA_NOT_COMPARED) : found;
    }

    private static boolean yes(List<Candidate.Reason> found) {
        return found.stream()
                .allMatch(each -> each == Candidate.Reason.REGION_SAME || each == Candidate.Reason.AREA_HOLDS);
    }

    private Optional<Candidate.Reason> byName(@Nullable String declared) {
        if (region == null || declared == null) {
            return Optional.empty();
        }
        return Optional.of(
                Post.alike(declared).equals(region) ? Candidate.Reason.REGION_SAME : Candidate.Reason.REGION_OTHER);
    }

    private Optional<Candidate.Reason> byArea(Value.@Nullable Area declared) {
        if (place.isEmpty() || declared == null || ++areas > MOST_COMPARED) {
            return Optional.empty();
        }
        return place.get().in(declared).map(Whereabouts::reason);
    }

    private static Candidate.Reason reason(Lies lies) {
        return switch (lies) {
            case WITHIN -> Candidate.Reason.AREA_HOLDS;
            case IN_PART -> Candidate.Reason.AREA_IN_PART;
            case APART -> Candidate.Reason.AREA_ELSEWHERE;
        };
    }
}
