package torgau.station.authority;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A party's standing-authority table for one station.
///
/// An acknowledgement says how far an entry came and never waits for anybody: any office of the table
/// signs it alone. For everything else a rule must let its office say it, and it needs two signatures
/// unless a rule lets one be enough.
///
/// @param offices what each office may say; what none of its rules covers it may not
/// @param alone what one person releases
/// @param seconds whose seats sign second: the first rule that fits; where none does, any
/// @param emergencies who may release without a second signature when nobody can be reached
/// @param grounded what is released only with its legal basis stated, privately
public record Authority(
        List<May> offices, List<What> alone, List<Second> seconds, List<Emergency> emergencies, List<What> grounded) {
    /// What an office may say.
    ///
    /// @param office its title, as entries name it
    public record May(String office, What what) {}

    /// Whose seats sign second.
    ///
    /// @param offices of whose seats one must be
    public record Second(What what, List<String> offices) {
        public Second {
            offices = List.copyOf(offices);
        }
    }

    /// Who may release alone when nobody can be reached.
    ///
    /// @param offices whose seats may do it
    /// @param countersigners offices of which a seat countersigns later; empty: any other seat
    public record Emergency(What what, List<String> offices, List<String> countersigners) {
        public Emergency {
            offices = List.copyOf(offices);
            countersigners = List.copyOf(countersigners);
        }
    }

    public Authority {
        offices = List.copyOf(offices);
        alone = List.copyOf(alone);
        seconds = List.copyOf(seconds);
        emergencies = List.copyOf(emergencies);
        grounded = List.copyOf(grounded);
    }

    /// Whether the table names the office at all.
    public boolean names(String office) {
        return offices.stream().anyMatch(may -> may.office().equals(office));
    }

    /// Whether an office may say this.
    public boolean permits(String office, Asked asked) {
        return asked.kind() == Kind.ACKNOWLEDGEMENT
                ? names(office)
                : offices.stream()
                        .anyMatch(
                                may -> may.office().equals(office) && may.what().fits(asked));
    }

    /// Whether one person is enough.
    public boolean alone(Asked asked) {
        return asked.kind() == Kind.ACKNOWLEDGEMENT || alone.stream().anyMatch(what -> what.fits(asked));
    }

    /// Whether it is released only with its legal basis stated.
    public boolean grounded(Asked asked) {
        return asked.kind() != Kind.ACKNOWLEDGEMENT && grounded.stream().anyMatch(what -> what.fits(asked));
    }

    /// Offices of which the second signature must be; empty: any.
    public List<String> seconds(Asked asked) {
        return seconds.stream()
                .filter(rule -> rule.what().fits(asked))
                .findFirst()
                .map(Second::offices)
                .orElse(List.of());
    }

    /// The rule by which a seat of these offices may release this alone in an emergency; empty if none
    /// lets it.
    public Optional<Emergency> emergency(List<String> seat, Asked asked) {
        return emergencies.stream()
                .filter(rule -> rule.what().fits(asked) && office(rule.offices(), seat) != null)
                .findFirst();
    }

    /// The office in which a seat signs where only some offices may; null if it is none of them.
    ///
    /// @param wanted empty: any
    /// @param seat its offices, the usual one first
    public static @Nullable String office(List<String> wanted, List<String> seat) {
        return seat.stream()
                .filter(office -> wanted.isEmpty() || wanted.contains(office))
                .findFirst()
                .orElse(null);
    }
}
