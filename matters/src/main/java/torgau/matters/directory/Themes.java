package torgau.matters.directory;

import java.util.List;
import java.util.Optional;

/// Which competence, of the list in DE, the procedure of a matter falls under.
public final class Themes {
    private Themes() {}

    /// Those of a list that something can be about: all but the word that there is none.
    public static List<String> among(List<String> competences) {
        return competences.stream().filter(code -> !code.equals(Scope.NOTHING)).toList();
    }

    /// Empty of a procedure that falls under none, or that is not known here.
    ///
    /// @param procedure its code
    public static Optional<String> of(String procedure) {
        return Optional.ofNullable(
                switch (procedure) {
                    case "DC", "DE", "FV", "LO", "LS", "LT", "NR", "OW", "SV" -> "line";
                    case "FT" -> "air";
                    case "AF", "DF", "WR" -> "ground";
                    case "AS", "CI", "IN", "IQ", "LU", "NT", "PR" -> "incidents";
                    case "GW", "HZ", "MA", "SC", "UA" -> "notices";
                    case "RV" -> "visits";
                    case "SR" -> "rescue";
                    case "HM", "HS" -> "humanitarian";
                    case "CM", "FM", "MT" -> "agreements";
                    case "CL", "PM" -> "calls";
                    case "AR", "WP" -> "plan";
                    case "AC", "RA" -> "missions";
                    case "BL", "NA", "SE" -> "strategic";
                    case "CV" -> "ceasefire";
                    case "EP" -> "expectations";
                    default -> null;
                });
    }
}
