package torgau.store;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import torgau.journal.Payload;
import torgau.journal.Precedence;
import torgau.journal.Reference;
import torgau.journal.TrafficClass;

/// Which entries are wanted; all conditions hold together.
///
/// @param types numbers of acts
/// @param parties numbers of the parties whose stations made the entry
/// @param matter only entries of this matter, the one that opened it included; any if null
public record Filter(
        Among types,
        Among parties,
        Set<TrafficClass> classes,
        Set<Precedence> precedences,
        @Nullable Reference matter) {
    /// Every entry.
    public static final Filter ALL =
            new Filter(Among.ALL, Among.ALL, EnumSet.allOf(TrafficClass.class), EnumSet.allOf(Precedence.class), null);

    public Filter {
        classes = Collections.unmodifiableSet(ordered(classes, TrafficClass.class));
        precedences = Collections.unmodifiableSet(ordered(precedences, Precedence.class));
    }

    private static <E extends Enum<E>> EnumSet<E> ordered(Set<E> some, Class<E> kind) {
        EnumSet<E> ordered = EnumSet.noneOf(kind);
        ordered.addAll(some);
        return ordered;
    }

    public Filter ofTypes(Among wanted) {
        return new Filter(wanted, parties, classes, precedences, matter);
    }

    public Filter ofParties(Among wanted) {
        return new Filter(types, wanted, classes, precedences, matter);
    }

    public Filter ofClasses(Set<TrafficClass> wanted) {
        return new Filter(types, parties, wanted, precedences, matter);
    }

    public Filter ofPrecedences(Set<Precedence> wanted) {
        return new Filter(types, parties, classes, wanted, matter);
    }

    public Filter ofMatter(Reference wanted) {
        return new Filter(types, parties, classes, precedences, wanted);
    }

    /// Whether the entry is wanted.
    public boolean takes(Payload payload) {
        return types.has(payload.actType())
                && parties.has(payload.feed().party())
                && classes.contains(payload.trafficClass())
                && precedences.contains(payload.precedence())
                && (matter == null || matter.equals(payload.matter()) || matter.equals(payload.reference()));
    }
}
