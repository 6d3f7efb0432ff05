package torgau.matters.directory;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import torgau.journal.Reference;

/// Finds which office of a party answers something, which office of one's own matches it, and what is
/// missing between them.
public final class Finder {
    /// Offices of a side that are set beside each other, the best first.
    private static final int MOST_MATCHED = 50;

    private final Directory directory;
    private final Wanted wanted;
    private final Whereabouts whereabouts;
    private final int party;
    private final List<Candidate> theirs;
    private final List<Candidate> ours;

    private Finder(Directory directory, Wanted wanted, int party, int own) {
        this.directory = directory;
        this.wanted = wanted;
        this.whereabouts = new Whereabouts(wanted);
        this.party = party;
        this.theirs = Search.of(directory, wanted, whereabouts, party);
        this.ours = Search.of(directory, wanted, whereabouts, own);
    }

    /// What was found of one party.
    ///
    /// @param theirs the best first
    /// @param ours offices of one's own that have to do with it, the best first
    /// @param matches of the best of theirs, with the office of ours that fits it best
    /// @param wayUp from the best of theirs, if it cannot do what is wanted, to the offices above it
    public record Found(
            int party, List<Candidate> theirs, List<Candidate> ours, List<Match> matches, WayUp wayUp, List<Gap> gaps) {
        public Found {
            theirs = List.copyOf(theirs);
            ours = List.copyOf(ours);
            matches = List.copyOf(matches);
            gaps = List.copyOf(gaps);
        }
    }

    /// An office of theirs beside the one of ours that fits it best.
    ///
    /// @param proposed whether one of the two sides proposed the other as its counterpart
    public record Match(Candidate theirs, Candidate ours, boolean sameLevel, boolean proposed) {}

    /// The offices above one, each with what it declared of what is wanted.
    public record WayUp(List<Rung> rungs, End end) {
        static final WayUp NONE = new WayUp(List.of(), End.NOT_NEEDED);

        public WayUp {
            rungs = List.copyOf(rungs);
        }
    }

    /// One office on the way up.
    ///
    /// @param entry its entry; null if it has none that stands
    public record Rung(Post post, @Nullable Declared entry, boolean able) {}

    /// Where a way up ends.
    public enum End {
        /// The office that was found can do it.
        NOT_NEEDED,
        /// At an office that can.
        ABLE,
        /// At one that has no entry of its own.
        NOT_DECLARED,
        /// At one whose party does not disclose which is above it.
        WITHHELD,
        /// At one that names none above it.
        TOP,
        LOOP
    }

    /// What is missing, said plainly.
    ///
    /// @param office that it is about; null if none
    /// @param entry about which a question can be filed; null if there is none
    /// @param ask the format of that question; empty if none
    public record Gap(
            Kind kind,
            int party,
            @Nullable Post office,
            @Nullable Reference entry,
            String ask) {
        /// What is missing.
        public enum Kind {
            /// The party has declared no office at all.
            NO_ENTRIES,
            /// No office of the party has declared that it does what is wanted.
            NOBODY,
            /// The nearest is of another region, area or track, or not in force.
            NEAREST_IS_ELSEWHERE,
            /// Whether the region or area of the nearest is the one that is wanted cannot be told.
            AREA_NOT_COMPARED,
            ONLY_TRANSMITS,
            NOT_DISCLOSED,
            /// The nearest has declared that it decides nothing.
            DECIDES_NOTHING,
            /// Nobody has said who leads the track.
            LEAD_NOT_STATED,
            /// The party says that no office leads the track.
            NO_LEAD_DESIGNATED,
            /// None of our own offices has declared that it does what is wanted.
            NONE_OF_OURS,
            LEVELS_DIFFER,
            /// More than one office of the party says that it does.
            SEVERAL
        }
    }

    /// What is found of a party.
    ///
    /// @param own the party that asks
    public static Found find(Directory directory, Wanted wanted, int party, int own) {
        var finder = new Finder(directory, wanted, party, own);
        List<Match> matches = finder.matches();
        return new Found(party, finder.theirs, finder.ours, matches, finder.wayUp(), finder.gaps(own, matches));
    }

    private List<Match> matches() {
        var matches = new ArrayList<Match>();
        for (Candidate each : theirs.subList(0, Math.min(MOST_MATCHED, theirs.size()))) {
            ours.stream()
                    .limit(MOST_MATCHED)
                    .map(mine -> match(each, mine))
                    .reduce((one, other) -> fit(other) > fit(one) ? other : one)
                    .ifPresent(matches::add);
        }
        return matches;
    }

    private static Match match(Candidate theirs, Candidate ours) {
        Declared one = theirs.entry();
        Declared other = ours.entry();
        boolean level = one != null
                && other != null
                && one.authority().level().equals(other.authority().level());
        boolean proposed =
                (one != null && one.proposes(ours.post())) || (other != null && other.proposes(theirs.post()));
        return new Match(theirs, ours, level, proposed);
    }

    /// First what one of the two proposed, then the same power, then the same level.
    private static int fit(Match match) {
        return (match.proposed() ? 4 : 0)
                + (match.theirs().able() == match.ours().able() ? 2 : 0)
                + (match.sameLevel() ? 1 : 0);
    }

    private WayUp wayUp() {
        Candidate best = theirs.isEmpty() ? null : theirs.getFirst();
        if (best == null || best.able() || best.entry() == null) {
            return best == null || best.able() ? WayUp.NONE : new WayUp(List.of(), End.NOT_DECLARED);
        }
        return wayUp(best.entry());
    }

    private WayUp wayUp(Declared from) {
        var rungs = new ArrayList<Rung>();
        var passed = new TreeSet<Post>(List.of(from.post()));
        for (Declared at = from; ; ) {
            Post above = at.above();
            if (above == null) {
                return new WayUp(rungs, at.aboveWithheld() ? End.WITHHELD : End.TOP);
            }
            if (!passed.add(above) || passed.size() > Conflicts.HIGHEST) {
                return new WayUp(rungs, End.LOOP);
            }
            Declared entry = directory.standing(above).orElse(null);
            boolean able =
                    theirs.stream().anyMatch(each -> each.able() && each.post().same(above));
            rungs.add(new Rung(above, entry, able));
            if (able || entry == null) {
                return new WayUp(rungs, able ? End.ABLE : End.NOT_DECLARED);
            }
            at = entry;
        }
    }

    private List<Gap> gaps(int own, List<Match> matches) {
        var gaps = new ArrayList<Gap>();
        nobody().forEach(gaps::add);
        lead().ifPresent(gaps::add);
        List<Candidate> able = theirs.stream().filter(Candidate::able).toList();
        if (able.size() > 1) {
            gaps.add(gap(Gap.Kind.SEVERAL, able.get(1)));
        }
        if (ours.stream().noneMatch(Candidate::able)) {
            gaps.add(new Gap(Gap.Kind.NONE_OF_OURS, own, null, null, ""));
        }
        matches.stream()
                .findFirst()
                .filter(match -> !match.sameLevel()
                        && match.theirs().entry() != null
                        && match.ours().entry() != null)
                .ifPresent(match -> gaps.add(gap(Gap.Kind.LEVELS_DIFFER, match.theirs(), "")));
        return gaps;
    }

    private Stream<Gap> nobody() {
        if (directory.entries().stream().noneMatch(entry -> entry.post().party() == party)) {
            return Stream.of(new Gap(Gap.Kind.NO_ENTRIES, party, null, null, ""));
        }
        if (theirs.stream().anyMatch(Candidate::able)) {
            return Stream.of();
        }
        Gap nobody = new Gap(Gap.Kind.NOBODY, party, null, anyEntry(), "DEQ");
        Optional<Gap> nearest = theirs.stream().findFirst().flatMap(best -> switch (best.power()) {
            case NEAR -> Optional.of(gap(elsewhere(best), best));
            case TRANSMITS -> Optional.of(gap(Gap.Kind.ONLY_TRANSMITS, best));
            case WITHHELD -> Optional.of(gap(Gap.Kind.NOT_DISCLOSED, best));
            case NOTHING -> Optional.of(gap(Gap.Kind.DECIDES_NOTHING, best));
            case LEADS, CAN, NAMED -> Optional.empty();
        });
        return Stream.concat(Stream.of(nobody), nearest.stream());
    }

    private static Gap.Kind elsewhere(Candidate near) {
        return near.reasons().contains(Candidate.Reason.AREA_NOT_COMPARED)
                ? Gap.Kind.AREA_NOT_COMPARED
                : Gap.Kind.NEAREST_IS_ELSEWHERE;
    }

    private @Nullable Reference anyEntry() {
        return theirs.stream()
                .flatMap(each -> Optional.ofNullable(each.entry()).stream())
                .findFirst()
                .or(() -> directory.entries().stream()
                        .filter(entry -> entry.post().party() == party
                                && entry.standing().stands())
                        .findFirst())
                .map(entry -> entry.by().place())
                .orElse(null);
    }

    private Optional<Gap> lead() {
        String track = wanted.track();
        if (track == null) {
            return Optional.empty();
        }
        List<Lead> stated = directory.leads(party, track, whereabouts);
        if (stated.isEmpty()) {
            return Optional.of(new Gap(Gap.Kind.LEAD_NOT_STATED, party, null, lastWord(track), "LOQ"));
        }
        Lead first = stated.getFirst();
        Reference by = first.by() == null ? null : first.by().place();
        return first.office() == null
                ? Optional.of(new Gap(Gap.Kind.NO_LEAD_DESIGNATED, party, first.meanwhile(), by, "LOQ"))
                : Optional.empty();
    }

    /// What was filed last about a lead office of this track, so that a question can follow it.
    private @Nullable Reference lastWord(String track) {
        return directory.leads().stream()
                .filter(lead -> lead.party() == party && lead.track().equals(track))
                .flatMap(lead -> Optional.ofNullable(lead.by()).stream())
                .max(java.util.Comparator.naturalOrder())
                .map(by -> by.place())
                .orElse(null);
    }

    private static Gap gap(Gap.Kind kind, Candidate about) {
        return gap(kind, about, "DEQ");
    }

    private static Gap gap(Gap.Kind kind, Candidate about, String ask) {
        Declared entry = about.entry();
        Reference place = entry == null ? null : entry.by().place();
        return new Gap(kind, about.post().party(), about.post(), place, place == null ? "" : ask);
    }
}
