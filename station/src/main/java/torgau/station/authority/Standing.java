package torgau.station.authority;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import torgau.catalogue.Procedure;
import torgau.journal.Precedence;
import torgau.journal.TrafficClass;
import torgau.station.formats.Formats;
import torgau.station.formats.Known;

/// The table that a new station begins with: what saves lives and what keeps the line working needs one
/// person, all else two. Its keepers change it as their commander decides.
public final class Standing {
    private static final Set<TrafficClass> WITHOUT_CONSEQUENCE =
            EnumSet.of(TrafficClass.TEST, TrafficClass.SERVICE, TrafficClass.EXERCISE);

    private Standing() {}

    /// The table for some offices, each of which may say all but messages between leaders.
    public static Authority of(List<String> offices, Formats formats) {
        return of(
                offices.stream()
                        .map(office -> new Authority.May(office, What.ANY))
                        .toList(),
                formats,
                offices);
    }

    /// The table for what some offices may say.
    ///
    /// @param watch those who may release in an emergency
    public static Authority of(List<Authority.May> may, Formats formats, List<String> watch) {
        var urgent = new What(
                Set.of(),
                EnumSet.of(TrafficClass.FORMAL),
                EnumSet.of(Precedence.FLASH, Precedence.IMMEDIATE),
                List.of(),
                List.of());
        return new Authority(
                may,
                List.of(
                        What.of(Kind.MESSAGE, WITHOUT_CONSEQUENCE.toArray(TrafficClass[]::new)),
                        What.of(alone(formats))),
                List.of(),
                List.of(new Authority.Emergency(urgent, watch, List.of())),
                List.of());
    }

    /// The formats of which the catalogue says that one person releases them; a procedure all of whose
    /// formats are such is named as a whole.
    static List<FormatName> alone(Formats formats) {
        var names = new ArrayList<FormatName>();
        for (Procedure procedure : formats.catalogue().all()) {
            List<Known> all = all(procedure, formats);
            List<Known> some = all.stream()
                    .filter(known -> known.format().defaults().signatures() == 1)
                    .toList();
            if (some.size() == all.size()) {
                names.add(new FormatName(procedure.code(), Optional.empty()));
            } else {
                some.forEach(known -> names.add(new FormatName(
                        procedure.code(), Optional.of(known.format().code()))));
            }
        }
        return names;
    }

    /// Every format that can be filed in a procedure.
    static List<Known> all(Procedure procedure, Formats formats) {
        var codes = new ArrayList<>(procedure.formats().keySet());
        if (!codes.contains(Formats.CORRECTION)) {
            codes.add(Formats.CORRECTION);
        }
        return codes.stream()
                .flatMap(code -> formats.find(procedure, code).stream())
                .toList();
    }
}
