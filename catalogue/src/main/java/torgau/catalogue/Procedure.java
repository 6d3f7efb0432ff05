package torgau.catalogue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The life of one kind of matter.
///
/// @param theme the competence that an office must have to answer it; empty if it falls under none
/// @param authentic languages in which its texts are equally authentic
/// @param suspension how it goes on while what covers it is suspended
/// @param correction formats that may be corrected, and what that does to what was awaited
/// @param calendar what is awaited again and again by a day
/// @param rows tables whose rows have numbers
/// @param notes what an officer must know of it
public record Procedure(
        String code,
        int edition,
        Optional<String> theme,
        Words title,
        Words purpose,
        List<Basis> bases,
        List<String> authentic,
        SequencedMap<String, Role> roles,
        Suspension suspension,
        Correction correction,
        SequencedMap<String, Format> formats,
        Lifecycle lifecycle,
        List<Clock> clocks,
        List<Clock.LeadTime> leadTimes,
        List<Clock.Standing> standing,
        List<Recurring> calendar,
        List<Numbered> rows,
        List<Quota> quotas,
        Map<String, CodeList> codes,
        @Nullable Words notes) {
    /// The procedure by which a party declares its offices.
    public static final String OF_OFFICES = "DE";
    /// Its list of what an office can be responsible for.
    public static final String COMPETENCES = "competences";

    public Procedure {
        bases = List.copyOf(bases);
        authentic = List.copyOf(authentic);
        roles = new LinkedHashMap<>(roles);
        formats = new LinkedHashMap<>(formats);
        clocks = List.copyOf(clocks);
        leadTimes = List.copyOf(leadTimes);
        standing = List.copyOf(standing);
        calendar = List.copyOf(calendar);
        rows = List.copyOf(rows);
        quotas = List.copyOf(quotas);
        codes = new TreeMap<>(codes);
    }

    public Optional<Format> format(String format) {
        return Optional.ofNullable(((Map<String, Format>) formats).get(format));
    }

    /// A code list of its own, or one that all procedures share.
    public Optional<CodeList> list(String name, Common common) {
        return Optional.ofNullable(codes.get(name))
                .or(() -> Optional.ofNullable(common.codes().get(name)));
    }

    /// Whether it may be used while the line, its track or itself is suspended, and whether its clocks
    /// then run.
    public record Suspension(boolean staysOpen, boolean clocksRun) {}

    /// Formats whose fields their author may correct, and what is said of it to an officer.
    public record Correction(List<String> of, Words note) {
        public Correction {
            of = List.copyOf(of);
        }
    }
}
