package torgau.station.authority;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import torgau.journal.Precedence;
import torgau.journal.TrafficClass;

/// Which acts a rule is about: those that fit everything that it names. What it leaves empty fits any,
/// but for the class PRINCIPAL, which only a rule that names it covers.
///
/// @param formats a rule that has some is about filed formats alone
/// @param tracks empty text: what is on no track
public record What(
        Set<Kind> acts,
        Set<TrafficClass> classes,
        Set<Precedence> precedences,
        List<FormatName> formats,
        List<String> tracks) {
    /// Everything but messages between leaders.
    public static final What ANY = new What(Set.of(), Set.of(), Set.of(), List.of(), List.of());

    public What {
        acts = ordered(Kind.class, acts);
        classes = ordered(TrafficClass.class, classes);
        precedences = ordered(Precedence.class, precedences);
        formats = List.copyOf(formats);
        tracks = List.copyOf(tracks);
    }

    private static <E extends Enum<E>> Set<E> ordered(Class<E> kind, Set<E> some) {
        return some.isEmpty() ? EnumSet.noneOf(kind) : EnumSet.copyOf(some);
    }

    /// Acts of a kind in some classes.
    public static What of(Kind kind, TrafficClass... classes) {
        return new What(Set.of(kind), Set.of(classes), Set.of(), List.of(), List.of());
    }

    /// Filed formats.
    public static What of(List<FormatName> formats) {
        return new What(Set.of(), Set.of(), Set.of(), formats, List.of());
    }

    /// Everything in some classes.
    public static What in(Set<TrafficClass> classes) {
        return new What(Set.of(), classes, Set.of(), List.of(), List.of());
    }

    boolean fits(Asked asked) {
        boolean principal = asked.trafficClass() == TrafficClass.PRINCIPAL;
        return (acts.isEmpty() || acts.contains(asked.kind()))
                && (classes.isEmpty() ? !principal : classes.contains(asked.trafficClass()))
                && (precedences.isEmpty() || precedences.contains(asked.precedence()))
                && (formats.isEmpty() || covered(asked))
                && (tracks.isEmpty() || tracks.contains(asked.track()));
    }

    private boolean covered(Asked asked) {
        var form = asked.form();
        return form != null && formats.stream().anyMatch(name -> name.covers(form));
    }
}
