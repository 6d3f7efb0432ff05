package torgau.cli.filing;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import torgau.cli.ceremony.Refused;
import torgau.journal.Code;

/// A format of the station's catalogue, as an officer named it.
///
/// @param procedure its code
/// @param format its code
public record Chosen(String procedure, String format) {
    /// Finds what is meant by `UR` or `UA/UR`.
    ///
    /// @param catalogue as the station lists it
    /// @param answered procedure of what is answered; empty if nothing is
    public static Chosen of(String code, JsonNode catalogue, String answered) {
        String[] halves = code.split("/", 2);
        String format = halves[halves.length - 1];
        List<String> having = having(catalogue, format);
        String procedure =
                halves.length == 2 ? halves[0] : only(having, format, answered).orElse("");
        if (having.contains(procedure)) {
            return new Chosen(procedure, format);
        }
        throw new Refused(
                Code.FORMAT_UNKNOWN,
                having.isEmpty()
                        ? format + " is no format of this line's catalogue"
                        : format + " belongs to " + String.join(", ", having) + ": write for example "
                                + having.getFirst() + "/" + format);
    }

    private static Optional<String> only(List<String> having, String format, String answered) {
        if (having.contains(answered)) {
            return Optional.of(answered);
        }
        return having.contains(format) || having.size() == 1
                ? Optional.of(having.contains(format) ? format : having.getFirst())
                : Optional.empty();
    }

    private static List<String> having(JsonNode catalogue, String format) {
        var having = new ArrayList<String>();
        for (JsonNode procedure : catalogue.path("procedures")) {
            if (procedure.path("formats").findValuesAsText("code").contains(format)) {
                having.add(procedure.path("code").asText());
            }
        }
        return having;
    }

    /// What the catalogue says of the format.
    ///
    /// @param whole its procedure, as the station shows it
    public JsonNode in(JsonNode whole) {
        for (JsonNode each : whole.path("formats")) {
            if (each.path("code").asText().equals(format)) {
                return each;
            }
        }
        throw new Refused(Code.FORMAT_UNKNOWN, format + " is no format of " + procedure);
    }
}
